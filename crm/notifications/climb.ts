import { z } from 'zod';
import { type Client, type Database, Prisma } from '#prisma/client.ts';
import { leads } from '../tasks/owners/assignment.ts';
import type { Notifications } from './notifications.ts';

/** How long an urgent matter may lie unread before the next person is told. Stored as the setting `notifications`. */
export const climbSettingSchema = z.strictObject({
  climbAfterMinutes: z
    .int()
    .min(1)
    .max(24 * 60),
});
export type ClimbSetting = z.infer<typeof climbSettingSchema>;

export const standardClimb: ClimbSetting = { climbAfterMinutes: 15 };
const BATCH = 100;

interface Unread {
  taskId: string | null;
  open: boolean;
}

/**
 * Urgent tasks that nobody has looked at climb: to the next of the team (whoever has least to do), then to its leads, one
 * each time. The mark on the notification makes it safe to run twice. Returns how many tasks climbed.
 */
export async function climbUnread(db: Database, notifications: Notifications, now: Date): Promise<number> {
  const { climbAfterMinutes } = await notifications.climbSetting();
  const before = new Date(now.getTime() - climbAfterMinutes * 60_000);
  let climbed = 0;
  for (;;) {
    const { touched, told } = await batch(db, notifications, before, now);
    climbed += told;
    if (touched < BATCH) return climbed;
  }
}

function batch(db: Database, notifications: Notifications, before: Date, now: Date) {
  return db.transaction(async (client) => {
    const unread = await client.$queryRaw<Unread[]>(Prisma.sql`
      UPDATE "Notification" n SET "climbedAt" = ${now}
        FROM (SELECT m.id FROM "Notification" m WHERE m.urgent AND m."readAt" IS NULL AND m."climbedAt" IS NULL
                 AND m."createdAt" <= ${before} ORDER BY m."createdAt" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED) due
       WHERE n.id = due.id
      RETURNING n."taskId", EXISTS (SELECT 1 FROM "Task" t WHERE t.id = n."taskId" AND t.state = 'open'
        AND (t."snoozedUntil" IS NULL OR t."snoozedUntil" <= ${now})) AS open`);
    const taskIds = new Set(unread.flatMap(({ taskId, open }) => (taskId && open ? [taskId] : [])));
    let told = 0;
    for (const taskId of [...taskIds].sort()) {
      if (await climbOne(client, notifications, taskId, now)) told++;
    }
    return { touched: unread.length, told };
  });
}

async function climbOne(client: Client, notifications: Notifications, taskId: string, now: Date): Promise<boolean> {
  // Two instances may have marked notifications of the same task.
  await client.$queryRaw`SELECT id FROM "Task" WHERE id = ${taskId}::uuid FOR UPDATE`;
  const task = await client.task.findUniqueOrThrow({ where: { id: taskId }, select: { teamId: true } });
  const about = await client.notification.findMany({
    where: { taskId, urgent: true },
    include: { staff: { select: { id: true, name: true } } },
    orderBy: { createdAt: 'asc' },
  });
  const since = about[0]?.createdAt ?? now;
  const acted = await client.taskEvent.count({ where: { taskId, staffId: { not: null }, createdAt: { gte: since } } });
  const justTold = about.some(
    ({ kind, createdAt }) => kind === 'unreadUrgent' && createdAt.getTime() === now.getTime(),
  );
  if (acted > 0 || justTold || about.some(({ readAt }) => readAt !== null)) return false;
  const next = await nextPerson(
    client,
    task.teamId,
    about.map(({ staffId }) => staffId),
  );
  const silent = [...new Set(about.map(({ staff }) => staff.name))].join(', ');
  const note = next ? `${silent} → ${next.name}` : `${silent} → –`;
  await client.taskEvent.create({ data: { taskId, kind: 'climbed', note: note.slice(0, 500), createdAt: now } });
  if (next) await notifications.tell([next.id], { kind: 'unreadUrgent', taskId, note: silent.slice(0, 200) });
  return next !== null;
}

async function nextPerson(
  client: Client,
  teamId: string | null,
  told: string[],
): Promise<{ id: string; name: string } | null> {
  const [mate] = await client.$queryRaw<{ id: string; name: string }[]>(Prisma.sql`
    SELECT s.id, s.name FROM "Staff" s WHERE s.active AND NOT s.demo AND s."teamId" = ${teamId}::uuid AND s.role = 'staff'
       AND s.id <> ALL(${told}::uuid[])
     ORDER BY (SELECT count(*) FROM "Task" t WHERE t."ownerId" = s.id AND t.state = 'open'), s.id LIMIT 1`);
  if (mate) return mate;
  const lead = (await leads(client, teamId)).find((id) => !told.includes(id));
  return lead ? client.staff.findUnique({ where: { id: lead }, select: { id: true, name: true } }) : null;
}
