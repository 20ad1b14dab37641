/** The 97.5 % quantile of the standard normal distribution: what a two-sided 95 % interval uses. */
export const Z95 = 1.959963984540054;

/** A share's interval, both ends 0 to 1. */
export interface Interval {
  low: number;
  high: number;
}

/**
 * Wilson's score interval of a share, 95 %: E. B. Wilson, Probable inference, the law of succession, and statistical
 * inference, JASA 22 (1927) 209-212, formula as in Brown, Cai, DasGupta, Interval estimation for a binomial proportion,
 * Statistical Science 16 (2001), eq. 4. Right for small n, where the usual p ± 1.96 s is not; null without observations.
 */
export function wilsonInterval(successes: number, n: number, z = Z95): Interval | null {
  if (n === 0) return null;
  const p = successes / n;
  const z2 = z * z;
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  // The ends are exact where nobody or everybody agrees; rounding must not move them.
  return {
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === n ? 1 : Math.min(1, centre + half),
  };
}

/** The share with its interval; both null without observations. */
export function shareOf(successes: number, n: number): { share: number | null; interval: Interval | null } {
  return { share: n === 0 ? null : successes / n, interval: wilsonInterval(successes, n) };
}

/**
 * Newcombe's interval of the difference of two independent shares, 95 %, from their Wilson intervals: R. G. Newcombe, Interval
 * estimation for the difference between independent proportions, Statistics in Medicine 17 (1998) 873-890, method 10.
 */
export function shareDifference(
  [before, beforeN]: readonly [successes: number, n: number],
  [now, nowN]: readonly [successes: number, n: number],
): (Interval & { difference: number }) | null {
  const [first, second] = [wilsonInterval(before, beforeN), wilsonInterval(now, nowN)];
  if (!first || !second) return null;
  const [p, q] = [before / beforeN, now / nowN];
  const difference = q - p;
  return {
    difference,
    low: difference - Math.hypot(q - second.low, first.high - p),
    high: difference + Math.hypot(second.high - q, p - first.low),
  };
}

/**
 * The 97.5 % quantile of Student's t with so many degrees of freedom: G. W. Hill, Algorithm 396, Communications of the ACM 13
 * (1970) 619-620; right to five digits and more. Infinite degrees give the normal distribution's.
 */
export function t95(degrees: number): number {
  if (degrees < 1) return Number.NaN;
  const p = 0.05;
  if (degrees === 1) return Math.cos((p * Math.PI) / 2) / Math.sin((p * Math.PI) / 2);
  if (degrees === 2) return Math.sqrt(2 / (p * (2 - p)) - 2);
  const a = 1 / (degrees - 0.5);
  const b = 48 / (a * a);
  let c = ((20700 * a) / b - 98) * a - 16;
  c = c * a + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * degrees;
  let y = (d * p) ** (2 / degrees);
  if (y > 0.05 + a) {
    const x = -Z95;
    y = x * x;
    if (degrees < 5) c += 0.3 * (degrees - 4.5) * (x + 0.6);
    c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c;
    y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x;
    y = Math.expm1(a * y * y);
  } else {
    y =
      ((1 / (((degrees + 6) / (degrees * y) - 0.089 * d - 0.822) * (degrees + 2) * 3) + 0.5 / (degrees + 4)) * y - 1) *
        ((degrees + 1) / (degrees + 2)) +
      1 / y;
  }
  return Math.sqrt(degrees * y);
}

/** A mean of n observations with Student's 95 % interval; from their sum and the sum of their squares. Null: too few to say. */
export interface Mean {
  n: number;
  mean: number | null;
  interval: Interval | null;
  standardError: number | null;
}

export function meanOf(n: number, sum: number, squares: number): Mean {
  if (n === 0) return { n, mean: null, interval: null, standardError: null };
  const mean = sum / n;
  if (n < 2) return { n, mean, interval: null, standardError: null };
  // What rounding leaves below nought is nought.
  const standardError = Math.sqrt(Math.max(0, squares - n * mean * mean) / (n - 1) / n);
  const half = t95(n - 1) * standardError;
  return { n, mean, interval: { low: mean - half, high: mean + half }, standardError };
}

/** The interval of the difference of two means, 95 %, after B. L. Welch (Biometrika 34 (1947) 28-35); null where one has no error. */
export function meanDifference(before: Mean, now: Mean): (Interval & { difference: number }) | null {
  if (before.mean === null || now.mean === null || before.standardError === null || now.standardError === null)
    return null;
  const difference = now.mean - before.mean;
  const [a, b] = [before.standardError, now.standardError];
  const variance = a * a + b * b;
  if (variance === 0) return { difference, low: difference, high: difference };
  const degrees = variance ** 2 / (a ** 4 / (before.n - 1) + b ** 4 / (now.n - 1));
  const half = t95(degrees) * Math.sqrt(variance);
  return { difference, low: difference - half, high: difference + half };
}
