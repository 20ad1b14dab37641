import { Temporal } from 'temporal-polyfill';
import { v7 } from 'uuid';
import { findPromises } from '#ai/promises.ts';
import type { Client, CustomerPromise, Database, PromiseState } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import { Conflict, Forbidden, InvalidInput, NotFound } from '../errors.ts';
import type { Messenger } from '../messenger.ts';
import { type Interval, shareOf } from '../reports/statistics.ts';
import type { Shop } from '../shop/shop.ts';
import type { Tasks } from '../tasks/tasks.ts';
import { dueAtOf } from './dueAt.ts';
import { settleDue } from './settleDue.ts';

/** A promise with the name of who gave it. */
export interface PromiseDetail extends CustomerPromise {
  staff: { id: string; name: string };
}

/** How many promises that fell due were kept in time, with Wilson's 95 % interval; `share` null: none fell due. */
export interface PromiseRate {
  kept: number;
  settled: number;
  share: number | null;
  interval: Interval | null;
}

/** What promises stand on. */
export interface PromiseParts {
  db: Database;
  clock: Clock;
  shop: Shop;
  tasks: Tasks;
  messenger: Messenger;
}

const withStaff = { staff: { select: { id: true, name: true } } } as const;
const open: PromiseState[] = ['confirmed', 'late'];

/** What staff promise customers: noticed, confirmed with one click, told, done as a task, and counted. */
export class Promises {
  readonly #parts: PromiseParts;
  readonly #db: Database;

  constructor(parts: PromiseParts) {
    this.#parts = parts;
    this.#db = parts.db;
  }

