import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { gapCost } from '#crm/knowledge/gapClusters.ts';
import { testDatabase } from '#test/support/database.ts';
import { storeCatalogue } from './catalogue.ts';
import { buildActivity, buildConversation, buildCustomer, buildHouse, type House } from './support.ts';

const database = testDatabase();
let house: House;
beforeAll(async () => {
  house = buildHouse(database.db);
  await storeCatalogue(database.db);
});
afterAll(() => house.services.close());
beforeEach(async () => {
  await database.db.client.gap.deleteMany();
  await database.db.client.article.deleteMany();
});

async function ask(
  question: string,
  given: { language?: 'zh' | 'en'; productId?: string; conversationId?: string } = {},
) {
  const conversationId = given.conversationId ?? (await buildConversation(house)).id;
  const gap = await house.services.knowledge.recordGap({
    question,
    language: 'zh',
    reason: 'unanswered',
    ...given,
    conversationId,
  });
  house.clock.add({ minutes: 1 });
  return gap;
}

test('questions that ask the same stand together; the same order every time', async () => {
  await ask('加湿器可以加精油吗');
  await ask('请问加湿器能不能加精油？');
  await ask('你们有实体店吗');
  await ask('Can I put oil into the humidifier?', { language: 'en' });
  await ask('加湿器可以加精油吗？');
  const clusters = await house.services.knowledge.gapClusters();
  expect(clusters.map(({ question, count }) => [question, count])).toEqual([
    ['加湿器可以加精油吗', 3],
    ['你们有实体店吗', 1],
    ['Can I put oil into the humidifier?', 1],
  ]);
  expect(await house.services.knowledge.gapClusters()).toEqual(clusters);
});

test('the same words about two products, or in two languages, are two questions', async () => {
  const [one, two] = await database.db.client.product.findMany({ take: 2 });
  await ask('QM-A820 OK?', { productId: one!.id });
  await ask('QM-A820 OK?', { productId: two!.id });
  await ask('QM-A820 OK?', { language: 'en', productId: one!.id });
  expect((await house.services.knowledge.gapClusters()).map(({ count }) => count)).toEqual([1, 1, 1]);
});

test('a rare question about a dear product that ended in a complaint comes before a frequent cheap one', async () => {
  const product = await database.db.client.product.findFirstOrThrow({ orderBy: { priceCents: 'desc' } });
  await ask('你们有实体店吗');
  await ask('你们有实体店吗');
  const conversation = await buildConversation(house);
  await ask('它冒白烟正常吗', { productId: product.id, conversationId: conversation.id });
  const at = house.clock.now();
  await database.db.client.task.create({
    data: { type: 'answer', title: '问', dueAt: at, createdAt: at, conversationId: conversation.id },
  });
  const [first, second] = await house.services.knowledge.gapClusters();
  expect(first).toMatchObject({ question: '它冒白烟正常吗', count: 1, handoffs: 1, complaints: 0 });
  expect(first?.score).toBeCloseTo(1 + Math.log10(1 + product.priceCents / 100) + 2);
  expect(second).toMatchObject({ count: 2, score: 2 });
  expect(gapCost({ priceCents: null, handoffs: 4, complaints: 2 })).toBe(6);
});

test('a draft is made of what colleagues answered afterwards, in the language of the question', async () => {
  const conversation = await buildConversation(house);
  const say = (sequence: number, sender: string, text: string) =>
    buildActivity(house, { conversationId: conversation.id, sequence, sender, direction: 'outbound', text });
  await say(1, 'staff', '早前说的话');
  house.clock.add({ minutes: 1 });
  const gap = await ask('你们有实体店吗', { conversationId: conversation.id });
  await say(2, 'staff', '我们在杭州有一家店，每天十点到二十点营业。');
  await say(3, 'bot', '还有什么可以帮您？');
  await say(4, 'staff', 'We have a shop in Hangzhou, open every day.');
  expect(await house.services.knowledge.gapDraft(gap.id)).toMatchObject({
    language: 'zh',
    title: '你们有实体店吗',
    body: '我们在杭州有一家店，每天十点到二十点营业。',
    published: false,
  });
});

test('publishing asks the old questions again; those that are answered now are closed, by this article', async () => {
  const dealer = await buildCustomer(house, { audience: 'dealer' });
  const asked = await ask('你们的实体店在哪里');
  const other = await ask('可以开增值税发票吗');
  const { knowledge } = house.services;
  const shop = {
    slug: 'shop',
    language: 'zh',
    kind: 'service',
    title: '实体店在哪里',
    body: '实体店在杭州西湖边，每天十点到二十点营业。',
  } as const;
  const draft = await knowledge.save({ ...shop, published: false }, null);
  expect(await knowledge.reask(draft.id, null)).toEqual([]);
  await knowledge.save({ ...shop, audience: 'dealer' }, null);
  expect((await knowledge.reask(draft.id, null)).filter(({ answered }) => answered)).toEqual([]);
  await database.db.client.gap.update({ where: { id: asked.id }, data: { customerId: dealer.id } });
  const reasked = await knowledge.reask(draft.id, null);
  expect(reasked).toMatchObject([{ gapId: asked.id, answered: true, text: expect.stringContaining('杭州') }]);
  expect(await database.db.client.gap.findUniqueOrThrow({ where: { id: asked.id } })).toMatchObject({
    state: 'closed',
    articleId: draft.id,
    closedAt: house.clock.now(),
  });
  expect((await database.db.client.gap.findUniqueOrThrow({ where: { id: other.id } })).state).toBe('open');
});

test('the report tells what became of the questions, also that they were asked again', async () => {
  const { knowledge, gapReports } = house.services;
  const from = house.clock.now();
  const customer = await buildCustomer(house);
  const first = await ask('加湿器可以加精油吗');
  await ask('请问加湿器能不能加精油？');
  const article = {
    language: 'zh' as const,
    kind: 'use' as const,
    slug: 'oil',
    title: '精油',
    body: '不可以。',
    productSkus: [],
  };
  const { id } = await knowledge.save(
    { ...article, published: true, audience: 'public', validUntil: null, ownerId: null },
    null,
  );
  house.clock.add({ days: 2 });
  await database.db.client.gap.update({
    where: { id: first.id },
    data: { state: 'closed', closedAt: house.clock.now(), articleId: id, customerId: customer.id },
  });
  house.clock.add({ minutes: 1 });
  await ask('加湿器可以加精油吗？');
  const shop = await ask('你们有实体店吗');
  await knowledge.changeGap(shop.id, 'closed', null);
  house.clock.add({ minutes: 1 });
  const span = { from, to: house.clock.now() };
  const report = await gapReports.report(span);
  expect(report).toMatchObject({ n: 4, open: 2, filled: 1, closed: 1, share: 0.25, trust: 'tooFew', askedAgain: 1 });
  expect(report.medianDays).toBeCloseTo(2, 1);
  expect(
    report.groups.map(({ count, open, filled, closed, article: by }) => [count, open, filled, closed, by?.title]),
  ).toEqual([
    [3, 2, 1, 0, '精油'],
    [1, 0, 0, 1, undefined],
  ]);
  for (const fate of ['open', 'filled', 'closed'] as const)
    expect((await gapReports.rows({ ...span, fate }, {})).items).toHaveLength(report[fate]);
  expect((await gapReports.rows({ ...span, fate: 'filled' }, {})).items[0]).toMatchObject({ customerId: customer.id });
});
