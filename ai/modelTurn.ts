import { AsyncLocalStorage } from 'node:async_hooks';

/** How long a customer waits for a model in one turn, over all of its calls: only the time before a first word counts. */
export class Patience {
  #leftMs: number;

  constructor(ms: number) {
    this.#leftMs = ms;
  }

  /** Milliseconds that are left; 0 once it is used up or a call has failed. */
  get leftMs(): number {
    return Math.max(0, Math.round(this.#leftMs));
  }

  /** Begins to wait; returns how to say that the waiting is over. A second time that changes nothing. */
  wait(): () => void {
    const began = performance.now();
    let over = false;
    return () => {
      if (!over) this.#leftMs -= performance.now() - began;
      over = true;
    };
  }

  /** A call has failed: this turn asks no model again. */
  lose(): void {
    this.#leftMs = 0;
  }
}

/** The turn in which a model is asked: for whom, how long they wait, and where they see what is being written. */
export interface ModelTurn {
  conversationId: string | null;
  /** What is known of the customer and must not leave the house: name, phone, address. */
  secrets: readonly string[];
  patience: Patience;
  /** Shows an answer as far as it is checked; the whole text each time. */
  show(text: string): void;
  /** What was answered in this turn already, by question: a dialog may ask twice. */
  answers: Map<string, Promise<unknown>>;
}

const turns = new AsyncLocalStorage<ModelTurn>();

/** Runs a turn in which a model may be asked. Outside of one nobody waits for an answer, and the house works by itself. */
export const withModelTurn = <T>(turn: ModelTurn, body: () => Promise<T>): Promise<T> => turns.run(turn, body);

/** The turn that is running, or undefined. */
export const modelTurn = (): ModelTurn | undefined => turns.getStore();
