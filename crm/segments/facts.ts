import { type Client, Prisma } from '#prisma/client.ts';
import { dayOf, FEWEST_GAPS, medianGap } from '../purchases/rhythm.ts';

/** What is known of a customer's buying, and what was decided last. */
export interface SegmentFacts {
  customerId: string;
  days: number | null;
  lastOn: Date | null;
  orders: number;
  spentCents: number;
  ownGap: number | null;
  shopGap: number | null;
  recency: number | null;
  frequency: number | null;
  monetary: number | null;
  rating: number | null;
  segment: string | null;
  since: Date | null;
  tier: string | null;
  city: string | null;
  language: string | null;
  age: number | null;
  channels: string;
  cameAt: Date;
}

/**
 * The facts of every customer. R, F and M are fifths of all buyers (Hughes, A. M., Strategic Database Marketing, 1994): by the last
 * purchase, by orders and by what was paid in the last two years; 5 is the best.
 */
export function segmentFacts(client: Client, now: Date, zone: string): Promise<SegmentFacts[]> {
  const today = dayOf(Prisma.sql`${now}::timestamptz`, zone);
  return client.$queryRaw<SegmentFacts[]>(Prisma.sql`
    WITH bought AS (SELECT "customerId", ${dayOf(Prisma.sql`"purchasedAt"`, zone)} AS day, "orderNumber", "amountCents"
                      FROM "Purchase" WHERE "purchasedAt" <= ${now}),
    days AS (SELECT DISTINCT "customerId", day FROM bought),
    gaps AS (SELECT "customerId", day, day - lag(day) OVER (PARTITION BY "customerId" ORDER BY day) AS gap FROM days),
    rhythm AS (SELECT "customerId", max(day) AS last, ${medianGap} AS gap FROM gaps GROUP BY 1),
    shop AS (SELECT ${medianGap} AS gap FROM gaps HAVING count(*) FILTER (WHERE gap > 0) >= ${FEWEST_GAPS}),
    sums AS (SELECT "customerId", count(DISTINCT "orderNumber")::int AS orders, sum("amountCents") AS cents,
                    count(DISTINCT "orderNumber") FILTER (WHERE day > ${today} - 730) AS lately,
                    coalesce(sum("amountCents") FILTER (WHERE day > ${today} - 730), 0) AS "latelyCents" FROM bought GROUP BY 1),
    fifths AS (SELECT s."customerId", ntile(5) OVER (ORDER BY r.last, s."customerId") AS r,
                      ntile(5) OVER (ORDER BY s.lately, s."customerId") AS f, ntile(5) OVER (ORDER BY s."latelyCents", s."customerId") AS m
                 FROM sums s JOIN rhythm r ON r."customerId" = s."customerId"),
    rated AS (SELECT "customerId", avg(score) AS rating FROM "Response"
               WHERE "answeredAt" > ${now}::timestamptz - interval '365 days' AND score BETWEEN 1 AND 5 GROUP BY 1),
    channels AS (SELECT "customerId", string_agg(DISTINCT channel, ',' ORDER BY channel) AS channels FROM "Identity" GROUP BY 1)
    SELECT c.id AS "customerId", ${today} - r.last AS days, r.last AS "lastOn", coalesce(s.orders, 0) AS orders,
           coalesce(s.cents, 0)::float AS "spentCents", r.gap::float AS "ownGap", (SELECT gap FROM shop)::float AS "shopGap",
           f.r AS recency, f.f AS frequency, f.m AS monetary, t.rating::float AS rating, k.segment, k.since,
           c.tier, c.city, c.language, CASE WHEN c.birthday IS NOT NULL THEN least(70, greatest(10, extract(year FROM age(${today}, c.birthday))::int / 10 * 10)) END AS age,
           coalesce(i.channels, '') AS channels, c."createdAt" AS "cameAt"
      FROM "Customer" c LEFT JOIN rhythm r ON r."customerId" = c.id LEFT JOIN sums s ON s."customerId" = c.id
      LEFT JOIN fifths f ON f."customerId" = c.id LEFT JOIN rated t ON t."customerId" = c.id
      LEFT JOIN channels i ON i."customerId" = c.id LEFT JOIN "CustomerSegment" k ON k."customerId" = c.id
     WHERE c."erasedAt" IS NULL AND c."mergedIntoId" IS NULL AND c."createdAt" <= ${now} ORDER BY c.id`);
}
