import type { Client, Database, Prisma, ServiceClock } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { CalendarBook } from '../calendars/calendarBook.ts';
import type { Clock } from '../clock.ts';
import { Conflict, InvalidInput, NotFound } from '../errors.ts';
import type { Notifications } from '../notifications/notifications.ts';
import { type Page, type PageRequest, pageOf, positionOf, rowsFor } from '../page.ts';
import { type ClockStep, elapsed, type Pause, type Running } from './clock.ts';
import type { ClockRows } from './clockRows.ts';
import { followComplaints } from './followComplaints.ts';
import { followConversations } from './followConversations.ts';
import type { Metric } from './metrics.ts';
import { replay } from './replay.ts';
import type { TargetBook } from './targetBook.ts';
import { keepTargets, type Target, targetsOf } from './targets.ts';
import { ofCustomers, tellOfLevel } from './tell.ts';
import { lookAtClocks } from './warn.ts';

const person = { select: { id: true, name: true } } as const;
const withEvents = {
  fulfilledBy: person,
  events: { include: { staff: person }, orderBy: [{ at: 'asc' }, { id: 'asc' }], take: 500 },
} satisfies Prisma.ServiceClockInclude;

/** A clock with what has been counted until now, in seconds. */
export type ClockSummary = Omit<ServiceClock, 'metric'> & {
  metric: Metric;
  wall: number;
  business: number;
  late: boolean;
};
export type ClockDetail = ClockSummary &
  Pick<Prisma.ServiceClockGetPayload<{ include: typeof withEvents }>, 'events' | 'fulfilledBy'>;

/** Which clocks: of one record, or all that run. */
export type ClockFilter = PageRequest & Partial<Record<'conversationId' | 'taskId' | 'complaintId', string>>;

interface Parts {
  db: Database;
  clock: Clock;
  audit: Audit;
  book: CalendarBook;
  rows: ClockRows;
  targetBook: TargetBook;
  notifications: Notifications;
}

