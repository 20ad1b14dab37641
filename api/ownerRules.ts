import { z } from 'zod';
import { ownerRulesSchema } from '#crm/tasks/owners/ownerRule.ts';
import { operation } from './resource.ts';
import { manager, person, staff } from './roles.ts';
import { id, localized, named } from './shapes.ts';

const rulesSchema = z.object({ version: z.int(), rules: ownerRulesSchema });
/** Who gets which tasks; the first rule that holds decides. */
export type OwnerRulesJson = z.input<typeof rulesSchema>;

const wanted = z.strictObject({
  type: z.string().max(60),
  priority: z.enum(['urgent', 'high', 'normal', 'low']).default('normal'),
  productId: id.nullable().default(null),
  category: z.string().max(60).nullable().default(null),
  /** Whose city and tier count; without one those of the two fields. */
  customerId: id.nullable().default(null),
  city: z.string().max(60).nullable().default(null),
  tier: z.string().max(60).nullable().default(null),
});

const previewSchema = z.object({
  /** Null: no rule holds; the type says the team and the load the person. */
  ruleId: z.string().nullable(),
  team: z.object({ key: z.string(), name: localized }).nullable(),
  owner: named.nullable(),
  candidates: z.array(z.object({ id, name: z.string(), open: z.int() })),
  told: z.array(named),
});
/** Who would get a task. */
export type OwnerPreviewJson = z.input<typeof previewSchema>;

/** Rules by which tasks find their team and owner. */
export const ownerRuleOperations = [
  operation({
    method: 'GET',
    path: '/owner-rules',
    summary: 'Who gets which tasks: the rules in their order',
    may: staff,
    answer: rulesSchema,
    run: ({ services }) => services.ownerRules.list(),
  }),
  operation({
    method: 'PUT',
    path: '/owner-rules',
    summary: 'Keep the rules whole; `version` is the one that was changed',
    may: manager,
    body: z.strictObject({ version: z.int(), rules: ownerRulesSchema }),
    answer: rulesSchema,
    run: ({ services }, { body, caller }) => services.ownerRules.keep(body, person(caller).id),
  }),
  operation({
    method: 'POST',
    path: '/owner-rules/preview',
    summary: 'Who would get such a task, by these rules or by those that are kept; changes nothing',
    may: staff,
    body: z.strictObject({ task: wanted, rules: ownerRulesSchema.optional() }),
    answer: previewSchema,
    run: async ({ services }, { body }) => {
      const found = await services.ownerRules.preview(body.task, body.rules);
      const candidates = found.candidates.map(({ staffId, name, open }) => ({ id: staffId, name, open }));
      const team = found.team && { key: found.team.key, name: found.team.name as { zh: string; en: string } };
      return { ...found, team, candidates };
    },
  }),
];
