import { beforeAll, describe, expect, test } from 'vitest';
import type { Calendar } from '#crm/calendars/calendar.ts';
import type { Waits } from '#crm/reports/serviceLevels.ts';
import type { Running } from '#crm/serviceLevels/clock.ts';
import { replay } from '#crm/serviceLevels/replay.ts';
import { type TargetKind, usualTargets } from '#crm/serviceLevels/targets.ts';
import { wilsonInterval } from '#crm/statistics.ts';
import { testDatabase } from '#test/support/database.ts';
import {
  buildActivity,
  buildConversation,
  buildCustomer,
  buildHouse,
  buildStaff,
  type House,
  wednesday,
} from './support.ts';

const database = testDatabase();
let house: House;
let staffId: string;
const hour = 3_600_000;
const from = new Date(wednesday.getTime() + 6 * hour);
const to = new Date(wednesday.getTime() + 100 * hour);

/** The same numbers each time. */
let seed = 7;
const random = (below: number): number => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed % below;
};

/** One thing that somebody does; what is done later is put into the list, too. */
type Deed = { at: number; run(): Promise<void> };

beforeAll(async () => {
  house = buildHouse(database.db);
  staffId = (await buildStaff(house, { role: 'manager' })).id;
  const { serviceLevels } = house.services;
  const gold = { kind: 'firstResponse', priority: 'normal', tier: 'gold', minutes: 60 } as const;
  await serviceLevels.keepTargets([...usualTargets, { ...gold, aroundTheClock: true, calendarId: null }], staffId);
  const deeds: Deed[] = [];
  const plan = (after: number, run: Deed['run']) => deeds.push({ at: wednesday.getTime() + after * hour, run });
  for (let i = 0; i < 14; i++) planConversation(plan, random(110), i);
  for (let i = 0; i < 9; i++) planTask(plan, random(110));
  for (let i = 0; i < 8; i++) planComplaint(plan, random(100));
  for (let i = 0; i < 30; i++) plan(i * 4.5, lookTwice);
  plan(140, lookTwice);
  for (const { at, run } of deeds.sort((a, b) => a.at - b.at)) {
    house.clock.time = new Date(at);
    await run();
  }
});

async function lookTwice() {
  for (const _ of [1, 2]) {
    await house.services.tasks.runDue(house.clock.time);
    await house.services.serviceLevels.runDue(house.clock.time);
  }
}

type Plan = (after: number, run: Deed['run']) => unknown;

/** Asks for a person; most are answered, some later than they may, some never. */
function planConversation(plan: Plan, begins: number, number: number) {
  const { conversations } = house.services;
  const wait = [0.2, 0.6, 3, 9, 20][random(5)]!;
  let id = '';
  let sequence = 0;
  const says = (sender: 'customer' | 'staff') =>
    buildActivity(house, {
      conversationId: id,
      sequence: ++sequence,
      sender,
      direction: sender === 'staff' ? 'outbound' : 'inbound',
      text: '在',
      ...(sender === 'staff' && { body: { from: { id: `staff:${staffId}` } } }),
    });
  plan(begins, async () => {
    const { id: customerId } = await buildCustomer(house, { tier: number % 3 === 0 ? 'gold' : 'standard' });
    id = (await buildConversation(house, { customerId })).id;
    await says('customer');
    await conversations.queue(id);
  });
  if (number % 5 === 4) return;
  plan(begins + wait, async () => {
    await conversations.takeover(id, staffId);
    await says('staff');
  });
  plan(begins + wait + 0.1, async () => void (await says('customer')));
  if (number % 4 === 3) return;
  plan(begins + wait + 0.1 + random(40) / 10, async () => {
    await says('staff');
    await conversations.release(id, staffId);
  });
}

/** Done in time or late, called off, or paused for a day. */
function planTask(plan: Plan, begins: number) {
  const { tasks, serviceLevels } = house.services;
  const priority = (['urgent', 'high', 'normal'] as const)[random(3)]!;
  const takes = random(40);
  const ends = random(4);
  let id = '';
  plan(begins, async () => {
    id = (await tasks.raise({ type: 'custom', title: '回访', priority, ownerId: staffId })).id;
    await lookTwice();
  });
  plan(begins + takes / 4, async () => {
    const [clock] = (await serviceLevels.list({ taskId: id })).items;
    const until = new Date(house.clock.time.getTime() + 24 * hour);
    if (ends === 1) await serviceLevels.pause(clock!.id, { reason: 'waitingForGoods', note: null, until }, staffId);
  });
  plan(begins + takes, async () => {
    if (ends === 0) await tasks.cancel(id, { staffId });
    else if (ends < 3) await tasks.complete(id, { staffId, outcome: 'solved' });
  });
}

