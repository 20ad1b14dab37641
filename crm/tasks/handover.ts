import type { Client, Task } from '#prisma/client.ts';
import { InvalidInput } from '../errors.ts';
import type { Notifications } from '../notifications/notifications.ts';
import { mentionedIn } from './mentions.ts';
import type { TaskChange, TaskRows } from './taskRows.ts';

/** Who passes a task on, to whom (absent: as it is), to which team, and what they should know. Null: nobody, no team. */
export interface Reassignment {
  staffId: string;
  ownerId?: string | null;
  teamId?: string | null;
  note?: string | null;
}

/** What passing on works with. */
export interface HandoverParts {
  rows: TaskRows;
  notifications: Notifications;
}

/** See Tasks.assign; the caller holds the row. Whoever gets it is told, each time anew. */
export async function reassign(
  { rows, notifications }: HandoverParts,
  client: Client,
  task: Task,
  by: Reassignment,
): Promise<TaskChange> {
  const teamId = by.teamId === undefined ? task.teamId : by.teamId;
  if (teamId && !(await client.team.findUnique({ where: { id: teamId }, select: { id: true } })))
    throw new InvalidInput([{ path: 'teamId', message: 'There is no such team.' }]);
  // To another team without a name: it waits there for whoever claims it.
  const ownerId = by.ownerId === undefined ? (teamId === task.teamId ? task.ownerId : null) : by.ownerId;
  const owner = ownerId
    ? await client.staff.findFirst({ where: { id: ownerId, active: true }, select: { id: true, name: true } })
    : null;
  if (ownerId && !owner) throw new InvalidInput([{ path: 'ownerId', message: 'This colleague is not here any more.' }]);
  const team = teamId && teamId !== task.teamId ? await client.team.findUnique({ where: { id: teamId } }) : null;
  const toTeam = (team?.name as { zh: string } | undefined)?.zh;
  const note = [[toTeam, owner?.name].filter(Boolean).join(' · ') || null, by.note].filter(Boolean).join('\n') || null;
  const occasion = await rows.log(client, task.id, { kind: 'assigned', staffId: by.staffId, note });
  if (owner && owner.id !== by.staffId && owner.id !== task.ownerId)
    await notifications.tell([owner.id], { kind: 'taskAssigned', taskId: task.id, note: by.note ?? null, occasion });
  return { ownerId, teamId };
}

/** Tells the colleagues whom a note names, but for who wrote it. */
export async function tellMentioned(
  { notifications }: HandoverParts,
  client: Client,
  written: { taskId: string; eventId: string; staffId: string; note: string },
): Promise<void> {
  const { taskId, eventId, staffId, note } = written;
  if (!note.includes('@')) return;
  const people = await client.staff.findMany({ where: { active: true }, select: { id: true, name: true } });
  const told = mentionedIn(note, people).filter(({ id }) => id !== staffId);
  const author = people.find(({ id }) => id === staffId)?.name ?? '';
  const said = note.length > 200 ? `${note.slice(0, 199)}…` : note;
  await notifications.tell(
    told.map(({ id }) => id),
    { kind: 'taskMentioned', taskId, note: `${author}: ${said}`, occasion: eventId },
  );
}
