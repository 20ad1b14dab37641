/** The platform's time: it runs, and can be moved on. In tests the bot is given the same one. */
export class PlatformClock {
  #aheadMs = 0;
  readonly #standsAt: number | undefined;

  /** @param standsAt where it stands until it is moved; absent: it runs with the machine's. */
  constructor(standsAt?: Date) {
    this.#standsAt = standsAt?.getTime();
  }

  now(): Date {
    return new Date((this.#standsAt ?? Date.now()) + this.#aheadMs);
  }

  advance(ms: number): void {
    this.#aheadMs += ms;
  }
}
