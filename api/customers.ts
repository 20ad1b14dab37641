import { z } from 'zod';
import { NotFound } from '#crm/errors.ts';
import { audienceSchema } from '#crm/knowledge/audience.ts';
import { needs, preferenceKeys } from '#crm/preferences/needs.ts';
import { segments } from '#crm/segments/segmentRules.ts';
import { account, mail, phone } from './personal.ts';
import { operation } from './resource.ts';
import { actor, person, staff } from './roles.ts';
import { byId, day, id, language, listOf, page, pageQuery, time, words } from './shapes.ts';

export const customerSchema = z.object({
  id,
  name: z.string().nullable(),
  language: z.string().nullable(),
  /** Masked by role: POST /customers/:id/contact shows it. */
  phone: phone.nullable(),
  email: mail.nullable(),
  birthday: day.nullable(),
  city: z.string().nullable(),
  tier: z.string().nullable(),
  /** Which articles the bot may tell them of; null: the public ones. */
  audience: z.string().nullable(),
  createdAt: time,
  lastSeenAt: time.nullable(),
  demo: z.boolean(),
  /** The record of the same person that is shown instead of this one. */
  mergedIntoId: id.nullable(),
  /** When the person was cut out of the records. */
  erasedAt: time.nullable(),
});
/** A person whom the shop serves. */
export type CustomerJson = z.input<typeof customerSchema>;

export const preferenceSchema = z.object({
  id,
  key: z.string(),
  value: z.string(),
  quote: z.string(),
  conversationId: id.nullable(),
  confidence: z.number(),
  confirmed: z.boolean(),
  validUntil: time.nullable(),
  /** Its time is over: it drives nothing. */
  over: z.boolean(),
  createdAt: time,
  updatedAt: time,
});
/** A fact about a customer, with the sentence it came from. */
export type PreferenceJson = z.input<typeof preferenceSchema>;

export const zoneSchema = z.object({
  zone: z.string(),
  /** staff, customer, device, phone, city or shop. */
  source: z.string(),
  at: time.nullable(),
});
/** By which clock a customer lives, and how that is known. */
export type CustomerZoneJson = z.input<typeof zoneSchema>;

const count = z.int();
const customerPageSchema = z.object({
  customer: customerSchema,
  identities: z.array(z.object({ id, channel: z.string(), externalId: account, createdAt: time })),
  preferences: z.array(preferenceSchema),
  zone: zoneSchema,
  /** Special needs that the customer agreed to have noted, and that count now. */
  needs: z.array(z.enum(needs)),
  counts: z.object({
    conversations: count,
    complaints: count,
    openComplaints: count,
    openTasks: count,
    purchases: count,
    responses: count,
  }),
});
export type CustomerPageJson = z.input<typeof customerPageSchema>;

const timelineEntrySchema = z.object({
  kind: z.enum(['conversation', 'complaint', 'task', 'response', 'purchase', 'preference', 'care', 'consent']),
  id,
  at: time,
  title: z.string(),
  state: z.string().nullable(),
  score: z.int().nullable(),
});
export type TimelineEntryJson = z.input<typeof timelineEntrySchema>;

const text = (longest: number) => words(longest).nullable();
const patch = z
  .strictObject({
    name: text(100),
    language: language.nullable(),
    phone: z
      .string()
      .regex(/^\+?[\d\s()-]{5,20}$/, 'Use figures, e.g. 13800138000.')
      .nullable(),
    email: z.email('Use a mail address.').max(200).nullable(),
    birthday: z.iso.date().nullable(),
    city: text(100),
    tier: text(60),
    audience: audienceSchema.nullable(),
  })
  .partial();
/** Which customers; `owner`: who looks after them, an id, `me`, or `none`. */
export const customerFilter = {
  query: z.string().max(100).optional(),
  segment: z.enum(segments).optional(),
  stage: z.string().max(40).optional(),
  tier: z.string().max(60).optional(),
  owner: z.union([id, z.enum(['me', 'none'])]).optional(),
};
const ofPreference = z.object({ id, preferenceId: id });

