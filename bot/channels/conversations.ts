import { v7 } from 'uuid';
import type { Database } from '#prisma/client.ts';

/**
 * $1 channel, $2 [{id: a new one, externalId: the channel's id, userId: or null}], each place once. A conversation that is known is only
 * read; a new one is not waited for on the disk, because the message that it is made for is: with that, everything before it is there.
 */
const keep = `
WITH wanted AS (
  SELECT w.*, f."id" AS "found" FROM jsonb_to_recordset($2::jsonb) AS w("id" uuid, "externalId" text, "userId" text)
  LEFT JOIN LATERAL (
    SELECT c."id" FROM "Conversation" c WHERE c."channel" = $1::text AND c."externalId" = w."externalId"
      AND (w."userId" IS NULL OR c."userId" = w."userId")
  ) f ON true
), made AS (
  INSERT INTO "Conversation" ("id", "channel", "externalId", "userId")
  SELECT wanted."id", $1::text, wanted."externalId", wanted."userId"
  FROM wanted, (SELECT set_config('synchronous_commit', 'off', true) AS "is") commit
  WHERE commit."is" = 'off' AND wanted."found" IS NULL ORDER BY wanted."externalId"
  ON CONFLICT ("channel", "externalId") DO UPDATE SET "userId" = coalesce(excluded."userId", "Conversation"."userId")
  RETURNING "id", "externalId"
)
SELECT "externalId", "found" AS "id" FROM wanted WHERE "found" IS NOT NULL
UNION ALL SELECT "externalId", "id" FROM made`;

/** A conversation as a channel of our own names it; `userId` null: it is not known yet who it is with. */
export interface Place {
  channel: string;
  externalId: string;
  userId: string | null;
}

/** The id of a conversation; made at the first contact, and anew once the person was erased. */
export async function keepConversation(db: Database, { channel, ...place }: Place): Promise<string> {
  return (await keepConversations(db, channel, [place]))[0]!;
}

/** The ids of many conversations of one channel, in their order; the same as keepConversation of each. */
export async function keepConversations(
  db: Database,
  channel: string,
  places: Omit<Place, 'channel'>[],
): Promise<string[]> {
  const wanted = new Map(places.map((place) => [place.externalId, { id: v7(), ...place }]));
  const rows = await db.query('channel_conversations_keep', keep, [channel, JSON.stringify([...wanted.values()])]);
  const ids = new Map(rows.map((row) => [row.externalId as string, row.id as string]));
  return places.map(({ externalId }) => ids.get(externalId)!);
}
