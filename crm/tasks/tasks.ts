import { v7 } from 'uuid';
import type { Client, Database, Task, TaskPriority } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import { Conflict, InvalidInput, NotFound } from '../errors.ts';
import type { Notifications } from '../notifications/notifications.ts';
import type { Page } from '../page.ts';
import type { ClockRows } from '../serviceLevels/clockRows.ts';
import type { TargetBook } from '../serviceLevels/targetBook.ts';
import type { Shop } from '../shop/shop.ts';
import { mayEnd, stepsFor, stepsOf, tick, withStep } from './checklist.ts';
import { dueTime } from './dueTime.ts';
import { type Reassignment, reassign, tellMentioned } from './handover.ts';
import { inWriting } from './inWriting.ts';
import { linked } from './linked.ts';
import { mustBeAsked, type NextContact, nextEvent, nextTask } from './nextContact.ts';
import type { OwnerRules } from './owners/ownerRules.ts';
import { type DueCounts, runDue } from './runDue.ts';
import type { NewTask, Outcome, TaskDetail, TaskFilter, TaskSummary } from './task.ts';
import { TaskReader } from './taskReader.ts';
import { type TaskChange, type TaskRows, takenBy, type WhenDone } from './taskRows.ts';
import type { TaskTypes } from './types/taskTypes.ts';
import type { OutcomeRule } from './types/typeRule.ts';

export type { NewTask, Outcome, TaskDetail, TaskFilter, TaskSummary } from './task.ts';

/** What tasks stand on. */
export interface TaskParts {
  db: Database;
  clock: Clock;
  shop: Shop;
  notifications: Notifications;
  clocks: ClockRows;
  targets: TargetBook;
  types: TaskTypes;
  owners: OwnerRules;
  rows: TaskRows;
}

/** Who completes it, and what came of it. */
export interface Completion {
  staffId: string;
  outcome: Outcome;
  note?: string | null;
  byCause?: boolean;
  /** What is planned with the customer after it; may be absent where there is none, or with `byCause`. */
  next?: NextContact | undefined;
}

/** What people must do for customers, and by when. */
export class Tasks {
  readonly #parts: TaskParts;
  readonly #reader: TaskReader;
  #demoIsLeft = true;

  constructor(parts: TaskParts) {
    this.#parts = parts;
    this.#reader = new TaskReader(parts);
  }

  /** From now on this follows each task that is done, in its transaction. */
  whenDone(follow: WhenDone): void {
    this.#parts.rows.whenDone(follow);
  }

  /** Raises a task, finds its team and owner, and tells whom it concerns; in the transaction that is open. */
  async raise(asked: NewTask, byStaffId: string | null = null): Promise<Task> {
    const { db, clock, shop, targets, types, owners, rows, notifications } = this.#parts;
    return db.transaction(async (client) => {
      const now = clock.now();
      const task = byStaffId ? asked : await inWriting(client, asked, now);
      const { teamKey: _team, ownerId: _owner, ...data } = task;
      const { told, teamId, ownerId } = await owners.assign(client, task);
      const dueAt =
        task.dueAt ?? (await targets.dueAt(client, task, now)) ?? dueTime(task.priority, now, await shop.calendar());
      const checklist = stepsFor(await types.rule(task.type));
      const row = { ...data, teamId, ownerId, checklist, id: v7(), dueAt, createdAt: now };
      const raised = await client.task.create({ data: row });
      await rows.log(client, raised.id, { kind: 'raised', staffId: byStaffId });
      await notifications.tell(
        told.filter((id) => id !== byStaffId),
        { kind: 'taskRaised', taskId: raised.id },
      );
      return raised;
    });
  }

