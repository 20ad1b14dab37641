import type { LanguageModelError } from '../languageModel.ts';

const longestRestMs = 600_000;

/** `failures`: so many in a row and the server is left alone for `restMs`; the pause doubles while trials fail, up to ten minutes. */
export interface BreakerSettings {
  failures?: number;
  restMs?: number;
  /** Milliseconds that only grow. */
  now?: () => number;
}

/**
 * Leaves a server alone that fails (M. Nygard, Release It!, "Circuit Breaker"): after some faults in a row nobody asks it for a
 * while, then one call tries whether it is back. `Retry-After` is obeyed at once; a key that is not accepted is not tried each time.
 */
export class CircuitBreaker {
  readonly #failures: number;
  readonly #restMs: number;
  readonly #now: () => number;
  #failed = 0;
  #restUntil = 0;
  #trying = false;

  constructor({ failures = 3, restMs = 30_000, now = () => performance.now() }: BreakerSettings = {}) {
    this.#failures = failures;
    this.#restMs = restMs;
    this.#now = now;
  }

  /** Whether the server is left alone right now. */
  get resting(): boolean {
    return this.#now() < this.#restUntil;
  }

  /** Whether a call may be made. After a rest only one at a time may, until one has succeeded. */
  enter(): boolean {
    if (this.resting) return false;
    if (this.#restUntil === 0) return true;
    if (this.#trying) return false;
    this.#trying = true;
    return true;
  }

  succeeded(): void {
    this.#failed = 0;
    this.#restUntil = 0;
    this.#trying = false;
  }

  failed({ fault, retryAfterMs }: LanguageModelError): void {
    this.#trying = false;
    // The server did its part: it answered, or we hung up.
    if (fault === 'shape' || fault === 'refused' || fault === 'rejected') this.succeeded();
    else if (fault !== 'aborted') this.#count(fault, retryAfterMs);
  }

  #count(fault: LanguageModelError['fault'], retryAfterMs: number | undefined): void {
    this.#failed += 1;
    const rests = Math.max(0, this.#failed - this.#failures);
    const pause = Math.min(this.#restMs * 2 ** Math.min(rests, 10), longestRestMs);
    if (retryAfterMs !== undefined) this.#rest(Math.min(retryAfterMs, longestRestMs));
    else if (fault === 'unauthorised' || this.#failed >= this.#failures) this.#rest(pause);
  }

  #rest(ms: number): void {
    this.#restUntil = Math.max(this.#restUntil, this.#now() + ms);
  }
}
