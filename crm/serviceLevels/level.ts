import type { ServiceClock } from '#prisma/client.ts';
import type { Calendar } from '../calendars/calendar.ts';
import { elapsed, type Running, timeOf } from './clock.ts';
import type { ClockRows } from './clockRows.ts';
import type { Metric } from './metrics.ts';

/** How a wait stands, as people read it. atRisk: four fifths of the target are used up. ended: over, and without a target or called off. */
export const levels = ['running', 'atRisk', 'breached', 'paused', 'met', 'ended'] as const;
export type Level = (typeof levels)[number];

/** The share of the target from which on a wait is at risk: the second of the warnings. */
const RISK_PERCENT = 80;

/** How it stands; `riskAt`: from when on it is at risk. */
export function levelOf(clock: Omit<Running, 'lookAt'>, riskAt: Date | null, now: Date): Level {
  if (clock.finishedAt) {
    if (clock.met) return 'met';
    return clock.met === false ? 'breached' : 'ended';
  }
  if (clock.state === 'paused') return 'paused';
  if (clock.breachedAt || (clock.dueAt && clock.dueAt < now)) return 'breached';
  return riskAt && riskAt <= now ? 'atRisk' : 'running';
}

/** A clock with what has been counted until now, in seconds, and how it stands. */
export type ClockSummary = Omit<ServiceClock, 'metric'> & {
  metric: Metric;
  level: Level;
  /** When four fifths of the target are used up; null while it stands, after its end, and without a target. */
  riskAt: Date | null;
  wall: number;
  business: number;
  late: boolean;
};

/** Calendars are values that never change, so what was counted by one holds as long as it does. */
const counted = new WeakMap<Calendar, Map<string, Date | null>>();
const KEPT = 20_000;

/** `timeOf` of the risk, kept: a list shows the same clocks again and again, and counting days by a calendar is the dear part of it. */
function riskOf(row: ServiceClock, calendar: Calendar): Date | null {
  const { targetSeconds, countedFrom, wallSeconds, businessSeconds, aroundTheClock } = row;
  const key = `${targetSeconds} ${countedFrom?.getTime()} ${aroundTheClock ? wallSeconds : `${businessSeconds}b`}`;
  const kept = counted.get(calendar) ?? new Map<string, Date | null>();
  counted.set(calendar, kept);
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size >= KEPT) kept.clear();
  const risk = timeOf(RISK_PERCENT, row, calendar);
  kept.set(key, risk);
  return risk;
}

/** How a row stands now, and from when on it is at risk: cheaper than all its figures. */
export async function levelNow(
  rows: ClockRows,
  row: ServiceClock,
  now: Date,
): Promise<Pick<ClockSummary, 'level' | 'riskAt'>> {
  const riskAt = row.finishedAt ? null : riskOf(row, await rows.calendarOf(row));
  return { level: levelOf(row, riskAt, now), riskAt };
}

/** A row as it stands now, with its figures. */
export async function clockSummary(rows: ClockRows, row: ServiceClock, now: Date): Promise<ClockSummary> {
  const { wall, business } = elapsed(row, now, await rows.calendarOf(row));
  const late = row.breachedAt !== null || (row.finishedAt === null && row.dueAt !== null && row.dueAt < now);
  return { ...row, metric: row.metric as Metric, ...(await levelNow(rows, row, now)), wall, business, late };
}
