import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildHouse, type House } from '#test/crm/support.ts';
import { testDatabase } from '#test/support/database.ts';
import { writeXlsx } from '#test/support/xlsx.ts';
import { importFile, importFolder } from './files.ts';

const database = testDatabase();
const folder = importFolder();
let house: House;
beforeAll(() => {
  house = buildHouse(database.db);
});
afterAll(() => house.services.close());

const product = (sku: string) => database.db.client.product.findUniqueOrThrow({ where: { sku } });

test('a table in Chinese becomes products, categories and properties; the catalogue follows', async () => {
  await house.services.products.catalogue();
  const file = folder.write(
    'p.csv',
    '货号,名称,英文名,类别,价格,别名,容量(ml),有香味,备注\nT-1,测试洗发水,Test shampoo,洗护,"¥1,259.50",小绿瓶；洗头水,500,是,好用\nT-2,测试沐浴露,,洗护,129元,,300,否,\n',
  );
  const report = await importFile(house, 'products', file);
  expect(report).toMatchObject({ rows: 2, added: 2, changed: 0, unchanged: 0, rejected: 0, applied: true });
  expect(report.extras).toEqual({ categories: ['洗护'], properties: ['容量 (ml)', '有香味', '备注'] });
  expect(await product('T-1')).toMatchObject({
    model: 'T-1',
    name: { zh: '测试洗发水', en: 'Test shampoo' },
    aliases: ['小绿瓶', '洗头水'],
    priceCents: 125_950,
    currency: 'CNY',
    attributes: { 容量: 500, 有香味: true, 备注: '好用' },
  });
  expect(await product('T-2')).toMatchObject({ name: { zh: '测试沐浴露', en: '测试沐浴露' }, priceCents: 12_900 });
  await expect.poll(async () => (await house.services.products.bySku('T-1'))?.name.en).toBe('Test shampoo');
  const definition = await database.db.client.attributeDefinition.findUniqueOrThrow({ where: { key: '容量' } });
  expect(definition).toMatchObject({ unit: 'ml', kind: 'number' });
});

