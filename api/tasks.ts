import { z } from 'zod';
import { levels } from '#crm/serviceLevels/level.ts';
import { outcomes } from '#crm/tasks/task.ts';
import { operation } from './resource.ts';
import { person, staff } from './roles.ts';
import { byId, id, listOf, localized, maybeNamed, named, page, time, words } from './shapes.ts';
import { outcomeSchema } from './taskTypes.ts';

/** A task as lists show it. */
export const taskSchema = z.object({
  id,
  type: z.string(),
  /** Of a type of the shop's own; null: the pages name the standard ones. */
  typeName: localized.nullable(),
  title: z.string(),
  detail: z.string().nullable(),
  priority: z.enum(['urgent', 'high', 'normal', 'low']),
  state: z.enum(['open', 'done', 'cancelled']),
  dueAt: time,
  late: z.boolean(),
  /** How its wait stands; null until the minute job has seen it. */
  level: z
    .object({
      id,
      level: z.enum(levels),
      riskAt: time.nullable(),
      pausedUntil: time.nullable(),
      pauseReason: z.string().nullable(),
      pauseNote: z.string().nullable(),
    })
    .nullable(),
  snoozedUntil: time.nullable(),
  owner: named.nullable(),
  team: z.object({ id, key: z.string(), name: localized }).nullable(),
  customer: maybeNamed.nullable(),
  complaint: z.object({ id, number: z.int(), severity: z.string() }).nullable(),
  conversationId: id.nullable(),
  complaintId: id.nullable(),
  responseId: id.nullable(),
  outcome: z.string().nullable(),
  outcomeNote: z.string().nullable(),
  /** How much of the checklist is done. */
  steps: z.object({ done: z.int(), total: z.int() }),
  createdAt: time,
  completedAt: time.nullable(),
});
/** Something that a person must do. */
export type TaskJson = z.input<typeof taskSchema>;

const event = z.object({ id, kind: z.string(), note: z.string().nullable(), staff: named.nullable(), createdAt: time });
const step = z.object({
  id: z.string(),
  text: localized,
  required: z.boolean(),
  doneAt: z.iso.datetime().nullable(),
  doneById: z.string().nullable(),
});
/** A task with its checklist, files and log. */
export const taskDetailSchema = taskSchema.extend({
  checklist: z.array(step),
  /** With what it may end, the likely first. */
  outcomes: z.array(outcomeSchema),
  files: z.array(
    z.object({
      id,
      name: z.string(),
      contentType: z.string(),
      size: z.int(),
      createdAt: time,
      staff: named.nullable(),
    }),
  ),
  /** The task whose closing planned this one, and those that its closing planned. */
  follows: z.object({ id, title: z.string() }).nullable(),
  followedBy: z.array(z.object({ id, title: z.string(), dueAt: time })),
  events: z.array(event),
});
export type TaskDetailJson = z.input<typeof taskDetailSchema>;

const note = words(4000);

const several = z
  .string()
  .max(1000)
  .transform((text) => text.split(',').filter(Boolean));
const priority = z.enum(['urgent', 'high', 'normal', 'low']);
/** What narrows a list of tasks. */
export const narrowing = {
  /** By comma. */
  types: several.optional(),
  priorities: several.pipe(z.array(priority)).optional(),
  teamId: id.optional(),
  ownerId: id.optional(),
  query: z.string().max(100).optional(),
  /** Due from then on, and before. */
  from: time.optional(),
  until: time.optional(),
};

/** The customer's next contact; null: none, and that is an answer. */
export const nextContact = z
  .strictObject({
    type: z.string().max(60).default('callBack'),
    dueAt: time,
    title: words(200).nullable().default(null),
  })
  .nullable();

const newTask = z.strictObject({
  type: z.string().max(60),
  title: words(200),
  detail: words(4000).nullable().default(null),
  priority: z.enum(['urgent', 'high', 'normal', 'low']).default('normal'),
  /** Absent: by the priority and the shop's targets. */
  dueAt: time.optional(),
  customerId: id.nullable().default(null),
  conversationId: id.nullable().default(null),
  complaintId: id.nullable().default(null),
  /** Absent: by the shop's rules. */
  teamKey: z.string().max(60).nullable().default(null),
  ownerId: id.nullable().default(null),
});

