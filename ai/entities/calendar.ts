import { Temporal } from 'temporal-polyfill';
import type { DateContext, Days } from './dates.ts';

export const oneDay = (day: Temporal.PlainDate): Days => ({ from: day, to: day });

/** `n` days from today, negative for the past. */
export const daysFrom = ({ today }: DateContext, n: number): Days => oneDay(today.add({ days: n }));

/** Monday of the week that lies `weeks` after this one. Weeks begin on Monday, as in China and ISO 8601. */
const monday = (today: Temporal.PlainDate, weeks: number): Temporal.PlainDate =>
  today.subtract({ days: today.dayOfWeek - 1 }).add({ weeks });

/** A weekday (1 Monday … 7 Sunday) of the week `weeks` after this one: 上周三 is (3, -1). */
export const weekdayOf = ({ today }: DateContext, weekday: number, weeks: number): Days =>
  oneDay(monday(today, weeks).add({ days: weekday - 1 }));

export const week = ({ today }: DateContext, weeks: number): Days => {
  const from = monday(today, weeks);
  return { from, to: from.add({ days: 6 }) };
};

export const weekend = ({ today }: DateContext, weeks: number): Days => {
  const from = monday(today, weeks).add({ days: 5 });
  return { from, to: from.add({ days: 1 }) };
};

/** The last such weekday up to today, or the next one from today on. `strict` leaves today out. */
export function nearestWeekday({ today }: DateContext, weekday: number, future: boolean, strict = false): Days {
  const ahead = (weekday - today.dayOfWeek + 7) % 7;
  if (future) return oneDay(today.add({ days: ahead === 0 && strict ? 7 : ahead }));
  const back = (today.dayOfWeek - weekday + 7) % 7;
  return oneDay(today.subtract({ days: back === 0 && strict ? 7 : back }));
}

export const month = ({ today }: DateContext, months: number): Days => {
  const from = today.with({ day: 1 }).add({ months });
  return { from, to: from.add({ months: 1 }).subtract({ days: 1 }) };
};

/** A date by its numbers, or undefined if there is no such day. */
export function dateOf(year: number, monthNumber: number, day: number): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from({ year, month: monthNumber, day }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

/** Day and month without a year: the last such date, or the next one if the talk is of what comes. */
export function yearless({ today, future }: DateContext, monthNumber: number, day: number): Days | undefined {
  for (let step = 0; step <= 8; step++) {
    const date = dateOf(today.year + (future ? step : -step), monthNumber, day);
    if (!date) continue;
    const order = Math.sign(date.since(today, { largestUnit: 'day' }).days);
    if (future ? order >= 0 : order <= 0) return oneDay(date);
  }
  return undefined;
}

/** January to December. */
export const daysOfYear = (year: number): Days => ({
  from: Temporal.PlainDate.from({ year, month: 1, day: 1 }),
  to: Temporal.PlainDate.from({ year, month: 12, day: 31 }),
});

/** A month by its number: of that year, else the last that has begun, or the next that is not over if the talk is of what comes. */
export function nearestMonth({ today, future }: DateContext, number: number, year?: number): Days | undefined {
  if (number < 1 || number > 12) return undefined;
  const away = number - today.month;
  const chosen = year ?? today.year + (future ? (away < 0 ? 1 : 0) : away > 0 ? -1 : 0);
  const from = Temporal.PlainDate.from({ year: chosen, month: number, day: 1 });
  return { from, to: from.add({ months: 1 }).subtract({ days: 1 }) };
}

/** The last such day of a month, or the next one if the talk is of what comes: 18号, on the 18th. */
export function dayNumbered(context: DateContext, day: number): Days | undefined {
  const { today, future } = context;
  const { from } = month(context, future ? (day < today.day ? 1 : 0) : day > today.day ? -1 : 0);
  const date = dateOf(from.year, from.month, day);
  return date && oneDay(date);
}
