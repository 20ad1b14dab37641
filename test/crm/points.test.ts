import fc from 'fast-check';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultPointsRules, pointsFor, pointsRulesSchema } from '#crm/points/pointsRules.ts';
import { defaultTierRules, tierVerdict } from '#crm/tiers/tierRules.ts';
import { codeIn, codeOf, newCode } from '#crm/vouchers/code.ts';
import {
  buildConversation,
  buildCustomer,
  buildHouse,
  buildStaff,
  type House,
  TestClock,
  wednesday,
} from '#test/crm/support.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();
let house: House;
let staffId: string;
const c = () => database.db.client;
beforeAll(async () => {
  house = buildHouse(database.db, new TestClock());
  staffId = (await buildStaff(house, {})).id;
});
afterAll(() => house.services.close());

let number = 0;
const buy = (customerId: string, amountCents: number, at = house.clock.now(), source = 'import') =>
  c().purchase.create({
    data: { customerId, orderNumber: `P${++number}`, amountCents, purchasedAt: at, source, createdAt: at },
  });
const give = (customerId: string, points: number) =>
  house.services.points.enter({ customerId, kind: 'earn', points, note: '测试' }, staffId);

/** What the entries of a customer come to. */
async function sumOf(customerId: string): Promise<number> {
  const { _sum } = await c().pointsEntry.aggregate({ where: { customerId }, _sum: { points: true } });
  return _sum.points ?? 0;
}

