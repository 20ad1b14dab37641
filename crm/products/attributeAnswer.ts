import type { Language } from '#ai/reading.ts';
import { inLanguage } from '../localized.ts';
import { askedAttributes, definitionsOf, knows, PRICE } from './askedAttributes.ts';
import type { AttributeDefinition, Catalogue, Product } from './catalogue.ts';
import { formatPrice, formatValue } from './formatValue.ts';

/** A fact about a product. `value` is ready to show, with its unit; null: the shop does not know. `key` is `price` or an attribute's. */
export interface AttributeAnswer {
  key: string;
  label: string;
  value: string | null;
}

/** What a question asks about one product, in the order of the question; empty if it names no property. Nothing is guessed. */
export function attributeAnswers(
  question: string,
  product: Product,
  catalogue: Catalogue,
  language: Language,
): AttributeAnswer[] {
  return askedAttributes(question, catalogue, [product]).map((definition) => factOf(product, definition, language));
}

/** The price and all that is known of a product, in the order of the definitions. */
export function factsOf(product: Product, catalogue: Catalogue, language: Language): AttributeAnswer[] {
  const known = definitionsOf(catalogue).filter((definition) => knows(product, definition.key));
  return known.map((definition) => factOf(product, definition, language));
}

/** One property of a product. */
export function factOf(product: Product, definition: AttributeDefinition, language: Language): AttributeAnswer {
  const { key } = definition;
  const label = inLanguage(definition.label, language);
  if (key === PRICE.key) return { key, label, value: formatPrice(product.priceCents, product.currency) };
  const value = product.attributes[key];
  return { key, label, value: value === undefined ? null : formatValue(value, definition, language) };
}
