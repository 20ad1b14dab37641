import type { FoundPromise } from '#ai/promises.ts';
import type { Calendar } from '../calendars/calendar.ts';
import { dateFrom, instantOf, spansOf } from '../calendars/workingDay.ts';
import { onBusinessDay } from '../shop/businessTime.ts';

/** The end of a day on which nobody works. */
const EVENING = '18:00';

/** By when a promise is to be kept, in the shop's time: by the hour that was said, else by the end of that day's work. Null: no time to come was said. */
export function dueAtOf(promise: FoundPromise, now: Date, calendar: Calendar): Date | null {
  if (promise.withinMinutes !== undefined) return new Date(now.getTime() + promise.withinMinutes * 60_000);
  if (promise.withinWorkdays !== undefined) return onBusinessDay(now, promise.withinWorkdays, '24:00', calendar);
  if (!promise.day) return null;
  const date = dateFrom(promise.day);
  const said = promise.time && instantOf(date, promise.time, calendar.zone);
  const closing = spansOf(date, calendar).at(-1)?.end ?? instantOf(date, EVENING, calendar.zone);
  const due = new Date(said || closing);
  return due > now ? due : null;
}
