import { Prisma } from '#prisma/client.ts';

/**
 * What everybody who was ever found lost had bought in the year up to the last purchase that this was decided on, by product; whom that
 * year holds nothing of has no row. A step of a record that stands behind another counts nowhere.
 */
export const leaverYears = (now: Date, zone: string): Prisma.Sql => Prisma.sql`
  WITH lost AS MATERIALIZED (
    SELECT l.id, l."customerId", l.at, l."nextAt", l."from", l.tier, (l.last - 364)::timestamp AT TIME ZONE ${zone} AS since,
           (l.last + 1)::timestamp AT TIME ZONE ${zone} AS until
      FROM (SELECT s.id, s."customerId", s.at, lead(s.at) OVER (PARTITION BY s."customerId" ORDER BY s.at, s.id) AS "nextAt", s."from", c.tier,
                   (s.evidence->>'lastOn')::date AS last
              FROM "CustomerStep" s JOIN "Customer" c ON c.id = s."customerId"
             WHERE s.kind = 'segment' AND s."to" = 'lost' AND s.at <= ${now} AND c."mergedIntoId" IS NULL) l)
  INSERT INTO "LeaverYear" ("stepId", product, "customerId", at, "nextAt", "from", tier, cents, back)
  SELECT l.id, coalesce(p."productId"::text, ''), l."customerId", l.at, l."nextAt", l."from", l.tier, sum(p."amountCents"),
         EXISTS (SELECT 1 FROM "Purchase" x WHERE x."customerId" = l."customerId" AND x."purchasedAt" > l.at)
    FROM lost l JOIN "Purchase" p ON p."customerId" = l."customerId" AND p."purchasedAt" >= l.since AND p."purchasedAt" < l.until
   GROUP BY l.id, coalesce(p."productId"::text, ''), l."customerId", l.at, l."nextAt", l."from", l.tier`;
