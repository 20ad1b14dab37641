import { z } from 'zod';
import { inBulk } from '#crm/tasks/bulk.ts';
import { outcomes } from '#crm/tasks/task.ts';
import { operation } from './resource.ts';
import { person, staff } from './roles.ts';
import { byId, id, time, words } from './shapes.ts';
import { nextContact, taskDetailSchema } from './tasks.ts';

const priority = z.enum(['urgent', 'high', 'normal', 'low']);
const note = words(4000).nullable().default(null);

const action = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('claim') }),
  z.strictObject({ kind: z.literal('release') }),
  z.strictObject({ kind: z.literal('assign'), ownerId: id }),
  z.strictObject({ kind: z.literal('snooze'), until: time }),
  z.strictObject({ kind: z.literal('move'), dueAt: time }),
  z.strictObject({ kind: z.literal('prioritize'), priority }),
  /** `next` is answered once for all: a contact planned with each one's customer, or null, none. */
  z.strictObject({ kind: z.literal('complete'), outcome: z.enum(outcomes), note, next: nextContact }),
  z.strictObject({ kind: z.literal('cancel'), note }),
]);

const result = z.object({ done: z.int(), failed: z.array(z.object({ id, code: z.string() })) });
/** How many it was done with; with which not, and why. */
export type BulkResultJson = z.input<typeof result>;

/** What is done with many tasks at once, and what is changed of one. */
export const taskBulkOperations = [
  operation({
    method: 'POST',
    path: '/tasks/bulk',
    summary: 'One thing with up to 200 tasks; what is refused for one does not hold up the others',
    may: staff,
    body: z.strictObject({ ids: z.array(id).min(1).max(200), action }),
    answer: result,
    run: ({ services }, { body, caller }) => inBulk(services.tasks, body.ids, body.action, person(caller).id),
  }),
  operation({
    method: 'PATCH',
    path: '/tasks/:id',
    summary: 'Due at another time, or more or less urgent; what is left out stays',
    may: staff,
    params: byId,
    body: z.strictObject({ dueAt: time.optional(), priority: priority.optional() }),
    answer: taskDetailSchema,
    run: async ({ services: { tasks } }, { params, body: { dueAt, priority: wanted }, caller }) => {
      const staffId = person(caller).id;
      if (dueAt) await tasks.move(params.id, { staffId, dueAt });
      if (wanted) await tasks.prioritize(params.id, { staffId, priority: wanted });
      return tasks.get(params.id);
    },
  }),
];
