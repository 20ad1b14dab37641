import { z } from 'zod';
import { climbSettingSchema } from '#crm/notifications/climb.ts';
import type { DeliverySummary } from '#crm/notifications/deliveries.ts';
import { kindOf } from '#crm/notifications/kinds.ts';
import { targetWays } from '#crm/notifications/ways.ts';
import { operation } from './resource.ts';
import { actor, manager } from './roles.ts';
import { byId, id, language, listOf, localized, page, time } from './shapes.ts';

const targetSchema = z.object({
  id,
  way: z.string(),
  name: z.string(),
  teamId: id.nullable(),
  /** Where it is; the whole address opens it and is never shown again. */
  host: z.string(),
  ending: z.string(),
  /** False: sealed with a SECRETS_KEY that is gone; address and secret must be entered again. */
  readable: z.boolean(),
  signed: z.boolean(),
  language: z.string(),
  urgentOnly: z.boolean(),
  active: z.boolean(),
  createdAt: time,
});
/** A group robot or another system that is told. */
export type NotificationTargetJson = z.input<typeof targetSchema>;

const fields = {
  name: z.string().trim().min(1).max(60),
  teamId: id.nullable(),
  url: z.url({ protocol: /^https?$/, error: 'Use an address that begins with https://.' }).max(2000),
  secret: z.string().trim().min(1).max(200).nullable(),
  language,
  urgentOnly: z.boolean(),
};

const states = z.enum(['waiting', 'sending', 'sent', 'skipped', 'failed']);
const deliverySchema = z.object({
  id,
  way: z.string(),
  state: states,
  attempts: z.int(),
  error: z.string().nullable(),
  nextAttemptAt: time,
  createdAt: time,
  settledAt: time.nullable(),
  staff: z.object({ id, name: z.string() }).nullable(),
  target: z.object({ id, name: z.string() }).nullable(),
  notification: z.object({
    kind: z.string(),
    title: localized,
    urgent: z.boolean(),
    task: z.object({ id, title: z.string() }).nullable(),
  }),
});
/** A notification on its way out; `failed` is a dead letter. */
export type NotificationDeliveryJson = z.input<typeof deliverySchema>;

const named = ({ notification, ...row }: DeliverySummary) => ({
  ...row,
  notification: { ...notification, title: kindOf(notification.kind).title },
});

/** Where groups and systems are told, and what did not reach anybody. */
export const notificationTargetOperations = [
  operation({
    method: 'GET',
    path: '/notification-targets',
    summary: 'Robots and webhooks by name; not paged, at most 100',
    may: manager,
    answer: z.object({ items: z.array(targetSchema), nextCursor: z.null() }),
    run: async ({ services }) => ({ items: await services.notificationTargets.list(), nextCursor: null }),
  }),
  operation({
    method: 'POST',
    path: '/notification-targets',
    summary: 'Add a robot or webhook; newSecret (of a webhook) is told once',
    may: manager,
    body: z.strictObject({
      ...fields,
      way: z.enum(targetWays),
      teamId: fields.teamId.default(null),
      secret: fields.secret.default(null),
      language: language.default('zh'),
      urgentOnly: fields.urgentOnly.default(false),
    }),
    answer: targetSchema.extend({ newSecret: z.string().nullable() }),
    status: 201,
    run: ({ services }, { body, caller }) => services.notificationTargets.create(body, actor(caller)),
  }),
  operation({
    method: 'PATCH',
    path: '/notification-targets/:id',
    summary: 'Change, stop or restart one; address and secret are replaced, never read',
    may: manager,
    params: byId,
    body: z.strictObject({ ...fields, active: z.boolean() }).partial(),
    answer: targetSchema,
    run: ({ services }, { params, body, caller }) =>
      services.notificationTargets.update(params.id, body, actor(caller)),
  }),
  operation({
    method: 'DELETE',
    path: '/notification-targets/:id',
    summary: 'Remove one, with what still waits for it',
    may: manager,
    params: byId,
    run: ({ services }, { params, caller }) => services.notificationTargets.remove(params.id, actor(caller)),
  }),
  operation({
    method: 'GET',
    path: '/notification-deliveries',
    summary: 'What was sent to staff outside the desk, newest first; dead letters are state=failed',
    may: manager,
    query: z.object({ ...page, state: states.optional() }),
    answer: listOf(deliverySchema),
    run: async ({ services }, { query }) => {
      const { items, nextCursor } = await services.notificationDeliveries.list(query);
      return { items: items.map(named), nextCursor };
    },
  }),
  operation({
    method: 'POST',
    path: '/notification-deliveries/:id/send-again',
    summary: 'Send a dead letter again',
    may: manager,
    params: byId,
    answer: deliverySchema,
    run: async ({ services }, { params, caller }) =>
      named(await services.notificationDeliveries.sendAgain(params.id, actor(caller))),
  }),
  operation({
    method: 'GET',
    path: '/notification-rules',
    summary: 'After how many minutes something urgent and unread climbs to the next person',
    may: manager,
    answer: climbSettingSchema,
    run: ({ services }) => services.notifications.climbSetting(),
  }),
  operation({
    method: 'PUT',
    path: '/notification-rules',
    summary: 'Change it',
    may: manager,
    body: climbSettingSchema,
    answer: climbSettingSchema,
    run: ({ services }, { body, caller }) => services.notifications.keepClimbSetting(body, actor(caller)),
  }),
];
