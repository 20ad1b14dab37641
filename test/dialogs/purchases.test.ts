import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wantsOf } from '#dialogs/purchases/words.ts';
import { testDatabase } from '#test/support/database.ts';
import { Conversation, type Line, play, textOf } from './conversation.ts';
import { openShop, type TestShop } from './shop.ts';

const database = testDatabase();
let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(database.db);
});
afterAll(() => shop.close());

/** A product of the demo shop with a warranty, bought by whoever speaks. */
async function bought(customerId: string, orderNumber: string, purchasedAt: string, serialNumber?: string) {
  const products = await shop.db.client.product.findMany({ orderBy: { sku: 'asc' } });
  const product = products.find(({ attributes }) => (attributes as Record<string, unknown>).warrantyMonths === 24)!;
  const { sku } = product;
  const report = await shop.services.purchases.take(
    [{ orderNumber, customerId, sku, purchasedAt, ...(serialNumber && { serialNumber }) }],
    null,
  );
  expect(report.refused).toEqual([]);
  return product as typeof product & { name: { zh: string; en: string } };
}

const talks: [name: string, lines: Line[]][] = [
  [
    'nothing known yet',
    [
      ['我买过什么', '还没有您的购买记录'],
      ['取消', /./],
    ],
  ],
  ['nothing known yet, in English', [['show me my orders', 'no purchase of yours yet']]],
  [
    'an order is registered step by step',
    [
      ['登记购买', '订单号'],
      ['QM99110300017', '哪款产品'],
      ['没见过的杯子', '哪天'],
      ['明年3月1日', '还没到'],
      ['11月3日', '登记好了', '没见过的杯子', 'QM99110300017'],
      ['不用了', '随时找我'],
      ['我的订单', '没见过的杯子'],
    ],
  ],
  [
    'a complaint in between is heard as one, not as the name of a product',
    [
      ['order number A12345', 'Which product'],
      ['I want to complain: the lid is cracked', /sorry/i],
    ],
  ],
  [
    'a question in between is answered, and nothing is lost that was kept',
    [
      ['register my product', 'serial number'],
      ['serial number XK-20261', 'Which product'],
      ['a blue mug', 'When'],
      ['I don’t remember', 'a colleague will look up'],
    ],
  ],
];

describe('what was bought', () => {
  test.each(talks)('%s', async (_name, lines) => {
    await play(await Conversation.with(shop), lines);
  });

  test('is listed with its order and warranty; the warranty is told of the product that is meant', async () => {
    const talk = await Conversation.with(shop);
    const product = await bought(talk.customer.id, 'QM26010100001', '2026-01-01T10:00:00+08:00');
    await play(talk, [
      ['我买过什么？', product.name.zh, 'QM26010100001', '保修至2028年1月1日'],
      ['还在保修期内吗', product.name.zh, '2028年1月1日'],
      [`is my ${product.name.en} still under warranty?`, 'until **1 January 2028**'],
      ['what have I bought', product.name.en],
    ]);
  });

  test('a photo is kept with what is registered', async () => {
    const talk = await Conversation.with(shop);
    await play(talk, [
      ['登记序列号 AB-77001', '哪款产品'],
      ['电热毯', '哪天'],
      ['昨天', '登记好了'],
    ]);
    const attachments = [{ contentType: 'image/jpeg', name: '小票.jpg', contentUrl: '/v3/directline/attachments/9' }];
    expect(textOf(await talk.say('', { attachments }))).toContain('照片收到');
    // "A colleague will check it" is a task.
    expect(await shop.db.client.task.findMany({ where: { customerId: talk.customer.id } })).toMatchObject([
      { type: 'answer', title: '核对客户登记的购买：AB-77001，栖木双人双控电热毯 180×200', state: 'open' },
    ]);
    const { items } = await shop.services.purchases.forCustomer(talk.customer.id);
    expect(items).toMatchObject([
      { serialNumber: 'AB-77001', source: 'customer', amountCents: 0, photos: [{ name: '小票.jpg' }] },
    ]);
  });

  test('a number that is somebody else’s is told nobody and goes to staff', async () => {
    const owner = await Conversation.with(shop);
    const product = await bought(owner.customer.id, 'QM26020200002', '2026-02-02T10:00:00+08:00', 'ZZ-4711');
    const talk = await Conversation.with(shop);
    for (const says of ['订单号 QM26020200002', '登记序列号 ZZ-4711']) {
      const answer = textOf(await talk.say(says));
      expect(answer).toContain('别的账号');
      expect(answer).not.toContain(product.name.zh);
    }
    const tasks = await shop.db.client.task.findMany({ where: { customerId: talk.customer.id } });
    expect(tasks.map(({ title }) => title)).toEqual([
      expect.stringContaining('QM26020200002'),
      expect.stringContaining('ZZ-4711'),
    ]);
    expect(textOf(await owner.say('QM26020200002'))).toContain(product.name.zh);
  });
});

test('other subjects stay where they belong', () => {
  for (const text of [
    '我的订单到哪了',
    '我的订单少发了一件',
    '水壶保修多久',
    'how long is the warranty',
    '水壶坏了，还在保修期吗',
    '怎么注册会员',
    'how do I register an account',
    '我要买什么样的杯子',
    'my order is late and I am angry',
    'what should I buy for my mother',
    '过保了怎么办',
  ])
    expect(wantsOf(text), text).toBeUndefined();
  for (const text of [
    '我在你们家买过哪些东西',
    '看看我的购买记录',
    '我的水壶过保了吗',
    'when does my warranty end',
    'Is it still under warranty?',
  ])
    expect(wantsOf(text), text).toBeDefined();
});
