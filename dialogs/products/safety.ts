import type { Language } from '#ai/reading.ts';
import type { Product } from '#crm/products/catalogue.ts';
import { replies } from './replies.ts';
import type { Taste } from './tastes.ts';

const pregnancy = 'pregnancySafe';
const child = 'childSafe';
const age = 'minAgeMonths';

/**
 * What customers who are pregnant or have children at home (told and agreed to be noted) must know of a product before anything else,
 * as far as its label says; `known`: properties that the answer tells anyway.
 */
export function safetyNotes(
  { attributes }: Pick<Product, 'attributes'>,
  tastes: readonly Pick<Taste, 'key'>[],
  language: Language,
  known: readonly string[] = [],
): string[] {
  const words = replies[language];
  const has = (need: string) => tastes.some(({ key }) => key === need);
  const notes: string[] = [];
  if (has('pregnant') && !known.includes(pregnancy)) {
    if (attributes[pregnancy] === false) notes.push(words.notInPregnancy);
    else if (attributes[pregnancy] === true) notes.push(words.inPregnancy);
  }
  if (has('children') && !known.includes(child) && !known.includes(age)) {
    const months = attributes[age];
    if (attributes[child] === false) notes.push(words.notForChildren);
    else if (typeof months === 'number' && months > 0) notes.push(words.fromAge(months));
  }
  return notes;
}

/** An answer about a product with what must be known first before it, and what goes against the customer's tastes after it. */
export const withNotes = (notes: readonly string[], text: string, caution: string | undefined): string =>
  [...notes, text, ...(caution ? [caution] : [])].join('\n\n');