describe('the ledger', () => {
  test('never goes below zero and never spends twice, whoever comes at once', async () => {
    const { points } = house.services;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 50, maxLength: 50 }),
        async (lots, wishes) => {
          const { id } = await buildCustomer(house);
          for (const lot of lots) await give(id, lot);
          const had = lots.reduce((sum, lot) => sum + lot, 0);
          const done = await Promise.allSettled(
            wishes.map((wish) => points.enter({ customerId: id, kind: 'spend', points: wish, note: '兑换' }, null)),
          );
          const spent = wishes.filter((_, at) => done[at]!.status === 'fulfilled').reduce((sum, wish) => sum + wish, 0);
          expect(spent).toBeLessThanOrEqual(had);
          expect(await points.balance(id)).toBe(had - spent);
          expect(await sumOf(id)).toBe(had - spent);
          const refused = wishes.filter((_, at) => done[at]!.status === 'rejected');
          for (const wish of refused) expect(wish).toBeGreaterThan(had - spent);
          const taken = await c().pointsEntry.findMany({
            where: { customerId: id, points: { gt: 0 } },
            include: { taken: true },
          });
          for (const lot of taken)
            expect(lot.taken.reduce((sum, take) => sum + take.points, 0)).toBeLessThanOrEqual(lot.points);
        },
      ),
      { numRuns: 4 },
    );
  });

  test('spends the oldest first, and lets only what is left of them go when their time is over', async () => {
    const { points } = house.services;
    const clock = house.clock;
    const { id } = await buildCustomer(house);
    await points.setRules({ ...defaultPointsRules, active: false, months: 1 }, staffId);
    await give(id, 100);
    clock.add({ days: 10 });
    await give(id, 50);
    await points.enter({ customerId: id, kind: 'spend', points: 30, note: '兑换' }, staffId);
    expect(await points.standing(id)).toMatchObject({ balance: 120, expiring: [{ points: 70 }, { points: 50 }] });
    clock.add({ days: 22 });
    expect(await points.balance(id)).toBe(50);
    expect((await points.runDue(clock.now())).expired).toBeGreaterThanOrEqual(1);
    await points.runDue(clock.now());
    expect(await sumOf(id)).toBe(50);
    expect((await points.list(id)).items.map(({ kind, points: n }) => [kind, n])).toEqual([
      ['expire', -70],
      ['spend', -30],
      ['earn', 50],
      ['earn', 100],
    ]);
    clock.time = wednesday;
  });

  test('a program’s key makes an entry happen once; corrections take only what is there', async () => {
    const { points } = house.services;
    const { id } = await buildCustomer(house);
    const order = { customerId: id, kind: 'earn', points: 40, note: '活动', key: 'k1' } as const;
    const first = await points.enter(order, null);
    expect((await points.enter(order, null)).id).toBe(first.id);
    await points.enter({ customerId: id, kind: 'correct', points: -15, note: '退货' }, staffId);
    expect(await points.balance(id)).toBe(25);
    await expect(
      points.enter({ customerId: id, kind: 'correct', points: -26, note: '退货' }, staffId),
    ).rejects.toMatchObject({
      code: 'notEnoughPoints',
    });
    await expect(points.enter({ customerId: id, kind: 'spend', points: -5, note: 'x' }, staffId)).rejects.toThrow(
      'Some fields',
    );
  });

  test('purchases earn by rule, once; what a customer only says was bought earns nothing', async () => {
    const { points } = house.services;
    const { id } = await buildCustomer(house);
    const old = new Date(house.clock.now().getTime() - 20 * 86_400_000);
    await buy(id, 12_345);
    await buy(id, 50_000, old);
    await buy(id, 99_900, house.clock.now(), 'customer');
    await points.setRules({ ...defaultPointsRules, active: true, since: '2026-07-10' }, staffId);
    await points.runDue(house.clock.now());
    await points.runDue(house.clock.now());
    expect(await points.balance(id)).toBe(123);
    const { items } = await points.list(id);
    expect(items).toMatchObject([{ cause: 'purchase', points: 123, expiresAt: new Date('2028-07-15T15:59:59.999Z') }]);
    await points.setRules(defaultPointsRules, staffId);
    expect(pointsFor(1000, 'tea', { ...defaultPointsRules, factors: [{ categoryKey: 'tea', factor: 2.5 }] })).toBe(25);
    const read = (...factors: { categoryKey: string; factor: number }[]) =>
      pointsRulesSchema.safeParse({ ...defaultPointsRules, factors }).success;
    const tea = { categoryKey: 'tea', factor: 0 };
    expect([read(tea, { ...tea, categoryKey: 'pots' }), read(tea, { ...tea, factor: 2 })]).toEqual([true, false]);
    expect([read({ ...tea, factor: -1 }), read({ ...tea, factor: 101 })]).toEqual([false, false]);
  });

  test('points of two records of one person are one balance, and each its own again after a split', async () => {
    const { points, merges } = house.services;
    const [one, two] = [await buildCustomer(house), await buildCustomer(house)];
    await give(two.id, 100);
    const { id } = await merges.merge({ keptId: one.id, mergedId: two.id, proof: 'staff' });
    await points.enter({ customerId: one.id, kind: 'spend', points: 80, note: '兑换' }, staffId);
    expect(await points.balance(one.id)).toBe(20);
    await merges.split(id, null);
    expect([await points.balance(one.id), await points.balance(two.id)]).toEqual([0, 20]);
  });
});

