import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { NewComplaint } from '#crm/complaints/complaint.ts';
import { formatNumber, nextStates, parseNumber } from '#crm/complaints/complaint.ts';
import type { ComplaintState } from '#prisma/client.ts';
import { testDatabase } from '#test/support/database.ts';
import { buildConversation, buildCustomer, buildHouse, buildStaff, type House, wednesday } from './support.ts';

const database = testDatabase();
let house: House;
let customerId: string;
let staffId: string;

beforeAll(async () => {
  house = buildHouse(database.db);
  customerId = (await buildCustomer(house)).id;
  staffId = (await buildStaff(house)).id;
});

const record = (given: Partial<NewComplaint> = {}) =>
  house.services.complaints.record({
    customerId,
    language: 'zh',
    whatHappened: '加湿器漏水，桌子都泡了',
    severity: 'normal',
    evidence: [],
    ...given,
  });

describe('recording', () => {
  test('keeps what was told, gives a number, raises the task', async () => {
    const conversation = await buildConversation(house, { customerId });
    const complaint = await record({
      conversationId: conversation.id,
      productText: '小白加湿器',
      occurredText: '昨天晚上',
      occurredOn: '2026-07-14',
      contact: '13800138000',
      wish: '换一台',
      severity: 'serious',
      evidence: [{ name: 'leak.jpg', contentType: 'image/jpeg', url: '/v3/directline/attachments/1' }],
    });
    const detail = await house.services.complaints.get(complaint.id);
    expect(detail).toMatchObject({
      state: 'received',
      occurredOn: new Date('2026-07-14T00:00:00Z'),
      customer: { id: customerId },
      evidence: [{ name: 'leak.jpg' }],
      events: [{ state: 'received' }],
    });
    const [task] = await database.db.client.task.findMany({ where: { complaintId: complaint.id } });
    expect(task).toMatchObject({
      type: 'complaint',
      priority: 'high',
      title: `C-${complaint.number} 加湿器漏水，桌子都泡了`,
      customerId,
      conversationId: conversation.id,
      dueAt: new Date(wednesday.getTime() + 4 * 3_600_000),
    });
  });

  test.each([
    ['safety', 'urgent', '2026-07-15T10:30:00+08:00'],
    ['serious', 'high', '2026-07-15T14:00:00+08:00'],
    ['normal', 'normal', '2026-07-16T12:00:00+08:00'],
  ] as const)('%s raises a task that is %s and due at %s', async (severity, priority, dueAt) => {
    const { id } = await record({ severity });
    expect(await database.db.client.task.findFirst({ where: { complaintId: id } })).toMatchObject({
      priority,
      dueAt: new Date(dueAt),
    });
  });

  test('all or nothing: no complaint and no task if the transaction fails', async () => {
    const before = await database.db.client.complaint.count();
    await expect(
      database.db.transaction(async () => {
        await record({ whatHappened: 'never' });
        throw new Error('later');
      }),
    ).rejects.toThrow('later');
    expect(await database.db.client.complaint.count()).toBe(before);
    expect(await database.db.client.task.count({ where: { detail: 'never' } })).toBe(0);
  });

  test('the title of a long complaint is cut between characters', async () => {
    const { id } = await record({ whatHappened: '😀'.repeat(300) });
    const task = await database.db.client.task.findFirst({ where: { complaintId: id } });
    expect(task?.title).toMatch(/^C-\d+ (?:😀){80}…$/u);
  });
});

describe('numbers', () => {
  test.each([
    ['C-1042', 1042],
    ['c1042', 1042],
    [' C – 1042 ', 1042],
    ['1042', 1042],
    ['C-', null],
    ['order 1042', null],
    ['10421042104', null],
  ])('%j is %s', (text, number) => {
    expect(parseNumber(text)).toBe(number);
  });

  test('are read as they are shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (number) => parseNumber(formatNumber(number)) === number),
    );
  });

  test('find the complaint', async () => {
    const { id, number } = await record();
    expect((await house.services.complaints.byNumber(number))?.id).toBe(id);
    expect(await house.services.complaints.byNumber(999_999_999)).toBeNull();
  });
});

describe('states', () => {
  test('move on with a log; who takes it owns it; closing and reopening keep the time', async () => {
    const { id } = await record();
    const { complaints } = house.services;
    await complaints.changeState(id, 'inHand', { staffId, note: '已联系仓库' });
    const closed = await complaints.changeState(id, 'closed', { staffId });
    expect(closed).toMatchObject({ state: 'closed', ownerId: staffId, closedAt: wednesday });
    expect((await complaints.changeState(id, 'reopened', { staffId })).closedAt).toBeNull();
    expect((await complaints.get(id)).events.map(({ state, note }) => [state, note])).toEqual([
      ['received', null],
      ['inHand', '已联系仓库'],
      ['closed', null],
      ['reopened', null],
    ]);
  });

  const all = Object.keys(nextStates) as ComplaintState[];
  test.each(all)('from %s only the possible steps are taken', async (from) => {
    for (const to of all) {
      const { id } = await record();
      await database.db.client.complaint.update({ where: { id }, data: { state: from } });
      const change = house.services.complaints.changeState(id, to, { staffId });
      if (nextStates[from].includes(to)) await expect(change).resolves.toMatchObject({ state: to });
      else await expect(change).rejects.toMatchObject({ code: 'stateNotPossible' });
    }
  });

  test('received is never come back to, and reopened only after an answer', () => {
    for (const from of all) {
      expect(nextStates[from]).not.toContain('received');
      expect(nextStates[from].includes('reopened')).toBe(from === 'answered' || from === 'closed');
    }
  });
});

test('lists filter and page newest first', async () => {
  const mine = (await buildCustomer(house)).id;
  const ids: string[] = [];
  for (let i = 0; i < 3; i++) {
    house.clock.add({ minutes: 1 });
    ids.unshift((await record({ customerId: mine, severity: i === 0 ? 'safety' : 'normal' })).id);
  }
  const { complaints } = house.services;
  const first = await complaints.list({ customerId: mine, limit: 2 });
  expect(first.items.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  expect(
    (await complaints.list({ customerId: mine, limit: 2, cursor: first.nextCursor })).items.map(({ id }) => id),
  ).toEqual(ids.slice(2));
  expect((await complaints.list({ customerId: mine, severity: 'safety' })).items).toHaveLength(1);
  await complaints.changeState(ids[0]!, 'closed', { staffId });
  expect((await complaints.list({ customerId: mine, open: true })).items.map(({ id }) => id)).toEqual(ids.slice(1));
  expect((await complaints.forCustomer(mine)).map(({ id }) => id)).toEqual(ids);
});
