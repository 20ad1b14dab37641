import type { Conversation } from '#prisma/client.ts';
import { NotFound } from '../errors.ts';
import type { HandoffKind } from '../messenger.ts';
import { followConversation } from '../serviceLevels/followConversations.ts';
import { tellStep } from './handoffStep.ts';
import type { ConversationParts } from './parts.ts';
import { queueMoved } from './queueBoard.ts';
import { backIntoQueue } from './transfer.ts';

/** What another desk on the customer's channel did with a handoff; Bot Framework's `handoff.status`. */
export interface DeskStatus {
  state: 'accepted' | 'failed' | 'completed';
  message?: string | undefined;
  /** accepted: the platform's people took it without being asked, from the bot. */
  unasked?: boolean;
  /** completed: the talk is at its end, so the customer is asked how it was. */
  ended?: boolean;
}

/** Held by another desk: by a person, and by nobody of ours. */
const elsewhere = ({ holder, staffId }: Conversation): boolean => holder === 'person' && staffId === null;

const kinds: Record<DeskStatus['state'], HandoffKind> = {
  accepted: 'acceptedElsewhere',
  failed: 'failedElsewhere',
  completed: 'completedElsewhere',
};

/**
 * See Conversations.otherDesk. It can take who waits, and give back what it took; what our own staff have is theirs. What
 * does not fit (told twice, told late) changes nothing. Returns whether something changed.
 */
export async function otherDesk(
  parts: ConversationParts,
  id: string,
  { state, message, unasked = false, ended = false }: DeskStatus,
): Promise<boolean> {
  const { db, clock, clocks, messenger } = parts;
  return db.transaction(async (client) => {
    await client.$queryRaw`SELECT id FROM "Conversation" WHERE id = ${id}::uuid FOR UPDATE`;
    const found = await client.conversation.findUnique({ where: { id } });
    if (!found) throw new NotFound('conversation', id);
    const waits = found.holder === 'queue' || (unasked && found.holder === 'bot');
    const fits = state === 'accepted' ? waits : elsewhere(found);
    if (!fits) return false;
    const now = clock.now();
    if (state === 'failed') await backIntoQueue(client, id, now, null);
    else {
      const accepted = { heldAt: now, acceptedAt: now, releasedAt: null, teamId: null, takeovers: { increment: 1 } };
      const data =
        state === 'accepted'
          ? { holder: 'person' as const, ...accepted }
          : { holder: 'bot' as const, heldAt: null, releasedAt: now };
      await client.conversation.update({ where: { id }, data });
    }
    await followConversation(clocks, client, id, now);
    await tellStep(parts, client, id, { kind: kinds[state], note: message ?? null });
    if (state === 'failed') await messenger.send(id, { kind: 'requeued', ids: {} });
    if (state === 'completed') await messenger.send(id, { kind: ended ? 'talkEnded' : 'released', ids: {} });
    db.signals.publish('conversations', { conversationId: id });
    queueMoved(db);
    return true;
  });
}
