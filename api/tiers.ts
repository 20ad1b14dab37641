import { z } from 'zod';
import { tierRulesSchema } from '#crm/tiers/tierRules.ts';
import { operation } from './resource.ts';
import { manager, person, staff } from './roles.ts';
import { byId, id, localized, named, time } from './shapes.ts';

const tier = z.object({ key: z.string(), name: localized, cents: z.int().nullable(), points: z.int().nullable() });
const standingSchema = z.object({
  tier: tier.nullable(),
  /** The word in the record, where it is none of the tiers. */
  other: z.string().nullable(),
  /** What was bought (fen) and earned within a year. */
  cents: z.number(),
  points: z.int(),
  /** What is missing for the next one: either is enough. */
  next: z.object({ tier, cents: z.number().nullable(), points: z.number().nullable() }).nullable(),
  /** When the grace of a tier that is not earned any more is over. */
  fallsAt: time.nullable(),
  heldUntil: time.nullable(),
  changes: z.array(
    z.object({
      id,
      from: z.string().nullable(),
      to: z.string().nullable(),
      at: time,
      up: z.boolean(),
      /** rule, staff or import. */
      cause: z.string(),
      evidence: z.unknown(),
      staff: named.nullable(),
    }),
  ),
});
/** How a customer's tier stands, and how it came to that. */
export type TierStandingJson = z.input<typeof standingSchema>;
export type TierRulesJson = z.input<typeof tierRulesSchema>;

/** Classes of customers. */
export const tierOperations = [
  operation({
    method: 'GET',
    path: '/tiers',
    summary: 'The shop’s tiers, the lowest first, and how they are earned',
    may: staff,
    answer: tierRulesSchema,
    run: ({ services }) => services.tiers.rules(),
  }),
  operation({
    method: 'PUT',
    path: '/tiers',
    summary: 'Set the tiers; customers are looked at again in the night',
    may: manager,
    body: tierRulesSchema,
    answer: tierRulesSchema,
    run: ({ services }, { body, caller }) => services.tiers.setRules(body, person(caller).id),
  }),
  operation({
    method: 'GET',
    path: '/customers/:id/tier',
    summary: 'How a customer’s tier stands, what is missing for the next, and each change with what it was decided on',
    may: staff,
    params: byId,
    answer: standingSchema,
    run: async ({ services }, { params }) => {
      await services.customers.get(params.id);
      return services.tiers.standing(params.id);
    },
  }),
];
