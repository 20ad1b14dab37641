import { definitionsOf } from './askedAttributes.ts';
import type { AttributeDefinition, Catalogue, Product } from './catalogue.ts';
import { lengthOf, overlaps, type PreparedText, prepare, type Span } from './phrases.ts';

/** Whether a product's list holds what a question asks for ("有吹风机吗", "does it have a sleep mode"). `item` is written as in the catalogue. */
export interface AskedItem {
  definition: AttributeDefinition;
  item: string;
  held: boolean;
}

interface Item {
  text: string;
  definition: AttributeDefinition;
}

const SHORTEST = 2;
const polar =
  /有没有|有无|是否|能否|可否|([是能会含带要有])不\1|吗|么(?=[\s?？。!！]|$)|没(?:有)?(?=[\s?？。!！]|$)|\b(?:is|are|does|do|has|have|can) (?:it|there|they|this|that|you|the)\b/;
const open = /什么|哪|啥|多少|几|怎|如何|\b(?:what|which|how|where|when|why)\b/;
const known = new WeakMap<Catalogue, Map<string, Item[]>>();

/** The items of lists that a yes-or-no question names, in its order; items that nothing in the catalogue has are unknown and left out. */
export function askedItems(question: string, product: Product, catalogue: Catalogue): AskedItem[] {
  const clauses = question.split(/(?<=[?？。!！;；,，])/).filter((clause) => clause.trim() !== '');
  const asked = clauses.filter((clause) => polar.test(clause) && !open.test(clause));
  return asked.flatMap((clause) => {
    const named = longest(itemsNamed(prepare(clause.replaceAll('的', '')), catalogue))
      .filter(({ definition }) => product.attributes[definition.key] !== undefined)
      .map(({ span, definition, text }) => ({
        span,
        definition,
        item: text,
        held: holdsItem(product, definition.key, text),
      }));
    // The same words may stand in two lists (a bar, the place and the facility): the one that holds them is meant.
    const meant = named.filter(
      (one) =>
        one.held ||
        !named.some(
          (other) =>
            other !== one &&
            (other.held || named.indexOf(other) < named.indexOf(one)) &&
            overlaps(other.span, one.span),
        ),
    );
    return meant.map(({ definition, item, held }) => ({ definition, item, held }));
  });
}

function itemsNamed(text: PreparedText, catalogue: Catalogue): (Item & { span: Span })[] {
  const byStart = itemsOf(catalogue);
  const named: (Item & { span: Span })[] = [];
  for (let at = 0; at < text.text.length; at++) {
    for (const item of byStart.get(text.text.slice(at, at + SHORTEST)) ?? []) {
      const spelled = spelling(item.text);
      if (text.text.startsWith(spelled, at) && isWhole(text.text, at, at + spelled.length))
        named.push({ ...item, span: { start: at, end: at + spelled.length } });
    }
  }
  return named;
}

const longest = (named: (Item & { span: Span })[]) =>
  named.filter(
    ({ span }) => !named.some((other) => overlaps(span, other.span) && lengthOf(other.span) > lengthOf(span)),
  );

/** Latin words stand alone; Chinese ones are followed by anything. */
const isWhole = (text: string, start: number, end: number): boolean =>
  !/[a-z0-9]{2}/.test(text.slice(start - 1, start + 1)) && !/[a-z0-9]{2}/.test(text.slice(end - 1, end + 1));

function holdsItem(product: Product, key: string, item: string): boolean {
  const wanted = spelling(item);
  return itemsIn(product, key).some((one) => spelling(one) === wanted);
}

const spelling = (text: string): string => prepare(text).text.replaceAll('的', '').trim();

function itemsIn(product: Product, key: string): string[] {
  const value = product.attributes[key];
  if (!Array.isArray(value)) return [];
  return value.flatMap((item) => (typeof item === 'string' ? [item] : [item.zh, item.en]));
}

/** Every item of every list, by its first characters. */
function itemsOf(catalogue: Catalogue): Map<string, Item[]> {
  const made = known.get(catalogue);
  if (made) return made;
  const byStart = new Map<string, Item[]>();
  for (const definition of definitionsOf(catalogue).filter(({ kind }) => kind === 'list')) {
    const items = new Set(catalogue.products.flatMap((product) => itemsIn(product, definition.key)));
    for (const text of items) {
      const start = spelling(text).slice(0, SHORTEST);
      if (start.length < SHORTEST) continue;
      const list = byStart.get(start) ?? [];
      byStart.set(start, list);
      list.push({ text, definition });
    }
  }
  known.set(catalogue, byStart);
  return byStart;
}
