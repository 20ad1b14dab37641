import { beforeAll, expect, test } from 'vitest';
import { calendarSchema } from '#crm/calendars/calendar.ts';
import { datedPromises } from '#crm/promises/dueAt.ts';
import type { Staff } from '#prisma/client.ts';
import { testDatabase } from '#test/support/database.ts';
import { buildConversation, buildCustomer, buildHouse, buildStaff, type House } from './support.ts';

const database = testDatabase();
let house: House;
beforeAll(() => {
  house = buildHouse(database.db);
});

/** A conversation that a colleague has. */
async function talk(given: { staff?: Staff; demo?: boolean } = {}) {
  const staff = given.staff ?? (await buildStaff(house));
  const customer = await buildCustomer(house, { demo: given.demo ?? false });
  const { id } = await buildConversation(house, { customerId: customer.id, holder: 'person', staffId: staff.id });
  return { conversationId: id, customer, staff };
}
/** What a colleague says in one, and the promises noticed in it. */
async function say(text: string, given: Parameters<typeof talk>[0] = {}) {
  const started = await talk(given);
  await house.services.conversations.say(started.conversationId, started.staff.id, text);
  return { ...started, promises: await house.services.promises.ofConversation(started.conversationId) };
}
const toldIn = (id: string) => house.sent.filter(({ conversationId }) => conversationId === id).map(({ kind }) => kind);
const staffTold = (id: string) =>
  house.notified
    .filter(({ staffIds, kind }) => staffIds.includes(id) && kind.startsWith('promise'))
    .map(({ kind }) => kind);
const hours = (from: Date, count: number) => new Date(from.getTime() + count * 3_600_000);
const kindsOf = async (id: string) => (await house.services.promises.get(id)).events.map(({ kind }) => kind);

test('noticed in what is said, confirmed with one click, told, done as a task, kept', async () => {
  const { promises } = house.services;
  const { conversationId, customer, staff, promises: noticed } = await say('周五前给您答复。您还有别的问题吗？');
  expect(noticed).toMatchObject([
    { state: 'proposed', text: '周五前给您答复。', dueAt: new Date('2026-07-17T13:00:00Z'), staffId: staff.id },
  ]);
  // Said again, it is not proposed again; another is.
  await house.services.conversations.say(conversationId, staff.id, '好的，周五前一定给您答复。两小时内给您寄出。');
  expect(await promises.ofConversation(conversationId)).toHaveLength(2);
  expect(toldIn(conversationId)).toEqual([]);

  const { id } = noticed[0]!;
  const stranger = await buildStaff(house);
  await expect(promises.confirm(id, { staffId: stranger.id })).rejects.toMatchObject({ code: 'forbidden' });
  const results = await Promise.allSettled([1, 2].map(() => promises.confirm(id, { staffId: staff.id })));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const tasks = await database.db.client.task.findMany({ where: { conversationId } });
  expect(tasks).toMatchObject([{ type: 'promise', ownerId: staff.id, dueAt: noticed[0]!.dueAt }]);
  expect(await promises.ofCustomer(customer.id)).toHaveLength(1);

  // Not reached is not kept: another task stands for it. Done is kept, in the same transaction.
  await house.services.tasks.complete(tasks[0]!.id, { staffId: staff.id, outcome: 'notReached', next: null });
  const again = (await promises.get(id)).taskId!;
  expect(again).not.toBe(tasks[0]!.id);
  expect(toldIn(conversationId)).toEqual(['promiseMade']);
  await house.services.tasks.complete(again, { staffId: staff.id, outcome: 'reached', next: null });
  expect(await promises.get(id)).toMatchObject({ state: 'kept', settledAt: house.clock.now() });
  expect(toldIn(conversationId)).toEqual(['promiseMade', 'promiseKept']);
  expect(await kindsOf(id)).toEqual(['proposed', 'confirmed', 'tried', 'kept']);
  await expect(promises.keep(id, { staffId: staff.id })).rejects.toMatchObject({ code: 'promiseSettled' });
  expect(await promises.ofCustomer(customer.id)).toEqual([]);
});

test('without a time it asks for one; what was none is put away in silence, what will not be kept is told and its task cancelled', async () => {
  const { promises, tasks } = house.services;
  const { conversationId, staff, promises: noticed } = await say('我们会尽快给您答复');
  const { id, dueAt } = noticed[0]!;
  expect(dueAt).toBeNull();
  await expect(promises.confirm(id, { staffId: staff.id })).rejects.toMatchObject({ code: 'invalidInput' });
  await promises.withdraw(id, { staffId: staff.id });
  expect([await promises.ofConversation(conversationId), toldIn(conversationId)]).toEqual([[], []]);
  const other = await say('明天给您寄出');
  const { taskId } = await promises.confirm(other.promises[0]!.id, { staffId: other.staff.id });
  await promises.withdraw(other.promises[0]!.id, { staffId: other.staff.id, note: '缺货' });
  expect((await tasks.get(taskId!)).state).toBe('cancelled');
  expect(toldIn(other.conversationId)).toEqual(['promiseMade', 'promiseWithdrawn']);
  // Customers of the demo shop are never messaged.
  const demo = await say('明天给您寄出', { demo: true });
  await promises.confirm(demo.promises[0]!.id, { staffId: demo.staff.id });
  expect(toldIn(demo.conversationId)).toEqual([]);
});

