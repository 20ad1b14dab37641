import { v7 } from 'uuid';
import type { Bulk, Cell, Database } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import { InvalidInput } from '../errors.ts';
import { CellFault } from './cells.ts';
import type { ImportedBy, ImportKind, RowReader } from './importKind.ts';
import { importKinds } from './kinds.ts';
import { openSource } from './readers/openSource.ts';
import type { Source, SourceRow } from './readers/source.ts';
import { UnreadableFile } from './unreadableFile.ts';

/** A row that is not taken, and why. `column` is the documentation's name of the column at fault. */
export interface Rejected {
  line: number;
  file: string | null;
  column: string | null;
  reason: string;
}

/** What an import does, or would do. Counts are rows; `extras` names what it brings beside them, e.g. new categories. */
export interface ImportReport {
  kind: string;
  format: Source['format'];
  encoding: string | null;
  rows: number;
  added: number;
  changed: number;
  unchanged: number;
  rejected: number;
  extras: Record<string, string[]>;
  /** Columns of the file that mean nothing here. */
  ignored: string[];
  applied: boolean;
}

/** How far an import is. `total` in rows, 0 while it is not known. */
export interface ImportProgress {
  step: 'reading' | 'checking' | 'writing';
  done: number;
  total: number;
}

export interface ImportRequest {
  kind: string;
  /** A file, or a folder of Markdown and HTML files. */
  path: string;
  /** What the file was called where it came from; its ending tells the format. */
  name?: string;
  staffId: string | null;
  /** Asked once it is known what would happen; false leaves everything as it was. */
  confirm(report: ImportReport): boolean | Promise<boolean>;
  onProgress?(progress: ImportProgress): void;
  onRejected?(row: Rejected): void;
}

/** Tells of progress every so many rows. */
const STEP = 1000;

/** Products, articles and whatever else comes in files: checked as a whole, then taken in one transaction or not at all. */
export class Imports {
  readonly #db: Database;
  readonly #clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /** Throws InvalidInput for an unknown kind, UnreadableFile for a file that is none. */
  async run(request: ImportRequest): Promise<ImportReport> {
    const kind = importKinds.find(({ id }) => id === request.kind);
    if (!kind) {
      const known = importKinds.map(({ id }) => id).join(', ');
      throw new InvalidInput(
        [{ path: 'kind', message: `Choose one of ${known}.` }],
        `“${request.kind}” can not be imported: choose one of ${known}.`,
      );
    }
    const source = await openSource(request.path, request.name);
    requireHeaders(kind, source);
    const by = { staffId: request.staffId, now: this.#clock.now() };
    const report = await this.#db.bulk(async (bulk) => {
      const { told, reader } = await stage(bulk, kind, source, request, by);
      if (!(await request.confirm(told))) return { value: told, keep: false };
      const written = told.added + told.changed;
      request.onProgress?.({ step: 'writing', done: 0, total: written });
      if (written > 0) {
        await kind.apply(bulk, reader, by);
        await record(bulk, kind, by);
      }
      request.onProgress?.({ step: 'writing', done: written, total: written });
      return { value: { ...told, applied: true }, keep: true };
    });
    if (report.applied && report.added + report.changed > 0) this.#db.signals.publish(kind.topic, {});
    return report;
  }
}

async function stage(bulk: Bulk, kind: ImportKind, source: Source, request: ImportRequest, by: ImportedBy) {
  const { onProgress = () => undefined } = request;
  const reader = await kind.createReader(bulk, by);
  let rows = 0;
  for await (const row of source.rows()) {
    if (!row.fault) reader.survey?.(row);
    if (++rows % STEP === 0) onProgress({ step: 'reading', done: rows, total: 0 });
  }
  if (rows === 0)
    throw new UnreadableFile('empty', 'The file names its columns but has no rows: add a line for each record.');
  await bulk.query(
    `CREATE TEMPORARY TABLE staging (${kind.staging.map(([name, type]) => `"${name}" ${type}`).join(', ')}) ON COMMIT DROP`,
  );
  let rejected = 0;
  const refuse = (row: Rejected) => {
    rejected++;
    request.onRejected?.(row);
  };
  const names = kind.staging.map(([name]) => name);
  await bulk.copyInto(
    'staging',
    names,
    taken(source, reader, refuse, (done) => onProgress({ step: 'checking', done, total: rows })),
  );
  await bulk.query('ANALYZE staging');
  await bulk.query(kind.merge);
  const counted = await bulk.query('SELECT state, count(*)::int AS count FROM merged GROUP BY state');
  const count = (state: string) => (counted.find((row) => row.state === state)?.count as number | undefined) ?? 0;
  const told: ImportReport = {
    kind: kind.id,
    format: source.format,
    encoding: source.encoding ?? null,
    rows,
    added: count('added'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    rejected,
    extras: reader.extras(),
    ignored: kind.takesOtherColumns ? [] : (source.headers ?? []).filter((header) => header && !kind.column(header)),
    applied: false,
  };
  return { told, reader };
}

async function* taken(
  source: Source,
  reader: RowReader,
  refuse: (row: Rejected) => void,
  onProgress: (done: number) => void,
): AsyncGenerator<Cell[]> {
  const first = new Map<string, number>();
  let done = 0;
  for await (const row of source.rows()) {
    if (++done % STEP === 0) onProgress(done);
    const read = readRow(row, reader, first);
    if ('cells' in read) yield read.cells;
    else refuse({ line: row.line, file: row.file ?? null, ...read });
  }
  onProgress(done);
}

function readRow(
  row: SourceRow,
  reader: RowReader,
  first: Map<string, number>,
): { cells: Cell[] } | { column: string | null; reason: string } {
  if (row.fault) return { column: null, reason: row.fault };
  try {
    const { key, cells } = reader.take(row);
    const before = first.get(key);
    if (before !== undefined)
      return { column: null, reason: `“${key}” stands in line ${before} already: keep one of the two` };
    first.set(key, row.line);
    return { cells };
  } catch (fault) {
    if (fault instanceof CellFault) return { column: fault.column, reason: fault.message };
    throw fault;
  }
}

function requireHeaders(kind: ImportKind, { headers }: Source): void {
  if (!headers) return;
  if (headers.some((header) => kind.required.keys.includes(kind.column(header) ?? ''))) return;
  const found = headers.filter(Boolean).slice(0, 8).join(', ').slice(0, 200);
  throw new UnreadableFile(
    'header',
    `The first line names no column for ${kind.required.say}; it says: ${found || 'nothing'}. docs/import.md lists the names of columns.`,
  );
}

/** Who imported what kind of thing; never the values. */
async function record(bulk: Bulk, kind: ImportKind, by: ImportedBy): Promise<void> {
  await bulk.query(
    `INSERT INTO "AuditEvent" (id, at, "staffId", action, entity, fields) VALUES ($1::uuid, $2, $3::uuid, 'import', $4, '{}')`,
    [v7(), by.now, by.staffId, kind.id],
  );
}
