import fc from 'fast-check';
import { v7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { csvLine } from '#api/tables/csv.ts';
import { apportion } from '#crm/costs/apportion.ts';
import { costSettingsSchema, defaultCostSettings, inCents, type Priced } from '#crm/costs/rates.ts';
import { fileRows } from '#crm/reports/relation/relationTable.ts';
import { testDatabase } from '#test/support/database.ts';
import { products, storeCatalogue } from './catalogue.ts';
import {
  buildActivity,
  buildConversation,
  buildCustomer,
  buildHouse,
  buildStaff,
  type House,
  TestClock,
} from './support.ts';

const database = testDatabase();
let house: House;
const [first, second] = [products.humidifier, products.faceWash];
beforeAll(async () => {
  house = buildHouse(database.db, new TestClock(new Date('2026-07-15T12:00:00Z')));
  await storeCatalogue(database.db);
});

/** At a time of the 15th of July, in Shanghai's afternoon. */
const at = (time: string) => new Date(`2026-07-15T${time}Z`);

/** A conversation of these messages: sender, time, and the product that an answer rests on. */
async function talk(customerId: string, said: [sender: string, time: string, sku?: string][]): Promise<string> {
  const { id } = await buildConversation(house, { customerId, createdAt: at(said[0]![1]) });
  for (const [place, [sender, time, sku]] of said.entries())
    await buildActivity(house, {
      id: v7({ msecs: at(time).getTime(), seq: place }),
      conversationId: id,
      sequence: place + 1,
      direction: sender === 'customer' ? 'inbound' : 'outbound',
      sender,
      createdAt: at(time),
      body: sku ? { channelData: { sources: [{ documentId: `product:${sku}`, title: '' }] } } : {},
    });
  return id;
}

const span = { from: '2026-07-15', to: '2026-07-15' };
const costs = async (by = 'product', more = {}) => {
  const table = await house.services.relationReports.table('enquiryCosts', { ...span, by, ...more });
  const place = (key: string) => table.columns.findIndex((column) => column.key === key);
  const figure = (cells: (typeof table.rows)[number]['cells'], key: string) => cells[place(key)]!.value;
  return {
    table,
    of: (value: string, key: string) => figure(table.rows.find((row) => row.value === value)!.cells, key),
    total: (key: string) => figure(table.total!, key),
  };
};

test('minutes x rate + tokens + fees, divided between the products that a conversation was about; it stays when the customer leaves', async () => {
  const { services, db } = house;
  const { id: staffId } = await buildStaff(house);
  const { id: customerId } = await buildCustomer(house, { tier: 'gold' });
  // Staff: two minutes, ten minutes of which five count, five seconds that count as thirty: 450 s.
  const conversationId = await talk(customerId, [
    ['customer', '06:00:00'],
    ['bot', '06:00:01', first.sku],
    ['customer', '06:00:30'],
    ['staff', '06:02:30'],
    ['customer', '06:03:00'],
    ['staff', '06:13:00'],
    ['staff', '06:13:05'],
  ]);
  await db.client.modelCall.create({
    data: {
      conversationId,
      at: at('06:00:01'),
      purpose: 'answering',
      model: 'm',
      inputTokens: 1000,
      outputTokens: 201,
      costMicros: 30_000n,
      ms: 9,
      outcome: 'answered',
    },
  });
  const complaint = {
    customerId,
    conversationId,
    productId: second.id,
    language: 'zh',
    whatHappened: '漏',
    createdAt: at('06:04:00'),
  };
  const { id: complaintId } = await db.client.complaint.create({ data: complaint });
  await db.client.task.create({
    data: {
      type: 'complaint',
      title: 'C',
      state: 'done',
      dueAt: at('07:00:00'),
      completedAt: at('07:00:00'),
      complaintId,
      customerId,
    },
  });
  // Only written to: no enquiry.
  await talk(customerId, [['bot', '08:00:00']]);
  // About nothing in particular, and no person.
  await talk(customerId, [
    ['customer', '09:00:00'],
    ['bot', '09:00:01'],
  ]);
  await services.costRates.set(
    { ...defaultCostSettings, rates: [{ from: null, hourCents: 6000, taskMinutes: 10, messageCents: { test: 5 } }] },
    staffId,
  );
  expect(await services.enquiries.count(house.clock.now())).toBeGreaterThan(0);
  const check = async () => {
    const { of, total, table } = await costs();
    // 450 s at 60 an hour: 7.50; a task of ten minutes: 10; model 0.03; four messages at 0.05: 0.20.
    expect([total('staffCost'), total('modelCost'), total('feeCost'), total('cost')]).toEqual([1750, 3, 25, 1778]);
    expect(of(first.id, 'cost')! + of(second.id, 'cost')!).toBe(1773);
    expect(Math.abs(of(first.id, 'cost')! - of(second.id, 'cost')!)).toBeLessThanOrEqual(1);
    expect(of('', 'cost')).toBe(5);
    expect(of(first.id, 'tokens')! + of(second.id, 'tokens')!).toBe(1201);
    expect(of(first.id, 'staffMinutes')).toBeCloseTo(8.75, 5);
    expect([of(first.id, 'enquiries'), of('', 'enquiries'), total('enquiries')]).toEqual([0.5, 1, 2]);
    // One enquiry says nothing of what one costs.
    expect(of(first.id, 'costEach')).toBeNull();
    expect(fileRows(table, 'zh').map(csvLine).at(-1)).toContain('17.78');
  };
  await check();
  const byChannel = await costs('channel');
  expect(byChannel.of('test', 'cost')).toBe(1778);
  // An enquiry is a row behind the line, with all its parts.
  const whole = await services.relationReports.behind('enquiryCosts', { ...span, by: 'channel' }, 'test', {});
  expect(whole.items.map(({ cents, facts }) => [cents, facts.part, facts.parts]).sort()).toEqual([
    [1773, 2, 2],
    [5, 1, 1],
  ]);
  expect((await costs('tier')).of('gold', 'cost')).toBe(1778);
  expect((await costs('category', { productId: first.id })).total('cost')).toBe((await costs()).of(first.id, 'cost'));
  const { items } = await services.relationReports.behind('enquiryCosts', { ...span, by: 'product' }, second.id, {});
  expect(items).toMatchObject([
    { kind: 'conversation', id: conversationId, cents: 886.5, facts: { part: 1, parts: 2, channel: 'test' } },
  ]);
  // Safe to run twice; and whoever leaves takes no cost along, though the words that told the product go.
  await services.enquiries.count(house.clock.now());
  await check();
  await db.client.enquiryPart.deleteMany();
  await db.client.enquiryDay.deleteMany();
  await services.privacy.erase(customerId, { source: 'staff', staffId });
  await services.enquiries.count(house.clock.now());
  await check();
  expect(
    (await services.relationReports.behind('enquiryCosts', { ...span, by: 'product' }, second.id, {})).items[0]!.name,
  ).toBeNull();
  // A rate that begins later leaves what was before as it was.
  const rates = [
    ...(await services.costRates.get()).rates,
    { from: '2026-07-16', hourCents: 9000, taskMinutes: 10, messageCents: {} },
  ];
  await services.costRates.set({ ...defaultCostSettings, rates }, staffId);
  await check();
  await services.costRates.set(
    { ...defaultCostSettings, rates: [rates[0]!, { ...rates[1]!, from: '2026-07-15' }] },
    staffId,
  );
  expect((await costs()).total('cost')).toBe(2625 + 3);
});

test('rates that make no sense are refused, each with its reason', () => {
  const rate = defaultCostSettings.rates[0]!;
  const refused = (change: object) => costSettingsSchema.safeParse({ ...defaultCostSettings, ...change }).success;
  for (const rates of [
    [],
    [{ ...rate, from: '2026-01-01' }],
    [rate, rate],
    [rate, { ...rate, from: '2026-02-30' }],
    [{ ...rate, hourCents: -1 }],
    [{ ...rate, messageCents: { 'a b': 1 } }],
    [{ ...rate, taskMinutes: Number.NaN }],
  ])
    expect(refused({ rates })).toBe(false);
  expect(refused({ marginPercent: 101 })).toBe(false);
  expect(refused({ categoryMargins: { care: 30.5 }, marginPercent: null })).toBe(true);
});

test('parts add up to the whole, each within one of its fair share, whatever there is to divide', () => {
  fc.assert(
    fc.property(
      fc.nat(10_000_000),
      fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 40 }),
      (total, weights) => {
        const parts = apportion(total, weights);
        const sum = weights.reduce((a, b) => a + b, 0);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
        for (const [place, part] of parts.entries())
          expect(Math.abs(part - (sum > 0 ? total * (weights[place]! / sum) : total / parts.length))).toBeLessThan(
            1.001,
          );
      },
    ),
  );
  const micros = fc.double({ min: 0, max: 1e12, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(fc.record({ staff: micros, model: micros, fees: micros }), { minLength: 1, maxLength: 20 }),
      (lines: Priced[]) => {
        const cents = inCents(lines);
        for (const { staff, model, fees, total } of cents) expect(staff + model + fees).toBe(total);
        const whole = lines.reduce((sum, { staff, model, fees }) => sum + staff + model + fees, 0) / 10_000;
        expect(cents.reduce((sum, { total }) => sum + total, 0)).toBe(Math.round(whole));
      },
    ),
  );
});

