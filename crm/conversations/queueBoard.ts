import { v7 } from 'uuid';
import type { Database } from '#prisma/client.ts';
import type { QueuePlace } from './handoffQueue.ts';

/** Several changes of the queue within this time are told once. */
const COALESCE_MS = 200;
/** Who stands further back is told when they come nearer. */
const TOLD_AT_MOST = 50;
/** This process: of several, the one in which the queue moved tells. */
const here = v7();

/** The queue has moved; customers who wait are told after the commit. */
export const queueMoved = (db: Database): void => db.signals.publish('queue', { by: here });

/** Shows customers their place while they wait, whenever the queue moves or somebody comes or goes. Never stored; a sign that is lost comes again with the next. */
export class QueueBoard {
  readonly #db: Database;
  readonly #places: () => Promise<Map<string, QueuePlace>>;
  readonly #onFault: (fault: unknown) => void;
  readonly #stops: (() => void)[];
  #timer: NodeJS.Timeout | undefined;
  #shown = new Set<string>();

  constructor(db: Database, places: () => Promise<Map<string, QueuePlace>>, onFault: (fault: unknown) => void) {
    this.#db = db;
    this.#places = places;
    this.#onFault = onFault;
    this.#stops = [
      db.signals.subscribe('queue', ({ by }) => {
        if (by === here) this.#soon();
      }),
      db.signals.subscribe('presence', () => this.#soon()),
    ];
  }

  close(): void {
    for (const stop of this.#stops) stop();
    clearTimeout(this.#timer);
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#show().catch(this.#onFault);
    }, COALESCE_MS).unref();
  }

  async #show(): Promise<void> {
    const places = [...(await this.#places())].slice(0, TOLD_AT_MOST);
    const waiting = new Set(places.map(([id]) => id));
    for (const [id, place] of places) this.#tell(id, place);
    // Who waits no longer sees no place any more.
    for (const id of this.#shown) if (!waiting.has(id)) this.#tell(id, null);
    this.#shown = waiting;
  }

  #tell(conversationId: string, place: QueuePlace | null): void {
    const activity = { id: v7(), type: 'event', name: 'queue', value: place, from: { id: 'zhiyin', role: 'bot' } };
    this.#db.signals.broadcast('ephemeral', { conversationId, activity });
  }
}
