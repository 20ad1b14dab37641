import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { buttonsOf, Conversation, type Line, play } from './conversation.ts';
import { openShop, type TestShop } from './shop.ts';

const database = testDatabase();
let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(database.db);
});
afterAll(() => shop?.close());

const responsesOf = ({ id }: Conversation) =>
  database.db.client.response.findMany({ where: { conversationId: id }, include: { tasks: true } });
const helped: Record<'zh' | 'en', Line[]> = {
  zh: [
    ['电热水壶保修多久？', '24 个月'],
    ['谢谢', '不客气', '打几分'],
  ],
  en: [
    ['How long is the warranty of the kettle?', '24 months'],
    ['thank you', 'You are welcome', 'ow satisfied'],
  ],
};

describe('the rating', () => {
  test.each<['zh' | 'en', string, number]>([
    ['zh', '5', 5],
    ['zh', '5 很满意', 5],
    ['zh', '还行吧', 3],
    ['zh', '四颗星', 4],
    ['zh', '九分', 5],
    ['zh', '非常不满意', 1],
    ['en', '4 stars', 4],
    ['en', '2 not satisfied', 2],
    ['en', '8/10', 4],
    ['en', 'meh', 3],
    ['en', 'terrible', 1],
  ])('%s “%s” is %i', async (language, says, score) => {
    const conversation = await Conversation.with(shop);
    await play(conversation, helped[language]);
    await conversation.say(says);
    expect(await responsesOf(conversation)).toMatchObject([{ score }]);
  });

  test('a touched star', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, helped.zh);
    await conversation.say('4', { value: { rating: 4 } });
    expect(await responsesOf(conversation)).toMatchObject([{ score: 4 }]);
  });

  test('praise without a figure is asked once for one', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [...helped.en, ['you really helped me a lot', 'How many points'], ['5', 'Thank you']]);
    expect(await responsesOf(conversation)).toMatchObject([{ score: 5 }]);
  });

  test('a low one raises a task, and the words after it are kept', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [...helped.zh, ['1', '会有人联系您'], ['答得太笼统，等了半天', '原话']]);
    const [response] = await responsesOf(conversation);
    expect(response).toMatchObject({ score: 1, comment: '答得太笼统，等了半天' });
    expect(response?.tasks).toMatchObject([{ type: 'surveyFollowUp' }]);
  });

  test('no comment is fine', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [...helped.en, ['5', 'Thank you'], ['Nothing else', 'thank you for your rating']]);
    expect(await responsesOf(conversation)).toMatchObject([{ score: 5, comment: null }]);
  });

  test('who leaves without a word is asked when it is quiet, and not again with the next thanks', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [helped.zh[0]!]);
    const { invitations, surveys } = shop.services;
    const survey = (await surveys.running()).find(({ asking }) => asking.trigger === 'conversationSolved')!;
    const { id: customerId } = await conversation.current();
    const of = { survey, customerId, conversationId: conversation.id, rated: 'bot' };
    const { id } = await invitations.invite({ ...of, cause: await invitations.talk(conversation.id) });
    const asked = await conversation.report({ kind: 'survey', ids: { invitationId: id } });
    expect(asked.at(-1)?.text).toContain('打几分');
    const { productId } = await invitations.get(id);
    expect(await database.db.client.product.findUnique({ where: { id: productId! } })).toMatchObject({
      name: { zh: expect.stringContaining('水壶') },
    });
    await play(conversation, [
      ['4', '谢谢'],
      ['没有了', '谢谢您的评价'],
      ['谢谢', '不客气'],
    ]);
    expect(await responsesOf(conversation)).toMatchObject([{ score: 4, productId }]);
  });

  test('shows stars and buttons', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [helped.zh[0]!]);
    const asked = await conversation.say('谢谢');
    expect(buttonsOf(asked)).toContain('不评价');
    expect(asked.at(-1)?.attachments).toMatchObject([
      { contentType: 'application/vnd.zhiyin.rating+json', content: { max: 5 } },
    ]);
  });
});

describe('the moment', () => {
  test('never before help', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [
      ['你好', '您好'],
      ['谢谢', '不客气'],
      ['再见', '再见'],
    ]);
    expect(conversation.transcript.join('\n')).not.toContain('打几分');
  });

  test('not while a complaint is open, and that is kept', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [
      ['My kettle leaks since yesterday, I want a refund, call 13800138000', 'read it back'],
      ['yes', /C-\d+/],
      ['thank you', 'You are welcome'],
    ]);
    expect(conversation.transcript.join('\n')).not.toContain('how satisfied');
    const kept = await database.db.client.invitation.findMany({ where: { conversationId: conversation.id } });
    expect(kept).toMatchObject([{ state: 'withheld', reason: 'complaint', sentAt: null }]);
  });

  test('not right after something was given up', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [helped.zh[0]!, ['我要投诉', /哪/], ['取消', '什么都没有提交'], ['谢谢', '不客气']]);
    expect(conversation.transcript.join('\n')).not.toContain('打几分');
  });

  test.each(['不评价', '取消', '别问了', '不用了'])(
    '“%s” is respected, in this conversation and in the next',
    async (says) => {
      const conversation = await Conversation.with(shop);
      await play(conversation, [...helped.zh, [says, '不打扰您了'], ['电热毯多少钱？', '¥'], ['谢谢', '不客气']]);
      const next = await Conversation.with(shop, conversation.customer);
      await play(next, [helped.zh[0]!, ['谢谢', '不客气']]);
      for (const { transcript } of [conversation, next]) {
        expect(transcript.join('\n').match(/打几分/g)?.length ?? 0).toBeLessThanOrEqual(1);
      }
      expect(next.transcript.join('\n')).not.toContain('打几分');
    },
  );

  test('once in a conversation', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [
      ...helped.zh,
      ['5', '谢谢您'],
      ['没有了', '谢谢您的评价'],
      ['电热毯多少钱？', '¥'],
      ['谢谢', '不客气'],
    ]);
    expect(conversation.transcript.join('\n').match(/打几分/g)).toHaveLength(1);
  });

  test('who wants to rate later rates what was then, not what was answered long ago', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [
      ...helped.zh,
      ['5', '谢谢您'],
      ['没有了', '谢谢您的评价'],
      ['我想改一下评价', '打几分'],
      ['3', '改好了'],
    ]);
    const { time } = shop.clock;
    shop.clock.time = new Date(time.getTime() + 40 * 86_400_000);
    await play(conversation, [
      ['我要评价一下你们的服务', '打几分'],
      ['4', '谢谢您'],
      ['没有了', '谢谢您的评价'],
    ]);
    shop.clock.time = time;
    const rows = await responsesOf(conversation);
    expect(rows.map(({ score, open }) => `${score}, ${open} open`).sort()).toEqual(['3, 0 open', '4, 0 open']);
  });

  test('speaking of something else lets it go', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [...helped.zh, ['电热毯多少钱？', '¥'], ['再见', '再见']]);
    expect(await responsesOf(conversation)).toEqual([]);
  });
});
