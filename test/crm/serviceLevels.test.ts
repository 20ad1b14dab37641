import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { aroundTheClock, type Calendar, calendarOfHours } from '#crm/calendars/calendar.ts';
import { afterStep, byItself, type ClockStep, type Running, stopped } from '#crm/serviceLevels/clock.ts';
import { type Happened, replay } from '#crm/serviceLevels/replay.ts';
import { usualTargets } from '#crm/serviceLevels/targets.ts';
import { businessTimeBetween } from '#crm/shop/businessTime.ts';
import { rhythmSchema } from '#crm/tasks/recurring/rhythm.ts';
import { testDatabase } from '#test/support/database.ts';
import {
  buildActivity,
  buildConversation,
  buildCustomer,
  buildHouse,
  buildStaff,
  buildTeam,
  dismissEverybody,
  type House,
  wednesday,
} from './support.ts';

const database = testDatabase();
let house: House;
let staffId: string;
let leadId: string;

beforeEach(newHouse);

/** Nothing of an earlier test waits; one colleague and one lead. */
async function newHouse(): Promise<void> {
  house = buildHouse(database.db);
  const { client } = database.db;
  await dismissEverybody(house);
  await client.serviceClock.deleteMany();
  await client.task.deleteMany();
  await client.customerPromise.deleteMany();
  await client.recurringTask.deleteMany();
  await client.complaint.deleteMany();
  await client.conversation.updateMany({ data: { holder: 'bot' } });
  await client.setting.deleteMany({ where: { key: 'serviceTargets' } });
  const team = await buildTeam(house, 'service');
  staffId = (await buildStaff(house, { teamId: team.id })).id;
  leadId = (await buildStaff(house, { teamId: team.id, role: 'manager' })).id;
}

const at = (local: string) => new Date(`${local}:00+08:00`);
const clocks = (where: object) =>
  database.db.client.serviceClock.findMany({ where, orderBy: [{ startedAt: 'asc' }, { round: 'asc' }] });
const runDue = async (now = house.clock.time) => {
  await house.services.tasks.runDue(now);
  return house.services.serviceLevels.runDue(now);
};

/** A conversation that people talk in; each says something at the clock's time. */
async function talk(given: { tier?: string } = {}) {
  const { id: customerId } = await buildCustomer(house, given);
  const { id } = await buildConversation(house, { customerId });
  let sequence = 0;
  const say = (given: object) => buildActivity(house, { conversationId: id, sequence: ++sequence, ...given });
  return {
    id,
    customerId,
    customer: (text = '在吗') => say({ text }),
    bot: (text = '您好') => say({ direction: 'outbound', sender: 'bot', text }),
    staff: (by = staffId, text = '我来帮您') =>
      say({ direction: 'outbound', sender: 'staff', text, body: { from: { id: `staff:${by}` } } }),
    whisper: (text = '小心') => say({ direction: 'internal', type: 'whisper', sender: 'staff', text }),
  };
}

test('the demo shop’s old complaints, conversations and tasks are counted, and nobody is told that they are late', async () => {
  const { conversations, complaints, tasks } = house.services;
  const { id: customerId } = await buildCustomer(house, { demo: true });
  const { id: conversationId } = await buildConversation(house, { customerId, demo: true, queuedAt: wednesday });
  const answered = new Date(wednesday.getTime() + 600_000);
  const said = { conversationId, direction: 'outbound', sender: 'staff', createdAt: answered } as const;
  await buildActivity(house, { ...said, sequence: 1, text: '您好', body: { from: { id: `staff:${staffId}` } } });
  await buildActivity(house, { conversationId, sequence: 2, text: '谢谢', createdAt: answered });
  const told = { customerId, language: 'zh', whatHappened: '漏水', severity: 'safety' } as const;
  const { id: complaintId } = await complaints.record({ ...told, evidence: [] });
  const { id: taskId } = await tasks.raise({ type: 'custom', title: '回访', priority: 'high', customerId });
  await tasks.complete(taskId, { staffId: leadId, outcome: 'solved', next: null });
  expect((await conversations.get(conversationId)).holder).toBe('bot');
  await database.db.client.task.deleteMany({ where: { complaintId } });
  house.notified.length = 0;
  house.clock.add({ days: 30 });
  await runDue();
  await runDue();
  expect(house.notified).toEqual([]);
  expect(await clocks({ conversationId })).toMatchObject([{ state: 'done', met: true, wallSeconds: 600 }]);
  expect(await clocks({ taskId })).toMatchObject([{ state: 'done', met: true }]);
  const lasting = await clocks({ complaintId });
  expect(lasting.map(({ metric, state, breachedAt }) => [metric, state, breachedAt !== null])).toEqual([
    ['firstResponse', 'running', true],
    ['resolution', 'running', true],
  ]);
});

