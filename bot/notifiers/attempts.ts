import { redacted } from './redacted.ts';

const firstPauseMs = 10_000;
const longestPauseMs = 6 * 60 * 60 * 1000;

/** Tripling from ten seconds to six hours, with jitter down to the half, so that what failed together does not come back together. */
export function pauseAfter(attempts: number): number {
  return Math.min(firstPauseMs * 3 ** (attempts - 1), longestPauseMs) * (0.5 + Math.random() / 2);
}

/** What went wrong, without secrets, short enough to keep. */
export const wordsOf = (fault: unknown): string =>
  redacted(fault instanceof Error ? fault.message : String(fault)).slice(0, 500);
