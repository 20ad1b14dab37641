import type { Client, Database, TaskPriority } from '#prisma/client.ts';
import type { CalendarBook } from '../calendars/calendarBook.ts';
import type { Clock } from '../clock.ts';
import { addBusinessMinutes } from '../shop/businessTime.ts';
import { type Target, targetFor, targetsOf } from './targets.ts';

const FRESH_MS = 30_000;

/** The targets as a task's raising looks at them: read now and then, not each time. */
export class TargetBook {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #calendars: CalendarBook;
  #kept: { tasks: Target[]; until: number } | null = null;

  constructor(db: Database, clock: Clock, calendars: CalendarBook) {
    this.#db = db;
    this.#clock = clock;
    this.#calendars = calendars;
  }

  /** By when a task is due where the shop has set a target for it; null: by the usual rule. */
  async dueAt(
    client: Client,
    { priority, customerId }: { priority: TaskPriority; customerId?: string | null },
    now: Date,
  ): Promise<Date | null> {
    const targets = await this.#ofTasks();
    if (targets.length === 0) return null;
    const customer = customerId
      ? await client.customer.findUnique({ where: { id: customerId }, select: { tier: true } })
      : null;
    const target = targetFor(targets, { kind: 'task', priority, tier: customer?.tier ?? null });
    if (!target) return null;
    if (target.aroundTheClock) return new Date(now.getTime() + target.minutes * 60_000);
    const { calendar } = await this.#calendars.now(client, target.calendarId);
    return addBusinessMinutes(now, target.minutes, calendar);
  }

  /** What is known is read anew: the targets have changed. */
  forget(): void {
    this.#kept = null;
  }

  async #ofTasks(): Promise<Target[]> {
    const now = this.#clock.now().getTime();
    if (this.#kept && now < this.#kept.until) return this.#kept.tasks;
    const tasks = (await targetsOf(this.#db.client)).filter(({ kind }) => kind === 'task');
    this.#kept = { tasks, until: now + FRESH_MS };
    return tasks;
  }
}
