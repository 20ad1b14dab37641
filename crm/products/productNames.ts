import { ProductNames } from '#ai/entities/products.ts';
import type { Catalogue, Product } from './catalogue.ts';

/** A product that a text names, with the words that do. */
export interface Mention {
  product: Product;
  text: string;
  confidence: number;
}

/** Everything a product is called. */
export const namesOf = ({ sku, model, name, aliases }: Product): string[] => [name.zh, name.en, model, sku, ...aliases];

const known = new WeakMap<Catalogue, ProductNames>();

/** Products that a text names, in its order, also with a slip in the name; `confidence` is 1 for an exact name of one product. */
export function mentionsIn(text: string, catalogue: Catalogue): Mention[] {
  let names = known.get(catalogue);
  if (!names) {
    names = new ProductNames(catalogue.products.map((product) => ({ id: product.id, names: namesOf(product) })));
    known.set(catalogue, names);
  }
  return names.find(text).flatMap(({ id, text: words, confidence }) => {
    const product = catalogue.byId.get(id);
    return product ? [{ product, text: words, confidence }] : [];
  });
}
