import { z } from 'zod';
import { operation } from './resource.ts';
import { staff } from './roles.ts';
import { byId, id, listOf, localized, page, time } from './shapes.ts';

const valueSchema = z.union([z.number(), z.string(), z.boolean(), z.array(z.string()), z.array(localized), localized]);
const productSchema = z.object({
  id,
  sku: z.string(),
  model: z.string(),
  categoryKey: z.string(),
  name: localized,
  aliases: z.array(z.string()),
  description: localized,
  /** In the currency's smallest unit (fen). */
  priceCents: z.int(),
  currency: z.string(),
  attributes: z.record(z.string(), valueSchema),
  imagePath: z.string().nullable(),
  active: z.boolean(),
  updatedAt: time,
});
/** Something the shop sells. */
export type ProductJson = z.input<typeof productSchema>;

const categorySchema = z.object({ key: z.string(), name: localized, synonyms: z.array(z.string()) });

/** What the shop sells. */
export const productOperations = [
  operation({
    method: 'GET',
    path: '/products',
    summary: 'Products by stock number; by words of name, model or category',
    may: staff,
    query: z.object({ ...page, query: z.string().max(100).optional(), categoryKey: z.string().max(60).optional() }),
    answer: listOf(productSchema),
    run: ({ services }, { query }) => services.products.search(query),
  }),
  operation({
    method: 'GET',
    path: '/products/:id',
    summary: 'A product',
    may: staff,
    params: byId,
    answer: productSchema,
    run: ({ services }, { params }) => services.products.get(params.id),
  }),
  operation({
    method: 'GET',
    path: '/categories',
    summary: 'Categories by key; not paged',
    may: staff,
    answer: z.object({ items: z.array(categorySchema), nextCursor: z.null() }),
    run: async ({ services }) => ({ items: [...(await services.products.categories())], nextCursor: null }),
  }),
];
