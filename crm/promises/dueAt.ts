import { Temporal } from 'temporal-polyfill';
import { type Deadline, type FoundPromise, findPromises } from '#ai/promises/findPromises.ts';
import type { Calendar } from '../calendars/calendar.ts';
import { dateFrom, dateOf, instantOf, spansOf } from '../calendars/workingDay.ts';
import { onBusinessDay } from '../shop/businessTime.ts';

/** The end of a day on which nobody works. */
const EVENING = '18:00';

/** A promise with the time it means in the shop. */
export interface DatedPromise extends FoundPromise {
  dueAt: Date | null;
}

/** The promises in what staff wrote, dated in the shop's calendar. */
export function datedPromises(said: string, now: Date, calendar: Calendar): DatedPromise[] {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(calendar.zone);
  return findPromises(said, local).map((found) => ({ ...found, dueAt: dueAtOf(found, now, calendar) }));
}

/**
 * By when a promise is to be kept, in the shop's time: by the hour that was said, else by the end of that day's work; of
 * several days by the end of their last working one. Null: no time to come was said.
 */
export function dueAtOf(deadline: Deadline, now: Date, calendar: Calendar): Date | null {
  if (deadline.withinMinutes !== undefined) return new Date(now.getTime() + deadline.withinMinutes * 60_000);
  if (deadline.withinWorkdays !== undefined) return onBusinessDay(now, deadline.withinWorkdays, '24:00', calendar);
  if (!deadline.day) return null;
  const date = lastWorkingDay(deadline, now, calendar);
  const closing = spansOf(date, calendar).at(-1)?.end ?? instantOf(date, EVENING, calendar.zone);
  const due = new Date(deadline.time ? instantOf(date, deadline.time, calendar.zone) : closing);
  return due > now ? due : null;
}

/** The day that is named; of a span the last on which somebody works. */
function lastWorkingDay({ fromDay, day }: Deadline, now: Date, calendar: Calendar): Temporal.PlainDate {
  const named = dateFrom(day!);
  if (!fromDay) return named;
  const today = dateOf(now, calendar.zone);
  for (let each = named; each.toString() >= fromDay; each = each.subtract({ days: 1 })) {
    if (Temporal.PlainDate.compare(each, today) < 0) break;
    if (spansOf(each, calendar).length > 0) return each;
  }
  return named;
}
