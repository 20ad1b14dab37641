import type { Database, Task } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import { NotFound } from '../errors.ts';
import { type Page, pageOf, positionOf, rowsFor } from '../page.ts';
import type { ClockRows } from '../serviceLevels/clockRows.ts';
import { endOfDay } from '../shop/businessTime.ts';
import type { Shop } from '../shop/shop.ts';
import { summaryOf, type TaskDetail, type TaskFilter, type TaskRow, type TaskSummary, taskWithEvents } from './task.ts';
import { type FilterContext, isAscending, taskWhere } from './taskFilter.ts';
import { withNames } from './taskNames.ts';
import type { TaskTypes } from './types/taskTypes.ts';

/** What reading tasks stands on. */
export interface ReaderParts {
  db: Database;
  clock: Clock;
  shop: Shop;
  clocks: ClockRows;
  types: TaskTypes;
}

/** Tasks as pages show them. */
export class TaskReader {
  readonly #parts: ReaderParts;

  constructor(parts: ReaderParts) {
    this.#parts = parts;
  }

  /** Open and snoozed ones soonest due first, others latest due first. */
  async list(filter: TaskFilter): Promise<Page<TaskSummary>> {
    const direction = isAscending(filter) ? 'asc' : 'desc';
    const rows = await this.#parts.db.client.task.findMany({
      where: taskWhere(filter, await this.context(filter), positionOf(filter.cursor)),
      orderBy: [{ dueAt: direction }, { id: direction }],
      take: rowsFor(filter),
    });
    const page = pageOf(rows, filter, (row) => ({ at: row.dueAt, id: row.id }));
    return { ...page, items: await this.summaries(page.items) };
  }

  /** Throws NotFound. */
  async get(id: string): Promise<TaskDetail> {
    const row = await this.#parts.db.client.task.findUnique({ where: { id }, include: taskWithEvents });
    if (!row) throw new NotFound('task', id);
    const { outcomes } = await this.#parts.types.rule(row.type);
    return { ...(await this.#summary(row)), outcomes };
  }

  /** The rows as lists show them. */
  async summaries(tasks: Task[]): Promise<TaskSummary[]> {
    const rows = await withNames(this.#parts.db.client, tasks);
    return Promise.all(rows.map((row) => this.#summary(row)));
  }

  /** What the clock, the shop and the reader add to a filter. */
  async context({ staffId }: Pick<TaskFilter, 'staffId'>): Promise<FilterContext> {
    const { db, clock, shop } = this.#parts;
    const now = clock.now();
    const staff = staffId
      ? await db.client.staff.findUnique({ where: { id: staffId }, select: { teamId: true } })
      : null;
    return { now, endOfToday: endOfDay(now, (await shop.profile()).zone), teamId: staff?.teamId ?? null };
  }

  #summary<T extends TaskRow>(row: T) {
    const { clocks: rows, types, clock } = this.#parts;
    return summaryOf(row, { rows, types, now: clock.now() });
  }
}
