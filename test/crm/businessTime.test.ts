import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addBusinessMinutes,
  type BusinessHours,
  endOfDay,
  isOpen,
  onBusinessDay,
  startOfWeek,
} from '#crm/shop/businessTime.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const office: BusinessHours = { days: [1, 2, 3, 4, 5], open: '09:00', close: '18:00', zone: 'Asia/Shanghai' };
const shanghai = (local: string) => new Date(`${local}:00+08:00`);

describe('business time', () => {
  const cases: [from: string, minutes: number, until: string][] = [
    ['2026-07-15T10:00', 240, '2026-07-15T14:00'],
    ['2026-07-15T16:00', 240, '2026-07-16T11:00'], // over night
    ['2026-07-17T16:30', 120, '2026-07-20T09:30'], // over the weekend
    ['2026-07-18T12:00', 30, '2026-07-20T09:30'], // from a closed day
    ['2026-07-15T07:00', 60, '2026-07-15T10:00'], // before opening
    ['2026-07-15T09:00', 540, '2026-07-15T18:00'], // a whole day ends with it
    ['2026-07-15T09:00', 541, '2026-07-16T09:01'],
    ['2026-07-15T20:00', 0, '2026-07-16T09:00'],
    ['2026-07-15T12:00', 0, '2026-07-15T12:00'],
  ];
  test.each(cases)('%s and %i minutes of work is %s', (from, minutes, until) => {
    expect(addBusinessMinutes(shanghai(from), minutes, office)).toEqual(shanghai(until));
  });

  const days: [from: string, ahead: number, time: string, expected: string][] = [
    ['2026-07-15T10:00', 1, '12:00', '2026-07-16T12:00'],
    ['2026-07-17T23:00', 1, '12:00', '2026-07-20T12:00'], // Friday night: Monday
    ['2026-07-18T10:00', 1, '12:00', '2026-07-20T12:00'],
    ['2026-07-15T10:00', 3, '20:00', '2026-07-20T18:00'], // drawn into the hours
    ['2026-07-15T10:00', 1, '06:00', '2026-07-16T09:00'],
  ];
  test.each(days)('from %s, %i working days on at %s is %s', (from, ahead, time, expected) => {
    expect(onBusinessDay(shanghai(from), ahead, time, office)).toEqual(shanghai(expected));
  });

  test('is open from the first minute and not in the last', () => {
    expect(isOpen(shanghai('2026-07-15T09:00'), office)).toBe(true);
    expect(isOpen(shanghai('2026-07-15T17:59'), office)).toBe(true);
    expect(isOpen(shanghai('2026-07-15T18:00'), office)).toBe(false);
    expect(isOpen(shanghai('2026-07-18T12:00'), office)).toBe(false);
  });

  test('a day on which the clocks change is as long as it is', () => {
    const berlin: BusinessHours = { days: everyDay, open: '00:00', close: '24:00', zone: 'Europe/Berlin' };
    // 29 March 2026 has 23 hours: 24 hours of work from midnight end at 01:00 the next day.
    expect(addBusinessMinutes(new Date('2026-03-28T23:00:00Z'), 24 * 60, berlin)).toEqual(
      new Date('2026-03-29T23:00:00Z'),
    );
    expect(endOfDay(new Date('2026-03-29T12:00:00Z'), 'Europe/Berlin')).toEqual(new Date('2026-03-29T22:00:00Z'));
  });

  test('weeks begin on Monday in the zone', () => {
    expect(startOfWeek(shanghai('2026-07-19T23:30'), 'Asia/Shanghai')).toEqual(shanghai('2026-07-13T00:00'));
    expect(startOfWeek(shanghai('2026-07-20T00:00'), 'Asia/Shanghai')).toEqual(shanghai('2026-07-20T00:00'));
  });

  test('agrees with counting minute by minute', () => {
    fc.assert(
      fc.property(anyHours, anyMoment, fc.integer({ min: 0, max: 600 }), (hours, at, minutes) => {
        expect(addBusinessMinutes(at, minutes, hours)).toEqual(countMinuteByMinute(at, minutes, hours));
      }),
      { numRuns: 100 },
    );
  });
});

const clockTime = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Clocks change between 01:00 and 03:00: a shop that opens or closes just then is not what this is about. */
const unambiguous = (minutes: number) => minutes < 60 || minutes > 180;

const anyHours: fc.Arbitrary<BusinessHours> = fc
  .record({
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    times: fc
      .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 1439 }))
      .filter(([a, b]) => Math.abs(a - b) >= 150 && [a, b].every(unambiguous)),
    zone: fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC'),
  })
  .map(({ days, times, zone }) => {
    const [open, close] = times[0] < times[1] ? times : [times[1], times[0]];
    return { days, open: clockTime(open), close: clockTime(close), zone };
  });

/** Around the clock changes of Berlin and New York in 2026 too. */
const anyMoment = fc
  .tuple(
    fc.constantFrom('2026-03-07', '2026-03-28', '2026-07-15', '2026-10-24', '2026-10-31'),
    fc.integer({ min: 0, max: 4000 }),
  )
  .map(([day, minutes]) => new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000));

/** The slow way: walks on minute by minute and counts those whose wall clock lies in the hours. */
function countMinuteByMinute(at: Date, minutes: number, hours: BusinessHours): Date {
  const wallClock = new Intl.DateTimeFormat('en-GB', {
    timeZone: hours.zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  // Zones change their offset on the quarter of an hour at most, so one look at the wall clock serves fifteen minutes.
  let quarter = Number.NaN;
  let day = 0;
  let minuteOfDay = 0;
  const works = (time: number) => {
    const minute = Math.floor(time / 60_000);
    if (Math.floor(minute / 15) !== quarter) {
      quarter = Math.floor(minute / 15);
      const parts = Object.fromEntries(
        wallClock.formatToParts(quarter * 900_000).map(({ type, value }) => [type, value]),
      );
      day = names.indexOf(parts.weekday!) + 1;
      minuteOfDay = Number(parts.hour) * 60 + Number(parts.minute);
    }
    const clock = clockTime(minuteOfDay + (minute % 15));
    return hours.days.includes(day) && clock >= hours.open && clock < hours.close;
  };
  let time = at.getTime();
  for (let left = minutes; ; time += 60_000) {
    if (left === 0 && (minutes > 0 || works(time))) return new Date(time);
    if (works(time)) left--;
  }
}
