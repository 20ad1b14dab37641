import { v7 } from 'uuid';
import { type Database, Prisma } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import { Conflict, NotFound } from '../errors.ts';
import type { StaffEvent } from '../notifier.ts';
import { olderThan, type Page, type PageRequest, pageOf, rowsFor } from '../page.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { Shop } from '../shop/shop.ts';
import { writeLetter } from './letter.ts';
import { keyOf } from './notifications.ts';
import { personalRoutes, targetRoutes, whoWasTold } from './routing.ts';
import type { WayId } from './ways.ts';

/** Deliveries of one lane that a sender has taken. */
export interface TakenLane {
  lane: string;
  way: WayId;
  rows: { id: string; attempts: number }[];
}

/** How the sending of some rows ended. `freeAt`: when their lane may be used again. */
export interface Settled {
  rows: TakenLane['rows'];
  state: 'sent' | 'skipped' | 'waiting' | 'failed';
  nextAttemptAt?: Date;
  error?: string;
}

/** A delivery with what managers need to judge it. */
const shown = {
  staff: { select: { id: true, name: true } },
  target: { select: { id: true, name: true } },
  notification: { select: { kind: true, urgent: true, task: { select: { id: true, title: true } } } },
} as const;
export type DeliverySummary = Prisma.NotificationDeliveryGetPayload<{ include: typeof shown }>;

const GONE = 'The process that sent it ended, or took too long.';

/** What leaves the house for staff: rows that wait, are sent in turns per address, and become dead letters where nothing helps. */
export class NotificationDeliveries {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #shop: Shop;
  readonly #audit: Audit;
  readonly #secrets: Secrets;

  constructor(parts: { db: Database; clock: Clock; shop: Shop; audit: Audit; secrets: Secrets }) {
    const { db, clock, shop, audit, secrets } = parts;
    this.#secrets = secrets;
    this.#db = db;
    this.#clock = clock;
    this.#shop = shop;
    this.#audit = audit;
  }