test('a day is the shop’s: working days, hours of the wall, the last working day of a span, holidays', () => {
  const day = [
    { from: '09:00', to: '12:00' },
    { from: '13:30', to: '18:00' },
  ];
  const calendar = calendarSchema.parse({
    zone: 'Asia/Shanghai',
    weekly: [day, day, day, day, day, [], []],
    specialDays: [{ date: '2026-07-17', shifts: [{ from: '09:00', to: '15:00' }] }],
    chineseHolidays: true,
  });
  const dueOf = (text: string, at = '2026-07-15T10:00+08:00') =>
    datedPromises(text, new Date(at), calendar)[0]?.dueAt?.toISOString().slice(0, 16);
  expect(dueOf('3个工作日内给您退款')).toBe('2026-07-20T10:00');
  expect(dueOf('下午3点前给您回电')).toBe('2026-07-15T07:00');
  expect(dueOf('I will call you back within two hours.')).toBe('2026-07-15T04:00');
  expect(dueOf('下班前给您答复')).toBe('2026-07-15T10:00');
  // The week ends on a short Friday; a Saturday is a Saturday.
  expect(dueOf('本周内给您寄出')).toBe('2026-07-17T07:00');
  expect(dueOf('周六给您寄出')).toBe('2026-07-18T10:00');
  // The next working day after the 30th of September is the 8th of October.
  expect(dueOf('下个工作日给您答复', '2026-09-30T10:00+08:00')).toBe('2026-10-08T10:00');
});

test('the clock: reminded before, late, broken after three days; run twice, nothing doubled', async () => {
  const { promises, tasks } = house.services;
  const late = await say('明天12点前给您回电');
  const done = await say('我明天给您寄出');
  const moved = await say('今天下班前联系您');
  for (const each of [late, done, moved]) await promises.confirm(each.promises[0]!.id, { staffId: each.staff.id });
  const start = house.clock.now();
  await promises.postpone(moved.promises[0]!.id, { staffId: moved.staff.id, dueAt: hours(start, 24 * 30) });
  expect((await tasks.get((await promises.get(moved.promises[0]!.id)).taskId!)).dueAt).toEqual(hours(start, 24 * 30));
  await tasks.complete((await promises.get(done.promises[0]!.id)).taskId!, {
    staffId: done.staff.id,
    outcome: 'solved',
    next: null,
  });

  /** Ten in the morning plus so many hours: twice, and on two instances. */
  const run = async (hour: number) => {
    const now = hours(start, hour);
    await Promise.all([promises.runDue(now), promises.runDue(now)]);
    await promises.runDue(now);
    return (await promises.get(late.promises[0]!.id)).state;
  };
  expect([await run(1), staffTold(late.staff.id)]).toEqual(['confirmed', []]);
  expect([await run(22.5), staffTold(late.staff.id)]).toEqual(['confirmed', ['promiseDue']]);
  expect([await run(26.5), toldIn(late.conversationId)]).toEqual(['late', ['promiseMade', 'promiseLate']]);
  expect(await run(26 + 71)).toBe('late');
  expect(await run(26 + 73)).toBe('broken');
  expect(staffTold(late.staff.id)).toEqual(['promiseDue', 'promiseBroken']);
  expect(toldIn(late.conversationId)).toEqual(['promiseMade', 'promiseLate']);
  expect(await kindsOf(late.promises[0]!.id)).toEqual(['proposed', 'confirmed', 'reminded', 'late', 'broken']);
  expect(toldIn(done.conversationId)).toEqual(['promiseMade', 'promiseKept']);
  expect(toldIn(moved.conversationId)).toEqual(['promiseMade', 'promiseMoved']);
  expect(await promises.get(moved.promises[0]!.id)).toMatchObject({ state: 'confirmed', moves: 1 });
});

test('a day that is moved after it has passed does not make the promise kept in time', async () => {
  const { promises } = house.services;
  const { staff, promises: noticed } = await say('两小时内给您回电');
  const { id } = noticed[0]!;
  await promises.confirm(id, { staffId: staff.id });
  const before = house.clock.time;
  house.clock.add({ hours: 3 });
  await promises.postpone(id, { staffId: staff.id, dueAt: hours(house.clock.now(), 5) });
  expect(await promises.keep(id, { staffId: staff.id })).toMatchObject({ state: 'late', moves: 1 });
  house.clock.time = before;
});

