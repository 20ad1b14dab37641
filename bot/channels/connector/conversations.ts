import { isDeepStrictEqual } from 'node:util';
import { TurnContext } from 'botbuilder';
import { v7 } from 'uuid';
import type { Database } from '#prisma/client.ts';
import type { Json } from '../../turns/turn.ts';
import { asActivity, type PostedActivity } from './activity.ts';

const find = `SELECT "id", "reference" FROM "Conversation" WHERE "channel" = $1::text AND "externalId" = $2::text`;

const keep = `
INSERT INTO "Conversation" ("id", "channel", "externalId", "reference") VALUES ($1::uuid, $2::text, $3::text, $4::jsonb)
ON CONFLICT ("channel", "externalId") DO UPDATE SET "reference" = excluded."reference"
RETURNING "id"`;

/** The id of a conversation, or undefined where nothing was said in it yet. */
export async function findConversation(db: Database, { channelId, conversation }: PostedActivity) {
  const [row] = await db.query('connector_find', find, [channelId, conversation.id]);
  return row && { id: row.id as string, reference: row.reference as Json | null };
}

/**
 * Finds or makes the conversation of an authenticated activity and keeps how it is reached: what was sent from there last
 * is right, also when a channel moves to another serviceUrl.
 */
export async function keepConversation(db: Database, activity: PostedActivity): Promise<string> {
  const found = await findConversation(db, activity);
  const reference = referenceOf(activity);
  if (found && isDeepStrictEqual(found.reference, reference)) return found.id;
  const place = [v7(), activity.channelId, activity.conversation.id, JSON.stringify(reference)];
  const [row] = await db.query('connector_keep', keep, place);
  return row!.id as string;
}

/** Bot Framework's conversation reference, as JSON keeps it and without what belongs to this one activity. */
function referenceOf(activity: PostedActivity): Json {
  const { activityId: _, locale: __, ...reference } = TurnContext.getConversationReference(asActivity(activity));
  return JSON.parse(JSON.stringify(reference)) as Json;
}
