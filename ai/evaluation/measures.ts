import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Figures by name, as a table or JSON shows them; milliseconds, seconds, megabytes or shares of 1. */
export type Figures = Record<string, number>;

/** Rounded for people: four significant decimals are more than the data give. */
export const rounded = (value: number, digits = 4): number => Number(value.toFixed(digits));

/** The value below which a share `q` of the sample lies (nearest rank). */
export function quantile(sample: readonly number[], q: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? 0;
}

/** What a piece of work gives, and the milliseconds it takes. */
export function timed<T>(work: () => T): { result: T; ms: number } {
  const start = performance.now();
  const result = work();
  return { result, ms: performance.now() - start };
}

/** What `node --expose-gc` would give. */
let collectGarbage: (() => void) | undefined;

/** Megabytes in use: the heap and the typed arrays beside it, once what nobody needs any more has been collected. */
export function memoryMb(): number {
  if (!collectGarbage) {
    setFlagsFromString('--expose-gc');
    collectGarbage = runInNewContext('gc') as () => void;
  }
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1024 / 1024;
}

/** F1 of one label: the harmonic mean of how many of its rows were found and how many of the findings were right. */
export function f1(pairs: readonly { truth: string; guess: string }[], label: string): number {
  const right = pairs.filter(({ truth, guess }) => truth === label && guess === label).length;
  const claimed = pairs.filter(({ guess }) => guess === label).length;
  const there = pairs.filter(({ truth }) => truth === label).length;
  return claimed + there === 0 ? 0 : (2 * right) / (claimed + there);
}

export const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Runs the work on the first of the rows, untimed: what a process does in its first moments says nothing of its day. */
export function warmUp<T>(rows: readonly T[], work: (row: T) => unknown): void {
  for (const row of rows.slice(0, 200)) work(row);
}
