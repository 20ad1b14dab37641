import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildHouse, buildStaff, type House } from '#test/crm/support.ts';
import { testDatabase } from '#test/support/database.ts';
import { importFile, importFolder } from './files.ts';

const database = testDatabase();
const folder = importFolder();
let house: House;
beforeAll(() => {
  house = buildHouse(database.db);
});
afterAll(() => house.services.close());

const article = (slug: string, language = 'zh') =>
  database.db.client.article.findUniqueOrThrow({ where: { slug_language: { slug, language } } });

test('a table becomes articles, which the bot answers from at once; a change is a version', async () => {
  const owner = await buildStaff(house, { email: 'Mei@example.com' });
  await house.services.knowledge.warm();
  const head = '标识,标题,正文,类型,受众,有效期至,负责人,适用产品,备注\n';
  const row = (body: string) => `thermos-care,保温壶怎么清洗,${body},保养,经销商,2027/3/1,mei@example.com,T-1;T-2,x\n`;
  const report = await importFile(house, 'articles', folder.write('a.csv', head + row('每周用小苏打泡一夜。')));
  expect(report).toMatchObject({ added: 1, rejected: 0, ignored: ['备注'] });
  expect(await article('thermos-care')).toMatchObject({
    kind: 'care',
    audience: 'dealer',
    productSkus: ['T-1', 'T-2'],
    ownerId: owner.id,
    validUntil: new Date('2027-03-01T23:59:59.999Z'),
    version: 1,
  });
  const ask = () => house.services.knowledge.answer('保温壶怎么清洗', { language: 'zh', audience: 'dealer' });
  await expect.poll(async () => (await ask())?.text).toContain('小苏打');
  house.clock.add({ minutes: 1 });
  await importFile(house, 'articles', folder.write('b.csv', head + row('每周用柠檬酸泡一夜。')));
  await expect.poll(async () => (await ask())?.text).toContain('柠檬酸');
  const { id, version } = await article('thermos-care');
  expect(version).toBe(2);
  expect((await house.services.knowledge.articles.versions(id)).map(({ body }) => body)).toEqual([
    '每周用柠檬酸泡一夜。',
    '每周用小苏打泡一夜。',
  ]);
});

test('what is no article is told: unknown people, kinds, dates, slugs, texts', async () => {
  const rows = [
    'slug,title,body,kind,valid_until,owner,language',
    'ok-one,Title,Text,use,,,en',
    'Not A Slug,Title,Text,use,,,en',
    'ok-two,,Text,use,,,en',
    'ok-three,Title,,use,,,en',
    'ok-four,Title,Text,poem,,,en',
    'ok-five,Title,Text,use,2027-02-30,,en',
    'ok-six,Title,Text,use,,nobody@example.com,en',
    'ok-seven,Title,Text,use,,,fr',
  ];
  const { refused, added } = await importFile(house, 'articles', folder.write('bad.csv', rows.join('\n')));
  expect(added).toBe(1);
  expect(refused.map(({ line, column }) => [line, column])).toEqual([
    [3, 'slug'],
    [4, 'title'],
    [5, 'body'],
    [6, 'kind'],
    [7, 'validUntil'],
    [8, 'owner'],
    [9, 'language'],
  ]);
});

test('a folder of Markdown and HTML: what one file gets wrong does not stop the others', async () => {
  folder.write('site/care/wash.zh.md', '---\nkind: care\nproducts: [W-1]\n---\n# 怎么洗\n\n手洗。');
  folder.write('site/care/wash.en.md', '# How to wash\n\nBy hand.');
  folder.write('site/broken.md', '---\nkind: [care\n---\n# X\n\nY');
  folder.write('site/empty.md', '');
  const html = `<html lang="en"><head><title>Shop | How to return</title><meta name="viewport" content="x"></head>
    <body><nav>Home</nav><main><h1>How to return</h1><p>Within <b>7 days</b>.</p><script>steal()</script></main></body></html>`;
  folder.write('site/return.html', html);
  folder.write('site/notes.txt', 'not read');
  const { refused, ...report } = await importFile(house, 'articles', folder.path('site'));
  expect(report).toMatchObject({ rows: 5, added: 3, rejected: 2 });
  expect(refused.map(({ file }) => file)).toEqual(['broken.md', 'empty.md']);
  expect(await article('wash')).toMatchObject({ title: '怎么洗', body: '手洗。', kind: 'care', productSkus: ['W-1'] });
  expect(await article('wash', 'en')).toMatchObject({ title: 'How to wash', body: 'By hand.' });
  expect(await article('return', 'en')).toMatchObject({ title: 'How to return', body: 'Within **7 days**.' });
  expect(await importFile(house, 'articles', folder.path('site'))).toMatchObject({
    added: 0,
    changed: 0,
    unchanged: 3,
  });
});

test('a Chinese title without a slug finds its article again', async () => {
  const file = folder.write('noslug.csv', 'title,body\n门店几点开门,十点。\n');
  expect(await importFile(house, 'articles', file)).toMatchObject({ added: 1 });
  const later = folder.write('later.csv', 'title,body\n门店几点开门,九点。\n');
  expect(await importFile(house, 'articles', later)).toMatchObject({ added: 0, changed: 1 });
});

test('the samples of the documentation', async () => {
  for (const [name, count] of [
    ['articles.csv', 2],
    ['clean-travel-cup.en.md', 1],
    ['lunch-box-microwave.html', 1],
  ] as const) {
    const report = await importFile(house, 'articles', path.resolve('docs/samples', name));
    expect([name, report.added, report.rejected]).toEqual([name, count, 0]);
  }
  const dealers = await house.services.knowledge.articles.list({ audience: 'dealer', query: 'dealer-terms' });
  expect(dealers.items).toHaveLength(1);
});
