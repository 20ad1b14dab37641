import type { Client, Database } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import { InvalidInput } from '../errors.ts';
import type { Messenger } from '../messenger.ts';
import type { Notifications } from '../notifications/notifications.ts';
import type { ClockRows } from '../serviceLevels/clockRows.ts';
import { whisper } from './whisper.ts';

/** What conversations stand on. */
export interface ConversationParts {
  db: Database;
  clock: Clock;
  messenger: Messenger;
  notifications: Notifications;
  /** How long customers wait; followed where a conversation changes hands. */
  clocks: ClockRows;
}

/** Who passes it on, to whom (null: back into the queue, first in its tier), and what colleagues should know. */
export interface Transfer {
  staffId: string;
  toStaffId: string | null;
  note?: string | null;
}

/** See Conversations.transfer; the caller holds the row. */
export async function transfer(
  { db, clock, messenger, notifications }: Omit<ConversationParts, 'clocks'>,
  client: Client,
  id: string,
  { staffId, toStaffId, note }: Transfer,
): Promise<void> {
  const now = clock.now();
  const to = toStaffId
    ? await client.staff.findFirst({ where: { id: toStaffId, active: true }, select: { id: true, name: true } })
    : null;
  if (toStaffId && !to)
    throw new InvalidInput([{ path: 'toStaffId', message: 'This colleague is not here any more.' }]);
  if (to?.id === staffId) throw new InvalidInput([{ path: 'toStaffId', message: 'It is yours already.' }]);
  if (note) {
    const { name } = await client.staff.findUniqueOrThrow({ where: { id: staffId } });
    await whisper(client, id, { text: note, from: { id: staffId, name }, at: now });
  }
  if (to) {
    await client.conversation.update({ where: { id }, data: { staffId: to.id, takeovers: { increment: 1 } } });
    const occasion = now.toISOString();
    await notifications.tell([to.id], {
      kind: 'conversationTransferred',
      conversationId: id,
      note: note ?? null,
      occasion,
    });
    await messenger.send(id, { kind: 'transferred', ids: { staffId: to.id, name: to.name } });
  } else {
    const { queuedAt } = await client.conversation.findUniqueOrThrow({ where: { id } });
    await client.conversation.update({
      where: { id },
      data: { holder: 'queue', staffId: null, queuedAt: queuedAt ?? now, acceptedAt: null },
    });
    await messenger.send(id, { kind: 'requeued', ids: {} });
  }
  db.signals.publish('conversations', { conversationId: id });
}
