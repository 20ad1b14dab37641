import { type Asked, wholeOf } from './asked.ts';

export const outcomes = ['delivered', 'answered', 'unanswered', 'withheld'] as const;
export type Outcome = (typeof outcomes)[number];

/** Which invitations are listed: of one survey, or of all that are looked at; `reason`: of those that nobody was asked by. */
export interface ChosenInvited {
  outcome: Outcome;
  reason?: string | undefined;
  surveyId?: string | undefined;
}

/** As the address has it: `asked` answered, withheld or withheld:demo, `of` a survey's id. Undefined: none are. */
export function chosenIn(search: URLSearchParams): ChosenInvited | undefined {
  const [named, reason] = (search.get('asked') ?? '').split(':');
  const outcome = outcomes.find((each) => each === named);
  if (!outcome) return undefined;
  const of = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.exec(search.get('of') ?? '')?.[0];
  return { outcome, reason: outcome === 'withheld' && reason ? reason : undefined, surveyId: of };
}

/** The values of the address for it. */
export const addressOfChosen = (chosen?: ChosenInvited): { asked: string | undefined; of: string | undefined } => ({
  asked: chosen && [chosen.outcome, chosen.reason].filter(Boolean).join(':'),
  of: chosen?.surveyId,
});

/** What the API is asked for. */
export const invitedQuery = (asked: Asked, { surveyId, ...chosen }: ChosenInvited): Asked & { outcome: Outcome } => ({
  ...wholeOf(asked),
  ...chosen,
  surveyId: surveyId ?? asked.surveyId,
});
