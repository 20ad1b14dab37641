import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#test/support/database.ts';
import { buildConversation, buildCustomer, buildHouse, buildStaff, type House } from './support.ts';

const database = testDatabase();
let house: House;
beforeAll(() => {
  house = buildHouse(database.db);
});

/** A message of a member of staff in a conversation, and the promises noticed in it. */
async function say(text: string) {
  const staff = await buildStaff(house);
  const customer = await buildCustomer(house);
  const { id } = await buildConversation(house, { customerId: customer.id });
  await house.services.promises.notice(id, staff.id, text);
  return { conversationId: id, customer, staff, promises: await house.services.promises.ofConversation(id) };
}
const toldIn = (id: string) => house.sent.filter(({ conversationId }) => conversationId === id).map(({ kind }) => kind);

test('noticed, confirmed with one click, told, done as a task, kept', async () => {
  const { promises } = house.services;
  const { conversationId, customer, staff, promises: noticed } = await say('周五前给您答复。您还有别的问题吗？');
  expect(noticed).toMatchObject([
    { state: 'proposed', text: '周五前给您答复。', dueAt: new Date('2026-07-17T13:00:00Z') },
  ]);
  expect(toldIn(conversationId)).toEqual([]);
  const { id } = noticed[0]!;
  const stranger = await buildStaff(house);
  await expect(promises.confirm(id, { staffId: stranger.id })).rejects.toMatchObject({ code: 'forbidden' });
  const results = await Promise.allSettled([1, 2].map(() => promises.confirm(id, { staffId: staff.id })));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const tasks = await database.db.client.task.findMany({ where: { conversationId } });
  expect(tasks).toMatchObject([{ type: 'promise', ownerId: staff.id, dueAt: noticed[0]!.dueAt }]);
  expect(await promises.ofCustomer(customer.id)).toHaveLength(1);
  await promises.keep(id, staff.id);
  expect((await house.services.tasks.get(tasks[0]!.id)).state).toBe('done');
  expect(toldIn(conversationId)).toEqual(['promiseMade', 'promiseKept']);
  await expect(promises.keep(id, staff.id)).rejects.toMatchObject({ code: 'promiseSettled' });
  expect(await promises.ofCustomer(customer.id)).toEqual([]);
});

test('without a time it asks for one; what was none is put away in silence', async () => {
  const { promises } = house.services;
  const { conversationId, staff, promises: noticed } = await say('我们会尽快给您答复');
  const { id, dueAt } = noticed[0]!;
  expect(dueAt).toBeNull();
  await expect(promises.confirm(id, { staffId: staff.id })).rejects.toMatchObject({ code: 'invalidInput' });
  await promises.withdraw(id, staff.id);
  expect([await promises.ofConversation(conversationId), toldIn(conversationId)]).toEqual([[], []]);
});

test('what is moved moves its task; what is withdrawn cancels it, and the customer hears of both', async () => {
  const { promises, tasks } = house.services;
  const { conversationId, staff, promises: noticed } = await say('我明天给您寄出');
  const { id } = noticed[0]!;
  const { taskId } = await promises.confirm(id, { staffId: staff.id });
  const dueAt = new Date(house.clock.now().getTime() + 5 * 86_400_000);
  await promises.postpone(id, { staffId: staff.id, dueAt });
  expect(await tasks.get(taskId!)).toMatchObject({ dueAt, state: 'open' });
  await promises.withdraw(id, staff.id);
  expect((await tasks.get(taskId!)).events.map(({ kind }) => kind)).toEqual(['raised', 'moved', 'cancelled']);
  expect(toldIn(conversationId)).toEqual(['promiseMade', 'promiseMoved', 'promiseWithdrawn']);
});

test('the clock: late once, broken after three days, kept where the task was done in time; looked at twice, nothing twice', async () => {
  const { promises, tasks } = house.services;
  const late = await say('两小时内给您回电');
  const done = await say('我明天给您寄出');
  const moved = await say('今天下班前联系您');
  for (const each of [late, done, moved]) await promises.confirm(each.promises[0]!.id, { staffId: each.staff.id });
  const start = house.clock.now();
  await promises.postpone(moved.promises[0]!.id, {
    staffId: moved.staff.id,
    dueAt: new Date(start.getTime() + 30 * 86_400_000),
  });
  const [task] = await database.db.client.task.findMany({ where: { conversationId: done.conversationId } });
  await tasks.complete(task!.id, { staffId: done.staff.id, outcome: 'solved', note: null });
  for (let hour = 1; hour <= 24 * 6; hour += 5) {
    const now = new Date(start.getTime() + hour * 3_600_000);
    await Promise.all([promises.runDue(now), promises.runDue(now)]);
  }
  expect(toldIn(late.conversationId)).toEqual(['promiseMade', 'promiseLate']);
  expect(toldIn(done.conversationId)).toEqual(['promiseMade', 'promiseKept']);
  expect(toldIn(moved.conversationId)).toEqual(['promiseMade', 'promiseMoved']);
  const stateOf = async (each: typeof late) => (await promises.ofConversation(each.conversationId))[0]?.state;
  expect([await stateOf(late), await stateOf(done), await stateOf(moved)]).toEqual(['broken', 'kept', 'confirmed']);
  const to = new Date(start.getTime() + 7 * 86_400_000);
  expect(await promises.rate({ to, staffId: done.staff.id })).toMatchObject({ kept: 1, settled: 1, share: 1 });
  const broken = await promises.rate({ to, staffId: late.staff.id });
  expect(broken).toMatchObject({ kept: 0, settled: 1, share: 0 });
  expect(broken.interval!.high).toBeGreaterThan(0.5);
  expect(await promises.rate({ to, staffId: moved.staff.id })).toMatchObject({
    settled: 0,
    share: null,
    interval: null,
  });
});
