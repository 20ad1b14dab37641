import type { Product } from '../catalogue/shapes.ts';

/** A product as it is stored: with its id. */
export type Sold = Product & { id: string };

/** What a product is about to a customer who talks of it: how often they do, and how content they are (0 is as usual). */
export function moodOf(sku: string, daysAgo: number): { talkedOf: number; content: number } {
  if (sku === 'K710') return daysAgo < 240 ? { talkedOf: 3, content: -0.35 } : { talkedOf: 2, content: 0 };
  if (sku === 'A820')
    return daysAgo > 250 && daysAgo < 430 ? { talkedOf: 3, content: -0.3 } : { talkedOf: 2, content: 0.02 };
  if (['S210', 'B110', 'Y110', 'O510'].includes(sku)) return { talkedOf: 2, content: 0.06 };
  if (['K740', 'W840', 'T940'].includes(sku)) return { talkedOf: 1.5, content: -0.08 };
  return { talkedOf: 1, content: 0 };
}
