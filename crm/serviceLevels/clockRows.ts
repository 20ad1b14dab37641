import { v7 } from 'uuid';
import type { Client, Prisma, ServiceClock, TaskPriority } from '#prisma/client.ts';
import type { Calendar } from '../calendars/calendar.ts';
import type { CalendarBook } from '../calendars/calendarBook.ts';
import type { KnownCalendar } from '../calendars/shopCalendar.ts';
import { afterStep, byItself, type ClockStep, elapsed, type Running, stopped } from './clock.ts';
import type { Metric } from './metrics.ts';
import { type Target, type TargetKind, targetFor } from './targets.ts';

/** What a clock is about: one of the three. */
export type Subject = { conversationId: string } | { taskId: string } | { complaintId: string };

/** A clock that is to begin. */
export interface NewClock {
  subject: Subject;
  metric: Metric;
  round: number;
  priority: TaskPriority;
  tier: string | null;
  at: Date;
  target: ClockStep['target'];
  calendarId: string | null;
  sequence?: number | null;
}

/** Clocks as they are kept: each row with the log of what made it so. */
export class ClockRows {
  readonly #book: CalendarBook;

  constructor(book: CalendarBook) {
    this.#book = book;
  }

  /** Begins clocks, in the open transaction; those that have begun already are left as they are. */
  async begin(client: Client, clocks: readonly NewClock[]): Promise<void> {
    if (clocks.length === 0) return;
    const rows: Prisma.ServiceClockCreateManyInput[] = [];
    const events = new Map<string, Prisma.ServiceClockEventCreateManyInput>();
    const calendars = new Map<string | null, KnownCalendar>();
    for (const { subject, at, target, calendarId, ...facts } of clocks) {
      const calendar = calendars.get(calendarId) ?? (await this.#book.now(client, calendarId));
      calendars.set(calendarId, calendar);
      const step: ClockStep = { kind: 'activate', at, calendar, ...(target && { target }) };
      const begun = afterStep(stopped(at, calendar), step, calendar.calendar);
      const id = v7();
      rows.push({ id, ...facts, ...subject, ...begun });
      events.set(id, eventOf(id, step, begun, calendar.calendar));
    }
    const made = await client.serviceClock.createManyAndReturn({
      data: rows,
      skipDuplicates: true,
      select: { id: true },
    });
    await client.serviceClockEvent.createMany({ data: made.map(({ id }) => events.get(id)!) });
  }

  /**
   * What happens to a clock, after what happened by itself until then (a pause that ended, a warning, the breach); the
   * caller holds the row. Returns the row as it is now.
   */
  async change(
    client: Client,
    clock: ServiceClock,
    step: ClockStep,
    more: Prisma.ServiceClockUncheckedUpdateInput = {},
  ): Promise<ServiceClock> {
    const calendar = await this.calendarOf(clock);
    const steps = [...byItself(clock, step.at, calendar, false), step];
    return this.write(client, clock, steps, more);
  }

  /** Writes steps and what the clock is after them. */
  async write(
    client: Client,
    clock: ServiceClock,
    steps: readonly ClockStep[],
    more: Prisma.ServiceClockUncheckedUpdateInput = {},
  ): Promise<ServiceClock> {
    let calendar = await this.calendarOf(clock);
    let now: Running = clock;
    const events: Prisma.ServiceClockEventCreateManyInput[] = [];
    for (const step of steps) {
      now = afterStep(now, step, calendar);
      calendar = step.calendar?.calendar ?? calendar;
      events.push(eventOf(clock.id, step, now, calendar));
    }
    await client.serviceClockEvent.createMany({ data: events });
    return client.serviceClock.update({ where: { id: clock.id }, data: { ...changedOf(now), ...more } });
  }

  calendarOf({ calendarId, calendarVersion }: Pick<Running, 'calendarId' | 'calendarVersion'>): Promise<Calendar> {
    return this.#book.version(calendarId, calendarVersion);
  }

  /** A calendar as it is now; null: the shop's. */
  calendarNow(client: Client, calendarId: string | null): Promise<KnownCalendar> {
    return this.#book.now(client, calendarId);
  }
}

/** What a clock of this kind, priority and tier is to reach; measured without a target where there is none. */
export function aimOf(
  targets: readonly Target[],
  asked: { kind: TargetKind; priority: TaskPriority; tier: string | null },
): Pick<NewClock, 'target' | 'calendarId'> {
  const found = targetFor(targets, asked);
  if (!found) return { target: { seconds: null, aroundTheClock: false }, calendarId: null };
  return {
    target: { seconds: found.minutes * 60, aroundTheClock: found.aroundTheClock },
    calendarId: found.calendarId,
  };
}

function eventOf(
  clockId: string,
  { kind, at, percent, until, reason, note, staffId }: ClockStep,
  after: Running,
  calendar: Calendar,
): Prisma.ServiceClockEventCreateManyInput {
  const { wall, business } = elapsed(after, at, calendar);
  const { calendarId, calendarVersion, aroundTheClock, targetSeconds, dueAt } = after;
  const terms = { calendarId, calendarVersion, aroundTheClock, targetSeconds, dueAt };
  const figures = { wallSeconds: wall, businessSeconds: business };
  const told = { percent: percent ?? null, until: until ?? null, reason: reason ?? null, note: note ?? null };
  return { id: v7(), clockId, kind, at, ...terms, ...figures, ...told, staffId: staffId ?? null };
}

/** The columns that steps change. */
function changedOf(now: Running): Prisma.ServiceClockUncheckedUpdateInput {
  const { state, targetSeconds, aroundTheClock, calendarId, calendarVersion, wallSeconds, businessSeconds } = now;
  const { countedFrom, dueAt, breachedAt, pausedAt, pausedUntil, pauseReason, pauseNote } = now;
  const { warned, lookAt, finishedAt, met } = now;
  const counted = { calendarId, calendarVersion, wallSeconds, businessSeconds, countedFrom };
  const pause = { pausedAt, pausedUntil, pauseReason, pauseNote };
  return {
    state,
    targetSeconds,
    aroundTheClock,
    ...counted,
    dueAt,
    breachedAt,
    ...pause,
    warned,
    lookAt,
    finishedAt,
    met,
  };
}
