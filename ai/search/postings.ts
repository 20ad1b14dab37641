/**
 * In which documents a term stands and how strongly: two parallel typed arrays that grow by half. Unordered, so that
 * one document is removed by moving the last entry into its place.
 */
export class Postings {
  slots = new Uint32Array(2);
  /** Frequency of the term in the document, weighted by field. */
  weights = new Float32Array(2);
  length = 0;

  add(slot: number, weight: number): void {
    if (this.length === this.slots.length) {
      const size = Math.ceil(this.length * 1.5) + 1;
      const slots = new Uint32Array(size);
      slots.set(this.slots);
      this.slots = slots;
      const weights = new Float32Array(size);
      weights.set(this.weights);
      this.weights = weights;
    }
    this.slots[this.length] = slot;
    this.weights[this.length++] = weight;
  }

  /** Forgets a document. It must be there. */
  remove(slot: number): void {
    const at = this.slots.indexOf(slot);
    this.length--;
    this.slots[at] = this.slots[this.length]!;
    this.weights[at] = this.weights[this.length]!;
    // Past the end the old slot would be found again by the next indexOf.
    this.slots[this.length] = 0xffffffff;
  }
}
