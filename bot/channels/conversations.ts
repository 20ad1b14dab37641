import { v7 } from 'uuid';
import type { Database } from '#prisma/client.ts';

const find = `SELECT "id", "userId" FROM "Conversation" WHERE "channel" = $1::text AND "externalId" = $2::text`;

const keep = `
INSERT INTO "Conversation" ("id", "channel", "externalId", "userId") VALUES ($1::uuid, $2::text, $3::text, $4::text)
ON CONFLICT ("channel", "externalId") DO UPDATE SET "userId" = coalesce(excluded."userId", "Conversation"."userId")
RETURNING "id"`;

/** A conversation as a channel of our own names it; `userId` null: it is not known yet who it is with. */
export interface Place {
  channel: string;
  externalId: string;
  userId: string | null;
}

/** The id of a conversation; made at the first contact, and anew once the person was erased. */
export async function keepConversation(db: Database, { channel, externalId, userId }: Place): Promise<string> {
  const [found] = await db.query('channel_conversation_find', find, [channel, externalId]);
  if (found && (userId === null || found.userId === userId)) return found.id as string;
  const [row] = await db.query('channel_conversation_keep', keep, [v7(), channel, externalId, userId]);
  return row!.id as string;
}
