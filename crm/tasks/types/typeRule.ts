import { z } from 'zod';
import { localizedSchema } from '../../localized.ts';
import { outcomes } from '../outcomes.ts';

const text = z.string().trim().min(1, 'Write it in both languages.').max(200);

/** One thing to do; `required`: it must be ticked before the task can end well. */
const stepRule = z.strictObject({
  id: z.string().regex(/^[\w-]{1,40}$/),
  text: z.strictObject({ zh: text, en: text }),
  required: z.boolean(),
});

/** What may come of it; `note`: say how. `steps`: only once the required steps are ticked. */
const outcomeRule = z.strictObject({ outcome: z.enum(outcomes), note: z.boolean(), steps: z.boolean() });

const once = (keys: string[]): boolean => new Set(keys).size === keys.length;

/** What a type of task asks for: its checklist, and with which outcomes it may end. */
export const typeRuleSchema = z.strictObject({
  checklist: z
    .array(stepRule)
    .max(30)
    .refine((steps) => once(steps.map(({ id }) => id)), 'Two steps have the same id.'),
  outcomes: z
    .array(outcomeRule)
    .min(1, 'Leave at least one outcome.')
    .refine((rules) => once(rules.map(({ outcome }) => outcome)), 'An outcome is there twice.'),
});
export type TypeRule = z.infer<typeof typeRuleSchema>;
export type OutcomeRule = TypeRule['outcomes'][number];

/** A type as a shop keeps it. `name` is null for the standard ones: the pages have their names. `active`: new tasks may have it. */
export const keptTypeSchema = typeRuleSchema.extend({
  name: localizedSchema.nullable().default(null),
  active: z.boolean().default(true),
});
export type KeptType = z.infer<typeof keptTypeSchema>;