  /** Notices what a member of staff promises in a message, for them to confirm. Returns how many promises it saw. */
  async notice(conversationId: string, staffId: string, said: string): Promise<number> {
    const { clock, shop } = this.#parts;
    const now = clock.now();
    const calendar = await shop.calendar();
    const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(calendar.zone);
    const found = findPromises(said, local);
    if (found.length === 0) return 0;
    await this.#db.transaction(async (client) => {
      const { customerId } = await client.conversation.findUniqueOrThrow({ where: { id: conversationId } });
      await client.customerPromise.createMany({
        data: found.map((promise) => ({
          id: v7(),
          conversationId,
          customerId,
          staffId,
          text: promise.text,
          dueAt: dueAtOf(promise, now, calendar),
          createdAt: now,
        })),
      });
      this.#db.signals.publish('conversations', { conversationId });
    });
    return found.length;
  }

  /** Of one conversation, oldest first; without what was withdrawn, unless asked. */
  async ofConversation(conversationId: string, { withdrawn = false } = {}): Promise<PromiseDetail[]> {
    return this.#db.client.customerPromise.findMany({
      where: { conversationId, ...(!withdrawn && { state: { not: 'withdrawn' } }) },
      include: withStaff,
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: 100,
    });
  }

  /** Of one customer, what is still to be kept, soonest first. */
  async ofCustomer(customerId: string): Promise<PromiseDetail[]> {
    return this.#db.client.customerPromise.findMany({
      where: { customerId, state: { in: open } },
      include: withStaff,
      orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
      take: 20,
    });
  }

  /** It is one, and by then: a task for the speaker, and the customer is told. Throws NotFound, Conflict, Forbidden for somebody else's, InvalidInput without a time to come. */
  async confirm(id: string, by: { staffId: string; dueAt?: Date }): Promise<PromiseDetail> {
    const { clock, tasks, messenger } = this.#parts;
    return this.#change(id, by.staffId, ['proposed'], async (client, promise) => {
      const now = clock.now();
      const dueAt = by.dueAt ?? promise.dueAt;
      if (!dueAt || dueAt <= now)
        throw new InvalidInput([{ path: 'dueAt', message: 'Say by when, a time that is still to come.' }]);
      const { conversationId, customerId, text } = promise;
      const about = { title: text.slice(0, 200), conversationId, customerId, ownerId: promise.staffId, dueAt };
      const task = await tasks.raise({ type: 'promise', priority: 'normal', ...about });
      await client.customerPromise.update({
        where: { id },
        data: { state: 'confirmed', dueAt, confirmedAt: now, taskId: task.id },
      });
      await messenger.send(conversationId, { kind: 'promiseMade', ids: { promiseId: id } });
    });
  }

  /** It was none, or will not be kept: the customer is told of what they were told before. Throws NotFound, Conflict, Forbidden. */
  async withdraw(id: string, staffId: string): Promise<PromiseDetail> {
    const { clock, messenger, tasks } = this.#parts;
    return this.#change(id, staffId, ['proposed', ...open], async (client, promise) => {
      const told = promise.state !== 'proposed';
      await client.customerPromise.update({ where: { id }, data: { state: 'withdrawn', settledAt: clock.now() } });
      const task = await this.#openTask(client, promise);
      if (task) await tasks.cancel(task, { staffId });
      if (told) await messenger.send(promise.conversationId, { kind: 'promiseWithdrawn', ids: { promiseId: id } });
    });
  }

  /** By another day: the task moves, and the customer is told. Throws NotFound, Conflict, Forbidden, InvalidInput. */
  async postpone(id: string, by: { staffId: string; dueAt: Date }): Promise<PromiseDetail> {
    const { clock, messenger, tasks } = this.#parts;
    return this.#change(id, by.staffId, open, async (client, promise) => {
      if (by.dueAt <= clock.now())
        throw new InvalidInput([{ path: 'dueAt', message: 'Choose a time that is still to come.' }]);
      await client.customerPromise.update({ where: { id }, data: { dueAt: by.dueAt } });
      const task = await this.#openTask(client, promise);
      if (task) await tasks.move(task, by);
      await messenger.send(promise.conversationId, { kind: 'promiseMoved', ids: { promiseId: id } });
    });
  }

  /** It is done, and so is its task. In time it is kept; after its time it stays late. Throws NotFound, Conflict, Forbidden. */
  async keep(id: string, staffId: string): Promise<PromiseDetail> {
    const { tasks } = this.#parts;
    return this.#change(id, staffId, open, async (client, promise) => {
      await this.#settle(client, promise);
      const task = await this.#openTask(client, promise);
      if (task) await tasks.complete(task, { staffId, outcome: 'solved', note: null });
    });
  }

  /** Settles what became of promises by their tasks and the clock: kept, late, broken. Safe to run twice. */
  async runDue(now: Date): Promise<{ kept: number; late: number; broken: number }> {
    return settleDue(this.#parts, now);
  }

  /** The rate of those settled in [from, to), the last 90 days unless told: kept in time, of all that were confirmed. */
  async rate(span: { from?: Date; to?: Date; staffId?: string }): Promise<PromiseRate> {
    const { to = this.#parts.clock.now(), staffId } = span;
    const from = span.from ?? new Date(to.getTime() - 90 * 86_400_000);
    const rows = await this.#db.client.customerPromise.groupBy({
      by: ['state'],
      where: { settledAt: { gte: from, lt: to }, confirmedAt: { not: null }, ...(staffId && { staffId }) },
      _count: { _all: true },
    });
    const settled = rows.reduce((sum, { _count }) => sum + _count._all, 0);
    const kept = rows.find(({ state }) => state === 'kept')?._count._all ?? 0;
    return { kept, settled, ...shareOf(kept, settled) };
  }

  /** The promise's task, if it is still to be done. */
  async #openTask(client: Client, { taskId }: CustomerPromise): Promise<string | undefined> {
    if (!taskId) return undefined;
    return (await client.task.findFirst({ where: { id: taskId, state: 'open' }, select: { id: true } }))?.id;
  }

  /** Only what was done by its time counts as kept. */
  async #settle(client: Client, promise: CustomerPromise): Promise<void> {
    const { clock, messenger } = this.#parts;
    const now = clock.now();
    const inTime = promise.dueAt !== null && now <= promise.dueAt;
    await client.customerPromise.update({
      where: { id: promise.id },
      data: { state: inTime ? 'kept' : 'late', settledAt: now },
    });
    await messenger.send(promise.conversationId, { kind: 'promiseKept', ids: { promiseId: promise.id } });
  }

  async #change(
    id: string,
    staffId: string,
    from: PromiseState[],
    change: (client: Client, promise: CustomerPromise) => Promise<void>,
  ): Promise<PromiseDetail> {
    return this.#db.transaction(async (client) => {
      await client.$queryRaw`SELECT id FROM "CustomerPromise" WHERE id = ${id}::uuid FOR UPDATE`;
      const promise = await client.customerPromise.findUnique({ where: { id } });
      if (!promise) throw new NotFound('promise', id);
      const by = await client.staff.findUnique({ where: { id: staffId }, select: { role: true } });
      if (promise.staffId !== staffId && by?.role === 'staff') throw new Forbidden('This is a colleague’s promise.');
      if (!from.includes(promise.state) || promise.settledAt)
        throw new Conflict('promiseSettled', 'This was decided already.');
      await change(client, promise);
      this.#db.signals.publish('conversations', { conversationId: promise.conversationId });
      return client.customerPromise.findUniqueOrThrow({ where: { id }, include: withStaff });
    });
  }
}
