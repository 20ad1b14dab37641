import { beforeEach, describe, expect, test } from 'vitest';
import { inBulk } from '#crm/tasks/bulk.ts';
import { filterQuerySchema } from '#crm/tasks/savedFilters.ts';
import { testDatabase } from '#test/support/database.ts';
import { buildConversation, buildCustomer, buildHouse, buildStaff, dismissEverybody, type House } from './support.ts';

const database = testDatabase();
let house: House;
let staffId: string;

beforeEach(async () => {
  house = buildHouse(database.db);
  await dismissEverybody(house);
  await database.db.client.task.deleteMany();
  staffId = (await buildStaff(house)).id;
});

const raise = (given: object = {}) =>
  house.services.tasks.raise({ type: 'callBack', title: '请回电', priority: 'normal', ...given });
const inAWeek = () => new Date(house.clock.now().getTime() + 7 * 24 * 3_600_000);

describe('closing a contact', () => {
  test('plans the next one with the customer, for whoever closed it; both know of each other', async () => {
    const customer = await buildCustomer(house);
    const { tasks } = house.services;
    const { id } = await raise({ customerId: customer.id });
    const next = { type: 'care', dueAt: inAWeek() };
    const done = await tasks.complete(id, { staffId, outcome: 'reached', next });
    const nextId = done.followedBy[0]!.id;
    expect(done.events.map(({ kind }) => kind)).toEqual(['raised', 'nextPlanned', 'done']);
    expect(await tasks.get(nextId)).toMatchObject({
      type: 'care',
      dueAt: inAWeek(),
      owner: { id: staffId },
      customer: { id: customer.id },
      follows: { id, title: '请回电' },
    });
  });

  test('“none” is an answer and is kept; a contact without a customer, or in the past, is not planned', async () => {
    const customer = await buildCustomer(house);
    const { tasks } = house.services;
    const { id } = await raise({ customerId: customer.id });
    const done = await tasks.complete(id, { staffId, outcome: 'solved', next: null });
    expect(done.events.map(({ kind }) => kind)).toEqual(['raised', 'nextNone', 'done']);
    const unasked = await raise({ customerId: customer.id });
    await expect(tasks.complete(unasked.id, { staffId, outcome: 'solved' })).rejects.toMatchObject({
      fields: [{ path: 'next' }],
    });
    const other = await raise();
    const refused = { staffId, outcome: 'solved' as const, next: { type: 'care', dueAt: inAWeek() } };
    await expect(tasks.complete(other.id, refused)).rejects.toMatchObject({ fields: [{ path: 'next' }] });
    const third = await raise({ customerId: customer.id });
    const late = { ...refused, next: { type: 'care', dueAt: house.clock.now() } };
    await expect(tasks.complete(third.id, late)).rejects.toMatchObject({ fields: [{ path: 'next.dueAt' }] });
    expect((await tasks.get(third.id)).state).toBe('open');
    expect(await database.db.client.task.count({ where: { followsId: { not: null } } })).toBe(0);
  });

  test('after a conversation colleagues read what was planned', async () => {
    const customer = await buildCustomer(house, { name: '秦岚' });
    const { id } = await buildConversation(house, { customerId: customer.id });
    const { contacts, conversations, tasks } = house.services;
    await contacts.afterConversation(id, staffId, null);
    await contacts.afterConversation(id, staffId, { type: 'callBack', dueAt: inAWeek() });
    const notes = (await conversations.messages(id)).items.map(({ text }) => text);
    expect(notes.join()).toMatch(/2026-07-22.*不需要/);
    const { items } = await tasks.list({ scope: 'mine', staffId });
    expect(items).toMatchObject([
      { title: '秦岚 · 回访 / Follow up', conversationId: id, customer: { id: customer.id } },
    ]);
  });
});

