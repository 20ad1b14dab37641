import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#test/support/database.ts';
import { products, storeCatalogue } from './catalogue.ts';
import { buildCustomer, buildHouse, type House } from './support.ts';

const database = testDatabase();
let house: House;
let customerId: string;
const at = (local: string) => new Date(`${local}:00+08:00`);
const span = { from: at('2026-07-06T00:00'), to: at('2026-07-20T00:00') };

async function complain(data: Record<string, unknown>, times = 1) {
  for (let time = 0; time < times; time++)
    await database.db.client.complaint.create({
      data: { customerId, language: 'zh', whatHappened: '漏液', createdAt: at('2026-07-08T10:00'), ...data },
    });
}

beforeAll(async () => {
  house = buildHouse(database.db);
  await storeCatalogue(database.db);
  customerId = (await buildCustomer(house)).id;
  const [wash, humid] = [products.faceWash.id, products.humidifier.id];
  await complain({ productId: wash, batch: ' l2601 ', causeCode: 'leak', severity: 'safety' }, 3);
  await complain({ productId: wash, batch: 'L2601', causeCode: 'leak', state: 'closed' }, 2);
  await complain({ productId: humid, batch: 'L2601', causeCode: 'noise', severity: 'serious' }, 2);
  await complain({ productId: humid });
  await complain({ productText: '别家的水杯' }, 2);
  await complain({ productId: wash, createdAt: at('2026-07-20T00:00') });
});

test('the few products, batches and causes of most complaints come first, what is not known last', async () => {
  const { reports } = house.services;
  const byProduct = await reports.pareto({ ...span, by: 'product' });
  expect(byProduct).toMatchObject({ n: 10, open: 8, serious: 2, safety: 3, groups: 3, trust: 'few' });
  expect(byProduct.rows.map(({ value, n, share, cumulative }) => [value, n, share, cumulative])).toEqual([
    [products.faceWash.id, 5, 0.5, 0.5],
    [products.humidifier.id, 3, 0.3, 0.8],
    ['', 2, 0.2, 1],
  ]);
  // A batch's code is one of a product: two products with the same one stay apart, and spelling does not part it.
  const byBatch = await reports.pareto({ ...span, by: 'batch' });
  expect(byBatch.rows.map(({ value, n }) => [value, n])).toEqual([
    [`${products.faceWash.id}:L2601`, 5],
    [`${products.humidifier.id}:L2601`, 2],
    ['', 3],
  ]);
  expect(byBatch.rows.at(-1)?.cumulative).toBe(1);
  const byCause = await reports.pareto({ ...span, by: 'cause', severity: 'safety' });
  expect(byCause).toMatchObject({ n: 3, trust: 'tooFew', rows: [{ value: 'leak', n: 3, share: 1 }] });
});

test('each number leads to exactly its complaints, page by page', async () => {
  const { reports } = house.services;
  for (const by of ['product', 'batch', 'cause'] as const)
    for (const { value, n } of (await reports.pareto({ ...span, by })).rows) {
      const first = await reports.complaintRows({ ...span, by, value }, { limit: 2 });
      const rest = first.nextCursor
        ? await reports.complaintRows({ ...span, by, value }, { cursor: first.nextCursor })
        : { items: [] };
      expect([...first.items, ...rest.items]).toHaveLength(n);
    }
});
