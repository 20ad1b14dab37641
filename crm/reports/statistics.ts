/** The 97.5 % quantile of the standard normal distribution: what a two-sided 95 % interval uses. */
const Z95 = 1.959963984540054;

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
