import { z } from 'zod';
import { operation } from './resource.ts';
import { staff } from './roles.ts';
import { byId, id, listOf, localized, page, pageQuery, span, time } from './shapes.ts';

const surveySchema = z.object({
  id,
  key: z.string(),
  title: localized,
  metric: z.string(),
  definition: z.unknown(),
  active: z.boolean(),
  createdAt: time,
});
/** A SurveyJS definition with the metric it measures. */
export type SurveyJson = z.input<typeof surveySchema>;

const responseSchema = z.object({
  id,
  surveyId: id,
  score: z.int().nullable(),
  comment: z.string().nullable(),
  customerId: id.nullable(),
  conversationId: id.nullable(),
  productId: id.nullable(),
  answeredAt: time,
});
export type ResponseJson = z.input<typeof responseSchema>;

const count = z.int();
const resultsSchema = z.object({
  survey: surveySchema,
  invited: count,
  dismissed: count,
  answered: count,
  distribution: z.array(z.object({ score: z.int(), count })),
});
export type SurveyResultsJson = z.input<typeof resultsSchema>;

/** Surveys and what people answered. */
export const surveyOperations = [
  operation({
    method: 'GET',
    path: '/surveys',
    summary: 'Surveys, newest first',
    may: staff,
    query: pageQuery,
    answer: listOf(surveySchema),
    run: ({ services }, { query }) => services.surveys.list(query),
  }),
  operation({
    method: 'GET',
    path: '/surveys/:id/results',
    summary: 'How many were asked and answered, and what they said',
    may: staff,
    params: byId,
    query: z.object(span),
    answer: resultsSchema,
    run: ({ services }, { params, query }) => services.surveys.results(params.id, query),
  }),
  operation({
    method: 'GET',
    path: '/surveys/:id/responses',
    summary: 'Answers, newest first',
    may: staff,
    params: byId,
    query: z.object({ ...page, maxScore: z.coerce.number().int().min(1).max(10).optional() }),
    answer: listOf(responseSchema),
    run: ({ services }, { params, query }) => services.surveys.responses(params.id, query),
  }),
];
