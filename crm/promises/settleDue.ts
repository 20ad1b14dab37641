import type { Client, CustomerPromise } from '#prisma/client.ts';
import { leads } from '../tasks/owners/assignment.ts';
import { log, type PromiseParts, tellCustomer } from './promise.ts';
import { taskDone } from './settle.ts';

/** How many promises each step touched. */
export interface DuePromises {
  reminded: number;
  kept: number;
  late: number;
  broken: number;
}

/** How long after its time a promise may still be kept late; then it is broken. */
const GRACE_DAYS = 3;
/** Who promised is reminded four hours before, or at half time where the promise is shorter. */
const REMIND_HOURS = 4;
/** Rows of one transaction: short enough that nobody waits for it. */
const BATCH = 100;

interface Step {
  count: keyof DuePromises;
  due(client: Client, now: Date): Promise<{ id: string }[]>;
  take(parts: PromiseParts, client: Client, promise: CustomerPromise, now: Date): Promise<void>;
}

const steps: Step[] = [
  {
    count: 'reminded',
    due: (client, now) => client.$queryRaw`
      SELECT id FROM "CustomerPromise" WHERE state = 'confirmed' AND kind = 'said' AND "remindedAt" IS NULL AND "dueAt" > ${now}
         AND "dueAt" <= ${now}::timestamptz + make_interval(hours => ${REMIND_HOURS}::int)
         AND "dueAt" - LEAST(make_interval(hours => ${REMIND_HOURS}::int), ("dueAt" - "confirmedAt") / 2) <= ${now}
       ORDER BY "dueAt" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
    async take({ db, notifications }, client, promise, now) {
      await client.customerPromise.update({ where: { id: promise.id }, data: { remindedAt: now } });
      await log(db, client, promise, { kind: 'reminded', at: now });
      await notifications.tell(promise.staffId ? [promise.staffId] : [], {
        kind: 'promiseDue',
        taskId: promise.taskId,
        ...(promise.moves > 0 && { occasion: `${promise.moves}` }),
      });
    },
  },
  {
    // Tasks tell of their end in their own transaction; this finds what was done while that was not known.
    count: 'kept',
    due: (client) => client.$queryRaw`
      SELECT p.id FROM "CustomerPromise" p JOIN "Task" t ON t.id = p."taskId" AND t.state = 'done'
       WHERE p.state IN ('confirmed', 'late') AND p."settledAt" IS NULL LIMIT ${BATCH} FOR UPDATE OF p SKIP LOCKED`,
    async take(parts, client, promise) {
      await taskDone(parts, client, await client.task.findUniqueOrThrow({ where: { id: promise.taskId! } }));
    },
  },
  {
    count: 'late',
    due: (client, now) => client.$queryRaw`
      SELECT id FROM "CustomerPromise" WHERE state = 'confirmed' AND "dueAt" < ${now}
       ORDER BY "dueAt" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
    async take(parts, client, promise, now) {
      const lateAt = promise.lateAt ?? promise.dueAt;
      await client.customerPromise.update({ where: { id: promise.id }, data: { state: 'late', lateAt } });
      await log(parts.db, client, promise, { kind: 'late', at: now });
      await tellCustomer(parts, client, promise, 'promiseLate');
      // A task that is awake raises its own lateness; one that sleeps is silent, and the promise is not.
      const task = promise.taskId ? await client.task.findUnique({ where: { id: promise.taskId } }) : null;
      const told = task?.ownerId ?? promise.staffId;
      if (told && (!task || task.snoozedUntil))
        await parts.notifications.tell([told], { kind: 'promiseLate', taskId: promise.taskId });
    },
  },
  {
    count: 'broken',
    due: (client, now) => client.$queryRaw`
      SELECT id FROM "CustomerPromise" WHERE state = 'late' AND "settledAt" IS NULL
         AND "dueAt" < ${now}::timestamptz - make_interval(days => ${GRACE_DAYS}::int)
       ORDER BY "dueAt" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
    async take({ db, notifications }, client, promise, now) {
      await client.customerPromise.update({ where: { id: promise.id }, data: { state: 'broken', settledAt: now } });
      await log(db, client, promise, { kind: 'broken', at: now });
      const task = promise.taskId ? await client.task.findUnique({ where: { id: promise.taskId } }) : null;
      const told = new Set(await leads(client, task?.teamId ?? null));
      if (promise.staffId) told.add(promise.staffId);
      await notifications.tell([...told], { kind: 'promiseBroken', taskId: promise.taskId });
    },
  },
];

/** See Promises.runDue. States only go forward and the marks are set under the row's lock: run twice, nothing happens twice. */
export async function settleDue(parts: PromiseParts, now: Date): Promise<DuePromises> {
  const counts: DuePromises = { reminded: 0, kept: 0, late: 0, broken: 0 };
  for (const step of steps) {
    for (;;) {
      const touched = await parts.db.transaction(async (client) => {
        const rows = await step.due(client, now);
        for (const { id } of rows) {
          await step.take(parts, client, await client.customerPromise.findUniqueOrThrow({ where: { id } }), now);
        }
        return rows.length;
      });
      counts[step.count] += touched;
      if (touched < BATCH) break;
    }
  }
  return counts;
}
