import { setTimeout as wait } from 'node:timers/promises';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { TooManyRequests } from './errors.ts';

/** The longest that a request waits for its turn; clients give up after 20 s. */
const MAX_WAIT = 12_000;

/** So many requests in so many seconds. */
export interface Rate {
  requests: number;
  seconds: number;
}

/**
 * Slows down who sends too fast. Requests over the rate wait instead of being refused, as clients drop or mishandle a
 * 429; only who keeps far above it is refused.
 */
export class Pace {
  readonly #limiter: RateLimiterMemory;

  constructor(rate: Rate) {
    this.#limiter = new RateLimiterMemory({ points: rate.requests, duration: rate.seconds });
  }

  /** Returns when the request may go on. @throws TooManyRequests. */
  async admit(key: string): Promise<void> {
    for (let waited = 0; ; ) {
      const refusal = await this.#limiter.consume(key).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      if (!refusal) return;
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const delay = Math.max(refusal.msBeforeNext, 20);
      waited += delay;
      if (waited > MAX_WAIT) throw new TooManyRequests();
      await wait(delay, undefined, { ref: false });
    }
  }
}
