import type { Language } from '#ai/reading.ts';
import type { Product } from '../products/catalogue.ts';
import { namesOf } from '../products/productNames.ts';

/** All names of a product as one text, to see whether one has changed; empty for a product that is gone. */
export const namesKey = (product: Product | undefined): string => (product ? namesOf(product).join('\n') : '');

/** What the product is called in the article's language, so that the article is found by it. */
export function keywordsOf(product: Product | undefined, language: Language): string[] {
  if (!product) return [];
  const spoken = (alias: string) => /\p{Script=Han}/u.test(alias) === (language === 'zh');
  return [product.name[language], product.model, ...product.aliases.filter(spoken)];
}
