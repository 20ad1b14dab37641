import { Temporal } from 'temporal-polyfill';
import { type Client, Prisma } from '#prisma/client.ts';
import type { Position } from '../../page.ts';
import { PLACES } from '../../surveys/days/count.ts';
import type { SurveyDays } from '../../surveys/days/surveyDays.ts';
import { type DayCount, newestOfDays } from '../newestOfDays.ts';
import type { Looked } from './answers.ts';
import { type AnswersAsked, answersOf, countedOf, type OnDays } from './asked.ts';

/** Where answers are read and where they are counted. */
export interface AnswerSources {
  client: Client;
  counts: SurveyDays;
}

interface SurveyDayCount extends DayCount {
  surveyId: string;
}

/** Of answers with words nobody counts how many there are: so many times as many answers are looked at first. */
const WITH_WORDS = 4;

/**
 * The newest answers that are asked for, at most `rows` of them, after a position. The counts by day tell on which days they were given, so that
 * only those days are read, however rare they are among a million.
 */
export async function newestAnswers<T>(
  { client, counts }: AnswerSources,
  { asked, ids, zone }: Looked,
  wanted: { rows: number; after: Position | null; statement: (of: Prisma.Sql) => Prisma.Sql },
): Promise<T[]> {
  const { rows, after, statement } = wanted;
  const until = after ? lastDay(asked, after, zone) : asked;
  const days = await daysWith(counts, until, ids);
  const atOnce = asked.commented ? rows * WITH_WORDS : rows;
  return newestOfDays(days, { rows, atOnce }, (some, limit) => {
    const of = Prisma.sql`${answersOf(until, ids, zone, onDays(some))}
      ${after ? Prisma.sql`AND (r."answeredAt", r.id) < (${after.at}, ${after.id}::uuid)` : Prisma.empty}
      ORDER BY r."answeredAt" DESC, r.id DESC LIMIT ${limit}`;
    return client.$queryRaw<T[]>(statement(of));
  });
}

/** What is asked for, as far as a page that begins after a position goes. */
function lastDay(asked: AnswersAsked, { at }: Position, zone: string): AnswersAsked {
  const day = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
  return day < asked.to ? { ...asked, to: day } : asked;
}

/** How many answers of those asked for each day of a survey holds; with words or without. */
async function daysWith(counts: SurveyDays, asked: AnswersAsked, ids: readonly string[]): Promise<SurveyDayCount[]> {
  const { minScore = 0, maxScore = PLACES - 2 } = asked;
  const isBounded = asked.minScore !== undefined || asked.maxScore !== undefined;
  const cells = await counts.read({ ...countedOf(asked, ids), group: Prisma.sql`s.day || ' ' || s."surveyId"` });
  return cells.map(({ group, scores }) => {
    const [day, surveyId] = group.split(' ') as [string, string];
    const some = isBounded ? scores.slice(Math.max(0, minScore), maxScore + 1) : scores;
    return { day, surveyId, n: some.reduce((sum, count) => sum + count, 0) };
  });
}

const onDays = (days: readonly SurveyDayCount[]): OnDays => ({
  surveyIds: days.map(({ surveyId }) => surveyId),
  days: days.map(({ day }) => day),
});
