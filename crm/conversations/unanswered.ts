import type { Client } from '#prisma/client.ts';
import { roomOf } from '../staff/presence.ts';
import { tellStep } from './handoffStep.ts';
import type { ConversationParts } from './parts.ts';
import { backIntoQueue } from './transfer.ts';

/** How long a customer waits for the next answer of the person who has the conversation, and of one who said that they are away. */
const PATIENCE_MINUTES = 10;
const AWAY_MINUTES = 3;
/** Who was not seen for this long has left; a page that is reloaded, or a train in a tunnel, comes back sooner. */
const GONE_MINUTES = 3;
const BATCH = 50;

interface Left {
  id: string;
  staffId: string;
  gone: boolean;
}

const minutesBefore = (now: Date, minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

/**
 * See Conversations.runUnanswered. A conversation goes back to the queue where its person does not work here any more, or
 * where the customer waits: at once if the person has left, for three minutes if they are away, for ten if they are here. The
 * wait begins with the customer's first words since the person last spoke, and not before the person had the conversation;
 * who took it and said nothing owes the first word. It keeps the place of the first wait. Being in the queue is the mark that
 * it was done, so this can run twice and on many instances. What the demo's people have stays as it is shown.
 */
export async function returnUnanswered(parts: ConversationParts, now: Date): Promise<number> {
  const goneSince = minutesBefore(now, GONE_MINUTES);
  return parts.db.transaction(async (client) => {
    const left = await client.$queryRaw<Left[]>`
      SELECT c.id, c."staffId", NOT s.active OR p."seenAt" IS NULL OR p."seenAt" <= ${goneSince} AS gone
        FROM "Conversation" c JOIN "Staff" s ON s.id = c."staffId"
        LEFT JOIN "StaffPresence" p ON p."staffId" = s.id
        LEFT JOIN LATERAL (
          SELECT a."createdAt" FROM "Activity" a
           WHERE a."conversationId" = c.id AND a.type = 'message' AND a.sender = 'staff' AND a."createdAt" >= c."heldAt"
           ORDER BY a.sequence DESC LIMIT 1) answered ON true
        LEFT JOIN LATERAL (
          SELECT min(a."createdAt") AS "createdAt" FROM "Activity" a
           WHERE a."conversationId" = c.id AND a.type = 'message' AND a.sender = 'customer'
             AND a."createdAt" > coalesce(answered."createdAt", c."heldAt")) asked ON true
       CROSS JOIN LATERAL (
          SELECT CASE WHEN answered."createdAt" IS NULL THEN c."heldAt" ELSE asked."createdAt" END AS since) waits
       WHERE c.holder = 'person' AND NOT c.demo
         AND (NOT s.active OR waits.since <= ${minutesBefore(now, PATIENCE_MINUTES)}
           OR (waits.since IS NOT NULL AND (p."seenAt" IS NULL OR p."seenAt" <= ${goneSince}))
           OR (p.away AND waits.since <= ${minutesBefore(now, AWAY_MINUTES)}))
       ORDER BY c.id LIMIT ${BATCH} FOR UPDATE OF c SKIP LOCKED`;
    for (const each of left) await giveBack(parts, client, each, now);
    return left.length;
  });
}

async function giveBack(parts: ConversationParts, client: Client, { id, staffId, gone }: Left, now: Date) {
  const { db, messenger, notifications, presence, tasks } = parts;
  await backIntoQueue(client, id, now, null);
  await tasks.followHolder(id, null);
  await tellStep(parts, client, id, { kind: gone ? 'left' : 'unanswered', staffId });
  await messenger.send(id, { kind: 'requeued', ids: {} });
  const colleagues = (await presence.colleagues(client)).filter((each) => each.id !== staffId && roomOf(each) > 0);
  const occasion = now.toISOString();
  const told = { kind: 'conversationWaits' as const, conversationId: id, occasion };
  await notifications.tell(
    colleagues.map((each) => each.id),
    told,
  );
  db.signals.publish('conversations', { conversationId: id });
}