/** Customers and what is known of them. */
export const customerOperations = [
  operation({
    method: 'GET',
    path: '/customers',
    summary: 'Customers, newest first; by name, phone or mail address',
    may: staff,
    query: z.object({ ...page, ...customerFilter }),
    answer: listOf(customerSchema),
    run: async ({ services }, { query, caller }) =>
      services.customers.search({
        ...query,
        owner: query.owner === 'me' ? person(caller).id : query.owner,
        seen: await services.customerContacts.seenBy(caller?.role),
      }),
  }),
  operation({
    method: 'GET',
    path: '/customers/:id',
    summary: 'A customer at a glance',
    may: staff,
    params: byId,
    answer: customerPageSchema,
    run: async ({ services: { customers, preferences, zones } }, { params }) => {
      const shown = await customers.page(params.id);
      return {
        ...shown,
        preferences: shown.preferences.map((one) => ({ ...one, over: preferences.isOver(one) })),
        zone: await zones.of(params.id),
        needs: await preferences.needsOf(params.id),
      };
    },
  }),
  operation({
    method: 'PATCH',
    path: '/customers/:id',
    summary: 'Change what is known of a customer; null clears a field',
    may: staff,
    params: byId,
    body: patch,
    answer: customerSchema,
    run: ({ services }, { params, body, caller }) => services.customers.update(params.id, body, actor(caller)),
  }),
  operation({
    method: 'PUT',
    path: '/customers/:id/zone',
    summary: 'Say by which clock a customer lives; null: as their device, phone number or city tells',
    may: staff,
    params: byId,
    body: z.strictObject({ zone: z.string().max(60).nullable() }),
    answer: zoneSchema,
    run: ({ services }, { params, body, caller }) => services.zones.say(params.id, body.zone, actor(caller)),
  }),
  operation({
    method: 'GET',
    path: '/customers/:id/timeline',
    summary: 'What happened with a customer, newest first',
    may: staff,
    params: byId,
    query: pageQuery,
    answer: listOf(timelineEntrySchema),
    run: ({ services }, { params, query }) => services.customers.timeline(params.id, query),
  }),
  operation({
    method: 'GET',
    path: '/customers/:id/preferences',
    summary: 'What a customer likes and needs, newest first, also what is over; not paged, at most 100',
    may: staff,
    params: byId,
    answer: z.object({ items: z.array(preferenceSchema), nextCursor: z.null() }),
    run: async ({ services: { customers, preferences } }, { params }) => {
      await customers.get(params.id);
      const items = await preferences.all(params.id);
      return { items: items.map((one) => ({ ...one, over: preferences.isOver(one) })), nextCursor: null };
    },
  }),
  operation({
    method: 'POST',
    path: '/customers/:id/preferences',
    summary: 'Note what a customer told a colleague; a special need only where they agreed to that (`agreed`)',
    may: staff,
    params: byId,
    body: z.strictObject({
      key: z.enum(preferenceKeys),
      value: words(300),
      quote: words(1000),
      agreed: z.boolean().default(false),
    }),
    answer: preferenceSchema,
    status: 201,
    run: async ({ services: { customers, preferences } }, { params, body, caller }) => {
      await customers.get(params.id);
      const noted = await preferences.note({ ...body, customerId: params.id }, actor(caller));
      return { ...noted, over: false };
    },
  }),
  operation({
    method: 'PATCH',
    path: '/customers/:id/preferences/:preferenceId',
    summary: 'Correct what a customer told; it is confirmed only where they said so to a colleague',
    may: staff,
    params: ofPreference,
    body: z
      .strictObject({
        value: words(300),
        quote: z.string().trim().max(1000),
        /** Until when it counts; null: for good. */
        validUntil: time.nullable(),
        confirmed: z.literal(true),
      })
      .partial(),
    answer: preferenceSchema,
    run: async ({ services: { preferences } }, { params: { id, preferenceId }, body, caller }) => {
      if (!(await preferences.isOf(id, preferenceId))) throw new NotFound('preference', preferenceId);
      const changed = await preferences.edit(preferenceId, body, actor(caller));
      return { ...changed, over: preferences.isOver(changed) };
    },
  }),
  operation({
    method: 'DELETE',
    path: '/customers/:id/preferences/:preferenceId',
    summary: 'Forget what a customer told',
    may: staff,
    params: ofPreference,
    run: async ({ services: { preferences } }, { params: { id, preferenceId }, caller }) => {
      if (await preferences.isOf(id, preferenceId)) await preferences.forget(preferenceId, actor(caller));
    },
  }),
];
