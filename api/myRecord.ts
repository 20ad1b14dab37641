import { z } from 'zod';
import { needs } from '#crm/preferences/needs.ts';
import { writingPurposes } from '#crm/records/myRecord.ts';
import type { AtPage } from '#crm/records/recordLinks.ts';
import { limitByAddress } from './addressLimit.ts';
import { preferenceSchema, zoneSchema } from './customers.ts';
import { type ApiParts, operation } from './resource.ts';
import { actor, anybody, staff } from './roles.ts';
import { byId, day, id, localized, time, words } from './shapes.ts';

const recordSchema = z.object({
  shop: localized,
  name: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  birthday: day.nullable(),
  zone: zoneSchema,
  preferences: z.array(
    preferenceSchema.pick({
      id: true,
      key: true,
      value: true,
      quote: true,
      confirmed: true,
      validUntil: true,
      over: true,
      createdAt: true,
    }),
  ),
  consents: z.array(
    z.object({ purpose: z.enum(writingPurposes), channel: z.string(), granted: z.boolean(), at: time.nullable() }),
  ),
  complaintConsents: z.array(
    z.object({ purpose: z.string(), complaintId: id, number: z.int(), granted: z.boolean(), at: time }),
  ),
  needs: z.array(z.enum(needs)),
  largeType: z.boolean(),
});
/** What a customer sees of themselves on their page. */
export type MyRecordJson = z.input<typeof recordSchema>;

const token = z.string().min(20).max(80);
const byToken = z.object({ token });
const ofPreference = z.object({ token, preferenceId: id });
const text = (longest: number) => words(longest).nullable();

/** Openings from one address; a shop behind one router stays below it, a program that tries tokens does not. */
const OPENINGS = 60;
const WITHIN_SECONDS = 300;

/** A customer's own page, by a link: whoever opens it first has it for an hour, and shows its key with each request. */
export function myRecordOperations() {
  const admit = limitByAddress(OPENINGS, WITHIN_SECONDS);
  const at = (
    { services }: ApiParts,
    params: { token: string },
    http: { request: { headers: object } },
  ): Promise<AtPage> =>
    services.recordLinks.at(
      params.token,
      String((http.request.headers as Record<string, unknown>)['x-record-key'] ?? ''),
    );
  const see = async ({ services }: ApiParts, page: AtPage) => ({
    ...(await services.myRecords.see(page)),
    shop: (await services.shop.profile()).name,
  });
  return [
    operation({
      method: 'POST',
      path: '/customers/:id/record-link',
      summary: 'A link to the customer’s own page, for a colleague to send; good for a day, opened once',
      may: staff,
      params: byId,
      answer: z.object({ url: z.string(), expiresAt: time }),
      status: 201,
      run: ({ services }, { params, caller }) => services.recordLinks.make(params.id, { staffId: actor(caller) }),
    }),
    operation({
      method: 'POST',
      path: '/my-record/:token/open',
      summary: 'Open a link, once: the key that this browser shows from then on, in the header X-Record-Key',
      may: anybody,
      params: byToken,
      answer: z.object({ key: z.string(), until: time }),
      async run({ services }, { params, http }) {
        await admit(http.request);
        return services.recordLinks.open(params.token);
      },
    }),
    operation({
      method: 'GET',
      path: '/my-record/:token',
      summary: 'All that is noted of the customer, with the words it came from, and every consent',
      may: anybody,
      params: byToken,
      answer: recordSchema,
      async run(parts, { params, http }) {
        http.response.header('Cache-Control', 'no-store');
        return see(parts, await at(parts, params, http));
      },
    }),
    operation({
      method: 'PATCH',
      path: '/my-record/:token',
      summary: 'Correct one’s own name, phone, mail address, birthday or zone; null clears it',
      may: anybody,
      params: byToken,
      body: z
        .strictObject({
          name: text(100),
          phone: z
            .string()
            .regex(/^\+?[\d\s()-]{5,20}$/, 'Use figures, e.g. 13800138000.')
            .nullable(),
          email: z.email('Use a mail address.').max(200).nullable(),
          birthday: z.iso.date().nullable(),
          zone: z.string().max(60).nullable(),
        })
        .partial(),
      answer: recordSchema,
      async run(parts, { params, body, http }) {
        const page = await at(parts, params, http);
        const { zone, ...fields } = body;
        if (zone !== undefined) await parts.services.zones.say(page.customerId, zone, null);
        if (Object.keys(fields).length > 0) await parts.services.customers.update(page.customerId, fields);
        return see(parts, page);
      },
    }),
    operation({
      method: 'PATCH',
      path: '/my-record/:token/preferences/:preferenceId',
      summary: 'Correct something that one told; without a value: it is right as it stands',
      may: anybody,
      params: ofPreference,
      body: z.strictObject({ value: words(300).optional() }),
      answer: recordSchema,
      async run(parts, { params, body, http }) {
        const page = await at(parts, params, http);
        const { preferences, myRecords } = parts.services;
        const own = await myRecords.own(page, params.preferenceId);
        if (body.value === undefined) await preferences.confirm(own);
        else await preferences.correct(own, body.value, body.value);
        return see(parts, page);
      },
    }),
    operation({
      method: 'DELETE',
      path: '/my-record/:token/preferences/:preferenceId',
      summary: 'Have something forgotten',
      may: anybody,
      params: ofPreference,
      answer: recordSchema,
      async run(parts, { params, http }) {
        const page = await at(parts, params, http);
        await parts.services.preferences.forget(await parts.services.myRecords.own(page, params.preferenceId));
        return see(parts, page);
      },
    }),
    operation({
      method: 'PUT',
      path: '/my-record/:token/consents',
      summary: 'Give or take back a consent: by purpose and channel, of a complaint, or to special needs being noted',
      may: anybody,
      params: byToken,
      body: z.union([
        z.strictObject({ purpose: z.enum(writingPurposes), channel: z.string().max(40), granted: z.boolean() }),
        z.strictObject({
          purpose: z.enum(['defectNotice', 'productTest']),
          complaintId: id,
          granted: z.literal(false),
        }),
        z.strictObject({ purpose: z.literal('needs'), granted: z.literal(false) }),
      ]),
      answer: recordSchema,
      async run(parts, { params, body, http }) {
        const page = await at(parts, params, http);
        const { myRecords } = parts.services;
        if ('complaintId' in body) await myRecords.withdraw(page, body);
        else if ('channel' in body) await myRecords.consent(page, body);
        else await myRecords.forgetNeeds(page);
        return see(parts, page);
      },
    }),
    operation({
      method: 'POST',
      path: '/my-record/:token/close',
      summary: 'The customer is done: the link opens nothing any more',
      may: anybody,
      params: byToken,
      async run(parts, { params, http }) {
        await parts.services.recordLinks.close(params.token, String(http.request.headers['x-record-key'] ?? ''));
      },
    }),
  ];
}
