import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { buttonsOf, Conversation, play, textOf } from './conversation.ts';
import { openShop, type TestShop } from './shop.ts';

const database = testDatabase();
let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(database.db);
});
afterAll(() => shop?.close());

const complaintOf = (conversation: Conversation) =>
  database.db.client.complaint.findFirstOrThrow({
    where: { conversationId: conversation.id },
    include: { evidence: true, tasks: true, product: true },
  });

const harm: [string, string, RegExp, RegExp][] = [
  ['burn', '我被你们的水壶烫伤了，手上起泡', /凉水冲.*20 分钟/, /烫伤/],
  ['burn', 'I got burned by the steam of the kettle', /cool running water for 20 minutes/, /burned/],
  ['allergy', '用了你们的沐浴露，身上起红疹，又红又痒', /停用/, /红疹/],
  ['allergy', 'my face is swollen and itching after using the cream', /stop using it/, /swollen/],
  ['fire', '电热毯昨晚冒烟了', /拔掉插头/, /冒烟/],
  ['fire', 'the electric blanket is smoking', /pull the plug/, /smoking/],
  ['shock', '加湿器漏电，电了我一下', /拉下电闸/, /漏电/],
  ['shock', 'the kettle gave me an electric shock', /fuse box/, /shock/],
  ['swallowed', '孩子吃了一颗洗衣凝珠', /不要催吐/, /凝珠/],
  ['swallowed', 'my toddler swallowed a laundry pod', /Do not make them vomit/, /swallowed/],
  ['eyes', '清洁剂溅到眼睛里了', /冲眼睛 15 分钟/, /眼睛/],
  ['breathing', 'I used the spray and I can’t breathe properly', /ambulance/, /breathe/],
];

test('a question beside harm waits, and is offered when the complaint is recorded', async () => {
  const conversation = await Conversation.with(shop);
  await play(conversation, [
    ['电热毯冒烟了，请在这里回复我，另外怎么开发票？', '拔掉插头', '什么时候'],
    ['昨天', '怎么处理'],
    ['退款', '我读一遍'],
  ]);
  const answer = await conversation.say('提交');
  expect(textOf(answer)).toMatch(/C-\d+[\s\S]*您刚才还问/);
  await play(conversation, [[buttonsOf(answer)[0] ?? '', '发票']]);
});

describe('harm comes first', () => {
  test.each(harm)('%s: “%s”', async (_kind, says, advice, detail) => {
    const conversation = await Conversation.with(shop);
    const [first, second] = await conversation.say(says);
    expect(first?.text).toMatch(advice);
    expect(second?.text).toMatch(/10:30/);
    const tasks = await database.db.client.task.findMany({ where: { conversationId: conversation.id } });
    expect(tasks).toMatchObject([{ priority: 'urgent', dueAt: new Date('2026-11-20T02:30:00Z') }]);
    expect(tasks[0]?.detail).toMatch(detail);
  });

  test('the complaint joins the urgent task; there is one task and no rating', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [
      ['用了无香沐浴露，身上起红疹', '停用', '紧急', '请留个电话'],
      ['13912345678', '什么时候'],
      ['今天', '怎么处理'],
      ['退货退款', '我读一遍'],
      ['提交', /C-\d+/, '半小时内'],
    ]);
    const complaint = await complaintOf(conversation);
    expect(complaint).toMatchObject({ severity: 'safety', contact: '13912345678' });
    expect(complaint.tasks).toMatchObject([{ priority: 'urgent' }]);
    expect(await database.db.client.task.count({ where: { conversationId: conversation.id } })).toBe(1);
    expect(conversation.transcript.join('\n')).not.toContain('打几分');
  });

  test('told in the middle of a complaint, it gets its advice and its task at once', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [
      ['I want to complain', 'Which product'],
      ['the electric blanket', 'What happened'],
      ['it caught fire last night', 'Safety first', 'urgent', 'phone number'],
    ]);
    await play(conversation, [['cancel', 'we do not let go of a safety matter']]);
    expect(
      await database.db.client.task.count({ where: { conversationId: conversation.id, priority: 'urgent' } }),
    ).toBe(1);
  });

  test('harm breaks into whatever else is open', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [
      ['我只用无香的', '要我记住'],
      ['水壶漏电了，我被电了一下', '拉下电闸'],
    ]);
  });

  test.each([
    '吹风机会漏电吗',
    '这款会不会过敏',
    '我对香精过敏',
    'does the kettle leak electricity?',
    'is it safe for allergic skin?',
    '怎么预防烫伤',
  ])('“%s” reports none', async (says) => {
    const conversation = await Conversation.with(shop);
    await conversation.say(says);
    expect(await database.db.client.task.count({ where: { conversationId: conversation.id } })).toBe(0);
  });
});
