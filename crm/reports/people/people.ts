import { type Client, Prisma } from '#prisma/client.ts';

/** As many as can be written to at once. */
export const MOST_PEOPLE = 1000;

/**
 * The customers behind a report: each once, whatever number of rows. `customerIds`: the latest of them, `MOST_PEOPLE` at most. `unnamed`: rows
 * of nobody who could be written to: anonymous answers, customers who were erased.
 */
export interface People {
  total: number;
  unnamed: number;
  customerIds: string[];
}

/** Of rows with "customerId" and at. Who stands behind another record is that person. Few are gone: they are looked for, not everybody. */
export async function peopleIn(client: Client, rows: Prisma.Sql): Promise<People> {
  const [found] = await client.$queryRaw<People[]>(Prisma.sql`
    WITH r AS MATERIALIZED (SELECT x."customerId", max(x.at) AS at, count(*) AS n FROM (${rows}) x GROUP BY 1),
    gone AS MATERIALIZED (SELECT id, "mergedIntoId" FROM "Customer" WHERE "erasedAt" IS NOT NULL OR "mergedIntoId" IS NOT NULL),
    k AS MATERIALIZED (
      SELECT CASE WHEN g.id IS NULL THEN r."customerId" WHEN u.id IS NULL THEN g."mergedIntoId" END AS id, max(r.at) AS at, sum(r.n) AS n
        FROM r LEFT JOIN gone g ON g.id = r."customerId" LEFT JOIN gone u ON u.id = g."mergedIntoId" GROUP BY 1)
    SELECT (SELECT count(id)::int FROM k) AS total, (SELECT coalesce(sum(n), 0)::int FROM k WHERE id IS NULL) AS unnamed,
           ARRAY(SELECT id::text FROM k WHERE id IS NOT NULL ORDER BY at DESC, id DESC LIMIT ${MOST_PEOPLE}) AS "customerIds"`);
  return found!;
}