describe('conversations', () => {
  test('who asks for a person waits until one answers; neither the bot nor a note between staff ends it', async () => {
    const { conversations } = house.services;
    const said = await talk();
    await said.customer('人工');
    await conversations.queue(said.id);
    house.clock.add({ minutes: 5 });
    await said.bot('正在为您转接');
    await runDue();
    house.clock.add({ minutes: 5 });
    await conversations.takeover(said.id, staffId);
    await said.whisper();
    await runDue();
    expect(await clocks({ conversationId: said.id })).toMatchObject([
      { metric: 'firstResponse', state: 'running', startedAt: wednesday, priority: 'normal', met: null, sequence: 1 },
    ]);
    house.clock.add({ minutes: 10 });
    await said.staff();
    await runDue();
    expect(await clocks({ conversationId: said.id })).toMatchObject([
      { state: 'done', met: true, wallSeconds: 1200, businessSeconds: 1200, fulfilledById: staffId },
    ]);
  });

  test('the next answer counts from the oldest message that nobody answered; where the bot has it again nobody waits', async () => {
    const { conversations } = house.services;
    const said = await talk();
    await said.customer();
    await conversations.queue(said.id);
    await conversations.takeover(said.id, staffId);
    await said.staff();
    house.clock.add({ minutes: 1 });
    const oldest = house.clock.time;
    await said.customer('还有一个问题');
    house.clock.add({ minutes: 3 });
    await said.customer('？');
    await runDue();
    // A row of the list shows the wait that runs, and nothing once nobody waits.
    const { level } = await conversations.get(said.id);
    expect(level).toMatchObject({ metric: 'nextResponse', level: 'running', pauseReason: null });
    expect(level!.riskAt! < level!.dueAt!).toBe(true);
    expect((await conversations.list({ customerId: said.customerId })).items).toMatchObject([{ id: said.id, level }]);
    house.clock.add({ minutes: 2 });
    await said.staff();
    house.clock.add({ minutes: 1 });
    await said.customer('谢谢');
    await runDue();
    house.clock.add({ minutes: 1 });
    await conversations.release(said.id, staffId);
    await said.customer('多少钱');
    await runDue();
    expect(await clocks({ conversationId: said.id, metric: 'nextResponse' })).toMatchObject([
      { round: 1, startedAt: oldest, wallSeconds: 300, state: 'done', met: true },
      { round: 2, wallSeconds: 60, state: 'cancelled', met: null },
    ]);
    expect((await conversations.get(said.id)).level).toBeNull();
  });

  test('answered and given back between two looks, it is counted all the same; asking again is the next round', async () => {
    const { conversations } = house.services;
    const said = await talk();
    for (const round of [1, 2]) {
      house.clock.add({ minutes: 10 });
      await said.customer('人工');
      await conversations.queue(said.id);
      house.clock.add({ minutes: round });
      await conversations.takeover(said.id, staffId);
      await said.staff();
      house.clock.add({ minutes: 1 });
      await conversations.release(said.id, staffId);
    }
    await runDue();
    expect(await clocks({ conversationId: said.id })).toMatchObject([
      { metric: 'firstResponse', round: 1, wallSeconds: 60, state: 'done' },
      { metric: 'firstResponse', round: 2, wallSeconds: 120, state: 'done' },
    ]);
  });

  test('what was said to the bot before a person came is not waited for', async () => {
    const said = await talk();
    await said.customer('多少钱');
    house.clock.add({ minutes: 5 });
    await house.services.conversations.takeover(said.id, staffId);
    await runDue();
    expect(await clocks({ conversationId: said.id })).toEqual([]);
    house.clock.add({ minutes: 1 });
    await said.customer('在吗');
    await runDue();
    expect(await clocks({ conversationId: said.id })).toMatchObject([{ metric: 'nextResponse', state: 'running' }]);
  });
});

