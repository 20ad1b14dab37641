import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wantsOf } from '#dialogs/consent/words.ts';
import { testDatabase } from '../support/database.ts';
import { buttonsOf, Conversation, type Line, play, textOf } from './conversation.ts';
import { openShop, type TestShop } from './shop.ts';

const database = testDatabase();
let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(database.db);
});
afterAll(() => shop?.close());

const answersOf = async ({ customer }: Conversation) =>
  (await shop.services.consents.ofCustomer(customer.id))
    .filter(({ purpose }) => purpose === 'care')
    .map(({ granted }) => granted);
const pleased: Line[] = [
  ['电热水壶保修多久？', '24 个月'],
  ['谢谢', '打几分'],
  ['5', ''],
];

const wants = {
  stop: [
    '不要再给我发促销消息了',
    '以后别给我推送了',
    '我不想再收到你们的消息',
    '帮我退订一下',
    '取消我的消息订阅',
    '不要再发广告给我',
    '能不能别老发消息',
    '把我从推送名单里去掉',
    '生日祝福也不用发',
    '我要退订所有通知',
    '停止给我发营销信息',
    '别再推荐新品给我了',

    'stop sending me promotions',
    'please take me off your mailing list',
    'I do not want any more messages from you',
    'unsubscribe me from everything',
    'no more marketing messages please',
    'do not send me offers any more',
    'remove me from your list',
    'stop the notifications',
    'I never asked for these messages',
    'cancel my subscription to your messages',
    'quit sending me ads',
    'I want to opt out of your messages',
  ],
  start: [
    '有新品的时候告诉我一声',
    '我想订阅你们的消息',
    '订阅消息',
    '有优惠记得通知我',
    '打折的时候提醒我',
    '可以给我发保养提醒吗',
    '滤芯到期了提醒我换',
    '我想收到你们的新品通知',
    '有活动给我发消息',
    '重新订阅',

    'let me know when there is something new',
    'I would like to subscribe to your messages',
    'subscribe',
    'tell me when there is a sale',
    'notify me about offers',
    'can you send me maintenance reminders',
    'remind me when the filter is due',
    'keep me posted about new products',
    'sign me up for your news',
    'subscribe me again',
  ],
  show: [
    '我订阅了哪些消息',
    '你们会给我发什么消息',
    '我有没有订阅你们的通知',
    '为什么给我发消息',
    '我同意过你们给我发消息吗',
    '看看我的订阅',
    '你们什么时候会主动联系我',
    '我现在订阅着什么',

    'what am I subscribed to',
    'what messages will you send me',
    'did I agree to get messages from you',
    'why are you messaging me',
    'am I on your mailing list',
    'show my subscriptions',
    'when do you contact me on your own',
    'did I sign up for this',
  ],
};

describe('whether the shop may write of its own accord', () => {
  test('is asked once, when the customer is pleased; yes is kept with the words it was asked in', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, pleased);
    const asked = await conversation.say('没有了');
    expect(textOf(asked)).toContain('一周最多一条');
    expect(buttonsOf(asked)).toEqual(['可以', '不用了']);
    await play(conversation, [['可以', '退订']]);
    const [consent] = await shop.services.consents.ofCustomer(conversation.customer.id);
    expect(consent).toMatchObject({ purpose: 'care', granted: true, wording: 'care@2', source: 'customer' });
    expect(consent?.activityId).toBeTruthy();
    await play(conversation, [
      ['吹风机有吗', ''],
      ['谢谢', ''],
    ]);
    expect(conversation.transcript.join('').split('一周最多一条')).toHaveLength(2);
  });

  test('is not asked of somebody who is not pleased, or whose complaint is open', async () => {
    const low = await Conversation.with(shop);
    await play(low, [...pleased.slice(0, 2), ['2', ''], ['没有了', '']]);
    const open = await Conversation.with(shop);
    await play(open, pleased.slice(0, 2));
    await database.db.client.complaint.create({
      data: { customerId: open.customer.id, language: 'zh', whatHappened: '漏水' },
    });
    await play(open, [...pleased.slice(2), ['没有了', '']]);
    for (const { transcript } of [low, open]) expect(transcript.join('\n')).not.toContain('一周最多一条');
  });

  test('no is respected', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [...pleased, ['没有了', '一周最多一条'], ['不用了', '不主动打扰']]);
    expect(await answersOf(conversation)).toEqual([false]);
  });

  test.each([
    '退订',
    'TD',
    'STOP',
    'Unsubscribe!',
    '不要再给我发消息了',
    'please stop messaging me',
    '别再给我推送了',
    'take me off your list please',
  ])('“%s” ends it', async (says) => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [['有新品的时候告诉我一声', '记下了']]);
    expect(await answersOf(conversation)).toEqual([true]);
    expect(textOf(await conversation.say(says))).toMatch(/退订|unsubscribed/);
    expect(await answersOf(conversation)).toEqual([false, true]);
  });

  test('a word ends it also in the middle of something else', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [
      ['我要投诉', ''],
      ['退订', '已经为您退订'],
    ]);
    expect(await answersOf(conversation)).toEqual([false]);
    const rated = await Conversation.with(shop);
    await play(rated, [...pleased.slice(0, 2), ['STOP', 'unsubscribed']]);
    expect(rated.transcript.join('\n').match(/You are unsubscribed/g)).toHaveLength(1);
    expect(await answersOf(rated)).toEqual([false]);
  });

  test('customers can ask how it stands', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [
      ['我订阅了哪些消息', '没有订阅'],
      ['订阅消息', '记下了'],
      ['what am I subscribed to', 'You agreed'],
    ]);
  });
});

describe('what a care rule has to say', () => {
  test('is said in the customer’s language with the way out under it; not to somebody who has just left', async () => {
    const conversation = await Conversation.with(shop);
    const { client } = database.db;
    const rule = await client.careRule.create({
      data: {
        name: { zh: '生日', en: 'Birthday' },
        occasion: 'birthday',
        act: 'message',
        level: 'social',
        text: { zh: '生日快乐！', en: 'Happy birthday!' },
      },
    });
    const message = await client.careMessage.create({
      data: {
        ruleId: rule.id,
        customerId: conversation.customer.id,
        occasion: 'x',
        state: 'sent',
        dueAt: shop.clock.now(),
      },
    });
    const event = { kind: 'care', ids: { messageId: message.id } };
    await play(conversation, [['订阅消息', '记下了']]);
    const [said] = await conversation.report(event);
    expect(said?.text).toMatch(/^生日快乐！[\s\S]*退订/);
    expect(said?.channelData).toMatchObject({ purpose: 'care' });
    await conversation.say('退订');
    expect(await conversation.report(event)).toEqual([]);
    // What was not said counts as not sent.
    expect(await client.careMessage.findUnique({ where: { id: message.id } })).toMatchObject({
      state: 'dropped',
      reason: 'withdrawn',
    });
  });
});

describe('what is heard', () => {
  test.each(Object.entries(wants))('%s', (want, texts) => {
    expect(texts.filter((text) => wantsOf(text) !== want)).toEqual([]);
  });

  test.each([
    '怎么退订',
    'how do I unsubscribe',
    '不想收到推送和短信，怎么关？',
    '我想取消订单',
    'tell me about your new products',
    '有什么新品',
    '有活动吗',
    '不要香味的沐浴露',
    'the remote stopped working',
    '通知你们经理',
    'send me text messages from now on',
    '不要再给我推香水了',
  ])('“%s” is about something else', (text) => {
    expect(wantsOf(text)).toBeUndefined();
  });
});
