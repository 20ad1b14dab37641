import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ArticleInput } from '#crm/knowledge/article.ts';
import { audienceOf, audiences } from '#crm/knowledge/audience.ts';
import { remindOwners } from '#crm/knowledge/expiringArticles.ts';
import { testDatabase } from '#test/support/database.ts';
import { buildHouse, buildStaff, dismissEverybody, type House } from './support.ts';

const database = testDatabase();
let house: House;
beforeAll(() => {
  house = buildHouse(database.db);
});
afterAll(() => house.services.close());

let made = 0;
const article = (given: Partial<ArticleInput> = {}): ArticleInput => ({
  slug: `article-${++made}`,
  language: 'zh',
  kind: 'service',
  title: '保温壶的批发折扣',
  body: '保温壶一次订满二十只，折扣是八五折。',
  ...given,
});

describe('versions', () => {
  test('every save that changes something keeps what was said before, by whom and when', async () => {
    const { articles } = house.services.knowledge;
    const wei = await buildStaff(house, { name: 'Wei' });
    const first = article();
    const { id } = await articles.save(first, null);
    await articles.save(first, wei.id);
    expect((await articles.get(id)).version).toBe(1);
    await articles.save({ ...first, body: '保温壶一次订满三十只，折扣是八折。', audience: 'dealer' }, wei.id);
    const versions = await articles.versions(id);
    expect(versions.map(({ version, savedBy, audience }) => [version, savedBy?.name ?? null, audience])).toEqual([
      [2, 'Wei', 'dealer'],
      [1, null, 'public'],
    ]);
    const diff = await articles.diff(id, { from: 1, to: 2 });
    expect(diff.fields).toEqual([{ field: 'audience', from: '"public"', to: '"dealer"' }]);
    const told = (without: string) =>
      diff.body
        .filter(({ kind }) => kind !== without)
        .map(({ text }) => text)
        .join('');
    expect(told('added')).toBe(first.body);
    expect(told('removed')).toBe('保温壶一次订满三十只，折扣是八折。');
    await articles.restore(id, 1, null);
    expect(await articles.get(id)).toMatchObject({ version: 3, body: first.body, audience: 'public' });
    expect(await articles.versions(id)).toHaveLength(3);
    await expect(articles.restore(id, 9, null)).rejects.toThrow('There is no version');
  });

  test('a save based on an older version is refused, and nothing of it is kept', async () => {
    const { articles } = house.services.knowledge;
    const first = article();
    const { id } = await articles.save(first, null, 0);
    await articles.save({ ...first, title: 'B' }, null, 1);
    await expect(articles.save({ ...first, title: 'C' }, null, 1)).rejects.toMatchObject({ code: 'articleChanged' });
    expect((await articles.get(id)).title).toBe('B');
    const both = await Promise.allSettled(['D', 'E'].map((title) => articles.save({ ...first, title }, null, 2)));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('translations stand beside each other', async () => {
    const { articles } = house.services.knowledge;
    const zh = await articles.save(article({ slug: 'both-tongues' }), null);
    const en = await articles.save(article({ slug: 'both-tongues', language: 'en', title: 'Discount' }), null);
    expect((await articles.translations(zh.id)).map(({ id }) => id)).toEqual([en.id]);
  });
});

describe('audience and date', () => {
  const question = '保温壶的批发折扣是多少';
  beforeEach(async () => {
    const { articles } = house.services.knowledge;
    for (const { id } of (await articles.list({})).items) await articles.remove(id, null);
  });

  test('each class hears what is public and its own; a customer without class is the public', async () => {
    const { knowledge } = house.services;
    for (const audience of audiences) await knowledge.save(article({ slug: `for-${audience}`, audience }), null);
    await knowledge.settled();
    const heard = async (audience?: (typeof audiences)[number]) =>
      (await knowledge.search(question, { language: 'zh', ...(audience ? { audience } : {}) }))
        .map(({ slug }) => slug)
        .sort();
    expect(await heard()).toEqual(['for-public']);
    for (const audience of ['dealer', 'contract', 'direct'] as const)
      expect(await heard(audience)).toEqual([`for-${audience}`, 'for-public']);
    for (const unknown of [null, undefined, '', 'DEALER', 'admin']) expect(audienceOf(unknown)).toBe('public');
  });

  test('the bot answers dealers from a dealer article, and nobody else, also when it was public before', async () => {
    const { knowledge } = house.services;
    const text = article({ audience: 'dealer' });
    await knowledge.save(text, null);
    await knowledge.settled();
    expect((await knowledge.answer(question, { language: 'zh', audience: 'dealer' }))?.text).toContain('八五折');
    for (const audience of [undefined, 'public', 'contract', 'direct'] as const)
      expect(await knowledge.answer(question, { language: 'zh', audience })).toBeNull();
    await knowledge.save({ ...text, audience: 'public' }, null);
    await knowledge.settled();
    expect(await knowledge.answer(question, { language: 'zh' })).not.toBeNull();
    await knowledge.save({ ...text, audience: 'contract' }, null);
    await knowledge.settled();
    expect(await knowledge.answer(question, { language: 'zh' })).toBeNull();
  });

  test('an article is not answered from once its day has passed, though nothing was saved', async () => {
    const { knowledge } = house.services;
    const until = new Date(house.clock.now().getTime() + 60_000);
    await knowledge.save(article({ validUntil: until }), null);
    await knowledge.settled();
    expect(await knowledge.answer(question, { language: 'zh' })).not.toBeNull();
    house.clock.add({ minutes: 2 });
    expect(await knowledge.answer(question, { language: 'zh' })).toBeNull();
    expect((await knowledge.articles.list({ state: 'expired' })).items).toHaveLength(1);
  });
});

test('the owner gets one task before an article runs out, and another after a new date', async () => {
  await dismissEverybody(house);
  await database.db.client.article.deleteMany();
  const owner = await buildStaff(house, { language: 'en' });
  await buildStaff(house);
  const { knowledge, tasks } = house.services;
  const day = 24 * 60 * 60 * 1000;
  const inDays = (days: number) => new Date(house.clock.now().getTime() + days * day);
  const text = article({ title: 'Discount', ownerId: owner.id, validUntil: inDays(20) });
  await knowledge.save(text, null);
  expect(await remindOwners(database.db, tasks, house.clock.now())).toBe(0);
  house.clock.add({ days: 7 });
  expect(await remindOwners(database.db, tasks, house.clock.now())).toBe(1);
  expect(await remindOwners(database.db, tasks, house.clock.now())).toBe(0);
  const raised = await database.db.client.task.findMany({ where: { ownerId: owner.id } });
  expect(raised).toMatchObject([{ type: 'knowledgeGap', title: 'Article runs out: Discount', dueAt: text.validUntil }]);
  await knowledge.save({ ...text, validUntil: inDays(10) }, null);
  expect(await remindOwners(database.db, tasks, house.clock.now())).toBe(1);
});
