import { z } from 'zod';
import { operation } from './resource.ts';
import { actor, staff } from './roles.ts';
import { byId, id, language, listOf, page, time } from './shapes.ts';

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
  closedAt: time.nullable(),
  /** The article that answers it now. */
  articleId: id.nullable(),
});
/** A question that nobody could answer. */
export type GapJson = z.input<typeof gapSchema>;

const clusterSchema = z.object({
  id,
  question: z.string(),
  language: z.string(),
  product: z.object({ id, sku: z.string(), name: z.string() }).nullable(),
  count: z.int(),
  score: z.number(),
  handoffs: z.int(),
  complaints: z.int(),
  unhelpful: z.int(),
  lastAskedAt: time,
  gaps: z.array(z.object({ id, question: z.string(), conversationId: id.nullable(), createdAt: time })),
});
/** Open questions that ask the same. */
export type GapClusterJson = z.input<typeof clusterSchema>;

const draftSchema = z.object({
  slug: z.string(),
  language,
  kind: z.string(),
  title: z.string(),
  body: z.string(),
  productSkus: z.array(z.string()).optional(),
});
/** An article to be finished. */
export type ArticleDraftJson = z.input<typeof draftSchema>;

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
    method: 'GET',
    path: '/gap-clusters',
    summary: 'Open questions that ask the same together, the costliest first; not paged',
    may: staff,
    answer: z.object({ items: z.array(clusterSchema), nextCursor: z.null() }),
    run: async ({ services }) => ({ items: await services.knowledge.gapClusters(), nextCursor: null }),
  }),
  operation({
    method: 'GET',
    path: '/gaps/:id/draft',
    summary: 'An article to be finished, from what colleagues answered to those who asked this',
    may: staff,
    params: byId,
    answer: draftSchema,
    run: ({ services }, { params }) => services.knowledge.gapDraft(params.id),
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
