import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { Conversation, textOf } from './conversation.ts';
import { openShop, type TestShop } from './shop.ts';

const database = testDatabase();
let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(database.db);
});
afterAll(() => shop?.close());

/** What people, and people who mean no good, send; beside what leads into dialogs, so that every question meets nonsense. */
const words = fc.constantFrom(
  '我要投诉',
  '电热水壶',
  '漏水',
  '昨天',
  '13800138000',
  '在这里',
  '退款',
  '改一下',
  '没问题，提交',
  '取消',
  '返回',
  '帮助',
  '转人工',
  '跳过',
  '谢谢',
  '再见',
  '4',
  '不评价',
  '我只用无香的',
  '记住吧',
  '不用',
  '你知道我什么',
  '全部忘掉',
  '第一条不对',
  '它多少钱',
  '第二个',
  '有哪些产品？',
  '冒烟了',
  'I want to complain',
  'the kettle',
  'yes',
  'no',
  'stop',
  'forget everything',
  "I'm allergic to oat",
  'compare the kettle and the blanket',
  '👍',
  '🤬',
  '？？？',
  '...',
  '🙂🙂🙂',
);
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '\ud800',
    '\u0000',
    'a'.repeat(100_000),
    '<script>alert(1)</script>',
    '退'.repeat(5000),
    '{{1+1}}',
    '| a | b |',
    '](javascript:x)',
    '\u202Egnirts',
  ),
);
const text = fc.oneof({ weight: 3, arbitrary: words }, nasty, fc.jsonValue());
const activity = fc.record(
  {
    text,
    value: fc.oneof(
      fc.jsonValue(),
      fc.record({ rating: fc.oneof(fc.integer({ min: -3, max: 9 }), fc.double(), fc.string()) }),
    ),
    attachments: fc.oneof(
      fc.jsonValue(),
      fc.array(
        fc.record({
          name: fc.jsonValue(),
          contentType: fc.constantFrom('image/png', 'x', 7),
          contentUrl: fc.constantFrom('/x', 'http://x/y', 'javascript:x', 3),
        }),
      ),
    ),
    channelData: fc.jsonValue(),
    suggestedActions: fc.jsonValue(),
    locale: fc.jsonValue(),
  },
  { requiredKeys: [] },
);

test('whatever a customer sends, the bot answers and its state stays small and whole', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(activity, { minLength: 1, maxLength: 9 }), async (activities) => {
      const conversation = await Conversation.with(shop);
      for (const one of activities) {
        const answer = await conversation.send({ type: 'message', ...one });
        expect(textOf(answer).length, conversation.transcript.join('\n')).toBeGreaterThan(0);
        expect(textOf(answer)).not.toContain('undefined');
      }
    }),
    { numRuns: 120, endOnFailure: true },
  );
}, 240_000);

test('events of any shape do nothing or something sensible, and never throw', async () => {
  const conversation = await Conversation.with(shop);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('event', 'conversationUpdate', 'typing', 'invoke', 'endOfConversation', 'messageReaction'),
      fc.oneof(fc.constantFrom('feedback', 'released', '__proto__', 'constructor'), fc.jsonValue()),
      fc.jsonValue(),
      async (type, name, value) => {
        await conversation.send({ type, name, value, membersAdded: value });
      },
    ),
    { numRuns: 200 },
  );
}, 60_000);

test.each([
  ['a dialog of another release', { dialogStack: [{ id: 'complaints@0', state: { asked: 'x' } }] }],
  ['another shape of state', { dialogStack: [{ id: 'complaints@1', state: { asked: 'product', draft: 7 } }] }],
  ['no state at all', { dialogStack: [{ id: 'complaints@1', state: null }] }],
  ['nonsense', { dialogStack: 'x' }],
])('what an older release left does not trap the customer: %s', async (_name, dialogs) => {
  const conversation = await Conversation.with(shop);
  conversation.state = JSON.stringify({
    dialogStack: [{ id: 'main', state: { dialogs, memory: { products: 'old' } } }],
  });
  const answer = textOf(await conversation.say('电热水壶多少钱'));
  expect(answer).toContain('¥159');
  if (Array.isArray(dialogs.dialogStack)) expect(answer).toContain('中断');
});

test('a turn that is run again says the same and leaves one complaint', async () => {
  const conversation = await Conversation.with(shop);
  for (const says of ['电热水壶昨天漏水了，要退款，电话13800138000']) await conversation.say(says);
  const before = conversation.state;
  const first = await shop.db
    .transaction(async () => {
      const answer = await conversation.say('提交');
      throw Object.assign(new Error('crash'), { answer });
    })
    .catch((crash: { answer?: object[] }) => crash.answer);
  expect(first).toBeDefined();
  conversation.state = before;
  expect(textOf(await conversation.say('提交'))).toMatch(/C-\d+/);
  expect(await database.db.client.complaint.count({ where: { conversationId: conversation.id } })).toBe(1);
  expect(await database.db.client.task.count({ where: { conversationId: conversation.id } })).toBe(1);
});
