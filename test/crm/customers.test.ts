import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#test/support/database.ts';
import { buildConversation, buildCustomer, buildHouse, buildStaff, type House, rated } from './support.ts';

const database = testDatabase();
let house: House;

beforeAll(() => {
  house = buildHouse(database.db);
});

describe('recognising', () => {
  test('ten first messages at once make one customer', async () => {
    const account = { channel: 'directLine', externalId: 'dl_race', name: '小林', language: 'zh' as const };
    const found = await Promise.all(Array.from({ length: 10 }, () => house.services.customers.recognise(account)));
    expect(new Set(found.map(({ id }) => id)).size).toBe(1);
    expect(await database.db.client.customer.count({ where: { name: '小林' } })).toBe(1);
  });

  test('the same id at another channel is another person', async () => {
    const { customers } = house.services;
    const one = await customers.recognise({ channel: 'wechat', externalId: 'same' });
    const other = await customers.recognise({ channel: 'msteams', externalId: 'same' });
    expect(one.id).not.toBe(other.id);
    expect((await customers.recognise({ channel: 'wechat', externalId: 'same' })).id).toBe(one.id);
  });

  test('works inside an open transaction, and goes with it', async () => {
    const account = { channel: 'test', externalId: 'rolled back' };
    await expect(
      database.db.transaction(async () => {
        await house.services.customers.recognise(account);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await database.db.client.identity.count({ where: { externalId: 'rolled back' } })).toBe(0);
  });
});

describe('changing', () => {
  test('sets and clears fields, and logs names but no values', async () => {
    const { customers, audit } = house.services;
    const { id: staffId } = await buildStaff(house);
    const { id } = await buildCustomer(house, { phone: '13800138000' });
    const changed = await customers.update(
      id,
      { email: ' Lin@Example.com ', phone: null, birthday: '1990-02-28' },
      staffId,
    );
    expect(changed).toMatchObject({
      email: 'lin@example.com',
      phone: null,
      birthday: new Date('1990-02-28T00:00:00Z'),
    });
    const log = await audit.list({ entity: 'customer', entityId: id });
    expect(log.items).toMatchObject([{ staffId, action: 'update', fields: ['email', 'phone', 'birthday'] }]);
    expect(JSON.stringify(log)).not.toContain('xample');
  });

  test.each(['1850-01-01', '2999-01-01'])('nobody was born on %s', async (birthday) => {
    const { id } = await buildCustomer(house);
    await expect(house.services.customers.update(id, { birthday })).rejects.toMatchObject({
      fields: [{ path: 'birthday' }],
    });
  });
});

test('search finds by part of the name, start of phone and of mail address, page by page', async () => {
  const { customers } = house.services;
  const [one, two] = [
    await buildCustomer(house, { name: '欧阳询', phone: '15912340000', email: 'ou@example.com' }),
    await buildCustomer(house, { name: '欧阳修', phone: '15912340001' }),
  ];
  const ids = async (query: string) => (await customers.search({ query })).items.map(({ id }) => id);
  expect(await ids('阳')).toEqual([two.id, one.id]);
  expect(await ids('1591234')).toEqual([two.id, one.id]);
  expect(await ids('OU@')).toEqual([one.id]);
  expect(await ids('%')).toEqual([]);
  const first = await customers.search({ query: '欧阳', limit: 1 });
  expect((await customers.search({ query: '欧阳', limit: 1, cursor: first.nextCursor })).items).toMatchObject([
    { id: one.id },
  ]);
});

test('the page and the timeline tell what happened, newest first, without a gap between pages', async () => {
  const { services, clock } = house;
  const { id: customerId } = await buildCustomer(house);
  const conversation = await buildConversation(house, { customerId });
  clock.add({ minutes: 1 });
  await services.preferences.keep({
    customerId,
    key: 'fragrance',
    value: '无香',
    quote: '我只用无香的',
    confidence: 0.9,
    confirmed: true,
  });
  clock.add({ minutes: 1 });
  await services.complaints.record({
    customerId,
    language: 'zh',
    whatHappened: '漏水',
    severity: 'normal',
    evidence: [],
  });
  clock.add({ minutes: 1 });
  await rated(house, { conversationId: conversation.id, customerId }, { score: 4 });
  clock.add({ minutes: 1 });
  await database.db.client.purchase.create({
    data: { customerId, orderNumber: 'Q1', amountCents: 100, purchasedAt: clock.now() },
  });
  clock.add({ minutes: 1 });
  const said = { customerId, purpose: 'care', channel: 'any', wording: 'w', source: 'customer' } as const;
  await services.consents.record({ ...said, granted: true });
  clock.add({ minutes: 1 });
  const named = { zh: '生日', en: 'Birthday' };
  const rule = { name: named, occasion: 'birthday', act: 'message', text: named, level: 'social' };
  const { id: ruleId } = await database.db.client.careRule.create({ data: rule });
  const at = clock.now();
  await database.db.client.careMessage.createMany({
    data: [
      { ruleId, customerId, occasion: 'a', state: 'sent', dueAt: at, decidedAt: at },
      { ruleId, customerId, occasion: 'b', state: 'dropped', dueAt: at, decidedAt: at },
    ],
  });

  const page = await services.customers.page(customerId);
  expect(page.counts).toEqual({
    conversations: 1,
    complaints: 1,
    openComplaints: 1,
    openTasks: 1,
    purchases: 1,
    responses: 1,
  });
  expect(page.preferences).toMatchObject([{ value: '无香' }]);

  const kinds: string[] = [];
  let cursor: string | null = null;
  do {
    const part = await services.customers.timeline(customerId, { limit: 2, cursor });
    kinds.push(...part.items.map(({ kind }) => kind));
    cursor = part.nextCursor;
  } while (cursor);
  expect(kinds.slice(0, 4)).toEqual(['care', 'consent', 'purchase', 'response']);
  expect(kinds.slice(4, 6).sort()).toEqual(['complaint', 'task']);
  expect(kinds.slice(6)).toEqual(['preference', 'conversation']);
});

describe('preferences', () => {
  const taste = { key: 'fragrance', value: '无香', quote: '我只用无香的', confidence: 0.7, confirmed: false };

  test('the same fact again renews the one that is there and never takes its confirmation back', async () => {
    const { preferences } = house.services;
    const { id: customerId } = await buildCustomer(house);
    const kept = await Promise.all([1, 2, 3].map(() => preferences.keep({ ...taste, customerId })));
    expect(new Set(kept.map(({ id }) => id)).size).toBe(1);
    await preferences.keep({ ...taste, customerId, confirmed: true, confidence: 0.9 });
    expect(await preferences.keep({ ...taste, customerId, quote: '要无香' })).toMatchObject({
      confirmed: true,
      confidence: 0.9,
      quote: '要无香',
    });
    expect(await preferences.list(customerId)).toHaveLength(1);
  });

  test('are corrected and forgotten', async () => {
    const { preferences, audit } = house.services;
    const { id: customerId } = await buildCustomer(house);
    const { id: staffId } = await buildStaff(house);
    const one = await preferences.keep({ ...taste, customerId });
    await preferences.keep({ ...taste, key: 'contactTime', value: '18:00 以后', customerId });
    expect(await preferences.correct(one.id, '淡香', '淡淡的就行')).toMatchObject({ value: '淡香', confirmed: true });
    await preferences.forget(one.id, staffId);
    await preferences.forget(one.id, staffId);
    expect((await audit.list({ entityId: one.id })).items).toHaveLength(1);
    expect(await preferences.forgetAll(customerId)).toBe(1);
    expect(await preferences.list(customerId)).toEqual([]);
    await expect(preferences.correct(one.id, 'x', 'x')).rejects.toMatchObject({ status: 404 });
  });

  test('those that are over are not listed', async () => {
    const { id: customerId } = await buildCustomer(house);
    const kept = await house.services.preferences.keep({ ...taste, customerId });
    await database.db.client.preference.update({ where: { id: kept.id }, data: { validUntil: house.clock.now() } });
    expect(await house.services.preferences.list(customerId)).toEqual([]);
  });
});
