import { z } from 'zod';
import { partnerEventTypes } from '#crm/webhooks/events.ts';
import { operation } from './resource.ts';
import { actor, administrator } from './roles.ts';
import { byId, id, listOf, page, time, words } from './shapes.ts';

const eventType = z.enum(partnerEventTypes);

const webhookSchema = z.object({
  id,
  name: z.string(),
  events: z.array(z.string()),
  active: z.boolean(),
  /** Why the house stopped it; a person starts it again. */
  stoppedFor: z.string().nullable(),
  failingSince: time.nullable(),
  createdAt: time,
  /** Where it is; the whole address is never shown again. */
  host: z.string(),
  ending: z.string(),
  previousUntil: time.nullable(),
  readable: z.boolean(),
  waiting: z.int(),
  failed: z.int(),
});
/** A partner who is told by signed posts. */
export type WebhookJson = z.input<typeof webhookSchema>;
const withSecret = webhookSchema.extend({ secret: z.string() });

const fields = {
  name: words(60),
  url: z.url({ protocol: /^https?$/, error: 'Use an address that begins with https://.' }).max(2000),
  events: z
    .array(eventType)
    .min(1, 'Choose at least one kind of event.')
    .max(partnerEventTypes.length)
    .transform((chosen) => [...new Set(chosen)]),
};

const deliveryState = z.enum(['waiting', 'sending', 'delivered', 'failed']);
const deliverySchema = z.object({
  id,
  type: z.string(),
  data: z.unknown(),
  occurredAt: time,
  state: deliveryState,
  attempts: z.int(),
  nextAttemptAt: time,
  status: z.int().nullable(),
  error: z.string().nullable(),
  settledAt: time.nullable(),
});
/** An event on its way to a partner, or in the log. */
export type WebhookDeliveryJson = z.input<typeof deliverySchema>;

const ofWebhook = z.object({ id, eventId: id });

/** Partners who are told what happens to customers: Standard Webhooks. */
export const webhookOperations = [
  operation({
    method: 'GET',
    path: '/webhooks',
    summary: 'Webhooks of partners by name; not paged, at most 50',
    may: administrator,
    answer: z.object({ items: z.array(webhookSchema), nextCursor: z.null() }),
    run: async ({ services }) => ({ items: await services.webhooks.list(), nextCursor: null }),
  }),
  operation({
    method: 'POST',
    path: '/webhooks',
    summary: 'Add one; its secret is in this answer and never again',
    may: administrator,
    body: z.strictObject(fields),
    answer: withSecret,
    status: 201,
    run: ({ services }, { body, caller }) => services.webhooks.create(body, actor(caller)),
  }),
  operation({
    method: 'GET',
    path: '/webhooks/:id',
    summary: 'One webhook',
    may: administrator,
    params: byId,
    answer: webhookSchema,
    run: ({ services }, { params }) => services.webhooks.get(params.id),
  }),
  operation({
    method: 'PATCH',
    path: '/webhooks/:id',
    summary: 'Change, stop or start one; while it is stopped events wait, for 30 days',
    may: administrator,
    params: byId,
    body: z.strictObject({ ...fields, active: z.boolean() }).partial(),
    answer: webhookSchema,
    run: ({ services }, { params, body, caller }) => services.webhooks.update(params.id, body, actor(caller)),
  }),
  operation({
    method: 'DELETE',
    path: '/webhooks/:id',
    summary: 'Remove one, with its log',
    may: administrator,
    params: byId,
    run: ({ services }, { params, caller }) => services.webhooks.remove(params.id, actor(caller)),
  }),
  operation({
    method: 'POST',
    path: '/webhooks/:id/rotate',
    summary: 'Make a new secret; the one before signs beside it for a day',
    may: administrator,
    params: byId,
    answer: withSecret,
    run: ({ services }, { params, caller }) => services.webhooks.rotate(params.id, actor(caller)),
  }),
  operation({
    method: 'POST',
    path: '/webhooks/:id/test',
    summary: 'Send an event that says nothing (webhook.test)',
    may: administrator,
    params: byId,
    answer: deliverySchema,
    run: ({ services }, { params }) => services.webhookDeliveries.test(params.id),
  }),
  operation({
    method: 'GET',
    path: '/webhooks/:id/deliveries',
    summary: 'What was sent there in the last 30 days and what came of it, newest first',
    may: administrator,
    params: byId,
    query: z.object({ ...page, state: deliveryState.optional(), type: eventType.optional() }),
    answer: listOf(deliverySchema),
    run: ({ services }, { params, query }) => services.webhookDeliveries.list(params.id, query),
  }),
  operation({
    method: 'POST',
    path: '/webhooks/:id/deliveries/:eventId/send-again',
    summary: 'Send one event again, with the same id',
    may: administrator,
    params: ofWebhook,
    answer: deliverySchema,
    run: ({ services }, { params, caller }) =>
      services.webhookDeliveries.sendAgain(params.id, params.eventId, actor(caller)),
  }),
  operation({
    method: 'POST',
    path: '/webhooks/:id/replay',
    summary: 'Send everything since a time again, with the same ids',
    may: administrator,
    params: byId,
    body: z.strictObject({ since: time }),
    answer: z.object({ events: z.int() }),
    run: async ({ services }, { params, body, caller }) => ({
      events: await services.webhookDeliveries.replay(params.id, body.since, actor(caller)),
    }),
  }),
];
