import { v7 } from 'uuid';
import type { Client, Database, Prisma, Task } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import { Conflict, InvalidInput, NotFound } from '../errors.ts';
import type { Notifications } from '../notifications/notifications.ts';
import { type Page, pageOf, positionOf, rowsFor } from '../page.ts';
import type { ClockRows } from '../serviceLevels/clockRows.ts';
import type { TargetBook } from '../serviceLevels/targetBook.ts';
import { endOfDay } from '../shop/businessTime.ts';
import type { Shop } from '../shop/shop.ts';
import { assign } from './assignment.ts';
import { mayEnd, stepsFor, stepsOf, tick, withStep } from './checklist.ts';
import { dueTime } from './dueTime.ts';
import { linked } from './linked.ts';
import { type DueCounts, runDue } from './runDue.ts';
import {
  type NewTask,
  type Outcome,
  summaryOf,
  type TaskDetail,
  type TaskFilter,
  type TaskRow,
  type TaskSummary,
  taskNames,
  taskWithEvents,
} from './task.ts';
import { isAscending, taskWhere } from './taskFilter.ts';
import type { TaskTypes } from './types/taskTypes.ts';
import type { OutcomeRule } from './types/typeRule.ts';

/** What hangs on a task: runs in the transaction in which it is done. */
type WhenDone = (client: Client, task: Task) => Promise<void>;

export type { NewTask, Outcome, TaskDetail, TaskFilter, TaskSummary } from './task.ts';

type TaskChange = Prisma.TaskUncheckedUpdateInput;

/** Who completes it, and what came of it. */
export interface Completion {
  staffId: string;
  outcome: Outcome;
  note?: string | null;
  byCause?: boolean;
}

/** What people must do for customers, and by when. */
export class Tasks {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #shop: Shop;
  readonly #notifications: Notifications;
  readonly #clocks: ClockRows;
  readonly #targets: TargetBook;
  #demoIsLeft = true;
  readonly #whenDone: WhenDone[] = [];
  readonly #types: TaskTypes;

  constructor(parts: {
    db: Database;
    clock: Clock;
    shop: Shop;
    notifications: Notifications;
    clocks: ClockRows;
    targets: TargetBook;
    types: TaskTypes;
  }) {
    const { db, clock, shop, notifications, clocks, targets, types } = parts;
    this.#db = db;
    this.#clock = clock;
    this.#shop = shop;
    this.#notifications = notifications;
    this.#clocks = clocks;
    this.#targets = targets;
    this.#types = types;
  }

  /** From now on this follows each task that is done, in its transaction. */
  whenDone(follow: WhenDone): void {
    this.#whenDone.push(follow);
  }

