import type { ServiceClock } from '#prisma/client.ts';
import { type Calendar, aroundTheClock as dayAndNight } from '../calendars/calendar.ts';
import type { KnownCalendar } from '../calendars/shopCalendar.ts';
import { addBusinessTime, businessTimeBetween } from '../shop/businessTime.ts';
import { type PauseReason, warnings } from './metrics.ts';

/** What of a clock its events change. */
export type Running = Pick<
  ServiceClock,
  | 'state'
  | 'startedAt'
  | 'targetSeconds'
  | 'aroundTheClock'
  | 'calendarId'
  | 'calendarVersion'
  | 'wallSeconds'
  | 'businessSeconds'
  | 'countedFrom'
  | 'dueAt'
  | 'breachedAt'
  | 'pausedAt'
  | 'pausedUntil'
  | 'pauseReason'
  | 'pauseNote'
  | 'warned'
  | 'lookAt'
  | 'finishedAt'
  | 'met'
>;

/** One thing that happened to a clock. */
export interface ClockStep {
  kind: 'activate' | 'pause' | 'resume' | 'move' | 'warn' | 'breach' | 'fulfil' | 'cancel';
  at: Date;
  percent?: number;
  until?: Date;
  reason?: string | null;
  note?: string | null;
  staffId?: string | null;
  /** The calendar by which it is counted from here on; absent: the one by which it was. */
  calendar?: KnownCalendar;
  /** With `activate` and `move`: another target, or when it is due. */
  target?: { seconds: number | null; aroundTheClock: boolean } | { dueAt: Date; aroundTheClock: boolean };
}

/** A clock that has not begun. */
export const stopped = (at: Date, calendar: KnownCalendar): Running => ({
  state: 'running',
  startedAt: at,
  targetSeconds: null,
  aroundTheClock: false,
  calendarId: calendar.id,
  calendarVersion: calendar.version,
  wallSeconds: 0,
  businessSeconds: 0,
  countedFrom: null,
  dueAt: null,
  breachedAt: null,
  pausedAt: null,
  pausedUntil: null,
  pauseReason: null,
  pauseNote: null,
  warned: 0,
  lookAt: null,
  finishedAt: null,
  met: null,
});

/** What a clock is after something happened to it. `calendar`: the one by which it was counted until now. */
export function afterStep(clock: Running, step: ClockStep, calendar: Calendar): Running {
  const counted = step.kind === 'warn' || step.kind === 'breach' ? clock : countedUntil(clock, step.at, calendar);
  const next = changed(
    { ...counted, ...(step.calendar && refOf(step.calendar)) },
    step,
    step.calendar?.calendar ?? calendar,
  );
  return { ...next, lookAt: lookAt(next, step.calendar?.calendar ?? calendar) };
}

/** When so much of the target is used up, if it runs on; null without a target or while it stands. */
export function timeOf(percent: number, clock: Running, calendar: Calendar): Date | null {
  if (percent === 100) return clock.dueAt;
  if (clock.targetSeconds === null || !clock.countedFrom) return null;
  return reached(clock, (clock.targetSeconds * percent) / 100, clock.countedFrom, calendar);
}

/** What has been counted by then, in seconds. */
export function elapsed(clock: Running, at: Date, calendar: Calendar): { wall: number; business: number } {
  const { wallSeconds, businessSeconds } = countedUntil(clock, at, calendar);
  return { wall: wallSeconds, business: businessSeconds };
}

