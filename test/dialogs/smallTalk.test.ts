import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { Conversation, type Line, play, textOf } from './conversation.ts';
import { openShop, type TestShop } from './shop.ts';

const database = testDatabase();
let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(database.db);
});
afterAll(() => shop?.close());

const talks: Record<string, Line[]> = {
  'greeting, thanks, goodbye, in Chinese': [
    ['你好', '智能助手'],
    ['你好', '我在'],
    ['谢谢', '不客气'],
    ['再见', '再见'],
  ],
  'greeting, thanks, goodbye, in English': [
    ['hello', 'assistant of Qimu'],
    ['thanks', 'welcome'],
    ['goodbye', 'Goodbye'],
  ],
  'never a person, in Chinese': [
    ['你是机器人吗', '不是真人'],
    ['你是真人吗', '不是真人'],
  ],
  'never a person, in English': [
    ['are you a robot?', 'not a person'],
    ['am I talking to a human?', /not a person|colleague/],
  ],
  'what it can do': [
    ['你能做什么', '登记投诉'],
    ['what can you do?', 'take a complaint'],
    ['help', 'take a complaint'],
    ['帮助', '登记投诉'],
  ],
  'beyond it, honestly, and a person the second time': [
    ['asdf qwer', /did not quite get that/],
    ['zxcv', /shall I get a colleague/],
  ],
  'the language of the last message': [
    ['hello', 'Hello'],
    ['谢谢', '不客气'],
    ['thank you', 'welcome'],
    ['👍', /All right|welcome/],
  ],
  'yes and no to nothing': [
    ['好的', '随时叫我'],
    ['no', 'here when you need me'],
    ['取消', '随时叫我'],
  ],
};

describe('small talk', () => {
  test.each(Object.entries(talks))('%s', async (_name, lines) => {
    await play(await Conversation.with(shop), lines);
  });

  test('somebody who joins is welcomed, also before they are known', async () => {
    const conversation = await Conversation.with(shop);
    const joins = { type: 'conversationUpdate', membersAdded: [{ id: 'somebody' }] };
    expect(textOf(await conversation.send(joins))).toMatch(/栖木[\s\S]*转人工/);
    expect(await conversation.send({ ...joins, membersAdded: [{ id: 'bot' }] })).toEqual([]);
    expect(await conversation.send({ type: 'typing' })).toEqual([]);
  });

  test('an empty message is answered', async () => {
    const conversation = await Conversation.with(shop);
    expect(textOf(await conversation.say(''))).toContain('我在');
    expect(textOf(await conversation.say('   \u0000 '))).toContain('我在');
  });
});
