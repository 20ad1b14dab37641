import { type Client, Prisma } from '#prisma/client.ts';

/** So many of a day are written anew with each answer, drawn among so many of the newest. */
const TOGETHER = 50;
const AMONG = 1000;

/** Rows of "Response" (ids) written anew in the order of their drawn ids, by one transaction: their places and what wrote them tell nothing. */
const rewritten = (ids: Prisma.Sql): Prisma.Sql => Prisma.sql`
  WITH picked AS MATERIALIZED (${ids}), moved AS (DELETE FROM "Response" r USING picked p WHERE r.id = p.id RETURNING r.*)
  INSERT INTO "Response" SELECT * FROM moved ORDER BY id`;

/**
 * An anonymous answer that has just been written is written once more together with others of its day: whoever reads the tables
 * beside it does not see which of them came now. Nobody waits for an answer that is being written.
 */
export const mixIn = (client: Client, { surveyId, id, day }: { surveyId: string; id: string; day: Date }) =>
  client.$executeRaw(
    rewritten(Prisma.sql`
      SELECT r.id FROM "Response" r WHERE r.id = ${id}::uuid OR r.id IN (
        SELECT n.id FROM (SELECT a.id FROM "Response" a WHERE a."surveyId" = ${surveyId}::uuid AND a."answeredAt" = ${day}
                           ORDER BY a."answeredAt" DESC LIMIT ${AMONG}) n ORDER BY random() LIMIT ${TOGETHER})
      FOR UPDATE SKIP LOCKED`),
  );

/** All anonymous answers since then. Safe to run twice. */
export const mixAll = (client: Client, since: Date) =>
  client.$executeRaw(
    rewritten(Prisma.sql`
      SELECT r.id FROM "Response" r JOIN "Survey" s ON s.id = r."surveyId"
       WHERE s.anonymous AND r."answeredAt" >= ${since} FOR UPDATE OF r`),
  );
