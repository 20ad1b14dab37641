import { v7 } from 'uuid';
import type { Prisma } from '#prisma/client.ts';
import { NotFound } from '../errors.ts';
import { followConversation } from '../serviceLevels/followConversations.ts';
import type { ConversationParts } from './parts.ts';

/** What a person at another desk said: the platform delivered it already. */
export interface SaidElsewhere {
  /** The channel's id of it; told twice, it is kept once. */
  externalId: string;
  /** The person, as the other desk calls them. */
  name: string;
  text: string;
  at: Date;
}

/** See Conversations.saidElsewhere: the story of a conversation is whole, whoever told a part of it. */
export async function saidElsewhere(
  { db, clock, clocks }: Pick<ConversationParts, 'db' | 'clock' | 'clocks'>,
  conversationId: string,
  { externalId, name, text, at }: SaidElsewhere,
): Promise<void> {
  await db.transaction(async (client) => {
    await client.$queryRaw`SELECT id FROM "Conversation" WHERE id = ${conversationId}::uuid FOR UPDATE`;
    const found = await client.conversation.findUnique({ where: { id: conversationId } });
    if (!found) throw new NotFound('conversation', conversationId);
    const where = { conversationId_externalId: { conversationId, externalId } };
    if (found.erasedAt || (await client.inboxEntry.findUnique({ where }))) return;
    const sequence = found.sequence + 1;
    await client.conversation.update({ where: { id: conversationId }, data: { sequence, lastActivityAt: at } });
    const id = v7();
    const body = {
      id,
      type: 'message',
      text,
      timestamp: at.toISOString(),
      from: { id: `elsewhere:${name}`, name, role: 'bot' },
      channelData: { sender: 'person' },
    } satisfies Prisma.InputJsonObject;
    await client.inboxEntry.create({ data: { id, conversationId, externalId, sequence, state: 'done' } });
    await client.activity.create({
      data: { id, conversationId, sequence, direction: 'outbound', type: 'message', sender: 'staff', text, body },
    });
    await followConversation(clocks, client, conversationId, clock.now());
    db.signals.publish('activities', { conversationId });
    db.signals.publish('conversations', { conversationId });
  });
}
