import type { Product, ProductSource } from '../shapes.ts';
import { airWater } from './airWater.ts';
import { babyCare } from './babyCare.ts';
import { beddingWarmth } from './beddingWarmth.ts';
import { bodyWash } from './bodyWash.ts';
import { hairCare } from './hairCare.ts';
import { kitchen } from './kitchen.ts';
import { laundryCleaning } from './laundryCleaning.ts';
import { oralCare } from './oralCare.ts';
import { skinCare } from './skinCare.ts';

const shelves: Record<string, ProductSource[]> = {
  hairCare,
  bodyWash,
  skinCare,
  oralCare,
  laundryCleaning,
  kitchen,
  airWater,
  beddingWarmth,
  babyCare,
};

/** The whole catalogue, shelf by shelf. */
export const products: Product[] = Object.entries(shelves).flatMap(([category, sources]) =>
  sources.map((source) => ({
    ...source,
    category,
    model: `QM-${source.sku}`,
    currency: 'CNY' as const,
    imagePath: `/media/products/${source.sku}.svg`,
  })),
);
