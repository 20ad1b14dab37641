const mostRemembered = 50_000;

/** Which message each stamp (time and nonce) came with: repeats come with the same, anything else is a stamp used twice. */
export class SeenNonces {
  readonly #seen = new Map<string, string>();

  /** Whether this stamp belongs to this message; noted at its first use. */
  belongs(stamp: string, message: string): boolean {
    const known = this.#seen.get(stamp);
    if (known !== undefined) return known === message;
    if (this.#seen.size >= mostRemembered) this.#seen.delete(this.#seen.keys().next().value!);
    this.#seen.set(stamp, message);
    return true;
  }
}
