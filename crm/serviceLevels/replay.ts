import type { ServiceClockEvent } from '#prisma/client.ts';
import type { Calendar } from '../calendars/calendar.ts';
import { afterStep, type ClockStep, type Running, stopped } from './clock.ts';

/** What is read of an event; its figures are not. */
export type Happened = Pick<
  ServiceClockEvent,
  | 'kind'
  | 'at'
  | 'calendarId'
  | 'calendarVersion'
  | 'aroundTheClock'
  | 'targetSeconds'
  | 'dueAt'
  | 'percent'
  | 'until'
  | 'reason'
  | 'note'
>;

/** Counts a clock again from what happened to it, in order, by the calendars of that time. Null without an event. */
export async function replay(
  events: readonly Happened[],
  calendarOf: (id: string, version: number) => Promise<Calendar>,
): Promise<Running | null> {
  let clock: Running | null = null;
  let calendar: Calendar | undefined;
  for (const event of events) {
    const next = await calendarOf(event.calendarId, event.calendarVersion);
    const known = { id: event.calendarId, version: event.calendarVersion, calendar: next };
    clock = afterStep(clock ?? stopped(event.at, known), stepOf(event, known), calendar ?? next);
    calendar = next;
  }
  return clock;
}

function stepOf(event: Happened, calendar: ClockStep['calendar'] & object): ClockStep {
  const { at, percent, until, reason, note, aroundTheClock, targetSeconds: seconds, dueAt } = event;
  const aims = event.kind === 'activate' || event.kind === 'move';
  const target = !aims ? {} : { target: dueAt ? { dueAt, aroundTheClock } : { seconds, aroundTheClock } };
  return {
    kind: event.kind as ClockStep['kind'],
    at,
    calendar,
    ...(percent !== null && { percent }),
    ...(until && { until }),
    reason,
    note,
    ...target,
  };
}
