import type { Client, Database } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';

/** Where somebody stands who waits for a person: 1 is next. `waitMinutes`: the median of the latest waits; absent where there are too few to tell. */
export interface QueuePlace {
  place: number;
  waitMinutes?: number;
}

/** The most valuable tiers go first. */
const ranks: Record<string, number> = { diamond: 3, platinum: 3, vip: 3, gold: 2, silver: 1 };
const rankOf = (tier: string | null | undefined): number => ranks[tier?.toLowerCase() ?? ''] ?? 0;

/** How many of the latest waits tell what to expect, from how many on they tell anything, and how old they may be. */
const WAITS = 20;
const FEWEST_WAITS = 5;
const WAITS_DAYS = 14;

interface Waiting {
  id: string;
  queuedAt: Date | null;
  customer: { tier: string | null } | null;
}

/** Tier first, then who waits longest. */
export const queueOrder = (a: Waiting, b: Waiting): number =>
  rankOf(b.customer?.tier) - rankOf(a.customer?.tier) ||
  (a.queuedAt?.getTime() ?? 0) - (b.queuedAt?.getTime() ?? 0) ||
  (a.id < b.id ? -1 : 1);

/** Customers who wait for a person. */
export class HandoffQueue {
  readonly #db: Database;
  readonly #clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /** Does nothing if a person has it, or it waits already: nobody loses a place by asking again. */
  async enter(id: string): Promise<void> {
    await this.#db.transaction(async (client) => {
      const { count } = await client.conversation.updateMany({
        where: { id, holder: 'bot' },
        data: { holder: 'queue', queuedAt: this.#clock.now(), acceptedAt: null },
      });
      if (count > 0) this.#db.signals.publish('conversations', { conversationId: id });
    });
  }

  async place(id: string): Promise<QueuePlace | null> {
    const { client } = this.#db;
    const waiting = await client.conversation.findMany({
      where: { holder: 'queue' },
      select: { id: true, queuedAt: true, customer: { select: { tier: true } } },
      take: 1000,
    });
    const place = waiting.sort(queueOrder).findIndex((each) => each.id === id) + 1;
    if (place === 0) return null;
    const waitMinutes = await this.#wait(client);
    return { place, ...(waitMinutes === undefined ? {} : { waitMinutes }) };
  }

  /** The median of the latest waits, in minutes, at least one; undefined for fewer than five in two weeks. */
  async #wait(client: Client): Promise<number | undefined> {
    const since = new Date(this.#clock.now().getTime() - WAITS_DAYS * 86_400_000);
    const rows = await client.conversation.findMany({
      where: { acceptedAt: { gte: since }, queuedAt: { not: null } },
      orderBy: { acceptedAt: 'desc' },
      select: { queuedAt: true, acceptedAt: true },
      take: WAITS,
    });
    if (rows.length < FEWEST_WAITS) return undefined;
    const waits = rows.map(({ queuedAt, acceptedAt }) => +acceptedAt! - +queuedAt!).sort((a, b) => a - b);
    return Math.max(1, Math.round(waits[Math.floor(waits.length / 2)]! / 60_000));
  }
}
