import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { Conversation, play, textOf } from './conversation.ts';
import { openShop, type TestShop } from './shop.ts';

const database = testDatabase();
let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(database.db);
});
afterAll(() => shop?.close());

const keptOf = ({ customer }: Conversation) =>
  database.db.client.preference.findMany({ where: { customerId: customer.id }, orderBy: { createdAt: 'asc' } });

describe('noticed in passing and kept with consent', () => {
  test.each([
    ['我只用无香的', '记住吧', { key: 'fragrance', value: '无香', quote: '我只用无香的' }],
    ['我是敏感肌，推荐一款面霜', '好的', { key: 'skin', value: '敏感肌', quote: '我是敏感肌' }],
    ['我对花生过敏', '可以', { key: 'allergy', value: '花生' }],
    ['以后请晚上6点以后打电话给我', '好', { key: 'contactTime' }],
    ['家里有两只猫，空气净化器多少钱', '嗯', { key: 'household' }],
    ['我怀孕4个月了', '可以', { key: 'pregnant' }],
    ['家里有个小宝宝', '好', { key: 'children' }],
    ['我听力不太好，电话里听不清', '行', { key: 'hardOfHearing' }],
    ['我眼睛花，字太小看不清', '可以', { key: 'largeType' }],
    ["I'm hard of hearing", 'yes', { key: 'hardOfHearing' }],
    ['I only use fragrance-free products', 'yes', { key: 'fragrance', value: 'unscented' }],
    [
      'please call me after 6 pm',
      'sure',
      { key: 'contactTime', value: 'after 6 pm', quote: 'please call me after 6 pm' },
    ],
    ['I have sensitive skin', 'Yes, remember it', { key: 'skin', value: 'sensitive skin' }],
    ["I'm allergic to lavender", 'ok', { key: 'allergy', value: 'lavender' }],
  ])('“%s”, “%s”', async (says, agrees, kept) => {
    const conversation = await Conversation.with(shop);
    const asked = textOf(await conversation.say(says));
    expect(asked).toMatch(/要我记[住下]|shall I remember|may I note/);
    expect(await keptOf(conversation)).toEqual([]);
    await conversation.say(agrees);
    expect(await keptOf(conversation)).toMatchObject([{ ...kept, confirmed: true, conversationId: conversation.id }]);
  });

  test('the question comes first, the consent after it', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [
      ['please call me after 6 pm, and how much is the kettle?', '¥159', 'shall I remember'],
      ['no thanks', 'I will not keep it'],
    ]);
    expect(await keptOf(conversation)).toEqual([]);
  });

  test('asked once: not again after a no, nor when it is kept already', async () => {
    const refused = await Conversation.with(shop);
    await play(refused, [
      ['我只用无香的', '要我记住'],
      ['不用', '我不记'],
    ]);
    expect(textOf(await refused.say('我说过我只用无香的'))).not.toContain('要我记住');
    const kept = await Conversation.with(shop);
    await play(kept, [
      ['我只用无香的', '要我记住'],
      ['好的', '记住了'],
      ['我只用无香的', '已经记着'],
    ]);
    expect(await keptOf(kept)).toHaveLength(1);
  });

  test('one that came beside a complaint is asked for after it', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [
      ['我要投诉，另外我只用无香的', '哪款产品'],
      ['电热水壶', '发生了什么'],
      ['漏水', '什么时候'],
      ['今天', '联系'],
      ['在这里', '希望'],
      ['维修', '经过**：漏水'],
      ['提交', /C-\d+/, '香味（无香）'],
      ['好的', '记住了：无香'],
    ]);
  });

  test('an unanswered question keeps nothing', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [
      ['我只用无香的', '要我记住'],
      ['电热毯多少钱', '¥'],
    ]);
    expect(await keptOf(conversation)).toEqual([]);
  });

  test('a new word replaces an old one where there can be one only', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [
      ['我是敏感肌', '要我记住'],
      ['好', '记住了'],
      ['我是油皮', '之前我记的肤质是“敏感肌”', '要改成“油皮”吗'],
      ['改吧', '记住了'],
    ]);
    expect(await keptOf(conversation)).toMatchObject([{ key: 'skin', value: '油皮', quote: '我是油皮' }]);
  });

  test.each([
    ['我只用无香的', '好', '我喜欢茉莉香', '改成“茉莉香”吗', '保持原样', '无香'],
    [
      'I only use unscented products',
      'yes',
      'I love the scent of lavender',
      'Shall I change it to “lavender”',
      'no',
      'unscented',
    ],
    [
      'I only use unscented products',
      'yes',
      'I love the scent of lavender',
      'so far I have noted “unscented”',
      'yes',
      'lavender',
    ],
  ])('what contradicts “%s” is asked, not taken', async (says, agrees, contradicts, asked, decides, left) => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [
      [says, /要我记住|shall I remember/],
      [agrees, left === 'lavender' ? 'unscented' : left],
      [contradicts, asked],
    ]);
    expect(await keptOf(conversation)).toHaveLength(1);
    await conversation.say(decides);
    expect(await keptOf(conversation)).toMatchObject([{ value: left }]);
  });

  test.each([
    '有没有无香的洗发水',
    '敏感肌能用吗',
    'do you have unscented soap?',
    '这款会过敏吗',
    "I'm fine",
    '我叫什么名字',
    '太贵了',
  ])('“%s” tells nothing of the customer', async (says) => {
    const conversation = await Conversation.with(shop);
    expect(textOf(await conversation.say(says))).not.toMatch(/要我记住|shall I remember/i);
  });
});

