import type { PromiseParts } from './promises.ts';

/** How long after its time a promise may still be kept late; then it is broken. */
const GRACE_DAYS = 3;

interface Settled {
  id: string;
  conversationId: string;
}

/** See Promises.runDue. States only go forward, and each step is one statement: run twice, nothing happens twice. */
export async function settleDue(
  { db, messenger }: PromiseParts,
  now: Date,
): Promise<{ kept: number; late: number; broken: number }> {
  return db.transaction(async (client) => {
    const done = await client.$queryRaw<Settled[]>`
      UPDATE "CustomerPromise" p
         SET state = CASE WHEN t."completedAt" <= p."dueAt" THEN 'kept' ELSE 'late' END::"PromiseState",
             "settledAt" = t."completedAt"
        FROM "Task" t
       WHERE t.id = p."taskId" AND t.state = 'done' AND p.state IN ('confirmed', 'late') AND p."settledAt" IS NULL
      RETURNING p.id, p."conversationId"`;
    for (const { id, conversationId } of done) {
      await messenger.send(conversationId, { kind: 'promiseKept', ids: { promiseId: id } });
    }
    const late = await client.$queryRaw<Settled[]>`
      UPDATE "CustomerPromise" SET state = 'late' WHERE state = 'confirmed' AND "dueAt" < ${now}
      RETURNING id, "conversationId"`;
    for (const { id, conversationId } of late) {
      await messenger.send(conversationId, { kind: 'promiseLate', ids: { promiseId: id } });
    }
    const over = new Date(now.getTime() - GRACE_DAYS * 86_400_000);
    const { count: broken } = await client.customerPromise.updateMany({
      where: { state: 'late', settledAt: null, dueAt: { lt: over } },
      data: { state: 'broken', settledAt: now },
    });
    return { kept: done.length, late: late.length, broken };
  });
}
