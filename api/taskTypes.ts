import { z } from 'zod';
import { outcomes } from '#crm/tasks/task.ts';
import { keptTypeSchema } from '#crm/tasks/types/typeRule.ts';
import { operation } from './resource.ts';
import { manager, person, staff } from './roles.ts';
import { localized, words } from './shapes.ts';

/** With what a task may end; `note`: say how, `steps`: once the required steps are ticked. */
export const outcomeSchema = z.object({ outcome: z.enum(outcomes), note: z.boolean(), steps: z.boolean() });

const typeSchema = z.object({
  key: z.string(),
  name: localized.nullable(),
  standard: z.boolean(),
  changed: z.boolean(),
  active: z.boolean(),
  checklist: z.array(z.object({ id: z.string(), text: localized, required: z.boolean() })),
  outcomes: z.array(outcomeSchema),
});
/** A kind of task: its checklist, and how it may end. */
export type TaskTypeJson = z.input<typeof typeSchema>;

const byKey = z.object({ key: z.string().max(60) });
const name = z.strictObject({ zh: words(40), en: words(40) });

/** Kinds of tasks. */
export const taskTypeOperations = [
  operation({
    method: 'GET',
    path: '/task-types',
    summary: 'Kinds of tasks with their checklists and outcomes: the standard ones, then the shop’s own',
    may: staff,
    answer: z.object({ items: z.array(typeSchema) }),
    run: async ({ services }) => ({ items: await services.taskTypes.list() }),
  }),
  operation({
    method: 'POST',
    path: '/task-types',
    summary: 'Add a type of the shop’s own',
    may: manager,
    body: keptTypeSchema.extend({ name }),
    answer: typeSchema,
    status: 201,
    run: ({ services }, { body, caller }) => services.taskTypes.create(body, person(caller).id),
  }),
  operation({
    method: 'PUT',
    path: '/task-types/:key',
    summary: 'Change what tasks of a type ask for, from the next one on',
    may: manager,
    params: byKey,
    body: keptTypeSchema.extend({ name: name.nullable().default(null) }),
    answer: typeSchema,
    run: ({ services }, { params, body, caller }) => services.taskTypes.change(params.key, body, person(caller).id),
  }),
  operation({
    method: 'DELETE',
    path: '/task-types/:key',
    summary: 'Make a standard type as it was; remove one’s own that no task has',
    may: manager,
    params: byKey,
    run: ({ services }, { params, caller }) => services.taskTypes.reset(params.key, person(caller).id),
  }),
];
