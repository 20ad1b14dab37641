/**
 * Divides a whole number into whole parts by weights: they add up to it, and none is a whole unit away from its fair share (the method
 * of the largest remainder; of equal remainders the earlier one gets it). Without any weight everybody has the same.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  if (weights.length === 0) return [];
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const fair = weights.map((weight) => (sum > 0 ? total * (weight / sum) : total / weights.length));
  const parts = fair.map(Math.floor);
  let left = total - parts.reduce((all, part) => all + part, 0);
  const byRemainder = fair
    .map((share, place) => ({ place, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.place - b.place);
  for (const { place } of byRemainder) {
    if (left <= 0) break;
    parts[place]! += 1;
    left -= 1;
  }
  return parts;
}
