import fc from 'fast-check';
import { v7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { defaultCostSettings } from '#crm/costs/rates.ts';
import { relationReportNames, relationReports } from '#crm/reports/relation/relationReports.ts';
import type { RelationReport } from '#crm/reports/relation/table.ts';
import { marginMultiple } from '#crm/segments/lifetime.ts';
import { testDatabase } from '#test/support/database.ts';
import { wholeShop } from '../../web/insights/relation/wholeShop.ts';
import { products, storeCatalogue } from './catalogue.ts';
import { buildCustomer, buildHouse, buildStaff, type House, TestClock } from './support.ts';

const database = testDatabase();
let house: House;
let staffId: string;
const noon = (day: string) => new Date(`${day}T04:00:00Z`);
beforeAll(async () => {
  house = buildHouse(database.db, new TestClock(noon('2026-07-15')));
  await storeCatalogue(database.db);
  staffId = (await buildStaff(house)).id;
  await house.services.costRates.set({ ...defaultCostSettings, marginPercent: 40 }, staffId);
});

let number = 0;
const buy = (customerId: string, day: string, amountCents = 10_000, productId = products.humidifier.id) =>
  database.db.client.purchase.create({
    data: { customerId, productId, orderNumber: `R${++number}`, amountCents, purchasedAt: noon(day) },
  });
const step = (customerId: string, day: string, from: string | null, to: string, lastOn: string | null = null) =>
  database.db.client.customerStep.create({
    data: { customerId, kind: 'segment', from, to, at: noon(day), evidence: { lastOn } },
  });

async function look(report: (typeof relationReportNames)[number], query: object) {
  const table = await house.services.relationReports.table(report, query);
  const figure = (cells: (typeof table.rows)[number]['cells'], key: string) =>
    cells[table.columns.findIndex((column) => column.key === key)]!;
  return {
    table,
    of: (value: string, key: string) => figure(table.rows.find((row) => row.value === value)!.cells, key),
    total: (key: string) => figure(table.total!, key),
  };
}

test('cost of leaving: the margin of the last year times r / (1 + i - r)', async () => {
  // Five who bought in the year before the last, three of them again: r = 0.6; with i = 0.1 that is 1.2 yearly margins.
  for (let place = 0; place < 5; place++) {
    const { id } = await buildCustomer(house, { tier: 'gold' });
    await buy(id, '2025-03-01');
    if (place < 3) await buy(id, '2026-07-01', 5000);
  }
  // Five who stopped: 100 yuan each in their last year, and 70 before it that do not count. One came back.
  for (let place = 0; place < 5; place++) {
    const { id } = await buildCustomer(house, { tier: 'silver' });
    await buy(id, '2025-08-01', 7000, products.faceWash.id);
    await buy(id, '2026-02-01', 3000, products.faceWash.id);
    await database.db.client.purchase.updateMany({
      where: { customerId: id, amountCents: 7000 },
      data: { purchasedAt: noon('2025-01-31') },
    });
    await step(id, '2026-05-10', 'silent', 'lost', '2026-02-01');
    if (place === 0) await buy(id, '2026-07-10', 100);
  }
  await house.services.segmentMonths.count(house.clock.now());
  const span = { from: '2026-05-01', to: '2026-05-31' };
  const { total, of, table } = await look('leaving', { ...span, by: 'tier' });
  // Ten bought in the year before the last one; the three, and those whose last year began in February.
  expect(table.facts).toMatchObject({ retained: 8 / 10, retainedN: 10 });
  const multiple = 0.8 / (1.1 - 0.8);
  expect(total('lost').value).toBe(5);
  expect(of('silver', 'yearRevenue').value).toBe(15_000);
  expect(of('silver', 'yearMargin').value).toBeCloseTo(6000, 6);
  expect(of('silver', 'leavingCost').value).toBeCloseTo(6000 * multiple, 6);
  expect(of('silver', 'backShare')).toMatchObject({ value: 0.2, n: 5 });
  expect((await look('leaving', { ...span, by: 'product' })).of(products.faceWash.id, 'yearRevenue').value).toBe(
    15_000,
  );
  expect((await look('leaving', { ...span, by: 'segment' })).of('silent', 'lost').value).toBe(5);
  // Who is lost again in the same span counts once, the last time; in a span that ends before, the first time.
  const { customerId } = await database.db.client.customerStep.findFirstOrThrow({ where: { to: 'lost' } });
  await step(customerId, '2026-05-20', 'active', 'lost', '2026-02-01');
  await house.services.segmentMonths.count(house.clock.now());
  const again = await look('leaving', { ...span, by: 'segment' });
  expect([again.of('active', 'lost').value, again.of('silent', 'lost').value, again.total('lost').value]).toEqual([
    1, 4, 5,
  ]);
  const first = await look('leaving', { ...span, to: '2026-05-15', by: 'segment' });
  expect(first.of('silent', 'lost').value).toBe(5);
  // Of one product, and of another of which none of them bought anything.
  expect((await look('leaving', { ...span, by: 'tier', productId: products.faceWash.id })).total('lost').value).toBe(5);
  expect((await look('leaving', { ...span, by: 'tier', productId: products.humidifier.id })).total('lost').value).toBe(
    0,
  );
  expect((await look('leaving', { from: '2026-06-01', to: '2026-06-30', by: 'tier' })).table.rows).toEqual([]);
  await house.services.costRates.set(defaultCostSettings, staffId);
  expect((await look('leaving', { ...span, by: 'tier' })).total('leavingCost').value).toBeNull();
  await house.services.costRates.set({ ...defaultCostSettings, marginPercent: 40 }, staffId);
});

test('nobody tells a multiple of fewer than five, nor where it has no end', () => {
  expect(marginMultiple({ base: 5, kept: 3 }, 10)).toBeCloseTo(1.2, 12);
  expect(marginMultiple({ base: 4, kept: 3 }, 10)).toBeNull();
  expect(marginMultiple({ base: 5, kept: 5 }, 0)).toBeNull();
});

const segmentNames = ['prospect', 'active', 'silent', 'lost'];
const monthOf = (day: string) => `${day.slice(0, 7)}-01`;
const dayOfYear = (place: number) => new Date(Date.UTC(2026, 0, 1 + place)).toISOString().slice(0, 10);

test('segments and cohorts by month are what the history says, whatever happens', async () => {
  const { client } = database.db;
  const moves = fc.array(fc.tuple(fc.nat(180), fc.nat(3)), { minLength: 1, maxLength: 6 });
  const days = fc.array(fc.nat(190), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ moves, days, gone: fc.boolean() }), { minLength: 1, maxLength: 5 }),
      async (people) => {
        await client.customerStep.deleteMany();
        await client.purchase.deleteMany();
        const stood: { day: string; segment: string }[][] = [];
        const bought: string[][] = [];
        const left: object[] = [];
        for (const person of people) {
          const { id } = await buildCustomer(house);
          const places = [...new Map(person.moves.map(([day, segment]) => [day, segment]))].sort(([a], [b]) => a - b);
          let from: string | null = null;
          const history: { day: string; segment: string }[] = [];
          for (const [place, to] of places) {
            const segment = segmentNames[to]!;
            if (segment === from) continue;
            // Those who were lost had bought up to their last purchase of that day, and some have come back.
            const days = person.days.map(dayOfYear);
            const lastOn =
              days
                .filter((day) => day <= dayOfYear(place))
                .sort()
                .at(-1) ?? null;
            const { at } = await step(id, dayOfYear(place), from, segment, lastOn);
            if (segment === 'lost' && lastOn)
              left.push({
                at,
                from,
                cents: 100 * days.filter((day) => day <= lastOn).length,
                back: days.some((day) => day > dayOfYear(place)),
              });
            history.push({ day: dayOfYear(place), segment });
            from = segment;
          }
          if (person.gone) {
            await client.customer.update({ where: { id }, data: { erasedAt: noon('2026-07-01') } });
            history.push({ day: '2026-07-01', segment: 'erased' });
          }
          stood.push(history);
          for (const place of person.days) await buy(id, dayOfYear(place), 100);
          bought.push([...new Set(person.days.map(dayOfYear))].sort());
        }
        await house.services.segmentMonths.count(house.clock.now());
        const counted = await client.leaverYear.findMany();
        const inOrder = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort();
        expect(inOrder(counted.map(({ at, from, cents, back }) => ({ at, from, cents: Number(cents), back })))).toEqual(
          inOrder(left),
        );
        for (const row of await client.segmentMonth.findMany()) {
          const month = row.month.toISOString().slice(0, 10);
          const at = stood.map((history) => history.findLast(({ day }) => monthOf(day) <= month)?.segment);
          expect(row.customers, `${month} ${row.segment}`).toBe(at.filter((segment) => segment === row.segment).length);
        }
        const months = (a: string, b: string) =>
          (Number(b.slice(0, 4)) - Number(a.slice(0, 4))) * 12 + Number(b.slice(5, 7)) - Number(a.slice(5, 7));
        for (const row of await client.cohortMonth.findMany()) {
          const first = row.first.toISOString().slice(0, 10);
          const theirs = bought.filter(([day]) => day && monthOf(day) === first);
          const again = theirs.filter(([begin, second]) => second && months(begin!, second) <= row.later);
          expect([row.customers, row.bought], `${first} + ${row.later}`).toEqual([theirs.length, again.length]);
        }
      },
    ),
    { numRuns: 12 },
  );
});