  /** What a colleague wants done. Throws InvalidInput for a type that is switched off, a time that has passed, or a link to nothing. */
  async create(task: NewTask, staffId: string): Promise<TaskDetail> {
    const known = (await this.#parts.types.list()).find(({ key }) => key === task.type);
    if (!known?.active) throw new InvalidInput([{ path: 'type', message: 'There is no such type of task.' }]);
    if (task.dueAt) this.#mustCome('dueAt', task.dueAt);
    const { id } = await this.#parts.db.transaction(async (client) => this.raise(await linked(client, task), staffId));
    return this.get(id);
  }

  /** Open and snoozed ones soonest due first, others latest due first. */
  list(filter: TaskFilter): Promise<Page<TaskSummary>> {
    return this.#reader.list(filter);
  }

  /** Throws NotFound. */
  get(id: string): Promise<TaskDetail> {
    return this.#reader.get(id);
  }

  /** Makes it one's own. Throws NotFound, Conflict if a colleague has it or it is not open. */
  async claim(id: string, staffId: string): Promise<TaskDetail> {
    await this.#parts.rows.change(id, { kind: 'claimed', staffId }, (task) => {
      if (task.ownerId && task.ownerId !== staffId) throw takenBy();
      return { ownerId: staffId };
    });
    return this.get(id);
  }

  /** Gives it back to the team. Throws NotFound; Conflict unless it is one's own or one leads. */
  async release(id: string, staffId: string): Promise<TaskDetail> {
    return this.#change(id, 'released', { staffId }, () => ({ ownerId: null }));
  }

  /** To a colleague, who is told, or to another team. Throws NotFound; Conflict unless it is one's own, nobody's, or one leads; InvalidInput. */
  async assign(id: string, by: Reassignment): Promise<TaskDetail> {
    return this.#change(id, null, by, (task, client) => reassign(this.#parts, client, task, by));
  }

  /** What it is about has changed: where the rules now name another team, it goes there. Throws NotFound, Conflict if it is not open. */
  async regroup(id: string, staffId: string): Promise<void> {
    const { owners, rows } = this.#parts;
    await rows.change(id, { kind: null, staffId }, async (task, client) => {
      const { title, type, priority, customerId, complaintId, responseId } = task;
      const found = await owners.assign(client, { title, type, priority, customerId, complaintId, responseId });
      if (found.teamId === task.teamId) return {};
      return reassign(this.#parts, client, task, { staffId, teamId: found.teamId, ownerId: found.ownerId });
    });
  }

  /**
   * Done, with what came of it; an unowned task becomes one's own. `byCause`: what it was for is settled, nothing is asked.
   * Throws NotFound, Conflict (also where a required step is not done), InvalidInput (also where `next` is not answered).
   */
  async complete(id: string, by: Completion): Promise<TaskDetail> {
    const { next, staffId } = by;
    return this.#change(id, 'done', by, async (task, client) => {
      if (!by.byCause) {
        mayEnd(await this.#parts.types.rule(task.type), stepsOf(task.checklist), by);
        mustBeAsked(task, next);
      }
      if (next)
        await this.raise(
          { ...nextTask(task, next, { staffId, now: this.#parts.clock.now() }), followsId: id },
          staffId,
        );
      if (next !== undefined && task.customerId) await this.#parts.rows.log(client, id, nextEvent(next, staffId));
      return {
        state: 'done',
        ownerId: task.ownerId ?? by.staffId,
        outcome: by.outcome,
        outcomeNote: by.note ?? null,
        completedAt: this.#parts.clock.now(),
        completedById: by.staffId,
        snoozedUntil: null,
      };
    });
  }

  /** A conversation changed hands: what waits in it for an answer is that person's, or (null) anybody's; in the transaction that is open. */
  async followHolder(conversationId: string, staffId: string | null): Promise<void> {
    for (const { id, ownerId } of await this.#answersIn(conversationId)) {
      if (ownerId === staffId) continue;
      const kind = staffId ? 'claimed' : 'released';
      await this.#parts.rows.change(id, { kind, staffId }, () => ({ ownerId: staffId, snoozedUntil: null }));
    }
  }

  /** Somebody has answered in the conversation, and it is over: what waited in it for an answer is done; likewise. */
  async answeredIn(conversationId: string, staffId: string): Promise<void> {
    await this.followHolder(conversationId, staffId);
    for (const { id } of await this.#answersIn(conversationId))
      await this.complete(id, { staffId, outcome: 'solved', byCause: true });
  }

  /** With what tasks of this type may end, the likely first. */
  async endsOf(type: string): Promise<OutcomeRule[]> {
    return (await this.#parts.types.rule(type)).outcomes;
  }

  /** What a button without a choice says of a task: solved, or the likeliest end of its type. */
  async likelyEnd(type: string): Promise<Outcome> {
    const ends = await this.endsOf(type);
    return (ends.find(({ outcome }) => outcome === 'solved') ?? ends.find(({ note }) => !note) ?? ends[0]!).outcome;
  }

  /** Ticks a step of the checklist, or takes the tick away. Throws NotFound, Conflict. */
  async tick(id: string, stepId: string, by: { staffId: string; done: boolean }): Promise<TaskDetail> {
    const { staffId, done } = by;
    return this.#change(id, null, { staffId }, async (task, client) => {
      const mark = done ? { at: this.#parts.clock.now(), staffId } : null;
      const checklist = tick(stepsOf(task.checklist), stepId, mark);
      const { zh, en } = checklist.find((step) => step.id === stepId)!.text;
      const note = zh === en ? zh : `${zh} / ${en}`;
      await this.#parts.rows.log(client, id, { kind: done ? 'stepDone' : 'stepUndone', staffId, note });
      return { checklist };
    });
  }

  /** One more step, in the words of whoever adds it. Throws NotFound, Conflict, InvalidInput. */
  async addStep(id: string, { staffId, text }: { staffId: string; text: string }): Promise<TaskDetail> {
    const step = { zh: text, en: text };
    return this.#change(id, null, { staffId }, (task) => ({ checklist: withStep(stepsOf(task.checklist), step) }));
  }

  /** Out of sight until then; it stays due when it was due. Throws NotFound, Conflict, InvalidInput for a time that has passed. */
  async snooze(id: string, { staffId, until }: { staffId: string; until: Date }): Promise<TaskDetail> {
    this.#mustCome('until', until);
    return this.#change(id, 'snoozed', { staffId, note: until.toISOString() }, () => ({ snoozedUntil: until }));
  }

  /**
   * Due at another time; its owner is reminded anew. What was promised is moved where it was promised (`byCause`).
   * Throws NotFound, Conflict as `complete` does, InvalidInput for a time that has passed.
   */
  async move(id: string, by: { staffId: string; dueAt: Date; byCause?: boolean }): Promise<TaskDetail> {
    const { staffId, dueAt, byCause } = by;
    this.#mustCome('dueAt', dueAt);
    const moved = { dueAt, nudgedAt: null, escalatedAt: null };
    return this.#change(id, 'moved', { staffId, note: dueAt.toISOString() }, (task) => {
      if (task.type === 'promise' && !byCause)
        throw new Conflict(
          'promiseHasDay',
          'The customer was promised this day: move the promise, so that they are told.',
        );
      return moved;
    });
  }

  /** More or less urgent; when it is due stays. Throws NotFound, Conflict as `complete` does. */
  async prioritize(
    id: string,
    { staffId, priority }: { staffId: string; priority: TaskPriority },
  ): Promise<TaskDetail> {
    return this.#change(id, 'prioritized', { staffId, note: priority }, () => ({ priority }));
  }

  /** Nobody need do it any more. Throws NotFound, Conflict as `complete` does. */
  async cancel(id: string, by: { staffId: string; note?: string | null }): Promise<TaskDetail> {
    const gone = { completedAt: this.#parts.clock.now(), completedById: by.staffId, snoozedUntil: null };
    return this.#change(id, 'cancelled', by, () => ({ state: 'cancelled', ...gone }));
  }

  /** Adds a note, also to a task that is done, and shows the task; colleagues whom it names (@) are told. Throws NotFound. */
  async comment(id: string, by: { staffId: string; note: string }): Promise<TaskDetail> {
    await this.note(id, by);
    return this.get(id);
  }

  /** Adds a note; `staffId` null: the customer's words, which call nobody. Throws NotFound. */
  async note(id: string, { staffId, note }: { staffId: string | null; note: string }): Promise<void> {
    await this.#parts.db.transaction(async (client) => {
      if ((await client.task.count({ where: { id } })) === 0) throw new NotFound('task', id);
      const eventId = await this.#parts.rows.log(client, id, { kind: 'commented', staffId, note });
      if (staffId) await tellMentioned(this.#parts, client, { taskId: id, eventId, staffId, note });
    });
  }

  /** Wakes what was snoozed, reminds owners at 50 and 80 % of the time, tells the leads of late ones; their clocks follow. Safe to run twice. */
  async runDue(now: Date): Promise<DueCounts> {
    const { db, clocks: rows, notifications } = this.#parts;
    const counts = await runDue({ db, rows, notifications, withDemo: this.#demoIsLeft }, now);
    this.#demoIsLeft = false;
    return counts;
  }

  #answersIn(conversationId: string) {
    return this.#parts.db.client.task.findMany({
      where: { conversationId, type: 'answer', state: 'open' },
      orderBy: { id: 'asc' },
      select: { id: true, ownerId: true },
    });
  }

  /** Changes an open task that is one's own, nobody's, or that one leads. */
  async #change(
    id: string,
    kind: string | null,
    { staffId, note }: { staffId: string; note?: string | null },
    decide: (task: Task, client: Client) => TaskChange | Promise<TaskChange>,
  ): Promise<TaskDetail> {
    const { rows } = this.#parts;
    await rows.change(id, { kind, staffId, ...(kind && note !== undefined && { note }) }, async (task, client) => {
      await rows.mayTouch(client, task, staffId);
      return decide(task, client);
    });
    return this.get(id);
  }

  #mustCome(path: string, at: Date): void {
    if (at <= this.#parts.clock.now())
      throw new InvalidInput([{ path, message: 'Choose a time that is still to come.' }]);
  }
}