describe('names', () => {
  test.each([
    ['我叫小林', '好的', '小林', '你好', '小林'],
    ["I'm Anna", 'yes', 'Anna', 'hello', 'Anna'],
    ['my name is Bob Stone', 'yes please', 'Bob Stone', 'bye', 'Bob Stone'],
  ])('“%s” is kept and used', async (says, agrees, name, greets, hears) => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [[says, name]]);
    expect((await conversation.current()).name).toBeNull();
    await play(conversation, [[agrees, name]]);
    expect((await conversation.current()).name).toBe(name);
    await play(conversation, [[greets, hears]]);
  });
});

describe('seen, corrected, forgotten', () => {
  async function withTwo() {
    const conversation = await Conversation.with(shop);
    const base = { customerId: conversation.customer.id, confidence: 1, confirmed: true };
    await shop.services.preferences.keep({ ...base, key: 'fragrance', value: '无香', quote: '我只用无香的' });
    shop.clock.at('2026-11-20T02:00:01Z');
    await shop.services.preferences.keep({ ...base, key: 'skin', value: '敏感肌', quote: '我是敏感肌' });
    return conversation;
  }

  test.each([
    ['你知道我什么', '1. ', '我只用无香的'],
    ['what do you know about me?', '1. ', '我只用无香的'],
  ])('“%s” lists all, with the words it was said in', async (says, ...hears) => {
    const conversation = await withTwo();
    await play(conversation, [[says, ...hears]]);
    expect(conversation.transcript.join()).toContain('我是敏感肌');
  });

  test('nothing is kept: says so', async () => {
    await play(await Conversation.with(shop), [['你知道我什么', '还没有记下']]);
    await play(await Conversation.with(shop), [['what do you know about me', 'not kept anything']]);
  });

  test('one is corrected', async () => {
    const conversation = await withTwo();
    await play(conversation, [
      ['你知道我什么', '敏感肌'],
      ['肤质那条不对', '正确的应该是什么'],
      ['我是油皮', '改好了', '油皮'],
    ]);
    expect(await keptOf(conversation)).toMatchObject([
      { value: '无香' },
      { key: 'skin', value: '油皮', quote: '我是油皮' },
    ]);
  });

  test.each([
    ['忘掉我的香味偏好', '确定忘掉', 1],
    ['忘掉我的香味偏好', '先留着', 2],
    ['forget my skin type', 'yes', 1],
    ['全部忘掉', '确定', 0],
    ['forget everything about me', 'keep it', 2],
    ['forget everything you know about me', 'Yes, forget it', 0],
  ])('“%s”, “%s”: %i left', async (says, decides, left) => {
    const conversation = await withTwo();
    expect(textOf(await conversation.say(says))).toMatch(/确定要我|really forget/);
    expect(await keptOf(conversation)).toHaveLength(2);
    await conversation.say(decides);
    expect(await keptOf(conversation)).toHaveLength(left);
  });

  test('which one is asked where it is not clear', async () => {
    const conversation = await withTwo();
    await play(conversation, [
      ['你知道我什么', '敏感肌'],
      ['有一条不对', '哪一条不对'],
      ['第二条', '无香', '正确的应该是什么'],
      ['取消', '什么都没有改'],
    ]);
  });
});

