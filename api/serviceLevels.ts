import { z } from 'zod';
import { levels } from '#crm/serviceLevels/level.ts';
import { pauseReasons } from '#crm/serviceLevels/metrics.ts';
import { priorities, targetKinds, targetsSchema, usualTargets } from '#crm/serviceLevels/targets.ts';
import { operation } from './resource.ts';
import { manager, person, staff } from './roles.ts';
import { byId, flag, id, listOf, maybeNamed, named, page, span, time } from './shapes.ts';

const clockSchema = z.object({
  id,
  metric: z.enum(['firstResponse', 'nextResponse', 'resolution']),
  conversationId: id.nullable(),
  taskId: id.nullable(),
  complaintId: id.nullable(),
  round: z.int(),
  priority: z.enum(['urgent', 'high', 'normal', 'low']),
  tier: z.string().nullable(),
  state: z.enum(['running', 'paused', 'done', 'cancelled']),
  startedAt: time,
  targetSeconds: z.number().nullable(),
  aroundTheClock: z.boolean(),
  dueAt: time.nullable(),
  late: z.boolean(),
  /** atRisk: four fifths of the target are used up. */
  level: z.enum(levels),
  riskAt: time.nullable(),
  breachedAt: time.nullable(),
  pausedUntil: time.nullable(),
  pauseReason: z.string().nullable(),
  pauseNote: z.string().nullable(),
  finishedAt: time.nullable(),
  met: z.boolean().nullable(),
  /** Counted until now, in seconds: by the wall clock, and by the calendar. */
  wall: z.number(),
  business: z.number(),
});
/** How long a customer waits for one thing. */
export type ServiceClockJson = z.input<typeof clockSchema>;

const listedSchema = clockSchema.extend({
  about: z.object({ customer: maybeNamed.nullable(), title: z.string().nullable(), number: z.int().nullable() }),
});
/** A wait with what it is about. */
export type ListedClockJson = z.input<typeof listedSchema>;

const clockDetailSchema = clockSchema.extend({
  fulfilledBy: named.nullable(),
  events: z.array(
    z.object({
      id,
      /** activate, pause, resume, move, warn, breach, fulfil or cancel. */
      kind: z.string(),
      at: time,
      calendarId: id,
      calendarVersion: z.int(),
      dueAt: time.nullable(),
      wallSeconds: z.number(),
      businessSeconds: z.number(),
      percent: z.int().nullable(),
      until: time.nullable(),
      reason: z.string().nullable(),
      note: z.string().nullable(),
      staff: named.nullable(),
    }),
  ),
});
export type ServiceClockDetailJson = z.input<typeof clockDetailSchema>;

const targetsJson = z.strictObject({ targets: targetsSchema });
export type ServiceTargetsJson = z.output<typeof targetsJson> & { usual: z.output<typeof targetsSchema> };

/** Service levels: what customers may expect, and how long they wait. */
export const serviceLevelOperations = [
  operation({
    method: 'GET',
    path: '/service-targets',
    summary: 'How long customers may wait, by priority and tier; `usual`: what holds where nothing was set',
    may: staff,
    answer: targetsJson.extend({ usual: targetsSchema }),
    run: async ({ services }) => ({ targets: await services.serviceLevels.targets(), usual: usualTargets }),
  }),
  operation({
    method: 'PUT',
    path: '/service-targets',
    summary: 'Replace all targets; what runs keeps the target it began with',
    may: manager,
    body: targetsJson,
    answer: targetsJson,
    run: async ({ services }, { body, caller }) => ({
      targets: await services.serviceLevels.keepTargets(body.targets, person(caller).id),
    }),
  }),
  operation({
    method: 'GET',
    path: '/service-levels',
    summary:
      'The waits of a conversation, task or complaint; without one all that run, late ones first, or those that were missed, newest first',
    may: staff,
    query: z.object({
      ...page,
      ...span,
      conversationId: id.optional(),
      taskId: id.optional(),
      complaintId: id.optional(),
      missed: flag.optional(),
      kind: z.enum(targetKinds).optional(),
      priority: z.enum(priorities).optional(),
    }),
    answer: listOf(listedSchema),
    run: ({ services }, { query }) => services.serviceLevels.list(query),
  }),
  operation({
    method: 'GET',
    path: '/service-levels/:id',
    summary: 'A wait with its log',
    may: staff,
    params: byId,
    answer: clockDetailSchema,
    run: ({ services }, { params }) => services.serviceLevels.get(params.id),
  }),
  operation({
    method: 'POST',
    path: '/service-levels/:id/pause',
    summary: 'Let it stand until then, for a reason',
    may: staff,
    params: byId,
    body: z.strictObject({
      reason: z.enum(pauseReasons),
      note: z.string().trim().max(500).nullable().default(null),
      until: time,
    }),
    answer: clockDetailSchema,
    run: ({ services }, { params, body, caller }) => services.serviceLevels.pause(params.id, body, person(caller).id),
  }),
  operation({
    method: 'POST',
    path: '/service-levels/:id/resume',
    summary: 'Let it run on before its pause ends',
    may: staff,
    params: byId,
    answer: clockDetailSchema,
    run: ({ services }, { params, caller }) => services.serviceLevels.resume(params.id, person(caller).id),
  }),
];
