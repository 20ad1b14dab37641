import { Temporal } from 'temporal-polyfill';
import type { Hours } from './shopProfile.ts';

/** The hours in which people work, and the zone whose clock tells them. */
export type BusinessHours = Hours & { zone: string };

/** One working day's span, as milliseconds since the epoch; `end` is not included. */
interface Span {
  start: number;
  end: number;
}

/** A year without a working hour can not happen: hours name at least one weekday. */
const HORIZON_DAYS = 10_000;

/** Whether people work at that time. */
export function isOpen(at: Date, hours: BusinessHours): boolean {
  const span = spanOf(dayOf(at, hours), hours);
  return span !== null && at.getTime() >= span.start && at.getTime() < span.end;
}

/**
 * The time after so many minutes of work; work that would end with the day ends there, not the next morning. Counted in
 * elapsed time: a day on which the clocks change is as long as it really is. With 0 minutes: `at`, or the next opening.
 */
export function addBusinessMinutes(at: Date, minutes: number, hours: BusinessHours): Date {
  let left = minutes * 60_000;
  let from = at.getTime();
  let day = dayOf(at, hours);
  for (let i = 0; i < HORIZON_DAYS; i++, day = day.add({ days: 1 })) {
    const span = spanOf(day, hours);
    if (!span || from >= span.end) continue;
    from = Math.max(from, span.start);
    if (from + left <= span.end) return new Date(from + left);
    left -= span.end - from;
  }
  throw new RangeError('That is too far in the future to count in business time.');
}

/** A wall-clock time (`HH:MM`) on the n-th working day after today, drawn into that day's hours. */
export function onBusinessDay(at: Date, daysAhead: number, time: string, hours: BusinessHours): Date {
  let day = dayOf(at, hours);
  for (let left = daysAhead; left > 0; ) {
    day = day.add({ days: 1 });
    if (spanOf(day, hours)) left--;
  }
  const span = spanOf(day, hours);
  if (!span) return onBusinessDay(at, 1, time, hours);
  return new Date(Math.min(Math.max(instantOf(day, time, hours.zone), span.start), span.end));
}

/** The start of the week (Monday) that holds `at`, in the zone. */
export function startOfWeek(at: Date, zone: string): Date {
  const day = dayOf(at, { zone });
  return new Date(instantOf(day.subtract({ days: day.dayOfWeek - 1 }), '00:00', zone));
}

/** The end of the day that holds `at`, in the zone. */
export const endOfDay = (at: Date, zone: string): Date =>
  new Date(instantOf(dayOf(at, { zone }).add({ days: 1 }), '00:00', zone));

const dayOf = (at: Date, { zone }: { zone: string }): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate();

function spanOf(day: Temporal.PlainDate, hours: BusinessHours): Span | null {
  if (!hours.days.includes(day.dayOfWeek)) return null;
  const start = instantOf(day, hours.open, hours.zone);
  const end = instantOf(day, hours.close, hours.zone);
  return end > start ? { start, end } : null;
}

/** A time that a change of the clocks skips is moved by the change; of one that comes twice the first is meant (Temporal's `compatible`). */
function instantOf(day: Temporal.PlainDate, time: string, zone: string): number {
  if (time === '24:00') return instantOf(day.add({ days: 1 }), '00:00', zone);
  return day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
}