  /** Raises a task, finds its team and owner, and tells whom it concerns; in the transaction that is open. */
  async raise(task: NewTask, byStaffId: string | null = null): Promise<Task> {
    const { teamKey, ownerId, ...data } = task;
    return this.#db.transaction(async (client) => {
      const now = this.#clock.now();
      const { told, ...place } = await assign(client, { type: task.type, teamKey, ownerId });
      const dueAt =
        task.dueAt ??
        (await this.#targets.dueAt(client, task, now)) ??
        dueTime(task.priority, now, await this.#shop.calendar());
      const checklist = stepsFor(await this.#types.rule(task.type));
      const raised = await client.task.create({
        data: { ...data, ...place, checklist, id: v7(), dueAt, createdAt: now },
      });
      await this.#log(client, raised.id, 'raised', byStaffId);
      await this.#notifications.tell(told, { kind: 'taskRaised', taskId: raised.id });
      return raised;
    });
  }

  /** What a colleague wants done. Throws InvalidInput for a type that is switched off, a time that has passed, or a link to nothing. */
  async create(task: NewTask, staffId: string): Promise<TaskDetail> {
    const known = (await this.#types.list()).find(({ key }) => key === task.type);
    if (!known?.active) throw new InvalidInput([{ path: 'type', message: 'There is no such type of task.' }]);
    if (task.dueAt && task.dueAt <= this.#clock.now()) throw past('dueAt');
    const { id } = await this.#db.transaction(async (client) => this.raise(await linked(client, task), staffId));
    return this.get(id);
  }

  /** Open and snoozed ones soonest due first, others latest due first. */
  async list(filter: TaskFilter): Promise<Page<TaskSummary>> {
    const now = this.#clock.now();
    const teamId = await this.#teamOf(filter.staffId);
    const context = { now, endOfToday: endOfDay(now, (await this.#shop.profile()).zone), teamId };
    const direction = isAscending(filter) ? 'asc' : 'desc';
    const rows = await this.#db.client.task.findMany({
      where: taskWhere(filter, context, positionOf(filter.cursor)),
      include: taskNames,
      orderBy: [{ dueAt: direction }, { id: direction }],
      take: rowsFor(filter),
    });
    const page = pageOf(rows, filter, (row) => ({ at: row.dueAt, id: row.id }));
    return { ...page, items: await Promise.all(page.items.map((row) => this.#summary(row))) };
  }

  /** Throws NotFound. */
  async get(id: string): Promise<TaskDetail> {
    const row = await this.#db.client.task.findUnique({ where: { id }, include: taskWithEvents });
    if (!row) throw new NotFound('task', id);
    return { ...(await this.#summary(row)), outcomes: await this.endsOf(row.type) };
  }

  /** Makes it one's own. Throws NotFound, Conflict if a colleague has it or it is not open. */
  async claim(id: string, staffId: string): Promise<TaskDetail> {
    return this.#change(id, staffId, 'claimed', null, (task) => {
      if (task.ownerId && task.ownerId !== staffId) throw takenBy();
      return { ownerId: staffId };
    });
  }

  /** Gives it back to the team. Throws NotFound; Conflict unless it is one's own or one leads. */
  async release(id: string, staffId: string): Promise<TaskDetail> {
    return this.#change(id, staffId, 'released', null, async (task) => {
      await this.#mayTouch(task, staffId);
      return { ownerId: null };
    });
  }

  /**
   * Done, with what came of it; an unowned task becomes one's own. `byCause`: what it was for is settled, nothing is asked.
   * Throws NotFound, Conflict (also where a required step is not done), InvalidInput.
   */
  async complete(id: string, by: Completion): Promise<TaskDetail> {
    return this.#change(id, by.staffId, 'done', by.note ?? null, async (task) => {
      await this.#mayTouch(task, by.staffId);
      if (!by.byCause) mayEnd(await this.#types.rule(task.type), stepsOf(task.checklist), by);
      return {
        state: 'done',
        ownerId: task.ownerId ?? by.staffId,
        outcome: by.outcome,
        outcomeNote: by.note ?? null,
        completedAt: this.#clock.now(),
        completedById: by.staffId,
        snoozedUntil: null,
      };
    });
  }

  /** With what tasks of this type may end, the likely first. */
  async endsOf(type: string): Promise<OutcomeRule[]> {
    return (await this.#types.rule(type)).outcomes;
  }

  /** What a button without a choice says of a task: solved, or the likeliest end of its type. */
  async likelyEnd(type: string): Promise<Outcome> {
    const ends = await this.endsOf(type);
    return (ends.find(({ outcome }) => outcome === 'solved') ?? ends.find(({ note }) => !note) ?? ends[0]!).outcome;
  }

  /** Ticks a step of the checklist, or takes the tick away. Throws NotFound, Conflict. */
  async tick(id: string, stepId: string, by: { staffId: string; done: boolean }): Promise<TaskDetail> {
    return this.#change(id, by.staffId, null, null, async (task, client) => {
      await this.#mayTouch(task, by.staffId);
      const mark = by.done ? { at: this.#clock.now(), staffId: by.staffId } : null;
      const checklist = tick(stepsOf(task.checklist), stepId, mark);
      const { zh, en } = checklist.find((step) => step.id === stepId)!.text;
      await this.#log(client, id, by.done ? 'stepDone' : 'stepUndone', by.staffId, zh === en ? zh : `${zh} / ${en}`);
      return { checklist };
    });
  }

  /** One more step, in the words of whoever adds it. Throws NotFound, Conflict, InvalidInput. */
  async addStep(id: string, by: { staffId: string; text: string }): Promise<TaskDetail> {
    return this.#change(id, by.staffId, null, null, async (task) => {
      await this.#mayTouch(task, by.staffId);
      return { checklist: withStep(stepsOf(task.checklist), { zh: by.text, en: by.text }) };
    });
  }

  /** Out of sight until then; it stays due when it was due. Throws NotFound, Conflict, InvalidInput for a time that has passed. */
  async snooze(id: string, by: { staffId: string; until: Date }): Promise<TaskDetail> {
    if (by.until <= this.#clock.now()) throw past('until');
    return this.#change(id, by.staffId, 'snoozed', by.until.toISOString(), async (task) => {
      await this.#mayTouch(task, by.staffId);
      return { snoozedUntil: by.until };
    });
  }

  /** Due at another time; its owner is reminded anew. Throws NotFound, Conflict as `complete` does, InvalidInput for a time that has passed. */
  async move(id: string, by: { staffId: string; dueAt: Date }): Promise<TaskDetail> {
    if (by.dueAt <= this.#clock.now()) {
      throw new InvalidInput([{ path: 'dueAt', message: 'Choose a time that is still to come.' }]);
    }
    return this.#change(id, by.staffId, 'moved', by.dueAt.toISOString(), async (task) => {
      await this.#mayTouch(task, by.staffId);
      return { dueAt: by.dueAt, nudgedAt: null, escalatedAt: null };
    });
  }

  /** Nobody need do it any more. Throws NotFound, Conflict as `complete` does. */
  async cancel(id: string, by: { staffId: string; note?: string | null }): Promise<TaskDetail> {
    return this.#change(id, by.staffId, 'cancelled', by.note ?? null, async (task) => {
      await this.#mayTouch(task, by.staffId);
      return { state: 'cancelled', completedAt: this.#clock.now(), completedById: by.staffId, snoozedUntil: null };
    });
  }

  /** Adds a note, also to a task that is done, and shows the task. Throws NotFound. */
  async comment(id: string, by: { staffId: string; note: string }): Promise<TaskDetail> {
    await this.note(id, by);
    return this.get(id);
  }

  /** Adds a note; `staffId` null: the customer's words. Throws NotFound. */
  async note(id: string, by: { staffId: string | null; note: string }): Promise<void> {
    await this.#db.transaction(async (client) => {
      if ((await client.task.count({ where: { id } })) === 0) throw new NotFound('task', id);
      await this.#log(client, id, 'commented', by.staffId, by.note);
    });
  }

  /** Wakes what was snoozed, reminds owners at 50 and 80 % of the time, tells the leads of late ones; their clocks follow. Safe to run twice. */
  async runDue(now: Date): Promise<DueCounts> {
    const parts = { db: this.#db, rows: this.#clocks, notifications: this.#notifications };
    const counts = await runDue({ ...parts, withDemo: this.#demoIsLeft }, now);
    this.#demoIsLeft = false;
    return counts;
  }

  /** Changes an open task under its row lock; `decide` throws what forbids it. */
  async #change(
    id: string,
    staffId: string,
    kind: string | null,
    note: string | null,
    decide: (task: Task, client: Client) => TaskChange | Promise<TaskChange>,
  ): Promise<TaskDetail> {
    await this.#db.transaction(async (client) => {
      await client.$queryRaw`SELECT id FROM "Task" WHERE id = ${id}::uuid FOR UPDATE`;
      const task = await client.task.findUnique({ where: { id } });
      if (!task) throw new NotFound('task', id);
      if (task.state !== 'open') throw new Conflict('taskNotOpen', 'This task is already done or cancelled.');
      const changed = await client.task.update({ where: { id }, data: await decide(task, client) });
      if (kind) await this.#log(client, id, kind, staffId, note);
      else this.#db.signals.publish('tasks', { taskId: id });
      if (changed.state === 'done') for (const follow of this.#whenDone) await follow(client, changed);
    });
    return this.get(id);
  }

  #summary<T extends TaskRow>(row: T) {
    return summaryOf(row, { rows: this.#clocks, types: this.#types, now: this.#clock.now() });
  }

  async #teamOf(staffId: string | null): Promise<string | null> {
    if (!staffId) return null;
    return (await this.#db.client.staff.findUnique({ where: { id: staffId } }))?.teamId ?? null;
  }

  async #mayTouch(task: Task, staffId: string): Promise<void> {
    if (!task.ownerId || task.ownerId === staffId) return;
    const person = await this.#db.client.staff.findUnique({ where: { id: staffId }, select: { role: true } });
    if (!person || person.role === 'staff') throw takenBy();
  }

  async #log(
    client: Client,
    taskId: string,
    kind: string,
    staffId: string | null,
    note: string | null = null,
  ): Promise<void> {
    await client.taskEvent.create({ data: { id: v7(), taskId, kind, staffId, note, createdAt: this.#clock.now() } });
    this.#db.signals.publish('tasks', { taskId });
  }
}

const past = (path: string): InvalidInput =>
  new InvalidInput([{ path, message: 'Choose a time that is still to come.' }]);
const takenBy = (): Conflict =>
  new Conflict('taskTaken', 'A colleague has this task; ask them or a manager to release it.');
