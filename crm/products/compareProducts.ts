import type { Language } from '#ai/reading.ts';
import type { Catalogue, Product } from './catalogue.ts';

/** A line of a comparison; a value is null where the shop does not know it. `key` is `price` or an attribute's. */
export interface ComparisonRow {
  key: string;
  label: string;
  values: [string | null, string | null];
  same: boolean;
}

/** Two products beside each other: what the question asks for, else price and what they have in common, differences first, at most `limit` rows. */
export function compareProducts(
  _a: Product,
  _b: Product,
  _catalogue: Catalogue,
  _language: Language,
  _options?: { question?: string; limit?: number },
): ComparisonRow[] {
  throw new Error();
}
