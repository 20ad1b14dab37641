import { Temporal } from 'temporal-polyfill';
import type { Localized } from '../localized.ts';
import type { Calendar, Shift } from './calendar.ts';
import { chineseDay } from './chineseDays.ts';

/** A day's shifts and what they follow from. */
export interface WorkingDay {
  date: string;
  shifts: Shift[];
  because: 'week' | 'special' | 'holiday' | 'makeUp';
  name: Localized | null;
}

/** One stretch of work, as milliseconds since the epoch; `end` is not included. */
export interface Span {
  start: number;
  end: number;
}

/** When people work on that date. A make-up day that is free in the week has the hours of the week's first working day. */
export function workingDay(date: Temporal.PlainDate, calendar: Calendar): WorkingDay {
  const iso = date.toString();
  const ofWeek = calendar.weekly[date.dayOfWeek - 1]!;
  const special = calendar.specialDays.find((day) => day.date === iso);
  if (special) {
    const name = special.note ? { zh: special.note, en: special.note } : null;
    return { date: iso, shifts: special.shifts, because: 'special', name };
  }
  const chinese = calendar.chineseHolidays ? chineseDay(iso) : null;
  if (!chinese) return { date: iso, shifts: ofWeek, because: 'week', name: null };
  if (!chinese.work) return { date: iso, shifts: [], because: 'holiday', name: chinese.name };
  const shifts = ofWeek.length > 0 ? ofWeek : calendar.weekly.find((day) => day.length > 0)!;
  return { date: iso, shifts, because: 'makeUp', name: chinese.name };
}

/** Calendars are values that never change, so what was counted for one holds as long as it does. */
const counted = new WeakMap<Calendar, Map<string, Span[]>>();

/** The stretches of work on that date; on a day on which the clocks change they are as long as they really are. */
export function spansOf(date: Temporal.PlainDate, calendar: Calendar): Span[] {
  const days = counted.get(calendar) ?? new Map<string, Span[]>();
  counted.set(calendar, days);
  const iso = date.toString();
  const kept = days.get(iso);
  if (kept) return kept;
  const spans = workingDay(date, calendar)
    .shifts.map(({ from, to }) => ({
      start: instantOf(date, from, calendar.zone),
      end: instantOf(date, to, calendar.zone),
    }))
    .filter(({ start, end }) => end > start);
  days.set(iso, spans);
  return spans;
}

/** The date that holds `at`, in the zone. */
export const dateOf = (at: Date, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate();

/** A time that a change of the clocks skips is moved by the change; of one that comes twice the first is meant (Temporal's `compatible`). */
export function instantOf(date: Temporal.PlainDate, time: string, zone: string): number {
  if (time === '24:00') return instantOf(date.add({ days: 1 }), '00:00', zone);
  return date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
}

/** The date that an ISO date names. */
export const dateFrom = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso);
