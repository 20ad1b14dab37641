import { type CareManners, endOfQuiet, isControl, type Standing } from '../care/verdict.ts';
import { isService, type SurveyManners } from './asking.ts';
import type { SurveyStanding } from './standing.ts';
import type { Survey } from './survey.ts';

/**
 * Why somebody is not asked, or not now. erased: the customer had everything deleted. merged: the same person was asked by another record.
 * noHelp, thumbsDown, unanswered, otherSurvey: what is true of the talk. Words for people: web/desk/i18n/surveys.ts.
 */
export const withheldReasons = [
  'stopped',
  'notSampled',
  'demo',
  'erased',
  'merged',
  'noConsent',
  'withdrawn',
  'complaint',
  'refused',
  'cooldown',
  'metricCooldown',
  'unreachable',
  'withPerson',
  'talking',
  'tooLate',
  'quietHours',
  'noHelp',
  'thumbsDown',
  'unanswered',
  'otherSurvey',
  'notReached',
  'alreadyToday',
  'gone',
] as const;
export type Withheld = (typeof withheldReasons)[number];

/** What is true of a talk only as it stands: when it goes on the same day, it is decided anew. */
export const ofTalk: readonly Withheld[] = ['noHelp', 'thumbsDown', 'unanswered', 'withPerson', 'otherSurvey'];

/** ask, by that way; later: look again then; never: withheld, with the reason. */
export type SurveyVerdict =
  | { do: 'ask'; way: 'chat' | 'mail' }
  | { do: 'later'; reason: Withheld; until: Date }
  | { do: 'never'; reason: Withheld };

/** What is known of a customer when it is decided whether to ask. */
export type KnownOf = Omit<Standing, 'lastAt'> & SurveyStanding;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Whether something forbids to ask at the end of a talk that the customer has just had. What waiting cannot change, or could: all of it is no. */
export function withheldHere(
  standing: KnownOf,
  { survey, cause }: { survey: Survey; cause: string },
  manners: SurveyManners,
  now: Date,
): Withheld | null {
  if (!isDrawn(survey.id, cause, survey.asking.samplePercent)) return 'notSampled';
  return forbidden(standing, survey, manners, now) ?? cooling(standing, survey, manners, now)?.reason ?? null;
}

/** The talk that a survey is about, where its occasion is the end of one. */
export interface Talk {
  conversationId: string | null;
  lastActivityAt: Date;
}
/** So long after a talk it is still asked about; a night may lie between. */
const TALK_HOURS = 20;

/** Whether a survey may be sent to a customer now, and how. `again`: a reminder, or the second question after a call. What cannot change by waiting comes first. */
export function surveyVerdict(
  standing: KnownOf,
  { survey, again, talk }: { survey: Survey; again: boolean; talk?: Talk | undefined },
  manners: SurveyManners,
  { now, zone, quiet }: { now: Date; zone: string; quiet: Pick<CareManners, 'quietFrom' | 'quietTo'> },
): SurveyVerdict {
  const never = (reason: Withheld): SurveyVerdict => ({ do: 'never', reason });
  const later = (reason: Withheld, until: Date): SurveyVerdict => ({ do: 'later', reason, until });
  if (!survey.active) return never('stopped');
  if (standing.demo) return never('demo');
  const no = forbidden(standing, survey, manners, now);
  if (no) return never(no);
  if (talk && now.getTime() > talk.lastActivityAt.getTime() + TALK_HOURS * HOUR) return never('tooLate');
  const way = standing.channel === 'mail' ? 'mail' : 'chat';
  if (!standing.channel || !standing.reachable || !survey.asking.ways.includes(way)) return never('unreachable');
  // A talk is asked about where it was, or not at all.
  if (talk && talk.conversationId !== standing.conversationId) return never('unreachable');
  // What belongs to an earlier question waits for nothing but a decent hour.
  const wait = again ? null : cooling(standing, survey, manners, now);
  if (wait && talk) return never(wait.reason);
  if (wait) return later(wait.reason, wait.until);
  const morning = endOfQuiet(now, standing.zone ?? zone, quiet);
  if (morning) return later('quietHours', morning);
  if (standing.holder !== 'bot') return later('withPerson', new Date(now.getTime() + 2 * HOUR));
  const over = talk && talk.lastActivityAt.getTime() + survey.asking.quietMinutes * 60_000;
  if (over && over > now.getTime()) return later('talking', new Date(over));
  return { do: 'ask', way };
}

function forbidden(standing: KnownOf, survey: Survey, manners: SurveyManners, now: Date): Withheld | null {
  if (standing.granted === false) return 'withdrawn';
  if (standing.granted === null && !isService(survey.asking.trigger)) return 'noConsent';
  if (standing.complaining) return 'complaint';
  const { refusedAt } = standing;
  if (refusedAt && now.getTime() < refusedAt.getTime() + manners.refusedDays * DAY) return 'refused';
  return null;
}

function cooling(
  { askedAt, metricAt }: KnownOf,
  { metric }: Survey,
  manners: SurveyManners,
  now: Date,
): { reason: Withheld; until: Date } | null {
  const free = (at: Date | null, days: number) => at && new Date(at.getTime() + days * DAY);
  const any = free(askedAt, manners.anyDays);
  if (any && any > now) return { reason: 'cooldown', until: any };
  if (metric === 'none') return null;
  const same = free(metricAt[metric], manners[`${metric}Days`]);
  return same && same > now ? { reason: 'metricCooldown', until: same } : null;
}

/** Whether an occasion belongs to the share that is asked about: evenly drawn, and always the same. */
export const isDrawn = (surveyId: string, cause: string, percent: number): boolean =>
  percent >= 100 || isControl(surveyId, cause, percent);
