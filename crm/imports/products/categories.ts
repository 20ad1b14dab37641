import type { Bulk } from '#prisma/client.ts';
import { slugOf } from '../../knowledge/slug.ts';
import { headerKey } from '../columns.ts';

/** The shop's categories by key, name or another word for them; what is none of these becomes a new one. */
export class Categories {
  readonly #known = new Map<string, string>();
  readonly #new = new Map<string, string>();

  static async load(bulk: Bulk): Promise<Categories> {
    const categories = new Categories();
    const rows = await bulk.query('SELECT key, name, synonyms FROM "Category" ORDER BY key');
    const named = rows as unknown as { key: string; name: { zh: string; en: string }; synonyms: string[] }[];
    for (const { key, synonyms } of named) for (const word of synonyms) categories.#know(word, key);
    for (const { key, name } of named)
      for (const word of [key, name.zh, name.en]) categories.#known.set(headerKey(word), key);
    return categories;
  }

  /** The key of a category by what a file calls it. */
  keyOf(name: string): string {
    const known = this.#known.get(headerKey(name));
    if (known) return known;
    const key = slugOf(name) ?? name;
    this.#known.set(headerKey(name), key);
    this.#new.set(key, name);
    return key;
  }

  get added(): { key: string; name: string }[] {
    return [...this.#new].map(([key, name]) => ({ key, name }));
  }

  /** A word for two categories names neither. */
  #know(word: string, key: string): void {
    const name = headerKey(word);
    if (this.#known.has(name) && this.#known.get(name) !== key) this.#known.delete(name);
    else this.#known.set(name, key);
  }
}
