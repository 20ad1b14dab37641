import type { Activity } from 'botbuilder';
import type { Database, Row } from '#prisma/client.ts';
import type { DeliveryEntry, DeliveryKind } from '../channels/channel.ts';
import * as sql from './outboxStatements.ts';
import type { Json } from './turn.ts';

/** An attempt that is ours. */
export interface Attempt {
  id: string;
  number: number;
  kind: DeliveryKind;
  conversationId: string;
  activityId: string;
  sequence: number;
  /** The rows that go with it. */
  following: { id: string; number: number }[];
  /** Null: its conversation or activity is no longer there. */
  entry: DeliveryEntry | null;
}

/** How an attempt ended; `rest`: what is left to be sent, after a part of it was. */
export type Outcome =
  | { state: 'sent'; form?: string | undefined }
  | { state: 'waiting'; inMs: number; reason: string; rest?: Json[] | undefined }
  | { state: 'held'; reason: string; rest?: Json[] | undefined }
  | { state: 'failed' | 'uncertain'; reason: string };

/** The replies on their way out, in the database (see outboxStatements.ts). */
export class Outbox {
  readonly #db: Database;
  readonly #leaseMs: number;

  constructor(db: Database, leaseMs: number) {
    this.#db = db;
    this.#leaseMs = leaseMs;
  }

  /** Begins up to `limit` attempts that are due. */
  async claim(limit: number): Promise<Attempt[]> {
    return (await this.#db.query('outbox_claim', sql.claim, [limit, this.#leaseMs])).map(attemptOf);
  }

  /** Takes the answers that wait behind an attempt into it. */
  async gather(attempt: Attempt): Promise<void> {
    const parameters = [attempt.conversationId, attempt.sequence, this.#leaseMs];
    const rows = await this.#db.query('outbox_claim_following', sql.claimFollowing, parameters);
    for (const row of rows) {
      attempt.following.push({ id: row.id as string, number: row.attempts as number });
      if (row.body) attempt.entry?.following?.push(row.body as Partial<Activity>);
    }
  }

  /** Keeps what an attempt sends, with ids of ours; the rows behind it are done with it. False: it is no longer ours. */
  async fix(attempt: Attempt, plan: Json[], form: string | null): Promise<boolean> {
    const [ids, numbers] = [attempt.following.map(({ id }) => id), attempt.following.map(({ number }) => number)];
    const parameters = [attempt.id, attempt.number, JSON.stringify(plan), form, ids, numbers];
    return (await this.#db.query('outbox_fix', sql.fix, parameters)).length > 0;
  }

  /**
   * Ends an attempt; false: it was no longer ours, and nothing was changed. Where a part was sent, the first row keeps what
   * is left of all.
   */
  async settle(attempt: Attempt, outcome: Outcome): Promise<boolean> {
    const reason = outcome.state === 'sent' ? null : outcome.reason;
    const inMs = outcome.state === 'waiting' ? outcome.inMs : 0;
    const rest = 'rest' in outcome ? outcome.rest : undefined;
    const form = outcome.state === 'sent' ? (outcome.form ?? null) : null;
    for (const row of attempt.following) {
      await this.#settle([row.id, row.number, rest ? 'sent' : outcome.state, rest ? null : reason, inMs, null, form]);
    }
    const left = rest ? JSON.stringify(rest) : null;
    return this.#settle([attempt.id, attempt.number, outcome.state, reason, inMs, left, form]);
  }

  async #settle(parameters: unknown[]): Promise<boolean> {
    return (await this.#db.query('outbox_settle', sql.settle, parameters)).length > 0;
  }

  /** Ends the attempts that ran out of their lease; `reason` is kept with them. */
  async recover(attempts: number, reason: string) {
    const rows = await this.#db.query('outbox_recover', sql.recover, [attempts, reason]);
    return rows.map((row) => ({
      conversationId: row.conversationId as string,
      activityId: row.activityId as string,
      state: row.state as 'waiting' | 'failed' | 'uncertain',
    }));
  }
}

function attemptOf(row: Row): Attempt {
  const conversationId = row.conversationId as string;
  const there = row.channel !== null && row.body !== null;
  return {
    id: row.id as string,
    number: row.attempts as number,
    kind: row.kind as DeliveryKind,
    conversationId,
    activityId: row.activityId as string,
    sequence: row.sequence as number,
    following: [],
    entry: there
      ? {
          conversation: {
            id: conversationId,
            channel: row.channel as string,
            externalId: row.externalId as string,
            reference: row.reference as Json | null,
            userId: row.userId as string | null,
          },
          activity: row.body as Partial<Activity>,
          following: [],
          kind: row.kind as DeliveryKind,
          rest: row.rest as Json[] | null,
          repliesTo: row.repliesTo as string | null,
          claims: row.claims as Json | null,
        }
      : null,
  };
}
