import { type Client, Prisma } from '#prisma/client.ts';
import type { Localized } from '../localized.ts';

/** Fewer gaps between purchases say nothing of the usual one. */
export const FEWEST_GAPS = 5;

/** How often a customer buys a product: gaps in days (medians), dates in the shop's zone. */
export interface PurchaseInterval {
  productId: string;
  name: Localized;
  times: number;
  lastOn: Date;
  /** Of this customer; null after one purchase. */
  ownDays: number | null;
  /** Of all customers; null where too few have bought it twice. */
  usualDays: number | null;
  /** When it should be used up: the last purchase and the customer's own gap, else the usual one. */
  dueOn: Date | null;
}

export const dayOf = (at: Prisma.Sql, zone: string) => Prisma.sql`(${at} AT TIME ZONE ${zone})::date`;

/** Every purchase of a product by a customer, with the days since the one before; `which` narrows it down (`p` is the purchase). */
export const productGaps = (zone: string, which: Prisma.Sql = Prisma.empty) => Prisma.sql`
  SELECT p."customerId", p."productId", ${dayOf(Prisma.sql`p."purchasedAt"`, zone)} AS bought,
         ${dayOf(Prisma.sql`p."purchasedAt"`, zone)} - lag(${dayOf(Prisma.sql`p."purchasedAt"`, zone)}) OVER (
           PARTITION BY p."customerId", p."productId" ORDER BY p."purchasedAt") AS gap
    FROM "Purchase" p WHERE p."productId" IS NOT NULL ${which}`;

/** The middle one of the gaps that are longer than a day's. */
export const medianGap = Prisma.sql`percentile_cont(0.5) WITHIN GROUP (ORDER BY gap) FILTER (WHERE gap > 0)`;

/** How often a customer buys each product that they have bought, what is due first at the top. */
export function intervalsOf(client: Client, customerId: string, zone: string): Promise<PurchaseInterval[]> {
  const theirs = Prisma.sql`AND p."productId" IN (
    SELECT "productId" FROM "Purchase" WHERE "customerId" = ${customerId}::uuid AND "productId" IS NOT NULL)`;
  return client.$queryRaw<PurchaseInterval[]>(Prisma.sql`
    WITH gaps AS (${productGaps(zone, theirs)}),
    own AS (SELECT "productId", count(DISTINCT bought)::int AS times, max(bought) AS last, ${medianGap} AS gap
              FROM gaps WHERE "customerId" = ${customerId}::uuid GROUP BY 1),
    usual AS (SELECT "productId", ${medianGap} AS gap FROM gaps
               GROUP BY 1 HAVING count(*) FILTER (WHERE gap > 0) >= ${FEWEST_GAPS})
    SELECT o."productId", g.name, o.times, o.last AS "lastOn", o.gap::float AS "ownDays", u.gap::float AS "usualDays",
           (o.last + ceil(coalesce(o.gap, u.gap))::int) AS "dueOn"
      FROM own o JOIN "Product" g ON g.id = o."productId" LEFT JOIN usual u ON u."productId" = o."productId"
     ORDER BY "dueOn" NULLS LAST, o.last DESC`);
}
