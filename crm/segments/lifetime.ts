import { FEWEST } from '../surveys/metrics.ts';
import type { YearlyRetention } from './segmentMonths.ts';

/**
 * How many yearly margins the future of a customer is worth who stays as customers of the shop do: r / (1 + i - r), with r the share that
 * comes back each year and i what a year takes off money (S. Gupta, D. R. Lehmann, Customers as assets, Journal of Interactive Marketing 17
 * (2003) 9-24; constant margin and retention, no end). Null where fewer than five tell r.
 */
export function marginMultiple({ base, kept }: YearlyRetention, discountPercent: number): number | null {
  if (base < FEWEST) return null;
  const retained = kept / base;
  const worth = 1 + discountPercent / 100 - retained;
  // Everybody stays and money keeps its worth: the sum has no end.
  return worth > 0 ? retained / worth : null;
}
