import { z } from 'zod';
import { articleInputSchema, articleKinds } from '#crm/knowledge/article.ts';
import { audienceSchema } from '#crm/knowledge/audience.ts';
import { operation } from './resource.ts';
import { actor, manager, staff } from './roles.ts';
import { byId, id, language, listOf, named, page, time } from './shapes.ts';

const articleSchema = z.object({
  id,
  slug: z.string(),
  language: z.string(),
  kind: z.string(),
  title: z.string(),
  body: z.string(),
  productSkus: z.array(z.string()),
  published: z.boolean(),
  audience: z.string(),
  validUntil: time.nullable(),
  owner: named.nullish(),
  /** Raised by every save. */
  version: z.int(),
  savedBy: named.nullish(),
  updatedAt: time,
});
/** A text of the knowledge base in one language. */
export type ArticleJson = z.input<typeof articleSchema>;

const passageSchema = z.object({
  articleId: id,
  slug: z.string(),
  title: z.string(),
  excerpt: z.string(),
  /** Where the words of the question stand in the excerpt: ranges of UTF-16 units. */
  marks: z.array(z.tuple([z.int(), z.int()])),
  score: z.number(),
});
/** A text that fits a question. */
export type PassageJson = z.input<typeof passageSchema>;

const versionSchema = articleSchema
  .pick({
    version: true,
    kind: true,
    title: true,
    body: true,
    productSkus: true,
    published: true,
    audience: true,
    validUntil: true,
  })
  .extend({ savedAt: time, savedBy: named.nullable() });
/** What an article said at a time. */
export type ArticleVersionJson = z.input<typeof versionSchema>;

const part = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });
const diffSchema = z.object({
  title: z.array(part),
  body: z.array(part),
  fields: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
});
/** What changed between two versions. */
export type ArticleDiffJson = z.input<typeof diffSchema>;

const reaskedSchema = z.object({ gapId: id, question: z.string(), answered: z.boolean(), text: z.string().nullable() });
/** An old question, asked again. */
export type ReaskedJson = z.input<typeof reaskedSchema>;

const body = articleInputSchema.extend({
  validUntil: time.nullable().default(null),
  /** The version that the change was made to; a save refuses to undo a colleague's. 0: a new article. */
  basedOn: z.int().min(0).optional(),
});
const whole = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.null() });
const all = <T>(items: T[]) => ({ items, nextCursor: null });

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
      audience: audienceSchema.optional(),
      state: z.enum(['published', 'draft', 'expired']).optional(),
    }),
    answer: listOf(articleSchema),
    run: ({ services }, { query }) => services.knowledge.articles.list(query),
  }),
  operation({
    method: 'GET',
    path: '/articles/search',
    summary: 'Passages that fit a question, best first, as the bot finds them for a customer of this audience',
    may: staff,
    query: z.object({
      question: z.string().min(1).max(500),
      language: language.default('zh'),
      audience: audienceSchema.default('public'),
      productSku: z.string().max(60).optional(),
      limit: z.coerce.number().int().min(1).max(20).default(5),
    }),
    answer: whole(passageSchema),
    run: async ({ services }, { query: { question, ...options } }) =>
      all(await services.knowledge.search(question, options)),
  }),
  operation({
    method: 'GET',
    path: '/articles/:id',
    summary: 'An article',
    may: staff,
    params: byId,
    answer: articleSchema,
    run: ({ services }, { params }) => services.knowledge.articles.get(params.id),
  }),
  operation({
    method: 'GET',
    path: '/articles/:id/translations',
    summary: 'The same article in other languages; not paged',
    may: staff,
    params: byId,
    answer: whole(articleSchema),
    run: async ({ services }, { params }) => all(await services.knowledge.articles.translations(params.id)),
  }),
  operation({
    method: 'GET',
    path: '/articles/:id/versions',
    summary: 'What an article said, latest first, what it says now included; not paged',
    may: staff,
    params: byId,
    answer: whole(versionSchema),
    run: async ({ services }, { params }) => all(await services.knowledge.articles.versions(params.id)),
  }),
  operation({
    method: 'GET',
    path: '/articles/:id/diff',
    summary: 'What changed from one version to another; without them: by the latest save',
    may: staff,
    params: byId,
    query: z.object({ from: z.coerce.number().int().min(1).optional(), to: z.coerce.number().int().min(1).optional() }),
    answer: diffSchema,
    run: ({ services }, { params, query }) => services.knowledge.articles.diff(params.id, query),
  }),
  operation({
    method: 'POST',
    path: '/articles',
    summary: 'Write an article, or replace the one of this slug and language; what it said before is kept',
    may: manager,
    body,
    answer: articleSchema,
    status: 201,
    run: async ({ services }, { body: { basedOn, ...article }, caller }) => {
      const { id } = await services.knowledge.articles.save(article, actor(caller), basedOn);
      return services.knowledge.articles.get(id);
    },
  }),
  operation({
    method: 'POST',
    path: '/articles/:id/restore',
    summary: 'Let an article say again what it said in a version',
    may: manager,
    params: byId,
    body: z.strictObject({ version: z.int().min(1) }),
    answer: articleSchema,
    run: async ({ services }, { params, body: { version }, caller }) => {
      await services.knowledge.articles.restore(params.id, version, actor(caller));
      return services.knowledge.articles.get(params.id);
    },
  }),
  operation({
    method: 'POST',
    path: '/articles/:id/reask',
    summary: 'Ask the open questions again that this article may answer; those that it does are closed',
    may: manager,
    params: byId,
    answer: whole(reaskedSchema),
    run: async ({ services }, { params, caller }) => all(await services.knowledge.reask(params.id, actor(caller))),
  }),
  operation({
    method: 'DELETE',
    path: '/articles/:id',
    summary: 'Delete an article',
    may: manager,
    params: byId,
    run: ({ services }, { params, caller }) => services.knowledge.articles.remove(params.id, actor(caller)),
  }),
];
