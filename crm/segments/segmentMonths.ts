import { z } from 'zod';
import { type Client, type Database, Prisma } from '#prisma/client.ts';
import type { Shop } from '../shop/shop.ts';
import { leaverYears } from './leaverYears.ts';

const SETTING = 'relationMonths';
/** Cohorts are followed for so many months. */
export const COHORT_MONTHS = 24;

const keptSchema = z.object({ at: z.iso.datetime(), day: z.string(), base: z.int(), kept: z.int() });

/** Of those who bought in the year before the last one, how many bought in the last one, too. */
export interface YearlyRetention {
  base: number;
  kept: number;
}

/** How segments and cohorts stood month by month, and what those who left had bought; worked out anew from the history each night (0058). */
export class SegmentMonths {
  readonly #db: Database;
  readonly #shop: Shop;

  constructor(db: Database, shop: Shop) {
    this.#db = db;
    this.#shop = shop;
  }

  /** Once a day of the shop's zone, and at once where it was never done. Safe to run twice. Tells whether it was due. */
  async runDue(now: Date): Promise<boolean> {
    const { zone } = await this.#shop.profile();
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(now);
    const kept = await this.#kept();
    if (kept?.day === day) return false;
    await this.count(now);
    return true;
  }

  /** Counts every month anew. */
  async count(now: Date): Promise<void> {
    const { zone } = await this.#shop.profile();
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(now);
    await this.#db.transaction(async (client) => {
      await client.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('segment months'))`;
      await client.$executeRaw`DELETE FROM "SegmentMonth"`;
      await client.$executeRaw(segmentMonths(now, zone));
      await client.$executeRaw`DELETE FROM "CohortMonth"`;
      await client.$executeRaw(cohortMonths(now, zone));
      await client.$executeRaw`DELETE FROM "LeaverYear"`;
      await client.$executeRaw(leaverYears(now, zone));
      const value = { at: now.toISOString(), day, ...(await yearlyRetention(client, now)) };
      await client.setting.upsert({ where: { key: SETTING }, create: { key: SETTING, value }, update: { value } });
    });
  }

  async #kept() {
    const row = await this.#db.client.setting.findUnique({ where: { key: SETTING } });
    return keptSchema.safeParse(row?.value).data ?? null;
  }
}

/** The last count of the yearly retention; nothing is known before the first night. */
export async function retentionOf(client: Client): Promise<YearlyRetention> {
  const row = await client.setting.findUnique({ where: { key: SETTING } });
  const { base, kept } = keptSchema.safeParse(row?.value).data ?? { base: 0, kept: 0 };
  return { base, kept };
}

/** When months, cohorts and leavers were counted last; null: never. */
export async function monthsCountedAt(client: Client): Promise<Date | null> {
  const row = await client.setting.findUnique({ where: { key: SETTING } });
  const kept = keptSchema.safeParse(row?.value).data;
  return kept ? new Date(kept.at) : null;
}

const monthOf = (at: Prisma.Sql, zone: string) => Prisma.sql`date_trunc('month', ${at} AT TIME ZONE ${zone})::date`;

/**
 * Each month's customers of a segment: all that came so far less all that left. Who was erased leaves where they stood; a record that stands
 * behind another of the same person is not counted.
 */
const segmentMonths = (now: Date, zone: string): Prisma.Sql => Prisma.sql`
  WITH steps AS MATERIALIZED (
    SELECT s."from", s."to", ${monthOf(Prisma.sql`s.at`, zone)} AS month FROM "CustomerStep" s JOIN "Customer" c ON c.id = s."customerId"
     WHERE s.kind = 'segment' AND c."mergedIntoId" IS NULL AND s.at <= ${now}
     UNION ALL
    SELECT l."to", NULL, ${monthOf(Prisma.sql`c."erasedAt"`, zone)} FROM "Customer" c CROSS JOIN LATERAL (
        SELECT s."to" FROM "CustomerStep" s WHERE s."customerId" = c.id AND s.kind = 'segment' ORDER BY s.at DESC, s.id DESC LIMIT 1) l
     WHERE c."erasedAt" IS NOT NULL AND c."mergedIntoId" IS NULL),
  moves AS MATERIALIZED (
    SELECT month, segment, sum(came) AS came, sum(gone) AS gone FROM (
      SELECT month, "to" AS segment, 1 AS came, 0 AS gone FROM steps WHERE "to" IS NOT NULL
       UNION ALL SELECT month, "from", 0, 1 FROM steps WHERE "from" IS NOT NULL) x GROUP BY 1, 2),
  months AS (
    SELECT m::date AS month FROM generate_series((SELECT min(month) FROM moves)::timestamp, ${monthOf(Prisma.sql`${now}::timestamptz`, zone)}::timestamp,
      interval '1 month') m)
  INSERT INTO "SegmentMonth" (month, segment, customers, came, "left")
  SELECT m.month, s.segment, (sum(coalesce(v.came, 0) - coalesce(v.gone, 0)) OVER (PARTITION BY s.segment ORDER BY m.month))::int,
         coalesce(v.came, 0)::int, coalesce(v.gone, 0)::int
    FROM months m CROSS JOIN (VALUES ('prospect'), ('active'), ('silent'), ('lost')) s(segment)
    LEFT JOIN moves v ON v.month = m.month AND v.segment = s.segment`;

/** Months from one month to another. */
const monthsBetween = (a: Prisma.Sql, b: Prisma.Sql) =>
  Prisma.sql`((extract(year FROM ${b}) - extract(year FROM ${a})) * 12 + extract(month FROM ${b}) - extract(month FROM ${a}))::int`;

/** Each customer's first month, and the months until they bought on another day; null: not yet. */
const firstsAndSeconds = (now: Date, zone: string): Prisma.Sql => Prisma.sql`
  SELECT "customerId", min(day) FILTER (WHERE n = 1) AS began, min(day) FILTER (WHERE n = 2) AS again,
         date_trunc('month', min(day) FILTER (WHERE n = 1))::date AS first,
         ${monthsBetween(Prisma.sql`min(day) FILTER (WHERE n = 1)`, Prisma.sql`min(day) FILTER (WHERE n = 2)`)} AS later
    FROM (SELECT "customerId", day, row_number() OVER (PARTITION BY "customerId" ORDER BY day) AS n FROM (
            SELECT DISTINCT "customerId", ("purchasedAt" AT TIME ZONE ${zone})::date AS day FROM "Purchase" WHERE "purchasedAt" <= ${now}) d) r
   WHERE n <= 2 GROUP BY 1`;

/** Who bought for the first time in these days of the shop's zone, and when they bought on another day; null: not yet. */
export const firstBuyers = (now: Date, zone: string, { from, to }: { from: string; to: string }): Prisma.Sql => {
  const day = Prisma.sql`(p."purchasedAt" AT TIME ZONE ${zone})::date`;
  return Prisma.sql`
    SELECT x."customerId", x.began, (SELECT min(${day}) FROM "Purchase" p WHERE p."customerId" = x."customerId" AND p."purchasedAt" <= ${now} AND ${day} > x.began) AS again
      FROM (SELECT p."customerId", min(${day}) AS began FROM "Purchase" p
             WHERE p."purchasedAt" >= (${from}::date::timestamp AT TIME ZONE ${zone}) AND p."purchasedAt" < ((${to}::date + 1)::timestamp AT TIME ZONE ${zone})
               AND p."purchasedAt" <= ${now} GROUP BY 1) x
     WHERE NOT EXISTS (SELECT 1 FROM "Purchase" p WHERE p."customerId" = x."customerId" AND p."purchasedAt" < (${from}::date::timestamp AT TIME ZONE ${zone}))`;
};

const cohortMonths = (now: Date, zone: string): Prisma.Sql => Prisma.sql`
  WITH firsts AS MATERIALIZED (${firstsAndSeconds(now, zone)}),
  paid AS MATERIALIZED (
    SELECT f.first, ${monthsBetween(Prisma.sql`f.first`, Prisma.sql`(p."purchasedAt" AT TIME ZONE ${zone})`)} AS later, sum(p."amountCents")::bigint AS cents
      FROM "Purchase" p JOIN firsts f ON f."customerId" = p."customerId" WHERE p."purchasedAt" <= ${now} GROUP BY 1, 2),
  sizes AS MATERIALIZED (SELECT first, later, count(*) AS customers FROM firsts GROUP BY 1, 2)
  INSERT INTO "CohortMonth" (first, later, customers, bought, cents)
  SELECT c.first, n.later, c.customers::int,
         coalesce((SELECT sum(s.customers) FROM sizes s WHERE s.first = c.first AND s.later <= n.later), 0)::int,
         coalesce((SELECT sum(p.cents) FROM paid p WHERE p.first = c.first AND p.later <= n.later), 0)
    FROM (SELECT first, sum(customers) AS customers FROM sizes GROUP BY 1) c CROSS JOIN generate_series(0, ${COHORT_MONTHS}::int) n(later)
   WHERE c.first + make_interval(months => n.later) <= ${monthOf(Prisma.sql`${now}::timestamptz`, zone)}`;

async function yearlyRetention(client: Client, now: Date): Promise<YearlyRetention> {
  const [row] = await client.$queryRaw<YearlyRetention[]>`
    SELECT count(*)::int AS base, count(*) FILTER (WHERE lately)::int AS kept FROM (
      SELECT "customerId", bool_or("purchasedAt" > ${now}::timestamptz - interval '365 days') AS lately,
             bool_or("purchasedAt" <= ${now}::timestamptz - interval '365 days') AS earlier
        FROM "Purchase" WHERE "purchasedAt" > ${now}::timestamptz - interval '730 days' AND "purchasedAt" <= ${now} GROUP BY 1) x
     WHERE earlier`;
  return row!;
}
