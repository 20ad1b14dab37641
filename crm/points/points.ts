import { Temporal } from 'temporal-polyfill';
import { v7 } from 'uuid';
import { type Client, type Database, type PointsEntry, Prisma } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import { InvalidInput, NotFound } from '../errors.ts';
import { KeptSetting } from '../keptSetting.ts';
import { olderThan, type Page, type PageRequest, pageOf, rowsFor } from '../page.ts';
import type { Shop } from '../shop/shop.ts';
import { balanceOf, expireLot, type Going, takePoints } from './ledger.ts';
import { defaultPointsRules, type PointsRules, pointsFor, pointsRulesSchema } from './pointsRules.ts';

const BATCH = 1000;

/** How a customer's points stand: what they may spend, and what goes next. */
export interface PointsStanding {
  balance: number;
  expiring: { at: Date; points: number }[];
}

/** Points that somebody adds or takes by hand. */
export interface PointsOrder {
  customerId: string;
  kind: 'earn' | 'spend' | 'correct';
  /** Above zero; below it a correction takes. */
  points: number;
  note: string;
  /** The program's own name of it: told twice, it happens once. */
  key?: string | undefined;
}

export type PointsEntryDetail = PointsEntry & { staff: { id: string; name: string } | null };

interface Bought {
  id: string;
  customerId: string;
  amountCents: number;
  purchasedAt: Date;
  categoryKey: string | null;
}

/** A ledger of points: entries are only added, each with its cause; what a customer has is worked out from them (0052). */
export class Points {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #shop: Shop;
  readonly #audit: Audit;
  readonly #setting: KeptSetting<PointsRules>;

  constructor(db: Database, clock: Clock, shop: Shop, audit: Audit) {
    this.#db = db;
    this.#clock = clock;
    this.#shop = shop;
    this.#audit = audit;
    const known = { key: 'points', entity: 'pointsRules', schema: pointsRulesSchema, standard: defaultPointsRules };
    this.#setting = new KeptSetting({ db, audit, ...known });
  }

