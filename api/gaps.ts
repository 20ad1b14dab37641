import { z } from 'zod';
import { operation } from './resource.ts';
import { actor, staff } from './roles.ts';
import { byId, id, listOf, page, time } from './shapes.ts';

const stateSchema = z.enum(['open', 'closed']);
const gapSchema = z.object({
  id,
  question: z.string(),
  language: z.string(),
  reason: z.string(),
  state: stateSchema,
  customerId: id.nullable(),
  conversationId: id.nullable(),
  productId: id.nullable(),
  createdAt: time,
});
/** A question that nobody could answer. */
export type GapJson = z.input<typeof gapSchema>;

/** What the knowledge base lacks. */
export const gapOperations = [
  operation({
    method: 'GET',
    path: '/gaps',
    summary: 'Questions without an answer, newest first',
    may: staff,
    query: z.object({ ...page, state: stateSchema.optional() }),
    answer: listOf(gapSchema),
    run: ({ services }, { query }) => services.knowledge.gaps(query),
  }),
  operation({
    method: 'PATCH',
    path: '/gaps/:id',
    summary: 'Close or reopen a gap',
    may: staff,
    params: byId,
    body: z.strictObject({ state: stateSchema }),
    answer: gapSchema,
    run: ({ services }, { params, body, caller }) => services.knowledge.changeGap(params.id, body.state, actor(caller)),
  }),
];
