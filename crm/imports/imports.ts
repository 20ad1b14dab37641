import { v7 } from 'uuid';
import type { Bulk, Database } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import { InvalidInput } from '../errors.ts';
import type { ErasedMarks } from '../privacy/erasedMarks.ts';
import { tellPartnersOfMany } from '../webhooks/events.ts';
import type { ImportedBy, ImportKind } from './importKind.ts';
import { importKinds } from './kinds.ts';
import { openSource } from './readers/openSource.ts';
import type { Source } from './readers/source.ts';
import type { ImportProgress, ImportReport, Rejected } from './report.ts';
import { stage } from './staging.ts';
import { UnreadableFile } from './unreadableFile.ts';

export type { ImportProgress, ImportReport, Rejected } from './report.ts';

/** A file that somebody wants to import. */
export interface ImportRequest {
  kind: string;
  /** A file, or a folder of Markdown and HTML files. */
  path: string;
  /** What the file was called where it came from; its ending tells the format. */
  name?: string;
  /** How large a workbook may be when it is unpacked, in bytes: it is held in memory. */
  largestWorkbook?: number;
  staffId: string | null;
  /** Asked once it is known what would happen; false leaves everything as it was. */
  confirm(report: ImportReport): boolean | Promise<boolean>;
  onProgress?(progress: ImportProgress): void;
  onRejected?(row: Rejected): void;
}

/** Products, articles and whatever else comes in files: checked as a whole, then taken in one transaction or not at all. */
export class Imports {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #marks: ErasedMarks;

  constructor(db: Database, clock: Clock, marks: ErasedMarks) {
    this.#marks = marks;
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
    const source = await openSource(request.path, request.name, request.largestWorkbook);
    requireHeaders(kind, source);
    return this.#take(kind, source, { staffId: request.staffId, now: this.#clock.now() }, request);
  }

  /** Records that another system sends, taken like the rows of a file: what is right is kept, the rest is told. Lines count from 1. */
  async take(
    kind: ImportKind,
    records: readonly Record<string, unknown>[],
    by: Omit<ImportedBy, 'now'>,
  ): Promise<ImportReport & { refused: Rejected[] }> {
    const refused: Rejected[] = [];
    const report = await this.#take(
      kind,
      recordSource(records),
      { ...by, now: this.#clock.now() },
      { confirm: () => true, onRejected: (row) => refused.push(row) },
    );
    return { ...report, refused };
  }

  async #take(
    kind: ImportKind,
    source: Source,
    by: ImportedBy,
    request: Pick<ImportRequest, 'confirm' | 'onProgress' | 'onRejected'>,
  ): Promise<ImportReport> {
    // Before the transaction: it may make the key that the hashes need.
    const erased = kind.ofPeople ? await this.#marks.book() : undefined;
    const report = await this.#db.bulk(async (bulk) => {
      const { told, reader } = await stage(bulk, {
        ...request,
        kind,
        source,
        by: { ...by, ...(erased && { erased }) },
      });
      if (!(await request.confirm(told))) return { value: told, keep: false };
      const written = told.added + told.changed;
      request.onProgress?.({ step: 'writing', rows: 0, share: 0 });
      if (written > 0) {
        await kind.apply(bulk, reader, by);
        if (kind.partnersHear) await tellPartnersOfMany(bulk, by.now, kind.partnersHear);
        await record(bulk, kind, by);
      }
      request.onProgress?.({ step: 'writing', rows: written, share: 1 });
      return { value: { ...told, applied: true }, keep: true };
    });
    if (report.applied && report.added + report.changed > 0) {
      this.#db.signals.publish(kind.topic, {});
      if (kind.partnersHear) this.#db.signals.publish('webhooks', {});
    }
    return report;
  }
}

/** Records in memory as a source of rows. */
const recordSource = (records: readonly Record<string, unknown>[]): Source => ({
  format: 'json',
  share: () => 1,
  async *rows() {
    for (const [index, cells] of records.entries()) yield { line: index + 1, cells };
  },
});

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
