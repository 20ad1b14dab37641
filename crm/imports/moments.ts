import { Temporal } from 'temporal-polyfill';
import { CellFault, textCell } from './cells.ts';

const written =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2})[:：](\d{2})(?:[:：](\d{2})(?:\.\d+)?)?)?$/;
/** Where only a day is said: in the middle of it, so that it is the same day in every zone near by. */
const NOON = 12;

/** A moment by the shop's clock, from `2026-03-01`, `2026/3/1 14:30` or an ISO time with its offset. Throws CellFault. */
export function momentCell(value: unknown, column: string, zone: string): Date | undefined {
  // A workbook's dates are wall-clock times that come as UTC.
  const bare = value instanceof Date ? value.toISOString().slice(0, 19).replace('T00:00:00', '') : value;
  const text = textCell(bare, column, 60);
  if (text === undefined) return undefined;
  const found = written.exec(text);
  const moment = found ? wallClock(found, zone) : /T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? new Date(text) : undefined;
  if (!moment || Number.isNaN(moment.getTime()))
    throw new CellFault(
      column,
      `“${text.slice(0, 40)}” is no date: write it like 2026-03-01 or 2026-03-01 14:30`,
      `“${text.slice(0, 40)}”不是日期：请写成 2026-03-01 或 2026-03-01 14:30`,
    );
  return moment;
}

/** A day without a time, as an ISO date. Throws CellFault. */
export function dayCell(value: unknown, column: string): string | undefined {
  const moment = momentCell(value, column, 'UTC');
  return moment?.toISOString().slice(0, 10);
}

function wallClock([, year, month, day, hour, minute, second]: RegExpExecArray, timeZone: string): Date | undefined {
  try {
    const at = Temporal.ZonedDateTime.from(
      {
        timeZone,
        year: Number(year),
        month: Number(month),
        day: Number(day),
        hour: hour === undefined ? NOON : Number(hour),
        minute: Number(minute ?? 0),
        second: Number(second ?? 0),
      },
      { overflow: 'reject' },
    );
    return new Date(at.epochMilliseconds);
  } catch {
    return undefined;
  }
}
