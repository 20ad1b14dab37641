import { z } from 'zod';
import { poolRulesSchema, stages } from '#crm/pool/pool.ts';
import { segmentRulesSchema } from '#crm/segments/segmentRules.ts';
import { customerSchema } from './customers.ts';
import { operation } from './resource.ts';
import { actor, manager, person, staff } from './roles.ts';
import { byId, day, id, listOf, named, pageQuery, time } from './shapes.ts';

const count = z.int();
const countsSchema = z.object({
  items: z.array(z.object({ segment: z.string(), customers: count, spentCents: z.number() })),
  rules: segmentRulesSchema,
});
export type SegmentsJson = z.input<typeof countsSchema>;

const standingSchema = z.object({
  /** Null until the first night. */
  standing: z
    .object({
      /** prospect, active, silent or lost. */
      segment: z.string(),
      since: time,
      gapDays: z.number(),
      /** own, shop or none. */
      gapOf: z.string(),
      lastOn: day.nullable(),
      orders: count,
      spentCents: z.number(),
      recency: count.nullable(),
      frequency: count.nullable(),
      monetary: count.nullable(),
      loyalty: count.nullable(),
    })
    .nullable(),
  worth: z.object({
    orders: count,
    paidCents: z.number(),
    yearCents: z.number(),
    modelCents: z.number(),
    compensationCents: z.number(),
    voucherCents: z.number(),
    staffMessages: count,
    tasksDone: count,
  }),
  owner: named.nullable(),
  stage: z.string().nullable(),
  steps: z.array(
    z.object({
      id,
      /** segment, stage or owner. */
      kind: z.string(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      /** Of the new owner. */
      toName: z.string().nullable(),
      at: time,
      evidence: z.unknown(),
      note: z.string().nullable(),
      staff: named.nullable(),
    }),
  ),
});
/** Where a customer stands, and what the relation is worth. */
export type SegmentStandingJson = z.input<typeof standingSchema>;

const roomSchema = z.object({ held: count, aDay: count, holds: count, takenToday: count });
export type PoolRoomJson = z.input<typeof roomSchema>;

const ranks = { staff: 0, manager: 1, administrator: 2 };

/** Segments by the customer's own rhythm, the pool of customers whom nobody looks after, stages. */
export const segmentOperations = [
  operation({
    method: 'GET',
    path: '/segments',
    summary: 'How many customers are prospects, active, silent or lost, and from when on they are',
    may: staff,
    answer: countsSchema,
    run: async ({ services: { segments } }) => ({ items: await segments.counts(), rules: await segments.rules() }),
  }),
  operation({
    method: 'PUT',
    path: '/segments/rules',
    summary: 'Set when a customer is silent or lost, in usual gaps; everybody is looked at again in the night',
    may: manager,
    body: segmentRulesSchema,
    answer: segmentRulesSchema,
    run: ({ services }, { body, caller }) => services.segments.setRules(body, person(caller).id),
  }),
  operation({
    method: 'GET',
    path: '/customers/:id/segment',
    summary: 'Where a customer stands and why, RFM and loyalty, value and cost, owner and stage with their history',
    may: staff,
    params: byId,
    answer: standingSchema,
    run: async ({ services: { customers, segments, pool } }, { params }) => {
      const { stage } = await customers.get(params.id);
      return {
        ...(await segments.standing(params.id)),
        owner: await customers.owner(params.id),
        stage,
        steps: await pool.steps(params.id),
      };
    },
  }),
  operation({
    method: 'GET',
    path: '/pool',
    summary: 'Customers whom nobody looks after, newest first',
    may: staff,
    query: pageQuery,
    answer: listOf(customerSchema),
    run: ({ services }, { query }) => services.customers.search({ ...query, owner: 'none' }),
  }),
  operation({
    method: 'GET',
    path: '/pool/room',
    summary: 'How many customers you look after and have taken today, and how many you may',
    may: staff,
    answer: roomSchema,
    run: ({ services }, { caller }) => services.pool.room(person(caller).id),
  }),
  operation({
    method: 'PUT',
    path: '/pool/rules',
    summary: 'Set how many customers one person may look after, and take on a day',
    may: manager,
    body: poolRulesSchema,
    answer: poolRulesSchema,
    run: ({ services }, { body, caller }) => services.pool.setRules(body, person(caller).id),
  }),
  operation({
    method: 'POST',
    path: '/customers/:id/take',
    summary: 'Look after a customer from the pool; whoever asks first has them, within the limits',
    may: staff,
    params: byId,
    run: async ({ services }, { params, caller }) => services.pool.take(params.id, person(caller).id),
  }),
  operation({
    method: 'POST',
    path: '/customers/:id/release',
    summary: 'Give a customer back to the pool',
    may: staff,
    params: byId,
    run: async ({ services }, { params, caller }) => {
      const { id: staffId, role } = person(caller);
      await services.pool.release(params.id, { staffId, mayAll: ranks[role] > 0 });
    },
  }),
  operation({
    method: 'PUT',
    path: '/customers/:id/owner',
    summary: 'Decide who looks after a customer',
    may: manager,
    params: byId,
    body: z.strictObject({ ownerId: id }),
    run: async ({ services }, { params, body, caller }) =>
      services.pool.assign(params.id, body.ownerId, person(caller).id),
  }),
  operation({
    method: 'PUT',
    path: '/customers/:id/stage',
    summary: 'Say how far the relation with a customer has come',
    may: staff,
    params: byId,
    body: z.strictObject({ stage: z.enum(stages), note: z.string().trim().max(300).nullable().default(null) }),
    run: async ({ services }, { params, body, caller }) =>
      services.pool.setStage(params.id, body.stage, body.note, actor(caller)),
  }),
];
