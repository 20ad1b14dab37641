import { AsyncResource } from 'node:async_hooks';
import type { Example } from '#ai/classifier.ts';
import type { Understanding } from '#ai/understanding.ts';
import type { Database } from '#prisma/client.ts';

/** A signal may be lost; then what was published is learnt after this time. */
const LOOK_MS = 60_000;

/** Keeps the reader trained with what is published: by the signal `examples`, and by a look now and then. */
export class Teaching {
  readonly #understanding: Understanding;
  readonly #load: () => Promise<Example[]>;
  readonly #onFault: (fault: unknown) => void;
  readonly #unsubscribe: () => void;
  #timer: NodeJS.Timeout | undefined;
  #learnt: string | undefined;
  #learning: Promise<void> | undefined;
  #again = false;
  #closed = false;

  constructor(db: Database, understanding: Understanding, onFault: (fault: unknown) => void) {
    this.#understanding = understanding;
    this.#onFault = onFault;
    // Whoever publishes does so in a transaction; learning outlives it, so it reads outside.
    this.#load = AsyncResource.bind(() => published(db));
    this.#unsubscribe = db.signals.subscribe('examples', () => void this.learn().catch(onFault));
  }

  async start(): Promise<void> {
    await this.learn();
    if (this.#closed) return;
    this.#timer = setInterval(() => void this.learn().catch(this.#onFault), LOOK_MS).unref();
  }

  /** Learns what is published, unless it is known. A publication while it learns is learnt afterwards. */
  learn(): Promise<void> {
    this.#again = this.#learning !== undefined;
    this.#learning ??= this.#learnAll().finally(() => {
      this.#learning = undefined;
    });
    return this.#learning;
  }

  async #learnAll(): Promise<void> {
    do {
      this.#again = false;
      const examples = await this.#load();
      const state = JSON.stringify(examples);
      if (state === this.#learnt) continue;
      const classifier = await this.#understanding.train(examples);
      if (this.#closed) return;
      this.#understanding.use(classifier);
      this.#learnt = state;
    } while (this.#again);
  }

  async settled(): Promise<void> {
    while (this.#learning) await this.#learning;
  }

  close(): void {
    this.#closed = true;
    this.#unsubscribe();
    clearInterval(this.#timer);
  }
}

async function published(db: Database): Promise<Example[]> {
  const rows = await db.client.example.findMany({ where: { publishedText: { not: null } }, orderBy: { id: 'asc' } });
  return rows.map(({ publishedIntent, publishedText }) => ({ intent: publishedIntent!, text: publishedText! }));
}
