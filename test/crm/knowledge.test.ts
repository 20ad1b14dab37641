import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { NotFound } from '#crm/errors.ts';
import type { ArticleInput } from '#crm/knowledge/article.ts';
import { plainText } from '#crm/knowledge/plainText.ts';
import { synonymInputSchema } from '#crm/knowledge/synonyms.ts';
import { testDatabase } from '#test/support/database.ts';
import { storeCatalogue } from './catalogue.ts';
import { buildActivity, buildConversation, buildCustomer, buildHouse, type House } from './support.ts';

const database = testDatabase();
let house: House;
let other: House;

const descale: ArticleInput = {
  slug: 'descale-humidifier',
  language: 'zh',
  kind: 'care',
  title: '加湿器怎么除水垢',
  body: '## 步骤\n\n每两周除一次水垢。\n\n1. 倒入 **50 g 柠檬酸**和温水。\n2. 静置半小时，再用清水冲净。',
  productSkus: ['A1'],
  published: true,
};

beforeAll(async () => {
  house = buildHouse(database.db);
  other = buildHouse(database.db);
  await storeCatalogue(database.db);
  const { knowledge } = house.services;
  await knowledge.save(descale, null);
  await knowledge.save(
    {
      ...descale,
      language: 'en',
      title: 'How to descale the humidifier',
      body: 'Descale it every two weeks with 50 g of citric acid.',
    },
    null,
  );
  await knowledge.save(
    {
      ...descale,
      slug: 'descale-fog',
      title: '大雾加湿器除水垢',
      body: '大雾加湿器每周除一次水垢，用 80 g 柠檬酸。',
      productSkus: ['A2'],
    },
    null,
  );
  await knowledge.save(
    {
      ...descale,
      slug: 'return',
      kind: 'returns',
      title: '七天无理由退货',
      body: '收到货七天之内可以退货，运费由我们承担。',
      productSkus: [],
    },
    null,
  );
  await knowledge.save(
    {
      ...descale,
      slug: 'secret',
      title: '内部除水垢标准',
      body: '内部资料：除水垢的成本。',
      productSkus: [],
      published: false,
    },
    null,
  );
});
afterAll(() => {
  house.services.close();
  other.services.close();
});

const slugs = async (question: string, options = {}) =>
  (await house.services.knowledge.search(question, { language: 'zh', ...options })).map(({ slug }) => slug);

