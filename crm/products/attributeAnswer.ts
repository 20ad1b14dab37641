import type { Language } from '#ai/reading.ts';
import { inLanguage } from '../localized.ts';
import { askedAttributes, definitionsOf, knows, PRICE } from './askedAttributes.ts';
import { askedItems } from './askedItems.ts';
import type { AttributeDefinition, AttributeValue, Catalogue, Product } from './catalogue.ts';
import { formatPrice, formatValue } from './formatValue.ts';
import { convert, convertSizes, wantedUnit } from './units.ts';

/** A fact about a product. `value` is ready to show, with its unit; null: the shop does not know. `key` is `price` or an attribute's. */
export interface AttributeAnswer {
  key: string;
  label: string;
  value: string | null;
  /** As the catalogue holds it; a price in the currency's unit. */
  raw: AttributeValue | null;
  /** Where the question asked whether a list holds something. */
  item?: { name: string; held: boolean };
}

/** What a question asks about one product, in the order of the question; empty if it names no property. Nothing is guessed. */
export function attributeAnswers(
  question: string,
  product: Product,
  catalogue: Catalogue,
  language: Language,
): AttributeAnswer[] {
  const items = askedItems(question, product, catalogue);
  const plain = askedAttributes(question, catalogue, [product]).filter(
    (definition) => !items.some((one) => one.definition === definition),
  );
  const facts = plain.map((definition) =>
    inAskedUnit(question, factOf(product, definition, language), definition, language),
  );
  const applying = facts.filter(({ key, value }) => value !== null || appliesTo(product, key, catalogue));
  return [
    // What nothing of this kind has was hardly meant, if something else was.
    ...(applying.length > 0 || items.length > 0 ? applying : facts),
    ...items.map(({ definition, item, held }) => ({
      ...factOf(product, definition, language),
      item: { name: item, held },
    })),
  ];
}

/** The value in the unit that the question names, with the catalogue's own beside it: `23 斤（11.5 kg）`. */
function inAskedUnit(
  question: string,
  fact: AttributeAnswer,
  { unit }: AttributeDefinition,
  language: Language,
): AttributeAnswer {
  if (fact.value === null) return fact;
  const to = wantedUnit(question, unit ?? (typeof fact.raw === 'number' ? null : 'cm'));
  if (!to) return fact;
  const told =
    typeof fact.raw === 'number' ? convert(fact.raw, unit!, to, language) : convertSizes(fact.value, to, language);
  if (told === null) return fact;
  return { ...fact, value: language === 'zh' ? `${told}（${fact.value}）` : `${told} (${fact.value})` };
}

const appliesTo = ({ categoryKey }: Product, key: string, catalogue: Catalogue): boolean =>
  catalogue.products.some((product) => product.categoryKey === categoryKey && knows(product, key));

/** The price and all that is known of a product, in the order of the definitions. */
export function factsOf(product: Product, catalogue: Catalogue, language: Language): AttributeAnswer[] {
  const known = definitionsOf(catalogue).filter((definition) => knows(product, definition.key));
  return known.map((definition) => factOf(product, definition, language));
}

/** One property of a product. */
export function factOf(product: Product, definition: AttributeDefinition, language: Language): AttributeAnswer {
  const { key } = definition;
  const label = inLanguage(definition.label, language);
  const value = product.attributes[key];
  if (value === undefined && key === PRICE.key && product.priceCents > 0) {
    const { priceCents, currency } = product;
    return { key, label, value: formatPrice(priceCents, currency), raw: priceCents / 100 };
  }
  return {
    key,
    label,
    value: value === undefined ? null : formatValue(value, definition, language),
    raw: value ?? null,
  };
}
