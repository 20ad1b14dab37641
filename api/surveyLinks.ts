import { z } from 'zod';
import { wantsLargeType } from '#crm/preferences/needs.ts';
import { operation } from './resource.ts';
import { anybody, manager, person, staff } from './roles.ts';
import { byId, id, language, localized, time } from './shapes.ts';

const linkSchema = z.object({
  id,
  name: z.string(),
  token: z.string(),
  single: z.boolean(),
  expiresAt: time.nullable(),
  usedAt: time.nullable(),
  closedAt: time.nullable(),
  createdAt: time,
  answers: z.int(),
});
/** A link to a survey that is no one customer's. Its address is /s/ and the token. */
export type SurveyLinkJson = z.input<typeof linkSchema>;

const answersShape = z.record(z.string().max(60), z.unknown());
const viewSchema = z.object({
  state: z.enum(['open', 'answered', 'used', 'expired', 'closed']),
  survey: z.object({ title: localized, metric: z.string(), anonymous: z.boolean() }),
  shop: localized,
  definition: z.unknown(),
  answers: answersShape.nullable(),
  editableUntil: time.nullable(),
  known: z.boolean(),
  /** Whether the customer needs large type, and agreed to have that noted. */
  largeType: z.boolean(),
});
/** What a link shows. */
export type SurveyFormJson = z.input<typeof viewSchema>;

const byToken = z.object({ token: z.string().max(100) });

/** Surveys by link: for whoever has it, and for managers who make them. */
export const surveyLinkOperations = [
  operation({
    method: 'GET',
    path: '/survey-links/:token',
    summary: 'The form of a link, or why it takes no answer; looking changes nothing',
    may: anybody,
    params: byToken,
    answer: viewSchema,
    async run({ services }, { params, http }) {
      http.response.header('Cache-Control', 'no-store');
      const view = await services.surveyLinks.look(params.token);
      const needs = view.customerId ? await services.preferences.needsOf(view.customerId) : [];
      return { ...view, shop: (await services.shop.profile()).name, largeType: wantsLargeType(needs) };
    },
  }),
  operation({
    method: 'POST',
    path: '/survey-links/:token/opened',
    summary: 'Somebody has the form before them',
    may: anybody,
    params: byToken,
    run: ({ services }, { params }) => services.surveyLinks.opened(params.token),
  }),
  operation({
    method: 'POST',
    path: '/survey-links/:token/answers',
    summary: 'Answer; the page’s own id makes that it counts once, `change` means an earlier answer',
    may: anybody,
    params: byToken,
    body: z.strictObject({ id: z.uuidv4(), answers: answersShape, language, change: z.boolean().default(false) }),
    answer: z.object({ followUp: z.boolean() }),
    run: ({ services }, { params, body }) => services.surveyLinks.answer(params.token, body),
  }),
  operation({
    method: 'POST',
    path: '/survey-links/:token/refusal',
    summary: 'The customer would rather not answer',
    may: anybody,
    params: byToken,
    run: ({ services }, { params }) => services.surveyLinks.refuse(params.token),
  }),
  operation({
    method: 'GET',
    path: '/surveys/:id/links',
    summary: 'Links of a survey, newest first',
    may: staff,
    params: byId,
    answer: z.object({ items: z.array(linkSchema) }),
    run: async ({ services }, { params }) => ({ items: await services.surveyLinks.list(params.id) }),
  }),
  operation({
    method: 'POST',
    path: '/surveys/:id/links',
    summary: 'Make a link: open to all who see it, or good for one answer',
    may: manager,
    params: byId,
    body: z.strictObject({
      name: z.string().trim().min(1, 'Say where it will be.').max(80),
      single: z.boolean().default(false),
      expiresAt: time.nullable().default(null),
    }),
    answer: linkSchema,
    status: 201,
    async run({ services }, { params, body, caller }) {
      return { ...(await services.surveyLinks.make(params.id, body, person(caller).id)), answers: 0 };
    },
  }),
  operation({
    method: 'DELETE',
    path: '/surveys/:id/links/:linkId',
    summary: 'Close a link: it takes no more answers, those it has are kept',
    may: manager,
    params: z.object({ id, linkId: id }),
    run: ({ services }, { params, caller }) => services.surveyLinks.close(params.id, params.linkId, person(caller).id),
  }),
];
