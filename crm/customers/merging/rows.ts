import { type Client, Prisma } from '#prisma/client.ts';
import { byOrigin, type MovableTable, movableTables, tableName } from './movable.ts';

/** Shows the rows of one record with another; where they belong is written down. */
export async function moveRows(client: Client, from: string, to: string): Promise<void> {
  for (const table of await movableTables(client)) {
    await client.$executeRaw`
      INSERT INTO "MovedRecord" ("table", "recordId", "homeId")
      SELECT ${table.name}, id, ${from}::uuid FROM ${tableName(table)} WHERE "customerId" = ${from}::uuid
      ON CONFLICT DO NOTHING`;
    await client.$executeRaw`
      UPDATE ${tableName(table)} SET "customerId" = ${to}::uuid WHERE "customerId" = ${from}::uuid`;
  }
}

/** Puts back what belongs to `homes` and is shown with `from`: it is shown with `to` from now on. */
export async function returnRows(client: Client, move: { homes: string[]; from: string; to: string }): Promise<void> {
  const { homes, from, to } = move;
  for (const table of await movableTables(client)) {
    await client.$executeRaw`
      UPDATE ${tableName(table)} t SET "customerId" = ${to}::uuid FROM "MovedRecord" m
       WHERE t."customerId" = ${from}::uuid AND m."table" = ${table.name} AND m."recordId" = t.id
         AND m."homeId" = ANY(${homes}::uuid[])`;
  }
  await client.$executeRaw`DELETE FROM "MovedRecord" WHERE "homeId" = ${to}::uuid`;
}

/**
 * Finds out where those rows belong that came after a merge: a talk belongs to whom its account belongs to, and so does what was said,
 * complained of or promised in it. What came by no account of another's stays with the record that is shown.
 */
export async function settleHomes(client: Client, rootId: string): Promise<void> {
  const [first] = await client.$queryRaw<{ id: string }[]>`
    SELECT m.id FROM "CustomerMerge" m WHERE m."undoneAt" IS NULL
       AND m."keptId" IN (${groupOf(rootId)}) ORDER BY m.id LIMIT 1`;
  if (!first) return;
  for (const table of byOrigin(await movableTables(client))) {
    const home = homeOf(table);
    if (!home) continue;
    // An id tells when its row was made: what was there before the first merge is where it belongs.
    await client.$executeRaw`
      INSERT INTO "MovedRecord" ("table", "recordId", "homeId")
      SELECT ${table.name}, found.id, found.home FROM (
        SELECT t.id, ${home} AS home FROM ${tableName(table)} t
         WHERE t."customerId" = ${rootId}::uuid AND t.id > ${first.id}::uuid) found
       WHERE found.home IS NOT NULL AND found.home <> ${rootId}::uuid
         AND found.home IN (${groupOf(rootId)})
      ON CONFLICT DO NOTHING`;
  }
}

/** Shows rows that were written to a record behind another (a turn that had begun before the merge) where they are looked for. */
export async function gatherRows(client: Client): Promise<void> {
  for (const table of await movableTables(client)) {
    const stray = await client.$queryRaw<{ customerId: string }[]>`
      SELECT DISTINCT t."customerId" FROM ${tableName(table)} t JOIN "Customer" c ON c.id = t."customerId"
       WHERE c."mergedIntoId" IS NOT NULL AND c."erasedAt" IS NULL`;
    for (const { customerId } of stray) await moveRows(client, customerId, await rootOf(client, customerId));
  }
}

/** The record that is shown for this one: itself, or the one that it stands behind at last. */
export async function rootOf(client: Client, id: string): Promise<string> {
  const [row] = await client.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE up AS (
      SELECT id, "mergedIntoId" FROM "Customer" WHERE id = ${id}::uuid
      UNION SELECT c.id, c."mergedIntoId" FROM "Customer" c JOIN up ON c.id = up."mergedIntoId"
    ) SELECT id FROM up WHERE "mergedIntoId" IS NULL`;
  return row?.id ?? id;
}

/** A record with all that stand behind it, as a subquery. */
export const groupOf = (id: string): Prisma.Sql => Prisma.sql`
  WITH RECURSIVE down AS (
    SELECT ${id}::uuid AS id UNION SELECT c.id FROM "Customer" c JOIN down ON c."mergedIntoId" = down.id
  ) SELECT id FROM down`;

function homeOf({ isTalk, origin }: MovableTable): Prisma.Sql | null {
  const moved = (table: string, id: Prisma.Sql) => Prisma.sql`
    (SELECT m."homeId" FROM "MovedRecord" m WHERE m."table" = ${table} AND m."recordId" = ${id})`;
  if (isTalk) {
    return Prisma.sql`(SELECT coalesce(${moved('Identity', Prisma.sql`i.id`)}, i."customerId") FROM "Identity" i
      WHERE i.channel = t.channel AND i."externalId" = t."userId")`;
  }
  if (origin === 'conversationId') return moved('Conversation', Prisma.sql`t."conversationId"`);
  return origin === 'complaintId' ? moved('Complaint', Prisma.sql`t."complaintId"`) : null;
}
