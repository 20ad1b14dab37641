import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Row } from './unitOfWork.ts';

/** A value on its way into a table: null, text, number, truth, moment, list of texts, or an object for a jsonb column. */
export type Cell = null | undefined | string | number | boolean | Date | readonly string[] | object;

/** One transaction for very many rows, on a connection of its own. */
export interface Bulk {
  /** COPY: rows of cells in the order of `columns`; some hundred thousand a second. Returns how many. */
  copyInto(table: string, columns: readonly string[], rows: AsyncIterable<readonly Cell[]>): Promise<number>;
  query(sql: string, parameters?: unknown[]): Promise<Row[]>;
}

const CHUNK = 64 * 1024;

/** Runs `body` in one transaction on a connection of its own; `keep` false rolls everything back. */
export async function runBulk<T>(
  pool: pg.Pool,
  body: (bulk: Bulk) => Promise<{ value: T; keep: boolean }>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const { value, keep } = await body({
      async copyInto(table, columns, rows) {
        const named = columns.map((column) => `"${column}"`).join(', ');
        const copy = client.query(copyFrom(`COPY "${table}" (${named}) FROM STDIN`));
        await pipeline(Readable.from(chunksOf(rows)), copy);
        return copy.rowCount;
      },
      query: async (sql, parameters) => (await client.query(sql, parameters)).rows as Row[],
    });
    await client.query(keep ? 'COMMIT' : 'ROLLBACK');
    return value;
  } catch (fault) {
    await client.query('ROLLBACK').catch((failed: Error) => {
      broken = failed;
    });
    throw fault;
  } finally {
    client.release(broken);
  }
}

async function* chunksOf(rows: AsyncIterable<readonly Cell[]>): AsyncGenerator<string> {
  let chunk = '';
  for await (const row of rows) {
    chunk += `${row.map(copyText).join('\t')}\n`;
    if (chunk.length >= CHUNK) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk) yield chunk;
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A value in COPY's text format (PostgreSQL manual, COPY, "Text Format"). */
export function copyText(value: Cell): string {
  if (value === null || value === undefined) return '\\N';
  return plain(value).replace(/[\\\t\n\r]/g, (character) => escapes[character]!);
}

function plain(value: NonNullable<Cell>): string {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `{${value.map((item) => `"${String(item).replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
