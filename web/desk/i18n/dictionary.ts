import type { Language } from '../../kit/i18n.ts';

/** One dictionary per language with the same keys, so that a missing translation does not compile. */
export type Dictionary<T> = Record<Language, T>;
