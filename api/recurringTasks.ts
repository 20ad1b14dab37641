import { z } from 'zod';
import { rhythmSchema } from '#crm/tasks/recurring/rhythm.ts';
import { operation } from './resource.ts';
import { manager, person, staff } from './roles.ts';
import { byId, id, maybeNamed, time, words } from './shapes.ts';

const priority = z.enum(['urgent', 'high', 'normal', 'low']);

const recurringSchema = z.object({
  id,
  title: z.string(),
  detail: z.string().nullable(),
  type: z.string(),
  priority,
  teamKey: z.string().nullable(),
  ownerId: id.nullable(),
  /** Whom it is done for. */
  customer: maybeNamed.nullable(),
  rhythm: rhythmSchema,
  active: z.boolean(),
  /** The next times; none where it is switched off. */
  coming: z.array(time),
});
/** Work that comes back. */
export type RecurringTaskJson = z.input<typeof recurringSchema>;

const input = z.strictObject({
  title: words(200),
  detail: words(4000).nullable().default(null),
  type: z.string().max(60),
  priority: priority.default('normal'),
  teamKey: z.string().max(60).nullable().default(null),
  ownerId: id.nullable().default(null),
  customerId: id.nullable().default(null),
  rhythm: rhythmSchema,
  active: z.boolean().default(true),
});

/** Tasks that come back by the clock. */
export const recurringTaskOperations = [
  operation({
    method: 'GET',
    path: '/recurring-tasks',
    summary: 'Work that comes back, soonest first, with the next times; all of it, or that of one customer',
    may: staff,
    query: z.object({ customerId: id.optional() }),
    answer: z.object({ items: z.array(recurringSchema) }),
    run: async ({ services }, { query }) => ({ items: await services.recurringTasks.list(query.customerId) }),
  }),
  operation({
    method: 'POST',
    path: '/recurring-tasks',
    summary: 'Let a task come back: daily, weekly or monthly, on days on which people work if wanted',
    may: manager,
    body: input,
    answer: recurringSchema,
    status: 201,
    run: ({ services }, { body, caller }) => services.recurringTasks.save(body, person(caller).id),
  }),
  operation({
    method: 'PUT',
    path: '/recurring-tasks/:id',
    summary: 'Change it; the next one is counted anew',
    may: manager,
    params: byId,
    body: input,
    answer: recurringSchema,
    run: ({ services }, { params, body, caller }) => services.recurringTasks.save(body, person(caller).id, params.id),
  }),
  operation({
    method: 'DELETE',
    path: '/recurring-tasks/:id',
    summary: 'Let it come back no more; tasks that were raised stay',
    may: manager,
    params: byId,
    run: ({ services }, { params, caller }) => services.recurringTasks.remove(params.id, person(caller).id),
  }),
];
