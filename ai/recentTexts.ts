/** Keeps what was worked out of the texts used last; the least lately used goes first. */
export class RecentTexts<T> {
  readonly #kept = new Map<string, T>();
  readonly #limit: number;
  readonly #work: (text: string) => T;

  constructor(limit: number, work: (text: string) => T) {
    this.#limit = limit;
    this.#work = work;
  }

  of(text: string): T {
    const known = this.#kept.get(text);
    const value = known ?? this.#work(text);
    if (known !== undefined) this.#kept.delete(text);
    else if (this.#kept.size >= this.#limit) this.#kept.delete(this.#kept.keys().next().value!);
    this.#kept.set(text, value);
    return value;
  }
}
