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
  'facts, and "it", in Chinese': [
    ['电热水壶保修多久？', '栖木双层防烫电热水壶', '24 个月'],
    ['它多少钱', '栖木双层防烫电热水壶', '¥159'],
    ['能放洗碗机吗', '栖木双层防烫电热水壶', '洗碗机'],
    ['除湿机呢', '栖木回南天除湿机'],
    ['这个多少钱', '除湿机', '¥1,199'],
  ],
  'facts, and "it", in English': [
    ['How long is the warranty on the kettle?', 'Double-wall kettle', '24 months'],
    ['how much is it', 'Double-wall kettle', '¥159'],
    ['tell me about the dehumidifier', 'dehumidifier', '¥1,199'],
    ['what is the warranty of that one?', 'dehumidifier', 'warranty'],
  ],
  'names and model numbers as people write them': [
    ['QM-A820 多少钱', '栖木晨雾加湿器', '¥229'],
    ['qm k710 保修多久', '栖木双层防烫电热水壶', '24 个月'],
    ['How much is the Qimu Mist humidifier?', 'Mist humidifier', '¥229'],
    ['WHAT DOES THE QM-K710 COST', 'kettle', '¥159'],
    ['QM-A820 和 QM-K710 哪个贵', '¥229', '¥159'],
  ],
  'two side by side, in Chinese': [
    ['除湿机和空气净化器有什么区别', '| 栖木回南天除湿机 12L | 栖木清风空气净化器 |', '¥1,199 | ¥1,299'],
    ['第二个多少钱', '空气净化器', '¥1,299'],
  ],
  'two side by side, in English': [
    ['compare the dehumidifier and the air purifier', 'dehumidifier', 'air purifier', '¥1,199 | ¥1,299'],
    ['which of them is cheaper?', '¥1,199 | ¥1,299'],
  ],
  'the second is compared with the first': [
    ['除湿机多少钱', '¥1,199'],
    ['它和空气净化器哪个好', '| 栖木回南天除湿机 12L | 栖木清风空气净化器 |'],
  ],
  'shelves and suggestions, in Chinese': [
    ['有哪些产品？', '厨房小家电', '护肤'],
    ['洗发护发', '8 款', '洗发水'],
    ['推荐一款无香的洗发水', '栖木无香舒缓洗发水'],
  ],
  'shelves and suggestions, in English': [
    ['What products do you have?', 'Skin care'],
    ['Hair care', '8 products', 'shampoo'],
    [
      'compare the first and the second',
      '| Qimu Calm unscented conditioner 400 ml | Qimu Camellia smoothing conditioner 400 ml |',
    ],
    ['the second one', 'Camellia', '¥'],
    ['which shampoo is good for oily hair?', 'Fresh mint oil-control shampoo'],
  ],
  'a property without a product asks which': [
    ['有什么成分？', '哪一款'],
    ['薄荷控油洗发水', '薄荷控油洗发水', '成分'],
  ],
  'two questions in one message': [['电热毯多少钱？另外怎么退货？', '电热毯', '退货']],
  'a second question waits until the first one’s product is known': [
    ['有什么成分？电热毯多少钱？', '哪一款'],
    ['薄荷控油洗发水', '成分', '电热毯', '¥299'],
  ],
  articles: [
    ['怎么退货', '申请退货'],
    ['能开发票吗', '发票'],
  ],
};

