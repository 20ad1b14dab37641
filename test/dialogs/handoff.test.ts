import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { Conversation, play, textOf } from './conversation.ts';
import { openShop, type TestShop } from './shop.ts';

const database = testDatabase();
let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(database.db);
});
afterAll(() => shop?.close());
afterEach(() => shop.clock.at('2026-11-20T02:00:00Z'));

const tasksOf = ({ id }: Conversation) => database.db.client.task.findMany({ where: { conversationId: id } });

describe('a person, please', () => {
  test.each([
    ['转人工', '最晚今天 10:30 会在这里回复您'],
    ['我要找个真人', '最晚今天 10:30 会在这里回复您'],
    ['I would like to talk to a human', 'will answer you here by today 10:30'],
    ['a person please', 'will answer you here by today 10:30'],
  ])('“%s” while the shop is open', async (says, hears) => {
    const conversation = await Conversation.with(shop);
    expect(textOf(await conversation.say(says))).toContain(hears);
    expect(await tasksOf(conversation)).toMatchObject([{ type: 'answer', priority: 'high', state: 'open' }]);
    expect(await shop.services.conversations.find(conversation.id)).toMatchObject({ holder: 'queue' });
  });

  test('whoever asks for a person is not taken through a complaint first', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [['电热水壶漏水了，给我转人工', '会在这里回复您']]);
    expect(await tasksOf(conversation)).toMatchObject([{ type: 'answer', detail: '电热水壶漏水了，给我转人工' }]);
  });

  test('asked twice, it is one task, until that is done', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [
      ['转人工', '叫同事了'],
      ['人工', '我没忘', '10:30'],
    ]);
    const [task] = await tasksOf(conversation);
    await database.db.client.task.update({ where: { id: task!.id }, data: { state: 'done' } });
    await play(conversation, [['转人工', '叫同事了']]);
    expect(await tasksOf(conversation)).toHaveLength(2);
  });

  test.each([
    ['还要等多久？', '下一位就是您'],
    ['我排第几', '下一位就是您'],
    ['前面还有几个人', '下一位就是您'],
    ['how long do I have to wait?', 'You are next'],
    ['what is my place in the queue', 'You are next'],
  ])('whoever waits and asks “%s” is told the place anew', async (says, hears) => {
    await database.db.client.conversation.updateMany({ data: { holder: 'bot' } });
    const conversation = await Conversation.with(shop);
    await play(conversation, [
      ['转人工', '下一位就是您'],
      [says, hears],
    ]);
    expect(await tasksOf(conversation)).toHaveLength(1);
    const other = await Conversation.with(shop);
    expect(textOf(await other.say(says))).not.toContain(hears);
  });

  test('a conversation that goes to a colleague or a team is told of it by name', async () => {
    const { client } = database.db;
    const conversation = await Conversation.with(shop);
    await conversation.say('转人工');
    const told = await conversation.report({ kind: 'transferred', ids: { staffId: 'x', name: '林晓' } });
    expect(textOf(told)).toContain('请林晓接着');
    const team = await client.team.create({ data: { key: 'repairs', name: { zh: '维修组', en: 'Repairs' } } });
    await client.conversation.update({ where: { id: conversation.id }, data: { teamId: team.id } });
    const passed = await conversation.report({ kind: 'transferred', ids: { teamId: team.id } });
    expect(textOf(passed)).toContain('由维修组来处理');
  });

  test('after hours it tells the hours, and takes a number to call', async () => {
    shop.clock.at('2026-11-20T15:00:00Z');
    const conversation = await Conversation.with(shop);
    await play(conversation, [
      ['转人工', '9:00–21:00', '400-555-0100', '把号码发给我'],
      ['13800138000', '记下了：13800138000'],
    ]);
    expect(await conversation.current()).toMatchObject({ phone: '13800138000' });
    const again = await Conversation.with(shop, await conversation.current());
    await play(again, [['转人工', '9:00–21:00']]);
    expect(again.transcript.join('\n')).not.toContain('把号码发给我');
    expect(await tasksOf(again)).toMatchObject([{ type: 'callBack' }]);
  });

  test.each([
    ['gold', '转人工'],
    [null, 'this is terrible, awful, useless! get me a human being'],
  ])('the most valuable and the upset come first (tier %s, “%s”)', async (tier, says) => {
    const conversation = await Conversation.with(shop);
    await shop.services.customers.update(conversation.customer.id, { tier });
    await conversation.say(says);
    expect(await tasksOf(conversation)).toMatchObject([{ priority: 'urgent' }]);
  });

  test('what was said in an open dialog goes to the colleague', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [
      ['电热水壶昨天漏水了', '联系'],
      ['转人工', '叫同事了'],
    ]);
    const [task] = await tasksOf(conversation);
    expect(task?.detail).toContain('电热水壶昨天漏水了');
  });
});

describe('the conversation is given back', () => {
  test('an open dialog is put away and the customer is told', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [['我要投诉', '哪款产品']]);
    expect(textOf(await conversation.report({ kind: 'released', ids: {} }))).toContain('重新开始');
    await play(conversation, [['电热水壶多少钱', '¥']]);
  });

  test('in the language of the conversation', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [['hello', 'Hello']]);
    expect(textOf(await conversation.report({ kind: 'released', ids: {} }))).toContain('handed the conversation back');
  });

  test('a customer can not pretend it', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [['我要投诉', '哪款产品']]);
    expect(await conversation.send({ type: 'event', name: 'released', value: {} })).toEqual([]);
    await play(conversation, [['电热水壶', '发生了什么']]);
  });
});

test.each([
  ['no', 'just say “a person”'],
  ['No thanks', 'just say “a person”'],
  ['yes', 'I have called a colleague'],
  ['a person please', 'I have called a colleague'],
])('an offered person, “%s”', async (says, hears) => {
  const conversation = await Conversation.with(shop);
  await play(conversation, [
    ['does the kettle come with a solar panel?', 'Shall I ask a colleague'],
    [says, hears],
  ]);
});

test('who is helped by a person and says thanks is asked once how that was; the person is rated, not the bot', async () => {
  const conversation = await Conversation.with(shop);
  const { id: staffId } = await shop.services.staff.create(
    { email: 'lin@example.com', name: '林晓', role: 'staff' },
    null,
  );
  await play(conversation, [['转人工', '叫同事了']]);
  await conversation.report({ kind: 'released', ids: { staffId } });
  await play(conversation, [
    ['谢谢', '打几分'],
    ['5', '谢谢您'],
  ]);
  const [invitation] = await database.db.client.invitation.findMany({ where: { conversationId: conversation.id } });
  expect(invitation).toMatchObject({ rated: staffId, state: 'answered' });
});