describe('the record itself', () => {
  async function somebody() {
    const conversation = await Conversation.with(shop);
    await shop.services.customers.update(conversation.customer.id, { name: '小林', phone: '13800138000' });
    return conversation;
  }

  test.each([
    ['我的电话不对，是13900139000', '改好了，电话：13900139000', { phone: '13900139000' }],
    ['我的名字错了，应该是小凌', '改好了，称呼：小凌', { name: '小凌' }],
    ['my phone number is wrong, it is 13900139000', 'Changed. Phone: 13900139000', { phone: '13900139000' }],
    ['please correct my name to Anna', 'Changed. Name: Anna', { name: 'Anna' }],
  ])('“%s”', async (says, hears, holds) => {
    const conversation = await somebody();
    await play(conversation, [[says, hears]]);
    expect(await conversation.current()).toMatchObject(holds);
  });

  test('a birthday is asked for until it is one; a phone number is forgotten', async () => {
    const conversation = await somebody();
    await shop.services.customers.update(conversation.customer.id, { birthday: '1990-05-03' });
    await play(conversation, [
      ['你知道我什么', '小林', '13800138000', '1990-05-03'],
      ['生日不对', '正确的应该是什么'],
      ['五月', '年月日'],
      ['1991年6月4日', '改好了', '1991-06-04'],
      ['忘掉我的电话', '确定要我忘掉“电话：13800138000”'],
      ['确定', '已经忘掉'],
    ]);
    expect(await conversation.current()).toMatchObject({ birthday: new Date('1991-06-04'), phone: null });
  });
});

describe('what is over', () => {
  async function withOld(now: string) {
    const conversation = await Conversation.with(shop);
    const { id: customerId } = conversation.customer;
    shop.clock.at('2025-01-10T02:00:00Z');
    const base = { customerId, confidence: 1, confirmed: true };
    await shop.services.preferences.keep({ ...base, key: 'budget', value: '200 元以内', quote: '预算 200 以内' });
    shop.clock.at(now);
    return conversation;
  }

  test('is asked about again at a fitting moment, once; a yes makes it count again', async () => {
    const conversation = await withOld('2026-11-20T02:00:00Z');
    const counts = () => shop.services.preferences.list(conversation.customer.id);
    expect(await counts()).toEqual([]);
    await play(conversation, [
      ['你知道我什么', '200 元以内', '现在不用它'],
      ['都对', '好的'],
      ['电热水壶多少钱', '¥', '现在还是这样吗'],
      ['还是这样', '继续照着来'],
    ]);
    expect(await counts()).toMatchObject([{ value: '200 元以内', validUntil: new Date('2027-11-20T02:00:00Z') }]);
  });

  test('asked in vain it is left alone for three months, and drives nothing', async () => {
    const conversation = await withOld('2026-11-20T02:00:00Z');
    await play(conversation, [
      ['how much is the kettle?', '¥', 'Is that still so'],
      ['how much is the electric blanket?', '¥'],
    ]);
    const again = await Conversation.with(shop, await conversation.current());
    expect(textOf(await again.say('how much is the kettle?'))).not.toContain('still so');
    expect(await shop.services.preferences.list(conversation.customer.id)).toEqual([]);
  });
});

describe('special needs', () => {
  const has = async (need: string, says: string) => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [[says, /愿意我才记|only if you want/]]);
    expect(await shop.services.preferences.needsOf(conversation.customer.id)).toEqual([]);
    await conversation.say('yes');
    expect(await shop.services.preferences.needsOf(conversation.customer.id)).toEqual([need]);
    const [consent] = await shop.services.consents.ofCustomer(conversation.customer.id);
    expect(consent).toMatchObject({ purpose: 'needs', granted: true, source: 'customer' });
    return conversation;
  };

  test('safety comes first in what is said of products', async () => {
    const pregnant = await has('pregnant', '我怀孕4个月了');
    expect(textOf(await pregnant.say('视黄醇晚霜多少钱'))).toMatch(/^⚠️[^\n]*孕期[^\n]*\n\n/);
    const parent = await has('children', 'We have two small kids');
    expect(textOf(await parent.say('how much is the retinol night cream?'))).toMatch(/^⚠️[^\n]*not for children/);
    const nobody = await Conversation.with(shop);
    expect(textOf(await nobody.say('视黄醇晚霜多少钱'))).not.toContain('⚠️');
  });

  test('who is hard of hearing is offered no call, and staff are to write', async () => {
    const conversation = await has('hardOfHearing', '我听力不太好');
    await shop.services.customers.update(conversation.customer.id, { phone: '13800138000' });
    shop.clock.at('2026-11-20T15:00:00Z');
    expect(textOf(await conversation.say('转人工'))).not.toContain('号码');
    shop.clock.at('2026-11-20T02:00:00Z');
    const [task] = await database.db.client.task.findMany({ where: { customerId: conversation.customer.id } });
    expect(task).toMatchObject({ type: 'answer', detail: expect.stringContaining('不要打电话') });
  });
});

test('the clock of the customer’s device is noted where it tells one', async () => {
  const conversation = await Conversation.with(shop);
  await conversation.say('你好', { localTimezone: 'Europe/London' });
  await conversation.say('谢谢', { localTimezone: 'Mars/Olympus' });
  expect(await shop.services.zones.of(conversation.customer.id)).toMatchObject({
    zone: 'Europe/London',
    source: 'device',
  });
  expect(await database.db.client.customerZone.count({ where: { customerId: conversation.customer.id } })).toBe(1);
});
