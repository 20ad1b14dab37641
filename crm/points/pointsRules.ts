import { z } from 'zod';

/** How purchases earn points and what points are good for. Amounts in fen. */
export const pointsRulesSchema = z.strictObject({
  active: z.boolean(),
  /** What must be paid for one point. */
  centsPerPoint: z.int().min(1).max(1_000_000),
  /** How long points last; null: for ever. */
  months: z.int().min(1).max(120).nullable(),
  /** Purchases from this day on earn; null: from the day on which the rule is switched on. */
  since: z.iso.date().nullable(),
  /** What is bought of a category earns so many times as much; 0: nothing. */
  factors: z
    .array(z.strictObject({ categoryKey: z.string().min(1).max(60), factor: z.number().min(0).max(100) }))
    .max(100)
    .refine((all) => new Set(all.map((each) => each.categoryKey)).size === all.length, 'Name each category once.'),
  /** Points for a voucher: at least so many, each worth so much, valid for so many days. */
  exchange: z.strictObject({
    active: z.boolean(),
    minPoints: z.int().min(1).max(1_000_000),
    centsPerPoint: z.int().min(1).max(100_000),
    days: z.int().min(1).max(1100),
  }),
});
export type PointsRules = z.infer<typeof pointsRulesSchema>;

/** Until a shop says otherwise there are no points. */
export const defaultPointsRules: PointsRules = {
  active: false,
  centsPerPoint: 100,
  months: 24,
  since: null,
  factors: [],
  exchange: { active: false, minPoints: 500, centsPerPoint: 1, days: 90 },
};

/** What a purchase earns. */
export function pointsFor(cents: number, categoryKey: string | null, rules: PointsRules): number {
  const factor = rules.factors.find((each) => each.categoryKey === categoryKey)?.factor ?? 1;
  return Math.floor((cents * factor) / rules.centsPerPoint);
}
