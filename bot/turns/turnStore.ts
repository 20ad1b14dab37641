import type { Activity } from 'botbuilder';
import { v7 } from 'uuid';
import type { Database, UnitOfWork } from '#prisma/client.ts';
import * as sql from './statements.ts';
import type { Incoming, Json } from './turn.ts';

/** A turn whose lease we hold. */
export interface Leased {
  lease: string;
  conversationId: string;
  activityId: string;
  sequence: number;
  /** How often it was started, this time included. */
  starts: number;
  receivedAt: Date;
  direction: 'inbound' | 'internal';
  activity: Partial<Activity>;
  claims: Json | null;
  channel: string;
  holder: 'bot' | 'queue' | 'person';
  takeovers: number;
  customerId: string | null;
  customer: Json | null;
  userId: string | null;
  language: string | null;
  state: Json | null;
}

/** An activity on its way into the history. */
export interface Reply {
  id: string;
  direction: 'outbound' | 'internal';
  type: string;
  sender: 'bot' | 'staff' | 'system';
  text: string | null;
  body: Partial<Activity>;
  /** How it came about, for staff. */
  explanation?: object;
  /** Kind of the delivery that the channel needs, or null. */
  outbox: string | null;
}

/** What a turn leaves behind. */
export interface Closing {
  replies: Reply[];
  /** undefined: leave the state as it is. */
  state: Json | null | undefined;
  language: string | null;
  customerId: string | null;
}

const uniqueViolation = '23505';

/** The turns' memory: prepared statements over the pool that Prisma shares (see statements.ts). */
export class TurnStore {
  readonly #db: Database;
  readonly #leaseMs: number;

  constructor(db: Database, leaseMs: number) {
    this.#db = db;
    this.#leaseMs = leaseMs;
  }

