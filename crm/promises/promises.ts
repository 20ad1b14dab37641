import type { Client, CustomerPromise, Database, PromiseState, Task } from '#prisma/client.ts';
import { Conflict, Forbidden, InvalidInput, NotFound } from '../errors.ts';
import { type Page, pageOf, positionOf, rowsFor } from '../page.ts';
import { endOfDay } from '../shop/businessTime.ts';
import { type BotPromise, give } from './botPromise.ts';
import { notice } from './notice.ts';
import {
  log,
  open,
  type PromiseDetail,
  type PromiseFilter,
  type PromiseParts,
  type PromiseStory,
  promiseNames,
  promiseStory,
  tellCustomer,
} from './promise.ts';
import { orderOf, promiseWhere } from './promiseFilter.ts';
import { type PromiseReport, promiseReport } from './promiseReport.ts';
import { settle, taskDone } from './settle.ts';
import { type DuePromises, settleDue } from './settleDue.ts';

export type { PromiseDetail, PromiseFilter, PromiseStory } from './promise.ts';
export type { PromiseRate, PromiseReport } from './promiseReport.ts';

const SPAN_MS = 90 * 86_400_000;

/** What staff and the bot promise customers: noticed, confirmed with one click, told, done as a task, and counted. */
export class Promises {
  readonly #parts: PromiseParts;
  readonly #db: Database;

  constructor(parts: PromiseParts) {
    this.#parts = parts;
    this.#db = parts.db;
    parts.tasks.whenDone((client, task) => taskDone(parts, client, task));
  }

  /** Notices what a member of staff promises in a message, for them to confirm. Returns how many new promises it saw. */
  async notice(conversationId: string, staffId: string, text: string): Promise<number> {
    return this.#db.transaction((client) => notice(this.#parts, client, { conversationId, staffId, text }));
  }

  /** Records what the bot has promised, due when its task is due. Does nothing where that task is a promise already. */
  async give(promise: BotPromise): Promise<void> {
    return this.#db.transaction((client) => give(this.#parts, client, promise));
  }

