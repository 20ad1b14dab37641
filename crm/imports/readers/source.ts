/** A row of a file, by the file's own headers. `line` counts from 1, as editors do; in a folder `file` says where. */
export interface SourceRow {
  line: number;
  file?: string;
  cells: Readonly<Record<string, unknown>>;
  /** The row can not be used; why. */
  fault?: string;
  /** The same in Chinese. */
  zh?: string;
}

/** A file, or a folder of them, ready to be read as often as needed. */
export interface Source {
  format: 'csv' | 'xlsx' | 'json' | 'markdown' | 'html';
  /** Of texts, as they were found: utf-8, utf-16le or gb18030. */
  encoding?: string;
  /** Where all rows have the same columns. */
  headers?: readonly string[];
  /** Reads from the beginning. Throws UnreadableFile. */
  rows(): AsyncIterable<SourceRow>;
  /** How much of the file this reading has seen, 0 to 1. */
  share(): number;
}

/** Longer rows are no rows: a quotation mark that is never closed, or a file of another kind. In characters. */
export const LONGEST_ROW = 1_000_000;
