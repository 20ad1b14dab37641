import type { Database, Prisma, ServiceClock } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { CalendarBook } from '../calendars/calendarBook.ts';
import type { Clock } from '../clock.ts';
import { Conflict, InvalidInput, NotFound } from '../errors.ts';
import type { Notifications } from '../notifications/notifications.ts';
import type { Page } from '../page.ts';
import type { ClockStep, Pause, Running } from './clock.ts';
import { type ClockFilter, type ClockSubject, listClocks } from './clockList.ts';
import type { ClockRows } from './clockRows.ts';
import { followComplaints } from './followComplaints.ts';
import { followConversations } from './followConversations.ts';
import { followDemo } from './followDemo.ts';
import { type ClockSummary, clockSummary } from './level.ts';
import { replay } from './replay.ts';
import type { TargetBook } from './targetBook.ts';
import { keepTargets, type Target, targetsOf } from './targets.ts';
import { moveTaskWithClock } from './taskOfClock.ts';
import { ofCustomers, tellOfLevel } from './tell.ts';
import { lookAtClocks } from './warn.ts';

const person = { select: { id: true, name: true } } as const;
const withEvents = {
  fulfilledBy: person,
  events: { include: { staff: person }, orderBy: [{ at: 'asc' }, { id: 'asc' }], take: 500 },
} satisfies Prisma.ServiceClockInclude;

export type ClockDetail = ClockSummary &
  Pick<Prisma.ServiceClockGetPayload<{ include: typeof withEvents }>, 'events' | 'fulfilledBy'>;

export type ListedClock = ClockSummary & { about: ClockSubject };

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
  /** Whether there may be something of the demo shop that nobody has counted yet: asked once in a process. */
  #demoIsLeft = true;

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

  /** Clocks with what each is about; see ClockFilter. */
  async list(filter: ClockFilter): Promise<Page<ListedClock>> {
    const { rows, clock } = this.#parts;
    const now = clock.now();
    const page = await listClocks(this.#db.client, filter, now);
    const items = page.items.map(async (row) => ({ ...(await clockSummary(rows, row, now)), about: row.about }));
    return { ...page, items: await Promise.all(items) };
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
    if (this.#demoIsLeft) this.#demoIsLeft = await followDemo(this.#parts, now);
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
      if (clock.taskId) await moveTaskWithClock(client, changed, step);
      this.#tellPages(clock);
    });
    return this.get(id);
  }

  #summary(row: ServiceClock): Promise<ClockSummary> {
    return clockSummary(this.#parts.rows, row, this.#parts.clock.now());
  }

  #tellPages({ taskId, conversationId, complaintId }: ServiceClock): void {
    if (taskId) this.#db.signals.publish('tasks', { taskId });
    if (conversationId) this.#db.signals.publish('conversations', { conversationId });
    if (complaintId) this.#db.signals.publish('complaints', { complaintId });
  }
}

const notNow = (from: string): Conflict =>
  from === 'running'
    ? new Conflict('clockNotRunning', 'This clock does not run: it is paused or finished.')
    : new Conflict('clockNotPaused', 'This clock is not paused.');
