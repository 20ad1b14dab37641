import type { SearchDocument } from '../searchIndex.ts';
import { isHan, normalise, terms } from '../tokenizer.ts';

/** How much more a word in the title or keywords tells than one in the body. */
const TITLE_WEIGHT = 2.5;

/** A single character tells less than the word around it, but still finds 掉发 by 脱发; it is kept apart from one-character words. */
export const CHARACTER = '\u0001';
export const CHARACTER_WEIGHT = 0.3;

/** The characters of the Chinese words among `words`, marked as characters. */
export function* characterTerms(text: string): Generator<string> {
  for (const character of text) if (isHan(character)) yield CHARACTER + character;
}

/** Terms of a document with their frequency weighted by field, and the document's length in words. */
export function documentTerms({ title, body, keywords = [] }: SearchDocument): {
  weights: Map<string, number>;
  length: number;
} {
  const weights = new Map<string, number>();
  let length = 0;
  const add = (text: string, weight: number) => {
    const normalised = normalise(text);
    for (const { term } of terms(normalised)) {
      weights.set(term, (weights.get(term) ?? 0) + weight);
      length++;
    }
    for (const term of characterTerms(normalised)) weights.set(term, (weights.get(term) ?? 0) + weight);
  };
  add(title, TITLE_WEIGHT);
  for (const keyword of keywords) add(keyword, TITLE_WEIGHT);
  add(body, 1);
  return { weights, length };
}
