import { z } from 'zod';
import { synonymInputSchema } from '#crm/knowledge/synonyms.ts';
import { operation } from './resource.ts';
import { actor, manager, staff } from './roles.ts';
import { byId, id, time } from './shapes.ts';

const synonymSchema = z.object({ id, words: z.array(z.string()), updatedAt: time });
/** Words that mean the same in this shop. */
export type SynonymJson = z.input<typeof synonymSchema>;

/** What the shop calls by several names; search takes one word for another. */
export const synonymOperations = [
  operation({
    method: 'GET',
    path: '/synonyms',
    summary: 'Groups of words that mean the same, last changed first; not paged',
    may: staff,
    answer: z.object({ items: z.array(synonymSchema), nextCursor: z.null() }),
    run: async ({ services }) => ({ items: await services.synonyms.list(), nextCursor: null }),
  }),
  operation({
    method: 'POST',
    path: '/synonyms',
    summary: 'Add a group',
    may: manager,
    body: synonymInputSchema,
    answer: synonymSchema,
    status: 201,
    run: ({ services }, { body, caller }) => services.synonyms.add(body, actor(caller)),
  }),
  operation({
    method: 'PUT',
    path: '/synonyms/:id',
    summary: 'Replace the words of a group',
    may: manager,
    params: byId,
    body: synonymInputSchema,
    answer: synonymSchema,
    run: ({ services }, { params, body, caller }) => services.synonyms.change(params.id, body, actor(caller)),
  }),
  operation({
    method: 'DELETE',
    path: '/synonyms/:id',
    summary: 'Remove a group',
    may: manager,
    params: byId,
    status: 204,
    run: ({ services }, { params, caller }) => services.synonyms.remove(params.id, actor(caller)),
  }),
];
