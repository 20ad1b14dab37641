import { AsyncResource } from 'node:async_hooks';
import type { Signals, Topic } from '#prisma/client.ts';

/** What is done again and again. */
export interface RoundParts {
  /** One look at what is due, and all of it done. A fault ends the round, not the rounds. */
  round(): Promise<unknown>;
  onFault(fault: unknown): void;
  signals: Signals;
  /** What wakes it before its time. */
  topic: Topic;
  /** How often it looks without being woken, in ms: a signal may be lost. */
  pollMs: number;
}

/** Does a round at every signal and every few seconds; never two at once, and one more where it was woken meanwhile. */
export class Rounds {
  readonly #parts: RoundParts;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #unsubscribe: (() => void) | undefined;
  #closing = false;

  constructor(parts: RoundParts) {
    this.#parts = parts;
  }

  /** A round in hand looks at it between two pieces of work. */
  get closing(): boolean {
    return this.#closing;
  }

  start(): void {
    const again = () => {
      this.#wake();
      void this.#running?.finally(() => {
        if (!this.#closing) this.#timer = setTimeout(again, this.#parts.pollMs);
      });
    };
    // A signal comes in the context of the turn that gave it, and that turn's transaction is over.
    const wake = AsyncResource.bind(() => this.#wake());
    this.#unsubscribe = this.#parts.signals.subscribe(this.#parts.topic, wake);
    again();
  }

  /** Waits for the round in hand. */
  async close(): Promise<void> {
    this.#closing = true;
    this.#unsubscribe?.();
    clearTimeout(this.#timer);
    await this.#running;
  }

  #wake(): void {
    if (this.#closing) return;
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = this.#parts
      .round()
      .then(() => undefined, this.#parts.onFault)
      .finally(() => {
        this.#running = undefined;
        if (!this.#again) return;
        this.#again = false;
        this.#wake();
      });
  }
}
