import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aroundTheClock, type Calendar, calendarOfHours, calendarSchema, type Shift } from '#crm/calendars/calendar.ts';
import { chineseDay, holidaysKnownUntil } from '#crm/calendars/chineseDays.ts';
import {
  addBusinessMinutes,
  businessTimeBetween,
  endOfDay,
  isOpen,
  onBusinessDay,
  startOfWeek,
} from '#crm/shop/businessTime.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const office: Calendar = {
  ...calendarOfHours({ days: [1, 2, 3, 4, 5], open: '09:00', close: '18:00', zone: 'Asia/Shanghai' }),
  chineseHolidays: false,
};
/** The clinic's day: 8 to 12 and 13:30 to 18, on Saturdays the morning alone. */
const morning = { from: '08:00', to: '12:00' };
const split: Calendar = {
  ...office,
  weekly: everyDay.map((day) => (day === 7 ? [] : day === 6 ? [morning] : [morning, { from: '13:30', to: '18:00' }])),
  specialDays: [
    { date: '2026-07-16', shifts: [], note: '盘点' },
    { date: '2026-07-19', shifts: [{ from: '10:00', to: '11:00' }], note: '' },
  ],
  chineseHolidays: true,
};
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

  const shifts: [from: string, minutes: number, until: string][] = [
    ['2026-07-15T11:30', 30, '2026-07-15T12:00'], // ends with the shift
    ['2026-07-15T11:30', 60, '2026-07-15T14:00'], // over the lunch break
    ['2026-07-15T17:30', 60, '2026-07-17T08:30'], // the 16th is closed
    ['2026-07-18T11:30', 60, '2026-07-19T10:30'], // a Sunday on which it is open for an hour
    ['2026-09-30T17:00', 120, '2026-10-08T09:00'], // National Day, seven days
    ['2026-10-09T17:00', 120, '2026-10-10T09:00'], // a Saturday that is worked instead, in its own hours: the morning
    ['2026-09-19T11:30', 60, '2026-09-20T08:30'], // a Sunday that is worked instead, in Monday's hours
  ];
  test.each(shifts)('with shifts, special days and 调休, %s and %i minutes is %s', (from, minutes, until) => {
    expect(addBusinessMinutes(shanghai(from), minutes, split)).toEqual(shanghai(until));
    expect(businessTimeBetween(shanghai(from), shanghai(until), split)).toBe(minutes * 60_000);
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

  test('a time between two shifts is drawn to the end of the earlier one', () => {
    expect(onBusinessDay(shanghai('2026-07-14T10:00'), 1, '13:00', split)).toEqual(shanghai('2026-07-15T12:00'));
    expect(onBusinessDay(shanghai('2026-07-15T10:00'), 1, '24:00', split)).toEqual(shanghai('2026-07-17T18:00'));
  });

  test('is open from the first minute and not in the last', () => {
    expect(isOpen(shanghai('2026-07-15T09:00'), office)).toBe(true);
    expect(isOpen(shanghai('2026-07-15T17:59'), office)).toBe(true);
    expect(isOpen(shanghai('2026-07-15T18:00'), office)).toBe(false);
    expect(isOpen(shanghai('2026-07-18T12:00'), office)).toBe(false);
    expect(isOpen(shanghai('2026-07-15T12:30'), split)).toBe(false);
  });

  test('a day on which the clocks change is as long as it is', () => {
    const berlin: Calendar = { ...aroundTheClock, zone: 'Europe/Berlin' };
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

  test('who works at weekends too works on holidays, unless the calendar says otherwise', () => {
    const hours = { open: '09:00', close: '18:00', zone: 'Asia/Shanghai' };
    expect(calendarOfHours({ ...hours, days: everyDay }).chineseHolidays).toBe(false);
    expect(calendarOfHours({ ...hours, days: [1, 2, 3, 4, 5] }).chineseHolidays).toBe(true);
    expect(chineseDay('2026-10-01')).toEqual({ work: false, name: { zh: '国庆节', en: 'National Day' } });
    expect(holidaysKnownUntil()).toBeGreaterThanOrEqual(2026);
  });

  test('what can not be a calendar is refused with the field', () => {
    const paths = (calendar: unknown) =>
      calendarSchema.safeParse(calendar).error?.issues.map(({ path }) => path.join('.')) ?? [];
    const monday = (...shifts: Shift[]) => ({ ...office, weekly: [shifts, ...office.weekly.slice(1)] });
    expect(paths(monday(morning, { from: '11:00', to: '13:00' }))).toEqual(['weekly.0.1.from']);
    expect(paths(monday({ from: '12:00', to: '08:00' }))).toEqual(['weekly.0.0.to']);
    expect(paths({ ...office, weekly: everyDay.map(() => []) })).toEqual(['weekly']);
    expect(paths({ ...office, specialDays: [split.specialDays[0], split.specialDays[0]] })).toEqual(['specialDays']);
    expect(paths({ ...office, zone: 'Mars/Base' })).toEqual(['zone']);
  });
});

describe('agrees with counting minute by minute', () => {
  test('what so many minutes of work come to', () => {
    fc.assert(
      fc.property(anyCalendar, anyMoment, fc.integer({ min: 0, max: 500 }), (calendar, at, minutes) => {
        const expected = countMinuteByMinute(at, minutes, calendar);
        fc.pre(expected !== null);
        expect(addBusinessMinutes(at, minutes, calendar)).toEqual(expected);
      }),
      { numRuns: 80 },
    );
  });

  test('how much work lies between two times', () => {
    fc.assert(
      fc.property(anyCalendar, anyMoment, fc.integer({ min: -60, max: 4500 }), (calendar, from, minutes) => {
        const to = new Date(from.getTime() + minutes * 60_000);
        const worked = workedMinutes(calendar);
        let counted = 0;
        for (let time = from.getTime(); time < to.getTime(); time += 60_000) if (worked(time)) counted++;
        expect(businessTimeBetween(from, to, calendar)).toBe(counted * 60_000);
      }),
      { numRuns: 80 },
    );
  });
});

const clockTime = (minutes: number) =>
  minutes === 1440
    ? '24:00'
    : `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Clocks change between 01:00 and 03:00: a shop that opens or closes just then is not what this is about. */
const unambiguous = (minutes: number) => minutes < 60 || minutes > 180;

const anyShifts: fc.Arbitrary<Shift[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }).filter(unambiguous), { maxLength: 6 })
  .map((times) => {
    const sorted = times.sort((a, b) => a - b);
    return Array.from({ length: sorted.length >> 1 }, (_, i) => ({
      from: clockTime(sorted[2 * i]!),
      to: clockTime(sorted[2 * i + 1]!),
    }));
  });

/** The days around which the moments lie: clock changes of Berlin and New York, National Day and its make-up days, a plain week. */
const eventful = ['2026-03-07', '2026-03-28', '2026-07-15', '2026-09-19', '2026-10-07', '2026-10-24', '2026-10-31'];
const nextDays = (date: string) =>
  [0, 1, 2, 3, 4].map((days) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10));

const anyCalendar: fc.Arbitrary<Calendar> = fc
  .record({
    zone: fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC'),
    weekly: fc.array(anyShifts, { minLength: 7, maxLength: 7 }),
    specialDays: fc.uniqueArray(
      fc.record({
        date: fc.constantFrom(...eventful.flatMap(nextDays)),
        shifts: anyShifts,
        note: fc.constant(''),
      }),
      { maxLength: 8, selector: ({ date }) => date },
    ),
    chineseHolidays: fc.boolean(),
  })
  .filter(({ weekly }) => weekly.some((shifts) => shifts.length > 0));

const anyMoment = fc
  .tuple(fc.constantFrom(...eventful), fc.integer({ min: 0, max: 3000 }))
  .map(([day, minutes]) => new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000));

/** The slow way: looks at the wall clock of every minute. */
function workedMinutes(calendar: Calendar): (time: number) => boolean {
  const wallClock = new Intl.DateTimeFormat('en-CA', {
    timeZone: calendar.zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  // Zones change their offset on the quarter of an hour at most, so one look at the wall clock serves fifteen minutes.
  let quarter = Number.NaN;
  let date = '';
  let minuteOfDay = 0;
  return (time) => {
    const minute = Math.floor(time / 60_000);
    if (Math.floor(minute / 15) !== quarter) {
      quarter = Math.floor(minute / 15);
      const parts = Object.fromEntries(
        wallClock.formatToParts(quarter * 900_000).map(({ type, value }) => [type, value]),
      );
      date = `${parts.year}-${parts.month}-${parts.day}`;
      minuteOfDay = Number(parts.hour) * 60 + Number(parts.minute);
    }
    const clock = clockTime(minuteOfDay + (minute % 15));
    return shiftsOn(date, calendar).some(({ from, to }) => clock >= from && clock < to);
  };
}

function shiftsOn(date: string, { weekly, specialDays, chineseHolidays }: Calendar): Shift[] {
  const special = specialDays.find((day) => day.date === date);
  if (special) return special.shifts;
  const ofWeek = weekly[(new Date(date).getUTCDay() + 6) % 7]!;
  const chinese = chineseHolidays ? chineseDay(date) : null;
  if (chinese === null) return ofWeek;
  if (!chinese.work) return [];
  return ofWeek.length > 0 ? ofWeek : weekly.find((shifts) => shifts.length > 0)!;
}

/** Null where nobody works for so long that counting would take all day. */
function countMinuteByMinute(at: Date, minutes: number, calendar: Calendar): Date | null {
  const works = workedMinutes(calendar);
  let time = at.getTime();
  const horizon = time + 20 * 86_400_000;
  for (let left = minutes; time < horizon; time += 60_000) {
    if (left === 0 && (minutes > 0 || works(time))) return new Date(time);
    if (works(time)) left--;
  }
  return null;
}
