import { z } from 'zod';
import { localizedSchema } from '../localized.ts';

const tierSchema = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'Use small letters, figures and hyphens.'),
  name: localizedSchema,
  /** What must be paid within a year, in fen; null: that does not lead here. */
  cents: z.int().min(0).max(2_000_000_000).nullable(),
  /** What must be earned within a year; null: that does not lead here. */
  points: z.int().min(0).max(2_000_000_000).nullable(),
});
export type Tier = z.infer<typeof tierSchema>;

/** The shop's tiers, the lowest first. One without figures is given by hand only. */
export const tierRulesSchema = z.strictObject({
  active: z.boolean(),
  tiers: z
    .array(tierSchema)
    .max(12)
    .refine((tiers) => new Set(tiers.map(({ key }) => key)).size === tiers.length, 'Each tier has a key of its own.'),
  /** For so long a tier is kept that is not earned any more. */
  graceDays: z.int().min(0).max(366),
});
export type TierRules = z.infer<typeof tierRulesSchema>;

export const defaultTierRules: TierRules = {
  active: false,
  graceDays: 30,
  tiers: [
    { key: 'standard', name: { zh: '普卡', en: 'Standard' }, cents: 0, points: null },
    { key: 'silver', name: { zh: '银卡', en: 'Silver' }, cents: 100_000, points: null },
    { key: 'gold', name: { zh: '金卡', en: 'Gold' }, cents: 300_000, points: null },
  ],
};

/** What is known of a customer whose tier is looked at; ranks count from 1, the lowest. */
export interface TierFacts {
  tier: string | null;
  current: number | null;
  reached: number | null;
  fallsAt: Date | null;
  heldUntil: Date | null;
}

/** What becomes of a tier: it changes, its grace begins, or what was begun is over. */
export type TierVerdict = 'rise' | 'fall' | 'grace' | 'safe' | 'keep';

/** Up at once; down only after the grace, and not while somebody has given it by hand. */
export function tierVerdict({ tier, current, reached, fallsAt, heldUntil }: TierFacts, now: Date): TierVerdict {
  if (reached === null) return 'keep';
  // A word that is none of the tiers says nothing of what was earned.
  if (current === null) return tier !== null && heldUntil && heldUntil > now ? 'keep' : 'rise';
  if (reached > current) return 'rise';
  if (reached === current) return fallsAt ? 'safe' : 'keep';
  if (heldUntil && heldUntil > now) return 'keep';
  if (!fallsAt) return 'grace';
  return fallsAt <= now ? 'fall' : 'keep';
}
