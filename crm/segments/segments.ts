import { v7 } from 'uuid';
import { type CustomerSegment, type Database, Prisma } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import { KeptSetting } from '../keptSetting.ts';
import type { Shop } from '../shop/shop.ts';
import { type SegmentFacts, segmentFacts } from './facts.ts';
import {
  defaultSegmentRules,
  loyaltyOf,
  type SegmentRules,
  segmentOf,
  segmentRulesSchema,
  segments,
} from './segmentRules.ts';
import { type Worth, worthOf } from './worth.ts';

const BATCH = 2000;

/** How many customers stand where, and what they have paid so far. */
export interface SegmentCount {
  segment: string;
  customers: number;
  spentCents: number;
}

/** A customer's segment with its reason, and what the relation is worth. */
export interface SegmentStanding {
  standing: (Omit<CustomerSegment, 'spentCents'> & { spentCents: number }) | null;
  worth: Worth;
}

/** Where customers stand by their own rhythm: prospect, active, silent, lost; each change with what it was decided on (0051). */
export class Segments {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #shop: Shop;
  readonly #setting: KeptSetting<SegmentRules>;

  constructor(db: Database, clock: Clock, shop: Shop, audit: Audit) {
    this.#db = db;
    this.#clock = clock;
    this.#shop = shop;
    const known = {
      key: 'segments',
      entity: 'segmentRules',
      schema: segmentRulesSchema,
      standard: defaultSegmentRules,
    };
    this.#setting = new KeptSetting({ db, audit, ...known });
  }

  rules(): Promise<SegmentRules> {
    return this.#setting.read();
  }

  setRules(rules: SegmentRules, staffId: string): Promise<SegmentRules> {
    return this.#setting.keep(rules, staffId);
  }

  /** Looks at everybody anew; tells how many have moved. Safe to run twice: a customer who stands where they stood has not moved. */
  async runDue(now: Date): Promise<number> {
    const rules = await this.rules();
    const { zone } = await this.#shop.profile();
    const facts = await segmentFacts(this.#db.client, now, zone);
    let moved = 0;
    for (let at = 0; at < facts.length; at += BATCH) {
      const rows = facts.slice(at, at + BATCH).map((fact) => rowOf(fact, rules, now));
      const steps = rows.flatMap(({ step }) => step ?? []);
      await this.#db.transaction(async (client) => {
        await client.$executeRaw(upsert(rows.map(({ row }) => row)));
        await client.customerStep.createMany({ data: steps });
      });
      moved += steps.length;
    }
    return moved;
  }

  /** Looks at everybody once more where somebody stands nowhere yet; an hour after the last look at the earliest, at once where there was none. */
  async lookAtNew(now: Date): Promise<number> {
    const [found] = await this.#db.client.$queryRaw<{ due: boolean }[]>`
      SELECT coalesce((SELECT k."lookedAt" FROM "CustomerSegment" k ORDER BY k."lookedAt" DESC LIMIT 1) <= ${now}::timestamptz - interval '1 hour', true)
             AND EXISTS (SELECT 1 FROM "Customer" c WHERE c."erasedAt" IS NULL AND c."mergedIntoId" IS NULL AND c."createdAt" <= ${now}
                            AND NOT EXISTS (SELECT 1 FROM "CustomerSegment" k WHERE k."customerId" = c.id)) AS due`;
    return found!.due ? this.runDue(now) : 0;
  }

  async counts(): Promise<SegmentCount[]> {
    const rows = await this.#db.client.$queryRaw<SegmentCount[]>`
      SELECT k.segment, count(*)::int AS customers, sum(k."spentCents")::float AS "spentCents"
        FROM "CustomerSegment" k JOIN "Customer" c ON c.id = k."customerId"
       WHERE c."erasedAt" IS NULL AND c."mergedIntoId" IS NULL GROUP BY 1`;
    return segments.map(
      (segment) => rows.find((row) => row.segment === segment) ?? { segment, customers: 0, spentCents: 0 },
    );
  }

  /** Where a customer stands, as of the last night, and what they brought and cost. */
  async standing(customerId: string): Promise<SegmentStanding> {
    const client = this.#db.client;
    const row = await client.customerSegment.findUnique({ where: { customerId } });
    return {
      standing: row && { ...row, spentCents: Number(row.spentCents) },
      worth: await worthOf(client, customerId, this.#clock.now()),
    };
  }
}

function rowOf(fact: SegmentFacts, rules: SegmentRules, now: Date) {
  const { customerId, days, lastOn, orders, spentCents, recency, frequency, monetary, rating } = fact;
  const { tier, city, language, age, channels, cameAt } = fact;
  const gapDays = fact.ownGap ?? fact.shopGap ?? rules.guessDays;
  const gapOf = fact.ownGap !== null ? 'own' : fact.shopGap !== null ? 'shop' : 'none';
  const segment = segmentOf({ days, gapDays }, rules);
  const moved = segment !== fact.segment;
  const loyalty = loyaltyOf({ days, gapDays, orders, rating });
  const shown = lastOn?.toISOString().slice(0, 10) ?? null;
  const since = moved ? now : fact.since!;
  return {
    row: {
      customerId,
      segment,
      since,
      gapDays,
      gapOf,
      lastOn: shown,
      orders,
      spentCents,
      recency,
      frequency,
      monetary,
      loyalty,
      tier,
      city,
      language,
      age,
      channels,
      cameAt,
      lookedAt: now,
    },
    step: moved
      ? {
          id: v7(),
          customerId,
          kind: 'segment',
          from: fact.segment,
          to: segment,
          at: now,
          evidence: { lastOn: shown, days, gapDays: Math.round(gapDays * 10) / 10, gapOf },
        }
      : undefined,
  };
}

const columns = [
  'segment',
  'since',
  'gapDays',
  'gapOf',
  'lastOn',
  'orders',
  'spentCents',
  'recency',
  'frequency',
  'monetary',
  'loyalty',
  'tier',
  'city',
  'language',
  'age',
  'channels',
  'cameAt',
  'lookedAt',
];

/** Writes some thousand rows in one statement. */
function upsert(rows: readonly object[]): Prisma.Sql {
  const named = Prisma.raw(columns.map((column) => `"${column}"`).join(', '));
  const taken = Prisma.raw(columns.map((column) => `"${column}" = excluded."${column}"`).join(', '));
  return Prisma.sql`
    INSERT INTO "CustomerSegment" ("customerId", ${named})
    SELECT "customerId", ${named} FROM json_populate_recordset(NULL::"CustomerSegment", ${JSON.stringify(rows)}::json)
    ON CONFLICT ("customerId") DO UPDATE SET ${taken}`;
}
