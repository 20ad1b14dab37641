import { afterAll, beforeAll, expect, test } from 'vitest';
import { warrantyEnd } from '#crm/purchases/warranty.ts';
import { buildCustomer, buildHouse, type House } from '#test/crm/support.ts';
import { testDatabase } from '#test/support/database.ts';
import { writeXlsx } from '#test/support/xlsx.ts';
import { importFile, importFolder } from './files.ts';

const database = testDatabase();
const folder = importFolder();
let house: House;
const c = () => database.db.client;
beforeAll(async () => {
  house = buildHouse(database.db);
  await c().category.create({ data: { key: 'kitchen', name: { zh: '厨房', en: 'Kitchen' }, synonyms: [] } });
  for (const sku of ['K-1', 'K-2'])
    await c().product.create({
      data: {
        sku,
        model: 'K1',
        categoryKey: 'kitchen',
        name: sku === 'K-1' ? { zh: '电水壶', en: 'Kettle' } : { zh: '滤芯', en: 'Filter' },
        aliases: sku === 'K-1' ? ['热水壶'] : [],
        description: {},
        priceCents: 19_900,
        attributes: { warrantyMonths: 12 },
      },
    });
});
afterAll(() => house.services.close());

const order = (orderNumber: string) =>
  c().purchase.findMany({ where: { orderNumber }, include: { customer: true }, orderBy: { line: 'asc' } });

test('a table becomes purchases of customers who are known and of new ones; the same file twice changes nothing', async () => {
  const known = await buildCustomer(house, { phone: '+8613800138000' });
  const file = folder.write(
    'p.csv',
    [
      '订单号,手机,会员号,客户姓名,货号,商品名称,数量,实付,购买时间,门店,序列号',
      'QM1,138 0013 8000,,,K-1,,1,"¥189.00",2026/1/31,天猫旗舰店,sn-77',
      'QM1,13800138000,,,,赠品杯垫,2,0,2026-01-31 18:05,,',
      'QM2,,M-9,李雷,,热水壶,2,,2026-03-01,,',
      'QM3,13900139000,M-9,李雷,K-1,,1,199,2026-03-02,,',
    ].join('\n'),
  );
  expect(await importFile(house, 'purchases', file, { dryRun: true })).toMatchObject({ added: 4, applied: false });
  expect(await c().purchase.count()).toBe(0);
  expect(await importFile(house, 'purchases', file)).toMatchObject({ rows: 4, added: 4, rejected: 0, ignored: [] });
  const [kettle, mat] = await order('QM1');
  expect(kettle).toMatchObject({
    customerId: known.id,
    amountCents: 18_900,
    place: '天猫旗舰店',
    serialNumber: 'SN-77',
    warrantyUntil: new Date('2027-01-31T00:00:00Z'),
    source: 'import',
  });
  expect(mat).toMatchObject({
    line: 2,
    productId: null,
    productText: '赠品杯垫',
    purchasedAt: new Date('2026-01-31T10:05:00Z'),
  });
  const [two] = await order('QM2');
  const [three] = await order('QM3');
  expect(two).toMatchObject({ quantity: 2, amountCents: 39_800, customer: { name: '李雷', phone: '13900139000' } });
  expect(three?.customerId).toBe(two?.customerId);
  expect(await importFile(house, 'purchases', file)).toMatchObject({ added: 0, changed: 0, unchanged: 4 });
  expect(await c().customer.count({ where: { phone: { endsWith: '13800138000' } } })).toBe(1);
});

test('each line that can not be taken is told with its reason, in both languages', async () => {
  await writeXlsx(folder.path('bad.xlsx'), [
    ['order number', 'phone', 'sku', 'quantity', 'amount', 'date'],
    ['B1', '13700137000', 'K-1', 1, 10, '2026-02-03 09:30'],
    ['', '13700137000', 'K-1', 1, 10, '2026-02-03'],
    ['B2', '', 'K-1', 1, 10, '2026-02-03'],
    ['B3', '13700137000', 'K-9', 1, 10, '2026-02-03'],
    ['B4', '13700137000', 'K-1', 1.5, 10, '2026-02-03'],
    ['B5', '13700137000', 'K-1', 1, 10, '2026-02-31'],
    ['B6', '13700137000', 'K-1', 1, 10, '2099-02-03'],
    ['B7', 'call me', 'K-1', 1, 10, '2026-02-03'],
  ]);
  const { refused, ...report } = await importFile(house, 'purchases', folder.path('bad.xlsx'));
  expect(report).toMatchObject({ added: 1, rejected: 7 });
  expect(refused.map(({ line, column }) => [line, column])).toEqual([
    [3, 'order_number'],
    [4, 'phone'],
    [5, 'sku'],
    [6, 'quantity'],
    [7, 'purchased_at'],
    [8, 'purchased_at'],
    [9, 'phone'],
  ]);
  expect(refused.every(({ reason, zh }) => reason && zh)).toBe(true);
  expect((await order('B1'))[0]?.purchasedAt).toEqual(new Date('2026-02-03T01:30:00Z'));
});