describe('targets', () => {
  test('by priority and tier; around the clock or by the calendar; told to the owner, then to the lead', async () => {
    const { serviceLevels, conversations } = house.services;
    const gold = { kind: 'firstResponse' as const, priority: 'normal' as const, tier: 'Gold', minutes: 100 };
    await serviceLevels.keepTargets([...usualTargets, { ...gold, aroundTheClock: false, calendarId: null }], leadId);
    house.clock.time = at('2026-07-15T20:30');
    const said = await talk({ tier: 'gold' });
    await said.customer();
    await conversations.queue(said.id);
    await conversations.takeover(said.id, staffId);
    await runDue();
    // Half an hour is left of the evening; the other 70 minutes are the next morning's.
    expect(await clocks({ conversationId: said.id })).toMatchObject([{ dueAt: at('2026-07-16T10:10'), tier: 'gold' }]);
    house.notified.length = 0;
    const told = async (local: string) => {
      house.notified.length = 0;
      await runDue(at(local));
      await runDue(at(local));
      return house.notified.map(({ kind, note, staffIds }) => [kind, note, staffIds.length]);
    };
    expect(await told('2026-07-16T09:19')).toEqual([]);
    expect(await told('2026-07-16T09:20')).toEqual([['levelDue', '50 %', 1]]);
    expect(await told('2026-07-16T09:50')).toEqual([['levelDue', '80 %', 1]]);
    expect(await told('2026-07-16T10:10')).toEqual([['levelBreached', '100 %', 2]]);
    house.clock.time = at('2026-07-16T10:20');
    await said.staff();
    await runDue();
    expect(await clocks({ conversationId: said.id })).toMatchObject([
      {
        state: 'done',
        met: false,
        breachedAt: at('2026-07-16T10:10'),
        businessSeconds: 110 * 60,
        wallSeconds: 830 * 60,
      },
    ]);
  });

  test('a task is due by its target where the shop has set one', async () => {
    const { serviceLevels, tasks } = house.services;
    const target = { kind: 'task' as const, priority: 'normal' as const, minutes: 90, calendarId: null };
    await serviceLevels.keepTargets(
      [
        { ...target, tier: null, aroundTheClock: false },
        { ...target, tier: 'gold', minutes: 30, aroundTheClock: true },
      ],
      leadId,
    );
    house.clock.time = at('2026-07-15T20:30');
    const raise = async (tier: string) =>
      tasks.raise({
        type: 'callBack',
        title: '请回电',
        priority: 'normal',
        customerId: (await buildCustomer(house, { tier })).id,
      });
    expect((await raise('standard')).dueAt).toEqual(at('2026-07-16T10:00'));
    expect((await raise('gold')).dueAt).toEqual(at('2026-07-15T21:00'));
    await expect(
      serviceLevels.keepTargets([{ ...target, tier: null, aroundTheClock: false, calendarId: staffId }], leadId),
    ).rejects.toMatchObject({ code: 'invalidInput' });
  });
});

describe('complaints', () => {
  test('first word of a person, closing, opened again; a pause has a reason and an end, and the customer’s answer ends it', async () => {
    const { complaints, serviceLevels } = house.services;
    const said = await talk();
    const { id } = await complaints.record({
      customerId: said.customerId,
      conversationId: said.id,
      language: 'zh',
      whatHappened: '壶漏水',
      severity: 'serious',
      evidence: [],
    });
    await runDue();
    house.clock.add({ minutes: 30 });
    await complaints.changeState(id, 'inHand', { staffId });
    await runDue();
    const [first, resolution] = await clocks({ complaintId: id });
    expect(first).toMatchObject({ metric: 'firstResponse', met: true, wallSeconds: 1800, fulfilledById: staffId });
    expect(resolution).toMatchObject({ metric: 'resolution', state: 'running', dueAt: at('2026-07-19T10:00') });
    const until = at('2026-07-18T10:00');
    await expect(
      serviceLevels.pause(resolution!.id, { reason: 'other', note: null, until }, staffId),
    ).rejects.toMatchObject({ code: 'invalidInput' });
    const paused = await serviceLevels.pause(
      resolution!.id,
      { reason: 'waitingForCustomer', note: '等照片', until },
      staffId,
    );
    expect(paused).toMatchObject({ state: 'paused', dueAt: at('2026-07-22T09:30'), late: false });
    await expect(
      serviceLevels.pause(resolution!.id, { reason: 'agreedDate', note: null, until }, staffId),
    ).rejects.toMatchObject({ code: 'clockNotRunning' });
    house.clock.time = at('2026-07-16T10:30');
    await said.customer('照片来了');
    await runDue();
    expect(await clocks({ complaintId: id, metric: 'resolution' })).toMatchObject([
      { state: 'running', businessSeconds: 1800, dueAt: at('2026-07-20T10:00'), pauseReason: null },
    ]);
    house.clock.time = at('2026-07-16T11:30');
    await complaints.changeState(id, 'answered', { staffId });
    await complaints.changeState(id, 'closed', { staffId });
    house.clock.time = at('2026-07-17T11:30');
    await complaints.changeState(id, 'reopened', { staffId });
    await runDue();
    expect(await clocks({ complaintId: id, metric: 'resolution' })).toMatchObject([
      { round: 1, state: 'done', met: true, businessSeconds: 5400 },
      { round: 2, state: 'running', startedAt: at('2026-07-17T11:30') },
    ]);
  });
});

