import type { Outcome } from '../api.ts';

const all: readonly Outcome[] = ['solved', 'reached', 'notReached', 'refunded', 'replaced', 'noActionNeeded', 'other'];

/** The outcomes that are likely for a type of task come first; the others stay possible. */
const likely: Partial<Record<string, readonly Outcome[]>> = {
  callBack: ['reached', 'notReached', 'solved'],
  answer: ['solved', 'reached', 'noActionNeeded'],
  complaint: ['solved', 'refunded', 'replaced'],
  surveyFollowUp: ['reached', 'notReached', 'solved'],
  knowledgeGap: ['solved', 'noActionNeeded'],
  fault: ['solved', 'noActionNeeded'],
  custom: ['solved', 'noActionNeeded'],
};

/** Types of task for which nobody is refunded, replaced or called. */
const internal: readonly string[] = ['knowledgeGap', 'fault'];

/** What may come of a task of this type, the likely first. */
export function outcomesFor(type: string): Outcome[] {
  const first = likely[type] ?? [];
  const rest = internal.includes(type) ? (['other'] as const) : all;
  return [...first, ...rest.filter((outcome) => !first.includes(outcome))];
}
