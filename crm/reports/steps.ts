import { Temporal } from 'temporal-polyfill';
import type { Step } from './satisfaction.ts';

/** A trend longer than this says nothing more, and costs. */
const LONGEST = 1000;

/** The weeks (from Monday) or months that touch [from, to), in the shop's zone. */
export function stepsOf(from: Date, to: Date, by: 'week' | 'month', zone: string): Step[] {
  const first = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  let day = by === 'week' ? first.subtract({ days: first.dayOfWeek - 1 }) : first.with({ day: 1 });
  const steps: Step[] = [];
  while (steps.length < LONGEST) {
    const start = new Date(day.toZonedDateTime(zone).epochMilliseconds);
    if (start >= to) break;
    steps.push({ from: day.toString(), start });
    day = day.add(by === 'week' ? { weeks: 1 } : { months: 1 });
  }
  return steps;
}