describe('tasks', () => {
  test('a paused task is due later by as much, and is told of again when it runs', async () => {
    const { tasks, serviceLevels } = house.services;
    const task = await tasks.raise({ type: 'callBack', title: '请回电', priority: 'high', ownerId: staffId });
    await runDue();
    const [clock] = await clocks({ taskId: task.id });
    house.clock.add({ hours: 1 });
    await serviceLevels.pause(clock!.id, { reason: 'agreedDate', note: null, until: at('2026-07-16T15:00') }, staffId);
    const paused = await tasks.get(task.id);
    expect(paused).toMatchObject({ dueAt: at('2026-07-16T18:00'), late: false });
    expect(paused.events.map(({ kind, note }) => [kind, note])).toContainEqual(['paused', 'agreedDate']);
    house.notified.length = 0;
    await runDue(at('2026-07-16T14:59'));
    expect(house.notified).toEqual([]);
    await runDue(at('2026-07-16T16:00'));
    expect(house.notified).toMatchObject([{ kind: 'taskDue', note: '50 %' }]);
    house.clock.time = at('2026-07-16T17:00');
    await tasks.complete(task.id, { staffId, outcome: 'reached' });
    await runDue();
    expect(await clocks({ taskId: task.id })).toMatchObject([
      { state: 'done', met: true, businessSeconds: 3 * 3600, fulfilledById: staffId },
    ]);
  });

  test('who waits for the customer goes on when the customer writes: the task, and the conversation', async () => {
    const { conversations, tasks, serviceLevels } = house.services;
    const said = await talk();
    await said.customer('人工');
    await conversations.queue(said.id);
    await conversations.takeover(said.id, staffId);
    const asked = { type: 'callBack', title: '请回电', priority: 'high', ownerId: staffId } as const;
    const task = await tasks.raise({ ...asked, conversationId: said.id });
    await runDue();
    house.clock.add({ hours: 1 });
    const until = at('2026-07-17T10:00');
    const mine = await clocks({ OR: [{ conversationId: said.id }, { taskId: task.id }] });
    for (const { id } of mine)
      await serviceLevels.pause(id, { reason: 'waitingForCustomer', note: null, until }, staffId);
    expect((await tasks.list({ scope: 'all', staffId: null })).items[0]).toMatchObject({
      late: false,
      level: { level: 'paused', pauseReason: 'waitingForCustomer', pausedUntil: until, riskAt: null },
    });
    house.clock.add({ hours: 2 });
    await said.customer('照片发您了');
    house.clock.add({ minutes: 10 });
    await runDue();
    await runDue();
    // High: four hours of work from 10:00, of which two hours were not counted.
    expect(await tasks.get(task.id)).toMatchObject({ dueAt: at('2026-07-15T16:00'), level: { level: 'running' } });
    const log = (await tasks.get(task.id)).events.map(({ kind, note }) => [kind, note]);
    expect(log.filter(([kind]) => kind === 'resumed')).toEqual([['resumed', 'customerAnswered']]);
    expect(await clocks({ conversationId: said.id })).toMatchObject([{ state: 'running', wallSeconds: 3600 }]);
    const { items } = await serviceLevels.list({ conversationId: said.id });
    expect(items).toMatchObject([{ level: 'running', wall: 4200, riskAt: at('2026-07-15T15:12') }]);
    house.clock.time = at('2026-07-15T15:12');
    expect((await tasks.get(task.id)).level?.level).toBe('atRisk');
    house.clock.time = at('2026-07-15T16:01');
    expect((await tasks.get(task.id)).level?.level).toBe('breached');
  });

  test('raised and done between two looks, or due on another day, it is counted', async () => {
    const { tasks } = house.services;
    const done = await tasks.raise({ type: 'callBack', title: 'a', priority: 'high' });
    const moved = await tasks.raise({ type: 'callBack', title: 'b', priority: 'high' });
    house.clock.add({ minutes: 10 });
    await tasks.complete(done.id, { staffId, outcome: 'solved' });
    await runDue();
    await runDue();
    expect(await clocks({ taskId: done.id })).toMatchObject([{ state: 'done', met: true, wallSeconds: 600 }]);
    const dueAt = at('2026-07-17T12:00');
    await database.db.client.task.update({ where: { id: moved.id }, data: { dueAt } });
    await runDue();
    expect(await clocks({ taskId: moved.id })).toMatchObject([{ state: 'running', dueAt }]);
  });
});

