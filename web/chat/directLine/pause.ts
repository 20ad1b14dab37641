/** How long to wait between attempts, in milliseconds. */
export interface Backoff {
  baseMs: number;
  maxMs: number;
  random: () => number;
}

/**
 * The delay before attempt `attempt` (0 is the first repetition): exponential, half of it random, so that the pages of
 * a restarted server do not come back in step ("equal jitter").
 */
export function backoffDelay(attempt: number, { baseMs, maxMs, random }: Backoff): number {
  const ceiling = Math.min(maxMs, baseMs * 2 ** Math.min(attempt, 20));
  return ceiling / 2 + (random() * ceiling) / 2;
}

/** A wait that can be cut short: the network is back, the customer tapped "try again". */
export class Pause {
  #wake: (() => void) | undefined;

  /** Resolves after `ms` milliseconds or at `wake()`. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.wake(), ms);
      this.#wake = () => {
        clearTimeout(timer);
        this.#wake = undefined;
        resolve();
      };
    });
  }

  /** Ends the wait in progress, if there is one. */
  wake(): void {
    this.#wake?.();
  }
}
