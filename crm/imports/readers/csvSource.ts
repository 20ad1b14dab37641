import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, type Info, parse } from 'csv-parse';
import { UnreadableFile } from '../unreadableFile.ts';
import { LONGEST_ROW, type Source, type SourceRow } from './source.ts';
import { type Encoding, encodingOf, textOf } from './textFile.ts';

type Read = { record: string[]; info: Info };

/** A table as text (RFC 4180) with a line of headers; commas, semicolons or tabs are found out. Throws UnreadableFile. */
export async function csvSource(path: string): Promise<Source> {
  const encoding = await encodingOf(path);
  const delimiter = await delimiterOf(path, encoding);
  const records = () => read(path, encoding, delimiter);
  let headers: string[] | undefined;
  for await (const { record } of records()) {
    headers = record.map((header) => header.trim());
    break;
  }
  if (!headers)
    throw new UnreadableFile('empty', 'The file has no rows: its first line names the columns, others follow.');
  const named = headers;
  return {
    format: 'csv',
    encoding,
    headers: named,
    async *rows() {
      let isHeader = true;
      for await (const { record, info } of records()) {
        if (!isHeader) yield rowOf(record, named, info.lines);
        isHeader = false;
      }
    },
  };
}

/** `endLine` is where the record ends; it begins as many lines before as its cells have breaks. */
function rowOf(record: string[], headers: readonly string[], endLine: number): SourceRow {
  const breaks = record.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);
  const line = endLine - breaks;
  const cells: Record<string, string> = {};
  for (const [place, header] of headers.entries()) if (header) cells[header] = record[place] ?? '';
  const extra = record.slice(headers.length).some((cell) => cell.trim() !== '');
  if (!extra && record.length >= headers.length) return { line, cells };
  if (record.length < headers.length && record.length > 1) return { line, cells };
  return {
    line,
    cells,
    fault: `${record.length} columns where the first line has ${headers.length}: is a comma or a quotation mark missing?`,
  };
}

async function* read(path: string, encoding: Encoding, delimiter: string): AsyncGenerator<Read> {
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: LONGEST_ROW,
  });
  // A fault of the source ends the parser with it; whoever leaves early ends both.
  const flowing = pipeline(Readable.from(textOf(path, encoding)), parser).catch(() => undefined);
  try {
    yield* parser as AsyncIterable<Read>;
  } catch (fault) {
    throw fault instanceof CsvError ? explained(fault) : fault;
  } finally {
    parser.destroy();
    await flowing;
  }
}

function explained(fault: CsvError): UnreadableFile {
  const line = Number((fault as { lines?: number }).lines ?? 0);
  if (fault.code === 'CSV_MAX_RECORD_SIZE')
    return new UnreadableFile(
      'rowTooLong',
      `The row that begins near line ${line} is longer than ${LONGEST_ROW} characters: a quotation mark is not closed there, or this is no table.`,
    );
  return new UnreadableFile(
    'quoting',
    `The quotation marks near line ${line} do not fit: put a cell that holds " or a line break in double quotes, and write each " inside as "".`,
  );
}

/** The sign that stands most often in the first line, outside of quotes. */
async function delimiterOf(path: string, encoding: Encoding): Promise<string> {
  let start = '';
  for await (const piece of textOf(path, encoding)) {
    start += piece;
    if (start.includes('\n') || start.length > LONGEST_ROW) break;
  }
  const line = (start.split('\n')[0] ?? '').slice(0, LONGEST_ROW).replace(/"[^"]*"/g, '');
  const count = (sign: string) => line.split(sign).length - 1;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
