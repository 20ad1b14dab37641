import { type Interval, shareDifference, shareOf, t95, Z95 } from '../statistics.ts';

/**
 * What a survey measures: csat (satisfaction, 1 to 5), nps (would recommend, 0 to 10), ces (Customer Effort Score 2.0, "made it
 * easy", 1 to 7), or nothing that is counted. Every page, export, mail and program takes its figures from here.
 */
export const metrics = ['csat', 'nps', 'ces', 'none'] as const;
export type Metric = (typeof metrics)[number];

/** What is counted of a metric. `low`: from there down a person follows up. `good`: from there up it counts as agreement. */
export interface Scale {
  min: number;
  max: number;
  low: number;
  good: number;
}
export const scales: Record<Exclude<Metric, 'none'>, Scale> = {
  csat: { min: 1, max: 5, low: 2, good: 4 },
  nps: { min: 0, max: 10, low: 6, good: 9 },
  ces: { min: 1, max: 7, low: 3, good: 5 },
};

/** The scale of a metric; undefined where nothing is counted. */
export const scaleOf = (metric: string): Scale | undefined =>
  Object.hasOwn(scales, metric) ? scales[metric as keyof typeof scales] : undefined;

/** Whether a person follows up. */
export const isLow = (metric: string, score: number | null): boolean => {
  const scale = scaleOf(metric);
  return scale !== undefined && score !== null && score <= scale.low;
};

/** Below 5 answers a score says nothing and might name a person; below 30 it is shown in grey and nobody is ranked by it. */
export const FEWEST = 5;
export const ENOUGH = 30;
export type Trust = 'none' | 'tooFew' | 'few' | 'enough';
export const trustOf = (n: number): Trust => (n === 0 ? 'none' : n < FEWEST ? 'tooFew' : n < ENOUGH ? 'few' : 'enough');

/** How many gave each score; scores that nobody gave may be left out. */
export type Counts = readonly { score: number; count: number }[];

/**
 * A metric of n answers. `value` is what it is known by: csat the share of 4 and 5 (0 to 1), nps -100 to 100, ces the mean.
 * `interval` is the value's, 95 %: csat Wilson, nps adjusted Wald (not centred on the value where n is small), ces Student's t.
 * `share` is that of `good` answers (csat 4 to 5, nps 9 to 10, ces 5 to 7) with Wilson's interval. Null: no data.
 */
