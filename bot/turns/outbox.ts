import type { Activity } from 'botbuilder';
import type { Database, Row } from '#prisma/client.ts';
import type { DeliveryEntry } from '../channels/channel.ts';
import * as sql from './outboxStatements.ts';
import type { Json } from './turn.ts';

/** An attempt that is ours. */
export interface Attempt {
  id: string;
  number: number;
  kind: string;
  conversationId: string;
  activityId: string;
  /** Null: its conversation or activity is no longer there. */
  entry: DeliveryEntry | null;
}

/** How an attempt ended. */
export type Outcome =
  | { state: 'sent' }
  | { state: 'waiting'; inMs: number; reason: string }
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

  /** Ends an attempt; false: it was no longer ours, and nothing was changed. */
  async settle(attempt: Attempt, outcome: Outcome): Promise<boolean> {
    const reason = outcome.state === 'sent' ? null : outcome.reason;
    const inMs = outcome.state === 'waiting' ? outcome.inMs : 0;
    const parameters = [attempt.id, attempt.number, outcome.state, reason, inMs];
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
    kind: row.kind as string,
    conversationId,
    activityId: row.activityId as string,
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
          repliesTo: row.repliesTo as string | null,
          claims: row.claims as Json | null,
        }
      : null,
  };
}
