import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/**
 * When work comes back: every so many days, weeks (on these weekdays, Monday 1) or months (on that day, or the month's last),
 * counted from `startsOn`, at that time of the shop's day. `workdaysOnly`: a day on which nobody works goes to the next on which somebody does.
 */
export const rhythmSchema = z
  .strictObject({
    every: z.enum(['day', 'week', 'month']),
    interval: z.int().min(1).max(52).default(1),
    weekdays: z.array(z.int().min(1).max(7)).max(7).default([]),
    monthDay: z.int().min(1).max(31).default(1),
    time: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Write the time as 09:30.'),
    workdaysOnly: z.boolean().default(false),
    startsOn: z.iso.date(),
  })
  .refine(({ every, weekdays }) => every !== 'week' || weekdays.length > 0, {
    path: ['weekdays'],
    message: 'Choose at least one weekday.',
  });
export type Rhythm = z.infer<typeof rhythmSchema>;

/** Whether people work on that date. */
export type IsWorkday = (date: string) => boolean;

/** No holidays last longer. */
const LONGEST_PAUSE = 31;

/** Whether the rhythm names this date, before it is moved off a day without work. */
export function namesDay(rhythm: Rhythm, date: Temporal.PlainDate): boolean {
  const start = Temporal.PlainDate.from(rhythm.startsOn);
  const days = start.until(date).days;
  if (days < 0) return false;
  if (rhythm.every === 'day') return days % rhythm.interval === 0;
  if (rhythm.every === 'week') {
    const monday = start.subtract({ days: start.dayOfWeek - 1 });
    const weeks = Math.floor(monday.until(date).days / 7);
    return weeks % rhythm.interval === 0 && rhythm.weekdays.includes(date.dayOfWeek);
  }
  const months = (date.year - start.year) * 12 + date.month - start.month;
  return months % rhythm.interval === 0 && date.day === Math.min(rhythm.monthDay, date.daysInMonth);
}

/** The first time after that instant. */
export function nextAfter(rhythm: Rhythm, after: Date, zone: string, isWorkday: IsWorkday): Date {
  const time = Temporal.PlainTime.from(rhythm.time);
  const today = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  const start = Temporal.PlainDate.from(rhythm.startsOn);
  // What was named before today may have been moved to today, or later.
  const back = rhythm.workdaysOnly ? LONGEST_PAUSE : 0;
  const from = today.subtract({ days: back });
  let day = Temporal.PlainDate.compare(from, start) < 0 ? start : from;
  let found: number | undefined;
  // 52 months are the longest interval; the day in it may be moved once more.
  for (let looked = 0; looked < 52 * 31 + 2 * LONGEST_PAUSE; looked++, day = day.add({ days: 1 })) {
    if (!namesDay(rhythm, day)) continue;
    const moved = rhythm.workdaysOnly ? toWorkday(day, isWorkday) : day;
    const at = moved.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
    if (at > after.getTime() && (found === undefined || at < found)) found = at;
    // Days are moved forward only, so that no later one comes before what was found.
    if (found !== undefined) return new Date(found);
  }
  throw new Error('A rhythm that never comes back.');
}

function toWorkday(date: Temporal.PlainDate, isWorkday: IsWorkday): Temporal.PlainDate {
  for (let moved = date, days = 0; days < LONGEST_PAUSE; days++, moved = moved.add({ days: 1 })) {
    if (isWorkday(moved.toString())) return moved;
  }
  return date;
}
