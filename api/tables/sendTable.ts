import type { ServerResponse } from 'node:http';
import type { Cell } from '#crm/reports/surveys/responseTable.ts';
import { sendCsv } from './sendCsv.ts';
import { xlsx } from './xlsx.ts';

/** What is read piece by piece, as rows of a table. */
export async function* pieces<T>(read: AsyncIterable<T[]>, rowOf: (each: T) => Cell[]): AsyncGenerator<Cell[][]> {
  for await (const piece of read) yield piece.map(rowOf);
}

/** Sends a table as the file that is asked for: CSV as it is read, a workbook when all of it was. */
export async function sendTable(
  response: ServerResponse,
  format: 'csv' | 'xlsx',
  name: string,
  columns: readonly string[],
  rows: AsyncGenerator<Cell[][]>,
): Promise<void> {
  if (format === 'csv') return sendCsv(response, name, columns, rows);
  const all: Cell[][] = [];
  for await (const piece of rows) all.push(...piece);
  response.writeHead(200, {
    'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'Content-Disposition': `attachment; filename="${name}.xlsx"`,
    'Cache-Control': 'no-store',
  });
  response.end(xlsx([[...columns], ...all], new Date()));
}