describe('a week', () => {
  /** Half hours of the first morning, then four times a day. */
  const ticks = [
    ...Array.from({ length: 10 }, (_, i) => i * 0.5),
    ...Array.from({ length: 28 }, (_, i) => 6 + i * 6),
  ].map((hours) => new Date(wednesday.getTime() + hours * 3_600_000));

  async function begin() {
    const said = await talk();
    await said.customer();
    await house.services.conversations.queue(said.id);
    const task = await house.services.tasks.raise({
      type: 'callBack',
      title: '请回电',
      priority: 'high',
      ownerId: staffId,
    });
    const complaint = await house.services.complaints.record({
      customerId: said.customerId,
      conversationId: null,
      language: 'zh',
      whatHappened: '壶漏水',
      severity: 'serious',
      evidence: [],
    });
    await database.db.client.task.deleteMany({ where: { complaintId: complaint.id } });
    house.notified.length = 0;
    return { said, task, complaint };
  }

  const told = () => house.notified.map(({ kind, note, staffIds }) => [kind, note ?? '', staffIds.length].join(' '));

  test('of escalations, every moment run twice: everybody hears each thing once, and the log says it again', async () => {
    const { said, task } = await begin();
    for (const now of ticks) {
      house.clock.time = now;
      await runDue(now);
      await runDue(now);
    }
    expect(told()).toEqual([
      'levelDue 50 % 1', // 10:30, the first word on the complaint; its 80 % falls together with the breach
      'levelBreached 100 % 1', // 11:00
      'taskDue 50 % 1', // 12:00
      'levelDue 50 % 1', // the conversation
      'taskDue 80 % 1', // 13:12
      'levelDue 80 % 1',
      'taskLate  2', // 14:00, to the lead too
      'levelBreached 100 % 1',
      'levelDue 50 % 1', // Friday 10:00, the complaint's solution
      'levelDue 80 % 1', // Saturday 12:24
      'levelBreached 100 % 1', // Sunday 10:00
    ]);
    const before = await database.db.client.serviceClockEvent.count();
    for (const now of ticks.filter((_, i) => i % 6 === 0)) await runDue(now);
    expect(house.notified).toHaveLength(11);
    expect(await database.db.client.serviceClockEvent.count()).toBe(before);
    house.clock.add({ hours: 1 });
    await said.staff();
    await house.services.tasks.complete(task.id, { staffId, outcome: 'solved', next: null });
    await runDue();
    for (const clock of await clocks({})) {
      const again = await house.services.serviceLevels.recount(clock.id);
      expect(clock).toMatchObject(again);
    }
  });

  /** Everything that the clock wakes in a shop where things are left undone for a week; each moment so many times. */
  async function neglect(times: number) {
    await newHouse();
    const { services } = house;
    const { complaint } = await begin();
    const urgent = { type: 'callBack', title: '马上回电', priority: 'urgent', ownerId: staffId } as const;
    await services.tasks.raise(urgent);
    const answerBy = new Date(wednesday.getTime() + 26 * 3_600_000);
    await services.complaints.changeFacts(complaint.id, { answerBy }, staffId);
    const rhythm = rhythmSchema.parse({ every: 'day', time: '09:00', startsOn: '2026-07-15' });
    const daily = { title: '盘点', detail: null, type: 'custom', priority: 'normal', active: true } as const;
    const nobody = { teamKey: null, ownerId: null, customerId: null };
    await services.recurringTasks.save({ ...daily, ...nobody, rhythm }, leadId);
    const held = await talk();
    await services.conversations.takeover(held.id, staffId);
    await services.conversations.say(held.id, staffId, '明天12点前给您回电');
    const [promise] = await services.promises.ofConversation(held.id);
    await services.promises.confirm(promise!.id, { staffId });
    await held.customer('还在吗');
    for (const now of ticks.filter((_, i) => i < 10 || i % 3 === 0)) {
      house.clock.time = now;
      for (let n = 0; n < times; n++) {
        await runDue(now);
        await services.recurringTasks.runDue(now);
        await services.promises.runDue(now);
        await services.complaints.runDue(now);
        await services.conversations.runUnanswered(now);
        await services.notifications.climb(now);
      }
    }
    const toCustomers = house.sent.map(({ kind }) => kind);
    const { client } = database.db;
    const log = await client.taskEvent.groupBy({ by: ['kind'], _count: true, orderBy: { kind: 'asc' } });
    const clockLog = await client.serviceClockEvent.groupBy({ by: ['kind'], _count: true, orderBy: { kind: 'asc' } });
    const colleagues = told().map((each) => each.replace(/Staff \d+/, 'Staff'));
    return {
      colleagues: colleagues.sort(),
      toCustomers: toCustomers.sort(),
      log,
      clockLog,
      tasks: await client.task.count(),
    };
  }

  test('of everything that the clock wakes: twice at each moment tells colleagues and customers what once does', async () => {
    const once = await neglect(1);
    const kinds = new Set([...once.colleagues.map((each) => each.split(' ')[0]), ...once.toCustomers]);
    for (const kind of ['taskLate', 'levelBreached', 'unreadUrgent', 'promiseBroken', 'promiseLate', 'requeued'])
      expect(kinds, kind).toContain(kind);
    expect(await neglect(2)).toEqual(once);
  });

  test('slept through: everybody hears once, of the last', async () => {
    await begin();
    await runDue(ticks.at(-1)!);
    await runDue(ticks.at(-1)!);
    expect(told().sort()).toEqual([
      'levelBreached 100 % 1',
      'levelBreached 100 % 1',
      'levelBreached 100 % 1',
      'taskLate  2',
    ]);
  });
});

