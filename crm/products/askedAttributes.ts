import type { AttributeDefinition, Catalogue, Product } from './catalogue.ts';
import { everydaySpans } from './everydayQuestions.ts';
import {
  findPhrase,
  hasPhrase,
  lengthOf,
  overlaps,
  type PreparedText,
  prepare,
  type Span,
  without,
} from './phrases.ts';

/** The price is asked for like a property; a shop may rename it by defining an attribute with this key. */
export const PRICE: AttributeDefinition = {
  key: 'price',
  label: { zh: '价格', en: 'Price' },
  synonyms: ['价钱', '多少钱', '售价', '贵吗', 'price', 'cost', 'how much is', 'how much does'],
  unit: 'CNY',
  kind: 'number',
};

/** All that can be asked for, the price first. */
export function definitionsOf(catalogue: Catalogue): AttributeDefinition[] {
  const own = catalogue.attributes.find((definition) => definition.key === PRICE.key);
  return [own ?? PRICE, ...catalogue.attributes.filter((definition) => definition !== own)];
}

/** The words by which a property is asked for: its labels, also without what stands in brackets, and its synonyms. */
export function wordsOf(definition: AttributeDefinition): string[] {
  const labels = [definition.label.zh, definition.label.en].flatMap((label) => [label, ...label.split(/[（()）]/)]);
  const words = [...labels, ...definition.synonyms].map((word) => word.trim());
  // One character in brackets (起) stands in too many other words.
  return [...new Set(words.filter((word) => word !== '' && !/^\p{Script=Han}$/u.test(word)))];
}

/** A price of nothing stands for a price that the shop does not name. */
export const knows = (product: Product, key: string): boolean =>
  product.attributes[key] !== undefined || (key === PRICE.key && product.priceCents > 0);

interface Found {
  definition: AttributeDefinition;
  span: Span;
}

/**
 * The properties that a question names, in its order. Longer words win over shorter ones inside them; where one word
 * belongs to several properties ("size"), those that the products have are meant.
 */
export function askedAttributes(question: string, catalogue: Catalogue, products: Product[]): AttributeDefinition[] {
  const text = withoutNames(prepare(question), products);
  const found = definitionsOf(catalogue).flatMap((definition) =>
    [...spansOf(text, wordsOf(definition)), ...everydaySpans(text, definition)].map(
      (span): Found => ({ definition, span: withMeasure(text, span) }),
    ),
  );
  const whole = found.filter(({ span }) => !found.some((other) => inside(span, other.span)));
  const kept = whole.filter((one) => longestOf(whole, one.definition) === one);
  const meant = kept.filter(
    (one) => has(one, products) || !whole.some((other) => overlaps(one.span, other.span) && has(other, products)),
  );
  const chosen = meant.filter(
    (one, i) => has(one, products) || !meant.slice(0, i).some((other) => overlaps(one.span, other.span)),
  );
  const money = chosen.some(
    (one) => one.definition.key !== PRICE.key && one.definition.unit?.startsWith('CNY') && has(one, products),
  );
  // "What does it cost a year" asks for the upkeep alone; "the price and the upkeep" for both.
  const asked = chosen.filter(
    ({ definition: { key, label } }) =>
      key !== PRICE.key || !money || [label.zh, label.en].some((word) => hasPhrase(text, word)),
  );
  return asked.sort((a, b) => a.span.start - b.span.start).map(({ definition }) => definition);
}

const measure =
  /^(?:有|是|大概|一般|大约)?(?:(?:多[大小高低长短宽重久响厚]|多少(?!钱|块))|[大小高低长重久厚]吗|[大高长重]不[大高长重])/;

/** "噪音多大" asks for the noise, not for the size: words of measure belong to the property before them. */
function withMeasure(text: PreparedText, { start, end }: Span): Span {
  return { start, end: end + (measure.exec(text.text.slice(end))?.[0].length ?? 0) };
}

const has = ({ definition }: Found, products: Product[]): boolean =>
  products.some((product) => knows(product, definition.key));

const inside = (a: Span, b: Span): boolean => overlaps(a, b) && lengthOf(a) < lengthOf(b);

function spansOf(text: PreparedText, phrases: string[]): Span[] {
  return phrases.flatMap((phrase) => findPhrase(text, phrase) ?? []);
}

function longestOf(found: Found[], definition: AttributeDefinition): Found | undefined {
  const own = found.filter((one) => one.definition === definition);
  return own.reduce((best, one) => (lengthOf(one.span) > lengthOf(best.span) ? one : best), own[0]!);
}

/** Words of a product's name are no question: "the water filter" does not ask for the life of the filter. */
function withoutNames(text: PreparedText, products: Product[]): PreparedText {
  const names = products.flatMap(({ name, model, sku, aliases }) => [name.zh, name.en, model, sku, ...aliases]);
  return without(text, spansOf(text, names));
}
