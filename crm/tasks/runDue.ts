import { type Database, Prisma } from '#prisma/client.ts';
import type { Notifications } from '../notifications/notifications.ts';
import type { StaffEventKind } from '../notifier.ts';
import { leads } from './assignment.ts';

/** How many tasks each step touched. */
export interface DueCounts {
  woken: number;
  nudged: number;
  escalated: number;
}

/** Rows of one transaction: short enough that nobody waits for it. */
const BATCH = 200;
/** The owner is reminded an hour before, or at half time where the task is shorter than two hours. */
const REMIND_BEFORE = Prisma.sql`LEAST(interval '1 hour', ("dueAt" - "createdAt") / 2)`;

interface Step {
  count: keyof DueCounts;
  event: string;
  notify: StaffEventKind | null;
  due(now: Date): Prisma.Sql;
  change(now: Date): Prisma.Sql;
}

const steps: Step[] = [
  {
    count: 'woken',
    event: 'woken',
    notify: 'taskDue',
    due: (now) => Prisma.sql`"snoozedUntil" <= ${now}`,
    change: () => Prisma.sql`"snoozedUntil" = NULL`,
  },
  {
    count: 'nudged',
    event: 'nudged',
    notify: 'taskDue',
    due: (now) => Prisma.sql`"snoozedUntil" IS NULL AND "nudgedAt" IS NULL AND "dueAt" > ${now}
      AND "dueAt" <= ${now}::timestamptz + interval '1 hour' AND "dueAt" - ${REMIND_BEFORE} <= ${now}`,
    change: (now) => Prisma.sql`"nudgedAt" = ${now}`,
  },
  {
    count: 'escalated',
    event: 'escalated',
    notify: 'taskLate',
    due: (now) => Prisma.sql`"snoozedUntil" IS NULL AND "escalatedAt" IS NULL AND "dueAt" <= ${now}`,
    change: (now) => Prisma.sql`"escalatedAt" = ${now}`,
  },
];

interface Touched {
  id: string;
  ownerId: string | null;
  teamId: string | null;
}

/** See Tasks.runDue. The marks on the rows make it safe to run twice, and on many instances at once. */
export async function runDue(db: Database, notifications: Notifications, now: Date): Promise<DueCounts> {
  const counts: DueCounts = { woken: 0, nudged: 0, escalated: 0 };
  for (const step of steps) {
    for (;;) {
      const touched = await batch(db, notifications, step, now);
      counts[step.count] += touched;
      if (touched < BATCH) break;
    }
  }
  return counts;
}

function batch(db: Database, notifications: Notifications, step: Step, now: Date): Promise<number> {
  return db.transaction(async (client) => {
    const touched = await client.$queryRaw<Touched[]>(Prisma.sql`
      UPDATE "Task" SET ${step.change(now)} WHERE id IN (
        SELECT id FROM "Task" WHERE state = 'open' AND ${step.due(now)} ORDER BY "dueAt" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
      RETURNING id, "ownerId", "teamId"`);
    await client.taskEvent.createMany({
      data: touched.map(({ id }) => ({ taskId: id, kind: step.event, createdAt: now })),
    });
    for (const task of touched) {
      db.signals.publish('tasks', { taskId: task.id });
      if (!step.notify) continue;
      const late = step.notify === 'taskLate' || !task.ownerId ? await leads(client, task.teamId) : [];
      const told = new Set([...late, ...(task.ownerId ? [task.ownerId] : [])]);
      await notifications.tell([...told], { kind: step.notify, taskId: task.id });
    }
    return touched.length;
  });
}
