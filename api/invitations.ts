import { z } from 'zod';
import { operation } from './resource.ts';
import { manager, person, staff } from './roles.ts';
import { byId, id, listOf, maybeNamed, page, time } from './shapes.ts';

const states = ['planned', 'withheld', 'sent', 'delivered', 'opened', 'dismissed', 'expired', 'answered'] as const;
const invitationSchema = z.object({
  id,
  surveyId: id,
  customer: maybeNamed.nullable(),
  conversationId: id.nullable(),
  state: z.enum(states),
  reason: z.string().nullable(),
  cause: z.string().nullable(),
  way: z.string().nullable(),
  channel: z.string().nullable(),
  rated: z.string(),
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
    path: '/surveys/:id/send',
    summary: 'Ask customers whom you choose; consent, quiet hours, cooldown and the rest are kept',
    may: manager,
    params: byId,
    body: z.strictObject({ customerIds: z.array(id).min(1, 'Choose somebody.').max(1000) }),
    answer: z.object({ planned: z.int() }),
    run: async ({ services }, { params, body, caller }) => ({
      planned: await services.surveySending.byHand(params.id, body.customerIds, person(caller).id),
    }),
  }),
];
