import { z } from 'zod';
import type { Survey as Row } from '#prisma/client.ts';
import { type Localized, localizedSchema } from '../localized.ts';
import { type Asking, askingOf, askingSchema } from './asking.ts';
import { isActive } from './definition.ts';
import { type Metric, metrics } from './metrics.ts';

/** At which contact with the customer a survey asks. */
export const touchpoints = ['marketing', 'product', 'service'] as const;
export type Touchpoint = (typeof touchpoints)[number];

/** A SurveyJS definition, the metric it measures, and whom it asks when. */
export interface Survey extends Omit<Row, 'title' | 'metric' | 'touchpoint' | 'asking'> {
  title: Localized;
  metric: Metric;
  touchpoint: Touchpoint | null;
  asking: Asking;
}

/** A stored survey. */
export const surveyOf = (row: Row): Survey => ({
  ...row,
  title: row.title as Localized,
  metric: row.metric as Metric,
  touchpoint: row.touchpoint as Touchpoint | null,
  asking: askingOf(row.asking),
});

const name = z
  .string()
  .trim()
  .min(1, 'Say what it is called.')
  .max(80)
  .refine((text) => !isActive(text), 'Only plain words here: no HTML, no script, no such link.');
const title = localizedSchema.extend({ zh: name, en: name });

/** A survey as a manager writes it. The definition is looked at by check.ts. */
export const surveyInputSchema = z.strictObject({
  title,
  metric: z.enum(metrics),
  touchpoint: z.enum(touchpoints).nullable().default(null),
  definition: z.record(z.string(), z.unknown()),
  anonymous: z.boolean().default(false),
  asking: askingSchema.prefault({}),
});
export type SurveyInput = z.infer<typeof surveyInputSchema>;
