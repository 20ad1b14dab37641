import type { Language } from '../../kit/i18n.ts';

/** One dictionary per language with the same keys, so that a missing translation does not compile. */
export type Dictionary<T> = Record<Language, T>;

/** What a code is called; a code that this page does not know yet stands for itself. */
export function nameOf(names: Readonly<Record<string, string>>, code: string): string {
  return names[code] ?? code;
}
