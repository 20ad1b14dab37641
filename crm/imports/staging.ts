import type { Bulk, Cell } from '#prisma/client.ts';
import { CellFault } from './cells.ts';
import type { ImportedBy, ImportKind, RowReader } from './importKind.ts';
import type { Source, SourceRow } from './readers/source.ts';
import type { ImportProgress, ImportReport, Rejected } from './report.ts';
import { UnreadableFile } from './unreadableFile.ts';

/** Tells of progress every so many rows. */
const STEP = 1000;

/** What is staged, and who hears of it. */
export interface Staged {
  kind: ImportKind;
  source: Source;
  by: ImportedBy;
  onProgress?(progress: ImportProgress): void;
  onRejected?(row: Rejected): void;
}

/** Reads the file into the table `staging`, compares it with what there is in `merged`, and tells what an import would do. */
export async function stage(
  bulk: Bulk,
  { kind, source, by, onProgress = () => undefined, onRejected = () => undefined }: Staged,
): Promise<{ told: ImportReport; reader: RowReader }> {
  const reader = await kind.createReader(bulk, by);
  if (reader.needsSurvey?.(source.headers)) {
    let rows = 0;
    for await (const row of source.rows()) {
      if (!row.fault) reader.survey?.(row);
      if (++rows % STEP === 0) onProgress({ step: 'reading', rows, share: source.share() });
    }
  }
  const columns = kind.staging.map(([name, type]) => `"${name}" ${type}`).join(', ');
  await bulk.query(`CREATE TEMPORARY TABLE staging (${columns}) ON COMMIT DROP`);
  const names = kind.staging.map(([name]) => name);
  const seen = { rows: 0, rejected: 0 };
  const rows = taken(source, reader, (row) => {
    if (row) seen.rejected++;
    if (row) onRejected(row);
    if (++seen.rows % STEP === 0) onProgress({ step: 'checking', rows: seen.rows, share: source.share() });
  });
  await bulk.copyInto('staging', names, rows);
  if (seen.rows === 0)
    throw new UnreadableFile('empty', 'The file names its columns but has no rows: add a line for each record.');
  onProgress({ step: 'checking', rows: seen.rows, share: 1 });
  await bulk.query('ANALYZE staging');
  await bulk.query(kind.merge);
  const counted = await bulk.query('SELECT state, count(*)::int AS count FROM merged GROUP BY state');
  const count = (state: string) => (counted.find((row) => row.state === state)?.count as number | undefined) ?? 0;
  const told: ImportReport = {
    kind: kind.id,
    format: source.format,
    encoding: source.encoding ?? null,
    ...seen,
    added: count('added'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    extras: reader.extras(),
    ignored: kind.takesOtherColumns ? [] : (source.headers ?? []).filter((header) => header && !kind.column(header)),
    applied: false,
  };
  return { told, reader };
}

/** The rows that can be taken; `onRow` hears of each, with why it is rejected if it is. */
async function* taken(
  source: Source,
  reader: RowReader,
  onRow: (rejected?: Rejected) => void,
): AsyncGenerator<readonly Cell[]> {
  const first = new Map<string, number>();
  for await (const row of source.rows()) {
    const read = readRow(row, reader, first);
    if ('cells' in read) {
      yield read.cells;
      onRow();
    } else onRow({ line: row.line, file: row.file ?? null, ...read });
  }
}

function readRow(
  row: SourceRow,
  reader: RowReader,
  first: Map<string, number>,
): { cells: Cell[] } | Pick<Rejected, 'column' | 'reason' | 'zh'> {
  if (row.fault) return { column: null, reason: row.fault, zh: row.zh ?? null };
  try {
    const { key, cells } = reader.take(row);
    const before = first.get(key);
    if (before !== undefined)
      return {
        column: null,
        reason: `“${key}” stands in line ${before} already: keep one of the two`,
        zh: `“${key}”在第 ${before} 行已经出现过，请只保留一行`,
      };
    first.set(key, row.line);
    return { cells };
  } catch (fault) {
    if (fault instanceof CellFault) return { column: fault.column, reason: fault.message, zh: fault.zh };
    throw fault;
  }
}
