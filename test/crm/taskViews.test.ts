import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, expect, test } from 'vitest';
import { testDatabase } from '#test/support/database.ts';
import { firstShown, monthAfter, onDate, shownDays, spanOf } from '#web/desk/tasks/calendarDays.ts';
import { answerOf, choiceTime } from '#web/desk/tasks/nextContactTimes.ts';
import { buildHouse, buildStaff, dismissEverybody, type House } from './support.ts';

const database = testDatabase();
let house: House;

beforeEach(async () => {
  house = buildHouse(database.db);
  await dismissEverybody(house);
  await database.db.client.task.deleteMany();
});

const at = (local: string) => new Date(`${local}+08:00`);
const put = (title: string, given: object = {}) =>
  database.db.client.task.create({
    data: { type: 'custom', title, dueAt: at('2026-07-16T12:00:00'), createdAt: house.clock.now(), ...given },
  });

test('the board shows how far tasks are, whose they are and how urgent; done ones of today alone', async () => {
  const [anna, ben] = [await buildStaff(house, { name: 'Anna' }), await buildStaff(house, { name: 'Ben' })];
  await put('free');
  await put('of Anna', { ownerId: anna.id, priority: 'high' });
  await put('also of Ben', { ownerId: ben.id });
  await put('of Ben', { ownerId: ben.id, dueAt: at('2026-07-16T09:00:00') });
  await put('asleep', { ownerId: ben.id, snoozedUntil: at('2026-07-20T09:00:00') });
  await put('done', { state: 'done', completedAt: at('2026-07-15T09:00:00') });
  await put('done yesterday', { state: 'done', completedAt: at('2026-07-14T23:59:59') });
  const { taskViews } = house.services;
  const board = async (by: 'state' | 'owner' | 'priority', more: object = {}) =>
    Object.fromEntries(
      (await taskViews.board({ scope: 'all', staffId: anna.id, ...more }, by)).map(({ key, owner, items, total }) => {
        expect(total).toBe(items.length);
        return [owner?.name ?? key, items.map(({ title }) => title)];
      }),
    );
  expect(await board('state')).toEqual({
    unowned: ['free'],
    inHand: ['of Ben', 'of Anna', 'also of Ben'],
    snoozed: ['asleep'],
    done: ['done'],
  });
  expect(await board('owner')).toEqual({ unowned: ['free'], Ben: ['of Ben', 'also of Ben'], Anna: ['of Anna'] });
  expect(await board('priority')).toMatchObject({ urgent: [], high: ['of Anna'] });
  expect(await board('state', { query: 'Anna' })).toMatchObject({ unowned: [], inHand: ['of Anna'] });
  expect(await board('owner', { scope: 'mine' })).toEqual({ unowned: [], Anna: ['of Anna'] });
});

test('the calendar counts what is due on each day of the shop, and shows the first of them', async () => {
  const { id: staffId } = await buildStaff(house);
  for (let hour = 9; hour < 14; hour++)
    await put(`at ${hour}`, { dueAt: at(`2026-07-16T${`${hour}`.padStart(2, '0')}:00:00`) });
  await put('just before midnight', { dueAt: at('2026-07-15T23:59:59') });
  await put('late', { dueAt: at('2026-07-15T08:00:00') });
  await put('asleep', { dueAt: at('2026-07-17T08:00:00'), snoozedUntil: at('2026-07-17T00:00:00') });
  await put('done', { dueAt: at('2026-07-16T08:00:00'), state: 'done', completedAt: house.clock.now() });
  await put('outside', { dueAt: at('2026-07-18T00:00:00') });
  const days = await house.services.taskViews.days({ scope: 'all', staffId }, { from: '2026-07-15', days: 3 });
  expect(days.map(({ date, total, late, items }) => [date, total, late, items.map(({ title }) => title)])).toEqual([
    ['2026-07-15', 2, 1, ['late', 'just before midnight']],
    ['2026-07-16', 5, 0, ['at 9', 'at 10', 'at 11']],
    ['2026-07-17', 1, 0, ['asleep']],
  ]);
});

const zones = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Europe/Berlin');
const instants = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });

test('a month fits into the weeks that are shown; a moved task keeps its time of day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), zones, instants, (months, zone, due) => {
      const month = monthAfter('2024-01', months);
      const first = Temporal.PlainDate.from(firstShown(month));
      const lastDay = Temporal.PlainYearMonth.from(month)
        .toPlainDate({ day: 1 })
        .add({ months: 1 })
        .subtract({ days: 1 });
      expect(first.dayOfWeek).toBe(1);
      expect(first.until(lastDay).days).toBeLessThan(shownDays);
      const date = lastDay.toString();
      const moved = Temporal.Instant.from(onDate(due.toISOString(), date, zone)).toZonedDateTimeISO(zone);
      expect(moved.toPlainDate().toString()).toBe(date);
      const { from, until } = spanOf(date, zone);
      expect(moved.epochMilliseconds >= Date.parse(from) && moved.epochMilliseconds < Date.parse(until)).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test('the next contact is asked for: none is an answer, silence and what has passed are not', () => {
  const now = new Date('2026-01-31T03:00:00Z');
  const zone = 'Asia/Shanghai';
  const planned = (choice: 'none' | 'other' | undefined, field = '') =>
    answerOf({ ...(choice && { choice }), type: 'care', field }, zone, now);
  expect(planned(undefined)).toBeUndefined();
  expect(planned('none')).toBeNull();
  expect(planned('other', '2026-01-31T10:59')).toBeUndefined();
  expect(planned('other', '2026-01-31T11:01')).toEqual({ type: 'care', dueAt: '2026-01-31T03:01:00.000Z' });
  expect(['days', 'week', 'month'].map((choice) => choiceTime(choice as 'days', now, zone))).toEqual([
    '2026-02-03T10:00',
    '2026-02-07T10:00',
    '2026-02-28T10:00',
  ]);
});
