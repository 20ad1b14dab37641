import { Temporal } from 'temporal-polyfill';
import { fieldTime } from './snoozeTimes.ts';

/** When the next contact may be planned for, in the order in which it is offered. */
export const choices = ['none', 'days', 'week', 'month', 'other'] as const;
export type Choice = (typeof choices)[number];

/** What was answered so far; `field` as a datetime-local field holds it. */
export interface Planned {
  choice?: Choice;
  type: string;
  field: string;
}
export const unasked: Planned = { type: 'callBack', field: '' };

const spans = { days: { days: 3 }, week: { weeks: 1 }, month: { months: 1 } } as const;

/** Ten in the morning by the shop's clock, so much later. */
export function choiceTime(choice: 'days' | 'week' | 'month', now: Date, zone: string): string {
  const day = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  return `${day.add(spans[choice]).toString()}T10:00`;
}

/** The answer as the API takes it; undefined where there is none yet, or its time has passed. */
export function answerOf(
  planned: Planned,
  zone: string,
  now: Date,
): { type: string; dueAt: string } | null | undefined {
  if (planned.choice === undefined) return undefined;
  if (planned.choice === 'none') return null;
  const dueAt = fieldTime(planned.field, zone);
  return dueAt && Date.parse(dueAt) > now.getTime() ? { type: planned.type, dueAt } : undefined;
}
