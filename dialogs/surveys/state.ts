import { z } from 'zod';

/** What is kept of a survey between two messages. */
export const stateShape = z.object({
  invitationId: z.string(),
  surveyId: z.string(),
  version: z.number().int(),
  /** By name of the question, as they are stored. */
  answers: z.record(z.string(), z.unknown()),
  /** Places of questions that were passed over. */
  passed: z.array(z.string()),
  /** The open question, and its kind. */
  place: z.string(),
  kind: z.enum(['scale', 'one', 'many', 'yesNo', 'number', 'text']),
  /** What was chosen so far of several. */
  chosen: z.array(z.union([z.string(), z.number()])),
  /** Whether the open question was asked a second time. */
  again: z.boolean(),
  /** Whether it was taken up again after other talk: once is enough. */
  resumed: z.boolean(),
  /** Whether one answer alone is changed. */
  only: z.boolean(),
  /** Whether we began of our own accord: a channel that counts messages sends answers first. */
  own: z.boolean(),
});
export type State = z.infer<typeof stateShape>;