describe('vouchers', () => {
  const worth = { kind: 'value', amount: 3000, minCents: 10_000, days: 30 } as const;

  test('are used once, whoever asks first', async () => {
    const { vouchers } = house.services;
    const { id: customerId } = await buildCustomer(house);
    const { code } = await vouchers.issue({ ...worth, customerId, cause: 'staff', staffId });
    const done = await Promise.allSettled(
      Array.from({ length: 20 }, (_, at) =>
        vouchers.redeem({ code: code.toLowerCase().replaceAll('-', ' '), by: 'api', orderNumber: `V${at}` }),
      ),
    );
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = done.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []));
    expect(new Set(refused)).toEqual(new Set(['voucherUsed']));
  });

  test('say why they are refused: too small, over, taken back, somebody else’s, no such code', async () => {
    const { vouchers } = house.services;
    const { id: customerId } = await buildCustomer(house);
    const issue = () => vouchers.issue({ ...worth, customerId, cause: 'staff', staffId });
    const [small, over, back] = [await issue(), await issue(), await issue()];
    const redeem = (code: string, more = {}) => vouchers.redeem({ code, by: 'staff', ...more });
    await expect(redeem(small.code, { amountCents: 9999 })).rejects.toMatchObject({ code: 'orderTooSmall' });
    await expect(redeem(small.code, { customerId: v7() })).rejects.toMatchObject({ code: 'notFound' });
    await vouchers.cancel(back.id, staffId);
    await expect(redeem(back.code)).rejects.toMatchObject({ code: 'voucherCancelled' });
    expect(await redeem(small.code, { amountCents: 10_000 })).toMatchObject({ redeemedBy: 'staff' });
    await expect(vouchers.cancel(small.id, staffId)).rejects.toMatchObject({ code: 'voucherUsed' });
    house.clock.add({ days: 31 });
    await expect(redeem(over.code)).rejects.toMatchObject({ code: 'voucherExpired' });
    expect(await vouchers.usable(customerId)).toEqual([]);
    await expect(redeem('nonsense')).rejects.toMatchObject({ code: 'notFound' });
    house.clock.time = wednesday;
  });

  test('come of points, both or neither', async () => {
    const { vouchers, points } = house.services;
    const { id } = await buildCustomer(house);
    await give(id, 900);
    await expect(vouchers.exchange(id, 600)).rejects.toMatchObject({ code: 'noExchange' });
    await points.setRules(
      { ...defaultPointsRules, exchange: { active: true, minPoints: 500, centsPerPoint: 2, days: 10 } },
      staffId,
    );
    await expect(vouchers.exchange(id, 400)).rejects.toThrow('Some fields');
    const done = await Promise.allSettled([vouchers.exchange(id, 600), vouchers.exchange(id, 600)]);
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await points.balance(id)).toBe(300);
    expect(await vouchers.usable(id)).toMatchObject([{ amount: 1200, cause: 'points' }]);
    await points.setRules(defaultPointsRules, staffId);
  });

  test('have codes that nobody guesses and everybody can read out', () => {
    const codes = new Set(Array.from({ length: 500 }, newCode));
    expect(codes.size).toBe(500);
    for (const code of codes) expect(codeIn(`用券 ${code.toLowerCase()} 谢谢`)).toBe(code);
    expect(codeOf('IIII-OOOO-1111')).toBeUndefined();
  });
});