describe('counting', () => {
  const office: Calendar = calendarOfHours({
    days: [1, 2, 3, 4, 5],
    open: '09:00',
    close: '18:00',
    zone: 'Europe/Berlin',
  });
  const later: Calendar = {
    ...office,
    weekly: office.weekly.map((shifts) => shifts.map(() => ({ from: '12:00', to: '15:00' }))),
  };
  const versions = [office, later, { ...aroundTheClock, zone: 'Asia/Shanghai' }];

  test('again from the log alone comes to the same figures, over pauses and changes of the calendar', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 1200 }),
        fc.boolean(),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.constantFrom(0, 1, 2)), { minLength: 1, maxLength: 8 }),
        async (target, dayAndNight, moves) => {
          const known = (version: number) => ({ id: 'c', version, calendar: versions[version]! });
          let now = new Date('2026-03-27T08:00:00Z').getTime();
          let clock: Running | undefined;
          const log: Happened[] = [];
          let counted = { wall: 0, business: 0 };
          const happen = (step: ClockStep) => {
            const before = clock ?? stopped(step.at, step.calendar!);
            clock = afterStep(before, step, versions[before.calendarVersion]!);
            log.push({
              percent: null,
              until: null,
              reason: null,
              note: null,
              ...clock,
              ...step,
              calendarId: 'c',
            } as Happened);
          };
          happen({
            kind: 'activate',
            at: new Date(now),
            calendar: known(0),
            target: { seconds: target * 60, aroundTheClock: dayAndNight },
          });
          for (const [minutes, version] of moves) {
            const from = new Date(now);
            now += minutes * 60_000;
            const at = new Date(now);
            if (clock!.state === 'running') {
              const calendar = versions[clock!.calendarVersion]!;
              counted = {
                wall: counted.wall + minutes * 60,
                business: counted.business + businessTimeBetween(from, at, calendar) / 1000,
              };
              for (const step of byItself(clock!, at, calendar, false)) happen(step);
              happen({ kind: 'pause', at, until: new Date(now + 30 * 86_400_000), calendar: known(version) });
            } else happen({ kind: 'resume', at, calendar: known(version) });
          }
          expect([clock!.wallSeconds, clock!.businessSeconds]).toEqual([counted.wall, counted.business]);
          expect(await replay(log, async (_, version) => versions[version]!)).toEqual(clock);
        },
      ),
      { numRuns: 100 },
    );
  });
});
