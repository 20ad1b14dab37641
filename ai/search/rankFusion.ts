/** The constant of the paper: how little the very first places count for more than those after them. */
const K = 60;

/**
 * One ranking from several, by reciprocal rank fusion: each list gives 1 / (60 + rank) (Cormack, Clarke and Büttcher, "Reciprocal
 * Rank Fusion outperforms Condorcet and individual Rank Learning Methods", SIGIR 2009). Scores by id, best first.
 */
export function fuseRanks(rankings: readonly (readonly string[])[]): Map<string, number> {
  const scores = new Map<string, number>();
  for (const ranking of rankings)
    for (const [place, id] of ranking.entries()) scores.set(id, (scores.get(id) ?? 0) + 1 / (K + place + 1));
  return new Map([...scores].sort(([, a], [, b]) => b - a));
}