test('parts of random conversations add up to what was used, and days to their parts', async () => {
  const { db, services } = house;
  const skus = Object.values(products)
    .slice(0, 3)
    .map(({ sku }) => sku);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(2), fc.nat(500)), { minLength: 1, maxLength: 6 }), async (answers) => {
      const { id: customerId } = await buildCustomer(house);
      const id = await talk(customerId, [
        ['customer', '03:00:00'],
        ...answers.map(([sku], place): [string, string, string] => [
          'bot',
          `03:00:${String(place + 1).padStart(2, '0')}`,
          skus[sku % skus.length]!,
        ]),
      ]);
      const tokens = answers.reduce((sum, [, used]) => sum + used, 0);
      await db.client.modelCall.create({
        data: {
          conversationId: id,
          at: at('03:00:01'),
          purpose: 'answering',
          model: 'm',
          inputTokens: tokens,
          outputTokens: 0,
          costMicros: BigInt(tokens * 7),
          ms: 1,
          outcome: 'answered',
        },
      });
      await services.enquiries.count(house.clock.now());
      const parts = await db.client.enquiryPart.findMany({ where: { conversationId: id } });
      const sum = (key: 'tokens' | 'modelMicros' | 'milliMessages' | 'milliEnquiries') =>
        parts.reduce((all, part) => all + Number(part[key]), 0);
      expect([sum('tokens'), sum('modelMicros'), sum('milliMessages'), sum('milliEnquiries')]).toEqual([
        tokens,
        tokens * 7,
        answers.length * 1000,
        1000,
      ]);
      for (const part of parts)
        expect(Math.abs(Number(part.tokens) - (tokens * part.part) / part.parts)).toBeLessThan(1);
    }),
    { numRuns: 8 },
  );
  const [raw] = await db.client.$queryRaw<
    object[]
  >`SELECT sum(tokens) AS tokens, sum("staffMs") AS ms, sum("milliTasks") AS tasks FROM "EnquiryPart"`;
  const [days] = await db.client.$queryRaw<
    object[]
  >`SELECT sum(tokens) AS tokens, sum("staffMs") AS ms, sum("milliTasks") AS tasks FROM "EnquiryDay"`;
  expect(days).toEqual(raw);
});
