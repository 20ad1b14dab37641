import type { Client } from '#prisma/client.ts';
import { Conflict, InvalidInput } from '../errors.ts';
import { tellStep } from './handoffStep.ts';
import { roomLeft } from './holding.ts';
import type { ConversationParts } from './parts.ts';
import { queueMoved } from './queueBoard.ts';
import { whisper } from './whisper.ts';

/** Who passes it on; to whom: a colleague, a team (whoever of it is free), or neither: back into the queue; and what colleagues should know. */
export interface Transfer {
  staffId: string;
  toStaffId?: string | null;
  toTeamId?: string | null;
  note?: string | null;
}

/** See Conversations.transfer; the caller holds the row and may do this. */
export async function transfer(parts: ConversationParts, client: Client, id: string, by: Transfer): Promise<void> {
  const { staffId, toStaffId, toTeamId, note } = by;
  if (toStaffId && toTeamId)
    throw new InvalidInput([{ path: 'toTeamId', message: 'Choose a colleague or a team, not both.' }]);
  if (note) {
    const { name } = await client.staff.findUniqueOrThrow({ where: { id: staffId } });
    await whisper(client, id, { text: note, from: { id: staffId, name }, at: parts.clock.now() });
  }
  if (toStaffId) await toColleague(parts, client, id, { ...by, toStaffId });
  else await toQueue(parts, client, id, by);
  parts.db.signals.publish('conversations', { conversationId: id });
  queueMoved(parts.db);
}

async function toColleague(
  parts: ConversationParts,
  client: Client,
  id: string,
  { staffId, toStaffId, note }: Transfer & { toStaffId: string },
): Promise<void> {
  const { clock, messenger, notifications, presence, tasks } = parts;
  const to = await client.staff.findFirst({ where: { id: toStaffId, active: true }, select: { id: true, name: true } });
  if (!to) throw new InvalidInput([{ path: 'toStaffId', message: 'This colleague is not here any more.' }]);
  const { staffId: holder } = await client.conversation.findUniqueOrThrow({ where: { id } });
  if (to.id === holder) throw new InvalidInput([{ path: 'toStaffId', message: `${to.name} has it already.` }]);
  // Who takes it for oneself is here, and knows how much one can do.
  if (to.id !== staffId) {
    if ((await presence.of(to.id)) !== 'online')
      throw new Conflict(
        'colleagueAway',
        `${to.name} is not at the desk. Pass it on to a team, or back into the queue.`,
      );
    const { holding, capacity } = await roomLeft(client, to.id);
    if (holding >= capacity)
      throw new Conflict('colleagueFull', `${to.name} has ${holding} conversations, as many as they may.`);
  }
  const now = clock.now();
  const data = { staffId: to.id, heldAt: now, takeovers: { increment: 1 } };
  await client.conversation.update({ where: { id }, data });
  await tasks.followHolder(id, to.id);
  await tellStep(parts, client, id, { kind: 'transferred', staffId, toStaffId: to.id });
  if (to.id !== staffId) await notifications.tell([to.id], told(id, note, now));
  await messenger.send(id, { kind: 'transferred', ids: { staffId: to.id, name: to.name } });
}

/** Its place is that of the first wait. */
async function toQueue(
  parts: ConversationParts,
  client: Client,
  id: string,
  { staffId, toTeamId, note }: Transfer,
): Promise<void> {
  const { clock, messenger, notifications } = parts;
  const now = clock.now();
  const team = toTeamId ? await client.team.findUnique({ where: { id: toTeamId }, select: { id: true } }) : null;
  if (toTeamId && !team) throw new InvalidInput([{ path: 'toTeamId', message: 'There is no such team.' }]);
  await backIntoQueue(client, id, now, team?.id ?? null);
  await parts.tasks.followHolder(id, null);
  if (!team) {
    await tellStep(parts, client, id, { kind: 'requeued', staffId });
    return messenger.send(id, { kind: 'requeued', ids: {} });
  }
  await tellStep(parts, client, id, { kind: 'transferred', staffId, toTeamId: team.id });
  const members = await client.staff.findMany({ where: { teamId: team.id, active: true }, select: { id: true } });
  const others = members.map((member) => member.id).filter((member) => member !== staffId);
  await notifications.tell(others, told(id, note, now));
  await messenger.send(id, { kind: 'transferred', ids: { teamId: team.id } });
}

/** Waits again, since the first time it waited. */
export async function backIntoQueue(client: Client, id: string, now: Date, teamId: string | null): Promise<void> {
  const { queuedAt } = await client.conversation.findUniqueOrThrow({ where: { id }, select: { queuedAt: true } });
  await client.conversation.update({
    where: { id },
    data: { holder: 'queue', staffId: null, heldAt: null, acceptedAt: null, teamId, queuedAt: queuedAt ?? now },
  });
}

const told = (conversationId: string, note: string | null | undefined, now: Date) => ({
  kind: 'conversationTransferred' as const,
  conversationId,
  note: note ?? null,
  occasion: now.toISOString(),
});
