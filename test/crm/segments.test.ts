import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultSegmentRules, loyaltyOf, segmentOf } from '#crm/segments/segmentRules.ts';
import { buildCustomer, buildHouse, buildStaff, type House, TestClock } from '#test/crm/support.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();
let house: House;
beforeAll(() => {
  house = buildHouse(database.db, new TestClock());
});
afterAll(() => house.services.close());

let number = 0;
const standingOf = (customerId: string) => database.db.client.customerSegment.findUnique({ where: { customerId } });
/** Buys something so many days ago. */
const buy = (customerId: string, daysAgo: number, amountCents = 10_000) =>
  database.db.client.purchase.create({
    data: {
      customerId,
      orderNumber: `S${++number}`,
      amountCents,
      purchasedAt: new Date(house.clock.now().getTime() - daysAgo * 86_400_000),
    },
  });
const steps = async (customerId: string, kind: string) =>
  (await house.services.pool.steps(customerId)).filter((step) => step.kind === kind).map(({ from, to }) => [from, to]);

test('a customer is silent from one and a half of their own gaps on, lost from three; each change has its evidence', async () => {
  const { segments } = house.services;
  const { clock } = house;
  const { id } = await buildCustomer(house);
  await segments.runDue(clock.now());
  for (const days of [61, 31, 1]) await buy(id, days);
  await segments.runDue(clock.now());
  await segments.runDue(clock.now());
  expect((await segments.standing(id)).standing).toMatchObject({
    segment: 'active',
    gapDays: 30,
    gapOf: 'own',
    orders: 3,
    spentCents: 30_000,
  });
  clock.add({ days: 44 });
  await segments.runDue(clock.now());
  expect((await segments.standing(id)).standing).toMatchObject({ segment: 'active' });
  clock.add({ days: 1 });
  await segments.runDue(clock.now());
  clock.add({ days: 45 });
  await segments.runDue(clock.now());
  expect(await steps(id, 'segment')).toEqual([
    ['silent', 'lost'],
    ['active', 'silent'],
    ['prospect', 'active'],
    [null, 'prospect'],
  ]);
  const [last] = await house.services.pool.steps(id);
  expect(last).toMatchObject({ evidence: { days: 91, gapDays: 30, gapOf: 'own' } });
  await buy(id, 0);
  await segments.runDue(clock.now());
  const { standing, worth } = await segments.standing(id);
  expect(standing).toMatchObject({ segment: 'active' });
  expect(worth).toMatchObject({ orders: 4, paidCents: 40_000 });
  expect((await segments.counts()).find(({ segment }) => segment === 'active')?.customers).toBe(1);
  const { items } = await house.services.customers.search({ segment: 'active' });
  expect(items.map((customer) => customer.id)).toEqual([id]);
});

test('who bought once goes by the rhythm of all, or by the guess; a very short rhythm is not taken at its word', () => {
  const rules = defaultSegmentRules;
  expect(segmentOf({ days: null, gapDays: 30 }, rules)).toBe('prospect');
  expect(segmentOf({ days: 21, gapDays: 3 }, rules)).toBe('active');
  expect(segmentOf({ days: 22, gapDays: 3 }, rules)).toBe('silent');
  expect(segmentOf({ days: 43, gapDays: 3 }, rules)).toBe('lost');
});

test('loyalty is the mean of rhythm, coming back and ratings', () => {
  expect(loyaltyOf({ days: null, gapDays: 30, orders: 0, rating: 5 })).toBeNull();
  expect(loyaltyOf({ days: 10, gapDays: 30, orders: 1, rating: null })).toBe(50);
  expect(loyaltyOf({ days: 60, gapDays: 30, orders: 4, rating: 5 })).toBe(75);
});

test('RFM puts buyers into fifths', async () => {
  const { segments } = house.services;
  const ids: string[] = [];
  for (let place = 0; place < 10; place++) {
    const { id } = await buildCustomer(house);
    await buy(id, 400 - place * 30, 1000 * (place + 1));
    ids.push(id);
  }
  await segments.runDue(house.clock.now());
  const first = (await segments.standing(ids[0]!)).standing;
  const best = (await segments.standing(ids[9]!)).standing;
  expect(first!.recency).toBeLessThan(best!.recency!);
  expect(first!.monetary).toBeLessThan(best!.monetary!);
});

