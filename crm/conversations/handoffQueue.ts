import type { Client } from '#prisma/client.ts';
import { type Colleague, roomOf } from '../staff/presence.ts';
import { expectedWait } from './expectedWait.ts';
import { tellStep } from './handoffStep.ts';
import type { ConversationParts } from './parts.ts';
import { queueMoved } from './queueBoard.ts';

/** Where somebody stands who waits for a person: 1 is next. */
export interface QueuePlace {
  place: number;
  /** What the wait may be; absent where too little is known to tell. */
  waitMinutes?: number;
  /** Whether anybody who may take them is at the desk. */
  here: boolean;
}

/** The most valuable tiers go first. */
const ranks: Record<string, number> = { diamond: 3, platinum: 3, vip: 3, gold: 2, silver: 1 };
const rankOf = (tier: string | null | undefined): number => ranks[tier?.toLowerCase() ?? ''] ?? 0;

/** How many of the latest waits tell what to expect, from how many on they tell anything, and how old they may be. */
const WAITS = 20;
const FEWEST_WAITS = 5;
const WAITS_DAYS = 14;
/** The queue is never long: it is read whole, in its own order. */
export const QUEUE_READ = 500;

/** What of a conversation decides whose turn it is. */
export const queueFacts = {
  id: true,
  queuedAt: true,
  teamId: true,
  demo: true,
  customer: { select: { tier: true } },
} as const;

interface Waiting {
  id: string;
  queuedAt: Date | null;
  teamId: string | null;
  demo: boolean;
  customer: { tier: string | null } | null;
}

/** The demo's customers last; then tier first, then who waits longest. */
export const queueOrder = (a: Waiting, b: Waiting): number =>
  Number(a.demo) - Number(b.demo) ||
  rankOf(b.customer?.tier) - rankOf(a.customer?.tier) ||
  (a.queuedAt?.getTime() ?? 0) - (b.queuedAt?.getTime() ?? 0) ||
  (a.id < b.id ? -1 : 1);

/** For whom somebody waits: their team while one of it is at the desk, else (null) anybody. Nobody waits for people who are not there. */
export const lineOf = (teamId: string | null, colleagues: readonly Colleague[]): string | null =>
  colleagues.some((each) => each.teamId === teamId && each.state === 'online') ? teamId : null;

/** Customers who wait for a person. */
export class HandoffQueue {
  readonly #parts: ConversationParts;

  constructor(parts: ConversationParts) {
    this.#parts = parts;
  }

  /** Does nothing if a person has it, or it waits already: nobody loses a place by asking again. */
  async enter(id: string): Promise<void> {
    const { db, clock } = this.#parts;
    await db.transaction(async (client) => {
      const { count } = await client.conversation.updateMany({
        where: { id, holder: 'bot' },
        data: {
          holder: 'queue',
          queuedAt: clock.now(),
          acceptedAt: null,
          heldAt: null,
          releasedAt: null,
          teamId: null,
        },
      });
      if (count === 0) return;
      await tellStep(this.#parts, client, id, { kind: 'queued' });
      queueMoved(db);
      db.signals.publish('conversations', { conversationId: id });
    });
  }

  async place(id: string): Promise<QueuePlace | null> {
    return (await this.places()).get(id) ?? null;
  }

  /** Where everybody stands who waits, the next first. */
  async places(): Promise<Map<string, QueuePlace>> {
    const { db, presence } = this.#parts;
    const { client } = db;
    const waiting = await waitingNow(client);
    if (waiting.length === 0) return new Map();
    const colleagues = await presence.colleagues();
    const waited = await this.#waited(client);
    const having = await this.#having(client);
    const lines = new Map<string | null, number>();
    return new Map(
      waiting.map(({ id, teamId }) => {
        const line = lineOf(teamId, colleagues);
        const place = (lines.get(line) ?? 0) + 1;
        lines.set(line, place);
        const serving = colleagues.filter(({ state, teamId: of }) => state === 'online' && (!line || of === line));
        const room = serving.reduce((sum, each) => sum + roomOf(each), 0);
        const held = serving.reduce((sum, { holding }) => sum + holding, 0);
        const here = serving.length > 0;
        const waitMinutes = here ? expectedWait({ place, room, held, waited, having }) : undefined;
        return [id, { place, here, ...(waitMinutes === undefined ? {} : { waitMinutes }) }];
      }),
    );
  }

  /** The median of the latest waits, in minutes; undefined for fewer than five in two weeks. */
  async #waited(client: Client): Promise<number | undefined> {
    const rows = await client.conversation.findMany({
      where: { acceptedAt: { gte: this.#since() }, queuedAt: { not: null }, demo: false },
      orderBy: { acceptedAt: 'desc' },
      select: { queuedAt: true, acceptedAt: true },
      take: WAITS,
    });
    return medianMinutes(rows.map(({ queuedAt, acceptedAt }) => +acceptedAt! - +queuedAt!));
  }

  /** How long a person had each of the latest conversations, likewise. */
  async #having(client: Client): Promise<number | undefined> {
    const rows = await client.conversation.findMany({
      where: { releasedAt: { gte: this.#since() }, acceptedAt: { not: null }, demo: false },
      orderBy: { releasedAt: 'desc' },
      select: { acceptedAt: true, releasedAt: true },
      take: WAITS,
    });
    return medianMinutes(rows.map(({ acceptedAt, releasedAt }) => +releasedAt! - +acceptedAt!));
  }

  #since(): Date {
    return new Date(this.#parts.clock.now().getTime() - WAITS_DAYS * 86_400_000);
  }
}

/** Who waits, the next first. */
export async function waitingNow(client: Client): Promise<Waiting[]> {
  const rows = await client.conversation.findMany({
    where: { holder: 'queue' },
    select: queueFacts,
    orderBy: [{ queuedAt: 'asc' }, { id: 'asc' }],
    take: QUEUE_READ,
  });
  return rows.sort(queueOrder);
}

function medianMinutes(spans: number[]): number | undefined {
  if (spans.length < FEWEST_WAITS) return undefined;
  return spans.sort((a, b) => a - b)[Math.floor(spans.length / 2)]! / 60_000;
}