  balance(customerId: string): Promise<number> {
    return balanceOf(this.#db.client, customerId, this.#clock.now());
  }

  /** The balance, and what is over within three months, soonest first. */
  async standing(customerId: string): Promise<PointsStanding> {
    const now = this.#clock.now();
    const until = new Date(now.getTime() + 92 * 86_400_000);
    const { zone } = await this.#shop.profile();
    const expiring = await this.#db.client.$queryRaw<{ at: Date; points: number }[]>`
      SELECT min(at) AS at, sum(points)::int AS points FROM (
        SELECT e."expiresAt" AS at, e.points - coalesce((SELECT sum(t.points) FROM "PointsTake" t WHERE t."fromId" = e.id), 0) AS points
          FROM "PointsEntry" e WHERE e."customerId" = ${customerId}::uuid AND e.points > 0
           AND e."expiresAt" > ${now} AND e."expiresAt" <= ${until}) lots
       WHERE points > 0 GROUP BY (at AT TIME ZONE ${zone})::date ORDER BY 1`;
    return { balance: await this.balance(customerId), expiring };
  }

  /** What came and went, newest first; of everybody where no customer is named. */
  async list(customerId: string | undefined, request: PageRequest = {}): Promise<Page<PointsEntryDetail>> {
    const rows = await this.#db.client.pointsEntry.findMany({
      where: { ...(customerId ? { customerId } : {}), ...olderThan('at', request) },
      include: { staff: { select: { id: true, name: true } } },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: rowsFor(request),
    });
    return pageOf(rows, request, (row) => ({ at: row.at, id: row.id }));
  }

  /** Adds or takes points by hand or for a program. Throws NotFound, InvalidInput, Conflict (notEnoughPoints). */
  async enter({ customerId, kind, points, note, key }: PointsOrder, staffId: string | null): Promise<PointsEntry> {
    if (points === 0 || (kind !== 'correct' && points < 0)) {
      throw new InvalidInput([{ path: 'points', message: 'Say how many, above zero; only a correction takes.' }]);
    }
    const now = this.#clock.now();
    return this.#db.transaction(async (client) => {
      if (!(await client.customer.findFirst({ where: { id: customerId, erasedAt: null } }))) {
        throw new NotFound('customer', customerId);
      }
      const said = { customerId, note, staffId, cause: staffId ? 'staff' : 'api', key: key ? `api:${key}` : null };
      const entry =
        kind === 'spend' || points < 0
          ? await takePoints(
              client,
              { ...said, kind: kind === 'earn' ? 'correct' : kind, points: Math.abs(points) },
              now,
            )
          : await this.#add(client, { ...said, kind, points }, now);
      if (staffId) await this.#audit.record({ staffId, action: kind, entity: 'points', entityId: entry.id });
      this.#db.signals.publish('purchases', { customerId });
      return entry;
    });
  }

  /** Takes points in the open transaction. Throws Conflict (notEnoughPoints). */
  spend(client: Client, going: Omit<Going, 'kind'>): Promise<PointsEntry> {
    return takePoints(client, { ...going, kind: 'spend' }, this.#clock.now());
  }

  /** Gives purchases what they earn, and takes what is over. Safe to run twice and on several instances. */
  async runDue(now: Date): Promise<{ earned: number; expired: number }> {
    const rules = await this.rules();
    const earned = rules.active && rules.since ? await this.#earn(rules, now) : 0;
    return { earned, expired: await this.#expire(now) };
  }

  rules(): Promise<PointsRules> {
    return this.#setting.read();
  }

  /** Purchases before a rule was switched on earn nothing, unless it says since when. */
  async setRules(rules: PointsRules, staffId: string): Promise<PointsRules> {
    const read = pointsRulesSchema.parse(rules);
    const { zone } = await this.#shop.profile();
    const since = read.since ?? (read.active ? this.#today(zone) : null);
    return this.#setting.keep({ ...read, since }, staffId);
  }

  async #add(
    client: Client,
    data: Omit<Going, 'kind'> & { kind: 'earn' | 'correct' },
    now: Date,
  ): Promise<PointsEntry> {
    const known = data.key ? await client.pointsEntry.findUnique({ where: { key: data.key } }) : null;
    if (known) return known;
    const expiresAt = await this.#end(now, (await this.rules()).months);
    return client.pointsEntry.create({ data: { ...data, id: v7(), at: now, recordedAt: now, expiresAt } });
  }

  async #earn(rules: PointsRules, now: Date): Promise<number> {
    const { zone } = await this.#shop.profile();
    const since = new Date(Temporal.PlainDate.from(rules.since!).toZonedDateTime(zone).epochMilliseconds);
    let earned = 0;
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const rows = await this.#db.client.$queryRaw<Bought[]>`
        SELECT p.id, p."customerId", p."amountCents", p."purchasedAt", g."categoryKey"
          FROM "Purchase" p JOIN "Customer" c ON c.id = p."customerId" LEFT JOIN "Product" g ON g.id = p."productId"
         WHERE p.id > ${after}::uuid AND p.source <> 'customer' AND p."amountCents" > 0 AND p."purchasedAt" >= ${since}
           AND c."erasedAt" IS NULL
           AND NOT EXISTS (SELECT 1 FROM "PointsEntry" e WHERE e."purchaseId" = p.id AND e.kind = 'earn')
         ORDER BY p.id LIMIT ${BATCH}`;
      const data = [];
      for (const { id, customerId, amountCents, purchasedAt, categoryKey } of rows) {
        const points = pointsFor(amountCents, categoryKey, rules);
        const expiresAt = await this.#end(purchasedAt, rules.months);
        if (points <= 0 || (expiresAt && expiresAt <= now)) continue;
        const said = { kind: 'earn' as const, cause: 'purchase', purchaseId: id, key: `purchase:${id}` };
        data.push({ ...said, id: v7(), customerId, points, at: purchasedAt, recordedAt: now, expiresAt });
      }
      earned += (await this.#db.client.pointsEntry.createMany({ data, skipDuplicates: true })).count;
      if (rows.length < BATCH) return earned;
      after = rows.at(-1)!.id;
    }
  }

  async #expire(now: Date): Promise<number> {
    const over = await this.#db.client.$queryRaw<{ id: string }[]>(Prisma.sql`
      SELECT e.id FROM "PointsEntry" e WHERE e."expiresAt" <= ${now} AND e.points > (
        SELECT coalesce(sum(t.points), 0) FROM "PointsTake" t WHERE t."fromId" = e.id) ORDER BY e.id`);
    let expired = 0;
    for (const { id } of over) {
      if (await this.#db.transaction((client) => expireLot(client, id, now))) expired++;
    }
    return expired;
  }

  /** Points last to the end of their day, so many months on. */
  async #end(from: Date, months: number | null): Promise<Date | null> {
    if (months === null) return null;
    const { zone } = await this.#shop.profile();
    const day = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(zone).toPlainDate();
    return new Date(day.add({ months }).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - 1);
  }

  #today(zone: string): string {
    return Temporal.Instant.fromEpochMilliseconds(this.#clock.now().getTime())
      .toZonedDateTimeISO(zone)
      .toPlainDate()
      .toString();
  }
}
