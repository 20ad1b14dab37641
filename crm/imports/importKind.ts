import type { Bulk, Cell, Topic } from '#prisma/client.ts';
import type { ErasedBook } from '../privacy/erasedMarks.ts';
import type { SourceRow } from './readers/source.ts';

/** Who imports, and when. */
export interface ImportedBy {
  staffId: string | null;
  now: Date;
  /** Ids of customers that the caller knows to exist; a file names none. */
  customerIds?: ReadonlySet<string>;
  /** Where it comes from; absent: a file. */
  source?: 'api';
  /** Whom no row may bring back; absent: nobody was erased, or the rows are about nobody. */
  erased?: ErasedBook;
}

/** Reads the rows of one file; made anew for each. */
export interface RowReader {
  /** Looks at a row before any is taken, where what all of them hold decides how one is read. */
  survey?(row: SourceRow): void;
  /** Whether that is needed for a table with these headers; undefined: they are not known beforehand. */
  needsSurvey?(headers: readonly string[] | undefined): boolean;
  /** The row as cells of the staging table, and what names it (a second row of the same name is refused). Throws CellFault. */
  take(row: SourceRow): { key: string; cells: Cell[] };
  /** What the file brings beside its rows, in words: new categories, new properties. */
  extras(): Record<string, string[]>;
}

/**
 * One thing that can be imported. Rows go by COPY into `staging`; `merge` makes the table `merged` (with a column `state`: added,
 * changed, unchanged) from it and from what there is; `apply` writes those that are not unchanged. A new one is a file with this
 * contract and a line in kinds.ts.
 */
export interface ImportKind {
  id: string;
  /** A table's first line must name one of these columns; `say` in words. */
  required: { keys: readonly string[]; say: string };
  /** Whether its rows name customers. */
  ofPeople?: true;
  /** Whether columns that are not known mean something too. */
  takesOtherColumns: boolean;
  /** Which column a header means. */
  column(header: string): string | undefined;
  /** `name type` of each staging column, in the order of the cells. */
  staging: readonly (readonly [name: string, type: string])[];
  createReader(bulk: Bulk, by: ImportedBy): Promise<RowReader>;
  /** SQL that makes the temporary table `merged`. */
  merge: string;
  /** Writes what changed; runs only when the import is confirmed. */
  apply(bulk: Bulk, reader: RowReader, by: ImportedBy): Promise<void>;
  /** SQL over `merged`, after it was written, of what partners are told: columns type and data. */
  partnersHear?: string;
  /** Who is told afterwards. */
  topic: Topic;
}