/** Follow-up tasks. */
export const taskOperations = [
  operation({
    method: 'GET',
    path: '/tasks',
    summary: 'Tasks: open and snoozed ones soonest due first, others latest due first',
    may: staff,
    query: z.object({
      ...page,
      scope: z.enum(['mine', 'team', 'all']).default('all'),
      state: z.enum(['open', 'snoozed', 'done', 'cancelled']).default('open'),
      due: z.enum(['late', 'today', 'all']).default('all'),
      ...narrowing,
    }),
    answer: listOf(taskSchema),
    run: ({ services }, { query, caller }) => {
      const staffId = query.scope === 'all' ? (caller?.staff?.id ?? null) : person(caller).id;
      return services.tasks.list({ ...query, staffId });
    },
  }),
  operation({
    method: 'POST',
    path: '/tasks',
    summary: 'Raise a task; its team and owner are found by rule unless they are named',
    may: staff,
    body: newTask,
    answer: taskDetailSchema,
    status: 201,
    run: ({ services }, { body: { dueAt, ...body }, caller }) =>
      services.tasks.create({ ...body, ...(dueAt && { dueAt }) }, person(caller).id),
  }),
  operation({
    method: 'GET',
    path: '/tasks/:id',
    summary: 'A task with its log',
    may: staff,
    params: byId,
    answer: taskDetailSchema,
    run: ({ services }, { params }) => services.tasks.get(params.id),
  }),
  operation({
    method: 'POST',
    path: '/tasks/:id/claim',
    summary: 'Make a task one’s own',
    may: staff,
    params: byId,
    answer: taskDetailSchema,
    run: ({ services }, { params, caller }) => services.tasks.claim(params.id, person(caller).id),
  }),
  operation({
    method: 'POST',
    path: '/tasks/:id/release',
    summary: 'Give a task back to the team',
    may: staff,
    params: byId,
    answer: taskDetailSchema,
    run: ({ services }, { params, caller }) => services.tasks.release(params.id, person(caller).id),
  }),
  operation({
    method: 'POST',
    path: '/tasks/:id/assign',
    summary: 'Pass it on to a colleague (who is told), to another team, or to nobody (null); what is left out stays',
    may: staff,
    params: byId,
    body: z.strictObject({
      ownerId: id.nullable().optional(),
      teamId: id.nullable().optional(),
      note: note.nullable().default(null),
    }),
    answer: taskDetailSchema,
    run: ({ services }, { params, body: { ownerId, teamId, note: said }, caller }) =>
      services.tasks.assign(params.id, {
        staffId: person(caller).id,
        note: said,
        ...(ownerId !== undefined && { ownerId }),
        ...(teamId !== undefined && { teamId }),
      }),
  }),
  operation({
    method: 'POST',
    path: '/tasks/:id/complete',
    summary:
      'Done, with what came of it, and when its customer is contacted next; `next` null: nothing is planned (a task without a customer needs no `next`)',
    may: staff,
    params: byId,
    body: z.strictObject({
      outcome: z.enum(outcomes),
      note: note.nullable().default(null),
      next: nextContact.optional(),
    }),
    answer: taskDetailSchema,
    run: ({ services }, { params, body, caller }) =>
      services.tasks.complete(params.id, { ...body, staffId: person(caller).id }),
  }),
  operation({
    method: 'PUT',
    path: '/tasks/:id/steps/:stepId',
    summary: 'Tick a step of the checklist, or take the tick away',
    may: staff,
    params: byId.extend({ stepId: z.string().max(60) }),
    body: z.strictObject({ done: z.boolean() }),
    answer: taskDetailSchema,
    run: ({ services }, { params, body, caller }) =>
      services.tasks.tick(params.id, params.stepId, { ...body, staffId: person(caller).id }),
  }),
  operation({
    method: 'POST',
    path: '/tasks/:id/steps',
    summary: 'Add a step to this task’s checklist',
    may: staff,
    params: byId,
    body: z.strictObject({ text: words(200) }),
    answer: taskDetailSchema,
    status: 201,
    run: ({ services }, { params, body, caller }) =>
      services.tasks.addStep(params.id, { ...body, staffId: person(caller).id }),
  }),
  operation({
    method: 'POST',
    path: '/tasks/:id/snooze',
    summary: 'Out of sight until then',
    may: staff,
    params: byId,
    body: z.strictObject({ until: time }),
    answer: taskDetailSchema,
    run: ({ services }, { params, body, caller }) =>
      services.tasks.snooze(params.id, { ...body, staffId: person(caller).id }),
  }),
  operation({
    method: 'POST',
    path: '/tasks/:id/comments',
    summary: 'Add a note to a task',
    may: staff,
    params: byId,
    body: z.strictObject({ note }),
    answer: taskDetailSchema,
    status: 201,
    run: ({ services }, { params, body, caller }) =>
      services.tasks.comment(params.id, { ...body, staffId: person(caller).id }),
  }),
];
