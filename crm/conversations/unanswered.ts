import type { Database } from '#prisma/client.ts';
import type { Messenger } from '../messenger.ts';
import { whisper } from './whisper.ts';

/** How long a customer waits for the next answer of the person who has the conversation. */
const PATIENCE_MINUTES = 10;
const BATCH = 50;

interface Left {
  id: string;
  name: string | null;
  gone: boolean;
}

/**
 * See Conversations.runUnanswered. A conversation is given back to the queue where its person is not here any more, where
 * the customer spoke last and has waited for ten minutes, or where whoever took it over has said nothing for ten minutes; it
 * keeps the place of the first wait. Being in the queue is the mark that it was done, so it can run twice and on many instances.
 */
export async function returnUnanswered(
  { db, messenger }: { db: Database; messenger: Messenger },
  now: Date,
): Promise<number> {
  const since = new Date(now.getTime() - PATIENCE_MINUTES * 60_000);
  return db.transaction(async (client) => {
    const left = await client.$queryRaw<Left[]>`
      SELECT c.id, s.name, NOT coalesce(s.active, false) AS gone
        FROM "Conversation" c LEFT JOIN "Staff" s ON s.id = c."staffId"
        CROSS JOIN LATERAL (
          SELECT sender, "createdAt" FROM "Activity" a
           WHERE a."conversationId" = c.id AND a.type = 'message' AND a.sender IN ('customer', 'staff')
           ORDER BY sequence DESC LIMIT 1) said
       WHERE c.holder = 'person' AND c."staffId" IS NOT NULL
         AND (NOT coalesce(s.active, false)
           OR (said.sender = 'customer' AND greatest(said."createdAt", c."acceptedAt") <= ${since})
           OR (c."acceptedAt" <= ${since} AND said."createdAt" < c."acceptedAt"))
       ORDER BY c.id LIMIT ${BATCH} FOR UPDATE OF c SKIP LOCKED`;
    for (const { id, name, gone } of left) {
      await client.$executeRaw`
        UPDATE "Conversation" SET holder = 'queue', "staffId" = NULL, "acceptedAt" = NULL,
          "queuedAt" = coalesce("queuedAt", ${now}) WHERE id = ${id}::uuid`;
      const text = gone ? `${name ?? ''} ✕` : `${name ?? ''} … ${PATIENCE_MINUTES} min`;
      await whisper(client, id, { text, from: null, at: now });
      await messenger.send(id, { kind: 'requeued', ids: {} });
      db.signals.publish('conversations', { conversationId: id });
    }
    return left.length;
  });
}
