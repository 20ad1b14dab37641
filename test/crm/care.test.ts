import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { v7 } from 'uuid';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type CareRuleInput, careRuleSchema } from '#crm/care/rule.ts';
import { endOfQuiet, isControl, type Standing, verdictOf } from '#crm/care/verdict.ts';
import { Conflict, InvalidInput } from '#crm/errors.ts';
import type { Messenger } from '#crm/messenger.ts';
import { createDatabase } from '#prisma/client.ts';
import { testDatabase } from '../support/database.ts';
import { buildConversation, buildCustomer, buildHouse, buildStaff, type House, TestClock } from './support.ts';

const database = testDatabase();
let house: House;
let staffId: string;
let productId: string;

beforeAll(async () => {
  house = buildHouse(database.db);
  staffId = (await buildStaff(house)).id;
  const { client } = database.db;
  await client.category.create({ data: { key: 'filters', name: { zh: '滤芯', en: 'Filters' }, synonyms: [] } });
  productId = v7();
  const name = { zh: '净水滤芯', en: 'Water filter' };
  const description = { zh: '', en: '' };
  await client.product.create({
    data: {
      id: productId,
      sku: 'W1',
      model: 'W1',
      name,
      description,
      aliases: [],
      categoryKey: 'filters',
      priceCents: 100,
      attributes: {},
    },
  });
});

beforeEach(async () => {
  const { client } = database.db;
  await client.careRule.deleteMany();
  await client.purchase.deleteMany();
  await client.consent.deleteMany();
  await client.customer.updateMany({ data: { birthday: null } });
  house = buildHouse(database.db, new TestClock());
});

const text = { zh: '{customer}，生日快乐！{shop}', en: 'Happy birthday, {customer}! {shop}' };
const aRule = (given: Partial<CareRuleInput> = {}): CareRuleInput =>
  careRuleSchema.parse({
    name: { zh: '生日', en: 'Birthday' },
    occasion: 'birthday',
    days: 0,
    act: 'message',
    text,
    level: 'social',
    controlPercent: 0,
    active: true,
    ...given,
  });

/** A customer who wants to be written to, with a chat; born on the clock's day. */
async function somebody({ consent = true, birthday = true, given = {} } = {}) {
  const today = house.clock.now().toISOString().slice(0, 10);
  const born = new Date(`1990-${today.slice(5)}T00:00:00Z`);
  const customer = await buildCustomer(house, { ...(birthday && { birthday: born }), ...given });
  const conversation = await buildConversation(house, { customerId: customer.id });
  if (consent) await agree(customer.id);
  return { customer, conversation };
}

/** So many at once with birthday, consent and a conversation of the same id. */
async function crowd(size: number): Promise<string[]> {
  const ids = Array.from({ length: size }, () => v7());
  const { client } = database.db;
  const at = house.clock.now();
  const talk = { channel: 'test', createdAt: at, lastActivityAt: at };
  const agreed = { purpose: 'care', channel: 'any', granted: true, wording: 'care@1', source: 'customer' as const, at };
  await client.customer.createMany({ data: ids.map((id) => ({ id, birthday: new Date('1990-07-15T00:00:00Z') })) });
  await client.conversation.createMany({ data: ids.map((id) => ({ id, externalId: id, customerId: id, ...talk })) });
  await client.consent.createMany({ data: ids.map((customerId) => ({ id: v7(), customerId, ...agreed })) });
  return ids;
}

const agree = (customerId: string, granted = true) =>
  house.services.consents.record({
    customerId,
    purpose: 'care',
    channel: 'any',
    granted,
    wording: 'care@1',
    source: 'customer',
  });

const buy = (customerId: string, daysAgo: number) =>
  database.db.client.purchase.create({
    data: {
      id: v7(),
      customerId,
      productId,
      orderNumber: v7(),
      amountCents: 100,
      purchasedAt: new Date(house.clock.now().getTime() - daysAgo * 86_400_000),
    },
  });

