import { z } from 'zod';
import { columns, rowOf } from '#crm/reports/surveys/responseTable.ts';
import { dimensions } from '#crm/reports/surveys/ways.ts';
import type { Services } from '#crm/services.ts';
import { raters } from '#crm/surveys/days/count.ts';
import { peopleSchema } from './reportPeople.ts';
import { operation } from './resource.ts';
import { manager } from './roles.ts';
import { id, language, listOf, localized, page, time } from './shapes.ts';
import { scoreSchema } from './surveys.ts';
import { pieces, sendTable } from './tables/sendTable.ts';

const count = z.int();
const interval = z.object({ low: z.number(), high: z.number() }).nullable();
const rate = z.object({ delivered: count, answered: count, rate: z.number().nullable(), interval });
const change = z.object({
  difference: z.number().nullable(),
  interval,
  verdict: z.enum(['real', 'noise', 'tooFew']),
});
/** `unasked`: answers by an open link or from an import. They have no rate; where all are, `rate.rate` is null. */
const figures = { score: scoreSchema, answers: count, rate, unasked: count };

const reportSchema = z.object({
  metric: z.enum(['csat', 'nps', 'ces', 'none']),
  from: z.iso.date(),
  to: z.iso.date(),
  ...figures,
  before: z.object({ from: z.iso.date(), to: z.iso.date(), ...figures }),
  change,
  trend: z.array(z.object({ from: z.iso.date(), score: scoreSchema })),
});
/** A metric of a span with n, response rate, 95 % interval, against the span before. */
export type SurveyReportJson = z.input<typeof reportSchema>;

const rowSchema = z.object({
  value: z.string(),
  name: z.union([localized, z.string()]).nullable(),
  ...figures,
  change,
  rank: count.nullable(),
});
export type BreakdownRowJson = z.input<typeof rowSchema>;

const feeling = z.enum(['negative', 'neutral', 'positive']);
const commentRead = {
  feeling,
  themes: z.array(z.object({ code: z.string(), feeling })),
  /** Themes by a model, or by the words in the comment. */
  readBy: z.enum(['model', 'keywords']),
};

const answerSchema = z.object({
  id,
  surveyId: id,
  survey: localized,
  metric: z.string(),
  anonymous: z.boolean(),
  version: count,
  score: count.nullable(),
  comment: z.string().nullable(),
  read: z.object(commentRead).nullable(),
  answers: z.record(z.string(), z.unknown()),
  who: z.string(),
  staff: z.string().nullable(),
  productId: id.nullable(),
  product: localized.nullable(),
  channel: z.string(),
  way: z.string(),
  tier: z.string(),
  segment: z.string(),
  language: z.string().nullable(),
  customerId: id.nullable(),
  customer: z.string().nullable(),
  conversationId: id.nullable(),
  answeredAt: time,
  changedAt: time.nullable(),
});
/** An answer with what it is told apart by. */
export type SurveyAnswerJson = z.input<typeof answerSchema>;

const commentsSchema = z.object({
  more: z.boolean(),
  n: count,
  readBy: z.object({ model: count, keywords: count }),
  feelings: z.object({ negative: count, neutral: count, positive: count }),
  themes: z.array(z.object({ code: z.string(), name: localized, n: count, negative: count, positive: count })),
  words: z.array(z.object({ word: z.string(), n: count })),
  newest: z.array(
    z.object({
      id,
      comment: z.string(),
      score: count.nullable(),
      ...commentRead,
      anonymous: z.boolean(),
      customerId: id.nullable(),
      conversationId: id.nullable(),
      answeredAt: time,
    }),
  ),
});
/** What was written: feeling, themes, words. */
export type CommentsReportJson = z.input<typeof commentsSchema>;

const dimension = z.enum(dimensions);
/** What the reports on surveys are asked for. */
export const asked = {
  metric: z.enum(['csat', 'nps', 'ces', 'none']).default('csat'),
  surveyId: id.optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  who: z.enum(raters).optional(),
  dimension: dimension.optional(),
  value: z.string().max(200).default(''),
};
const score = z.coerce.number().int().min(0).max(10).optional();
const answersAsked = { ...asked, minScore: score, maxScore: score, commented: z.stringbool().optional() };

/** `newest` are those about a theme, felt so, or with a word. */
const about = {
  theme: z.string().max(40).optional(),
  feeling: z.enum(['negative', 'neutral', 'positive']).optional(),
  word: z.string().max(60).optional(),
};

type Asked = { [Name in keyof typeof asked]?: z.output<(typeof asked)[Name]> } & { value: string };

/** What the query asks for: one of a dimension, and whole days. */
export async function read<T extends Asked>({ surveyReports }: Services, { dimension: of, value, ...rest }: T) {
  return { ...rest, ...(await surveyReports.days(rest)), ...(of && { cut: { dimension: of, value } }) };
}

/** What people answered, for managers: days are the shop's, `to` included. */
export const surveyReportOperations = [
  operation({
    method: 'GET',
    path: '/reports/surveys',
    summary: 'A metric with n, response rate, interval, trend, and against the span before',
    may: manager,
    query: z.object({ ...asked, by: z.enum(['day', 'week', 'month']).default('week') }),
    answer: reportSchema,
    run: async ({ services }, { query: { by, ...query } }) =>
      services.surveyReports.report(await read(services, query), by),
  }),
  operation({
    method: 'GET',
    path: '/reports/surveys/breakdown',
    summary: 'A metric by product, category, channel, touchpoint, team, colleague, tier …',
    may: manager,
    query: z.object({ ...asked, by: dimension }),
    answer: z.object({ items: z.array(rowSchema) }),
    run: async ({ services }, { query: { by, ...query } }) => ({
      items: await services.surveyReports.breakdown(await read(services, query), by),
    }),
  }),
  operation({
    method: 'GET',
    path: '/reports/surveys/answers',
    summary: 'The answers behind a number, newest first',
    may: manager,
    query: z.object({ ...answersAsked, ...page }),
    answer: listOf(answerSchema),
    run: async ({ services }, { query: { limit, cursor, ...query } }) =>
      services.surveyReports.answers(await read(services, query), { limit, cursor }),
  }),
  operation({
    method: 'GET',
    path: '/reports/surveys/people',
    summary: 'Who gave the answers behind a number',
    may: manager,
    query: z.object(answersAsked),
    answer: peopleSchema,
    run: async ({ services }, { query }) => services.surveyReports.people(await read(services, query)),
  }),
  operation({
    method: 'GET',
    path: '/reports/surveys/comments',
    summary: 'Themes, feeling and words of the comments',
    may: manager,
    query: z.object({ ...answersAsked, ...about }),
    answer: commentsSchema,
    run: async ({ services }, { query: { theme, feeling, word, ...query } }) =>
      services.surveyReports.comments(await read(services, query), { theme, feeling, word }),
  }),
  operation({
    method: 'GET',
    path: '/reports/surveys/file',
    summary: 'One row per response, as CSV or XLSX',
    may: manager,
    query: z.object({
      ...answersAsked,
      format: z.enum(['csv', 'xlsx']).default('csv'),
      language: language.default('zh'),
    }),
    streams: true,
    async run({ services }, { query: { format, language: words, ...query }, http: { response } }) {
      const { zone } = await services.shop.profile();
      const whole = await read(services, query);
      const name = `responses-${whole.metric}-${whole.from}-${whole.to}`;
      const rows = pieces(services.surveyReports.each(whole), (answer) => rowOf(answer, zone, words));
      await sendTable(response, format, name, columns, rows);
    },
  }),
];
