interface Waiting<Item, Result> {
  item: Item;
  resolve(result: Result | Promise<Result>): void;
  reject(fault: unknown): void;
}

/**
 * Does together what is asked for one by one: what comes while one batch is under way makes the next. Batches begin in order, one at a
 * time. A batch that fails is done again item by item, so that one bad item spoils none of the others.
 */
export class Gathering<Item, Result> {
  readonly #run: (items: Item[]) => Promise<(Result | Promise<Result>)[]>;
  readonly #most: number;
  #waiting: Waiting<Item, Result>[] = [];
  #working = false;

  /**
   * @param run does a batch; returns the results in the order of the items. A result may be a promise, which the next batch does not wait for.
   * @param most items in one batch.
   */
  constructor(run: (items: Item[]) => Promise<(Result | Promise<Result>)[]>, most = 250) {
    this.#run = run;
    this.#most = most;
  }

  /** Done with the next batch. */
  add(item: Item): Promise<Result> {
    const done = new Promise<Result>((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
    });
    if (!this.#working) {
      this.#working = true;
      // What has come in the same moment is done together.
      setImmediate(() => void this.#work());
    }
    return done;
  }

  async #work(): Promise<void> {
    while (this.#waiting.length > 0) await this.#batch(this.#waiting.splice(0, this.#most));
    this.#working = false;
  }

  async #batch(batch: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.#run(batch.map(({ item }) => item));
      for (const [place, { resolve }] of batch.entries()) resolve(results[place]!);
    } catch (fault) {
      if (batch.length === 1) batch[0]!.reject(fault);
      else for (const each of batch) await this.#batch([each]);
    }
  }
}
