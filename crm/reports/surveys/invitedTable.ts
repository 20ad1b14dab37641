import { Temporal } from 'temporal-polyfill';
import { inLanguage } from '../../localized.ts';
import { withheldWords } from '../../surveys/withheldWords.ts';
import type { Invited } from './invitedReports.ts';
import type { Cell } from './responseTable.ts';

/** The columns of an export, one row per invitation; `day` and `time` are of its sending, or of the decision not to ask. */
export const columns = [
  'id',
  'survey',
  'state',
  'reason',
  'why',
  'day',
  'time',
  'way',
  'channel',
  'rated',
  'ratedName',
  'product',
  'customer',
  'conversationId',
  'answeredDay',
  'score',
  'comment',
] as const;

/** An invitation as a row, days and times in the shop's zone. */
export function rowOf(invited: Invited, zone: string, language: 'zh' | 'en'): Cell[] {
  const local = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  const { reason, product, answeredAt } = invited;
  const words =
    reason && Object.hasOwn(withheldWords, reason) ? withheldWords[reason as keyof typeof withheldWords] : null;
  return [
    invited.id,
    inLanguage(invited.survey, language),
    invited.state,
    reason,
    words && inLanguage(words, language),
    local(invited.at).toPlainDate().toString(),
    local(invited.at).toPlainTime().toString({ smallestUnit: 'second' }),
    invited.way,
    invited.channel,
    invited.who,
    invited.staff,
    product && inLanguage(product, language),
    invited.customer,
    invited.conversationId,
    answeredAt && local(answeredAt).toPlainDate().toString(),
    invited.score,
    invited.comment,
  ];
}
