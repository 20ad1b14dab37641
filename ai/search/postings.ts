/** A document's number and the term's weight in it share 32 bits: 23 for the number (8 million documents), 9 for the weight. */
const WEIGHT_BITS = 9;
const MOST_WEIGHT = (1 << WEIGHT_BITS) - 1;
/** Weights are kept in steps of a tenth: titles count 2.5, bodies 1, characters the same. */
const STEPS = 10;

/**
 * In which documents a term stands and how strongly. Most terms stand in one document alone: that entry is kept without an array. Unordered,
 * so that one document is removed by moving the last entry into its place.
 */
export class Postings {
  #only = 0;
  #more: Uint32Array | null = null;
  length = 0;

  add(slot: number, weight: number): void {
    const entry = ((slot << WEIGHT_BITS) | Math.min(MOST_WEIGHT, Math.round(weight * STEPS))) >>> 0;
    if (this.length === 0) this.#only = entry;
    else {
      this.#more = grown(this.#more, this.length - 1);
      this.#more[this.length - 1] = entry;
    }
    this.length++;
  }

  /** Forgets a document. It must be there. */
  remove(slot: number): void {
    let at = 0;
    while (this.slotAt(at) !== slot) at++;
    this.length--;
    const last = this.#entry(this.length);
    if (at === 0) this.#only = last;
    else this.#more![at - 1] = last;
    if (this.length <= 1) this.#more = null;
  }

  /** The document of the `i`th entry. */
  slotAt(i: number): number {
    return this.#entry(i) >>> WEIGHT_BITS;
  }

  /** Frequency of the term in the document of the `i`th entry, weighted by field. */
  weightAt(i: number): number {
    return (this.#entry(i) & MOST_WEIGHT) / STEPS;
  }

  #entry(i: number): number {
    return i === 0 ? this.#only : this.#more![i - 1]!;
  }
}

/** Room for one entry more at place `at`; grows by half. */
function grown(entries: Uint32Array | null, at: number): Uint32Array {
  if (entries && at < entries.length) return entries;
  const larger = new Uint32Array(at === 0 ? 1 : Math.ceil(at * 1.5) + 1);
  if (entries) larger.set(entries);
  return larger;
}
