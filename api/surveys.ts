import { z } from 'zod';
import { surveyMannersSchema, triggers } from '#crm/surveys/asking.ts';
import { metrics } from '#crm/surveys/metrics.ts';
import { surveyInputSchema, touchpoints } from '#crm/surveys/survey.ts';
import { reasonSchema } from './invitations.ts';
import { operation } from './resource.ts';
import { manager, person, staff } from './roles.ts';
import { byId, id, listOf, localized, page, pageQuery, span, time } from './shapes.ts';

const metric = z.enum(metrics);
const askingSchema = z.object({
  trigger: z.enum(triggers),
  days: z.int(),
  quietMinutes: z.int(),
  taskTypes: z.array(z.string()),
  categoryKey: z.string().nullable(),
  date: z.string().nullable(),
  everyMonths: z.int(),
  segment: z.object({
    tiers: z.array(z.string()),
    boughtWithinDays: z.int().nullable(),
    silentForDays: z.int().nullable(),
  }),
  samplePercent: z.int(),
  ways: z.array(z.enum(['chat', 'mail'])),
  expireDays: z.int(),
  editHours: z.int(),
  reminderDays: z.int(),
});

const surveySchema = z.object({
  id,
  key: z.string(),
  title: localized,
  metric,
  touchpoint: z.enum(touchpoints).nullable(),
  version: z.int(),
  definition: z.unknown(),
  active: z.boolean(),
  anonymous: z.boolean(),
  asking: askingSchema,
  createdAt: time,
});
/** A SurveyJS definition with the metric it measures, and whom it asks when. */
export type SurveyJson = z.input<typeof surveySchema>;

const problemSchema = z.object({ path: z.string(), code: z.string(), message: localized, blocks: z.boolean() });
/** What is wrong with a definition; `blocks`: it cannot be saved, else only not started. */
export type SurveyProblemJson = z.input<typeof problemSchema>;

const versionSchema = z.object({
  version: z.int(),
  definition: z.unknown(),
  savedBy: z.string().nullable(),
  createdAt: time,
  answers: z.int(),
});
export type SurveyVersionJson = z.input<typeof versionSchema>;

const responseSchema = z.object({
  id,
  surveyId: id,
  version: z.int(),
  score: z.int().nullable(),
  comment: z.string().nullable(),
  answers: z.record(z.string(), z.unknown()),
  way: z.string().nullable(),
  customerId: id.nullable(),
  conversationId: id.nullable(),
  productId: id.nullable(),
  answeredAt: time,
  changedAt: time.nullable(),
});
export type ResponseJson = z.input<typeof responseSchema>;

const count = z.int();
const interval = z.object({ low: z.number(), high: z.number() }).nullable();
/** A metric of n answers; crm/surveys/metrics.ts says what each figure is. */
export const scoreSchema = z.object({
  metric,
  n: count,
  trust: z.enum(['none', 'tooFew', 'few', 'enough']),
  value: z.number().nullable(),
  interval,
  standardError: z.number().nullable(),
  mean: z.number().nullable(),
  share: z.number().nullable(),
  shareInterval: interval,
  groups: z.object({ promoters: count, passives: count, detractors: count }).nullable(),
  distribution: z.array(z.object({ score: z.int(), count })),
});
export type ScoreJson = z.input<typeof scoreSchema>;

const resultsSchema = z.object({
  survey: surveySchema,
  asked: z.object({
    sent: count,
    delivered: count,
    opened: count,
    dismissed: count,
    expired: count,
    answered: count,
  }),
  withheld: z.array(z.object({ reason: reasonSchema, count })),
  planned: count,
  rate: z.object({ delivered: count, answered: count, rate: z.number().nullable(), interval }),
  answers: count,
  /** By an open link or from an import: they have no rate. */
  unasked: count,
  score: scoreSchema,
  /** First and second score of customers who were called after a low one. */
  second: z.array(
    z.object({
      responseId: id,
      customerId: id.nullable(),
      first: z.int(),
      second: z.int(),
      outcome: z.string().nullable(),
      at: time,
    }),
  ),
  /** Further questions that offer choices, of the newest 5000 answers; `current`: it can still be chosen. */
  chosen: z.array(
    z.object({
      name: z.string(),
      row: localized.nullable(),
      title: localized,
      n: count,
      choices: z.array(z.object({ value: z.string(), text: localized, count, current: z.boolean() })),
    }),
  ),
});
export type SurveyResultsJson = z.input<typeof resultsSchema>;

