import { z } from 'zod';
import { mergeFields } from '#crm/customers/merging/fields.ts';
import { customerSchema } from './customers.ts';
import { operation } from './resource.ts';
import { actor, staff } from './roles.ts';
import { byId, id, time } from './shapes.ts';

const mergeSchema = z.object({
  id,
  keptId: id,
  mergedId: id,
  /** Fields that show the merged record's value. */
  fields: z.array(z.string()),
  proof: z.string(),
  staffId: id.nullable(),
  at: time,
  undoneAt: time.nullable(),
});
const behindSchema = mergeSchema.extend({ merged: customerSchema });
/** A record that stands behind another of the same person. */
export type CustomerMergeJson = z.input<typeof behindSchema>;

const doubleSchema = z.object({
  one: customerSchema,
  other: customerSchema,
  reasons: z.array(z.enum(['phone', 'email', 'nameAndBirthday', 'contactOfComplaint'])),
});
/** Two records that are likely one person. */
export type CustomerDoubleJson = z.input<typeof doubleSchema>;

const listed = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.null() });

/** Records of one person: joined, split, suggested. */
export const customerMergeOperations = [
  operation({
    method: 'GET',
    path: '/customers/:id/merges',
    summary: 'Records that stand behind this one, being the same person’s, latest first; not paged',
    may: staff,
    params: byId,
    answer: listed(behindSchema),
    run: async ({ services }, { params }) => {
      await services.customers.get(params.id);
      return { items: await services.merges.behind(params.id), nextCursor: null };
    },
  }),
  operation({
    method: 'POST',
    path: '/customers/:id/merge',
    summary: 'Join another record of the same person to this one; `fields` are shown as the other has them',
    may: staff,
    params: byId,
    body: z.strictObject({ mergedId: id, fields: z.array(z.enum(mergeFields)).optional() }),
    answer: mergeSchema,
    run: ({ services }, { params, body: { mergedId, fields }, caller }) =>
      services.merges.merge({
        keptId: params.id,
        mergedId,
        ...(fields && { fields }),
        proof: 'staff',
        staffId: actor(caller),
      }),
  }),
  operation({
    method: 'POST',
    path: '/customer-merges/:id/split',
    summary: 'Undo a merge: every row goes back to the record that it belongs to, also what came since',
    may: staff,
    params: byId,
    answer: mergeSchema,
    run: ({ services }, { params, caller }) => services.merges.split(params.id, actor(caller)),
  }),
  operation({
    method: 'GET',
    path: '/customer-doubles',
    summary: 'Records that are likely one person, with the reasons; the 100 likeliest',
    may: staff,
    query: z.object({ customerId: id.optional() }),
    answer: listed(doubleSchema),
    run: async ({ services }, { query: { customerId } }) => ({
      items: await services.doubles.suggest(customerId ? { customerId } : {}),
      nextCursor: null,
    }),
  }),
  operation({
    method: 'POST',
    path: '/customer-doubles/distinct',
    summary: 'Say that two records are two people: they are not suggested again',
    may: staff,
    body: z.strictObject({ oneId: id, otherId: id }),
    run: ({ services }, { body: { oneId, otherId }, caller }) =>
      services.doubles.setApart(oneId, otherId, actor(caller)),
  }),
];