describe('many at once', () => {
  test('what is refused for one does not hold up the others, and says why', async () => {
    const other = await buildStaff(house);
    const [free, taken, done] = [await raise(), await raise(), await raise()];
    const { tasks } = house.services;
    await tasks.assign(free.id, { staffId, ownerId: null });
    await tasks.assign(taken.id, { staffId, ownerId: other.id });
    await tasks.complete(done.id, { staffId, outcome: 'solved' });
    const ids = [free.id, taken.id, done.id, free.id];
    expect(await inBulk(tasks, ids, { kind: 'prioritize', priority: 'high' }, staffId)).toEqual({
      done: 1,
      failed: [
        { id: taken.id, code: 'taskTaken' },
        { id: done.id, code: 'taskNotOpen' },
      ],
    });
    expect((await inBulk(tasks, [free.id], { kind: 'move', dueAt: inAWeek() }, staffId)).done).toBe(1);
    expect((await inBulk(tasks, [free.id], { kind: 'assign', ownerId: other.id }, staffId)).done).toBe(1);
    expect(await tasks.get(free.id)).toMatchObject({ priority: 'high', dueAt: inAWeek(), owner: { id: other.id } });
    const gone = await inBulk(tasks, [free.id, taken.id], { kind: 'cancel', note: '重复' }, other.id);
    expect(gone.done).toBe(2);
  });

  test('what comes next is asked once for all, and planned where there is a customer', async () => {
    const customer = await buildCustomer(house);
    const { tasks } = house.services;
    const [withCustomer, without] = [await raise({ customerId: customer.id }), await raise()];
    const next = { type: 'care', dueAt: inAWeek() };
    const action = { kind: 'complete', outcome: 'reached', note: null, next } as const;
    expect(await inBulk(tasks, [withCustomer.id, without.id], action, staffId)).toEqual({ done: 2, failed: [] });
    expect((await tasks.list({ scope: 'mine', staffId })).items).toMatchObject([
      { type: 'care', dueAt: inAWeek(), followsId: withCustomer.id },
    ]);
  });

  test('a day that a customer was promised is not moved behind their back', async () => {
    const { id } = await raise({ type: 'promise' });
    const { tasks } = house.services;
    expect(await inBulk(tasks, [id], { kind: 'move', dueAt: inAWeek() }, staffId)).toMatchObject({
      failed: [{ code: 'promiseHasDay' }],
    });
    expect((await tasks.move(id, { staffId, dueAt: inAWeek(), byCause: true })).dueAt).toEqual(inAWeek());
  });
});

describe('filters', () => {
  test('narrow by type, priority, owner, time and words, all of which must be found', async () => {
    const customer = await buildCustomer(house, { name: '周 100%' });
    const soon = new Date(house.clock.now().getTime() + 3_600_000);
    const one = await raise({
      title: '换滤芯',
      detail: 'purifier',
      customerId: customer.id,
      priority: 'high',
      dueAt: soon,
    });
    const two = await raise({ title: '换货', type: 'gift', dueAt: inAWeek() });
    const { tasks } = house.services;
    await tasks.assign(two.id, { staffId, ownerId: staffId });
    const found = async (filter: object) =>
      (await tasks.list({ scope: 'all', staffId, ...filter })).items.map(({ id }) => id);
    expect(await found({ types: ['gift'] })).toEqual([two.id]);
    expect(await found({ priorities: ['high', 'urgent'] })).toEqual([one.id]);
    expect(await found({ query: '换 PURIFIER' })).toEqual([one.id]);
    expect(await found({ query: '100%' })).toEqual([one.id]);
    expect(await found({ query: '换 nothing' })).toEqual([]);
    expect(await found({ from: soon, until: inAWeek() })).toEqual([one.id]);
    expect(await found({ ownerId: staffId })).toContain(two.id);
    expect(await found({})).toEqual([one.id, two.id]);
  });

  test('are kept for oneself or for all; only one’s own, or a manager, removes them', async () => {
    const [colleague, manager] = [await buildStaff(house), await buildStaff(house, { role: 'manager' })];
    const { savedFilters } = house.services;
    const query = filterQuerySchema.parse({ show: 'late', types: ['repair'] });
    const mine = await savedFilters.save({ name: '晚了的维修', query, shared: false }, staffId);
    const shared = await savedFilters.save({ name: '大家的', query, shared: true }, staffId);
    expect((await savedFilters.list(staffId)).map(({ id }) => id).sort()).toEqual([mine.id, shared.id].sort());
    expect(await savedFilters.list(colleague.id)).toEqual([{ ...shared, mine: false }]);
    await expect(savedFilters.remove(shared.id, colleague.id)).rejects.toMatchObject({ status: 403 });
    await expect(savedFilters.remove(mine.id, colleague.id)).rejects.toMatchObject({ status: 404 });
    await savedFilters.remove(shared.id, manager.id);
    await savedFilters.remove(mine.id, staffId);
    expect(await savedFilters.list(staffId)).toEqual([]);
  });
});

test('a complaint is closed with another contact, or none, in the place of the usual call-back', async () => {
  const { complaints, tasks } = house.services;
  const customer = await buildCustomer(house);
  const record = () =>
    complaints.record({
      customerId: customer.id,
      conversationId: null,
      language: 'zh',
      whatHappened: '漏水',
      severity: 'normal',
      evidence: [],
    } as unknown as Parameters<typeof complaints.record>[0]);
  const close = async (next?: { type: string; dueAt: Date } | null) => {
    const { id } = await record();
    for (const state of ['inHand', 'answered'] as const) await complaints.changeState(id, state, { staffId });
    const { events } = await complaints.changeState(id, 'closed', { staffId, ...(next !== undefined && { next }) });
    const open = await tasks.list({ scope: 'all', staffId });
    const planned = open.items.filter(({ complaintId, type }) => complaintId === id && type !== 'complaint');
    return [planned.map(({ type }) => type), events.at(-1)!.kind];
  };
  expect(await close()).toEqual([['callBack'], 'state']);
  expect(await close(null)).toEqual([[], 'nextNone']);
  expect(await close({ type: 'gift', dueAt: inAWeek() })).toEqual([['gift'], 'nextPlanned']);
});
