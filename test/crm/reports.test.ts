import { v7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#test/support/database.ts';
import { products, storeCatalogue } from './catalogue.ts';
import { buildCustomer, buildHouse, type House, wednesday } from './support.ts';

const database = testDatabase();
let house: House;
let surveyId: string;
let customerId: string;

const at = (local: string) => new Date(`${local}:00+08:00`);

beforeAll(async () => {
  house = buildHouse(database.db);
  await storeCatalogue(database.db);
  customerId = (await buildCustomer(house)).id;
  const survey = await database.db.client.survey.create({
    data: { key: 's', title: {}, metric: 'csat', definition: {} },
  });
  surveyId = survey.id;
  const nps = await database.db.client.survey.create({ data: { key: 'n', title: {}, metric: 'nps', definition: {} } });
  // Monday 6 July to Sunday 12 July, and the week after; the bounds of weeks and of the span lie in Shanghai's time.
  await answer(5, '2026-07-06T00:00');
  await answer(4, '2026-07-08T10:00', { productId: products.humidifier.id });
  await answer(2, '2026-07-12T23:59', { rated: 'someone' });
  await answer(1, '2026-07-13T00:00');
  await answer(5, '2026-07-05T23:59'); // before the span
  await answer(5, '2026-07-20T00:00'); // after it
  await database.db.client.response.create({
    data: { surveyId: nps.id, score: 9, answers: {}, answeredAt: at('2026-07-08T10:00') },
  });
  await database.db.client.invitation.create({
    data: { surveyId, state: 'dismissed', sentAt: at('2026-07-08T10:00'), deliveredAt: at('2026-07-08T10:00') },
  });
});

async function answer(
  score: number,
  local: string,
  { rated = 'bot', productId }: { rated?: string; productId?: string } = {},
) {
  const { client } = database.db;
  const answeredAt = at(local);
  const invitation = await client.invitation.create({
    data: { surveyId, state: 'answered', rated, sentAt: answeredAt, deliveredAt: answeredAt, answeredAt },
  });
  await client.response.create({
    data: { surveyId, invitationId: invitation.id, score, answers: { score }, answeredAt, productId },
  });
}

const span = { from: at('2026-07-06T00:00'), to: at('2026-07-20T00:00') };

describe('satisfaction', () => {
  test('counts, share, interval, response rate and trend', async () => {
    expect(await house.services.reports.satisfaction(span)).toMatchObject({
      n: 4,
      share: 0.5,
      interval: { low: expect.closeTo(0.15, 2), high: expect.closeTo(0.85, 2) },
      mean: 3,
      distribution: [1, 2, 3, 4, 5].map((score) => ({ score, count: score === 3 ? 0 : 1 })),
      invited: 5,
      responseRate: 0.8,
      trend: [
        { from: '2026-07-06', n: 3, share: expect.closeTo(2 / 3, 6) },
        { from: '2026-07-13', n: 1, share: 0 },
      ],
    });
  });

  test('by month, by who was rated, by product', async () => {
    const { reports } = house.services;
    expect((await reports.satisfaction({ ...span, by: 'month' })).trend).toMatchObject([{ from: '2026-07-01', n: 4 }]);
    expect(await reports.satisfaction({ ...span, rated: 'bot' })).toMatchObject({ n: 3, invited: 4 });
    expect(await reports.satisfaction({ ...span, rated: 'staff' })).toMatchObject({ n: 1, share: 0 });
    expect(await reports.satisfaction({ ...span, productId: products.humidifier.id })).toMatchObject({
      n: 1,
      share: 1,
    });
  });

  test('no data is no number', async () => {
    const empty = await house.services.reports.satisfaction({
      from: at('2020-01-06T00:00'),
      to: at('2020-01-13T00:00'),
    });
    expect(empty).toMatchObject({
      n: 0,
      share: null,
      interval: null,
      mean: null,
      responseRate: null,
      trend: [{ n: 0, share: null }],
    });
  });

  test('a span must end after it begins; without one it is the last 90 days', async () => {
    const { reports } = house.services;
    await expect(reports.satisfaction({ from: span.to, to: span.from })).rejects.toMatchObject({
      fields: [{ path: 'to' }],
    });
    expect((await reports.satisfaction({})).n).toBe(5);
  });
});

test('complaints by product, most first, with totals over all of them', async () => {
  const complain = (productId: string | null, data = {}) =>
    database.db.client.complaint.create({
      data: { customerId, productId, language: 'zh', whatHappened: 'x', createdAt: at('2026-07-08T10:00'), ...data },
    });
  await complain(products.humidifier.id, { severity: 'safety' });
  await complain(products.humidifier.id, { state: 'closed' });
  await complain(products.faceWash.id);
  await complain(null);
  await complain(products.humidifier.id, { createdAt: at('2026-07-20T00:00') });
  const report = await house.services.reports.complaintsByProduct({ ...span, limit: 2 });
  expect(report).toMatchObject({ n: 4, open: 3, safety: 1 });
  expect(report.products[0]).toEqual({
    productId: products.humidifier.id,
    sku: 'A1',
    name: products.humidifier.name,
    n: 2,
    open: 1,
    safety: 1,
    share: 0.5,
  });
  expect(report.products).toHaveLength(2);
  const all = await house.services.reports.complaintsByProduct(span);
  expect(all.products.find(({ productId }) => productId === null)).toMatchObject({ n: 1, sku: null, name: null });
  expect(
    await house.services.reports.complaintsByProduct({ from: at('2020-01-01T00:00'), to: at('2020-02-01T00:00') }),
  ).toEqual({
    n: 0,
    open: 0,
    safety: 0,
    products: [],
  });
});

test('tasks open, late, and done this week in the shop’s zone', async () => {
  const task = (data: object) =>
    database.db.client.task.create({
      data: { id: v7(), type: 'custom', title: 'x', dueAt: at('2026-07-16T12:00'), ...data },
    });
  const done = (completedAt: Date, dueAt: Date) => task({ state: 'done', completedAt, dueAt });
  await task({});
  await task({ dueAt: at('2026-07-15T09:59') });
  await task({ snoozedUntil: at('2026-07-17T09:00') });
  await done(at('2026-07-13T00:00'), at('2026-07-13T00:00'));
  await done(at('2026-07-14T00:00'), at('2026-07-13T12:00'));
  await done(at('2026-07-12T23:59'), at('2026-07-13T12:00'));
  expect(house.clock.now()).toEqual(wednesday);
  expect(await house.services.reports.tasks()).toEqual({
    open: 3,
    late: 1,
    snoozed: 1,
    unowned: 3,
    doneThisWeek: 2,
    doneInTimeThisWeek: 1,
  });
});

test('the shop’s profile is its setting, and says whether somebody is there', async () => {
  const { shop } = house.services;
  expect(await shop.isOpen()).toBe(true);
  const profile = await shop.profile();
  const staffId = v7();
  await shop.update({ ...profile, hours: { days: [1], open: '10:00', close: '18:00' } }, staffId);
  expect(await shop.isOpen()).toBe(false);
  await expect(
    shop.update({ ...profile, hours: { days: [1], open: '18:00', close: '10:00' } }, staffId),
  ).rejects.toThrow();
  await expect(shop.update({ ...profile, zone: 'Mars/Olympus' }, staffId)).rejects.toThrow();
});
