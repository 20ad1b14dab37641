import { z } from 'zod';
import { operation } from './resource.ts';
import { manager, person, staff } from './roles.ts';
import { byId, id, localized, words } from './shapes.ts';

const causeSchema = z.object({
  id,
  /** What complaints and defects keep. */
  code: z.string(),
  name: localized,
  /** What customers say of it; a star stands for a few characters. */
  words: z.array(z.string()),
  /** False: not offered any more. */
  active: z.boolean(),
  /** How many complaints are counted under it. */
  complaints: z.int(),
});
/** Why things go wrong, as the shop counts it. */
export type ComplaintCauseJson = z.input<typeof causeSchema>;

const listed = z.object({ items: z.array(causeSchema) });
const input = z.strictObject({
  name: z.strictObject({ zh: words(60), en: words(60) }),
  words: z.array(words(40)).max(80).default([]),
  active: z.boolean().default(true),
});

/** The cause codes that complaints are counted by. */
export const complaintCauseOperations = [
  operation({
    method: 'GET',
    path: '/complaint-causes',
    summary: 'The cause codes that complaints are counted by, in the order in which they are guessed',
    may: staff,
    answer: listed,
    run: async ({ services }) => ({ items: await services.causes.list() }),
  }),
  operation({
    method: 'POST',
    path: '/complaint-causes',
    summary: 'A cause of the shop’s own',
    may: manager,
    body: input,
    answer: causeSchema,
    status: 201,
    run: ({ services }, { body, caller }) => services.causes.save(body, person(caller).id),
  }),
  operation({
    method: 'PUT',
    path: '/complaint-causes/order',
    summary: 'Put the causes in this order; the first whose words fit is suggested',
    may: manager,
    body: z.strictObject({ ids: z.array(id).max(200) }),
    answer: listed,
    run: async ({ services }, { body, caller }) => ({
      items: await services.causes.order(body.ids, person(caller).id),
    }),
  }),
  operation({
    method: 'POST',
    path: '/complaint-causes/guess',
    summary: 'Which cause these words of a customer would be given; null: none',
    may: staff,
    body: z.strictObject({ text: words(2000) }),
    answer: z.object({ code: z.string().nullable() }),
    run: async ({ services }, { body }) => ({ code: await services.causes.guess(body.text) }),
  }),
  operation({
    method: 'PUT',
    path: '/complaint-causes/:id',
    summary: 'Change its names and words, or stop offering it',
    may: manager,
    params: byId,
    body: input,
    answer: causeSchema,
    run: ({ services }, { params, body, caller }) => services.causes.save(body, person(caller).id, params.id),
  }),
  operation({
    method: 'DELETE',
    path: '/complaint-causes/:id',
    summary: 'Remove a cause under which nothing was counted',
    may: manager,
    params: byId,
    run: ({ services }, { params, caller }) => services.causes.remove(params.id, person(caller).id),
  }),
];
