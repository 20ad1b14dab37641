import { v7 } from 'uuid';
import type { Database } from '#prisma/client.ts';

/**
 * $1 a new id, $2 channel, $3 the channel's id, $4 user or null. A conversation that is known is only read; a new one is not waited for
 * on the disk, because the message that it is made for is: with that, everything before it is there.
 */
const keep = `
WITH found AS (
  SELECT "id" FROM "Conversation" WHERE "channel" = $2::text AND "externalId" = $3::text
    AND ($4::text IS NULL OR "userId" = $4::text)
), made AS (
  INSERT INTO "Conversation" ("id", "channel", "externalId", "userId")
  SELECT $1::uuid, $2::text, $3::text, $4::text
  FROM (SELECT set_config('synchronous_commit', 'off', true) AS "is") commit
  WHERE commit."is" = 'off' AND NOT EXISTS (SELECT 1 FROM found)
  ON CONFLICT ("channel", "externalId") DO UPDATE SET "userId" = coalesce(excluded."userId", "Conversation"."userId")
  RETURNING "id"
)
SELECT "id" FROM found UNION ALL SELECT "id" FROM made`;

/** A conversation as a channel of our own names it; `userId` null: it is not known yet who it is with. */
export interface Place {
  channel: string;
  externalId: string;
  userId: string | null;
}

/** The id of a conversation; made at the first contact, and anew once the person was erased. */
export async function keepConversation(db: Database, { channel, externalId, userId }: Place): Promise<string> {
  const [row] = await db.query('channel_conversation_keep', keep, [v7(), channel, externalId, userId]);
  return row!.id as string;
}
