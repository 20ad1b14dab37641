import { z } from 'zod';
import { kindOf, staffEventKindNames } from '#crm/notifications/kinds.ts';
import { notificationPreferenceSchema } from '#crm/notifications/preferences.ts';
import { mentionWays, personalWays } from '#crm/notifications/ways.ts';
import { operation } from './resource.ts';
import { person, staff } from './roles.ts';
import { byId, id, localized, time } from './shapes.ts';

const settingsSchema = z.object({
  preference: notificationPreferenceSchema,
  /** Ways that this installation has. */
  ways: z.array(z.enum(personalWays)),
  kinds: z.array(z.object({ kind: z.enum(staffEventKindNames), title: localized })),
  accounts: z.array(z.object({ way: z.string(), address: z.string(), linkedAt: time })),
  browsers: z.array(z.object({ id, browser: z.string(), endpoint: z.string(), createdAt: time })),
  /** For PushManager.subscribe; null: browsers can not be told. */
  pushKey: z.string().nullable(),
});
/** How a person is told, and where. */
export type NotificationSettingsJson = z.input<typeof settingsSchema>;

const base64url = (bytes: number) =>
  z.string().refine((text) => {
    const decoded = Buffer.from(text, 'base64url');
    return decoded.length === bytes && decoded.toString('base64url') === text.replace(/=+$/, '');
  }, `Use ${bytes} bytes as base64url.`);

const subscription = z.strictObject({
  endpoint: z.url({ protocol: /^https?$/ }).max(1000),
  keys: z.strictObject({ p256dh: base64url(65), auth: base64url(16) }),
  browser: z.string().trim().min(1).max(100),
});

const codeWay = z.object({ way: z.enum(['wecom', 'teams']) });
const mentionWay = z.object({ way: z.enum(mentionWays) });
const account = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[\w@.+-]+$/, 'Use the id or the phone number of the account.');

/** How a person wants to be told: each for themselves. */
export const notificationSettingsOperations = [
  operation({
    method: 'GET',
    path: '/notification-settings',
    summary: 'One’s own: ways, quiet hours, linked accounts, browsers',
    may: staff,
    answer: settingsSchema,
    run: async ({ services, staffWays = [], pushKey = null }, { caller }) => {
      const staffId = person(caller).id;
      const [preference, accounts, browsers] = await Promise.all([
        services.notificationPreferences.of(staffId),
        services.notificationAccounts.of(staffId),
        services.notificationAccounts.browsers(staffId),
      ]);
      const ways = personalWays.filter((way) => staffWays.includes(way));
      return {
        preference,
        ways,
        kinds: staffEventKindNames.map((kind) => ({ kind, title: kindOf(kind).title })),
        accounts,
        browsers,
        pushKey,
      };
    },
  }),
  operation({
    method: 'PUT',
    path: '/notification-settings',
    summary: 'Choose ways, quiet hours and what one does not want to hear of',
    may: staff,
    body: notificationPreferenceSchema,
    answer: notificationPreferenceSchema,
    run: ({ services }, { body, caller }) => services.notificationPreferences.keep(person(caller).id, body),
  }),
  operation({
    method: 'POST',
    path: '/notification-settings/codes',
    summary: 'A code to write to the bot, so that it knows one’s account there; good for a quarter of an hour',
    may: staff,
    body: codeWay,
    answer: z.object({ code: z.string(), expiresAt: time }),
    status: 201,
    run: ({ services }, { body, caller }) => services.notificationAccounts.createCode(person(caller).id, body.way),
  }),
  operation({
    method: 'PUT',
    path: '/notification-settings/mentions/:way',
    summary: 'The account by which a group’s robot names one; null: none',
    may: staff,
    params: mentionWay,
    body: z.strictObject({ account: account.nullable() }),
    run: ({ services }, { params, body, caller }) =>
      services.notificationAccounts.setMention(person(caller).id, params.way, body.account),
  }),
  operation({
    method: 'DELETE',
    path: '/notification-settings/accounts/:way',
    summary: 'Unlink an account',
    may: staff,
    params: z.object({ way: z.string().max(20) }),
    run: ({ services }, { params, caller }) => services.notificationAccounts.unlink(person(caller).id, params.way),
  }),
  operation({
    method: 'POST',
    path: '/notification-settings/browsers',
    summary: 'Tell this browser too, while the desk is closed (Push API)',
    may: staff,
    body: subscription,
    answer: z.object({ id }),
    status: 201,
    run: ({ services }, { body: { browser, ...given }, caller }) =>
      services.notificationAccounts.subscribe(person(caller).id, given, browser),
  }),
  operation({
    method: 'DELETE',
    path: '/notification-settings/browsers/:id',
    summary: 'Tell a browser no longer',
    may: staff,
    params: byId,
    run: ({ services }, { params, caller }) => services.notificationAccounts.unsubscribe(person(caller).id, params.id),
  }),
];
