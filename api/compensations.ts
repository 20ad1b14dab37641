import { z } from 'zod';
import { compensationKinds } from '#crm/compensations/compensations.ts';
import { limitsSchema } from '#crm/compensations/limits.ts';
import { operation } from './resource.ts';
import { administrator, person, staff } from './roles.ts';
import { byId, id, named, time, words } from './shapes.ts';

/** What a customer gets, or is to get, for a complaint; `amountCents` in the currency's smallest unit. */
export const compensationSchema = z.object({
  id,
  complaintId: id,
  kind: z.string(),
  amountCents: z.int(),
  reason: z.string(),
  state: z.enum(['requested', 'approved', 'rejected', 'given']),
  requestedBy: named.optional(),
  requestedAt: time,
  decidedBy: named.nullable().optional(),
  decidedAt: time.nullable(),
  decisionNote: z.string().nullable(),
  givenAt: time.nullable(),
});
export type CompensationJson = z.input<typeof compensationSchema>;

/** Gifts, refunds and vouchers. */
export const compensationOperations = [
  operation({
    method: 'POST',
    path: '/compensations',
    summary: 'Grant a compensation; above the limit of one’s role it waits for approval',
    may: staff,
    body: z.strictObject({
      complaintId: id,
      kind: z.enum(compensationKinds),
      amountCents: z.int().min(1).max(100_000_000),
      reason: words(1000),
    }),
    answer: compensationSchema,
    status: 201,
    run: ({ services }, { body, caller }) => services.compensations.request(body, person(caller)),
  }),
  operation({
    method: 'POST',
    path: '/compensations/:id/decision',
    summary: 'Approve or reject what a colleague asked for',
    may: staff,
    params: byId,
    body: z.strictObject({ approve: z.boolean(), note: words(1000).nullable().default(null) }),
    answer: compensationSchema,
    run: ({ services }, { params, body, caller }) => services.compensations.decide(params.id, body, person(caller)),
  }),
  operation({
    method: 'POST',
    path: '/compensations/:id/given',
    summary: 'The customer has it',
    may: staff,
    params: byId,
    answer: compensationSchema,
    run: ({ services }, { params, caller }) => services.compensations.give(params.id, person(caller).id),
  }),
  operation({
    method: 'GET',
    path: '/compensation-limits',
    summary: 'What each role may grant for one complaint; null: no limit',
    may: staff,
    answer: z.object(limitsSchema.shape),
    run: ({ services }) => services.compensations.limits(),
  }),
  operation({
    method: 'PUT',
    path: '/compensation-limits',
    summary: 'Change what each role may grant',
    may: administrator,
    body: limitsSchema,
    answer: z.object(limitsSchema.shape),
    run: ({ services }, { body, caller }) => services.compensations.changeLimits(body, person(caller).id),
  }),
];