test('importing twice changes nothing; a dry run changes nothing at all', async () => {
  const file = folder.write(
    'twice.csv',
    'sku,name,category,price,weight\nA-1,Kettle,kitchen,99,2.5\nA-2,Pan,kitchen,49,1\n',
  );
  expect(await importFile(house, 'products', file, { dryRun: true })).toMatchObject({ added: 2, applied: false });
  expect(await database.db.client.product.count({ where: { sku: { startsWith: 'A-' } } })).toBe(0);
  await importFile(house, 'products', file);
  const before = await product('A-1');
  expect(await importFile(house, 'products', file)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  expect(await product('A-1')).toEqual(before);
});

test('what a file does not say stays: a price list alone changes prices', async () => {
  const all = 'sku,name,category,price,colour\nB-1,Kettle,kitchen,99,red\n';
  await importFile(house, 'products', folder.write('all.csv', all));
  const prices = await importFile(
    house,
    'products',
    folder.write('prices.csv', 'sku,price,colour\nB-1,89,\nB-9,10,\n'),
  );
  expect(prices).toMatchObject({ added: 0, changed: 1, rejected: 1 });
  expect(prices.refused).toEqual([
    {
      line: 3,
      file: null,
      column: 'name',
      reason: 'missing: a new product needs a name',
      zh: '缺少名称：新产品要有名称',
    },
  ]);
  expect(await product('B-1')).toMatchObject({
    priceCents: 8900,
    name: { en: 'Kettle' },
    attributes: { colour: 'red' },
  });
});

test('each row that can not be taken is told with its line and why', async () => {
  const rows = [
    'sku,name,category,price,depth(cm)',
    'C-1,"A cup',
    'with a break",kitchen,10,7',
    'C-2,Cup,kitchen,ten,7',
    'C-1,Cup,kitchen,10,7',
    ',Cup,kitchen,10,7',
    'C-3,Cup,kitchen,10,7,8,9',
    'C-4,Cup,,10,7',
    'C-5,Cup,kitchen,10.005,7',
  ];
  const { refused, ...report } = await importFile(house, 'products', folder.write('bad.csv', rows.join('\r\n')));
  expect(report).toMatchObject({ rows: 7, added: 1, rejected: 6 });
  expect(refused.map(({ line, column }) => [line, column])).toEqual([
    [4, 'price'],
    [5, null],
    [6, 'sku'],
    [7, null],
    [8, 'category'],
    [9, 'price'],
  ]);
  expect(refused[1]?.reason).toContain('stands in line 2');
  const again = folder.write('depth.csv', 'sku,depth\nC-1,deep\n');
  expect((await importFile(house, 'products', again)).refused[0]).toMatchObject({ column: 'depth', line: 2 });
});

describe('the same products come from', () => {
  const same = (sku: string) => ({ sku, name: { zh: '水杯', en: 'Cup' }, priceCents: 1250, attributes: { 内径: 7 } });

  test('an Excel workbook', async () => {
    const file = folder.path('p.xlsx');
    await writeXlsx(file, [
      ['货号', '名称', 'name_en', '分类', '价格', '内径'],
      ['X-1', '水杯', 'Cup', '杯子', 12.5, 7],
      [null, null, null, null, null, null],
      ['X-2', '水杯', 'Cup', '杯子', 'x', 7],
    ]);
    const report = await importFile(house, 'products', file);
    expect(report).toMatchObject({ format: 'xlsx', added: 1, rejected: 1, refused: [{ line: 4, column: 'price' }] });
    expect(await product('X-1')).toMatchObject(same('X-1'));
  });

  test('JSON: an array, or an object a line', async () => {
    const one = { name: { zh: '水杯', en: 'Cup' }, category: '杯子', price: 12.5, attributes: { 内径: 7 } };
    const array = JSON.stringify(
      [
        { sku: 'J-1', ...one },
        { sku: 'J-2', ...one, note: 'a "{" and \\ in a text' },
      ],
      null,
      2,
    );
    expect(await importFile(house, 'products', folder.write('p.json', array))).toMatchObject({ added: 2, rejected: 0 });
    const lines = `${JSON.stringify({ sku: 'J-3', ...one })}\n{"sku": broken}\n${JSON.stringify({ sku: 'J-4', ...one })}`;
    const report = await importFile(house, 'products', folder.write('p.jsonl', lines));
    expect(report).toMatchObject({
      added: 2,
      refused: [{ line: 2, reason: expect.stringContaining('not valid JSON') }],
    });
    for (const sku of ['J-1', 'J-2', 'J-3', 'J-4']) expect(await product(sku)).toMatchObject(same(sku));
  });

  test('GB18030, UTF-8 with a byte order mark, UTF-16, semicolons and tabs', async () => {
    // 货号,名称,类别,价格 / G-1,水杯,杯子,12.5 in GB18030: Node can read it, not write it.
    const gb = Buffer.from('bbf5bac52cc3fbb3c62cc0e0b1f02cbcdbb8f10a472d312ccbaeb1ad2cb1add7d32c31322e350a', 'hex');
    expect(await importFile(house, 'products', folder.write('gb.csv', gb))).toMatchObject({
      encoding: 'gb18030',
      added: 1,
    });
    expect(await product('G-1')).toMatchObject({ name: { zh: '水杯' } });
    const semicolons = '\uFEFF货号;名称;类别;价格\nG-2;水杯;杯子;"12.5"\n';
    expect(await importFile(house, 'products', folder.write('bom.csv', semicolons))).toMatchObject({
      encoding: 'utf-8',
      added: 1,
    });
    const tabs = Buffer.from('\uFEFF货号\t名称\t类别\t价格\r\nG-3\t水杯\t杯子\t12.5\r\n', 'utf16le');
    expect(await importFile(house, 'products', folder.write('t.txt', tabs))).toMatchObject({
      encoding: 'utf-16le',
      added: 1,
    });
  });

  test('the samples of the documentation', async () => {
    const csv = path.resolve('docs/samples/products.csv');
    expect(await importFile(house, 'products', csv)).toMatchObject({ added: 2, rejected: 0 });
    const json = path.resolve('docs/samples/products.json');
    expect(await importFile(house, 'products', json)).toMatchObject({ changed: 1, rejected: 0 });
  });
});

test('two imports of the same rows at once both end, and leave each row once', async () => {
  const rows = Array.from({ length: 300 }, (_, i) => `P-${i},Cup ${i},kitchen,${i}`).join('\n');
  const file = folder.write('both.csv', `sku,name,category,price\n${rows}\n`);
  await Promise.all([importFile(house, 'products', file), importFile(house, 'products', file)]);
  expect(await database.db.client.product.count({ where: { sku: { startsWith: 'P-' } } })).toBe(300);
});
