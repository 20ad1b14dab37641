/** What can be answered with, in stored form. */
export type Value = string | number | boolean | (string | number)[];

/** Answers by name of the question; those of a matrix by row. */
export type Answers = Record<string, unknown>;

/** Something to choose; `value` is what is stored. */
export interface Choice {
  value: string | number;
  text: string;
}

/**
 * A question as it is asked one at a time, in one language. `place` names it: its name, or name/row for a row of a matrix.
 * scale: one of `choices` in order, from bad to good. one, many: of `choices`. text: at most `longest` characters.
 */
export interface Question {
  place: string;
  name: string;
  row: string | null;
  kind: 'scale' | 'one' | 'many' | 'yesNo' | 'number' | 'text';
  title: string;
  description: string | null;
  required: boolean;
  choices: Choice[];
  /** What both ends of a scale mean, where they are not named one by one. */
  ends: { low: string; high: string } | null;
  /** Words for yes and no. */
  labels: { yes: string; no: string } | null;
  longest: number;
}

/** No answer is longer. */
export const LONGEST_ANSWER = 2000;