test('one of two who reach for a customer has them; limits hold a person back, not a manager', async () => {
  const { pool, customers } = house.services;
  const [one, two] = [await buildStaff(house), await buildStaff(house)];
  const free = await buildCustomer(house);
  const done = await Promise.allSettled([pool.take(free.id, one.id), pool.take(free.id, two.id)]);
  expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(done.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'alreadyOwned' } });
  await pool.setRules({ held: 3, aDay: 2 }, one.id);
  const { id: third } = await buildStaff(house);
  const rest = await Promise.all([1, 2, 3, 4].map(() => buildCustomer(house)));
  const takes = await Promise.allSettled(rest.slice(0, 3).map(({ id }) => pool.take(id, third)));
  expect(takes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  expect(takes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'poolToday' } });
  house.clock.add({ days: 1 });
  await pool.take(rest[3]!.id, third);
  await expect(pool.take((await buildCustomer(house)).id, third)).rejects.toMatchObject({ code: 'poolFull' });
  expect(await pool.room(third)).toMatchObject({ holds: 3, takenToday: 1 });
  await expect(pool.release(rest[3]!.id, { staffId: one.id, mayAll: false })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await pool.release(rest[3]!.id, { staffId: third, mayAll: false });
  await pool.assign(rest[3]!.id, two.id, one.id);
  expect(await customers.owner(rest[3]!.id)).toMatchObject({ id: two.id });
  const gone = await buildStaff(house, { active: false });
  await expect(pool.assign(rest[3]!.id, gone.id, one.id)).rejects.toMatchObject({ code: 'invalidInput' });
  expect(await customers.owner(rest[3]!.id)).toMatchObject({ id: two.id });
  expect((await customers.search({ owner: third })).items).toHaveLength(2);
  expect((await steps(rest[3]!.id, 'owner')).length).toBe(3);
});

test('a stage has its history', async () => {
  const { pool } = house.services;
  const { id } = await buildCustomer(house);
  const { id: staffId } = await buildStaff(house);
  await pool.setStage(id, 'interested', '问了两次价格', staffId);
  await pool.setStage(id, 'interested', null, staffId);
  await pool.setStage(id, 'bought', null, staffId);
  expect(await steps(id, 'stage')).toEqual([
    ['interested', 'bought'],
    [null, 'interested'],
  ]);
});

test('who comes is looked at within the hour, with what they are told apart by; who stands behind another stands nowhere', async () => {
  const { segments, merges } = house.services;
  const { clock } = house;
  clock.add({ days: 1 });
  await segments.runDue(clock.now());
  const known = { city: '上海', language: 'zh', tier: 'gold', birthday: new Date('1991-02-03') };
  const { id } = await buildCustomer(house, known);
  const other = await buildCustomer(house);
  for (const channel of ['wechat', 'directline', 'wechat'])
    await database.db.client.identity.create({ data: { customerId: id, channel, externalId: `${++number}` } });
  await segments.lookAtNew(clock.add({ minutes: 59 }));
  expect(await standingOf(id)).toBeNull();
  await segments.lookAtNew(clock.add({ minutes: 1 }));
  expect(await standingOf(id)).toMatchObject({
    segment: 'prospect',
    tier: 'gold',
    city: '上海',
    language: 'zh',
    age: 30,
    channels: 'directline,wechat',
  });
  expect(await standingOf(other.id)).toMatchObject({ age: null, channels: '', city: null });
  // Nobody has come since: nobody is looked at.
  await database.db.client.customer.update({ where: { id }, data: { city: '杭州' } });
  await segments.lookAtNew(clock.add({ hours: 5 }));
  expect(await standingOf(id)).toMatchObject({ city: '上海' });
  await merges.merge({ keptId: id, mergedId: other.id, proof: 'staff' });
  expect(await standingOf(other.id)).toBeNull();
  await segments.lookAtNew(clock.add({ hours: 5 }));
  expect(await standingOf(other.id)).toBeNull();
});
