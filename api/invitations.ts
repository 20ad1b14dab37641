import { z } from 'zod';
import { withheldReasons } from '#crm/surveys/verdict.ts';
import { chosenBy, chosenSchema } from './chosen.ts';
import { operation } from './resource.ts';
import { manager, person, staff } from './roles.ts';
import { byId, id, listOf, maybeNamed, page, time } from './shapes.ts';

const states = ['planned', 'withheld', 'sent', 'delivered', 'opened', 'dismissed', 'expired', 'answered'] as const;
/** Why somebody is not asked; the names stay, new ones may come. */
export type WithheldReason = (typeof withheldReasons)[number];
export const reasonSchema = z.string().describe(`Why somebody is not asked, or not now: ${withheldReasons.join(', ')}`);

const invitationSchema = z.object({
  id,
  surveyId: id,
  customer: maybeNamed.nullable().describe('Null: nobody any more, or somebody who had everything erased'),
  conversationId: id.nullable(),
  state: z.enum(states),
  reason: reasonSchema.nullable(),
  cause: z.string().nullable(),
  way: z.string().nullable(),
  channel: z.string().nullable(),
  rated: z.string().describe('bot, shop, otherDesk or the id of a colleague: whoever it was when it was sent'),
  ratedTeamId: id.nullable(),
  dueAt: time.nullable(),
  decidedAt: time.nullable(),
  sentAt: time.nullable(),
  deliveredAt: time.nullable(),
  openedAt: time.nullable(),
  answeredAt: time.nullable(),
  remindedAt: time.nullable(),
  expiresAt: time.nullable(),
  response: z.object({ id, score: z.int().nullable() }).nullable(),
});
/** Who was asked what, or not and why. */
export type InvitationJson = z.input<typeof invitationSchema>;

const verdict = z.enum(['ask', 'later', 'never']);
const reason = reasonSchema.nullable();
const previewSchema = z.object({
  total: z.int(),
  counts: z.array(z.object({ verdict, reason, customers: z.int() })),
  /** The first hundred. */
  items: z.array(
    z.object({ customerId: id, name: z.string().nullable(), verdict, way: z.string().nullable(), reason }),
  ),
});
export type SurveyPreviewJson = z.input<typeof previewSchema>;

const filter = { ...page, state: z.enum(states).optional() };

/** Invitations of surveys: also those that were withheld, with their reason. */
export const invitationOperations = [
  operation({
    method: 'GET',
    path: '/surveys/:id/invitations',
    summary: 'Whom a survey asked, what became of it, and whom it did not ask and why; newest first',
    may: staff,
    params: byId,
    query: z.object(filter),
    answer: listOf(invitationSchema),
    async run({ services }, { params, query }) {
      await services.surveys.get(params.id);
      return services.invitations.list({ surveyId: params.id, ...query });
    },
  }),
  operation({
    method: 'GET',
    path: '/customers/:id/invitations',
    summary: 'What a customer was asked, or not and why; newest first',
    may: staff,
    params: byId,
    query: z.object(filter),
    answer: listOf(invitationSchema),
    async run({ services }, { params, query }) {
      await services.customers.get(params.id);
      return services.invitations.list({ customerId: params.id, ...query });
    },
  }),
  operation({
    method: 'POST',
    path: '/surveys/:id/chosen',
    summary: 'Who of the customers whom you choose would be asked now, who not and why; nothing is sent',
    may: manager,
    params: byId,
    body: chosenSchema,
    answer: previewSchema,
    run: async ({ services }, { params, body, caller }) =>
      services.surveysByHand.preview(params.id, await chosenBy(body, person(caller), services)),
  }),
  operation({
    method: 'POST',
    path: '/surveys/:id/send',
    summary: 'Ask customers whom you choose; consent, quiet hours, cooldown and the rest are kept',
    may: manager,
    params: byId,
    body: chosenSchema,
    answer: z.object({ planned: z.int() }),
    run: async ({ services }, { params, body, caller }) => {
      const me = person(caller);
      const chosen = await chosenBy(body, me, services);
      return { planned: await services.surveysByHand.send(params.id, chosen, me.id) };
    },
  }),
];
