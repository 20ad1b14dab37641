import type { Language } from '#ai/reading.ts';
import type { Catalogue, Product } from './catalogue.ts';

/** A fact about a product that was asked for. `value` is ready to show, with its unit; null: the shop does not know. `key` is `price` or an attribute's. */
export interface AttributeAnswer {
  key: string;
  label: string;
  value: string | null;
}

/** What a question asks about one product, in the order of the question; empty if it names no property. */
export function attributeAnswers(
  _question: string,
  _product: Product,
  _catalogue: Catalogue,
  _language: Language,
): AttributeAnswer[] {
  throw new Error();
}
