import { type Client, Prisma, type ServiceClock } from '#prisma/client.ts';
import type { Notifications } from '../notifications/notifications.ts';
import { leads } from '../tasks/owners/assignment.ts';

/** Those of conversations and complaints; tasks have their own (crm/tasks/runDue.ts). */
export const ofCustomers = Prisma.sql`k."taskId" IS NULL`;

interface Concerned {
  ownerId: string | null;
  teamId: string | null;
}

/** The demo shop's customers are old stories: a first start must not tell real leads that they are late. */
async function isDemo(client: Client, { conversationId, complaintId }: ServiceClock): Promise<boolean> {
  const demo = conversationId
    ? await client.conversation.count({ where: { id: conversationId, demo: true } })
    : await client.complaint.count({ where: { id: complaintId!, customer: { demo: true } } });
  return demo > 0;
}

/** Tells who has the conversation or complaint; the leads too when the time is up, or where nobody has it. */
export async function tellOfLevel(
  notifications: Notifications,
  client: Client,
  clock: ServiceClock,
  percent: number,
): Promise<void> {
  const { conversationId, complaintId } = clock;
  if (await isDemo(client, clock)) return;
  const { ownerId, teamId } = await concerned(client, clock);
  const late = percent === 100;
  const told = new Set([...(late || !ownerId ? await leads(client, teamId) : []), ...(ownerId ? [ownerId] : [])]);
  await notifications.tell([...told], {
    kind: late ? 'levelBreached' : 'levelDue',
    ...(conversationId ? { conversationId } : { complaintId }),
    note: `${percent} %`,
    occasion: [clock.metric, clock.round, percent].join(':'),
  });
}

async function concerned(client: Client, { conversationId, complaintId }: ServiceClock): Promise<Concerned> {
  const about = conversationId ? { conversationId } : { complaintId };
  const task = await client.task.findFirst({
    where: { ...about, state: 'open' },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    select: { ownerId: true, teamId: true },
  });
  const holder = conversationId
    ? (await client.conversation.findUnique({ where: { id: conversationId }, select: { staffId: true } }))?.staffId
    : (await client.complaint.findUnique({ where: { id: complaintId! }, select: { ownerId: true } }))?.ownerId;
  return { ownerId: holder ?? task?.ownerId ?? null, teamId: task?.teamId ?? null };
}
