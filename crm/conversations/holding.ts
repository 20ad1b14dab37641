import { type Client, Prisma } from '#prisma/client.ts';
import { Conflict, NotFound } from '../errors.ts';
import { followConversation } from '../serviceLevels/followConversations.ts';
import { lineOf, waitingNow } from './handoffQueue.ts';
import { tellStep } from './handoffStep.ts';
import type { ConversationParts } from './parts.ts';
import { queueMoved } from './queueBoard.ts';

/** See Conversations.takeover. */
export async function takeover(parts: ConversationParts, client: Client, id: string, staffId: string): Promise<void> {
  const { db, clock, clocks, presence, tasks } = parts;
  await lock(client, id);
  const before = await client.conversation.findUnique({ where: { id } });
  if (before?.holder === 'person' && before.staffId === staffId) return;
  // What another desk has may be taken back.
  if (!before || (before.holder === 'person' && before.staffId)) return refuse(client, id);
  const now = clock.now();
  await presence.seen(staffId);
  await mayTakeMore(client, staffId);
  await client.conversation.update({
    where: { id },
    data: {
      holder: 'person',
      staffId,
      takeovers: { increment: 1 },
      acceptedAt: now,
      heldAt: now,
      releasedAt: null,
      teamId: null,
      // Who did not wait tells nothing of how long people wait.
      ...(before.holder !== 'queue' && { queuedAt: null }),
    },
  });
  await tasks.followHolder(id, staffId);
  await tellStep(parts, client, id, { kind: before.holder === 'queue' ? 'accepted' : 'takenOver', staffId });
  await followConversation(clocks, client, id, now);
  db.signals.publish('conversations', { conversationId: id });
  queueMoved(db);
}

/** See Conversations.acceptNext. */
export async function acceptNext(
  parts: ConversationParts,
  client: Client,
  staff: { id: string; teamId: string | null },
): Promise<string | null> {
  // In this order: whoever takes two at once is counted, and the line of one's team is one's own.
  await parts.presence.seen(staff.id);
  await mayTakeMore(client, staff.id);
  const colleagues = await parts.presence.colleagues(client);
  const mine = (await waitingNow(client)).filter(
    ({ teamId }) => teamId === staff.teamId || lineOf(teamId, colleagues) === null,
  );
  // A colleague may be taking this very one: the next is as good. Where each is locked, perhaps only by its turn, one waits.
  for (const skip of [Prisma.sql`SKIP LOCKED`, Prisma.empty]) {
    for (const { id } of mine) {
      const free = await client.$queryRaw<unknown[]>`
        SELECT 1 FROM "Conversation" WHERE id = ${id}::uuid AND holder = 'queue' FOR UPDATE ${skip}`;
      if (free.length === 0) continue;
      await takeover(parts, client, id, staff.id);
      return id;
    }
  }
  return null;
}

/** See Conversations.release. */
export async function release(parts: ConversationParts, client: Client, id: string, staffId: string): Promise<void> {
  const { db, clock, clocks, messenger, tasks } = parts;
  const now = clock.now();
  await mayHold(client, id, staffId);
  await followConversation(clocks, client, id, now);
  const { staffId: helper, acceptedAt } = await client.conversation.findUniqueOrThrow({ where: { id } });
  await client.conversation.update({
    where: { id },
    data: { holder: 'bot', staffId: null, heldAt: null, releasedAt: now },
  });
  await followConversation(clocks, client, id, now);
  const spoken = { conversationId: id, type: 'message', sender: 'staff', direction: 'outbound' as const };
  const since = acceptedAt ? { createdAt: { gte: acceptedAt } } : {};
  const answered = await client.activity.findFirst({ where: { ...spoken, ...since }, select: { id: true } });
  if (answered) await tasks.answeredIn(id, helper ?? staffId);
  await tellStep(parts, client, id, { kind: 'released', staffId });
  await messenger.send(id, { kind: 'released', ids: { staffId: helper ?? staffId } });
  db.signals.publish('conversations', { conversationId: id });
  queueMoved(db);
}

/** Throws unless a person has it who is the caller, or the caller leads. Locks the row. */
export async function mayHold(client: Client, id: string, staffId: string): Promise<void> {
  await lock(client, id);
  const reader = await client.staff.findUnique({ where: { id: staffId }, select: { role: true } });
  const mine = reader && reader.role !== 'staff' ? {} : { staffId };
  const count = await client.conversation.count({ where: { id, holder: 'person', ...mine } });
  if (count === 0) await refuse(client, id);
}

/** How many more conversations a colleague may be given. Locks their row, so that two who count at one time count one after the other. */
export async function roomLeft(client: Client, staffId: string): Promise<{ holding: number; capacity: number }> {
  const [row] = await client.$queryRaw<{ capacity: number }[]>`
    SELECT capacity FROM "Staff" WHERE id = ${staffId}::uuid FOR NO KEY UPDATE`;
  const holding = await client.conversation.count({ where: { staffId, holder: 'person' } });
  return { holding, capacity: row?.capacity ?? 0 };
}

/** Throws Conflict for who has as many as they may have; who leads steps in where it is needed. */
async function mayTakeMore(client: Client, staffId: string): Promise<void> {
  const { holding, capacity } = await roomLeft(client, staffId);
  if (holding < capacity) return;
  const { role } = await client.staff.findUniqueOrThrow({ where: { id: staffId }, select: { role: true } });
  if (role !== 'staff') return;
  throw new Conflict(
    'handsFull',
    `You have ${holding} conversations, as many as you may. Give one back or pass it on.`,
  );
}

/** Says why one may not speak here. */
export async function refuse(client: Client, id: string): Promise<never> {
  const found = await client.conversation.findUnique({ where: { id }, select: { holder: true } });
  if (!found) throw new NotFound('conversation', id);
  if (found.holder === 'person') throw new Conflict('conversationTaken', 'A colleague has this conversation.');
  throw new Conflict('conversationNotTaken', 'Take the conversation over first.');
}

const lock = (client: Client, id: string) =>
  client.$queryRaw`SELECT id FROM "Conversation" WHERE id = ${id}::uuid FOR UPDATE`;
