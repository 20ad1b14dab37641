import { type Client, Prisma } from '#prisma/client.ts';
import type { Localized } from '../localized.ts';
import { dayOf, FEWEST_GAPS, medianGap, productGaps } from '../purchases/rhythm.ts';
import { tipsOn } from './tips.ts';

/** Whom a rule concerns on a day: `occasion` names the occasion (never served twice), `variables` are for the text. */
export interface Candidate {
  customerId: string;
  occasion: string;
  variables: Record<string, string | Localized>;
}

/** What is looked for: occasions whose day lies in `from` to `to` (dates in the shop's zone, both included). */
export interface Search {
  days: number;
  categoryKey: string | null;
  zone: string;
  from: string;
  to: string;
}

/** How far back the day of an occasion may lie when a rule first sees it: a day without power is made up for, last year is not. */
export const LATE_DAYS = 2;
/** Silent for longer than this many usual gaps: gone quiet (relationship-marketing.md, row on a customer's own rhythm). */
const SILENT_GAPS = 1.5;

const within = (date: Prisma.Sql, { days, from, to }: Search) =>
  Prisma.sql`(${date} + ${days}::int) BETWEEN ${from}::date AND ${to}::date`;
const sold = ({ categoryKey }: Search) =>
  categoryKey === null ? Prisma.empty : Prisma.sql`AND g."categoryKey" = ${categoryKey}`;

/**
 * What a rule can wait for. Each is a query for (customerId, occasion, variables); a new one is an entry here and a name in
 * the desk's words.
 */
