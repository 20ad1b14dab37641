import { v7 } from 'uuid';
import type { Clock } from '#crm/clock.ts';
import type { Messenger, SentFile } from '#crm/messenger.ts';
import type { Client, Database, Prisma } from '#prisma/client.ts';
import { handoffEvents } from './handoffEvents.ts';

const internalServiceUrl = 'urn:zhiyin:internal';

/**
 * The way from the business to customers. Its methods write into the transaction that is open: what a command tells the
 * customer exists if and only if the command does. The row of the conversation is updated first; it gives the number and
 * makes others wait, as in a turn.
 */
export function createMessenger(
  db: Database,
  clock: Clock,
  outboxOf: (channel: string) => string | null,
  hasDesk: (channel: string) => boolean = () => false,
): Messenger {
  return {
    send: (conversationId, event) =>
      db.transaction(async (client) => {
        const conversation = await client.conversation.update({
          where: { id: conversationId },
          data: { sequence: { increment: 1 }, waiting: { increment: 1 } },
        });
        const id = v7();
        const body = {
          id,
          type: 'event',
          name: event.kind,
          value: event.ids,
          channelId: conversation.channel,
          serviceUrl: internalServiceUrl,
          conversation: { id: conversation.externalId },
          // The dialog state is kept by sender: what the clock or a colleague starts concerns the customer's dialog.
          from: { id: conversation.userId ?? '', role: 'user' },
          recipient: { id: 'zhiyin', role: 'bot' },
          timestamp: clock.now().toISOString(),
        };
        const { sequence } = conversation;
        await client.inboxEntry.create({ data: { id, conversationId, externalId: `internal:${id}`, sequence } });
        await client.activity.create({
          data: { id, conversationId, sequence, direction: 'internal', type: 'event', sender: 'system', body },
        });
        db.signals.publish('inbox', { conversationId });
      }),

    say: (conversationId, text, staff, files = []) =>
      db.transaction(async (client) => {
        const now = clock.now();
        const conversation = await client.conversation.update({
          where: { id: conversationId },
          data: { sequence: { increment: 1 }, lastActivityAt: now },
        });
        const id = v7();
        const body = {
          id,
          type: 'message',
          text,
          timestamp: now.toISOString(),
          channelId: conversation.channel,
          conversation: { id: conversation.externalId },
          from: { id: `staff:${staff.id}`, name: staff.name, role: 'bot' },
          channelData: { sender: 'person' },
          ...(files.length > 0 ? { attachments: files.map(attachmentOf) } : {}),
        };
        const { sequence } = conversation;
        const kind = outboxOf(conversation.channel);
        await client.activity.create({
          data: {
            id,
            conversationId,
            sequence,
            direction: 'outbound',
            type: 'message',
            sender: 'staff',
            text: text || null,
            body,
          },
        });
        if (kind) {
          await client.outboxEntry.create({ data: { id, conversationId, activityId: id, sequence, kind } });
          db.signals.publish('outbox', { conversationId });
        }
        db.signals.publish('activities', { conversationId });
        db.signals.publish('conversations', { conversationId });
      }),

    handoff: (conversationId, news) =>
      db.transaction(async (client) => {
        const now = clock.now();
        const step = { type: 'event', name: 'handoff', value: news };
        const { conversation } = await keep(client, conversationId, 'internal', step, now);
        const kind = outboxOf(conversation.channel);
        for (const event of await handoffEvents(client, conversation, news, hasDesk)) {
          const { id, sequence } = await keep(client, conversationId, 'outbound', event, now);
          if (!kind) continue;
          await client.outboxEntry.create({ data: { id, conversationId, activityId: id, sequence, kind } });
          db.signals.publish('outbox', { conversationId });
        }
        db.signals.publish('activities', { conversationId });
      }),
  };
}

const attachmentOf = ({ name, contentType, path }: SentFile) => ({ name, contentType, contentUrl: path });

/** Puts an event that is no turn into the history, with the next number. */
async function keep(
  client: Client,
  conversationId: string,
  direction: 'internal' | 'outbound',
  event: object,
  createdAt: Date,
) {
  const conversation = await client.conversation.update({
    where: { id: conversationId },
    data: { sequence: { increment: 1 } },
  });
  const id = v7();
  const { sequence } = conversation;
  const body = { ...event, id, timestamp: createdAt.toISOString() } as Prisma.InputJsonObject;
  const place = { id, conversationId, sequence, direction, createdAt };
  await client.activity.create({ data: { ...place, type: 'event', sender: 'system', body } });
  return { conversation, id, sequence };
}
