import { type Client, type Database, Prisma, type ServiceClock } from '#prisma/client.ts';
import type { Notifications } from '../notifications/notifications.ts';
import type { ClockRows } from '../serviceLevels/clockRows.ts';
import { lookAtClocks } from '../serviceLevels/warn.ts';
import { followTasks } from './followTasks.ts';
import { leads } from './owners/assignment.ts';

/** How many tasks each step touched. */
export interface DueCounts {
  woken: number;
  nudged: number;
  escalated: number;
}

interface DueParts {
  db: Database;
  rows: ClockRows;
  notifications: Notifications;
  /** Also counts what was done in the demo shop before anybody looked: once in a process. */
  withDemo: boolean;
}

/** Rows of one transaction: short enough that nobody waits for it. */
const BATCH = 200;
/** What sleeps is left alone: it is told when it wakes. */
const AWAKE = Prisma.sql`EXISTS (SELECT 1 FROM "Task" t WHERE t.id = k."taskId" AND t.state = 'open' AND t."snoozedUntil" IS NULL)`;

interface Touched {
  id: string;
  ownerId: string | null;
  teamId: string | null;
}

/**
 * See Tasks.runDue. Owners hear of their tasks when half and four fifths of the time are used up, the leads too when all
 * of it is. The marks on the rows make it safe to run twice, and on many instances at once.
 */
export async function runDue(parts: DueParts, now: Date): Promise<DueCounts> {
  let woken = 0;
  for (;;) {
    const touched = await wake(parts, now);
    woken += touched;
    if (touched < BATCH) break;
  }
  await followTasks(parts, now, parts.withDemo);
  const { warned, breached } = await lookAtClocks(parts, now, AWAKE, (client, clock, percent) =>
    tellOfTask(parts, client, { clock, percent, now }),
  );
  return { woken, nudged: warned, escalated: breached };
}

async function wake({ db, notifications }: DueParts, now: Date): Promise<number> {
  const sleeping = { state: 'open' as const, snoozedUntil: { lte: now } };
  if (!(await db.client.task.findFirst({ where: sleeping, select: { id: true } }))) return 0;
  return db.transaction(async (client) => {
    const touched = await client.$queryRaw<Touched[]>(Prisma.sql`
      UPDATE "Task" SET "snoozedUntil" = NULL WHERE id IN (
        SELECT id FROM "Task" WHERE state = 'open' AND "snoozedUntil" <= ${now}
         ORDER BY "dueAt" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
      RETURNING id, "ownerId", "teamId"`);
    await client.taskEvent.createMany({
      data: touched.map(({ id }) => ({ taskId: id, kind: 'woken', createdAt: now })),
    });
    for (const task of touched) {
      db.signals.publish('tasks', { taskId: task.id });
      const told = task.ownerId ? [task.ownerId] : await leads(client, task.teamId);
      await notifications.tell(told, { kind: 'taskDue', taskId: task.id });
    }
    return touched.length;
  });
}

async function tellOfTask(
  { db, notifications }: DueParts,
  client: Client,
  { clock, percent, now }: { clock: ServiceClock; percent: number; now: Date },
): Promise<void> {
  const taskId = clock.taskId!;
  const late = percent === 100;
  const mark = late ? { escalatedAt: now } : { nudgedAt: now };
  const { ownerId, teamId } = await client.task.update({ where: { id: taskId }, data: mark });
  const kind = late ? 'escalated' : 'nudged';
  await client.taskEvent.create({ data: { taskId, kind, note: late ? null : `${percent} %`, createdAt: now } });
  db.signals.publish('tasks', { taskId });
  const told = new Set([...(late || !ownerId ? await leads(client, teamId) : []), ...(ownerId ? [ownerId] : [])]);
  const again = clock.round > 1 ? `${clock.round}` : null;
  if (late) await notifications.tell([...told], { kind: 'taskLate', taskId, ...(again && { occasion: again }) });
  else {
    const occasion = [`${percent}%`, ...(again ? [again] : [])].join(':');
    await notifications.tell([...told], { kind: 'taskDue', taskId, note: `${percent} %`, occasion });
  }
}