test('every analysis says what its rows say, and the rows behind a line are as many as it counts', async () => {
  const { client } = database.db;
  const { services, clock } = house;
  await client.customerStep.deleteMany();
  await client.purchase.deleteMany();
  const people: string[] = [];
  for (let place = 0; place < 8; place++) {
    const { id } = await buildCustomer(house, {
      tier: place < 6 ? 'gold' : null,
      city: '杭州',
      birthday: new Date('1990-05-05'),
      createdAt: noon('2026-03-01'),
    });
    people.push(id);
    await buy(id, '2026-04-01', 10_000);
    if (place < 6) await buy(id, '2026-05-01', 2000, products.faceWash.id);
    if (place < 2) await buy(id, '2026-06-01', 10_000);
  }
  const rule = await client.careRule.create({
    data: {
      id: v7(),
      name: { zh: '生日', en: 'Birthday' },
      occasion: 'birthday',
      act: 'message',
      text: {},
      level: 'social',
    },
  });
  for (const [place, customerId] of people.entries())
    await client.careMessage.create({
      data: {
        ruleId: rule.id,
        customerId,
        occasion: `${place}`,
        state: 'sent',
        dueAt: noon('2026-04-20'),
        decidedAt: noon('2026-04-20'),
      },
    });
  await client.preference.create({
    data: { customerId: people[0]!, key: 'fragrance', value: '茉莉', quote: '我喜欢茉莉', confirmed: true },
  });
  await client.voucher.create({
    data: {
      code: 'R-1',
      customerId: people[0]!,
      kind: 'value',
      amount: 500,
      cause: 'care',
      issuedAt: noon('2026-05-01'),
      validUntil: noon('2026-08-01'),
      redeemedAt: noon('2026-05-02'),
      redeemedBy: 'staff',
    },
  });
  await services.segments.runDue(clock.now());
  await services.segmentMonths.count(clock.now());
  const span = { from: '2026-03-01', to: '2026-07-15' };
  // Two channels: in the line of each. Nobody else has one, nor a birthday.
  const standing = { where: { customerId: people[0]! }, data: { channels: 'directline,wechat' } };
  await client.customerSegment.update(standing);
  const byChannel = await look('profiling', { ...span, by: 'channel' });
  expect(['directline', 'wechat'].map((channel) => byChannel.of(channel, 'customers').value)).toEqual([1, 1]);
  expect(byChannel.table.countedAt).toEqual(clock.now());
  const byAge = await look('profiling', { ...span, by: 'age' });
  expect([byAge.of('a30', 'customers').value, byAge.table.rows.map(({ value }) => value)]).toEqual([8, ['', 'a30']]);
  const profile = await look('profiling', { ...span, by: 'city' });
  expect(profile.of('杭州', 'customers').value).toBe(8);
  expect(profile.of('杭州', 'paidEach').value).toBe((8 * 10_000 + 6 * 2000 + 2 * 10_000) / 8);
  expect((await look('persistency', { ...span, by: 'tier' })).of('gold', 'againShare').value).toBe(1);
  const profit = await look('profitability', { ...span, by: 'tier' });
  expect([profit.of('gold', 'revenue').value, profit.of('gold', 'given').value]).toEqual([92_000, 500]);
  expect(profit.of('gold', 'left').value).toBeCloseTo(0.4 * 92_000 - 500, 6);
  const sales = await look('performance', { ...span, by: 'product' });
  expect([sales.of(products.humidifier.id, 'orders').value, sales.total('revenue').value]).toEqual([10, 112_000]);
  expect((await look('prospecting', { ...span, by: 'month' })).of('2026-03-01', 'wonShare')).toMatchObject({
    value: 1,
    n: 8,
  });
  expect(
    (await look('productAnalysis', { ...span, by: 'product' })).of(products.humidifier.id, 'againShare'),
  ).toMatchObject({ value: 0.25, n: 8 });
  // The month of the clock is not over: nothing is told of it.
  const cohort = await look('cohorts', span);
  expect(['m1', 'm2', 'm3'].map((key) => cohort.of('2026-04-01', key))).toMatchObject([
    { value: 0.75, n: 8 },
    { value: 0.75, n: 8 },
    { value: null },
  ]);
  expect(cohort.total('m3').value).toBeNull();
  const pair = (await look('productAnalysis', { ...span, by: 'pair' })).table.rows[0]!;
  expect(pair.cells.map(({ value }) => value)).toEqual([6, 0.75, expect.any(Number), 1]);
  expect((await look('promotion', { ...span, by: 'rule' })).of(rule.id, 'sentBought')).toMatchObject({
    value: 0.75,
    n: 8,
  });
  const counted: Record<string, string> = {
    profiling: 'customers',
    persistency: 'buyers',
    profitability: 'buyers',
    prospecting: 'newCustomers',
    leaving: 'lost',
    cohorts: 'firstBuyers',
    productAnalysis: 'buyers',
    promotion: 'sent',
  };
  const erased = await client.customer.findMany({ where: { erasedAt: { not: null } }, select: { id: true } });
  const gone = new Set(erased.map(({ id }) => id));
  for (const report of relationReportNames) {
    const { bys }: RelationReport = relationReports[report];
    for (const by of bys) {
      const { table } = await look(report, { ...span, by });
      const place = table.columns.findIndex(({ key }) => key === counted[report]);
      for (const row of table.rows.slice(0, 2)) {
        const { items } = await services.relationReports.behind(report, { ...span, by }, row.value, { limit: 200 });
        if (place >= 0) expect(items.length, `${report} ${by} ${row.value}`).toBe(row.cells[place]!.value);
        // Whom an action concerns: each once, whatever page of the list is shown.
        const behind = await services.relationReports.people(report, { ...span, by }, row.value);
        expect(behind.customerIds.toSorted()).toEqual(
          [...new Set(items.flatMap(({ customerId }) => customerId ?? []))].filter((id) => !gone.has(id)).sort(),
        );
      }
      const lines = await Promise.all(
        table.rows.map(({ value }) => services.relationReports.people(report, { ...span, by }, value)),
      );
      const all = await services.relationReports.people(report, { ...span, by }, null);
      expect(all.customerIds.toSorted(), `${report} ${by}`).toEqual(
        [...new Set(lines.flatMap(({ customerIds }) => customerIds))].sort(),
      );
      expect(all.total).toBe(all.customerIds.length);
      // One product: its figures alone, or a clear no; the page knows which.
      const ofProduct = look(report, { ...span, by, productId: products.faceWash.id });
      if (wholeShop[report]?.includes(by)) await expect(ofProduct).rejects.toMatchObject({ code: 'invalidInput' });
      else expect((await ofProduct).table.productId).toBe(products.faceWash.id);
      expect((await services.relationReports.behind(report, { ...span, by }, 'nothing', {})).items).toEqual([]);
    }
  }
  const faceWash = { ...span, productId: products.faceWash.id };
  expect((await look('profiling', { ...faceWash, by: 'city' })).of('杭州', 'customers').value).toBe(6);
  expect((await look('persistency', { ...faceWash, by: 'tier' })).table.rows.map(({ n }) => n)).toEqual([6]);
  expect((await look('profitability', { ...faceWash, by: 'tier' })).of('gold', 'given').value).toBe(0);
  expect((await look('prospecting', { ...faceWash, by: 'month' })).of('2026-03-01', 'wonSoFar').value).toBe(6);
  expect((await look('promotion', { ...faceWash, by: 'rule' })).of(rule.id, 'sentBought').value).toBe(0.75);
  const humidifier = { ...span, productId: products.humidifier.id };
  expect((await look('promotion', { ...humidifier, by: 'rule' })).of(rule.id, 'sentBought').value).toBe(0);
  expect((await look('productAnalysis', { ...humidifier, by: 'pair' })).table.rows).toHaveLength(1);
  await client.customer.update({ where: { id: people[7]! }, data: { erasedAt: clock.now() } });
  await client.customer.update({ where: { id: people[6]! }, data: { mergedIntoId: people[0]! } });
  expect(await services.relationReports.people('performance', { ...humidifier, by: 'product' }, null)).toEqual({
    total: 6,
    unnamed: 1,
    customerIds: expect.arrayContaining(people.slice(0, 6)),
  });
  await client.customer.update({ where: { id: people[6]! }, data: { mergedIntoId: null } });
  await expect(look('leaving', { by: 'colour' })).rejects.toMatchObject({ code: 'invalidInput' });
  await expect(look('leaving', { from: '2026-02-01', to: '2026-01-01' })).rejects.toMatchObject({
    code: 'invalidInput',
  });
  // The customer's own page: two orders of 100 and one of 20, a voucher, no enquiries.
  const worth = await services.relationReports.lifetime(people[0]!);
  expect(worth.total).toMatchObject({
    orders: 3,
    paidCents: 22_000,
    marginCents: 8800,
    enquiryCents: 0,
    givenCents: 500,
  });
  expect(worth.leftCents).toBe(8300);
});

