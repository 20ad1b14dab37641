import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { systemClock } from '#crm/clock.ts';
import { Customers } from '#crm/customers/customers.ts';
import { createDatabase, type Database } from '#prisma/client.ts';
import { startEmbedded } from '#prisma/embedded.ts';
import { migrate } from '#prisma/migrate.ts';
import type { Benchmark } from '../benchmarks.ts';

/** Of each kind so many: 50,000 in all, on one customer, among as many of others. */
const EACH = 50_000 / 8;
const PAGES = 60;

const day = `now() - (n * interval '7 minutes')`;
const uuid = 'gen_random_uuid()';
/** Of whom: every second row is somebody else's. */
const whose = `CASE WHEN n % 2 = 0 THEN $1::uuid ELSE $2::uuid END`;

const fills = [
  `INSERT INTO "Conversation" (id, channel, "externalId", "customerId", "createdAt", "lastActivityAt") SELECT ${uuid}, 'wechat', 'c' || n, ${whose}, ${day}, ${day}`,
  `INSERT INTO "Complaint" (id, "customerId", language, "whatHappened", "createdAt", "updatedAt") SELECT ${uuid}, ${whose}, 'zh', '漏水', ${day}, ${day}`,
  `INSERT INTO "Task" (id, type, title, "dueAt", "customerId", "createdAt") SELECT ${uuid}, 'callBack', '回电', now(), ${whose}, ${day}`,
  `INSERT INTO "Response" (id, "surveyId", "customerId", score, answers, "answeredAt") SELECT ${uuid}, (SELECT id FROM "Survey" LIMIT 1), ${whose}, 5, '{}', ${day}`,
  `INSERT INTO "Purchase" (id, "customerId", "orderNumber", "amountCents", "purchasedAt") SELECT ${uuid}, ${whose}, 'o' || n, 100, ${day}`,
  `INSERT INTO "Preference" (id, "customerId", key, value, quote, "createdAt", "updatedAt") SELECT ${uuid}, ${whose}, 'other', 'v' || n, 'q', ${day}, ${day}`,
  `INSERT INTO "CareMessage" (id, "ruleId", "customerId", occasion, state, "dueAt", "decidedAt") SELECT ${uuid}, (SELECT id FROM "CareRule" LIMIT 1), ${whose}, 'x' || n, 'sent', ${day}, ${day}`,
  `INSERT INTO "Consent" (id, "customerId", purpose, channel, granted, wording, source, at) SELECT ${uuid}, ${whose}, 'care', 'any', true, 'w', 'customer', ${day}`,
];

/** Pages of a customer's timeline, walked from the newest on, where one customer has fifty thousand entries. */
export const timeline: Benchmark = {
  id: 'timeline',
  about: '50,000 entries of one customer: pages of 50 of the timeline, from the newest on; p50, p95, p99 in ms',
  async run() {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'zhiyin-bench-'));
    chmodSync(folder, 0o755);
    const server = await startEmbedded(folder);
    const db = createDatabase({ url: server.url });
    try {
      await migrate(server.url);
      return await walk(db, await fill(db));
    } finally {
      await db.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function fill({ client }: Database): Promise<string> {
  const [one, other] = [v7(), v7()];
  await client.customer.createMany({ data: [{ id: one }, { id: other }] });
  const named = { zh: '名', en: 'Name' };
  await client.survey.create({
    data: { id: v7(), key: 'bench', title: named, metric: 'csat', definition: {}, active: false },
  });
  await client.careRule.create({
    data: { id: v7(), name: named, occasion: 'birthday', act: 'message', text: named, level: 'social' },
  });
  for (const fillOne of fills)
    await client.$executeRawUnsafe(`${fillOne} FROM generate_series(1, ${EACH * 2}) n`, one, other);
  await client.$executeRaw`ANALYZE`;
  return one;
}

async function walk(db: Database, customerId: string): Promise<Record<string, number | string>> {
  const customers = new Customers(db, systemClock, { record: async () => undefined } as never);
  const times: number[] = [];
  let cursor: string | undefined;
  for (let page = 0; page <= PAGES; page++) {
    const begun = performance.now();
    const found = await customers.timeline(customerId, { limit: 50, ...(cursor && { cursor }) });
    times.push(performance.now() - begun);
    // After some pages somewhere far behind: a page costs the same wherever it lies.
    cursor = found.nextCursor ?? undefined;
  }
  const sorted = times.slice(1).toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round(sorted[Math.floor(share * (sorted.length - 1))]! * 10) / 10;
  return {
    entries: EACH * 8,
    pages: sorted.length,
    first: Math.round(times[0]! * 10) / 10,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
  };
}
