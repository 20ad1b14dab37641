import { Temporal } from 'temporal-polyfill';
import { Prisma } from '#prisma/client.ts';
import { answerJoins, facts, type Rater, startOf } from '../../surveys/days/count.ts';
import type { DaysAsked } from '../../surveys/days/surveyDays.ts';
import type { Metric } from '../../surveys/metrics.ts';
import { type Dimension, ways } from './ways.ts';

/** What a report looks at. Days are the shop's, `to` included (2026-07-31). One survey, or all of a metric: scales are never pooled. */
export interface SurveysAsked {
  metric: Metric;
  surveyId?: string | undefined;
  from: string;
  to: string;
  who?: Rater | undefined;
  /** One of a dimension: a product's id, a channel …; empty: where it is not known. */
  cut?: { dimension: Dimension; value: string } | undefined;
}

/** Of all that is looked at, some answers. */
export interface AnswersAsked extends SurveysAsked {
  minScore?: number | undefined;
  maxScore?: number | undefined;
  /** Only those with words. */
  commented?: boolean | undefined;
}

/** The days before, as many. */
export function daysBefore({ from, to }: { from: string; to: string }): { from: string; to: string } {
  const first = Temporal.PlainDate.from(from);
  const days = first.until(Temporal.PlainDate.from(to)).days + 1;
  return { from: first.subtract({ days }).toString(), to: first.subtract({ days: 1 }).toString() };
}

/** How the counts by day are asked for the same answers (see SurveyDays.read); `group` is the caller's. */
export function countedOf(
  { from, to, who, cut }: SurveysAsked,
  surveyIds: readonly string[],
): Omit<DaysAsked, 'group'> {
  if (!cut) return { surveyIds, from, to, who, dimension: 'all' };
  const { counted: dimension, group, joins, where = Prisma.sql`true` } = ways[cut.dimension];
  const only = Prisma.sql`${where} AND coalesce((${group})::text, '') = ${cut.value}`;
  return { surveyIds, from, to, who, dimension, where: only, ...(joins && { joins }) };
}

/** Days of surveys, a pair at each place: of them alone the answers are read. */
export interface OnDays {
  surveyIds: string[];
  days: string[];
}

const answersOn = ({ surveyIds, days }: OnDays, zone: string): Prisma.Sql => Prisma.sql`
  FROM unnest(${surveyIds}::uuid[], ${days}::date[]) d("surveyId", day) CROSS JOIN LATERAL (SELECT * FROM "Response" n
        WHERE n."surveyId" = d."surveyId" AND n."answeredAt" >= ${startOf(Prisma.sql`d.day`, zone)}
          AND n."answeredAt" < ${startOf(Prisma.sql`d.day + 1`, zone)} OFFSET 0) r ${answerJoins}`;

/** The tables and conditions of the answers that are asked for: r, with i, c, u and the survey v. */
export function answersOf(asked: AnswersAsked, surveyIds: readonly string[], zone: string, days?: OnDays): Prisma.Sql {
  const { from, to, who, cut, minScore, maxScore, commented } = asked;
  const way = cut && ways[cut.dimension];
  const when = (test: unknown, sql: Prisma.Sql): Prisma.Sql => (test ? Prisma.sql`AND ${sql}` : Prisma.empty);
  return Prisma.sql`
    ${days ? answersOn(days, zone) : Prisma.sql`FROM "Response" r ${answerJoins}`} JOIN "Survey" v ON v.id = r."surveyId" ${way?.answerJoins ?? Prisma.empty}
   WHERE r."surveyId" = ANY(${[...surveyIds]}::uuid[]) AND r."answeredAt" >= ${startOf(Prisma.sql`${from}::date`, zone)}
     AND r."answeredAt" < ${startOf(Prisma.sql`${to}::date + 1`, zone)}
     ${when(who, Prisma.sql`${facts.who} = ${who}`)}
     ${way ? Prisma.sql`AND ${way.answer} = ${cut.value}` : Prisma.empty}
     ${when(minScore !== undefined, Prisma.sql`r.score >= ${minScore}`)}
     ${when(maxScore !== undefined, Prisma.sql`r.score <= ${maxScore}`)}
     ${when(commented, Prisma.sql`r.comment IS NOT NULL`)}`;
}
