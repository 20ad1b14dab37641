import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { buttonsOf, Conversation, type Line, play, textOf } from './conversation.ts';
import { openShop, type TestShop } from './shop.ts';

const database = testDatabase();
let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(database.db);
});
afterAll(() => shop.close());

describe('several wishes in one message', () => {
  test.each<[name: string, ...lines: Line[]]>([
    ['a question, then a complaint', ['甜橙沐浴露多少钱?另外上次那瓶漏了,我要投诉', '¥59', '登记', '？']],
    ['a complaint, then a question', ['我的加湿器坏了，甜橙沐浴露多少钱', '¥59', '登记']],
    ['in English, without a sign', ['My lamp broke and how much is the Sweet orange body wash', '¥59', 'take it down']],
    [
      'three',
      ['甜橙沐浴露多少钱？我的加湿器不出雾了，另外记一下我只用无香的', '¥59', '登记', '？'],
      ['栖木静音加湿器', '什么时候'],
      ['昨天', '联系'],
      ['在这里回复我', '怎么处理'],
      ['换一个新的', '加湿器', '不出雾'],
      ['对', 'C-', '无香'],
    ],
    ['a question, a complaint and a person', ['甜橙沐浴露多少钱？我的加湿器不出雾了，转人工', '¥59', '同事']],
  ])('%s', async (_, ...lines) => {
    await play(await Conversation.with(shop), lines);
  });

  it('tells who is asked back that the rest was heard, and keeps the buttons', async () => {
    const conversation = await Conversation.with(shop);
    const answer = await conversation.say('我要投诉加湿器漏水，另外记一下我只用无香的');
    expect(textOf(answer)).toMatch(/“记一下我只用无香的”我也记下了/);
    expect(buttonsOf(answer)).toContain('昨天');
  });

  it('never lets a person wait for an answer to a question', async () => {
    const answer = textOf(await (await Conversation.with(shop)).say('保修几年 我要投诉 转人工'));
    expect(answer).toContain('同事');
  });
});

test.each(['1', '2', '123', '!', '。', '……', 'a', '😂'])('“%s” alone is not taken for anything', async (text) => {
  const answer = textOf(await (await Conversation.with(shop)).say(text));
  expect(answer).not.toMatch(/再见|Goodbye|抱歉，给您|sorry about this/);
});

test('a bare figure is a place in the list that was shown', async () => {
  await play(await Conversation.with(shop), [
    ['有什么洗发水推荐', '栖木'],
    ['1', '¥', '。'],
  ]);
});