describe('searching', () => {
  test('finds published articles of the language', async () => {
    expect((await slugs('怎么退货'))[0]).toBe('return');
    expect(await slugs('descale humidifier', { language: 'en' })).toEqual(['descale-humidifier']);
    expect(await slugs('除水垢')).not.toContain('secret');
  });

  test('with a product: its own articles first, those of others not at all', async () => {
    expect(await slugs('除水垢', { productSku: 'A1' })).toEqual(['descale-humidifier']);
    expect(await slugs('除水垢', { productSku: 'A2' })).toEqual(['descale-fog']);
    expect((await slugs('除水垢')).sort()).toEqual(['descale-fog', 'descale-humidifier']);
  });

  test('excerpts are plain text', async () => {
    const [passage] = await house.services.knowledge.search('柠檬酸', { language: 'zh', productSku: 'A1' });
    expect(passage?.excerpt).toContain('50 g 柠檬酸');
    expect(passage?.excerpt).not.toMatch(/[#*]/);
  });
});

describe('answering', () => {
  test('with its source', async () => {
    const answer = await house.services.knowledge.answer('收到货之后七天之内可以退货吗', { language: 'zh' });
    expect(answer?.text).toContain('七天之内可以退货');
    expect(answer?.sources[0]).toMatchObject({ title: '七天无理由退货' });
    expect(answer?.confidence).toBeGreaterThan(0);
  });

  test('not at all where nothing is known', async () => {
    expect(await house.services.knowledge.answer('你们支持比特币付款吗', { language: 'zh' })).toBeNull();
  });
});

describe('keeping fresh', () => {
  test('a saved, unpublished or deleted article counts at once, here and on another instance', async () => {
    const { knowledge } = house.services;
    const find = (from: House) => from.services.knowledge.search('礼品包装', { language: 'zh' });
    await other.services.knowledge.warm();
    const article = { ...descale, slug: 'gift', title: '礼品包装', body: '下单时勾选礼品包装即可。', productSkus: [] };
    const saved = await knowledge.save(article, null);
    for (const instance of [house, other]) await vi.waitFor(async () => expect(await find(instance)).toHaveLength(1));
    await knowledge.save({ ...article, published: false }, null);
    for (const instance of [house, other]) await vi.waitFor(async () => expect(await find(instance)).toHaveLength(0));
    await knowledge.save(article, null);
    await vi.waitFor(async () => expect(await find(house)).toHaveLength(1));
    await knowledge.remove(saved.id, null);
    for (const instance of [house, other]) await vi.waitFor(async () => expect(await find(instance)).toHaveLength(0));
  });

  test('a change without a signal is found by looking for it', async () => {
    const { client } = database.db;
    await house.services.knowledge.warm();
    const { id } = await client.article.create({
      data: { ...descale, slug: 'silent', title: '悄悄话', body: '静悄悄地加进来。' },
    });
    const find = () => house.services.knowledge.search('悄悄话', { language: 'zh' });
    await vi.waitFor(async () => expect(await find()).toHaveLength(1), { timeout: 20_000 });
    await client.article.update({ where: { id }, data: { title: '耳边风' } });
    const found = () => house.services.knowledge.search('耳边风', { language: 'zh' });
    await vi.waitFor(async () => expect((await found())[0]?.slug).toBe('silent'), { timeout: 20_000 });
    await client.article.delete({ where: { id } });
    house.clock.add({ minutes: 2 });
    await vi.waitFor(async () => expect(await find()).toHaveLength(0), { timeout: 20_000 });
  });

  test('a product’s new name finds its articles', async () => {
    const { client } = database.db;
    await house.services.knowledge.warm();
    await house.services.products.catalogue();
    const find = () => house.services.knowledge.search('云朵机', { language: 'zh' });
    expect(await find()).toEqual([]);
    const { aliases } = await client.product.findUniqueOrThrow({ where: { sku: 'A1' } });
    await client.product.update({ where: { sku: 'A1' }, data: { aliases: [...aliases, '云朵机'] } });
    database.db.signals.publish('catalogue', {});
    await vi.waitFor(async () => expect((await find())[0]?.slug).toBe('descale-humidifier'), { timeout: 20_000 });
    await client.product.update({ where: { sku: 'A1' }, data: { aliases } });
    database.db.signals.publish('catalogue', {});
    await vi.waitFor(async () => expect(await find()).toEqual([]), { timeout: 20_000 });
  });

  test('synonyms of the shop count at once, on every instance, and are refused where they say nothing', async () => {
    const { synonyms } = house.services;
    await other.services.knowledge.warm();
    const find = (from: House) => from.services.knowledge.search('茶锈', { language: 'zh' });
    expect(await find(house)).toEqual([]);
    const { id } = await synonyms.add({ words: ['茶锈', '水垢'] }, null);
    for (const instance of [house, other])
      await vi.waitFor(async () => expect(await find(instance)).not.toEqual([]), { timeout: 20_000 });
    await synonyms.change(id, { words: ['茶渍', '水垢'] }, null);
    for (const instance of [house, other])
      await vi.waitFor(async () => expect(await find(instance)).toEqual([]), { timeout: 20_000 });
    await synonyms.remove(id, null);
    await expect(synonyms.remove(id, null)).rejects.toThrow(NotFound);
    await expect(synonyms.change(id, { words: ['a', 'b'] }, null)).rejects.toThrow(NotFound);
    for (const words of [['水垢'], ['水垢', '水垢'], ['水垢', ' '], ['水垢', '！！']])
      expect(synonymInputSchema.safeParse({ words }).success).toBe(false);
  });

  test('the first question may come inside a transaction that fails', async () => {
    const fresh = buildHouse(database.db);
    await expect(
      database.db.transaction(async () => {
        await fresh.services.knowledge.search('退货', { language: 'zh' });
        throw new Error('the turn failed');
      }),
    ).rejects.toThrow('the turn failed');
    expect(await fresh.services.knowledge.search('退货', { language: 'zh' })).toHaveLength(1);
    fresh.services.close();
  });
});

describe('gaps and feedback', () => {
  const talk = async () => {
    const { id: customerId } = await buildCustomer(house);
    const { id: conversationId } = await buildConversation(house, { customerId, language: 'zh' });
    await buildActivity(house, { conversationId, sequence: 1, text: '能寄到月球吗' });
    const body = { channelData: { sources: [{ documentId: 'd', title: '配送', excerpt: 'x' }] } };
    const answer = await buildActivity(house, {
      conversationId,
      sequence: 2,
      direction: 'outbound',
      sender: 'bot',
      text: '可以',
      body,
    });
    return { customerId, conversationId, activityId: answer.id };
  };

  test('an unhelpful answer makes its question a gap, once; the last thumb counts', async () => {
    const { knowledge } = house.services;
    const { customerId, ...said } = await talk();
    await knowledge.recordFeedback({ ...said, helpful: false });
    await knowledge.recordFeedback({ ...said, helpful: false });
    await knowledge.recordFeedback({ ...said, helpful: true });
    const gaps = await database.db.client.gap.findMany({ where: { conversationId: said.conversationId } });
    expect(gaps).toMatchObject([{ question: '能寄到月球吗', reason: 'unhelpful', customerId, state: 'open' }]);
    const feedback = await database.db.client.feedback.findMany({ where: { activityId: said.activityId } });
    expect(feedback).toMatchObject([{ helpful: true, sources: [{ documentId: 'd', title: '配送', excerpt: 'x' }] }]);
  });

  test('the same thumb again does not bring back a gap that staff closed', async () => {
    const { knowledge } = house.services;
    const { customerId: _, ...said } = await talk();
    await knowledge.recordFeedback({ ...said, helpful: false });
    const [gap] = await database.db.client.gap.findMany({ where: { conversationId: said.conversationId } });
    await knowledge.changeGap(gap!.id, 'closed', null);
    await knowledge.recordFeedback({ ...said, helpful: false });
    expect(await database.db.client.gap.count({ where: { conversationId: said.conversationId } })).toBe(1);
  });

  test('feedback on what is no answer of this conversation is ignored', async () => {
    const { knowledge } = house.services;
    const one = await talk();
    const two = await talk();
    expect(await knowledge.recordFeedback({ ...one, conversationId: two.conversationId, helpful: false })).toBeNull();
    expect(await knowledge.recordFeedback({ ...one, activityId: '<script>', helpful: false })).toBeNull();
    expect(
      await database.db.client.gap.count({
        where: { conversationId: { in: [one.conversationId, two.conversationId] } },
      }),
    ).toBe(0);
  });

  test('a question is one gap per conversation, and is closed by staff', async () => {
    const { knowledge } = house.services;
    const { conversationId } = await talk();
    const gap = { question: '有没有紫色', language: 'zh' as const, reason: 'unanswered' as const, conversationId };
    const first = await knowledge.recordGap(gap);
    expect((await knowledge.recordGap(gap)).id).toBe(first.id);
    expect(await knowledge.changeGap(first.id, 'closed', null)).toMatchObject({ state: 'closed' });
    expect((await knowledge.recordGap(gap)).id).not.toBe(first.id);
    expect((await knowledge.gaps({ state: 'closed' })).items.map(({ id }) => id)).toContain(first.id);
  });
});

describe('products from the database', () => {
  test('are found, mentioned, asked and changed', async () => {
    const { products } = house.services;
    const [mention] = await products.mentions('请问晨雾加湿器 4L 多少钱');
    expect(mention).toMatchObject({ product: { sku: 'A1' }, confidence: 1 });
    expect(await products.answer('多少钱', mention!.product, 'zh')).toMatchObject([
      { key: 'price', label: '价格', value: '¥229' },
    ]);
    expect((await products.search({ query: 'cream skin', limit: 1 })).items).toMatchObject([{ sku: 'F2' }]);
    const first = await products.search({ categoryKey: 'airWater', limit: 2 });
    expect(
      (await products.search({ categoryKey: 'airWater', limit: 2, cursor: first.nextCursor })).items,
    ).toMatchObject([{ sku: 'A3' }]);
    await expect(products.search({ cursor: 'x' })).rejects.toMatchObject({ status: 422 });

    const seen: number[] = [];
    const stop = products.onChange(({ products: list }) => seen.push(list.length));
    await database.db.client.product.update({ where: { sku: 'A3' }, data: { active: false } });
    database.db.signals.publish('catalogue', {});
    await vi.waitFor(() => expect(seen.at(-1)).toBe(5));
    stop();
    expect((await products.search({ query: 'A3' })).items).toEqual([]);
    expect(await products.bySku('A3')).toMatchObject({ active: false });
  });
});

test.each([
  ['# Title\n\nText **bold** and `code`', 'Title\nText bold and code'],
  ['- one\n- two\n1. three', 'one\ntwo\nthree'],
  ['[link](https://x) ![image](y.png)', 'link image'],
  ['| a | b |\n|---|---|\n| 1 | 2 |', 'a b\n1 2'],
  ['2 * 3 * 4 = 24', '2 * 3 * 4 = 24'],
])('%j reads as %j', (markdown, text) => {
  expect(plainText(markdown)).toBe(text);
});
