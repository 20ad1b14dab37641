import { Temporal } from 'temporal-polyfill';
import { inLanguage } from '../../localized.ts';
import type { Answer } from './answers.ts';

export type Cell = string | number | null;

/** The columns of an export, one row per response; answers to further questions are JSON, what the comment is about as theme:feeling. */
export const columns = [
  'id',
  'survey',
  'metric',
  'version',
  'day',
  'time',
  'score',
  'comment',
  'rated',
  'ratedName',
  'product',
  'channel',
  'way',
  'tier',
  'segment',
  'language',
  'customer',
  'conversationId',
  'changedAt',
  'answers',
  'feeling',
  'themes',
  'readBy',
  'invited',
] as const;

/** A response as a row, days and times in the shop's zone; of anonymous surveys only the day, and nobody. */
export function rowOf(answer: Answer, zone: string, language: 'zh' | 'en'): Cell[] {
  const local = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  const at = local(answer.answeredAt);
  const clock = (time: Temporal.ZonedDateTime) => time.toPlainTime().toString({ smallestUnit: 'second' });
  const { anonymous: hidden, changedAt } = answer;
  const changed = changedAt && !hidden ? `${local(changedAt).toPlainDate()} ${clock(local(changedAt))}` : null;
  return [
    answer.id,
    inLanguage(answer.survey, language),
    answer.metric,
    answer.version,
    at.toPlainDate().toString(),
    hidden ? null : clock(at),
    answer.score,
    answer.comment,
    answer.who,
    answer.staff,
    answer.product && inLanguage(answer.product, language),
    answer.channel || null,
    answer.way || null,
    answer.tier || null,
    answer.segment || null,
    answer.language,
    hidden ? null : answer.customer,
    hidden ? null : answer.conversationId,
    changed,
    JSON.stringify(answer.answers),
    answer.read?.feeling ?? null,
    answer.read?.themes.map((about) => `${about.code}:${about.feeling}`).join(' ') || null,
    answer.read?.readBy ?? null,
    invitedOf(answer, language),
  ];
}

/** Whether an invitation had asked for it, and so whether it is part of a response rate. */
function invitedOf({ who, way }: Answer, language: 'zh' | 'en'): string {
  if (who !== 'none') return inLanguage({ zh: '是', en: 'yes' }, language);
  if (way === 'import') return inLanguage({ zh: '没有回复率：导入', en: 'no rate: imported' }, language);
  return inLanguage({ zh: '没有回复率：公开链接', en: 'no rate: open link' }, language);
}

/** A spreadsheet must not take what customers wrote for a formula. */
export const harmless = (text: string): string => (/^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text);