test('what the bot promised needs no confirmation and is kept by an answer, or by its task', async () => {
  const { promises, tasks, complaints, conversations } = house.services;
  const { conversationId, customer, staff } = await talk();
  const task = await tasks.raise({
    type: 'answer',
    title: '转人工',
    priority: 'high',
    conversationId,
    customerId: customer.id,
  });
  const given = { kind: 'answer', conversationId, taskId: task.id, text: '同事会在这里回复您' } as const;
  for (const _ of [1, 2]) await promises.give(given);
  const complaint = await complaints.record({
    ...{ customerId: customer.id, conversationId, language: 'zh', severity: 'normal', evidence: [] },
    whatHappened: '漏水',
  });
  await promises.give({ kind: 'contact', conversationId, complaintId: complaint.id, text: '同事会联系您' });
  const open = await promises.ofCustomer(customer.id);
  expect(open).toMatchObject([
    { kind: 'answer', state: 'confirmed', dueAt: task.dueAt, staff: null },
    { kind: 'contact', state: 'confirmed', staff: null },
  ]);
  await conversations.say(conversationId, staff.id, '您好，我是林晓，马上看一下。');
  expect(await promises.ofConversation(conversationId)).toMatchObject([{ state: 'kept' }, { state: 'kept' }]);
  // The answer tells itself.
  expect(toldIn(conversationId)).toEqual([]);
});

test('the list by whose and by what, and the rate with its interval; people from thirty on', async () => {
  const { promises } = house.services;
  const team = await database.db.client.team.create({ data: { key: 'promises', name: { zh: '一', en: 'One' } } });
  const [lin, zhou] = [await buildStaff(house, { teamId: team.id }), await buildStaff(house, { teamId: team.id })];
  const from = house.clock.add({ days: 200 });
  for (let i = 0; i < 31; i++) {
    const { promises: noticed } = await say('两小时内给您回电', { staff: lin });
    await promises.confirm(noticed[0]!.id, { staffId: lin.id });
    if (i < 28) await promises.keep(noticed[0]!.id, { staffId: lin.id });
  }
  const { promises: noticed } = await say('今天下班前给您答复', { staff: zhou });
  expect((await promises.list({ scope: 'mine', show: 'proposed', staffId: zhou.id })).items).toHaveLength(1);
  await promises.confirm(noticed[0]!.id, { staffId: zhou.id });
  const listed = async (scope: 'mine' | 'team', show: 'open' | 'kept', staffId: string) => {
    const page = await promises.list({ scope, show, staffId, limit: 2 });
    const next = page.nextCursor ? await promises.list({ scope, show, staffId, cursor: page.nextCursor }) : null;
    return page.items.length + (next?.items.length ?? 0);
  };
  expect([await listed('mine', 'open', zhou.id), await listed('team', 'open', zhou.id)]).toEqual([1, 4]);
  expect(await listed('mine', 'kept', lin.id)).toBe(28);
  const count = async (filter: Omit<Parameters<typeof promises.list>[0], 'scope' | 'staffId'>) =>
    (await promises.list({ scope: 'all', staffId: null, ...filter })).items.length;
  expect(await count({ show: 'open', ownerId: lin.id })).toBe(3);
  expect(await count({ show: 'open', ownerId: lin.id, due: 'late' })).toBe(0);
  expect(await count({ show: 'open', ownerId: zhou.id, due: 'today' })).toBe(1);
  expect(await count({ show: 'all', customerId: noticed[0]!.customerId! })).toBe(1);

  // Three are late and not done: they count from the hour on at which they were due.
  house.clock.add({ hours: 3 });
  await promises.runDue(house.clock.now());
  const report = await promises.report({ from, to: house.clock.now() });
  expect(await count({ show: 'open', ownerId: lin.id, due: 'late' })).toBe(3);
  expect(report).toMatchObject({ n: 31, kept: 28, late: 3, said: { n: 31 }, bot: { n: 0, share: null } });
  expect(report.interval!.low).toBeCloseTo(0.751, 3);
  expect(report.people).toMatchObject([{ staffId: lin.id, n: 31, kept: 28 }]);
  // Each number leads to as many promises: late ones also while they are not done.
  const decided = { from, to: house.clock.now() };
  const led = async (show: 'all' | 'kept' | 'late' | 'moved', given: { saidBy?: string } = {}) =>
    count({ show, decided, limit: 200, ...given });
  expect([await led('all'), await led('kept'), await led('late'), await led('moved')]).toEqual([31, 28, 3, 0]);
  expect([await led('all', { saidBy: lin.id }), await led('all', { saidBy: zhou.id })]).toEqual([31, 0]);
  expect(await count({ show: 'all', decided: { from: new Date(+decided.to + 1) } })).toBe(0);
  const later = house.clock.add({ days: 1 });
  await promises.runDue(later);
  expect((await promises.report({ from, to: later })).people).toHaveLength(1);
  await expect(promises.report({ from: later, to: from })).rejects.toMatchObject({ code: 'invalidInput' });
});
