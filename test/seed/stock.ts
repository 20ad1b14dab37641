import { articles } from '#prisma/seed/articles/index.ts';
import { products } from '#prisma/seed/catalogue/products/index.ts';
import { generateHistory } from '#prisma/seed/history/generateHistory.ts';
import type { History } from '#prisma/seed/history/rows.ts';

const id = (kind: number, index: number): string => `00000000-0000-7000-800${kind}-${String(index).padStart(12, '0')}`;

/** The catalogue and the articles with ids, as the database would hold them. */
export const stock = {
  sold: products.map((product, index) => ({ ...product, id: id(1, index) })),
  articles: articles.map((article, index) => ({ ...article, id: id(2, index) })),
};

/** A history of the demo shop, by default as of a Wednesday in August. */
export const historyOf = (now = new Date('2026-08-12T06:30:00Z'), seed = 1): History =>
  generateHistory({ ...stock, seed, now, firstComplaintNumber: 1001 });