test('what a customer registered is the shop’s record once the file brings it, also by its serial number alone', async () => {
  const guest = await buildCustomer(house);
  const owner = await buildCustomer(house, { email: 'owner@example.com' });
  const told = { customerId: guest.id, productId: null, productText: '电水壶', boughtOn: '2026-05-01', photos: [] };
  await house.services.purchases.register({ ...told, orderNumber: 'R1' });
  const photo = { name: 'r.jpg', contentType: 'image/jpeg', url: '/uploads/1' };
  const serial = await house.services.purchases.register({ ...told, serialNumber: 'SN-5', photos: [photo] });
  expect(serial).toMatchObject({ orderNumber: 'S/N SN-5', source: 'customer', photos: [photo] });
  expect(await house.services.purchases.register({ ...told, customerId: owner.id, orderNumber: 'R1' })).toBeNull();
  const file = folder.write(
    'r.csv',
    'order,email,sku,date,serial\nR1,owner@example.com,K-1,2026-05-01,\nR2,owner@example.com,K-1,2026-05-02,sn-5\n',
  );
  expect(await importFile(house, 'purchases', file)).toMatchObject({ rejected: 0 });
  expect((await order('R1'))[0]).toMatchObject({ customerId: owner.id, source: 'import', amountCents: 19_900 });
  expect(await house.services.purchases.whose(guest.id, { orderNumber: 'R1' })).toEqual({ whose: 'other' });
  expect(await house.services.purchases.whose(owner.id, { serialNumber: 'SN-5' })).toMatchObject({
    whose: 'own',
    purchases: [{ orderNumber: 'R2', photos: [photo] }],
  });
});

test('another system tells purchases the same way, and names customers by id', async () => {
  const { id: customerId } = await buildCustomer(house);
  const item = { orderNumber: 'api1', customerId, sku: 'K-1', purchasedAt: '2026-06-01T10:00:00+08:00', amount: 150 };
  const { purchases } = house.services;
  const stray = { orderNumber: 'api2', sku: 'K-1', purchasedAt: '2026-06-01T10:00:00Z' };
  expect(await purchases.take([item, stray], null)).toMatchObject({
    added: 1,
    refused: [{ line: 2, column: 'phone' }],
  });
  expect(await purchases.take([{ ...item, quantity: 3 }], null)).toMatchObject({ changed: 1 });
  expect((await purchases.list({ customerId })).items).toMatchObject([
    { orderNumber: 'API1', quantity: 3, amountCents: 15_000, source: 'api', product: { sku: 'K-1' } },
  ]);
  await expect(purchases.take([{ ...item, customerId: '01890000-0000-7000-8000-000000000000' }], null)).rejects.toThrow(
    'Some fields need a change',
  );
});

test('the interval of a product is the middle of the customer’s gaps; the usual one needs enough customers', async () => {
  const { id: customerId } = await buildCustomer(house);
  const days = ['2026-01-01', '2026-01-31', '2026-03-02', '2026-05-31'];
  const items = days.map((day, at) => ({
    orderNumber: `I${at}`,
    customerId,
    sku: 'K-2',
    purchasedAt: `${day}T10:00:00Z`,
  }));
  await house.services.purchases.take(items, null);
  const [interval] = await house.services.purchases.intervals(customerId);
  expect(interval).toMatchObject({ times: 4, ownDays: 30, usualDays: null, dueOn: new Date('2026-06-30T00:00:00Z') });
});

test('warranty ends on the last day of a shorter month', () => {
  expect(warrantyEnd(new Date('2026-08-31T02:00:00Z'), 6, 'Asia/Shanghai')).toBe('2027-02-28');
  expect(warrantyEnd(new Date('2026-08-31T17:00:00Z'), 12, 'Asia/Shanghai')).toBe('2027-09-01');
});

test('customers come in files too: known by member number, phone or mail address; what is not said stays', async () => {
  const file = folder.write(
    'c.csv',
    '会员号,姓名,手机,生日,城市,会员等级\nC-1,韩梅,13600136000,1990-05-06,杭州,金卡\n,Ann,,,Oslo,\n,李,13500135000,2990-01-01,,\n',
  );
  const report = await importFile(house, 'customers', file);
  expect(report).toMatchObject({ added: 1, rejected: 2 });
  expect(report.refused.map(({ column }) => column)).toEqual(['phone', 'birthday']);
  const again = folder.write('c2.csv', 'member number,email\nC-1,han@example.com\n');
  expect(await importFile(house, 'customers', again)).toMatchObject({ added: 0, changed: 1 });
  expect(await importFile(house, 'customers', again)).toMatchObject({ unchanged: 1 });
  expect(await c().customer.findFirst({ where: { phone: '13600136000' } })).toMatchObject({
    name: '韩梅',
    tier: '金卡',
    email: 'han@example.com',
    birthday: new Date('1990-05-06T00:00:00Z'),
  });
});
