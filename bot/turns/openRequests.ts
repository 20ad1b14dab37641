import type { Activity } from 'botbuilder';
import type { Database } from '#prisma/client.ts';
import type { Json } from './turn.ts';

/**
 * Requests of a channel that stay open until the reply to what they brought is there (DESIGN section 4.2). Until then the
 * replies are due no other way; then they are claimed as the response, which is kept for the repeats of the request, or let
 * go to the delivery. If the process dies, they are due when the request is over anyhow.
 */

/** A reply that waits for delivery. */
export interface WaitingReply {
  id: string;
  activity: Partial<Activity>;
  /** What is left of it in the channel's own form, where a part was sent. */
  rest: Json[] | null;
}

const waiting = `
SELECT o."id", o."rest", a."body" FROM "OutboxEntry" o JOIN "Activity" a ON a."id" = o."activityId"
WHERE o."conversationId" = $1::uuid AND o."state"::text = ANY($2::text[]) ORDER BY o."sequence"`;

/**
 * The response is kept if all of the replies still wait. $1 inbox entry, $2 replies, $3 response, $4 how it was shown,
 * $5 what does not fit into the response: the first of the replies keeps it until the next request.
 */
const claim = `
WITH locked AS (
  SELECT "id" FROM "OutboxEntry" WHERE "id" = ANY($2::uuid[]) AND "state" IN ('waiting', 'held') FOR UPDATE
), mine AS (
  UPDATE "OutboxEntry" SET "form" = $4::text,
    "rest" = CASE WHEN "id" = ($2::uuid[])[1] THEN $5::jsonb END,
    "state" = CASE WHEN "id" = ($2::uuid[])[1] AND $5::jsonb IS NOT NULL THEN 'held'::"OutboxState" ELSE 'sent' END
  WHERE "id" IN (SELECT "id" FROM locked) AND (SELECT count(*) FROM locked) = cardinality($2::uuid[])
  RETURNING "id"
)
UPDATE "InboxEntry" SET "response" = $3::jsonb WHERE "id" = $1::uuid AND EXISTS (SELECT 1 FROM mine) RETURNING "id"`;

/** What is committed from now on is due at once, and so is what was. $1 conversation, $2 inbox entry. */
const letGo = `
WITH over AS (UPDATE "InboxEntry" SET "openUntil" = NULL WHERE "id" = $2::uuid)
UPDATE "OutboxEntry" SET "nextAttemptAt" = now()
WHERE "conversationId" = $1::uuid AND "state" = 'waiting' AND "nextAttemptAt" > now() AND "attempts" = 0 AND "kind" = 'answer'`;

const response = `SELECT "response" FROM "InboxEntry" WHERE "id" = $1::uuid`;

/** The open requests in the database. */
export class OpenRequests {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** All replies that wait in a conversation or are on their way, and those that are held if asked for, in order. */
  async waiting(conversationId: string, held = false): Promise<WaitingReply[]> {
    const states = ['waiting', 'sending', ...(held ? ['held'] : [])];
    const rows = await this.#db.query('open_request_waiting', waiting, [conversationId, states]);
    return rows.map((row) => ({
      id: row.id as string,
      activity: row.body as Partial<Activity>,
      rest: row.rest as Json[] | null,
    }));
  }

  /** Takes the replies as the response to a request; false: they are on their way already, at least in part. */
  async claim(
    entryId: string,
    replies: string[],
    answer: Json,
    { form = null, rest = [] }: { form?: string | null; rest?: Json[] } = {},
  ): Promise<boolean> {
    const left = rest.length > 0 ? JSON.stringify(rest) : null;
    const parameters = [entryId, replies, JSON.stringify(answer), form, left];
    return (await this.#db.query('open_request_claim', claim, parameters)).length > 0;
  }

  /** The request is over: what waits is delivered another way, at once. */
  async letGo(conversationId: string, entryId: string): Promise<void> {
    await this.#db.query('open_request_let_go', letGo, [conversationId, entryId]);
    this.#db.signals.publish('outbox', { conversationId });
  }

  /** What a request was answered with; null: nothing was claimed for it. */
  async responseOf(entryId: string): Promise<Json | null> {
    const [row] = await this.#db.query('open_request_response', response, [entryId]);
    return (row?.response as Json | undefined) ?? null;
  }
}
