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

/** Of rows with "customerId" and at. Who stands behind another record is that person. */
export async function peopleIn(client: Client, rows: Prisma.Sql): Promise<People> {
  const [found] = await client.$queryRaw<People[]>(Prisma.sql`
    WITH r AS MATERIALIZED (SELECT x."customerId", max(x.at) AS at, count(*) AS n FROM (${rows}) x GROUP BY 1),
    k AS MATERIALIZED (
      SELECT u.id, max(r.at) AS at, sum(r.n) AS n FROM r LEFT JOIN "Customer" c ON c.id = r."customerId"
        LEFT JOIN "Customer" u ON u.id = coalesce(c."mergedIntoId", c.id) AND u."erasedAt" IS NULL AND u."mergedIntoId" IS NULL GROUP BY 1)
    SELECT (SELECT count(id)::int FROM k) AS total, (SELECT coalesce(sum(n), 0)::int FROM k WHERE id IS NULL) AS unnamed,
           ARRAY(SELECT id::text FROM k WHERE id IS NOT NULL ORDER BY at DESC, id DESC LIMIT ${MOST_PEOPLE}) AS "customerIds"`);
  return found!;
}
