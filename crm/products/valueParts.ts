import type { AttributeValue, Catalogue } from './catalogue.ts';
import { hasPhrase, prepare } from './phrases.ts';
import { fitsAll, unfit } from './wishWords.ts';

/** The pieces that a value's texts consist of, both languages: "敏感肌、各种肤质" has two. */
export function partsOf(value: AttributeValue | undefined): string[] {
  return textsOf(value).flatMap((text) =>
    text
      .split(/[、，,;；/（）()]|\band\b|和/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
}

const known = new WeakMap<Catalogue, Map<string, ReadonlySet<string>>>();

/** All pieces that the values of one property have, of everything that is sold; worked out once for a snapshot. */
export function partsIn(catalogue: Catalogue, key: string): ReadonlySet<string> {
  const byKey = known.get(catalogue) ?? new Map<string, ReadonlySet<string>>();
  known.set(catalogue, byKey);
  const made = byKey.get(key) ?? new Set(catalogue.products.flatMap((product) => partsOf(product.attributes[key])));
  byKey.set(key, made);
  return made;
}

/** Whether a value holds one of the words: yes, no (another value, or said to be no fit), or perhaps (it fits everything). */
export function holds(value: AttributeValue, words: string[]): 'yes' | 'no' | 'perhaps' {
  const parts = partsOf(value);
  const naming = parts.filter((part) => words.some((word) => hasPhrase(prepare(part), word)));
  if (naming.some((part) => unfit.test(part))) return 'no';
  if (naming.length > 0) return 'yes';
  return parts.some((part) => fitsAll.test(part)) ? 'perhaps' : 'no';
}

function textsOf(value: AttributeValue | undefined): string[] {
  if (value === undefined || typeof value === 'number' || typeof value === 'boolean') return [];
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return [value.zh, value.en];
  return value.flatMap((item) => (typeof item === 'string' ? [item] : [item.zh, item.en]));
}
