import { type Client, Prisma } from '#prisma/client.ts';

/** A table whose rows follow their customer when two records turn out to be one person. */
export interface MovableTable {
  name: string;
  /** By which column the origin of a row can be told: the talk or the complaint that it came from. */
  origin: 'conversationId' | 'complaintId' | null;
  /** Of conversations: the account tells. */
  isTalk: boolean;
}

/**
 * Every table with rows of customers, as the database has it: one that is added later moves too. Left out are those of which there may
 * be one row a customer only: they are worked out from the rest, and stay with their own record.
 */
export async function movableTables(client: Client): Promise<MovableTable[]> {
  const rows = await client.$queryRaw<{ name: string; talk: boolean; complaint: boolean }[]>`
    SELECT c.table_name AS name,
           bool_or(o.column_name = 'conversationId') AS talk, bool_or(o.column_name = 'complaintId') AS complaint
      FROM information_schema.columns c
      JOIN information_schema.columns o USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND c.column_name = 'customerId' AND c.data_type = 'uuid'
       AND NOT EXISTS (
         SELECT 1 FROM pg_index i JOIN pg_class k ON k.oid = i.indrelid AND k.relname = c.table_name
           JOIN pg_attribute a ON a.attrelid = k.oid AND a.attnum = ANY(i.indkey) AND a.attname = 'customerId'
          WHERE i.indisunique)
     GROUP BY c.table_name HAVING bool_or(o.column_name = 'id' AND o.data_type = 'uuid')
     ORDER BY c.table_name`;
  return rows.map(({ name, talk, complaint }) => ({
    name,
    origin: talk ? 'conversationId' : complaint ? 'complaintId' : null,
    isTalk: name === 'Conversation',
  }));
}

export const tableName = ({ name }: MovableTable): Prisma.Sql => Prisma.raw(`"${name.replaceAll('"', '""')}"`);

/** Talks first, then complaints, so that what hangs on them finds where they belong. */
export const byOrigin = (tables: readonly MovableTable[]): MovableTable[] =>
  [...tables].sort((one, other) => rank(one) - rank(other));

function rank({ name, isTalk, origin }: MovableTable): number {
  if (name === 'Identity') return 0;
  if (isTalk) return 1;
  return origin === 'complaintId' ? 3 : 2;
}