const score = z.coerce.number().int().min(0).max(10);

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
    method: 'POST',
    path: '/surveys',
    summary: 'Make a survey; it asks nobody until it is started',
    may: manager,
    body: surveyInputSchema,
    answer: surveySchema,
    status: 201,
    run: ({ services }, { body, caller }) => services.surveys.save(body, person(caller).id),
  }),
  operation({
    method: 'POST',
    path: '/surveys/check',
    summary: 'What is wrong with a definition; nothing is stored',
    may: manager,
    body: z.strictObject({ definition: z.unknown(), metric }),
    answer: z.object({ problems: z.array(problemSchema) }),
    run: async ({ services }, { body }) => ({ problems: await services.surveys.check(body.definition, body.metric) }),
  }),
  operation({
    method: 'GET',
    path: '/surveys/manners',
    summary: 'How often at most one person is asked, over all surveys, in days',
    may: staff,
    answer: surveyMannersSchema,
    run: ({ services }) => services.surveys.manners(),
  }),
  operation({
    method: 'PUT',
    path: '/surveys/manners',
    summary: 'Set how often at most one person is asked',
    may: manager,
    body: surveyMannersSchema,
    answer: surveyMannersSchema,
    run: ({ services }, { body, caller }) => services.surveys.setManners(body, person(caller).id),
  }),
  operation({
    method: 'GET',
    path: '/surveys/:id',
    summary: 'One survey',
    may: staff,
    params: byId,
    answer: surveySchema,
    run: ({ services }, { params }) => services.surveys.get(params.id),
  }),
  operation({
    method: 'PUT',
    path: '/surveys/:id',
    summary: 'Change a survey; another definition is a new version, answers keep theirs',
    may: manager,
    params: byId,
    body: surveyInputSchema,
    answer: surveySchema,
    run: ({ services }, { params, body, caller }) => services.surveys.save(body, person(caller).id, params.id),
  }),
  operation({
    method: 'DELETE',
    path: '/surveys/:id',
    summary: 'Remove a survey that nobody was asked',
    may: manager,
    params: byId,
    run: ({ services }, { params, caller }) => services.surveys.remove(params.id, person(caller).id),
  }),
  operation({
    method: 'POST',
    path: '/surveys/:id/start',
    summary: 'From now on it asks',
    may: manager,
    params: byId,
    answer: surveySchema,
    run: ({ services }, { params, caller }) => services.surveys.start(params.id, person(caller).id),
  }),
  operation({
    method: 'POST',
    path: '/surveys/:id/stop',
    summary: 'From now on it asks nobody',
    may: manager,
    params: byId,
    answer: surveySchema,
    run: ({ services }, { params, caller }) => services.surveys.stop(params.id, person(caller).id),
  }),
  operation({
    method: 'GET',
    path: '/surveys/:id/versions',
    summary: 'What it asked in each version, newest first',
    may: staff,
    params: byId,
    answer: z.object({ items: z.array(versionSchema) }),
    run: async ({ services }, { params }) => ({ items: await services.surveys.versions(params.id) }),
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
    query: z.object({ ...page, ...span, minScore: score.optional(), maxScore: score.optional() }),
    answer: listOf(responseSchema),
    async run({ services }, { params, query }) {
      await services.surveys.get(params.id);
      const found = await services.responses.list(params.id, query);
      return {
        ...found,
        items: found.items.map((row) => ({ ...row, answers: row.answers as Record<string, unknown> })),
      };
    },
  }),
];
