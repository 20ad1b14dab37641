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
    expect(asked).toMatch(/要我记住|shall I remember/);
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
      ['我是油皮', '要我记住'],
      ['好', '记住了'],
    ]);
    expect(await keptOf(conversation)).toMatchObject([{ key: 'skin', value: '油皮' }]);
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