export interface Score {
  metric: Metric;
  n: number;
  trust: Trust;
  value: number | null;
  interval: Interval | null;
  /** Of the value, without any adjustment. */
  standardError: number | null;
  mean: number | null;
  share: number | null;
  shareInterval: Interval | null;
  /** nps: how many would recommend (9, 10), are passive (7, 8), would not (0 to 6). */
  groups: { promoters: number; passives: number; detractors: number } | null;
  /** Every score of the scale, also those that nobody gave. */
  distribution: { score: number; count: number }[];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** The one definition of every metric. Scores outside of the scale are not counted. */
export function scoreOf(metric: Metric, counts: Counts): Score {
  const scale = scaleOf(metric);
  if (!scale) return nothing(metric, sum(counts.map(({ count }) => count)));
  const distribution = Array.from({ length: scale.max - scale.min + 1 }, (_, i) => {
    const score = scale.min + i;
    return { score, count: sum(counts.filter((row) => row.score === score).map(({ count }) => count)) };
  });
  const n = sum(distribution.map(({ count }) => count));
  if (n === 0) return { ...nothing(metric, 0), distribution };
  const mean = sum(distribution.map(({ score, count }) => score * count)) / n;
  const good = sum(distribution.filter(({ score }) => score >= scale.good).map(({ count }) => count));
  const { share, interval: shareInterval } = shareOf(good, n);
  const common = { metric, n, trust: trustOf(n), mean, share, shareInterval, distribution };
  if (metric === 'nps') return { ...common, ...promoterScore(good, detractorsIn(distribution), n) };
  if (metric === 'ces') return { ...common, ...meanScore(distribution, mean, n), groups: null };
  const p = share!;
  return {
    ...common,
    value: share,
    interval: shareInterval,
    standardError: Math.sqrt((p * (1 - p)) / n),
    groups: null,
  };
}

const nothing = (metric: Metric, n: number): Score => ({
  metric,
  n,
  trust: trustOf(n),
  value: null,
  interval: null,
  standardError: null,
  mean: null,
  share: null,
  shareInterval: null,
  groups: null,
  distribution: [],
});

const detractorsIn = (distribution: Counts): number =>
  sum(distribution.filter(({ score }) => score <= scales.nps.low).map(({ count }) => count));

/** Variance of one answer that counts 1, 0 or -1. */
const spread = (promoters: number, detractors: number): number =>
  promoters + detractors - (promoters - detractors) ** 2;

/**
 * NPS: share of promoters less share of detractors, times 100. Interval: adjusted Wald with three answers added (3/4 promoters, 3/4
 * detractors, the rest passive): B. Rocks, Interval estimation for the Net Promoter Score, The American Statistician 70 (2016) 365-372.
 */
function promoterScore(promoters: number, detractors: number, n: number) {
  const adjusted = { n: n + 3, promoters: (promoters + 0.75) / (n + 3), detractors: (detractors + 0.75) / (n + 3) };
  const centre = adjusted.promoters - adjusted.detractors;
  const half = Z95 * Math.sqrt(spread(adjusted.promoters, adjusted.detractors) / adjusted.n);
  return {
    value: (100 * (promoters - detractors)) / n,
    interval: { low: Math.max(-100, 100 * (centre - half)), high: Math.min(100, 100 * (centre + half)) },
    standardError: 100 * Math.sqrt(spread(promoters / n, detractors / n) / n),
    groups: { promoters, passives: n - promoters - detractors, detractors },
  };
}

/** CES 2.0: the mean; Student's t for its interval, within the scale. One answer has none. */
function meanScore(distribution: Counts, mean: number, n: number) {
  if (n < 2) return { value: mean, interval: null, standardError: null };
  const variance = sum(distribution.map(({ score, count }) => count * (score - mean) ** 2)) / (n - 1);
  const standardError = Math.sqrt(variance / n);
  const half = t95(n - 1) * standardError;
  const { min, max } = scales.ces;
  return {
    value: mean,
    interval: { low: Math.max(min, mean - half), high: Math.min(max, mean + half) },
    standardError,
  };
}

/** A score against an earlier one: `real` where the 95 % interval of the difference leaves out 0, else `noise`; `tooFew` to say. */
export interface Change {
  difference: number | null;
  interval: Interval | null;
  verdict: 'real' | 'noise' | 'tooFew';
}

/** csat: Newcombe; nps: adjusted Wald of both; ces: Welch. Both must have 5 answers. */
export function changeOf(before: Score, now: Score): Change {
  if (before.metric !== now.metric) throw new Error('Different metrics are not compared.');
  const difference = before.value === null || now.value === null ? null : now.value - before.value;
  if (difference === null || before.n < FEWEST || now.n < FEWEST)
    return { difference, interval: null, verdict: 'tooFew' };
  const interval = differenceInterval(before, now, difference);
  if (!interval) return { difference, interval, verdict: 'tooFew' };
  return { difference, interval, verdict: interval.low > 0 || interval.high < 0 ? 'real' : 'noise' };
}

function differenceInterval(before: Score, now: Score, difference: number): Interval | null {
  if (before.metric === 'csat') {
    const found = shareDifference([before.share! * before.n, before.n], [now.share! * now.n, now.n]);
    return found && { low: found.low, high: found.high };
  }
  if (before.metric === 'nps') {
    const [first, second] = [adjustedPromoters(before), adjustedPromoters(now)];
    const half = Z95 * Math.hypot(first.error, second.error);
    return { low: second.centre - first.centre - half, high: second.centre - first.centre + half };
  }
  const [a, b] = [before.standardError ?? 0, now.standardError ?? 0];
  const variance = a * a + b * b;
  // Everybody agrees in both: the difference is what it is.
  if (variance === 0) return { low: difference, high: difference };
  const degrees = variance ** 2 / (a ** 4 / (before.n - 1) + b ** 4 / (now.n - 1));
  const half = t95(degrees) * Math.sqrt(variance);
  return { low: difference - half, high: difference + half };
}

function adjustedPromoters({ n, groups }: Score): { centre: number; error: number } {
  const [promoters, detractors] = [(groups!.promoters + 0.75) / (n + 3), (groups!.detractors + 0.75) / (n + 3)];
  return {
    centre: 100 * (promoters - detractors),
    error: 100 * Math.sqrt(spread(promoters, detractors) / (n + 3)),
  };
}

/** How many of those whom the question reached have answered it, then or later: answered / delivered, with Wilson's interval. */
export interface ResponseRate {
  delivered: number;
  answered: number;
  rate: number | null;
  interval: Interval | null;
}

export function responseRateOf(delivered: number, answered: number): ResponseRate {
  const { share: rate, interval } = shareOf(answered, delivered);
  return { delivered, answered, rate, interval };
}
