import { Temporal } from 'temporal-polyfill';
import { type Prisma, TaskPriority } from '#prisma/client.ts';
import type { TaskFilter, TaskSummary } from './task.ts';
import { baseWhere } from './taskFilter.ts';
import { type ReaderParts, TaskReader } from './taskReader.ts';

/** How a board is divided: by how far it is, by who has it, by how urgent it is. */
export const boardKinds = ['state', 'owner', 'priority'] as const;
export type BoardKind = (typeof boardKinds)[number];

/** A column; `key`: unowned, inHand, snoozed, done, a priority, or whose. `total` counts also what is not shown. */
export interface BoardColumn {
  key: string;
  owner: { id: string; name: string } | null;
  total: number;
  items: TaskSummary[];
}

/** A day of a calendar with what is due on it: `items` are the first, `total` is all. */
export interface CalendarDay {
  date: string;
  total: number;
  late: number;
  items: TaskSummary[];
}

/** What narrows a view; which of them says the view itself. */
export type ViewFilter = Omit<TaskFilter, 'state' | 'due' | 'limit' | 'cursor' | 'from' | 'until'>;

const SHOWN_OF_COLUMN = 50;
const OWNERS = 30;
const SHOWN_OF_DAY = 3;
/** More tasks of one span are not read: nobody looks at them on a calendar. */
const READ_AT_MOST = 20_000;

/** Open tasks side by side, and day by day. */
export class TaskViews {
  readonly #parts: ReaderParts;
  readonly #reader: TaskReader;

  constructor(parts: ReaderParts) {
    this.#parts = parts;
    this.#reader = new TaskReader(parts);
  }

  /** The columns of a board; of those that are done the ones of today. */
  async board(filter: ViewFilter, by: BoardKind): Promise<BoardColumn[]> {
    const context = await this.#reader.context(filter);
    const base = baseWhere(filter, context);
    const open = { state: 'open', snoozedUntil: null } as const;
    const column = (key: string, where: Prisma.TaskWhereInput, owner: BoardColumn['owner'] = null) =>
      this.#column({ key, owner }, { AND: [base, where] });
    if (by === 'priority')
      return Promise.all(Object.values(TaskPriority).map((priority) => column(priority, { ...open, priority })));
    if (by === 'state') {
      const today = { state: 'done' as const, completedAt: { gte: await this.#startOfToday() } };
      return Promise.all([
        column('unowned', { ...open, ownerId: null }),
        column('inHand', { ...open, ownerId: { not: null } }),
        column('snoozed', { state: 'open', snoozedUntil: { not: null } }),
        column('done', today),
      ]);
    }
    const owners = await this.#owners({ AND: [base, open] });
    return Promise.all([
      column('unowned', { ...open, ownerId: null }),
      ...owners.map((owner) => column(owner.id, { ...open, ownerId: owner.id }, owner)),
    ]);
  }

  /** So many days from that date on, by the shop's clock, with the open tasks that are due on them. */
  async days(filter: ViewFilter, span: { from: string; days: number }): Promise<CalendarDay[]> {
    const { zone } = await this.#parts.shop.profile();
    const context = await this.#reader.context(filter);
    const first = Temporal.PlainDate.from(span.from);
    const instant = (day: Temporal.PlainDate): Date => new Date(day.toZonedDateTime(zone).epochMilliseconds);
    const dueAt = { gte: instant(first), lt: instant(first.add({ days: span.days })) };
    const { client } = this.#parts.db;
    const rows = await client.task.findMany({
      where: { AND: [baseWhere(filter, context), { state: 'open', dueAt }] },
      select: { id: true, dueAt: true },
      orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
      take: READ_AT_MOST,
    });
    const dates = Array.from({ length: span.days }, (_each, index) => first.add({ days: index }).toString());
    const byDate = new Map(dates.map((date) => [date, [] as typeof rows]));
    for (const row of rows) byDate.get(dateIn(zone, row.dueAt))?.push(row);
    const shownIds = [...byDate.values()].flatMap((of) => of.slice(0, SHOWN_OF_DAY).map(({ id }) => id));
    const shown = await this.#reader.summaries(await client.task.findMany({ where: { id: { in: shownIds } } }));
    const byId = new Map(shown.map((task) => [task.id, task]));
    return dates.map((date) => {
      const of = byDate.get(date)!;
      const items = of.slice(0, SHOWN_OF_DAY).flatMap(({ id }) => byId.get(id) ?? []);
      return { date, total: of.length, late: of.filter((row) => row.dueAt < context.now).length, items };
    });
  }

  async #column(named: Pick<BoardColumn, 'key' | 'owner'>, where: Prisma.TaskWhereInput): Promise<BoardColumn> {
    const { client } = this.#parts.db;
    const total = await client.task.count({ where });
    const rows = await client.task.findMany({
      where,
      orderBy: named.key === 'done' ? [{ completedAt: 'desc' }] : [{ dueAt: 'asc' }, { id: 'asc' }],
      take: SHOWN_OF_COLUMN,
    });
    return { ...named, total, items: await this.#reader.summaries(rows) };
  }

  /** Who has most of them first. */
  async #owners(where: Prisma.TaskWhereInput): Promise<{ id: string; name: string }[]> {
    const { client } = this.#parts.db;
    const groups = await client.task.groupBy({
      by: ['ownerId'],
      where: { AND: [where, { ownerId: { not: null } }] },
      _count: true,
      orderBy: { _count: { ownerId: 'desc' } },
      take: OWNERS,
    });
    const ids = groups.flatMap(({ ownerId }) => ownerId ?? []);
    const people = await client.staff.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
    return ids.flatMap((id) => people.find((person) => person.id === id) ?? []);
  }

  async #startOfToday(): Promise<Date> {
    const { zone } = await this.#parts.shop.profile();
    const today = Temporal.PlainDate.from(dateIn(zone, this.#parts.clock.now()));
    return new Date(today.toZonedDateTime(zone).epochMilliseconds);
  }
}

const dateIn = (zone: string, at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
