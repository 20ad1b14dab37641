import { v7 } from 'uuid';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noFiles } from '#crm/privacy/erasedList.ts';
import { testDatabase } from '#test/support/database.ts';
import { buildActivity, buildConversation, buildCustomer, buildHouse, type House, rated } from './support.ts';

const database = testDatabase();
const removed: string[] = [];
let house: House;
beforeAll(() => {
  house = buildHouse(database.db, undefined, undefined, undefined, {
    files: { ...noFiles, read: async () => null, remove: async (ids) => void removed.push(...ids) },
  });
});
beforeEach(() => database.db.client.setting.deleteMany({ where: { key: { startsWith: 'retention' } } }));

const client = () => database.db.client;
const monthsAgo = (months: number) => {
  const at = new Date(house.clock.now());
  at.setUTCMonth(at.getUTCMonth() - months);
  return at;
};
const idAt = (at: Date) => v7({ msecs: at.getTime() });

/** A customer who last wrote that many months ago: two messages, a photo. */
async function wrote(months: number, given: object = {}) {
  const at = monthsAgo(months);
  const customer = await buildCustomer(house, { createdAt: at, lastSeenAt: at, phone: '13800138000', ...given });
  const conversation = await buildConversation(house, { customerId: customer.id, createdAt: at, lastActivityAt: at });
  for (const [index, text] of ['水壶漏水', '谢谢'].entries())
    await buildActivity(house, {
      id: idAt(new Date(at.getTime() + index)),
      conversationId: conversation.id,
      sequence: index + 1,
      text,
      body: { type: 'message', text },
      createdAt: at,
    });
  const upload = await client().upload.create({
    data: {
      id: v7(),
      conversationId: conversation.id,
      name: 'a.png',
      contentType: 'image/png',
      size: 1,
      createdAt: at,
    },
  });
  return { customer, conversation, upload };
}
const wordsOf = async (conversationId: string) =>
  (await client().activity.findMany({ where: { conversationId }, orderBy: { sequence: 'asc' } })).map(
    ({ text }) => text,
  );
const isErased = async (id: string) => (await client().customer.findUniqueOrThrow({ where: { id } })).erasedAt !== null;

test('nothing goes unless a period is set, and what it would cut is seen before', async () => {
  const { conversation } = await wrote(100);
  expect(await house.services.retention.runDue()).toEqual({});
  expect(await wordsOf(conversation.id)).toEqual(['水壶漏水', '谢谢']);
  const previews = await house.services.retention.preview({ messages: 99, tasks: null });
  expect(previews.find(({ kind }) => kind === 'messages')).toMatchObject({
    months: 99,
    rows: 2,
    oldest: monthsAgo(100),
  });
  expect(previews.find(({ kind }) => kind === 'tasks')).toMatchObject({ months: null, rows: 0 });
  expect(await wordsOf(conversation.id)).toEqual(['水壶漏水', '谢谢']);
});

test('words and files of old messages go, younger ones and those about something open stay; a second run does nothing', async () => {
  const old = await wrote(61);
  const young = await wrote(59);
  const open = await wrote(61);
  await client().complaint.create({
    data: { ...complaint(open), state: 'inHand', createdAt: monthsAgo(61) } as never,
  });
  const evident = await wrote(61);
  await client().complaint.create({
    data: {
      ...complaint(evident),
      state: 'closed',
      evidence: { create: { id: v7(), name: 'a', contentType: 'image/png', url: `/files/${evident.upload.id}` } },
    } as never,
  });
  await house.services.retention.keepPeriods({ messages: 60, files: 60 }, null);
  const counts = await house.services.retention.runDue();
  expect(counts).toMatchObject({ messages: expect.any(Number), files: expect.any(Number) });
  expect(await wordsOf(old.conversation.id)).toEqual([null, null]);
  expect(await wordsOf(young.conversation.id)).toEqual(['水壶漏水', '谢谢']);
  expect(await wordsOf(open.conversation.id)).toEqual(['水壶漏水', '谢谢']);
  expect(removed).toContain(old.upload.id);
  expect(removed).not.toContain(young.upload.id);
  expect(removed).not.toContain(evident.upload.id);
  expect(await house.services.retention.runDue()).toEqual({});
  expect(await house.services.retention.lastRun()).toEqual({ at: house.clock.now(), counts: {} });
});

