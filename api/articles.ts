import { z } from 'zod';
import { articleInputSchema, articleKinds } from '#crm/knowledge/article.ts';
import { operation } from './resource.ts';
import { actor, manager, staff } from './roles.ts';
import { byId, id, language, listOf, page, time } from './shapes.ts';

const articleSchema = z.object({
  id,
  slug: z.string(),
  language: z.string(),
  kind: z.string(),
  title: z.string(),
  body: z.string(),
  productSkus: z.array(z.string()),
  published: z.boolean(),
  updatedAt: time,
});
/** A text of the knowledge base in one language. */
export type ArticleJson = z.input<typeof articleSchema>;

const passageSchema = z.object({
  articleId: id,
  slug: z.string(),
  title: z.string(),
  excerpt: z.string(),
  score: z.number(),
});

/** The knowledge base. */
export const articleOperations = [
  operation({
    method: 'GET',
    path: '/articles',
    summary: 'Articles, last changed first',
    may: staff,
    query: z.object({
      ...page,
      query: z.string().max(100).optional(),
      kind: z.enum(articleKinds).optional(),
      language: language.optional(),
    }),
    answer: listOf(articleSchema),
    run: ({ services }, { query }) => services.knowledge.articles(query),
  }),
  operation({
    method: 'GET',
    path: '/articles/search',
    summary: 'Passages that fit a question, best first, as the bot finds them',
    may: staff,
    query: z.object({
      question: z.string().min(1).max(500),
      language: language.default('zh'),
      productSku: z.string().max(60).optional(),
      limit: z.coerce.number().int().min(1).max(20).default(5),
    }),
    answer: z.object({ items: z.array(passageSchema), nextCursor: z.null() }),
    run: async ({ services }, { query: { question, ...options } }) => ({
      items: await services.knowledge.search(question, options),
      nextCursor: null,
    }),
  }),
  operation({
    method: 'GET',
    path: '/articles/:id',
    summary: 'An article',
    may: staff,
    params: byId,
    answer: articleSchema,
    run: ({ services }, { params }) => services.knowledge.article(params.id),
  }),
  operation({
    method: 'POST',
    path: '/articles',
    summary: 'Write an article, or replace the one of this slug and language',
    may: manager,
    body: articleInputSchema,
    answer: articleSchema,
    status: 201,
    run: ({ services }, { body, caller }) => services.knowledge.save(body, actor(caller)),
  }),
  operation({
    method: 'DELETE',
    path: '/articles/:id',
    summary: 'Delete an article',
    may: manager,
    params: byId,
    run: ({ services }, { params, caller }) => services.knowledge.remove(params.id, actor(caller)),
  }),
];
