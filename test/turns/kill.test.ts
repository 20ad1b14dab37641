import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '#test/support/database.ts';
import { AppProcess, buildKillableApp } from './appProcess.ts';
import { CountingReceiver, careOutcome, planCare, sendThroughKills } from './careRun.ts';
import { Customer, stored, story, transcript } from './customer.ts';

const database = testDatabase();
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'zhiyin-kill-'));
const leaseMs = 500;
// `npm run soak -- kills` asks for many more.
const kills = Number(process.env.KILLS ?? 6);
// `npm run soak -- care` asks for a hundred thousand.
const people = Number(process.env.CARE_PEOPLE ?? 100);
const careKills = Number(process.env.CARE_KILLS ?? 2);

let next: AppProcess;
const all: AppProcess[] = [];

/** The process that was loaded ahead becomes the app; another one is loaded meanwhile. */
async function start(env: Record<string, string> = {}): Promise<AppProcess> {
  const app = next;
  await app.start({ databaseUrl: database.url, dataDir, leaseMs, env });
  next = load();
  return app;
}

function load(): AppProcess {
  const app = new AppProcess();
  all.push(app);
  return app;
}

beforeAll(async () => {
  await buildKillableApp();
  next = load();
});

afterAll(async () => {
  await Promise.all(all.map((app) => app.kill()));
  rmSync(dataDir, { recursive: true, force: true });
});

describe('a process that is killed in the middle of a complaint', () => {
  it(`at ${kills} different points: after restart there is one complaint, one task, and every reply once`, {
    timeout: 60_000 + kills * 20_000,
  }, async () => {
    // Undisturbed, to know what is right and how many points there are: on a process that has its caches filled, as the
    // one that is killed may be.
    const first = new Customer(database.db, await start(), () => start());
    await first.live();
    const undisturbed = new Customer(database.db, first.app, () => start());
    undisturbed.app.order({ killAt: 0 });
    await undisturbed.live();
    const { points, commits } = await undisturbed.app.count();
    const right = await transcript(database.db, undisturbed.conversationId);
    const kept = await stored(database.db, undisturbed.conversationId);
    expect(kept).toMatchObject([{ contact: expect.stringContaining('13800001234'), tasks: [{ type: 'complaint' }] }]);
    expect(points).toBeGreaterThan(kills);

    let app = undisturbed.app;
    // Spread over the story; a run may have a few points less than another, so its very end is named: the last turn's commit.
    const spread = kills - 2;
    const orders: object[] = Array.from({ length: spread }, (_, n) => ({
      killAt: Math.floor(((points * 0.9) / spread) * (n + 1)),
    }));
    for (const side of [0, 1]) orders.push({ killAt: 'turn_commit', time: commits, side });
    for (const order of orders) {
      const customer = new Customer(database.db, app, () => start());
      const where = JSON.stringify(order);
      app.order(order);
      await customer.live();
      await app.ended;
      // Killed when everything was said, it has no successor yet.
      const successor = customer.app === app ? await start() : customer.app;
      expect(await transcript(database.db, customer.conversationId), where).toEqual(right);
      expect(await stored(database.db, customer.conversationId), where).toEqual(kept);
      app = successor;
    }
  });
});

/** Transactions that were begun here and wait for their program. */
async function openTransactions(): Promise<number> {
  const { rows } = await database.db.pool.query(
    `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
  );
  return rows[0].n;
}

describe('a process that is stopped (SIGSTOP) in the middle of a turn', () => {
  it('and goes on (SIGCONT) when another has run the turn: its late commit is refused whole', async () => {
    const slow = new Customer(database.db, await start(), () => start());
    await slow.open();
    for (const [at, text] of story.slice(0, -1).entries()) await slow.say(text, at);
    // Between the complaint's own statements: its transaction is open, its lease is held.
    const stopped = slow.app;
    stopped.order({ stopAt: 'INSERT INTO "public"."Task"', time: 1, side: 0 });
    await slow.send(story.at(-1)!, story.length - 1);
    await expect.poll(openTransactions, { timeout: 20_000 }).toBe(1);

    slow.app = await start();
    await slow.quiet();
    const right = await transcript(database.db, slow.conversationId);
    const kept = await stored(database.db, slow.conversationId);
    expect(kept).toMatchObject([{ tasks: [{ type: 'complaint' }] }]);
    expect(await openTransactions()).toBe(1);

    stopped.child.kill('SIGCONT');
    await expect.poll(openTransactions, { timeout: 20_000 }).toBe(0);
    await stopped.count();
    expect(await transcript(database.db, slow.conversationId)).toEqual(right);
    expect(await stored(database.db, slow.conversationId)).toEqual(kept);
  }, 240_000);
});

describe('a process that is killed while it sends care', () => {
  it(`${careKills} times among ${people} people: nobody is written to twice, everybody once or with a reason`, {
    timeout: 120_000 + people * 100 + careKills * 20_000,
  }, async () => {
    const receiver = new CountingReceiver();
    const env = await receiver.open();
    // Apps of the tests before know nothing of this channel, and would take its deliveries.
    await Promise.all(all.filter((app) => app !== next).map((app) => app.kill()));
    await planCare(database.db, people);
    await sendThroughKills({ db: database.db, receiver, people, kills: careKills, start: () => start(env) });
    const outcome = await careOutcome(database.db, receiver);
    await receiver.close();
    if (process.env.CARE_PEOPLE) console.info(JSON.stringify(outcome));
    const { 'sent: 1': told = 0, 'sent: 1 uncertain': unsure = 0, 'sent: 0 uncertain': lost = 0, ...others } = outcome;
    const refused = Math.floor(people / 10);
    expect(others).toEqual({ 'dropped withdrawn: 0': refused });
    expect(told + unsure + lost).toBe(people - refused);
    // Eight are on their way at one time: of no more does a kill leave it open whether they arrived. The desk shows them.
    expect(unsure + lost).toBeLessThanOrEqual(careKills * 8);
  });
});