/** Who chooses customers by hand. */
const me = (role: 'staff' | 'manager' = 'manager') => ({ id: staffId, role });
const run = () => house.services.care.runDue(house.clock.now());
const reasonOf = async (customerId: string) => {
  const [message] = await house.services.care.ofCustomer(customerId);
  return message && `${message.state} ${message.reason ?? ''}`.trim();
};
/** To whom something was sent. */
const reached = () => house.sent.filter(({ kind }) => kind === 'care').map(({ conversationId }) => conversationId);

describe('what is sent', () => {
  test('a birthday is told once, however often it is looked at, and by two instances at once', async () => {
    await house.services.careRules.save(aRule(), staffId);
    const { customer, conversation } = await somebody();
    const other = buildHouse(database.db, house.clock);
    await Promise.all([run(), other.services.care.runDue(house.clock.now()), run()]);
    await run();
    expect([...reached(), ...other.sent.map(({ conversationId }) => conversationId)]).toEqual([conversation.id]);
    const [message] = await house.services.care.ofCustomer(customer.id);
    const said = await house.services.care.text(message!.id);
    expect(said?.text.zh).toMatch(new RegExp(`^${customer.name}，生日快乐！`));
    house.clock.add({ days: 1 });
    await run();
    expect(reached()).toHaveLength(1);
  });

  test.each([
    ['who never agreed', { consent: false }, 'dropped noConsent'],
    ['who is of the demo', { given: { demo: true } }, 'dropped demo'],
  ])('nothing goes to somebody %s', async (_who, given, expected) => {
    await house.services.careRules.save(aRule(), staffId);
    const { customer } = await somebody(given);
    await run();
    expect(reached()).toEqual([]);
    expect(await reasonOf(customer.id)).toBe(expected);
  });

  test('nor to who has withdrawn, complains, or is of another tier', async () => {
    await house.services.careRules.save(aRule({ tiers: ['gold'] }), staffId);
    const [left, angry, silver] = await Promise.all([
      somebody({ given: { tier: 'gold' } }),
      somebody({ given: { tier: 'gold' } }),
      somebody({ given: { tier: 'silver' } }),
    ]);
    await house.services.consents.withdraw(left.customer.id, { wording: 'care@1', activityId: v7() });
    await database.db.client.complaint.create({
      data: { id: v7(), customerId: angry.customer.id, language: 'zh', whatHappened: '漏水' },
    });
    await run();
    expect(reached()).toEqual([]);
    expect(await Promise.all([left, angry, silver].map(({ customer }) => reasonOf(customer.id)))).toEqual([
      'dropped withdrawn',
      'dropped complaint',
      'dropped tier',
    ]);
  });

  test('who withdraws between two runs gets nothing in the second', async () => {
    await house.services.careRules.save(aRule(), staffId);
    await house.services.careRules.save(aRule({ name: { zh: '又', en: 'again' } }), staffId);
    await house.services.careRules.setManners({ days: 1, quietFrom: '22:00', quietTo: '08:00' }, staffId);
    const { customer } = await somebody();
    await run();
    expect(reached()).toHaveLength(1);
    await agree(customer.id, false);
    house.clock.add({ days: 1, hours: 1 });
    await run();
    expect(reached()).toHaveLength(1);
  });

  test('at night and too often is put off, and comes when it may', async () => {
    await house.services.careRules.setManners({ days: 2, quietFrom: '20:00', quietTo: '09:00' }, staffId);
    await house.services.careRules.save(aRule(), staffId);
    house.clock.add({ hours: 11 });
    const { customer } = await somebody();
    await run();
    expect(await reasonOf(customer.id)).toBe('planned quietHours');
    house.clock.add({ hours: 11 });
    await run();
    expect(reached()).toEqual([]);
    house.clock.add({ hours: 2 });
    await run();
    expect(reached()).toHaveLength(1);
    const again = await house.services.careRules.save(aRule({ occasion: 'byHand' }), staffId);
    await house.services.careByHand.plan(again.id, { customerIds: [customer.id] }, me());
    await run();
    expect(await reasonOf(customer.id)).toBe('planned frequency');
    house.clock.add({ days: 2, hours: 1 });
    await run();
    expect(reached()).toHaveLength(2);
  });

  test('who cannot be reached is called instead, where the rule says so; a call is a task', async () => {
    await house.services.careRules.save(aRule({ orCall: true }), staffId);
    const born = new Date('1980-07-15T00:00:00Z');
    const silent = await buildCustomer(house, { birthday: born });
    await agree(silent.id);
    await run();
    expect(await reasonOf(silent.id)).toBe('task unreachable');
    const task = await database.db.client.task.findFirstOrThrow({ where: { customerId: silent.id } });
    expect(task.type).toBe('callBack');
    expect(task.detail).toContain('生日快乐');
  });

  test('a gift is a task that says what to give; the customer hears of it only where the rule has a text', async () => {
    const { careByHand, careRules } = house.services;
    const gift = { act: 'gift' as const, gift: '手写卡片', occasion: 'byHand' };
    const [told, silent] = await Promise.all([
      careRules.save(
        aRule({ ...gift, text: { zh: '{customer}，有小礼物给您', en: 'A gift for {customer}' } }),
        staffId,
      ),
      careRules.save(aRule({ ...gift, text: { zh: '', en: '' } }), staffId),
    ]);
    const give = (id: string, customerId: string) => careByHand.plan(id, { customerIds: [customerId] }, me());
    const [hears, quiet, refuses] = await Promise.all([somebody(), somebody(), somebody({ consent: false })]);
    const afar = await buildCustomer(house);
    await agree(afar.id);
    await Promise.all([hears.customer, refuses.customer, afar].map(({ id }) => give(told.id, id)));
    await give(silent.id, quiet.customer.id);
    await run();
    expect(reached()).toEqual([hears.conversation.id]);
    const ids = [hears.customer.id, quiet.customer.id, afar.id, refuses.customer.id];
    expect(await Promise.all(ids.map(reasonOf))).toEqual(['sent', 'task', 'task unreachable', 'dropped noConsent']);
    const where = { customerId: { in: ids }, type: 'gift' };
    const tasks = await database.db.client.task.findMany({ where });
    expect(new Set(tasks.map(({ customerId }) => customerId))).toEqual(new Set(ids.slice(0, 3)));
    expect(tasks).toHaveLength(3);
    const detail = (id: string) => tasks.find(({ customerId }) => customerId === id)?.detail;
    expect(detail(quiet.customer.id)).toBe('手写卡片');
    expect(detail(hears.customer.id)).toBe(`手写卡片\n\n${hears.customer.name}，有小礼物给您`);
  });

  test('what a rule cannot be: a gift of nothing, words in one language, a channel that is none or for a call', () => {
    const refused = (given: object) =>
      careRuleSchema.safeParse({ ...aRule(), ...given }).error?.issues[0]?.path.join('.');
    expect(refused({ act: 'gift' })).toBe('gift');
    expect(refused({ gift: '卡片' })).toBe('gift');
    expect(refused({ act: 'gift', gift: '卡片', text: { zh: '好', en: '' } })).toBe('text.en');
    expect(refused({ text: { zh: ' ', en: 'Hello' } })).toBe('text.zh');
    expect(refused({ channel: 'pigeon' })).toBe('channel');
    expect(refused({ act: 'call', channel: 'mail' })).toBe('channel');
  });

  test('staff choose customers: once a day, and only those who are there', async () => {
    const { careByHand, careRules } = house.services;
    const rule = await careRules.save(aRule({ occasion: 'byHand' }), staffId);
    const { customer, conversation } = await somebody();
    const plan = (ids: string[]) => careByHand.plan(rule.id, { customerIds: ids }, me());
    await expect(plan([customer.id, v7()])).rejects.toThrow(InvalidInput);
    expect(await plan([customer.id, customer.id])).toBe(1);
    expect(await plan([customer.id])).toBe(0);
    await run();
    expect(reached()).toEqual([conversation.id]);
    await careRules.save(aRule({ occasion: 'byHand', active: false }), staffId, rule.id);
    await expect(plan([customer.id])).rejects.toThrow(/switched off/);
    const birthdays = await careRules.save(aRule(), staffId);
    await expect(careByHand.plan(birthdays.id, { customerIds: [customer.id] }, me())).rejects.toThrow(InvalidInput);
  });

  test('a list in view: looked at first, with who not and why; no more on a day than the role allows, also at once', async () => {
    const { careByHand, careRules } = house.services;
    const rule = await careRules.save(aRule({ occasion: 'byHand' }), staffId);
    const city = v7();
    const given = { stage: city };
    const wants = await somebody({ given });
    await somebody({ given, consent: false });
    const angry = await somebody({ given });
    await database.db.client.complaint.create({
      data: { id: v7(), customerId: angry.customer.id, language: 'zh', whatHappened: '漏水' },
    });
    await buildCustomer(house, { ...given, erasedAt: house.clock.now() });
    const list = { filter: { stage: city } };
    const looked = await careByHand.preview(rule.id, list, me('staff'));
    expect(looked).toMatchObject({ total: 3, aDay: 20, chosenToday: 0 });
    expect(
      Object.fromEntries(looked.counts.map(({ verdict, reason, customers }) => [reason ?? verdict, customers])),
    ).toEqual({ send: 1, noConsent: 1, complaint: 1 });
    expect(looked.items.find(({ verdict }) => verdict === 'send')).toMatchObject({ customerId: wants.customer.id });
    await careByHand.setLimits({ staff: 2, manager: 5, administrator: 5 }, staffId);
    await expect(careByHand.plan(rule.id, list, me('staff'))).rejects.toThrow(/You may choose 2 customers a day/);
    const one = (index: number) => ({ customerIds: [looked.items[index]!.customerId] });
    const twice = await Promise.allSettled([0, 1, 2].map((index) => careByHand.plan(rule.id, one(index), me('staff'))));
    expect(twice.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(await careByHand.plan(rule.id, list, me())).toBe(1);
    await run();
    expect(reached()).toEqual([wants.conversation.id]);
    const after = await careByHand.preview(rule.id, list, me());
    expect(after.counts).toEqual([{ verdict: 'never', reason: 'alreadyToday', customers: 3 }]);
  });

  test('a tier may be written to more or less often than the others', async () => {
    const { careByHand, careRules } = house.services;
    await careRules.setManners(
      { days: 7, tiers: [{ tier: 'gold', days: 2 }], quietFrom: '22:00', quietTo: '08:00' },
      staffId,
    );
    const rule = await careRules.save(aRule({ occasion: 'byHand' }), staffId);
    const customers = await Promise.all(['gold', 'silver'].map((tier) => somebody({ given: { tier } })));
    const chosen = { customerIds: customers.map(({ customer }) => customer.id) };
    for (const _round of [1, 2]) {
      await careByHand.plan(rule.id, chosen, me());
      await run();
      house.clock.add({ days: 2, hours: 1 });
    }
    expect(reached()).toHaveLength(3);
    expect(await reasonOf(customers[1]!.customer.id)).toBe('planned frequency');
  });

  test('a person who has the conversation is not talked over', async () => {
    await house.services.careRules.save(aRule(), staffId);
    const { customer, conversation } = await somebody();
    await database.db.client.conversation.update({
      where: { id: conversation.id },
      data: { holder: 'person', staffId },
    });
    await run();
    expect(await reasonOf(customer.id)).toBe('planned withPerson');
  });

  test('two hundred and fifty at once: everybody once', async () => {
    await house.services.careRules.save(aRule(), staffId);
    const ids = await crowd(250);
    const other = buildHouse(database.db, house.clock);
    await Promise.all([run(), other.services.care.runDue(house.clock.now())]);
    const all = [...reached(), ...other.sent.map(({ conversationId }) => conversationId)];
    expect(all.sort()).toEqual([...ids].sort());
  });
  test('withdrawn in the middle of a run: nobody is sent to once their withdrawal is committed', async () => {
    await house.services.careRules.save(aRule(), staffId);
    const ids = await crowd(130);
    // Its own connections: it sees only what is committed.
    const outside = createDatabase({ url: database.url });
    const { consents } = buildHouse(outside, house.clock).services;
    const leave = (id: string) => consents.withdraw(id, { wording: 'care@1', activityId: v7() });
    const [sent, afterwards, left]: [string[], string[], string[]] = [[], [], []];
    let leaving: Promise<unknown> | undefined;
    const send: Messenger['send'] = async (id) => {
      if (!leaving) {
        const where = { customerId: { in: ids } };
        const rows = await outside.client.careMessage.findMany({ where, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] });
        const order = rows.map(({ customerId }) => customerId);
        // The first hundred are being written to: their withdrawals wait for it. Nobody has judged the others yet.
        leaving = Promise.all(order.slice(90, 100).map(leave));
        left.push(...order.slice(100).filter((_id, index) => index % 3 === 0));
        await Promise.all(left.map(leave));
      }
      if ((await outside.client.consent.count({ where: { customerId: id, granted: false } })) > 0) afterwards.push(id);
      sent.push(id);
    };
    const nothing = async () => undefined;
    const messenger = { send, say: nothing, handoff: nothing };
    const { care } = buildHouse(database.db, house.clock, undefined, messenger).services;
    await care.runDue(house.clock.now());
    await leaving;
    expect(afterwards).toEqual([]);
    expect(left).toHaveLength(10);
    expect([...sent, ...left].sort()).toEqual([...ids].sort());
    expect(new Set(await Promise.all(left.map(reasonOf)))).toEqual(new Set(['dropped withdrawn']));
    await outside.close();
  });
});

