import type { Language } from '#ai/reading.ts';
import type { Catalogue, Product } from './catalogue.ts';

/** Why a product fits a wish. `label` and `value` are ready to show in the language asked for (`Fragrance`, `unscented`; `Price`, `¥129`). */
export interface Reason {
  key: string;
  label: string;
  value: string;
}

/** A product with what speaks for it; `unmet` are the parts of the wish that it does not fulfil (empty: it fulfils all). */
export interface Suggestion {
  product: Product;
  reasons: Reason[];
  unmet: Reason[];
  score: number;
}

/** Products for a wish such as "unscented", "for sensitive skin", "under 200 yuan", "a quiet humidifier": those that fulfil all of it first. Empty if the text holds no wish. */
export function findByWish(
  _wish: string,
  _catalogue: Catalogue,
  _language: Language,
  _options?: { limit?: number; preferences?: { key: string; value: string }[] },
): Suggestion[] {
  throw new Error();
}