  /** Enqueues an event that was just told, on those of `ways` that the people want; in the transaction that is open. Sends nothing. */
  async enqueue(staffIds: string[], event: StaffEvent, ways: readonly WayId[]): Promise<void> {
    await this.#db.transaction(async (client) => {
      const key = keyOf(event);
      const told = await whoWasTold(client, key, staffIds);
      const [first] = told;
      if (!first) return;
      const targets = await client.notificationTarget.findMany({ where: { active: true }, orderBy: { id: 'asc' } });
      const { zone } = await this.#shop.profile();
      const now = this.#clock.now();
      const occurrence = { kind: event.kind, urgent: first.urgent, now, zone };
      const routes = [
        ...told.flatMap((person) => personalRoutes(person, occurrence, ways)),
        ...targetRoutes(told, targets, occurrence, ways),
      ];
      if (routes.length === 0) return;
      await client.notificationLane.createMany({
        data: [...new Set(routes.map(({ lane }) => lane))].sort().map((lane) => ({ key: lane, freeAt: now })),
        skipDuplicates: true,
      });
      await client.notificationDelivery.createMany({
        data: routes.map(({ at, ...route }) => ({ id: v7(), ...route, key, nextAttemptAt: at, createdAt: now })),
        skipDuplicates: true,
      });
      this.#db.signals.publish('deliveries', {});
    });
  }

  /**
   * Takes what is due in one lane that is free, marked `sending` until `leaseMs` from now; null: nothing is due. Lanes that
   * another sender is taking are passed over. `atOnce` says how many of a way fit into one message.
   */
  async take(atOnce: ReadonlyMap<WayId, number>, leaseMs: number): Promise<TakenLane | null> {
    const now = this.#clock.now();
    const until = new Date(now.getTime() + leaseMs);
    return this.#db.transaction(async (client) => {
      const [found] = await client.$queryRaw<{ key: string; way: WayId }[]>(Prisma.sql`
        SELECT l.key, due.way FROM "NotificationLane" l JOIN LATERAL (
          SELECT d.way FROM "NotificationDelivery" d
           WHERE d.lane = l.key AND d.state = 'waiting' AND d."nextAttemptAt" <= ${now} LIMIT 1) due ON true
         WHERE l."freeAt" <= ${now} AND due.way = ANY(${[...atOnce.keys()]}) ORDER BY l."freeAt", l.key LIMIT 1
           FOR UPDATE OF l SKIP LOCKED`);
      if (!found) return null;
      const { key: lane, way } = found;
      await client.notificationLane.update({ where: { key: lane }, data: { freeAt: until } });
      const rows = await client.$queryRaw<TakenLane['rows']>(Prisma.sql`
        UPDATE "NotificationDelivery" d SET state = 'sending', attempts = d.attempts + 1, "nextAttemptAt" = ${until}
         WHERE d.id IN (SELECT w.id FROM "NotificationDelivery" w WHERE w.lane = ${lane} AND w.state = 'waiting'
           AND w."nextAttemptAt" <= ${now} ORDER BY w.id LIMIT ${atOnce.get(way) ?? 1} FOR UPDATE SKIP LOCKED)
        RETURNING d.id, d.attempts`);
      return { lane, way, rows: rows.sort((a, b) => (a.id < b.id ? -1 : 1)) };
    });
  }

  /** What is said to a lane of which these are taken; see writeLetter. */
  write(rows: TakenLane['rows']): ReturnType<typeof writeLetter> {
    return writeLetter(
      this.#db.client,
      this.#secrets,
      rows.map(({ id }) => id),
    );
  }

  /** Ends an attempt. Rows that were overtaken by another sender are left as they are. */
  async settle(lane: string, freeAt: Date, ends: Settled[]): Promise<void> {
    const now = this.#clock.now();
    await this.#db.transaction(async (client) => {
      for (const { rows, state, nextAttemptAt = now, error = null } of ends) {
        if (rows.length === 0) continue;
        await client.$executeRaw(Prisma.sql`
          UPDATE "NotificationDelivery" d SET state = ${state}::"NotificationDeliveryState", error = ${error},
                 "nextAttemptAt" = ${nextAttemptAt}, "settledAt" = ${state === 'waiting' ? null : now}
            FROM unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ attempts }) => attempts)}::int[]) mine(id, attempts)
           WHERE d.id = mine.id AND d.attempts = mine.attempts AND d.state = 'sending'`);
      }
      await client.notificationLane.update({ where: { key: lane }, data: { freeAt } });
      this.#db.signals.publish('deliveries', {});
    });
  }

  /** What a sender that is gone left behind is sent again, as often as others; a reader may then see it twice. */
  async recover(attempts: number): Promise<number> {
    const now = this.#clock.now();
    const left = await this.#db.transaction((client) =>
      client.$executeRaw(Prisma.sql`
        UPDATE "NotificationDelivery" SET "nextAttemptAt" = ${now}, error = ${GONE},
               "settledAt" = CASE WHEN attempts >= ${attempts} THEN ${now}::timestamptz END,
               state = CASE WHEN attempts >= ${attempts} THEN 'failed'::"NotificationDeliveryState" ELSE 'waiting' END
         WHERE state = 'sending' AND "nextAttemptAt" < ${now}`),
    );
    return left;
  }

  /** Newest first; dead letters by `state: 'failed'`. */
  async list(filter: PageRequest & { state?: DeliverySummary['state'] } = {}): Promise<Page<DeliverySummary>> {
    const rows = await this.#db.client.notificationDelivery.findMany({
      where: { ...(filter.state && { state: filter.state }), ...olderThan('createdAt', filter) },
      include: shown,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: rowsFor(filter),
    });
    return pageOf(rows, filter, (row) => ({ at: row.createdAt, id: row.id }));
  }

  /** A dead letter is sent again, with as many attempts as a new one. Throws NotFound, Conflict unless it is one. */
  async sendAgain(id: string, byStaffId: string | null): Promise<DeliverySummary> {
    const now = this.#clock.now();
    return this.#db.transaction(async (client) => {
      const { count } = await client.notificationDelivery.updateMany({
        where: { id, state: 'failed' },
        data: { state: 'waiting', attempts: 0, nextAttemptAt: now, settledAt: null },
      });
      const row = await client.notificationDelivery.findUnique({ where: { id }, include: shown });
      if (!row) throw new NotFound('delivery', id);
      if (count === 0) throw new Conflict('notDead', 'This message is not a dead letter (any more).');
      await this.#audit.record({
        staffId: byStaffId,
        action: 'sendAgain',
        entity: 'notificationDelivery',
        entityId: id,
      });
      this.#db.signals.publish('deliveries', {});
      return row;
    });
  }

  /** Forgets what was sent a month ago, and dead letters of three months. */
  async forget(): Promise<void> {
    const before = (days: number) => new Date(this.#clock.now().getTime() - days * 24 * 60 * 60 * 1000);
    await this.#db.client.notificationDelivery.deleteMany({
      where: {
        OR: [
          { state: { in: ['sent', 'skipped'] }, settledAt: { lt: before(30) } },
          { state: 'failed', settledAt: { lt: before(90) } },
        ],
      },
    });
  }
}
