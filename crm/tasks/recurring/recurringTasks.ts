import { Temporal } from 'temporal-polyfill';
import { v7 } from 'uuid';
import type { Client, Database, RecurringTask, TaskPriority } from '#prisma/client.ts';
import type { Audit } from '../../audit/audit.ts';
import { workingDay } from '../../calendars/workingDay.ts';
import type { Clock } from '../../clock.ts';
import { type FieldError, InvalidInput, NotFound } from '../../errors.ts';
import type { Shop } from '../../shop/shop.ts';
import type { TaskRows } from '../taskRows.ts';
import type { Tasks } from '../tasks.ts';
import type { TaskTypes } from '../types/taskTypes.ts';
import { type IsWorkday, nextAfter, type Rhythm, rhythmSchema } from './rhythm.ts';

/** What comes back, and when. */
export interface RecurringInput {
  title: string;
  detail: string | null;
  type: string;
  priority: TaskPriority;
  teamKey: string | null;
  ownerId: string | null;
  /** Whom it is done for. */
  customerId: string | null;
  rhythm: Rhythm;
  active: boolean;
}

const withCustomer = { customer: { select: { id: true, name: true } } } as const;
type Row = RecurringTask & { customer: { id: string; name: string | null } | null };

/** The same as it is kept; `coming` are the next times (none where it is switched off). */
export interface RecurringDetail extends Omit<Row, 'rhythm'> {
  rhythm: Rhythm;
  coming: Date[];
}

const LISTED = 500;
const BATCH = 100;
const SHOWN = 3;

/** What recurring tasks stand on. */
export interface RecurringParts {
  db: Database;
  clock: Clock;
  shop: Shop;
  audit: Audit;
  types: TaskTypes;
  tasks: Tasks;
  rows: TaskRows;
}

/** Work that comes back by the clock. */
export class RecurringTasks {
  readonly #parts: RecurringParts;

  constructor(parts: RecurringParts) {
    this.#parts = parts;
  }

  /** Soonest first, then those that are switched off; all of them, or what comes back for one customer. */
  async list(customerId?: string): Promise<RecurringDetail[]> {
    const rows = await this.#parts.db.client.recurringTask.findMany({
      ...(customerId && { where: { customerId } }),
      include: withCustomer,
      orderBy: [{ active: 'desc' }, { nextAt: 'asc' }, { id: 'asc' }],
      take: LISTED,
    });
    return Promise.all(rows.map((row) => this.#detail(row)));
  }

  /** Makes it, or changes it if `id` is given; the next one is counted anew. Throws NotFound, InvalidInput. */
  async save(given: RecurringInput, staffId: string, id?: string): Promise<RecurringDetail> {
    const { db, clock, audit } = this.#parts;
    const nextAt = await this.#next(given.rhythm, clock.now());
    const row = await db.transaction(async (client) => {
      await this.#refuseUnknown(client, given);
      if (id && !(await client.recurringTask.findUnique({ where: { id } }))) throw new NotFound('recurring task', id);
      const data = { ...given, nextAt, demo: false };
      const saved = id
        ? await client.recurringTask.update({ where: { id }, data, include: withCustomer })
        : await client.recurringTask.create({
            data: { ...data, id: v7(), createdAt: clock.now() },
            include: withCustomer,
          });
      await audit.record({ staffId, action: 'save', entity: 'recurringTask', entityId: saved.id });
      return saved;
    });
    return this.#detail(row);
  }

  /** What was raised stays. Throws NotFound. */
  async remove(id: string, staffId: string): Promise<void> {
    const { db, audit } = this.#parts;
    await db.transaction(async (client) => {
      const { count } = await client.recurringTask.deleteMany({ where: { id } });
      if (count === 0) throw new NotFound('recurring task', id);
      await audit.record({ staffId, action: 'remove', entity: 'recurringTask', entityId: id });
    });
  }

  /**
   * Raises what has come round. Times that passed while nobody ran are made up for by one task; while the last one is open
   * no other is raised, but its log says that it came again. Safe to run twice. Returns how many were raised.
   */
  async runDue(now: Date): Promise<number> {
    const { db } = this.#parts;
    const due = await db.client.recurringTask.findMany({
      where: { active: true, nextAt: { lte: now } },
      orderBy: { nextAt: 'asc' },
      take: BATCH,
    });
    let raised = 0;
    for (const row of due) {
      const nextAt = await this.#next(rhythmSchema.parse(row.rhythm), now);
      if (await db.transaction((client) => this.#comeRound(client, row, nextAt))) raised++;
    }
    return raised;
  }

  /** The mark on the row is moved first: whoever else runs finds it moved. */
  async #comeRound(client: Client, row: RecurringTask, nextAt: Date): Promise<boolean> {
    const { tasks, rows } = this.#parts;
    const { count } = await client.recurringTask.updateMany({
      where: { id: row.id, nextAt: row.nextAt },
      data: { nextAt },
    });
    if (count === 0) return false;
    const last = row.lastTaskId
      ? await client.task.findFirst({ where: { id: row.lastTaskId, state: 'open' }, select: { id: true } })
      : null;
    if (last) {
      await rows.log(client, last.id, { kind: 'cameAgain', staffId: null });
      return false;
    }
    const { title, detail, type, priority, teamKey, ownerId, customerId } = row;
    const task = await tasks.raise({ title, detail, type, priority, teamKey, ownerId, customerId });
    await client.recurringTask.update({ where: { id: row.id }, data: { lastTaskId: task.id } });
    return true;
  }

  async #next(rhythm: Rhythm, after: Date): Promise<Date> {
    const { zone, isWorkday } = await this.#days();
    return nextAfter(rhythm, after, zone, isWorkday);
  }

  async #days(): Promise<{ zone: string; isWorkday: IsWorkday }> {
    const calendar = await this.#parts.shop.calendar();
    const isWorkday = (date: string) => workingDay(Temporal.PlainDate.from(date), calendar).shifts.length > 0;
    return { zone: calendar.zone, isWorkday };
  }

  async #detail(row: Row): Promise<RecurringDetail> {
    const rhythm = rhythmSchema.parse(row.rhythm);
    const { zone, isWorkday } = await this.#days();
    const coming = row.active ? [row.nextAt] : [];
    while (row.active && coming.length < SHOWN) coming.push(nextAfter(rhythm, coming.at(-1)!, zone, isWorkday));
    return { ...row, rhythm, coming };
  }

  async #refuseUnknown(client: Client, given: RecurringInput): Promise<void> {
    const wrong: FieldError[] = [];
    const type = (await this.#parts.types.list()).find(({ key }) => key === given.type);
    if (!type?.active) wrong.push({ path: 'type', message: 'There is no such type of task.' });
    if (given.teamKey && !(await client.team.findUnique({ where: { key: given.teamKey } })))
      wrong.push({ path: 'teamKey', message: 'There is no such team.' });
    if (given.ownerId && !(await client.staff.findFirst({ where: { id: given.ownerId, active: true } })))
      wrong.push({ path: 'ownerId', message: 'This colleague is not here any more.' });
    const { customerId } = given;
    if (
      customerId &&
      !(await client.customer.findFirst({ where: { id: customerId, erasedAt: null, mergedIntoId: null } }))
    )
      wrong.push({ path: 'customerId', message: 'There is no such customer (any more).' });
    if (wrong.length > 0) throw new InvalidInput(wrong);
  }
}
