import { z } from 'zod';
import { operation } from './resource.ts';
import { manager, person, staff } from './roles.ts';
import { byId, id, localized, words } from './shapes.ts';

const replySchema = z.object({ id, shortcut: z.string(), text: localized });
/** A reply that staff keep ready. */
export type CannedReplyJson = z.input<typeof replySchema>;

const input = z.strictObject({
  shortcut: words(40),
  text: z.strictObject({ zh: words(2000), en: words(2000) }),
});

/** Canned replies. */
export const cannedReplyOperations = [
  operation({
    method: 'GET',
    path: '/canned-replies',
    summary:
      'Replies that are kept ready, by shortcut; {customer}, {staff}, {shop}, {hours} and {hotline} stand for what they say',
    may: staff,
    answer: z.object({ items: z.array(replySchema) }),
    run: async ({ services }) => ({ items: await services.cannedReplies.list() }),
  }),
  operation({
    method: 'POST',
    path: '/canned-replies',
    summary: 'Keep a reply ready',
    may: manager,
    body: input,
    answer: replySchema,
    status: 201,
    run: ({ services }, { body, caller }) => services.cannedReplies.save(body, person(caller).id),
  }),
  operation({
    method: 'PUT',
    path: '/canned-replies/:id',
    summary: 'Change it',
    may: manager,
    params: byId,
    body: input,
    answer: replySchema,
    run: ({ services }, { params, body, caller }) => services.cannedReplies.save(body, person(caller).id, params.id),
  }),
  operation({
    method: 'DELETE',
    path: '/canned-replies/:id',
    summary: 'Remove it',
    may: manager,
    params: byId,
    run: ({ services }, { params, caller }) => services.cannedReplies.remove(params.id, person(caller).id),
  }),
];