describe('tiers', () => {
  test('rise at once and fall after the grace, each time with what it was decided on', async () => {
    const { tiers, customers } = house.services;
    const clock = house.clock;
    await tiers.setRules({ ...defaultTierRules, active: true, graceDays: 30 }, staffId);
    const { id } = await buildCustomer(house);
    await buy(id, 120_000);
    await tiers.runDue(clock.now());
    await tiers.runDue(clock.now());
    expect(await tiers.standing(id)).toMatchObject({
      tier: { key: 'silver' },
      next: { tier: { key: 'gold' }, cents: 180_000, points: null },
      changes: [{ from: null, to: 'silver', up: true, cause: 'rule', evidence: { cents: 120_000 } }],
    });
    clock.add({ days: 366 });
    expect((await tiers.runDue(clock.now())).fallen).toBe(0);
    expect((await tiers.standing(id)).fallsAt).toEqual(new Date(clock.now().getTime() + 30 * 86_400_000));
    clock.add({ days: 29 });
    await tiers.runDue(clock.now());
    expect((await customers.get(id)).tier).toBe('silver');
    clock.add({ days: 1 });
    await tiers.runDue(clock.now());
    expect(await tiers.standing(id)).toMatchObject({
      tier: { key: 'standard' },
      fallsAt: null,
      changes: [{ from: 'silver', to: 'standard', up: false }, {}],
    });
    clock.time = wednesday;
  });

  test('given by hand are called by their name and held for a year', async () => {
    const { tiers, customers } = house.services;
    const { id } = await buildCustomer(house);
    await customers.update(id, { tier: '金卡' }, staffId);
    await tiers.runDue(house.clock.now());
    expect(await tiers.standing(id)).toMatchObject({
      tier: { key: 'gold' },
      changes: [{ to: 'gold', up: true, cause: 'staff', staffId }],
    });
    await tiers.setRules(defaultTierRules, staffId);
  });

  test('who has bought enough again before the grace is over stays', () => {
    const now = wednesday;
    const later = new Date(now.getTime() + 1);
    const facts = { tier: 'silver', current: 2, reached: 1, fallsAt: null, heldUntil: null };
    expect(tierVerdict(facts, now)).toBe('grace');
    expect(tierVerdict({ ...facts, fallsAt: later }, now)).toBe('keep');
    expect(tierVerdict({ ...facts, fallsAt: now }, now)).toBe('fall');
    expect(tierVerdict({ ...facts, reached: 2, fallsAt: later }, now)).toBe('safe');
    expect(tierVerdict({ ...facts, heldUntil: later, fallsAt: now }, now)).toBe('keep');
    expect(tierVerdict({ ...facts, tier: '老会员', current: null }, now)).toBe('rise');
  });
});

test('care tells of points that are nearly over and of a tier that was reached, and sends a voucher with the message or not at all', async () => {
  const { care, careRules, points, vouchers, consents, tiers } = house.services;
  const { clock } = house;
  const { id: customerId } = await buildCustomer(house, { name: '李雷' });
  const { id: conversationId } = await buildConversation(house, { customerId });
  await consents.record({
    customerId,
    purpose: 'care',
    channel: 'any',
    granted: true,
    wording: '1',
    source: 'customer',
  });
  await points.setRules({ ...defaultPointsRules, months: 1 }, staffId);
  await give(customerId, 70);
  await tiers.setRules({ ...defaultTierRules, active: true }, staffId);
  await buy(customerId, 400_000);
  await tiers.runDue(clock.now());
  const rule = (more: object) => ({
    name: { zh: '规则', en: 'Rule' },
    categoryKey: null,
    tiers: [],
    act: 'message' as const,
    level: 'financial' as const,
    orCall: false,
    controlPercent: 0,
    active: true,
    days: 0,
    occasion: 'tierReached',
    text: { zh: '{tier} {voucher}', en: '{tier} {voucher}' },
    ...more,
  });
  const worth = { kind: 'percent' as const, amount: 10, minCents: 0, days: 30 };
  await careRules.save(rule({ act: 'voucher', voucher: worth }), staffId);
  await careRules.save(
    rule({ occasion: 'pointsExpiring', days: -14, text: { zh: '{points} {date}', en: '{points}' } }),
    staffId,
  );
  await careRules.setManners({ days: 1, quietFrom: '22:00', quietTo: '08:00' }, staffId);
  await care.runDue(clock.now());
  await care.runDue(clock.now());
  const [voucher] = await vouchers.usable(customerId);
  expect(voucher).toMatchObject({ kind: 'percent', amount: 10, cause: 'care' });
  const texts = async () =>
    Promise.all(
      house.sent
        .filter((event) => event.conversationId === conversationId)
        .map(async ({ ids }) => (await care.text(ids.messageId as string))?.text.zh),
    );
  expect(await texts()).toEqual([`金卡 ${voucher!.code}`]);
  clock.add({ days: 17 });
  await care.runDue(clock.now());
  expect(await texts()).toEqual([`金卡 ${voucher!.code}`, '70 2026-08-15']);
  expect(await vouchers.usable(customerId)).toHaveLength(1);
  await points.setRules(defaultPointsRules, staffId);
  clock.time = wednesday;
});
