import { z } from 'zod';
import { pointsRulesSchema } from '#crm/points/pointsRules.ts';
import { operation } from './resource.ts';
import { actor, manager, person, staff } from './roles.ts';
import { byId, id, listOf, named, page, pageQuery, time, words } from './shapes.ts';

const entrySchema = z.object({
  id,
  customerId: id,
  kind: z.enum(['earn', 'spend', 'expire', 'correct']),
  /** Above zero where they came, below where they went. */
  points: z.int(),
  at: time,
  expiresAt: time.nullable(),
  /** purchase, voucher, expiry, staff or api. */
  cause: z.string(),
  note: z.string().nullable(),
  purchaseId: id.nullable(),
  staff: named.nullable(),
});
/** Points that came or went. */
export type PointsEntryJson = z.input<typeof entrySchema>;

const standingSchema = z.object({
  balance: z.int(),
  /** What is over within three months, soonest first. */
  expiring: z.array(z.object({ at: time, points: z.int() })),
  items: z.array(entrySchema),
  nextCursor: z.string().nullable(),
});
export type PointsJson = z.input<typeof standingSchema>;
export type PointsRulesJson = z.input<typeof pointsRulesSchema>;

/** The ledger of points. */
export const pointsOperations = [
  operation({
    method: 'GET',
    path: '/points',
    summary: 'Points that came and went, newest first; of everybody, or of a customer',
    may: staff,
    query: z.object({ ...page, customerId: id.optional() }),
    answer: listOf(entrySchema),
    run: ({ services }, { query: { customerId, ...request } }) => services.points.list(customerId, request),
  }),
  operation({
    method: 'GET',
    path: '/customers/:id/points',
    summary: 'A customer’s points: what they may spend, what is over soon, and what came and went, newest first',
    may: staff,
    params: byId,
    query: pageQuery,
    answer: standingSchema,
    run: async ({ services: { customers, points } }, { params, query }) => {
      await customers.get(params.id);
      return { ...(await points.standing(params.id)), ...(await points.list(params.id, query)) };
    },
  }),
  operation({
    method: 'POST',
    path: '/points',
    summary:
      'Give, spend or correct points; the oldest are spent first, never more than there are. `key`: the same twice happens once',
    may: manager,
    body: z.strictObject({
      customerId: id,
      kind: z.enum(['earn', 'spend', 'correct']),
      points: z.int().min(-10_000_000).max(10_000_000),
      note: words(300),
      key: z.string().trim().min(1).max(100).optional(),
    }),
    answer: entrySchema.omit({ staff: true }),
    status: 201,
    run: ({ services }, { body, caller }) => services.points.enter(body, actor(caller)),
  }),
  operation({
    method: 'GET',
    path: '/points/rules',
    summary: 'How purchases earn points, how long they last, what they are good for',
    may: staff,
    answer: pointsRulesSchema,
    run: ({ services }) => services.points.rules(),
  }),
  operation({
    method: 'PUT',
    path: '/points/rules',
    summary: 'Set how purchases earn points; what was earned stays',
    may: manager,
    body: pointsRulesSchema,
    answer: pointsRulesSchema,
    run: ({ services }, { body, caller }) => services.points.setRules(body, person(caller).id),
  }),
];
