import type { Client, CustomerPromise, Task } from '#prisma/client.ts';
import { addBusinessMinutes } from '../shop/businessTime.ts';
import { log, open, type PromiseParts, tellCustomer } from './promise.ts';

/** How soon somebody who was not reached is tried again, at the latest, in minutes of work. */
const TRY_AGAIN_MINUTES = 4 * 60;

/**
 * It is done: in time it is kept, after its time it stays late. The customer is told of what a person promised; the bot's
 * promise was that somebody answers, and the answer tells itself. The caller holds the row.
 */
export async function settle(
  parts: PromiseParts,
  client: Client,
  promise: CustomerPromise,
  { at, staffId }: { at: Date; staffId: string | null },
): Promise<void> {
  const inTime = promise.lateAt === null && promise.dueAt !== null && at <= promise.dueAt;
  await client.customerPromise.update({
    where: { id: promise.id },
    data: { state: inTime ? 'kept' : 'late', settledAt: at, lateAt: inTime ? null : (promise.lateAt ?? promise.dueAt) },
  });
  await log(parts.db, client, promise, { kind: 'kept', at, staffId });
  if (promise.kind === 'said') await tellCustomer(parts, client, promise, 'promiseKept');
}

/** A task is done: its promise is kept by that; where the customer was not reached, a new task stands for it. In the transaction of the task. */
export async function taskDone(parts: PromiseParts, client: Client, task: Task): Promise<void> {
  await client.$queryRaw`SELECT id FROM "CustomerPromise" WHERE "taskId" = ${task.id}::uuid FOR UPDATE`;
  const promise = await client.customerPromise.findUnique({ where: { taskId: task.id } });
  if (!promise || promise.settledAt || !open.includes(promise.state)) return;
  const at = task.completedAt ?? parts.clock.now();
  const staffId = task.completedById;
  if (task.outcome !== 'notReached') return settle(parts, client, promise, { at, staffId });
  const soon = addBusinessMinutes(at, TRY_AGAIN_MINUTES, await parts.shop.calendar());
  const again = await parts.tasks.raise({
    type: promise.kind === 'said' ? 'promise' : 'callBack',
    title: task.title,
    detail: task.detail,
    priority: task.priority,
    customerId: task.customerId,
    conversationId: task.conversationId,
    complaintId: task.complaintId,
    ownerId: task.ownerId,
    dueAt: promise.dueAt && promise.dueAt > at ? promise.dueAt : soon,
  });
  await client.customerPromise.update({ where: { id: promise.id }, data: { taskId: again.id } });
  await log(parts.db, client, promise, { kind: 'tried', at, staffId, note: task.outcomeNote });
}

/** A person has spoken to the customer: what the bot promised in their name is kept by that. */
export async function answered(
  parts: PromiseParts,
  client: Client,
  { conversationId, staffId, at }: { conversationId: string; staffId: string; at: Date },
): Promise<void> {
  const waiting = await client.$queryRaw<{ id: string }[]>`
    SELECT id FROM "CustomerPromise" WHERE "conversationId" = ${conversationId}::uuid AND kind <> 'said'
       AND state IN ('confirmed', 'late') AND "settledAt" IS NULL ORDER BY id FOR UPDATE`;
  for (const { id } of waiting) {
    const promise = await client.customerPromise.findUniqueOrThrow({ where: { id } });
    await settle(parts, client, promise, { at, staffId });
  }
}