export const occasions: Record<string, (search: Search) => Prisma.Sql> = {
  /** The birthday of this year; of 29 February in other years on the 1 March that follows. */
  birthday: (search) => Prisma.sql`
    SELECT c.id AS "customerId", 'birthday:' || extract(year FROM b.day) AS occasion,
           jsonb_build_object('date', to_char(b.day, 'YYYY-MM-DD')) AS variables
      FROM "Customer" c
      CROSS JOIN LATERAL generate_series(extract(year FROM ${search.from}::date)::int - 1,
                                         extract(year FROM ${search.to}::date)::int + 1) AS y
      CROSS JOIN LATERAL (SELECT (make_date(y, extract(month FROM c.birthday)::int, 1)
                                  + (extract(day FROM c.birthday)::int - 1)) AS day) b
     WHERE c.birthday IS NOT NULL AND ${within(Prisma.sql`b.day`, search)}`,

  /** So many whole years since the first purchase. */
  anniversary: (search) => Prisma.sql`
    SELECT f."customerId", 'anniversary:' || extract(year FROM a.day) AS occasion,
           jsonb_build_object('date', to_char(f.first, 'YYYY-MM-DD')) AS variables
      FROM (SELECT "customerId", min(${dayOf(Prisma.sql`"purchasedAt"`, search.zone)}) AS first FROM "Purchase" GROUP BY 1) f
      CROSS JOIN LATERAL generate_series(1, 100) AS years
      CROSS JOIN LATERAL (SELECT (f.first + make_interval(years => years))::date AS day) a
     WHERE ${within(Prisma.sql`a.day`, search)}`,

  /** The first purchase of all. */
  firstPurchase: (search) => Prisma.sql`
    SELECT f."customerId", 'first' AS occasion, jsonb_build_object('date', to_char(f.first, 'YYYY-MM-DD')) AS variables
      FROM (SELECT "customerId", min(${dayOf(Prisma.sql`"purchasedAt"`, search.zone)}) AS first FROM "Purchase" GROUP BY 1) f
     WHERE ${within(Prisma.sql`f.first`, search)}`,

  /** Each order: what was bought and for how much, the electronic bill. */
  purchase: (search) => Prisma.sql`
    WITH orders AS (
      SELECT min(p."customerId"::text)::uuid AS "customerId", p."orderNumber", sum(p."amountCents") AS cents,
             string_agg(coalesce(g.name->>'zh', p."productText"), '、' ORDER BY p.line) AS zh,
             string_agg(coalesce(g.name->>'en', p."productText"), ', ' ORDER BY p.line) AS en,
             array_remove(array_agg(g.sku), NULL) AS skus
        FROM "Purchase" p LEFT JOIN "Product" g ON g.id = p."productId"
       WHERE ${within(dayOf(Prisma.sql`p."purchasedAt"`, search.zone), search)} ${sold(search)}
       GROUP BY p."orderNumber")
    SELECT o."customerId", 'order:' || o."orderNumber" AS occasion,
           jsonb_strip_nulls(jsonb_build_object('order', o."orderNumber", 'amount', to_char(o.cents / 100.0, 'FM999999990.00'),
             'product', CASE WHEN o.zh IS NOT NULL THEN jsonb_build_object('zh', o.zh, 'en', o.en) END,
             'tips', ${tipsOn(Prisma.sql`o.skus`, search.to)})) AS variables
      FROM orders o`,

  /** Each thing bought, some days later: how to use it, whether it does. */
  afterPurchase: (search) => Prisma.sql`
    SELECT p."customerId", 'line:' || p."orderNumber" || '#' || p.line AS occasion,
           jsonb_strip_nulls(jsonb_build_object('order', p."orderNumber", 'product', g.name,
             'tips', ${tipsOn(Prisma.sql`ARRAY[g.sku]`, search.to)})) AS variables
      FROM "Purchase" p JOIN "Product" g ON g.id = p."productId"
     WHERE ${within(dayOf(Prisma.sql`p."purchasedAt"`, search.zone), search)} ${sold(search)}`,

  /** What must be looked after again and again: every so many days after it was bought (a filter, a check-up). */
  maintenance: (search) => Prisma.sql`
    SELECT p."customerId", 'maintenance:' || p.id || ':' || n AS occasion,
           jsonb_build_object('product', g.name, 'date', to_char(b.day, 'YYYY-MM-DD')) AS variables
      FROM "Purchase" p JOIN "Product" g ON g.id = p."productId"
      CROSS JOIN LATERAL (SELECT ${dayOf(Prisma.sql`p."purchasedAt"`, search.zone)} AS day) b
      CROSS JOIN LATERAL generate_series(1, 120) AS n
     WHERE ${search.days}::int >= 7
       AND (b.day + n * ${search.days}::int) BETWEEN ${search.from}::date AND ${search.to}::date ${sold(search)}`,

  /** When a thing should be used up: by the customer's own usual gap, else by that of all who bought it again. */
  replenish: (search) => Prisma.sql`
    WITH gaps AS (${productGaps(search.zone)}),
    own AS (SELECT "customerId", "productId", max(bought) AS last,
                   ${medianGap} AS gap FROM gaps GROUP BY 1, 2),
    usual AS (SELECT "productId", percentile_cont(0.5) WITHIN GROUP (ORDER BY gap) AS gap FROM gaps
               WHERE gap > 0 GROUP BY 1 HAVING count(*) >= ${FEWEST_GAPS})
    SELECT o."customerId", 'replenish:' || o."productId" || ':' || o.last AS occasion,
           jsonb_build_object('product', g.name, 'date', to_char(o.last, 'YYYY-MM-DD')) AS variables
      FROM own o LEFT JOIN usual u ON u."productId" = o."productId" JOIN "Product" g ON g.id = o."productId"
     WHERE coalesce(o.gap, u.gap) IS NOT NULL
       AND ${within(Prisma.sql`(o.last + ceil(coalesce(o.gap, u.gap))::int)`, search)} ${sold(search)}`,

  /** No purchase for so many days, and for longer than half as much again as the customer's usual gap. */
  winBack: (search) => Prisma.sql`
    WITH days AS (SELECT DISTINCT "customerId", ${dayOf(Prisma.sql`"purchasedAt"`, search.zone)} AS bought FROM "Purchase"),
    gaps AS (SELECT "customerId", bought, bought - lag(bought) OVER (PARTITION BY "customerId" ORDER BY bought) AS gap FROM days),
    rhythm AS (SELECT "customerId", max(bought) AS last, percentile_cont(0.5) WITHIN GROUP (ORDER BY gap) AS gap FROM gaps GROUP BY 1)
    SELECT r."customerId", 'winBack:' || r.last AS occasion, jsonb_build_object('date', to_char(r.last, 'YYYY-MM-DD')) AS variables
      FROM rhythm r
     WHERE r.gap IS NOT NULL
       AND (r.last + greatest(${search.days}::int, ceil(r.gap * ${SILENT_GAPS})::int)) BETWEEN ${search.from}::date AND ${search.to}::date`,

  /** Points that are over on a day: once for each such day. */
  pointsExpiring: (search) => Prisma.sql`
    SELECT l."customerId", 'points:' || l.day AS occasion,
           jsonb_build_object('points', sum(l.points)::text, 'date', to_char(l.day, 'YYYY-MM-DD')) AS variables
      FROM (SELECT e."customerId", ${dayOf(Prisma.sql`e."expiresAt"`, search.zone)} AS day,
                   e.points - coalesce((SELECT sum(t.points) FROM "PointsTake" t WHERE t."fromId" = e.id), 0) AS points
              FROM "PointsEntry" e WHERE e.points > 0 AND e."expiresAt" IS NOT NULL
               AND ${within(dayOf(Prisma.sql`e."expiresAt"`, search.zone), search)}) l
     WHERE l.points > 0 GROUP BY l."customerId", l.day`,

  /** A better tier than before. */
  tierReached: (search) => Prisma.sql`
    SELECT h."customerId", 'tier:' || h.id AS occasion, jsonb_build_object('date', to_char(h.at, 'YYYY-MM-DD'), 'tier', coalesce((
             SELECT t->'name' FROM "Setting" s, jsonb_array_elements(s.value->'tiers') t WHERE s.key = 'tiers' AND t->>'key' = h."to" LIMIT 1
           ), to_jsonb(h."to"))) AS variables
      FROM "TierChange" h WHERE h.up AND h."to" IS NOT NULL AND ${within(dayOf(Prisma.sql`h.at`, search.zone), search)}`,

  /** Nobody by the clock: staff choose. */
  byHand: () => Prisma.sql`SELECT NULL::uuid AS "customerId", '' AS occasion, '{}'::jsonb AS variables WHERE false`,
};

/** Whom a rule concerns on the days `from` to `to`. */
export async function candidatesOf(
  client: Client,
  { occasion, days, categoryKey }: { occasion: string; days: number; categoryKey: string | null },
  when: Pick<Search, 'zone' | 'from' | 'to'>,
): Promise<Candidate[]> {
  const query = occasions[occasion]?.({ days, categoryKey, ...when });
  return query ? client.$queryRaw<Candidate[]>(query) : [];
}
