import { z } from 'zod';
import { operation } from './resource.ts';
import { person, staff } from './roles.ts';
import { byId, day, flag, id, listOf, localized, maybeNamed, named, page, time, words } from './shapes.ts';

const stateSchema = z.enum(['received', 'understood', 'inHand', 'answered', 'closed', 'reopened']);
const severitySchema = z.enum(['normal', 'serious', 'safety']);
const complaintSchema = z.object({
  id,
  /** Shown to people as C- and these digits. */
  number: z.int(),
  customer: maybeNamed,
  conversationId: id.nullable(),
  product: z.object({ id, sku: z.string(), name: localized }).nullable(),
  productText: z.string().nullable(),
  language: z.string(),
  whatHappened: z.string(),
  occurredText: z.string().nullable(),
  occurredOn: day.nullable(),
  contact: z.string().nullable(),
  wish: z.string().nullable(),
  severity: severitySchema,
  state: stateSchema,
  owner: named.nullable(),
  createdAt: time,
  updatedAt: time,
  closedAt: time.nullable(),
});
/** What went wrong for a customer. */
export type ComplaintJson = z.input<typeof complaintSchema>;

const complaintDetailSchema = complaintSchema.extend({
  evidence: z.array(z.object({ id, name: z.string(), contentType: z.string(), url: z.string() })),
  events: z.array(
    z.object({
      id,
      state: stateSchema.nullable(),
      note: z.string().nullable(),
      staff: named.nullable(),
      createdAt: time,
    }),
  ),
});
export type ComplaintDetailJson = z.input<typeof complaintDetailSchema>;

/** Complaints. */
export const complaintOperations = [
  operation({
    method: 'GET',
    path: '/complaints',
    summary: 'Complaints, newest first',
    may: staff,
    query: z.object({
      ...page,
      state: stateSchema.optional(),
      severity: severitySchema.optional(),
      productId: id.optional(),
      customerId: id.optional(),
      open: flag.optional(),
    }),
    answer: listOf(complaintSchema),
    run: ({ services }, { query }) => services.complaints.list(query),
  }),
  operation({
    method: 'GET',
    path: '/complaints/:id',
    summary: 'A complaint with its evidence and its log',
    may: staff,
    params: byId,
    answer: complaintDetailSchema,
    run: ({ services }, { params }) => services.complaints.get(params.id),
  }),
  operation({
    method: 'PATCH',
    path: '/complaints/:id',
    summary: 'Move a complaint on, with a note for colleagues',
    may: staff,
    params: byId,
    body: z.strictObject({ state: stateSchema, note: words(4000).nullable().default(null) }),
    answer: complaintDetailSchema,
    run: ({ services }, { params, body, caller }) =>
      services.complaints.changeState(params.id, body.state, { staffId: person(caller).id, note: body.note }),
  }),
];
