import type { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../calendars/calendar.ts';
import { dateOf, instantOf, spansOf } from '../calendars/workingDay.ts';

/** So many days without a working hour mean that a calendar has none; the loops below end there. */
const HORIZON_DAYS = 10_000;

/** Whether people work at that time. */
export function isOpen(at: Date, calendar: Calendar): boolean {
  const time = at.getTime();
  return spansOf(dateOf(at, calendar.zone), calendar).some(({ start, end }) => time >= start && time < end);
}

/**
 * The time after so many minutes of work; work that would end with a shift ends there, not with the next one's beginning.
 * Counted in elapsed time: a day on which the clocks change is as long as it really is. With 0 minutes: `at`, or the next opening.
 */
export const addBusinessMinutes = (at: Date, minutes: number, calendar: Calendar): Date =>
  addBusinessTime(at, minutes * 60_000, calendar);

/** The same in milliseconds. */
export function addBusinessTime(at: Date, milliseconds: number, calendar: Calendar): Date {
  let left = milliseconds;
  const from = at.getTime();
  for (const { start, end } of spansFrom(at, calendar)) {
    if (from >= end) continue;
    const begun = Math.max(from, start);
    if (begun + left <= end) return new Date(begun + left);
    left -= end - begun;
  }
  throw new RangeError('That is too far in the future to count in business time.');
}

/** How much work lies between two times, in milliseconds; 0 where the second is not later. */
export function businessTimeBetween(from: Date, to: Date, calendar: Calendar): number {
  const [first, last] = [from.getTime(), to.getTime()];
  let worked = 0;
  if (last <= first) return 0;
  for (const { start, end } of spansFrom(from, calendar, to)) {
    worked += Math.max(0, Math.min(end, last) - Math.max(start, first));
  }
  return worked;
}

/**
 * A wall-clock time (`HH:MM`) on the n-th working day after today, drawn into that day's hours: before the first shift its
 * beginning, between two shifts the end of the earlier one, after the last its end.
 */
export function onBusinessDay(at: Date, daysAhead: number, time: string, calendar: Calendar): Date {
  let day = dateOf(at, calendar.zone);
  for (let left = daysAhead, i = 0; left > 0; i++) {
    if (i > HORIZON_DAYS) throw new RangeError('There is no such working day.');
    day = day.add({ days: 1 });
    if (spansOf(day, calendar).length > 0) left--;
  }
  const spans = spansOf(day, calendar);
  if (spans.length === 0) return onBusinessDay(at, 1, time, calendar);
  const wanted = instantOf(day, time, calendar.zone);
  const begun = spans.findLast(({ start }) => start <= wanted);
  return new Date(begun ? Math.min(wanted, begun.end) : spans[0]!.start);
}

/** The start of the week (Monday) that holds `at`, in the zone. */
export function startOfWeek(at: Date, zone: string): Date {
  const day = dateOf(at, zone);
  return new Date(instantOf(day.subtract({ days: day.dayOfWeek - 1 }), '00:00', zone));
}

/** The end of the day that holds `at`, in the zone. */
export const endOfDay = (at: Date, zone: string): Date =>
  new Date(instantOf(dateOf(at, zone).add({ days: 1 }), '00:00', zone));

/** The stretches of work from that day on, until the day of `to` where it is given. */
function* spansFrom(at: Date, calendar: Calendar, to?: Date) {
  let day: Temporal.PlainDate = dateOf(at, calendar.zone);
  const end = to?.getTime() ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i < HORIZON_DAYS; i++, day = day.add({ days: 1 })) {
    const spans = spansOf(day, calendar);
    if (spans.length > 0 && spans[0]!.start > end) return;
    if (to && spans.length === 0 && instantOf(day, '00:00', calendar.zone) > end) return;
    yield* spans;
  }
}
