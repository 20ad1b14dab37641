import { z } from 'zod';
import { purposes } from '#crm/consents/consents.ts';
import { compensationSchema } from './compensations.ts';
import { contactWords } from './personal.ts';
import { operation } from './resource.ts';
import { person, staff } from './roles.ts';
import { byId, day, flag, id, listOf, localized, maybeNamed, named, page, time, words } from './shapes.ts';
import { nextContact } from './tasks.ts';

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
  /** Numbers and addresses in it are masked by role. */
  contact: contactWords.nullable(),
  wish: z.string().nullable(),
  severity: severitySchema,
  state: stateSchema,
  owner: named.nullable(),
  /** The team that has its task. */
  team: z.object({ id, key: z.string(), name: localized }).nullable(),
  /** Batch or serial number. */
  batch: z.string().nullable(),
  purchasePlace: z.string().nullable(),
  purchasedOn: day.nullable(),
  /** See GET /complaint-causes. */
  causeCode: z.string().nullable(),
  defect: z.object({ id, number: z.int(), title: z.string(), state: z.string() }).nullable(),
  /** By when the customer is to be answered. */
  answerBy: time.nullable(),
  fixToldAt: time.nullable(),
  /** The customer's own word; null: not asked or not answered. */
  solved: z.boolean().nullable(),
  createdAt: time,
  updatedAt: time,
  closedAt: time.nullable(),
});
/** What went wrong for a customer. */
export type ComplaintJson = z.input<typeof complaintSchema>;

const consentSchema = z.object({
  id,
  purpose: z.string(),
  granted: z.boolean(),
  wording: z.string(),
  source: z.string(),
  proof: z.string().nullable(),
  at: time,
});
const complaintDetailSchema = complaintSchema.extend({
  evidence: z.array(z.object({ id, name: z.string(), contentType: z.string(), url: z.string() })),
  events: z.array(
    z.object({
      id,
      /** state, facts, grouped, parted, told, solved, unsolved, date, consent, test or compensation. */
      kind: z.string(),
      state: stateSchema.nullable(),
      note: z.string().nullable(),
      staff: named.nullable(),
      createdAt: time,
    }),
  ),
  consents: z.array(consentSchema),
  compensations: z.array(compensationSchema),
});
export type ComplaintDetailJson = z.input<typeof complaintDetailSchema>;

const similarSchema = complaintSchema.extend({
  /** 0 to 1. */
  score: z.number(),
  shared: z.array(z.enum(['product', 'cause', 'batch', 'words'])),
});
export type SimilarComplaintJson = z.input<typeof similarSchema>;

const line = z.string().trim().min(1).max(120).nullable();
const factsSchema = z
  .strictObject({
    productId: id.nullable(),
    batch: line,
    purchasePlace: line,
    purchasedOn: day.nullable(),
    causeCode: z.string().max(40).nullable(),
    severity: severitySchema,
    ownerId: id.nullable(),
    answerBy: time,
  })
  .partial();

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
      defectId: id.optional(),
      causeCode: z.string().max(40).optional(),
      teamId: id.optional(),
      open: flag.optional(),
    }),
    answer: listOf(complaintSchema),
    run: ({ services }, { query }) => services.complaints.list(query),
  }),
  operation({
    method: 'GET',
    path: '/complaints/:id',
    summary: 'A complaint with its evidence, consents, compensations and log',
    may: staff,
    params: byId,
    answer: complaintDetailSchema,
    run: ({ services }, { params }) => services.complaints.get(params.id),
  }),
  operation({
    method: 'PATCH',
    path: '/complaints/:id',
    summary:
      'Move a complaint on; the customer is told of the step, and of the answer if there is one. Closing plans the usual call-back, unless `next` names another contact, or none (null)',
    may: staff,
    params: byId,
    body: z.strictObject({
      state: stateSchema,
      note: words(4000).nullable().default(null),
      /** Words for the customer, in the customer's language. */
      answer: words(2000).nullable().default(null),
      /** Of one that is closed: the next contact; null: none, absent: the usual call-back. */
      next: nextContact.optional(),
    }),
    answer: complaintDetailSchema,
    run: ({ services }, { params, body, caller }) =>
      services.complaints.changeState(params.id, body.state, { ...body, staffId: person(caller).id }),
  }),
  operation({
    method: 'PATCH',
    path: '/complaints/:id/facts',
    summary: 'Complete what is known of a complaint; a date that moves is told to the customer',
    may: staff,
    params: byId,
    body: factsSchema,
    answer: complaintDetailSchema,
    run: ({ services }, { params, body, caller }) =>
      services.complaints.changeFacts(params.id, body, person(caller).id),
  }),
  operation({
    method: 'GET',
    path: '/complaints/:id/similar',
    summary: 'Complaints that may have the same cause, the likeliest first',
    may: staff,
    params: byId,
    answer: z.object({ items: z.array(similarSchema) }),
    run: async ({ services }, { params }) => ({ items: await services.complaints.similar(params.id) }),
  }),
  operation({
    method: 'POST',
    path: '/complaints/:id/consents',
    summary: 'Write down what the customer agreed to or refused, and where that can be read',
    may: staff,
    params: byId,
    body: z.strictObject({ purpose: z.enum(purposes), granted: z.boolean(), wording: words(500), proof: words(2000) }),
    answer: complaintDetailSchema,
    status: 201,
    run: async ({ services }, { params, body, caller }) => {
      await services.complaints.consent(params.id, { ...body, source: 'staff', staffId: person(caller).id });
      return services.complaints.get(params.id);
    },
  }),
  operation({
    method: 'POST',
    path: '/complaints/:id/tests',
    summary: 'Plan a test on the customer; needs a consent on record',
    may: staff,
    params: byId,
    body: z.strictObject({ what: words(500) }),
    answer: complaintDetailSchema,
    status: 201,
    run: ({ services }, { params, body, caller }) =>
      services.complaints.planTest(params.id, { ...body, staffId: person(caller).id }),
  }),
];
