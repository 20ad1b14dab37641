import type { ServerResponse } from 'node:http';
import type { Cell } from '#crm/reports/surveys/responseTable.ts';
import { byteOrderMark, csvLine } from './csv.ts';

/** Sends a table as a file, piece by piece as it is read. The first piece is read before anything is sent, so that a fault is told. */
export async function sendCsv(
  response: ServerResponse,
  name: string,
  columns: readonly string[],
  pieces: AsyncIterator<Cell[][]>,
): Promise<void> {
  let piece = await pieces.next();
  response.writeHead(200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}.csv"`,
    'Cache-Control': 'no-store',
  });
  response.write(byteOrderMark + csvLine(columns));
  for (; !piece.done; piece = await pieces.next()) await written(response, piece.value.map(csvLine).join(''));
  response.end();
}

/** Waits while the reader is slower than we are; one who has left ends it. */
export function written(response: NodeJS.WritableStream, text: string): Promise<void> {
  if (response.write(text)) return Promise.resolve();
  return new Promise((go, stop) => {
    response.once('drain', go).once('close', () => stop(new Error('The reader has left.')));
  });
}
