import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildHouse, type House } from '#test/crm/support.ts';
import { testDatabase } from '#test/support/database.ts';
import { importFile, importFolder } from './files.ts';

const database = testDatabase();
const folder = importFolder();
let house: House;
const c = () => database.db.client;
beforeAll(() => {
  house = buildHouse(database.db);
});
afterAll(() => house.services.close());

const people = [
  '会员号,手机,邮箱,姓名',
  'M-501,138 0050 0501,Left@Example.com,已离开',
  ',138-0050-0501,,已离开',
  ',,left@example.com,已离开',
  'M-502,13800500502,,还在',
].join('\n');
const orders = [
  '订单号,手机,会员号,客户姓名,商品名称,实付,购买时间',
  'E1,13800500501,,已离开,水壶,10,2026-01-02',
  'E2,,M-501,已离开,水壶,10,2026-01-03',
  'E1,,,路人,水壶,10,2026-01-02',
  'E3,13800500502,,还在,水壶,10,2026-01-04',
].join('\n');

test('an old file brings nobody back who was erased; whoever returns is a new customer', async () => {
  const [customers, purchases] = [folder.write('c.csv', people), folder.write('p.csv', orders)];
  await importFile(house, 'customers', customers);
  await importFile(house, 'purchases', purchases);
  const left = await c().customer.findFirstOrThrow({ where: { email: 'left@example.com' } });
  await house.services.privacy.erase(left.id, { source: 'customer' });
  const erasedAt = house.clock.now();
  house.clock.add({ days: 30 });

  const again = await importFile(house, 'customers', customers);
  expect(again.refused.map(({ line, column, reason, zh }) => [line, column, reason, zh])).toEqual(
    [
      [2, 'member_number'],
      [3, 'phone'],
      [4, 'email'],
    ].map((at) => [
      ...at,
      expect.stringContaining('was erased on 2026-07-15'),
      expect.stringContaining('已于 2026-07-15 删除'),
    ]),
  );
  const bought = await importFile(house, 'purchases', purchases);
  // The order's number alone is enough: "E1" without a phone would come back as somebody new.
  expect(bought.refused.map(({ line, column }) => [line, column])).toEqual([
    [2, 'order_number'],
    [3, 'order_number'],
    [4, expect.any(String)],
  ]);
  expect(
    await c().customer.count({ where: { OR: [{ phone: { contains: '0501' } }, { email: 'left@example.com' }] } }),
  ).toBe(0);
  expect(await c().purchase.count({ where: { orderNumber: { in: ['E1', 'E2'] } } })).toBe(0);

  // What they buy afterwards is theirs anew; then a file of customers may name them, but what is older stays away.
  const fresh = folder.write('n.csv', `${orders.split('\n')[0]}\nE9,13800500501,,回来了,水壶,10,2026-08-01`);
  expect(await importFile(house, 'purchases', fresh)).toMatchObject({ added: 1, rejected: 0 });
  const named = await importFile(house, 'customers', customers);
  expect(named.refused.map(({ line }) => line)).toEqual([2, 4]);
  const old = folder.write('o.csv', `${orders.split('\n')[0]}\nE0,13800500501,,回来了,水壶,10,2026-01-01`);
  expect((await importFile(house, 'purchases', old)).refused).toMatchObject([{ column: 'phone' }]);
  // Other systems that send orders are answered alike.
  const record = { order_number: 'E1', phone: '13800500501', product: '水壶', amount: 10, purchased_at: '2026-01-02' };
  expect((await house.services.purchases.take([record], null)).refused).toMatchObject([{ column: 'order_number' }]);

  const stored = await c().erasedMark.findMany();
  expect(stored.length).toBeGreaterThanOrEqual(5);
  expect(stored.every((mark) => mark.erasedAt.getTime() === erasedAt.getTime())).toBe(true);
  expect(JSON.stringify(stored)).not.toMatch(/0501|left|M-501|E1\b/);
});