/** How long customers wait, and how long they may. */
export class ServiceLevels {
  readonly #parts: Parts;
  readonly #db: Database;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#db = parts.db;
  }

  targets(): Promise<Target[]> {
    return targetsOf(this.#db.client);
  }

  /** Replaces all targets; clocks that run keep the one they began with. Throws InvalidInput for a calendar that is not in use. */
  async keepTargets(targets: Target[], staffId: string): Promise<Target[]> {
    await this.#db.transaction(async (client) => {
      const wanted = [...new Set(targets.flatMap(({ calendarId }) => calendarId ?? []))];
      const known = await client.calendar.count({ where: { id: { in: wanted }, removedAt: null } });
      if (known !== wanted.length)
        throw new InvalidInput([{ path: 'targets', message: 'A target names a calendar that is not in use.' }]);
      await keepTargets(client, targets);
      await this.#parts.audit.record({ staffId, action: 'update', entity: 'serviceTargets' });
    });
    this.#parts.targetBook.forget();
    return targets;
  }

  /** A record's clocks, oldest first; without a record those that run, soonest due first: what is late leads. */
  async list(filter: ClockFilter): Promise<Page<ClockSummary>> {
    const { conversationId, taskId, complaintId } = filter;
    const ofRecord = conversationId ?? taskId ?? complaintId;
    const after = positionOf(filter.cursor);
    const at = ofRecord ? 'startedAt' : 'dueAt';
    const rows = await this.#db.client.serviceClock.findMany({
      where: {
        AND: [
          ofRecord
            ? { conversationId, taskId, complaintId }
            : { state: { in: ['running', 'paused'] }, dueAt: { not: null } },
          after ? { [at]: { gte: after.at }, OR: [{ [at]: { gt: after.at } }, { id: { gt: after.id } }] } : {},
        ],
      },
      orderBy: [{ [at]: 'asc' }, { id: 'asc' }],
      take: rowsFor(filter),
    });
    const page = pageOf(rows, filter, (row) => ({ at: row[at]!, id: row.id }));
    return { ...page, items: await Promise.all(page.items.map((row) => this.#summary(row))) };
  }

  /** A clock with its log. Throws NotFound. */
  async get(id: string): Promise<ClockDetail> {
    const row = await this.#db.client.serviceClock.findUnique({ where: { id }, include: withEvents });
    if (!row) throw new NotFound('service clock', id);
    return { ...row, ...(await this.#summary(row)) };
  }

  /** Stands until then, for that reason; the due time moves with it. Throws NotFound, Conflict unless it runs, InvalidInput. */
  async pause(id: string, { reason, note, until }: Pause, staffId: string): Promise<ClockDetail> {
    const now = this.#parts.clock.now();
    if (until <= now) throw new InvalidInput([{ path: 'until', message: 'Choose a time that is still to come.' }]);
    if (reason === 'other' && !note) throw new InvalidInput([{ path: 'note', message: 'Say why.' }]);
    return this.#change(id, 'running', { kind: 'pause', at: now, until, reason, note, staffId });
  }

  /** Runs on before its pause ends. Throws NotFound, Conflict unless it stands. */
  async resume(id: string, staffId: string): Promise<ClockDetail> {
    return this.#change(id, 'paused', { kind: 'resume', at: this.#parts.clock.now(), staffId });
  }

  /** Counts a clock again from its log alone, by the calendars of that time. Throws NotFound. */
  async recount(id: string): Promise<Running> {
    const { events } = await this.get(id);
    return (await replay(events, (calendarId, version) => this.#parts.book.version(calendarId, version)))!;
  }

  /** Clocks of conversations and complaints follow what was said and done; who must act is warned. Safe to run twice. */
  async runDue(now: Date): Promise<{ warned: number; breached: number }> {
    await followConversations(this.#parts, now);
    await followComplaints(this.#parts, now);
    return lookAtClocks(this.#parts, now, ofCustomers, (client, clock, percent) =>
      tellOfLevel(this.#parts.notifications, client, clock, percent),
    );
  }

  async #change(id: string, from: 'running' | 'paused', step: ClockStep): Promise<ClockDetail> {
    const { rows } = this.#parts;
    await this.#db.transaction(async (client) => {
      await client.$queryRaw`SELECT id FROM "ServiceClock" WHERE id = ${id}::uuid FOR UPDATE`;
      const clock = await client.serviceClock.findUnique({ where: { id } });
      if (!clock) throw new NotFound('service clock', id);
      if (clock.state !== from) throw notNow(from);
      const changed = await rows.change(client, clock, {
        ...step,
        calendar: await rows.calendarNow(client, clock.calendarId),
      });
      if (clock.taskId) await logOfTask(client, changed, step);
      this.#tellPages(clock);
    });
    return this.get(id);
  }

  async #summary(row: ServiceClock): Promise<ClockSummary> {
    const now = this.#parts.clock.now();
    const { wall, business } = elapsed(row, now, await this.#parts.rows.calendarOf(row));
    const late = row.breachedAt !== null || (row.finishedAt === null && row.dueAt !== null && row.dueAt < now);
    return { ...row, metric: row.metric as Metric, wall, business, late };
  }

  #tellPages({ taskId, conversationId, complaintId }: Partial<Record<keyof ClockFilter, string | null>>): void {
    if (taskId) this.#db.signals.publish('tasks', { taskId });
    if (conversationId) this.#db.signals.publish('conversations', { conversationId });
    if (complaintId) this.#db.signals.publish('complaints', { complaintId });
  }
}

/** The task is due when its clock is. */
async function logOfTask(
  client: Client,
  { taskId, dueAt }: ServiceClock,
  { kind, at, reason, note, staffId }: ClockStep,
) {
  await client.task.update({ where: { id: taskId! }, data: { ...(dueAt && { dueAt }) } });
  const why = [reason, note].filter(Boolean).join(': ') || null;
  const paused = kind === 'pause' ? 'paused' : 'resumed';
  await client.taskEvent.create({
    data: { taskId: taskId!, kind: paused, note: why, staffId: staffId ?? null, createdAt: at },
  });
}

const notNow = (from: string): Conflict =>
  from === 'running'
    ? new Conflict('clockNotRunning', 'This clock does not run: it is paused or finished.')
    : new Conflict('clockNotPaused', 'This clock is not paused.');