test('who bought two products of a kind is one buyer of it, again only at another time', async () => {
  const span = { from: '2024-02-01', to: '2024-02-29', by: 'category' };
  for (let place = 0; place < 6; place++) {
    const { id } = await buildCustomer(house);
    await buy(id, '2024-02-03', 100, products.faceWash.id);
    await buy(id, place < 2 ? '2024-02-09' : '2024-02-03', 100, products.acidCream.id);
  }
  const sold = await look('productAnalysis', span);
  expect([sold.of('skinCare', 'buyers').value, sold.of('skinCare', 'pieces').value]).toEqual([6, 12]);
  expect(sold.of('skinCare', 'againShare')).toMatchObject({ value: 2 / 6, n: 6 });
  const { items } = await house.services.relationReports.behind('productAnalysis', span, 'skinCare', {});
  expect(items).toHaveLength(6);
  // An order of three rows, two of them of one kind, is one order of each kind, of the month, and of each product.
  const { id: customerId } = await buildCustomer(house);
  const row = { customerId, orderNumber: 'R-three', amountCents: 100, purchasedAt: noon('2024-02-20') };
  const bought = [products.faceWash.id, products.acidCream.id, products.humidifier.id];
  await database.db.client.purchase.createMany({
    data: bought.map((productId, place) => ({ ...row, productId, line: place + 2 })),
  });
  const kinds = await look('performance', span);
  expect([kinds.of('skinCare', 'orders').value, kinds.of('airWater', 'orders').value]).toEqual([13, 1]);
  const months = await look('performance', { ...span, by: 'month' });
  expect(months.of('2024-02-01', 'orders').value).toBe(13);
  const ofCream = await look('performance', { ...span, by: 'month', productId: products.acidCream.id });
  expect(ofCream.of('2024-02-01', 'orders').value).toBe(7);
});
