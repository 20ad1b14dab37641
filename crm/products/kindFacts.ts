import type { Language } from '#ai/reading.ts';
import { inLanguage } from '../localized.ts';
import { askedAttributes, definitionsOf, knows } from './askedAttributes.ts';
import { factOf } from './attributeAnswer.ts';
import type { Catalogue, Product } from './catalogue.ts';

/** Properties of each of several products: `values` stand in the order of `keys` and `labels`; null: the shop does not know. */
export interface KindFacts {
  keys: string[];
  labels: string[];
  rows: { product: Product; values: (string | null)[] }[];
}

/** What a question asks of a kind of things rather than of one ("洗发水多少钱"); null: no property that any of them has. `otherwise`: the keys asked for where it names none. */
export function kindFacts(
  question: string,
  kind: readonly Product[],
  catalogue: Catalogue,
  language: Language,
  otherwise: readonly string[] = [],
): KindFacts | null {
  const named = askedAttributes(question, catalogue, [...kind]);
  const meant = named.length > 0 ? named : definitionsOf(catalogue).filter(({ key }) => otherwise.includes(key));
  const asked = meant.filter(({ key }) => kind.some((product) => knows(product, key)));
  if (asked.length === 0) return null;
  return {
    keys: asked.map(({ key }) => key),
    labels: asked.map(({ label }) => inLanguage(label, language)),
    rows: kind.map((product) => ({
      product,
      values: asked.map((definition) => factOf(product, definition, language).value),
    })),
  };
}
