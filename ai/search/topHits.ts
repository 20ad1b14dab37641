/** Keeps the `limit` best of many, in order; equal scores keep the order in which they came. */
export class TopHits {
  private readonly hits: { slot: number; score: number }[] = [];
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Whether such a score would be kept; asked first because most are not. */
  wants(score: number): boolean {
    return score > 0 && (this.hits.length < this.limit || score > this.hits[this.hits.length - 1]!.score);
  }

  offer(slot: number, score: number): void {
    let at = this.hits.length;
    while (at > 0 && this.hits[at - 1]!.score < score) at--;
    this.hits.splice(at, 0, { slot, score });
    if (this.hits.length > this.limit) this.hits.pop();
  }

  best(): readonly { slot: number; score: number }[] {
    return this.hits;
  }
}