  /**
   * Stores a received activity. `leased` is set if its turn is ours to run now, which it is only where we have room; null: there is no such conversation.
   * Durable when it returns.
   */
  async receive(
    incoming: Incoming,
    kind: { direction: 'inbound' | 'internal'; sender: string },
    hasRoom = true,
  ): Promise<{ id: string; sequence: number; repeated: boolean; activity: Partial<Activity>; leased?: Leased } | null> {
    const id = v7();
    // Without room nobody takes the lease: the turn is run later, by whoever has some.
    const lease = hasRoom ? v7() : null;
    const { conversationId, externalId, claims = null } = incoming;
    const activity = { ...incoming.activity, id };
    const sender = activity.from?.id ?? '';
    const rows = await this.#receiveRows([
      conversationId,
      externalId,
      id,
      sender,
      lease,
      this.#leaseMs,
      kind.direction,
      activity.type ?? 'message',
      kind.sender,
      activity.text ?? null,
      JSON.stringify(activity),
      claims && JSON.stringify(claims),
      kind.direction === 'inbound' ? sender : null,
      incoming.openMs ?? null,
    ]);
    const row = rows[0];
    if (!row) return this.#repeated(conversationId, externalId, activity);
    const receivedAt = row.receivedAt as Date;
    const stored = { ...activity, timestamp: receivedAt.toISOString() as unknown as Date };
    const result = { id, sequence: row.sequence as number, repeated: false, activity: stored };
    if (!row.leased || !lease) return result;
    // Another turn was committed while we waited for the row: what we read of the state is older than the row.
    const stale = row.seenTurns !== row.turns;
    const state = stale ? await this.#state(conversationId, sender) : (row.state as Json | null);
    const head = { lease, conversationId, activityId: id, sequence: result.sequence, starts: 1, receivedAt };
    return {
      ...result,
      leased: { ...head, ...shared(row), direction: kind.direction, activity: stored, claims, state },
    };
  }

  async #receiveRows(parameters: unknown[]) {
    try {
      return await this.#db.query('turn_receive', sql.receive, parameters);
    } catch (fault) {
      if ((fault as { code?: string }).code === uniqueViolation) return [];
      throw fault;
    }
  }

  async #repeated(conversationId: string, externalId: string, activity: Partial<Activity>) {
    const rows = await this.#db.query('turn_repeated', sql.repeated, [conversationId, externalId]);
    const row = rows[0];
    return row ? { id: row.id as string, sequence: row.sequence as number, repeated: true, activity } : null;
  }

  async #state(conversationId: string, sender: string): Promise<Json | null> {
    const rows = await this.#db.query('turn_state', sql.state, [conversationId, sender]);
    return (rows[0]?.state as Json | undefined) ?? null;
  }

  /** Takes the next waiting turn of a conversation, or undefined when there is none for us. */
  async claim(conversationId: string): Promise<Leased | undefined> {
    const lease = v7();
    const [row] = await this.#db.query('turn_claim', sql.claim, [conversationId, lease, this.#leaseMs]);
    if (!row) {
      await this.release(conversationId, lease);
      return undefined;
    }
    const [said] = await this.#db.query('turn_started', sql.started, [row.id, conversationId]);
    const head = { lease, conversationId, activityId: row.id as string, sequence: row.sequence as number };
    return {
      ...head,
      ...shared(row),
      starts: row.starts as number,
      receivedAt: row.receivedAt as Date,
      direction: (said?.direction as 'inbound' | 'internal') ?? 'inbound',
      activity: (said?.body as Partial<Activity>) ?? {},
      claims: row.claims as Json | null,
      state: (said?.state as Json | null) ?? null,
    };
  }

  /** Keeps the lease for a turn that is still being decided. */
  async renew(turn: Leased): Promise<void> {
    await this.#db.query('turn_renew', sql.renew, [turn.conversationId, turn.lease, this.#leaseMs]);
  }

  async release(conversationId: string, lease: string): Promise<void> {
    await this.#db.query('turn_release', sql.release, [conversationId, lease]);
  }

  /**
   * Commits a turn with everything its commands wrote. Undefined: the lease or the conversation is no longer the bot's;
   * the unit of work is rolled back.
   */
  async commit(
    unit: UnitOfWork,
    turn: Leased,
    closing: Closing,
  ): Promise<{ sequence: number; waiting: number } | undefined> {
    const parameters = [
      turn.conversationId,
      turn.lease,
      turn.takeovers,
      turn.activityId,
      turn.activity.from?.id ?? '',
      closing.state === undefined ? null : JSON.stringify(closing.state),
      JSON.stringify(closing.replies),
      closing.language,
      closing.customerId,
    ];
    try {
      return await unit.finish(async (execute) => {
        const [row] = await execute('turn_commit', sql.commit, parameters);
        if (!row) throw new NotMine();
        return { sequence: row.sequence as number, waiting: row.waiting as number };
      });
    } catch (fault) {
      if (fault instanceof NotMine) return undefined;
      throw fault;
    }
  }

  /** The number of takeovers, if the lease is still ours; undefined if it is not. */
  async takeovers(turn: Leased): Promise<number | undefined> {
    const found = await this.#db.client.conversation.findFirst({
      where: { id: turn.conversationId, lease: turn.lease },
      select: { takeovers: true },
    });
    return found?.takeovers;
  }

  /** Conversations whose turns nobody runs: after a crash, or where a signal was lost. */
  async abandoned(limit: number): Promise<string[]> {
    const rows = await this.#db.query('turn_abandoned', sql.abandoned, [limit]);
    return rows.map((row) => row.id as string);
  }
}

class NotMine extends Error {}

function shared(row: Record<string, unknown>) {
  return {
    channel: row.channel as string,
    holder: row.holder as 'bot' | 'queue' | 'person',
    takeovers: row.takeovers as number,
    customerId: row.customerId as string | null,
    customer: row.customer as Json | null,
    userId: row.userId as string | null,
    language: row.language as string | null,
  };
}
