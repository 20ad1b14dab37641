import { z } from 'zod';
import { operation } from './resource.ts';
import { manager, person, staff } from './roles.ts';
import { byId, id, listOf, localized, named, page, time, words } from './shapes.ts';

const stateSchema = z.enum(['suspected', 'confirmed', 'rejected', 'fixed']);
const defectSchema = z.object({
  id,
  /** Shown to staff as D- and these digits. */
  number: z.int(),
  title: z.string(),
  product: z.object({ id, sku: z.string(), name: localized }).nullable(),
  causeCode: z.string().nullable(),
  state: stateSchema,
  verdict: z.string().nullable(),
  affectedBatches: z.array(z.string()),
  fix: localized.nullable(),
  labelNote: localized.nullable(),
  articleId: id.nullable(),
  owner: named.nullable(),
  fixedAt: time.nullable(),
  createdAt: time,
  complaintCount: z.int(),
  /** Complaints whose customer agreed to hear of the fix; who was told; what they said. */
  agreed: z.int(),
  told: z.int(),
  solved: z.int(),
  unsolved: z.int(),
});
/** Complaints with one cause. */
export type DefectJson = z.input<typeof defectSchema>;

/** Words for customers: each is told in their own language. */
const bothLanguages = z.strictObject({ zh: words(2000), en: words(2000) });
const member = z.object({ id, complaintId: id });

/** Defects: from the suspicion to the fix that is told to everybody who agreed. */
export const defectOperations = [
  operation({
    method: 'GET',
    path: '/defects',
    summary: 'Defects, newest first',
    may: staff,
    query: z.object({ ...page, state: stateSchema.optional(), productId: id.optional() }),
    answer: listOf(defectSchema),
    run: ({ services }, { query }) => services.defects.list(query),
  }),
  operation({
    method: 'GET',
    path: '/defects/:id',
    summary: 'A defect; its complaints are GET /complaints?defectId=',
    may: staff,
    params: byId,
    answer: defectSchema,
    run: ({ services }, { params }) => services.defects.get(params.id),
  }),
  operation({
    method: 'POST',
    path: '/defects',
    summary: 'Suspect that these complaints have one cause',
    may: staff,
    body: z.strictObject({ title: words(200), complaintIds: z.array(id).min(1).max(200) }),
    answer: defectSchema,
    status: 201,
    run: ({ services }, { body, caller }) => services.defects.suspect(body, person(caller).id),
  }),
  operation({
    method: 'PUT',
    path: '/defects/:id/complaints/:complaintId',
    summary: 'Add a complaint; of a fixed defect its customer is told',
    may: staff,
    params: member,
    answer: defectSchema,
    run: ({ services }, { params, caller }) => services.defects.group(params.id, params.complaintId, person(caller).id),
  }),
  operation({
    method: 'DELETE',
    path: '/defects/:id/complaints/:complaintId',
    summary: 'Take a complaint out again',
    may: staff,
    params: member,
    answer: defectSchema,
    run: ({ services }, { params, caller }) => services.defects.part(params.id, params.complaintId, person(caller).id),
  }),
  operation({
    method: 'POST',
    path: '/defects/:id/verdict',
    summary: 'What those who make it found, and which batches it concerns',
    may: staff,
    params: byId,
    body: z.strictObject({
      state: z.enum(['confirmed', 'rejected']),
      verdict: words(4000),
      affectedBatches: z.array(z.string().trim().min(1).max(60)).max(200).default([]),
    }),
    answer: defectSchema,
    run: ({ services }, { params, body, caller }) => services.defects.judge(params.id, body, person(caller).id),
  }),
  operation({
    method: 'POST',
    path: '/defects/:id/fix',
    summary: 'It is fixed: everybody who agreed is told and asked whether it is solved',
    may: manager,
    params: byId,
    body: z.strictObject({
      fix: bothLanguages,
      labelNote: bothLanguages.nullable().default(null),
      writeArticle: z.boolean().default(false),
    }),
    answer: defectSchema,
    run: ({ services }, { params, body, caller }) => services.defects.resolve(params.id, body, person(caller).id),
  }),
];