/** Worked on by a person, closed by most, opened again by some. */
function planComplaint(plan: Plan, begins: number) {
  const { complaints } = house.services;
  const severity = (['safety', 'serious', 'normal'] as const)[random(3)]!;
  const last = random(4);
  let id = '';
  plan(begins, async () => {
    const { id: customerId } = await buildCustomer(house, { tier: 'standard' });
    const told = { customerId, conversationId: null, language: 'zh', whatHappened: '壶漏水', evidence: [] } as const;
    id = (await complaints.record({ ...told, evidence: [], severity })).id;
  });
  const steps = ['inHand', 'answered', 'closed', 'reopened'] as const;
  const pace = 1 + random(9);
  for (const [index, state] of steps.entries()) {
    if (index > last) return;
    plan(begins + (index + 1) * pace, async () => void (await complaints.changeState(id, state, { staffId })));
  }
}

/** A clock's kind, and all else from its log. */
interface Counted extends Running {
  id: string;
  kind: TargetKind;
  priority: string;
  tier: string | null;
}

/** Every clock that began in the span, counted again from the events alone. */
async function recounted(): Promise<Counted[]> {
  const { client } = database.db;
  const clocks = await client.serviceClock.findMany();
  const counted: Counted[] = [];
  const calendarOf = async (id: string, version: number): Promise<Calendar> =>
    house.services.calendars.version(id, version);
  for (const { id, metric, taskId, complaintId, round, priority, tier } of clocks) {
    const log = await client.serviceClockEvent.findMany({
      where: { clockId: id },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    });
    const running = (await replay(log, calendarOf))!;
    if (running.startedAt < from || running.startedAt >= to || (complaintId && round > 1)) continue;
    counted.push({ id, kind: taskId ? 'task' : (metric as TargetKind), priority, tier, ...running });
  }
  return counted;
}

function quantile(values: number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  if (sorted.length === 0) return null;
  const place = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return low + (high - low) * (place - Math.floor(place));
}

const waits = (values: number[]): Waits => ({ median: near(quantile(values, 0.5)), p90: near(quantile(values, 0.9)) });
const near = (value: number | null) => (value === null ? null : expect.closeTo(value, 3));

function figures(clocks: Counted[], now: Date) {
  const isMissed = ({ met, breachedAt, state, dueAt }: Counted) =>
    met === false || (met === null && (breachedAt !== null || (state === 'running' && dueAt !== null && dueAt < now)));
  const met = clocks.filter((clock) => clock.met).length;
  const n = met + clocks.filter(isMissed).length;
  const done = clocks.filter(({ state }) => state === 'done');
  const interval = wilsonInterval(met, n);
  return {
    n,
    met,
    share: n === 0 ? null : expect.closeTo(met / n, 9),
    interval: interval && { low: expect.closeTo(interval.low, 9), high: expect.closeTo(interval.high, 9) },
    done: done.length,
    wall: waits(done.map(({ wallSeconds }) => wallSeconds)),
    business: waits(done.map(({ businessSeconds }) => businessSeconds)),
  };
}

describe('the report on service levels', () => {
  test('says what the log says when it is counted again', async () => {
    const now = house.clock.time;
    const report = await house.services.reports.serviceLevels({ from, to });
    const clocks = await recounted();
    const kinds = ['firstResponse', 'nextResponse', 'resolution', 'task'] as const;
    expect(report.kinds.map(({ kind }) => kind).sort()).toEqual([...kinds]);
    for (const { kind, ...kept } of report.kinds) {
      const mine = clocks.filter((clock) => clock.kind === kind);
      expect(kept, kind).toEqual(figures(mine, now));
      // Every kind has something to tell of, or the test would say nothing.
      expect(
        [kept.met, kept.n - kept.met, kept.done].every((count) => count > 0),
        kind,
      ).toBe(true);
    }
    for (const { kind, priority, tier, ...kept } of report.levels) {
      const mine = clocks.filter((each) => each.kind === kind && each.priority === priority && each.tier === tier);
      expect(kept, [kind, priority, tier].join(' ')).toEqual(figures(mine, now));
    }
    expect(report.levels.reduce((sum, { done }) => sum + done, 0)).toBe(
      clocks.filter(({ state }) => state === 'done').length,
    );
  });

  test('leads to exactly those that were missed, page by page', async () => {
    const { reports, serviceLevels } = house.services;
    const { kinds } = await reports.serviceLevels({ from, to });
    for (const { kind, n, met } of kinds) {
      const found: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof serviceLevels.list>> = await serviceLevels.list({
          missed: true,
          kind,
          from,
          to,
          limit: 2,
          cursor,
        });
        expect(page.items.every(({ level }) => level !== 'met')).toBe(true);
        found.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor);
      expect([new Set(found).size, found.length], kind).toEqual([n - met, n - met]);
    }
  });
});
