import { v7 } from 'uuid';
import { z } from 'zod';
import { Conflict, InvalidInput, NotFound } from '../errors.ts';
import { type Localized, localizedSchema } from '../localized.ts';
import type { Outcome } from './outcomes.ts';
import type { OutcomeRule, TypeRule } from './types/typeRule.ts';

/** A step of one task. It is copied from the type's rule when the task is raised: what the shop changes later holds for later tasks. */
const stepSchema = z.object({
  id: z.string(),
  text: localizedSchema,
  required: z.boolean(),
  doneAt: z.iso.datetime().nullable(),
  doneById: z.string().nullable(),
});
export type Step = z.infer<typeof stepSchema>;

const LONGEST = 50;

/** The checklist as the row keeps it. */
export const stepsOf = (value: unknown): Step[] => z.array(stepSchema).catch([]).parse(value);

/** The steps of a new task. */
export const stepsFor = (rule: TypeRule): Step[] =>
  rule.checklist.map((step) => ({ ...step, doneAt: null, doneById: null }));

/** The steps with one ticked or not. Throws NotFound. */
export function tick(steps: Step[], id: string, done: { at: Date; staffId: string } | null): Step[] {
  if (!steps.some((step) => step.id === id)) throw new NotFound('step', id);
  const mark = { doneAt: done?.at.toISOString() ?? null, doneById: done?.staffId ?? null };
  return steps.map((step) => (step.id === id ? { ...step, ...mark } : step));
}

/** The steps and one more, which this task alone has. Throws InvalidInput where there are too many. */
export function withStep(steps: Step[], text: Localized): Step[] {
  if (steps.length >= LONGEST) throw new InvalidInput([{ path: 'text', message: `At most ${LONGEST} steps.` }]);
  return [...steps, { id: v7(), text, required: false, doneAt: null, doneById: null }];
}

export const progressOf = (steps: Step[]): { done: number; total: number } => ({
  done: steps.filter(({ doneAt }) => doneAt).length,
  total: steps.length,
});

/** What must still be ticked. */
export const missingSteps = (steps: Step[]): Step[] => steps.filter(({ required, doneAt }) => required && !doneAt);

/** Throws InvalidInput for an outcome that the type does not know or that needs a note, Conflict where a required step is not done. */
export function mayEnd(
  rule: { outcomes: OutcomeRule[] },
  steps: Step[],
  by: { outcome: Outcome; note?: string | null },
): void {
  const wanted = rule.outcomes.find(({ outcome }) => outcome === by.outcome);
  if (!wanted) {
    const known = rule.outcomes.map(({ outcome }) => outcome).join(', ');
    throw new InvalidInput([{ path: 'outcome', message: `A task of this type ends with one of: ${known}.` }]);
  }
  if (wanted.note && !by.note?.trim()) throw new InvalidInput([{ path: 'note', message: 'Say what came of it.' }]);
  const missing = wanted.steps ? missingSteps(steps) : [];
  if (missing.length > 0) {
    const names = missing.map(({ text }) => `${text.zh} / ${text.en}`).join('; ');
    throw new Conflict('stepsMissing', `Do and tick this first: ${names}.`);
  }
}
