import type { ComplaintState } from '../api.ts';

/** The steps that are offered from each state. The server has the last word. */
const next: Record<ComplaintState, readonly ComplaintState[]> = {
  received: ['understood', 'inHand', 'answered', 'closed'],
  understood: ['inHand', 'answered', 'closed'],
  inHand: ['answered', 'closed'],
  answered: ['closed', 'reopened'],
  closed: ['reopened'],
  reopened: ['understood', 'inHand', 'answered', 'closed'],
};

/** What a complaint in this state can become. */
export function nextStates(state: ComplaintState): readonly ComplaintState[] {
  return next[state] ?? [];
}
