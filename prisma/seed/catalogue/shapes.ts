/** The languages every word of the shop exists in. */
export type Language = 'zh' | 'en';

/** One text in both languages. */
export interface Localized {
  zh: string;
  en: string;
}

/** What an attribute may hold: a figure in the definition's unit, a mark, yes or no, words, or a list of them. */
export type AttributeValue = number | string | boolean | string[] | Localized | Localized[];

/** Which form a value takes: number -> number, text -> string | Localized, boolean -> boolean, list -> string[] | Localized[]. */
export type AttributeKind = 'number' | 'text' | 'boolean' | 'list';

/** What an attribute is called, what customers say when they ask for it, and its unit. */
export interface AttributeDefinition {
  key: string;
  label: Localized;
  /** Words customers use, both languages; lower case. */
  synonyms: string[];
  /** Unit of the figure: an SI symbol, or one of the words CNY, CNY/year, month, day, hour, piece, which pages translate. */
  unit?: string;
  kind: AttributeKind;
}

/** A shelf of the shop. */
export interface Category {
  key: string;
  name: Localized;
  /** Words customers use for anything on this shelf, both languages. */
  synonyms: string[];
}

/** Something the shop sells. */
export interface Product {
  /** Stock number, unique, e.g. "S210". */
  sku: string;
  /** Model number as printed on the label, e.g. "QM-S210". */
  model: string;
  /** Key of its category. */
  category: string;
  name: Localized;
  /** What customers call it, both languages. */
  aliases: string[];
  description: Localized;
  /** Retail price with tax, in fen. */
  priceCents: number;
  currency: 'CNY';
  attributes: Record<string, AttributeValue>;
  /** Path of its picture on our server. */
  imagePath: string;
}

/** A product as written in a category's file: the rest follows from sku and category. */
export type ProductSource = Omit<Product, 'model' | 'category' | 'currency' | 'imagePath'>;
