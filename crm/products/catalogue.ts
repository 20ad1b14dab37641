import type { Localized } from '../localized.ts';

/** A property's value: a number (in the definition's unit), a text, yes or no, or a list of texts. */
export type AttributeValue = number | string | boolean | string[] | Localized | Localized[];

/** What a property is called, in the words customers use; `unit` belongs to numbers. */
export interface AttributeDefinition {
  key: string;
  label: Localized;
  synonyms: string[];
  unit: string | null;
  kind: 'number' | 'text' | 'boolean' | 'list';
}

export interface Category {
  key: string;
  name: Localized;
  synonyms: string[];
}

/** Something the shop sells. `priceCents` is in the currency's smallest unit (fen). */
export interface Product {
  id: string;
  sku: string;
  model: string;
  categoryKey: string;
  name: Localized;
  aliases: string[];
  description: Localized;
  priceCents: number;
  currency: string;
  attributes: Record<string, AttributeValue>;
  imagePath: string | null;
  active: boolean;
  updatedAt: Date;
  demo: boolean;
}

/** All that is sold, in memory; never changed, but replaced when the catalogue changes. Inactive products are in `byId` and `bySku` only. */
export interface Catalogue {
  products: readonly Product[];
  categories: readonly Category[];
  attributes: readonly AttributeDefinition[];
  byId: ReadonlyMap<string, Product>;
  bySku: ReadonlyMap<string, Product>;
}
