import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { keepShopCalendar } from '#crm/calendars/shopCalendar.ts';
import { defaultShopProfile } from '#crm/shop/shopProfile.ts';
import { createDatabase } from '#prisma/client.ts';
import { startEmbedded } from '#prisma/embedded.ts';
import { migrate } from '#prisma/migrate.ts';
import { fillBacklog } from '#test/support/backlog.ts';
import type { Benchmark } from '../benchmarks.ts';
import { start } from '../turns/servers.ts';

const OPEN = 10_000;
const DONE = 50_000;
const PEOPLE = 40;
const ROUNDS = 60;
const account = { email: 'bench@example.com', password: 'a-password-for-the-bench' };

/** What the desk asks when somebody opens the inbox, and when they look further. */
const questions = [
  'scope=team&state=open',
  'scope=mine&state=open',
  'scope=all&state=open',
  'scope=all&state=open&due=late',
  'scope=team&state=open&due=today',
  'scope=all&state=snoozed',
  'scope=all&state=done',
];

/** The inbox as the desk asks for it, of the running server, with ten thousand open tasks, their clocks and fifty thousand done ones. */
export const inbox: Benchmark = {
  id: 'inbox',
  about:
    '10,000 open tasks (50,000 done): the inbox over HTTP, pages of 100, in every scope and filter; p50, p95, p99 in ms (budget 100)',
  async run() {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'zhiyin-bench-'));
    chmodSync(folder, 0o755);
    const server = await startEmbedded(folder);
    const db = createDatabase({ url: server.url });
    try {
      await migrate(server.url);
      await keepShopCalendar(db.client, defaultShopProfile);
      await fillBacklog(db, { open: OPEN, done: DONE, people: PEOPLE, now: new Date() });
      const zhiyin = await start(
        ['bot/start.js'],
        {
          PORT: '0',
          DATA_DIR: folder,
          LOG_LEVEL: 'warn',
          DEMO: 'false',
          DATABASE_URL: server.url,
          ADMIN_EMAIL: account.email,
          ADMIN_PASSWORD: account.password,
        },
        /(http:\/\/localhost:\d+)/,
      );
      try {
        // Who asks has a desk like the others: a team, and what a colleague had.
        await db.client.$executeRaw`
          UPDATE "Staff" SET "teamId" = (SELECT id FROM "Team" WHERE key = 'bench0') WHERE email = ${account.email}`;
        await db.client.$executeRaw`
          UPDATE "Task" SET "ownerId" = (SELECT id FROM "Staff" WHERE email = ${account.email})
           WHERE "ownerId" = (SELECT id FROM "Staff" WHERE email = 'bench8@example.com')`;
        return await ask(`${zhiyin.url}/api/v1`);
      } finally {
        await zhiyin.stop();
      }
    } finally {
      await db.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function ask(api: string): Promise<Record<string, number | string>> {
  const session = await fetch(`${api}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(account),
  });
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const times = new Map<string, number[]>();
  const one = async (query: string, cursor = ''): Promise<string | null> => {
    const begun = performance.now();
    const answer = await fetch(`${api}/tasks?limit=100&${query}&cursor=${cursor}`, { headers: { cookie } });
    const page = (await answer.json()) as { items: unknown[]; nextCursor: string | null };
    if (answer.status !== 200) throw new Error(`${query} was answered with ${answer.status}.`);
    times.set(query, [...(times.get(query) ?? []), performance.now() - begun]);
    return page.nextCursor;
  };
  for (const query of questions) await one(query);
  times.clear();
  for (let round = 0; round < ROUNDS; round++) {
    for (const query of questions) {
      const next = await one(query);
      if (next) await one(query, next);
    }
  }
  const all = [...times.values()].flat();
  const slowest = [...times].map(([query, each]) => [query, at(each, 0.95)] as const).sort((a, b) => b[1] - a[1])[0]!;
  return {
    tasks: OPEN,
    requests: all.length,
    p50: at(all, 0.5),
    p95: at(all, 0.95),
    p99: at(all, 0.99),
    slowest: `${slowest[0]} (p95 ${slowest[1]} ms)`,
  };
}

/** That quantile, in ms with one decimal. */
function at(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]! * 10) / 10;
}