const complaint = ({ customer, conversation }: Awaited<ReturnType<typeof wrote>>) => ({
  id: v7(),
  customerId: customer.id,
  conversationId: conversation.id,
  whatHappened: '盖子裂了',
  contact: '13800138000',
  severity: 'normal',
  language: 'zh',
});

test('closed complaints and done tasks lose their words and stay as counts', async () => {
  const told = await wrote(40);
  const given = { ...complaint(told), createdAt: monthsAgo(40) };
  await client().complaint.create({ data: { ...given, state: 'closed', closedAt: monthsAgo(37) } as never });
  const about = { type: 'callBack', customerId: told.customer.id, createdAt: monthsAgo(40), dueAt: monthsAgo(39) };
  const done = {
    id: v7(),
    ...about,
    title: '给王芳回电',
    detail: '13800138000',
    state: 'done',
    completedAt: monthsAgo(38),
  };
  const open = { id: v7(), ...about, title: '给王芳寄货', state: 'open' };
  await client().task.createMany({ data: [done, open] as never });
  await house.services.retention.keepPeriods({ complaints: 36, tasks: 36 }, null);
  expect(await house.services.retention.runDue()).toMatchObject({ complaints: 1, tasks: 1 });
  expect(await client().complaint.findUnique({ where: { id: given.id } })).toMatchObject({
    whatHappened: '—',
    contact: null,
    severity: 'normal',
  });
  expect(await client().task.findUnique({ where: { id: done.id } })).toMatchObject({
    title: '—',
    detail: null,
    type: 'callBack',
  });
  expect(await client().task.findUnique({ where: { id: open.id } })).toMatchObject({
    title: '给王芳寄货',
    state: 'open',
  });
});

test('comments of old answers go, their scores stay', async () => {
  const { customer, conversation } = await wrote(2);
  const response = await rated(
    house,
    { customerId: customer.id, conversationId: conversation.id },
    { score: 2, comment: '等了很久' },
  );
  await client().response.update({ where: { id: response.id }, data: { answeredAt: monthsAgo(13) } });
  await house.services.retention.keepPeriods({ answers: 12 }, null);
  expect(await house.services.retention.runDue()).toMatchObject({ answers: 1 });
  const kept = await client().response.findUniqueOrThrow({ where: { id: response.id } });
  expect(kept).toMatchObject({ score: 2, comment: null });
  expect(JSON.stringify(kept.answers)).not.toContain('等了');
});

describe('people', () => {
  test('who only asked are erased sooner than buyers; whoever is owed something stays', async () => {
    const stranger = await wrote(25);
    const buyer = await wrote(25);
    await client().purchase.create({
      data: {
        id: v7(),
        customerId: buyer.customer.id,
        orderNumber: `R-${v7()}`,
        amountCents: 1,
        purchasedAt: monthsAgo(25),
      },
    });
    const recent = await wrote(25, { lastSeenAt: monthsAgo(1) });
    const owed = await wrote(25);
    await client().task.create({
      data: { id: v7(), type: 'callBack', title: 'x', customerId: owed.customer.id, dueAt: monthsAgo(24) } as never,
    });
    const demo = await wrote(25, { demo: true });
    await house.services.retention.keepPeriods({ strangers: 24 }, null);
    await house.services.retention.runDue();
    expect(await isErased(stranger.customer.id)).toBe(true);
    for (const { customer } of [buyer, recent, owed, demo]) expect(await isErased(customer.id)).toBe(false);
    expect(await client().erasure.findFirst({ where: { customerId: stranger.customer.id } })).toMatchObject({
      source: 'retention',
    });
    await house.services.retention.keepPeriods({ strangers: 24, customers: 24 }, null);
    await house.services.retention.runDue();
    expect(await isErased(buyer.customer.id)).toBe(true);
    for (const { customer } of [recent, owed, demo]) expect(await isErased(customer.id)).toBe(false);
  });
});
