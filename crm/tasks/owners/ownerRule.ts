import { z } from 'zod';
import { TaskPriority } from '#prisma/client.ts';

const keys = (longest: number) => z.array(z.string().trim().min(1).max(longest)).max(50).default([]);
const id = z.uuid();

/**
 * Who gets which tasks. Each condition that names something must hold; one that names nothing always does. `regions` are
 * cities, or how a city's name begins. Without `teamKey` the team stays the usual one of the type. `pick`: whoever of the
 * team has fewest open tasks, nobody yet (the team's queue), or one person. Who has `maxOpen` open tasks gets no more.
 */
export const ownerRuleSchema = z
  .strictObject({
    id: z.string().regex(/^[\w-]{1,40}$/),
    name: z.string().trim().min(1, 'Give the rule a name.').max(80),
    active: z.boolean().default(true),
    types: keys(60),
    priorities: z.array(z.enum(TaskPriority)).max(4).default([]),
    categories: keys(60),
    productIds: z.array(id).max(50).default([]),
    regions: keys(60),
    tiers: keys(60),
    teamKey: z.string().max(60).nullable().default(null),
    pick: z.enum(['leastLoaded', 'queue', 'person']).default('leastLoaded'),
    staffId: id.nullable().default(null),
    maxOpen: z.int().min(1).max(200).nullable().default(null),
  })
  .refine(({ pick, staffId }) => pick !== 'person' || staffId !== null, {
    path: ['staffId'],
    message: 'Choose a person.',
  });
export type OwnerRule = z.infer<typeof ownerRuleSchema>;

export const ownerRulesSchema = z
  .array(ownerRuleSchema)
  .max(100)
  .refine((rules) => new Set(rules.map((rule) => rule.id)).size === rules.length, 'Two rules have the same id.');

/** What rules look at. Null: not known, or about nobody. */
export interface TaskFacts {
  type: string;
  priority: TaskPriority;
  category: string | null;
  productId: string | null;
  city: string | null;
  tier: string | null;
}

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[省市]$/, '');

/** Whether all that the rule names is true of the task. */
export function holds(rule: OwnerRule, facts: TaskFacts): boolean {
  const oneOf = (wanted: readonly string[], known: string | null): boolean =>
    wanted.length === 0 || (known !== null && wanted.some((each) => plain(each) === plain(known)));
  const { city, productId, category } = facts;
  const inRegion =
    rule.regions.length === 0 ||
    (city !== null && rule.regions.some((region) => plain(city).startsWith(plain(region))));
  const ofProduct =
    rule.productIds.length + rule.categories.length === 0 ||
    (productId !== null && rule.productIds.includes(productId)) ||
    (category !== null && rule.categories.includes(category));
  return (
    rule.active &&
    oneOf(rule.types, facts.type) &&
    oneOf(rule.priorities, facts.priority) &&
    oneOf(rule.tiers, facts.tier) &&
    inRegion &&
    ofProduct
  );
}
