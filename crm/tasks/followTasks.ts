import { type Client, type Database, Prisma, type TaskPriority } from '#prisma/client.ts';
import { byItself, type ClockStep } from '../serviceLevels/clock.ts';
import type { ClockRows, NewClock } from '../serviceLevels/clockRows.ts';
import { DEMO_LOOK_BACK } from '../serviceLevels/followDemo.ts';
import { businessTimeBetween } from '../shop/businessTime.ts';
import { resumeTasks } from './resumeTasks.ts';

/** Rows of one transaction. */
const BATCH = 500;
/** A task that was raised and done before anybody looked is counted if it was done so lately. */
const LOOK_BACK = Prisma.sql`interval '1 day'`;

/** Clocks that run although their task is over, or is due at another time. */
const CHANGED = Prisma.sql`
  SELECT k.id AS "clockId", t.state::text AS state, t."dueAt", t."completedAt", t."completedById"
    FROM "ServiceClock" k JOIN "Task" t ON t.id = k."taskId"
   WHERE k.state IN ('running', 'paused') AND (t.state <> 'open' OR k."dueAt" IS DISTINCT FROM t."dueAt")`;

interface Uncounted {
  id: string;
  priority: TaskPriority;
  createdAt: Date;
  dueAt: Date;
  tier: string | null;
  rounds: number;
  told: boolean;
}

interface Changed {
  clockId: string;
  state: 'open' | 'done' | 'cancelled';
  dueAt: Date;
  completedAt: Date | null;
  completedById: string | null;
}

/** What following works with. */
export interface FollowParts {
  db: Database;
  rows: ClockRows;
}

/**
 * Brings the clocks of tasks up to what became of the tasks: each has one from its raising to its end, aimed at its due
 * date. Read from the tasks themselves, so that nothing is added where they are changed. `withDemo`: also what was done in the
 * demo shop before anybody looked. Safe to run twice.
 */
export async function followTasks(parts: FollowParts, now: Date, withDemo = false): Promise<void> {
  while ((await begin(parts, now, withDemo)) === BATCH);
  while ((await settle(parts, now)) === BATCH);
  await resumeTasks(parts);
}

async function begin({ db, rows }: FollowParts, now: Date, withDemo: boolean): Promise<number> {
  const ofDemo = withDemo
    ? Prisma.sql`OR (t.state = 'done' AND c.demo AND t."completedAt" > ${now}::timestamptz - ${DEMO_LOOK_BACK})`
    : Prisma.empty;
  const tasks = await db.client.$queryRaw<Uncounted[]>(Prisma.sql`
      SELECT t.id, t.priority::text AS priority, t."createdAt", t."dueAt", c.tier,
             (SELECT count(*)::int FROM "ServiceClock" k WHERE k."taskId" = t.id) AS rounds,
             t.state = 'open' AND (t."escalatedAt" IS NOT NULL OR t."nudgedAt" IS NOT NULL) AS told
        FROM "Task" t LEFT JOIN "Customer" c ON c.id = t."customerId"
       WHERE (t.state = 'open' OR (t.state = 'done' AND t."completedAt" > ${now}::timestamptz - ${LOOK_BACK}) ${ofDemo})
         AND NOT EXISTS (SELECT 1 FROM "ServiceClock" k WHERE k."taskId" = t.id AND (k."finishedAt" IS NULL OR t.state = 'done'))
       ORDER BY t.id LIMIT ${BATCH}`);
  if (tasks.length === 0) return 0;
  await db.transaction(async (client) => {
    const { calendar } = await rows.calendarNow(client, null);
    const clocks = tasks.map((task): NewClock => {
      const at = task.rounds === 0 ? task.createdAt : now;
      // What is due while nobody works does not wait for them.
      const aroundTheClock = task.priority === 'urgent' || businessTimeBetween(at, task.dueAt, calendar) === 0;
      const { id, priority, tier, dueAt, rounds } = task;
      const facts = { metric: 'resolution' as const, round: rounds + 1, priority, tier, calendarId: null };
      return { subject: { taskId: id }, at, target: { dueAt, aroundTheClock }, ...facts };
    });
    await rows.begin(client, clocks);
    await passOver(
      client,
      rows,
      tasks.filter(({ told }) => told).map(({ id }) => id),
      now,
    );
  });
  return tasks.length;
}

/** What people were told before there were clocks is not told again. */
async function passOver(client: Client, rows: ClockRows, taskIds: string[], now: Date): Promise<void> {
  if (taskIds.length === 0) return;
  const clocks = await client.serviceClock.findMany({ where: { taskId: { in: taskIds }, finishedAt: null } });
  for (const clock of clocks) {
    await rows.write(client, clock, [...byItself(clock, now, await rows.calendarOf(clock), true)]);
  }
}

async function settle({ db, rows }: FollowParts, now: Date): Promise<number> {
  if ((await db.client.$queryRaw<unknown[]>(Prisma.sql`${CHANGED} LIMIT 1`)).length === 0) return 0;
  return db.transaction(async (client) => {
    const changed = await client.$queryRaw<Changed[]>(Prisma.sql`
      ${CHANGED} ORDER BY k.id LIMIT ${BATCH} FOR UPDATE OF k SKIP LOCKED`);
    const clocks = await client.serviceClock.findMany({ where: { id: { in: changed.map(({ clockId }) => clockId) } } });
    const byId = new Map(clocks.map((clock) => [clock.id, clock]));
    for (const task of changed) {
      const clock = byId.get(task.clockId)!;
      const more = task.state === 'done' ? { fulfilledById: task.completedById } : {};
      await rows.change(client, clock, stepOf(task, now, clock.aroundTheClock), more);
    }
    return changed.length;
  });
}

function stepOf({ state, dueAt, completedAt, completedById }: Changed, now: Date, aroundTheClock: boolean): ClockStep {
  if (state === 'done') return { kind: 'fulfil', at: completedAt ?? now, staffId: completedById };
  if (state === 'cancelled') return { kind: 'cancel', at: now };
  return { kind: 'move', at: now, target: { dueAt, aroundTheClock } };
}
