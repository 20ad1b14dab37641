import { Temporal } from 'temporal-polyfill';

/** A calendar shows whole weeks, Monday first, so that every month fits. */
export const shownDays = 42;

/** Today's date by the shop's clock. */
export const todayIn = (zone: string, now: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();

/** The Monday with which the month's weeks begin. `month` as 2026-11. */
export function firstShown(month: string): string {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  return first.subtract({ days: first.dayOfWeek - 1 }).toString();
}

export const monthOf = (date: string): string => date.slice(0, 7);
export const monthAfter = (month: string, months: number): string =>
  Temporal.PlainYearMonth.from(month).add({ months }).toString();
export const dateAfter = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();

/** The same time of the day, on another date of the shop's calendar. */
export function onDate(dueAt: string, date: string, zone: string): string {
  const time = Temporal.Instant.from(dueAt).toZonedDateTimeISO(zone).toPlainTime();
  return new Date(
    Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds,
  ).toISOString();
}

/** From the day's first instant to the next day's. */
export function spanOf(date: string, zone: string): { from: string; until: string } {
  const at = (day: Temporal.PlainDate): string => new Date(day.toZonedDateTime(zone).epochMilliseconds).toISOString();
  const day = Temporal.PlainDate.from(date);
  return { from: at(day), until: at(day.add({ days: 1 })) };
}
