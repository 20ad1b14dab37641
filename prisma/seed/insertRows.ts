import type { Client } from '../client.ts';

const CHUNK = 4000;

/**
 * Inserts rows that all have the same columns, named as in the schema, some thousands in one statement: they travel as
 * one JSON parameter and PostgreSQL gives each value its column's type. Columns that are not named take their default.
 */
export async function insertRows(client: Client, table: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!)
    .map((name) => `"${name}"`)
    .join(', ');
  const sql = `INSERT INTO "${table}" (${columns})
    SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1::json)`;
  for (let from = 0; from < rows.length; from += CHUNK) {
    await client.$executeRawUnsafe(sql, JSON.stringify(rows.slice(from, from + CHUNK)));
  }
}
