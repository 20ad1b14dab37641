import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import type { ListedConsent } from '#crm/consents/consentList.ts';
import { purposes } from '#crm/consents/consents.ts';
import type { Seen } from '#crm/privacy/contactDetails.ts';
import { pieces } from '#crm/reports/pieces.ts';
import { asSeen, contactWords, mail, phone } from './personal.ts';
import { operation } from './resource.ts';
import { actor, manager } from './roles.ts';
import { byId, id, listOf, page, time } from './shapes.ts';
import { sendCsv } from './tables/sendCsv.ts';

const rowSchema = z.object({
  id,
  at: time,
  purpose: z.string(),
  channel: z.string(),
  granted: z.boolean(),
  /** Version of the words that were asked with. */
  wording: z.string(),
  source: z.string(),
  recordedBy: z.object({ name: z.string() }).nullable(),
  /** Where it can be read: the message, or what staff wrote of it. */
  activityId: id.nullable(),
  proof: contactWords.nullable(),
  complaint: z.object({ number: z.int() }).nullable(),
  customerId: id,
  customer: z.object({ name: z.string().nullable(), phone: phone.nullable(), email: mail.nullable() }),
});

const columns =
  'at purpose channel granted wording source recordedBy activityId proof complaint customerId customer phone email'.split(
    ' ',
  );

/** A row of the file, as who takes it may see it. */
const cells = (consent: ListedConsent, seen: Seen) => {
  const row = asSeen(seen, () => z.encode(rowSchema, consent));
  return [
    row.at,
    row.purpose,
    row.channel,
    row.granted ? 'yes' : 'no',
    row.wording,
    row.source,
    row.recordedBy?.name ?? null,
    row.activityId,
    row.proof,
    row.complaint ? `C-${row.complaint.number}` : null,
    row.customerId,
    row.customer.name,
    row.customer.phone,
    row.customer.email,
  ];
};

async function send(response: ServerResponse, read: AsyncGenerator<ListedConsent[]>, seen: Seen): Promise<void> {
  const lines = (async function* () {
    for await (const rows of read) yield rows.map((row) => cells(row, seen));
  })();
  await sendCsv(response, 'consents', columns, lines);
}

const filter = { purpose: z.enum(purposes).optional(), channel: z.string().max(40).optional() };

/** Proof of what customers agreed to and refused, for managers. Who takes a file is in the audit log. */
export const consentOperations = [
  operation({
    method: 'GET',
    path: '/consents',
    summary: 'Every consent and refusal by purpose and channel, newest first, with the words’ version and the proof',
    may: manager,
    query: z.object({ ...filter, ...page }),
    answer: listOf(rowSchema),
    run: ({ services }, { query }) => services.consents.list(query),
  }),
  operation({
    method: 'GET',
    path: '/consents/file',
    summary: 'The same, all of it, as CSV',
    may: manager,
    query: z.object(filter),
    streams: true,
    async run({ services }, { query, caller, http: { response } }) {
      const seen = await services.customerContacts.seenBy(caller?.role);
      await services.audit.record({ staffId: actor(caller), action: 'export', entity: 'consents' });
      await send(
        response,
        pieces((part) => services.consents.list({ ...query, ...part })),
        seen,
      );
    },
  }),
  operation({
    method: 'GET',
    path: '/customers/:id/consents/file',
    summary: 'Everything that one customer agreed to or refused, as CSV',
    may: manager,
    params: byId,
    streams: true,
    async run({ services }, { params, caller, http: { response } }) {
      const { id: customerId } = await services.customers.get(params.id);
      const seen = await services.customerContacts.seenBy(caller?.role);
      const fields = ['consents'];
      await services.audit.record({
        staffId: actor(caller),
        action: 'export',
        entity: 'customer',
        entityId: customerId,
        fields,
      });
      await send(
        response,
        pieces((part) => services.consents.list({ customerId, ...part })),
        seen,
      );
    },
  }),
];
