import type { Source } from './readers/source.ts';

/** A row that is not taken, and why. `column` is the documentation's name of the column at fault. */
export interface Rejected {
  line: number;
  file: string | null;
  column: string | null;
  reason: string;
  /** The same in Chinese, where there is a sentence for it. */
  zh: string | null;
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

/** How far an import is: rows done, and the share of the step, 0 to 1. */
export interface ImportProgress {
  step: 'reading' | 'checking' | 'writing';
  rows: number;
  share: number;
}