describe('questions about products', () => {
  test.each(Object.entries(talks))('%s', async (_name, lines) => {
    await play(await Conversation.with(shop), lines);
  });

  test('an answer shows its source, takes thumbs, and brings the product’s card', async () => {
    const conversation = await Conversation.with(shop);
    const [answer] = await conversation.say('电热水壶保修多久？');
    expect(answer?.channelData).toMatchObject({
      feedback: true,
      sources: [{ title: '栖木双层防烫电热水壶 1.7L', excerpt: '质保期: 24 个月' }],
    });
    expect(answer?.attachments).toMatchObject([
      {
        contentType: 'application/vnd.zhiyin.product+json',
        content: { name: '栖木双层防烫电热水壶 1.7L', price: '¥159' },
      },
    ]);
    const [article] = await conversation.say('怎么退货');
    const { sources } = article!.channelData as { sources: { documentId: string; title: string; excerpt: string }[] };
    const found = await shop.services.knowledge.articles.get(sources[0]!.documentId);
    expect(found.title).toBe(sources[0]?.title);
    expect(new Set(sources.map(({ documentId }) => documentId)).size).toBe(sources.length);
  });

  test.each([
    ['电热水壶能用太阳能充电吗', '同事'],
    ['does the kettle come with a solar panel?', 'colleague'],
  ])('nothing found: says so, keeps the question, offers a person (“%s”)', async (question, offer) => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [[question, offer]]);
    const gaps = await database.db.client.gap.findMany({ where: { conversationId: conversation.id } });
    expect(gaps).toMatchObject([{ question, reason: 'unanswered' }]);
    await conversation.say(offer === '同事' ? '好的' : 'yes please');
    const tasks = await database.db.client.task.findMany({ where: { conversationId: conversation.id } });
    expect(tasks).toMatchObject([{ type: 'answer', detail: question }]);
  });

  test('a refused offer is let go; so is one that is not answered', async () => {
    for (const says of ['不用了', '电热毯多少钱？']) {
      const conversation = await Conversation.with(shop);
      await play(conversation, [
        ['电热水壶能用太阳能充电吗', '同事'],
        [says, ''],
      ]);
      expect(await database.db.client.task.count({ where: { conversationId: conversation.id } })).toBe(0);
    }
  });
});

describe('kept tastes are used, and it is said', () => {
  test('in suggestions and warnings', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [
      ['我只用无香的', '要我记住'],
      ['记住吧', '记住了'],
      ['有什么洗发水推荐', '您说过“我只用无香的”', '栖木无香舒缓洗发水'],
      ['甜橙沐浴露多少钱', '¥59', '您说过“我只用无香的”，而这款带甜橙香'],
    ]);
  });

  test('an allergy is a warning where the product holds it', async () => {
    const conversation = await Conversation.with(shop);
    await play(conversation, [
      ['I am allergic to oat', 'shall I remember'],
      ['yes', 'oat'],
      ['How much is the calm body wash?', '¥69', 'I am allergic to oat'],
    ]);
  });
});

describe('thumbs', () => {
  const feedback = (helpful: unknown) => ({
    type: 'event',
    name: 'feedback',
    value: { activityId: '0192f3a0-0000-7000-8000-000000000000', helpful },
  });

  test('up is thanked; down offers a person', async () => {
    const conversation = await Conversation.with(shop);
    await conversation.say('电热水壶保修多久？');
    expect(textOf(await conversation.send(feedback(true)))).toContain('谢谢');
    expect(textOf(await conversation.send(feedback(false)))).toMatch(/没帮上忙[\s\S]*同事/);
    await play(conversation, [['好的', '叫同事了']]);
  });

  test('nonsense is ignored', async () => {
    const conversation = await Conversation.with(shop);
    for (const value of ['yes', null, { nested: true }]) expect(await conversation.send(feedback(value))).toEqual([]);
    expect(await conversation.send({ type: 'event', name: 'constructor', value: {} })).toEqual([]);
  });
});

test('who stays on a product’s page and wants help is offered it once, and not into other talk', async () => {
  const wants = (value: object) => ({
    type: 'event',
    name: 'helpWanted',
    value,
    channelData: { productSku: 'A820' },
  });
  const conversation = await Conversation.with(shop);
  expect(await conversation.send(wants({ seconds: 'long' }))).toEqual([]);
  const [offer, ...more] = await conversation.send(wants({ seconds: 60 }));
  expect([offer?.text, more]).toEqual([expect.stringContaining('您在看**栖木晨雾加湿器'), []]);
  expect(offer?.suggestedActions?.actions.map(({ title }) => title)).toContain('多少钱？');
  expect(offer?.attachments?.[0]?.content).toMatchObject({ sku: 'A820' });
  expect(await conversation.send(wants({ seconds: 60 }))).toEqual([]);
  await play(conversation, [['多少钱？', '栖木晨雾加湿器', '¥229']]);
  const busy = await Conversation.with(shop);
  await busy.say('我要投诉');
  expect(await busy.send(wants({ seconds: 60 }))).toEqual([]);
});
