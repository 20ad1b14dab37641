import { z } from 'zod';

export const segments = ['prospect', 'active', 'silent', 'lost'] as const;
export type Segment = (typeof segments)[number];

/** When a customer has gone quiet, in usual gaps between two purchases. */
export const segmentRulesSchema = z
  .strictObject({
    silentGaps: z.number().min(1).max(10),
    lostGaps: z.number().min(1.1).max(50),
    /** A shorter rhythm is taken for this, so that who buys twice in a week is not lost in the next. */
    leastDays: z.int().min(1).max(365),
    /** The gap of who has bought once, where nobody has bought twice yet. */
    guessDays: z.int().min(1).max(1100),
  })
  .refine(({ silentGaps, lostGaps }) => lostGaps > silentGaps, {
    path: ['lostGaps'],
    message: 'Lost comes after silent.',
  });
export type SegmentRules = z.infer<typeof segmentRulesSchema>;

/** Silent from one and a half usual gaps on (relationship-marketing.md; peers.md 2.9), lost from three. */
export const defaultSegmentRules: SegmentRules = { silentGaps: 1.5, lostGaps: 3, leastDays: 14, guessDays: 90 };

/** What a segment is decided on. */
export interface Rhythm {
  /** Days since the last purchase; null: none. */
  days: number | null;
  gapDays: number;
}

export function segmentOf({ days, gapDays }: Rhythm, rules: SegmentRules): Segment {
  if (days === null) return 'prospect';
  const gap = Math.max(gapDays, rules.leastDays);
  if (days > gap * rules.lostGaps) return 'lost';
  return days > gap * rules.silentGaps ? 'silent' : 'active';
}

/**
 * How loyal a customer is, 0 to 100: the mean of keeping their rhythm (1 within a usual gap, then gap / days), of coming back
 * (1 - 1 / orders) and, where they have rated in the last year, of how satisfied they were ((mean - 1) / 4). Null without a purchase.
 */
export function loyaltyOf({
  days,
  gapDays,
  orders,
  rating,
}: Rhythm & { orders: number; rating: number | null }): number | null {
  if (days === null || orders === 0) return null;
  const kept = Math.min(1, gapDays / Math.max(days, 1));
  const parts = [kept, 1 - 1 / orders, ...(rating === null ? [] : [(rating - 1) / 4])];
  return Math.round((100 * parts.reduce((sum, part) => sum + part, 0)) / parts.length);
}
