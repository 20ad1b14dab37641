import type { Said } from './said.ts';

/** Beyond this a message is clearly bad or good: farther than the label of ai/sentiment.ts, which questions about faults reach too. */
export const CLEAR = 0.5;

/** How a customer felt in a talk: the mean over their messages, and the peaks that are remembered (best and worst). Null: no words. */
export interface Feeling {
  messages: number;
  feeling: number | null;
  bestId: string | null;
  best: number | null;
  worstId: string | null;
  worst: number | null;
}

export function feelingOf(talk: readonly Said[]): Feeling {
  const felt = talk.flatMap(({ id, feeling }) => (feeling === null ? [] : [{ id, feeling }]));
  const [first, ...rest] = felt;
  if (!first) return { messages: 0, feeling: null, bestId: null, best: null, worstId: null, worst: null };
  const best = rest.reduce((peak, each) => (each.feeling > peak.feeling ? each : peak), first);
  const worst = rest.reduce((peak, each) => (each.feeling < peak.feeling ? each : peak), first);
  return {
    messages: felt.length,
    feeling: felt.reduce((sum, { feeling }) => sum + feeling, 0) / felt.length,
    bestId: best.id,
    best: best.feeling,
    worstId: worst.id,
    worst: worst.feeling,
  };
}
