import type { Steps } from './learning.ts';

/** Does the whole work at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Others wait no longer than this, in ms, and a step. */
const SLICE_MS = 8;

/** Does the work between other work: after some milliseconds everybody else has a turn. */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const until = performance.now() + SLICE_MS;
    do {
      const { done, value } = steps.next();
      if (done) return value;
    } while (performance.now() < until);
    await new Promise((resume) => setImmediate(resume));
  }
}
