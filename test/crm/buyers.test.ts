import fc from 'fast-check';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownershipCost } from '#crm/products/ownershipCost.ts';
import { testDatabase } from '#test/support/database.ts';
import { buildProduct, catalogue, products, storeCatalogue } from './catalogue.ts';
import { buildCustomer, buildHouse, type House } from './support.ts';

const database = testDatabase();
let house: House;
let surveyId: string;
let productId: string;

beforeAll(async () => {
  house = buildHouse(database.db);
  await storeCatalogue(database.db);
  productId = (await database.db.client.product.findUniqueOrThrow({ where: { sku: 'F2' } })).id;
  surveyId = (
    await database.db.client.survey.create({
      data: { id: v7(), key: 'csat-test', metric: 'csat', title: { zh: '满意度', en: 'Satisfaction' }, definition: {} },
    })
  ).id;
});
afterAll(() => house.services.close());

async function rate(
  scores: number[],
  { skin, daysAgo = 1, of = productId, customerId = '' } = {} as {
    skin?: string;
    daysAgo?: number;
    of?: string;
    customerId?: string;
  },
): Promise<void> {
  const { client } = database.db;
  const answeredAt = new Date(house.clock.now().getTime() - daysAgo * 86_400_000);
  for (const score of scores) {
    const id = customerId || (await buildCustomer(house)).id;
    if (skin)
      await client.preference.create({
        data: { id: v7(), customerId: id, key: 'skin', value: skin, quote: skin, confirmed: true },
      });
    await client.response.create({
      data: { id: v7(), surveyId, customerId: id, productId: of, score, answers: {}, answeredAt },
    });
  }
}

test('who is satisfied: each customer’s latest rating of two years, once, with its interval; nothing from a few', async () => {
  const { buyers } = house.services;
  await rate([5, 5, 4]);
  expect(await buyers.satisfied(productId)).toEqual({ all: null, alike: null });
  await rate(Array.from({ length: 17 }, (_, i) => (i % 4 === 0 ? 2 : 5)));
  await rate([1, 1, 1], { daysAgo: 800 });
  const { id: fickle } = await buildCustomer(house);
  await rate([1], { customerId: fickle, daysAgo: 9 });
  await rate([5], { customerId: fickle, daysAgo: 2 });
  house.clock.add({ minutes: 20 });
  const { all, alike } = await buyers.satisfied(productId);
  expect(all).toMatchObject({ n: 21, share: 16 / 21 });
  expect(all!.interval.low).toBeGreaterThan(0.5);
  expect(all!.interval.high).toBeLessThan(0.9);
  expect(alike).toBeNull();
});

test('buyers like the one who asks: those who told the same and confirmed it', async () => {
  const { buyers } = house.services;
  const { id: of } = await database.db.client.product.findUniqueOrThrow({ where: { sku: 'F1' } });
  await rate(
    Array.from({ length: 20 }, () => 5),
    { of, skin: '敏感肌' },
  );
  await rate(
    Array.from({ length: 20 }, () => 2),
    { of, skin: '油皮' },
  );
  await rate([1, 1], { of, skin: '干皮' });
  const asked = (value: string, key = 'skin') => buyers.satisfied(of, [{ key, value }]);
  expect(await asked('敏感肌')).toMatchObject({ all: { n: 42 }, alike: { n: 20, share: 1, value: '敏感肌' } });
  expect(await asked('油皮')).toMatchObject({ alike: { n: 20, share: 0 } });
  expect(await asked('干皮')).toMatchObject({ alike: null });
  expect(await asked('敏感肌', 'contactTime')).toMatchObject({ alike: null });
});

describe('what it costs to own', () => {
  const { humidifier, filter } = products;

  test('supplies that fit and how long they last; the shop’s own figure; power only with the hours that were said', () => {
    const machine = buildProduct({ sku: 'M1', attributes: { powerW: 100, yearlyCostYuan: 120 } });
    const cartridge = buildProduct({
      sku: 'M2',
      priceCents: 9000,
      attributes: { fitsModels: ['QM-M1'], filterLifeMonths: 4, pieces: 3 },
    });
    const all = { ...catalogue, products: [machine, cartridge] };
    expect(ownershipCost(machine, all)).toMatchObject({
      yearlySupplies: 120,
      supplies: [{ price: 30, timesAYear: 3, aYear: 90 }],
      energy: { watts: 100, hoursADay: null, aYear: null },
    });
    const { energy } = ownershipCost(machine, all, '每天开 8 小时一年多少电费');
    expect(energy).toMatchObject({ hoursADay: 8 });
    expect(energy?.aYear).toBeCloseTo(0.1 * 0.6 * 8 * 365);
    expect(ownershipCost(machine, all, 'if it runs 2.5 hours a day').energy?.hoursADay).toBe(2.5);
    expect(ownershipCost(machine, all, '每天开 30 小时').energy?.hoursADay).toBeNull();
  });

  test('what is not known is left out', () => {
    const plain = buildProduct({ sku: 'M3' });
    expect(ownershipCost(plain, catalogue)).toEqual({ yearlySupplies: null, supplies: [], energy: null });
    expect(ownershipCost(filter, catalogue).supplies).toEqual([]);
    expect(ownershipCost(humidifier, catalogue).yearlySupplies).toBe(60);
  });

  test('any question is read without a fault', () => {
    fc.assert(fc.property(fc.string(), (text) => void ownershipCost(humidifier, catalogue, text)));
  });
});