  /** Open ones soonest due first, the rest newest first. */
  async list(filter: PromiseFilter): Promise<Page<PromiseDetail>> {
    const { by, order } = orderOf(filter.show);
    const { clock, shop } = this.#parts;
    const now = clock.now();
    const reader = filter.staffId && (await this.#db.client.staff.findUnique({ where: { id: filter.staffId } }));
    const endOfToday = endOfDay(now, (await shop.profile()).zone);
    const context = { now, endOfToday, teamId: reader ? reader.teamId : null };
    const rows = await this.#db.client.customerPromise.findMany({
      where: promiseWhere(filter, context, positionOf(filter.cursor)),
      include: promiseNames,
      orderBy: [{ [by]: order }, { id: order }],
      take: rowsFor(filter),
    });
    return pageOf(rows, filter, (row) => ({ at: row[by] ?? row.createdAt, id: row.id }));
  }

  /** With its log. Throws NotFound. */
  async get(id: string): Promise<PromiseStory> {
    const found = await this.#db.client.customerPromise.findUnique({ where: { id }, include: promiseStory });
    if (!found) throw new NotFound('promise', id);
    return found;
  }

  /** Of one conversation, oldest first; without what was withdrawn, unless asked. */
  async ofConversation(conversationId: string, { withdrawn = false } = {}): Promise<PromiseDetail[]> {
    return this.#db.client.customerPromise.findMany({
      where: { conversationId, ...(!withdrawn && { state: { not: 'withdrawn' } }) },
      include: promiseNames,
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: 100,
    });
  }

  /** Of one customer, what is still to be kept, soonest first. */
  async ofCustomer(customerId: string): Promise<PromiseDetail[]> {
    return this.#db.client.customerPromise.findMany({
      where: { customerId, state: { in: open }, settledAt: null },
      include: promiseNames,
      orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
      take: 20,
    });
  }

  /** What a customer was promised and was settled since then, newest first. */
  async settledFor(customerId: string, since: Date): Promise<PromiseDetail[]> {
    return this.#db.client.customerPromise.findMany({
      where: { customerId, confirmedAt: { not: null }, settledAt: { gte: since } },
      include: promiseNames,
      orderBy: [{ settledAt: 'desc' }, { id: 'desc' }],
      take: 5,
    });
  }

  /** It is one, and by then: a task for the speaker, and the customer is told. Throws NotFound, Conflict, Forbidden for somebody else's, InvalidInput without a time to come. */
  async confirm(id: string, by: { staffId: string; dueAt?: Date }): Promise<PromiseStory> {
    const { clock } = this.#parts;
    return this.#change(id, by.staffId, ['proposed'], async (client, promise) => {
      const now = clock.now();
      const dueAt = by.dueAt ?? promise.dueAt;
      if (!dueAt || dueAt <= now)
        throw new InvalidInput([{ path: 'dueAt', message: 'Say by when, a time that is still to come.' }]);
      const task = await this.#raise({ ...promise, dueAt });
      await client.customerPromise.update({
        where: { id },
        data: { state: 'confirmed', dueAt, confirmedAt: now, taskId: task.id },
      });
      await log(this.#db, client, promise, { kind: 'confirmed', at: now, staffId: by.staffId });
      await tellCustomer(this.#parts, client, promise, 'promiseMade');
    });
  }

  /** It was none, or will not be kept: then the customer is told, and its task is cancelled. Throws NotFound, Conflict, Forbidden. */
  async withdraw(id: string, by: { staffId: string; note?: string | null }): Promise<PromiseStory> {
    const { clock, tasks } = this.#parts;
    const { staffId, note = null } = by;
    return this.#change(id, staffId, ['proposed', ...open], async (client, promise) => {
      const at = clock.now();
      await client.customerPromise.update({ where: { id }, data: { state: 'withdrawn', settledAt: at } });
      await log(this.#db, client, promise, { kind: 'withdrawn', at, staffId, note });
      if (promise.state === 'proposed') return;
      const task = await openTask(client, promise);
      if (task) await tasks.cancel(task.id, { staffId, note });
      await tellCustomer(this.#parts, client, promise, 'promiseWithdrawn');
    });
  }

  /** By another day: the task moves, and the customer is told. What was late stays late. Throws NotFound, Conflict, Forbidden, InvalidInput. */
  async postpone(id: string, by: { staffId: string; dueAt: Date }): Promise<PromiseStory> {
    const { clock, tasks } = this.#parts;
    return this.#change(id, by.staffId, open, async (client, promise) => {
      const at = clock.now();
      const { staffId, dueAt } = by;
      if (dueAt <= at) throw new InvalidInput([{ path: 'dueAt', message: 'Choose a time that is still to come.' }]);
      const task = await openTask(client, promise);
      const missed = promise.dueAt && promise.dueAt <= at ? promise.dueAt : null;
      await client.customerPromise.update({
        where: { id },
        data: {
          dueAt,
          state: 'confirmed',
          remindedAt: null,
          lateAt: promise.lateAt ?? missed,
          moves: { increment: 1 },
          taskId: task?.id ?? (await this.#raise({ ...promise, dueAt })).id,
        },
      });
      await log(this.#db, client, promise, { kind: 'moved', at, staffId, note: dueAt.toISOString() });
      if (task) await tasks.move(task.id, { staffId, dueAt, byCause: true });
      await tellCustomer(this.#parts, client, promise, 'promiseMoved');
    });
  }

  /** It is done, and so is its task. In time it is kept; after its time it stays late. Throws NotFound, Conflict, Forbidden. */
  async keep(id: string, by: { staffId: string; note?: string | null }): Promise<PromiseStory> {
    const { clock, tasks } = this.#parts;
    const { staffId, note = null } = by;
    return this.#change(id, staffId, open, async (client, promise) => {
      const task = await openTask(client, promise);
      if (task) await tasks.complete(task.id, { staffId, outcome: 'solved', note, byCause: true });
      else await settle(this.#parts, client, promise, { at: clock.now(), staffId });
    });
  }

  /** What the clock does: reminded before, late, broken; and kept where a task was done. Safe to run twice. */
  async runDue(now: Date): Promise<DuePromises> {
    return settleDue(this.#parts, now);
  }

  /** How promises were kept in [from, to), the last 90 days unless told. Throws InvalidInput for a span that ends before it begins. */
  async report(given: { from?: Date; to?: Date } = {}): Promise<PromiseReport> {
    return promiseReport(this.#db.client, this.span(given));
  }

  /** [from, to), the last 90 days unless told. Throws InvalidInput for a span that ends before it begins. */
  span({ from, to = this.#parts.clock.now() }: { from?: Date; to?: Date }): { from: Date; to: Date } {
    const span = { from: from ?? new Date(to.getTime() - SPAN_MS), to };
    if (span.from >= to) throw new InvalidInput([{ path: 'to', message: 'The span must end after it begins.' }]);
    return span;
  }

  /** The task by which it is kept. */
  #raise(promise: CustomerPromise & { dueAt: Date }): Promise<Task> {
    const { text, conversationId, customerId, staffId, dueAt } = promise;
    const about = { title: text.slice(0, 200), conversationId, customerId, ownerId: staffId, dueAt };
    return this.#parts.tasks.raise({ type: 'promise', priority: 'normal', ...about });
  }

  /** Under the row's lock; the speaker may, for the bot who has the task, and who leads. */
  async #change(
    id: string,
    staffId: string,
    from: PromiseState[],
    change: (client: Client, promise: CustomerPromise) => Promise<void>,
  ): Promise<PromiseStory> {
    await this.#db.transaction(async (client) => {
      await client.$queryRaw`SELECT id FROM "CustomerPromise" WHERE id = ${id}::uuid FOR UPDATE`;
      const promise = await client.customerPromise.findUnique({
        where: { id },
        include: { task: { select: { ownerId: true } } },
      });
      if (!promise) throw new NotFound('promise', id);
      const by = await client.staff.findUnique({ where: { id: staffId }, select: { role: true } });
      const theirs = promise.staffId ?? promise.task?.ownerId ?? staffId;
      if (theirs !== staffId && by?.role === 'staff') throw new Forbidden('This is a colleague’s promise.');
      if (!from.includes(promise.state) || promise.settledAt)
        throw new Conflict('promiseSettled', 'This was decided already.');
      await change(client, promise);
    });
    return this.get(id);
  }
}

/** The promise's task, where it is still to be done. */
async function openTask(client: Client, { taskId }: CustomerPromise): Promise<Task | null> {
  return taskId ? client.task.findFirst({ where: { id: taskId, state: 'open' } }) : null;
}