function changed(clock: Running, step: ClockStep, calendar: Calendar): Running {
  const { at } = step;
  switch (step.kind) {
    case 'activate':
    case 'move':
      return aimed({ ...clock, countedFrom: clock.state === 'paused' ? null : at }, step, calendar);
    case 'pause': {
      const paused = { state: 'paused' as const, pausedAt: at, pausedUntil: step.until ?? null };
      const why = { pauseReason: step.reason ?? null, pauseNote: step.note ?? null };
      return { ...clock, ...paused, ...why, countedFrom: null, dueAt: dueFrom(clock, step.until ?? at, calendar) };
    }
    case 'resume': {
      const none = { pausedAt: null, pausedUntil: null, pauseReason: null, pauseNote: null };
      return { ...clock, ...none, state: 'running', countedFrom: at, dueAt: dueFrom(clock, at, calendar) };
    }
    case 'warn':
      return { ...clock, warned: step.percent ?? clock.warned };
    case 'breach':
      return { ...clock, warned: 100, breachedAt: at };
    case 'fulfil': {
      // An answer may be seen later than the breach that it came before.
      const breachedAt = clock.breachedAt && clock.breachedAt < at ? clock.breachedAt : null;
      const met = clock.dueAt === null ? null : breachedAt === null;
      return { ...clock, state: 'done', countedFrom: null, breachedAt, finishedAt: at, met };
    }
    case 'cancel':
      return { ...clock, state: 'cancelled', countedFrom: null, finishedAt: at, met: clock.breachedAt ? false : null };
  }
}

function aimed(clock: Running, { at, target }: ClockStep, calendar: Calendar): Running {
  if (!target) return clock;
  const { aroundTheClock } = target;
  if (!('dueAt' in target)) {
    const aim = { ...clock, aroundTheClock, targetSeconds: target.seconds };
    return { ...aim, dueAt: dueFrom(aim, at, calendar) };
  }
  const spent = aroundTheClock ? clock.wallSeconds : clock.businessSeconds;
  const left = Math.max(0, businessTimeBetween(at, target.dueAt, aroundTheClock ? dayAndNight : calendar) / 1000);
  return { ...clock, aroundTheClock, targetSeconds: spent + left, dueAt: target.dueAt };
}

/** When it is due if it runs from then on; what was missed already stays due when it was. */
function dueFrom(clock: Running, from: Date, calendar: Calendar): Date | null {
  if (clock.targetSeconds === null || clock.breachedAt) return clock.dueAt;
  return reached(clock, clock.targetSeconds, from, calendar);
}

function reached(clock: Running, seconds: number, from: Date, calendar: Calendar): Date {
  const spent = clock.aroundTheClock ? clock.wallSeconds : clock.businessSeconds;
  const left = Math.max(0, Math.round((seconds - spent) * 1000));
  return addBusinessTime(from, left, clock.aroundTheClock ? dayAndNight : calendar);
}

function countedUntil(clock: Running, at: Date, calendar: Calendar): Running {
  if (!clock.countedFrom) return clock;
  const wall = Math.max(0, at.getTime() - clock.countedFrom.getTime()) / 1000;
  const business = businessTimeBetween(clock.countedFrom, at, calendar) / 1000;
  const counted = { wallSeconds: clock.wallSeconds + wall, businessSeconds: clock.businessSeconds + business };
  return { ...clock, ...counted, countedFrom: at > clock.countedFrom ? at : clock.countedFrom };
}

/** When something will have happened to it by itself: a pause ends, a warning is due. */
function lookAt(clock: Running, calendar: Calendar): Date | null {
  if (clock.state === 'paused') return clock.pausedUntil;
  if (clock.state !== 'running') return null;
  const next = warnings.find((percent) => percent > clock.warned);
  return next === undefined ? null : timeOf(next, clock, calendar);
}

const refOf = ({ id, version }: KnownCalendar) => ({ calendarId: id, calendarVersion: version });

/**
 * What has happened to a clock by itself until then, in order: pauses that ended, warnings, the breach. An answer that comes
 * at the very moment at which it is due is in time, so `until` itself counts only where `atEnd` says so.
 */
export function* byItself(
  clock: Running,
  until: Date,
  calendar: Calendar,
  atEnd: boolean,
): Generator<ClockStep, Running> {
  let now = clock;
  while (now.lookAt && (now.lookAt < until || (atEnd && now.lookAt <= until))) {
    const at = now.lookAt;
    const percent = warnings.find((each) => each > now.warned) ?? 100;
    const step: ClockStep =
      now.state === 'paused'
        ? { kind: 'resume', at }
        : percent === 100
          ? { kind: 'breach', at }
          : { kind: 'warn', at, percent };
    yield step;
    now = afterStep(now, step, calendar);
  }
  return now;
}

/** A pause as it is asked for. */
export interface Pause {
  reason: PauseReason;
  note: string | null;
  until: Date;
}
