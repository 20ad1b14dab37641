import { z } from 'zod';
import { id } from './shapes.ts';

/** The customers behind a report, the latest thousand of them by id: whom a survey or care may be sent to. */
export const peopleSchema = z.object({
  total: z.int(),
  /** Rows of nobody who could be written to: anonymous answers, customers who were erased. */
  unnamed: z.int(),
  customerIds: z.array(id),
});
export type PeopleJson = z.input<typeof peopleSchema>;
