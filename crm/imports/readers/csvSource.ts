import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { UnreadableFile } from '../unreadableFile.ts';
import { LONGEST_ROW, type Source, type SourceRow } from './source.ts';
import { shareRead, type TextFile, textFile, textOf } from './textFile.ts';

/** A table as text (RFC 4180) with a line of headers; commas, semicolons or tabs are found out. Throws UnreadableFile. */
export async function csvSource(path: string): Promise<Source> {
  const file = await textFile(path);
  const delimiter = await delimiterOf(file);
  const records = () => read(file, delimiter);
  let headers: readonly string[] | undefined;
  for await (const { record } of records()) {
    headers = record.map((header) => header.trim());
    break;
  }
  if (!headers)
    throw new UnreadableFile('empty', 'The file has no rows: its first line names the columns, others follow.');
  const named = headers;
  return {
    format: 'csv',
    encoding: file.encoding,
    headers: named,
    share: () => shareRead(file),
    async *rows() {
      let isHeader = true;
      for await (const { record, line } of records()) {
        if (!isHeader) yield rowOf(record, named, line);
        isHeader = false;
      }
    },
  };
}

function rowOf(record: string[], headers: readonly string[], line: number): SourceRow {
  const cells: Record<string, string> = {};
  for (const [place, header] of headers.entries()) if (header) cells[header] = record[place] ?? '';
  const fits = record.length === headers.length || record.slice(headers.length).every((cell) => cell.trim() === '');
  if (fits && (record.length > 1 || headers.length === 1)) return { line, cells };
  const fault = `${record.length} columns where the first line has ${headers.length}: is a comma or a quotation mark missing?`;
  const zh = `有 ${record.length} 列，而第一行有 ${headers.length} 列：是不是少了逗号或引号？`;
  return { line, cells, fault, zh };
}

interface CsvRecord {
  record: string[];
  /** Where it begins. */
  line: number;
}

/** Records that are not empty. Their lines are counted here: the parser counts a line break within quotes twice where it is \r\n. */
async function* read(file: TextFile, delimiter: string): AsyncGenerator<CsvRecord> {
  const parser = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
  });
  // A fault of the source ends the parser with it; whoever leaves early ends both.
  const flowing = pipeline(Readable.from(textOf(file)), parser).catch(() => undefined);
  try {
    let line = 1;
    for await (const record of parser as AsyncIterable<string[]>) {
      if (record.some((cell) => cell.trim() !== '')) yield { record, line };
      for (const cell of record) if (cell.includes('\n')) line += cell.split('\n').length - 1;
      line++;
    }
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
async function delimiterOf(file: TextFile): Promise<string> {
  let start = '';
  for await (const piece of textOf(file)) {
    start += piece;
    if (start.includes('\n') || start.length > LONGEST_ROW) break;
  }
  const line = (start.split('\n')[0] ?? '').slice(0, LONGEST_ROW).replace(/"[^"]*"/g, '');
  const count = (sign: string) => line.split(sign).length - 1;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