describe('occasions', () => {
  const due = async (given: Partial<CareRuleInput>, date = '2026-07-15') =>
    (await house.services.carePreview.of(aRule(given), date)).items;

  test('days after a purchase, once for each thing bought', async () => {
    const { customer } = await somebody({ birthday: false });
    await buy(customer.id, 7);
    await buy(customer.id, 3);
    const told = await due({
      occasion: 'afterPurchase',
      days: 7,
      text: { zh: '{product} 好用吗？', en: 'How is the {product}?' },
    });
    expect(told).toMatchObject([{ customerId: customer.id, verdict: 'send', text: '净水滤芯 好用吗？' }]);
    expect(await due({ occasion: 'afterPurchase', days: 7, categoryKey: 'other' })).toEqual([]);
  });

  test('replenishing follows the customer’s own gap, else that of everybody', async () => {
    const { customer: own } = await somebody({ birthday: false });
    for (const days of [90, 60, 30]) await buy(own.id, days);
    const { customer: once } = await somebody({ birthday: false });
    await buy(once.id, 30);
    expect((await due({ occasion: 'replenish' })).map(({ customerId }) => customerId)).toEqual([own.id]);
    for (let i = 0; i < 4; i++) {
      const { customer } = await somebody({ birthday: false });
      for (const days of [61, 31]) await buy(customer.id, days);
    }
    expect((await due({ occasion: 'replenish' })).map(({ customerId }) => customerId).sort()).toEqual(
      [own.id, once.id].sort(),
    );
  });

  test('silence is longer than half as much again as the usual gap', async () => {
    const { customer } = await somebody({ birthday: false });
    for (const days of [145, 105, 60]) await buy(customer.id, days);
    // The usual gap is 42.5 days: silent after 64.
    expect(await due({ occasion: 'winBack', days: 30 }, '2026-07-18')).toEqual([]);
    expect(await due({ occasion: 'winBack', days: 30 }, '2026-07-19')).toMatchObject([{ customerId: customer.id }]);
    expect(await due({ occasion: 'winBack', days: 90 }, '2026-08-14')).toMatchObject([{ customerId: customer.id }]);
  });

  test('the first purchase, each order with its amount, and the years since', async () => {
    const { customer } = await somebody({ birthday: false });
    await buy(customer.id, 365);
    await buy(customer.id, 0);
    expect(await due({ occasion: 'anniversary' })).toMatchObject([{ customerId: customer.id }]);
    expect(await due({ occasion: 'firstPurchase' }, '2025-07-15')).toMatchObject([{ customerId: customer.id }]);
    const bill = await due({ occasion: 'purchase', text: { zh: '{amount} 元', en: '{amount}' } });
    expect(bill.map((told) => told.text)).toEqual(['1.00 元']);
    // What is no product of the catalogue is named all the same; a customer who writes English reads English names.
    await database.db.client.purchase.create({
      data: {
        id: v7(),
        customerId: customer.id,
        productText: '旧款水壶',
        orderNumber: v7(),
        amountCents: 5,
        purchasedAt: house.clock.now(),
      },
    });
    await database.db.client.customer.update({ where: { id: customer.id }, data: { language: 'en' } });
    const article = { language: 'en', kind: 'use', body: 'x', productSkus: ['W1'], slug: v7() };
    await database.db.client.article.create({ data: { ...article, title: 'Filter: first use' } });
    const named = await due({
      occasion: 'purchase',
      text: { zh: '{product}', en: '{product}.\nAsk for: {tips}' },
    });
    expect(named.map((told) => told.text).sort()).toEqual(['Water filter.\nAsk for: Filter: first use', '旧款水壶.']);
  });

  test('maintenance comes back every so many days after the purchase', async () => {
    const { customer } = await somebody({ birthday: false });
    await buy(customer.id, 180);
    const on = async (date: string) => (await due({ occasion: 'maintenance', days: 90 }, date)).length;
    expect([await on('2026-07-15'), await on('2026-07-16'), await on('2026-10-13')]).toEqual([1, 0, 1]);
    expect(await due({ occasion: 'maintenance', days: 6 })).toEqual([]);
  });

  test('29 February is congratulated on 1 March where there is none', async () => {
    const customer = await buildCustomer(house, { birthday: new Date('1996-02-29T00:00:00Z') });
    const on = async (date: string) => (await due({}, date)).some(({ customerId }) => customerId === customer.id);
    expect([await on('2027-02-28'), await on('2027-03-01'), await on('2028-02-29'), await on('2028-03-01')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('rules', () => {
  test('unknown variables and texts in one language are refused', () => {
    const refused = (given: object) => careRuleSchema.safeParse({ ...aRule(), ...given }).success;
    expect(refused({ text: { zh: '{name}', en: 'x' } })).toBe(false);
    expect(refused({ text: { zh: 'x', en: ' ' } })).toBe(false);
    expect(refused({ occasion: 'whenever' })).toBe(false);
    expect(refused({})).toBe(true);
  });

  test('one that has written is kept; its results stand beside those left out', async () => {
    const rule = await house.services.careRules.save(aRule(), staffId);
    const { customer } = await somebody();
    await run();
    await expect(house.services.careRules.remove(rule.id, staffId)).rejects.toThrow(Conflict);
    house.clock.add({ days: 1 });
    await buy(customer.id, 0);
    await house.services.consents.withdraw(customer.id, { wording: 'care@1', activityId: v7() });
    const [results] = await house.services.careRules.results();
    expect(results).toMatchObject({
      ruleId: rule.id,
      sent: { n: 1, answered: { count: 0 }, bought: { count: 1, share: 1 }, left: { count: 1 } },
    });
  });

  test('the control group is drawn evenly, and always the same', () => {
    const ids = Array.from({ length: 2000 }, () => v7());
    const left = ids.filter((id) => isControl('rule', id, 20));
    expect(left.length).toBeGreaterThan(320);
    expect(left.length).toBeLessThan(480);
    expect(ids.filter((id) => isControl('rule', id, 20))).toEqual(left);
  });
});

describe('whose words and whose clock count', () => {
  const ways = async (customerId: string) => {
    const { client } = database.db;
    await client.conversation.updateMany({ where: { customerId }, data: { channel: 'wechat' } });
    const older = new Date(house.clock.now().getTime() - 86_400_000);
    const mail = await buildConversation(house, { customerId, channel: 'mail', lastActivityAt: older });
    return mail.id;
  };
  const prefersMail = (customerId: string, given: { confirmed: boolean; validUntil?: Date | null }) =>
    database.db.client.preference.create({
      data: { id: v7(), customerId, key: 'contactChannel', value: '邮件', quote: '发邮件', ...given },
    });

  test('a wish that nobody confirmed, or that is over, drives no message', async () => {
    await house.services.careRules.save(aRule(), staffId);
    const [unsure, over, sure] = [await somebody(), await somebody(), await somebody()];
    for (const { customer } of [unsure, over]) await ways(customer.id);
    const mail = await ways(sure.customer.id);
    await prefersMail(unsure.customer.id, { confirmed: false });
    await prefersMail(over.customer.id, { confirmed: true, validUntil: house.clock.now() });
    await prefersMail(sure.customer.id, { confirmed: true });
    await run();
    expect(reached().sort()).toEqual([unsure.conversation.id, over.conversation.id, mail].sort());
  });

  test('nobody is written to in the night of their own clock: told by a colleague, a device, a phone number, a city', async () => {
    await house.services.careRules.save(aRule(), staffId);
    const byPhone = await somebody({ given: { phone: '+44 20 7946 0958' } });
    const byCity = await somebody({ given: { city: '纽约' } });
    const byDevice = await somebody({ given: { phone: '+44 20 7946 0958' } });
    await house.services.zones.heard(byDevice.customer.id, 'Asia/Tokyo', byDevice.conversation.id);
    const corrected = await somebody({ given: { city: '上海' } });
    await house.services.zones.heard(corrected.customer.id, 'Asia/Tokyo', corrected.conversation.id);
    await house.services.zones.say(corrected.customer.id, 'Europe/London', staffId);
    // 10:00 in Shanghai: 11:00 in Tokyo, 03:00 in London, 22:00 in New York.
    await run();
    expect(reached()).toEqual([byDevice.conversation.id]);
    for (const { customer } of [byPhone, byCity, corrected])
      expect(await reasonOf(customer.id)).toBe('planned quietHours');
    house.clock.add({ hours: 6 });
    await run();
    expect(reached().sort()).toEqual([byDevice, byPhone, corrected].map(({ conversation }) => conversation.id).sort());
    expect(await house.services.zones.of(byCity.customer.id)).toMatchObject({
      zone: 'America/New_York',
      source: 'city',
    });
    // What the colleague said is taken back: the device holds again.
    expect(await house.services.zones.say(corrected.customer.id, null, staffId)).toMatchObject({ source: 'device' });
    await expect(house.services.zones.say(corrected.customer.id, 'Mars/Olympus', staffId)).rejects.toThrow(
      InvalidInput,
    );
  });
});

const standing: Standing = {
  demo: false,
  tier: null,
  granted: true,
  complaining: false,
  lastAt: null,
  conversationId: 'c',
  channel: 'directline',
  holder: 'bot',
  reachable: true,
  zone: null,
};

test('the quiet hours end at their end, also over midnight and where clocks change', () => {
  const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe');
  const time = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:00`);
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
      zones,
      time,
      time,
      (at, zone, quietFrom, quietTo) => {
        fc.pre(quietFrom !== quietTo);
        const manners = { days: 1, quietFrom, quietTo };
        const until = endOfQuiet(at, zone, manners);
        const wall = Temporal.Instant.fromEpochMilliseconds((until ?? at).getTime())
          .toZonedDateTimeISO(zone)
          .toPlainTime();
        const hour = wall.hour + wall.minute / 60;
        const [from, to] = [Number(quietFrom.slice(0, 2)), Number(quietTo.slice(0, 2))];
        const quiet = from < to ? hour >= from && hour < to : hour >= from || hour < to;
        // An hour that a clock change leaves out ends with the next that exists.
        expect(quiet && hour !== to).toBe(false);
        if (until) expect(until.getTime()).toBeGreaterThan(at.getTime());
      },
    ),
    { numRuns: 300 },
  );
});

test('nothing is ever sent without consent, to somebody who complains, or too often', () => {
  const standings = fc.record({
    demo: fc.boolean(),
    tier: fc.constantFrom(null, 'gold'),
    granted: fc.constantFrom(null, true, false),
    complaining: fc.boolean(),
    lastAt: fc.constantFrom(null, new Date('2026-07-14T02:00:00Z')),
    conversationId: fc.constantFrom(null, 'c'),
    channel: fc.constantFrom(null, 'directline'),
    holder: fc.constantFrom('bot' as const, 'queue' as const, 'person' as const),
    reachable: fc.boolean(),
    zone: fc.constantFrom(null, 'America/New_York'),
  });
  const when = { now: new Date('2026-07-15T02:00:00Z'), zone: 'Asia/Shanghai' };
  const manners = { days: 7, quietFrom: '20:00', quietTo: '09:00' };
  fc.assert(
    fc.property(standings, (each) => {
      if (verdictOf(each, { tiers: [] }, manners, when).do !== 'send') return;
      // A channel alone is enough where the shop may write first.
      expect({ ...each, tier: null, conversationId: 'c', zone: null }).toEqual(standing);
    }),
  );
});
