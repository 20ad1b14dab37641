import { v7 } from 'uuid';
import type { Database } from '#prisma/client.ts';
import type { Incoming, Received } from './turn.ts';
import type { Turns } from './turns.ts';

/** Something that came in, and who said it. */
export interface Arrival extends Omit<Incoming, 'claims'> {
  direction: 'inbound' | 'internal';
  sender: string;
}

/**
 * Stores activities of many conversations in their order, as `receive` in statements.ts does with one, but takes no lease: their turns
 * are run as there is room. $1 the activities. Not returned, and to be received alone, are those that were received before, those whose
 * conversation is gone, and those whose conversation somebody holds just now: nobody waits for another's row.
 */
const receiveMany = `
WITH pushed AS (
  SELECT p.* FROM jsonb_to_recordset($1::jsonb) AS p("at" int, "id" uuid, "conversation" uuid, "externalId" text, "userId" text,
    "direction" text, "type" text, "sender" text, "text" text, "body" jsonb)
  LEFT JOIN LATERAL (
    SELECT 1 AS "is" FROM "InboxEntry" e WHERE e."conversationId" = p."conversation" AND e."externalId" = p."externalId" LIMIT 1
  ) known ON true
  WHERE known."is" IS NULL
), many AS (
  SELECT "conversation", count(*)::int AS "count", max("userId") AS "userId" FROM pushed GROUP BY "conversation"
), locked AS (
  SELECT c."id" FROM "Conversation" c WHERE c."id" IN (SELECT "conversation" FROM many) ORDER BY c."id" FOR UPDATE SKIP LOCKED
), taken AS (
  UPDATE "Conversation" c SET
    "sequence" = c."sequence" + many."count",
    "waiting" = c."waiting" + many."count",
    "lastActivityAt" = now(),
    "userId" = coalesce(c."userId", many."userId")
  FROM many JOIN locked ON locked."id" = many."conversation"
  WHERE c."id" = many."conversation" AND c."erasedAt" IS NULL
  RETURNING c."id", c."sequence" - many."count" AS "before"
), placed AS (
  SELECT pushed.*, taken."before" + row_number() OVER (PARTITION BY pushed."conversation" ORDER BY pushed."at")::int AS "sequence"
  FROM pushed JOIN taken ON taken."id" = pushed."conversation"
), entry AS (
  INSERT INTO "InboxEntry" ("id", "conversationId", "externalId", "sequence")
  SELECT "id", "conversation", "externalId", "sequence" FROM placed
  RETURNING "id", "sequence", "receivedAt"
), said AS (
  INSERT INTO "Activity" ("id", "conversationId", "sequence", "direction", "type", "sender", "text", "body", "createdAt")
  SELECT placed."id", placed."conversation", placed."sequence", placed."direction"::"Direction", placed."type", placed."sender", placed."text",
    placed."body" || jsonb_build_object('timestamp', to_char(entry."receivedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
    entry."receivedAt"
  FROM placed JOIN entry ON entry."id" = placed."id"
)
SELECT "id", "sequence", "receivedAt" FROM entry`;

/** Receives what comes in together: by one statement and one commit, whatever its number. */
export class Intake {
  readonly #db: Database;
  readonly #turns: Turns;
  /** What is received alone, by conversation: what comes after it waits for it. */
  readonly #alone = new Map<string, Promise<unknown>>();

  constructor(db: Database, turns: Turns) {
    this.#db = db;
    this.#turns = turns;
  }

  /** Stores the arrivals in their order. Each result as of `Turns.receive`; durable when it is there. */
  async receive(arrivals: Arrival[]): Promise<Promise<Received | null>[]> {
    const together = arrivals.filter(
      (arrival, place) =>
        arrival.openMs === undefined &&
        !this.#alone.has(arrival.conversationId) &&
        arrivals.findIndex((other) => isSame(arrival, other)) === place,
    );
    const stored = together.length > 1 ? await this.#store(together).catch(() => undefined) : undefined;
    return arrivals.map((arrival) => {
      const received = stored?.get(arrival);
      return received ? Promise.resolve(received) : this.#receiveAlone(arrival);
    });
  }

  async #store(arrivals: Arrival[]): Promise<Map<Arrival, Received>> {
    const rows = arrivals.map((arrival, at) => ({ ...rowOf(arrival), at }));
    const stored = await this.#db.query('intake_receive', receiveMany, [JSON.stringify(rows)]);
    const byId = new Map(stored.map((row) => [row.id as string, row]));
    const received = new Map<Arrival, Received>();
    for (const [place, arrival] of arrivals.entries()) {
      const { id, body } = rows[place]!;
      const row = byId.get(id);
      if (!row) continue;
      const { conversationId, direction } = arrival;
      const sequence = row.sequence as number;
      const activity = { ...body, timestamp: row.receivedAt as Date };
      const activities = [{ sequence, direction, activity }];
      this.#turns.announce({ conversationId, after: sequence - 1, upTo: sequence, activities });
      this.#turns.wake(conversationId);
      const settled = this.#turns.settled(conversationId);
      received.set(arrival, { id, sequence, repeated: false, open: false, settled });
    }
    return received;
  }

  #receiveAlone({ direction, sender, ...incoming }: Arrival): Promise<Received | null> {
    const { conversationId } = incoming;
    const receive = () => this.#turns.receive(incoming, { direction, sender });
    const before = this.#alone.get(conversationId);
    const received = before ? before.then(receive, receive) : receive();
    const over = received
      .catch(() => undefined)
      .then(() => {
        if (this.#alone.get(conversationId) === over) this.#alone.delete(conversationId);
      });
    this.#alone.set(conversationId, over);
    return received;
  }
}

const isSame = (one: Arrival, other: Arrival) =>
  one.conversationId === other.conversationId && one.externalId === other.externalId;

function rowOf({ conversationId, externalId, activity, direction, sender }: Arrival) {
  const id = v7();
  const userId = direction === 'inbound' ? (activity.from?.id ?? '') : null;
  const said = { type: activity.type ?? 'message', sender, text: activity.text ?? null, body: { ...activity, id } };
  return { id, conversation: conversationId, externalId, userId, direction, ...said };
}
