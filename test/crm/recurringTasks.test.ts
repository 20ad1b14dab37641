import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, test } from 'vitest';
import { namesDay, nextAfter, type Rhythm, rhythmSchema } from '#crm/tasks/recurring/rhythm.ts';
import { recurringTasks } from '#prisma/seed/recurringTasks.ts';
import { testDatabase } from '#test/support/database.ts';
import { buildCustomer, buildHouse, buildStaff, dismissEverybody, type House, wednesday } from './support.ts';

const database = testDatabase();
const zone = 'Asia/Shanghai';
const always = () => true;
const rhythm = (given: Partial<Rhythm>): Rhythm =>
  rhythmSchema.parse({ every: 'day', time: '09:00', startsOn: '2026-07-01', ...given });
const localOf = (at: Date) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDateTime().toString();

describe('a rhythm', () => {
  test.each<[string, Partial<Rhythm>, string, string]>([
    ['daily, later today', { time: '18:00' }, '2026-07-15T10:00', '2026-07-15T18:00:00'],
    ['daily, tomorrow once today’s time has come', {}, '2026-07-15T09:00', '2026-07-16T09:00:00'],
    ['every third day from its start', { interval: 3 }, '2026-07-15T10:00', '2026-07-16T09:00:00'],
    ['on weekdays', { every: 'week', weekdays: [1, 4] }, '2026-07-15T10:00', '2026-07-16T09:00:00'],
    ['every second week', { every: 'week', weekdays: [3], interval: 2 }, '2026-07-15T10:00', '2026-07-29T09:00:00'],
    ['on the last day of a short month', { every: 'month', monthDay: 31 }, '2026-08-31T10:00', '2026-09-30T09:00:00'],
    ['not before it starts', { startsOn: '2026-12-01' }, '2026-07-15T10:00', '2026-12-01T09:00:00'],
  ])('%s', (_name, given, after, expected) => {
    const at = nextAfter(rhythm(given), new Date(`${after}:00+08:00`), zone, always);
    expect(localOf(at)).toBe(expected);
  });

  test('goes from a free day to the next on which people work, and does not come twice for it', () => {
    const weekend = (date: string) => Temporal.PlainDate.from(date).dayOfWeek < 6;
    const daily = rhythm({ workdaysOnly: true });
    const friday = new Date('2026-07-17T09:00:00+08:00');
    const monday = nextAfter(daily, friday, zone, weekend);
    expect(localOf(monday)).toBe('2026-07-20T09:00:00');
    expect(localOf(nextAfter(daily, monday, zone, weekend))).toBe('2026-07-21T09:00:00');
  });

  test('is what a look at day after day finds', () => {
    const given = fc.record({
      every: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
      interval: fc.integer({ min: 1, max: 6 }),
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 }),
      monthDay: fc.integer({ min: 1, max: 31 }),
      workdaysOnly: fc.boolean(),
    });
    const free = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 20 });
    const start = Temporal.PlainDate.from('2026-07-01');
    fc.assert(
      fc.property(given, free, fc.integer({ min: 0, max: 40 }), (parts, freeDays, offset) => {
        const made = rhythm(parts);
        const off = new Set(freeDays.map((days) => start.add({ days }).toString()));
        const works = (date: string) => !off.has(date);
        const after = start.add({ days: offset });
        const from = new Date(after.toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).epochMilliseconds);
        const times: string[] = [];
        for (let days = 0; days < 400; days++) {
          let day = start.add({ days });
          if (!namesDay(made, day)) continue;
          while (made.workdaysOnly && !works(day.toString())) day = day.add({ days: 1 });
          if (Temporal.PlainDate.compare(day, after) > 0) times.push(`${day}T09:00:00`);
        }
        expect(localOf(nextAfter(made, from, zone, works))).toBe(times.sort()[0]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('tasks that come back', () => {
  let house: House;
  let staffId: string;
  const input = {
    detail: null,
    type: 'custom',
    priority: 'normal' as const,
    teamKey: null,
    ownerId: null,
    customerId: null,
    active: true,
  };

  beforeEach(async () => {
    house = buildHouse(database.db);
    await dismissEverybody(house);
    await database.db.client.task.deleteMany();
    await database.db.client.recurringTask.deleteMany();
    staffId = (await buildStaff(house)).id;
  });

  test('are raised once each time, by two instances too; not while the last one is open', async () => {
    const { recurringTasks: recurring, tasks } = house.services;
    const made = await recurring.save({ ...input, title: '盘点', rhythm: rhythm({ time: '11:00' }) }, staffId);
    expect(made.coming.map(localOf)).toEqual(['2026-07-15T11:00:00', '2026-07-16T11:00:00', '2026-07-17T11:00:00']);
    const other = buildHouse(database.db).services.recurringTasks;
    const at = (local: string) => new Date(`${local}:00+08:00`);
    expect(await recurring.runDue(at('2026-07-15T10:59'))).toBe(0);
    const first = await Promise.all([recurring.runDue(at('2026-07-15T11:00')), other.runDue(at('2026-07-15T11:00'))]);
    expect(first[0] + first[1]).toBe(1);
    expect(await recurring.runDue(at('2026-07-15T11:00'))).toBe(0);
    expect(await recurring.runDue(at('2026-07-16T11:00'))).toBe(0);
    const { items } = await tasks.list({ scope: 'all', staffId });
    expect(items.map(({ title }) => title)).toEqual(['盘点']);
    expect((await tasks.get(items[0]!.id)).events.map(({ kind }) => kind)).toEqual(['raised', 'cameAgain']);
    await tasks.complete(items[0]!.id, { staffId, outcome: 'solved' });
    // Days on which nobody ran are made up for by one.
    expect(await recurring.runDue(at('2026-07-20T12:00'))).toBe(1);
    expect((await recurring.list())[0]!.coming.map(localOf)[0]).toBe('2026-07-21T11:00:00');
  });

  test('may be done for a customer: each one is with them', async () => {
    const { recurringTasks: recurring, tasks } = house.services;
    const customer = await buildCustomer(house, { name: '沈青' });
    const given = { ...input, type: 'care', customerId: customer.id, title: '问候', rhythm: rhythm({}) };
    expect(await recurring.save(given, staffId)).toMatchObject({ customer: { id: customer.id, name: '沈青' } });
    await recurring.save({ ...input, title: '盘点', rhythm: rhythm({}), active: false }, staffId);
    expect((await recurring.list(customer.id)).map(({ title }) => title)).toEqual(['问候']);
    await recurring.runDue(house.clock.add({ days: 1 }));
    const { items } = await tasks.list({ scope: 'all', staffId });
    expect(items).toMatchObject([{ title: '问候', customer: { id: customer.id } }]);
  });

  test('are refused for a type, team or person that is not there; switched off they rest', async () => {
    const { recurringTasks: recurring } = house.services;
    const wrong = {
      ...input,
      title: 'x',
      type: 'nothing',
      teamKey: 'nobody',
      ownerId: unknownId,
      customerId: unknownId,
    };
    await expect(recurring.save({ ...wrong, rhythm: rhythm({}) }, staffId)).rejects.toMatchObject({
      fields: [{ path: 'type' }, { path: 'teamKey' }, { path: 'ownerId' }, { path: 'customerId' }],
    });
    const made = await recurring.save({ ...input, title: 'x', rhythm: rhythm({}) }, staffId);
    const off = await recurring.save({ ...input, title: 'x', rhythm: rhythm({}), active: false }, staffId, made.id);
    expect(off.coming).toEqual([]);
    expect(await recurring.runDue(house.clock.add({ days: 3 }))).toBe(0);
    await recurring.remove(made.id, staffId);
    await expect(recurring.remove(made.id, staffId)).rejects.toMatchObject({ status: 404 });
  });

  test('the demo shop’s are as the rhythm says', () => {
    for (const { rhythm: kept, nextAt } of recurringTasks(wednesday)) {
      expect(nextAfter(rhythmSchema.parse(kept), wednesday, zone, always)).toEqual(nextAt);
    }
  });
});

const unknownId = '01890000-0000-7000-8000-000000000000';
