import type { Language } from '#ai/reading.ts';
import type { Database } from '#prisma/client.ts';
import type { Page, PageRequest } from '../page.ts';
import type { AttributeAnswer } from './attributeAnswer.ts';
import type { Catalogue, Product } from './catalogue.ts';
import type { ComparisonRow } from './compareProducts.ts';
import type { Suggestion } from './findByWish.ts';

/** A product that a text names; confidence is 1 for an exact name. */
export interface Mention {
  product: Product;
  text: string;
  confidence: number;
}

/** What the shop sells. */
export class Products {
  constructor(_db: Database) {}
  /** The snapshot in memory; loaded at the first call, replaced when the catalogue changes. */
  async catalogue(): Promise<Catalogue> {
    throw new Error();
  }
  /** Calls back with each new snapshot (for what is built from it, e.g. the reader's names); returns how to stop. */
  onChange(_listener: (catalogue: Catalogue) => void): () => void {
    throw new Error();
  }
  async find(_id: string): Promise<Product | null> {
    throw new Error();
  }
  async bySku(_sku: string): Promise<Product | null> {
    throw new Error();
  }
  /** Throws NotFound. */
  async get(_id: string): Promise<Product> {
    throw new Error();
  }
  /** By words of the name, alias, model, sku or category; by name if there is no query. */
  async search(_request: PageRequest & { query?: string; categoryKey?: string }): Promise<Page<Product>> {
    throw new Error();
  }
  /** Products that a text names, best first. */
  async mentions(_text: string): Promise<Mention[]> {
    throw new Error();
  }
  /** The properties that a question asks of a product; unknown ones have value null, they are never guessed. */
  async answer(_question: string, _product: Product, _language: Language): Promise<AttributeAnswer[]> {
    throw new Error();
  }
  async compare(_a: Product, _b: Product, _language: Language, _question?: string): Promise<ComparisonRow[]> {
    throw new Error();
  }
  async findByWish(
    _wish: string,
    _language: Language,
    _options?: { limit?: number; preferences?: { key: string; value: string }[] },
  ): Promise<Suggestion[]> {
    throw new Error();
  }
  /** Label and value of each property, ready to show (product card). */
  async facts(_product: Product, _language: Language, _limit?: number): Promise<AttributeAnswer[]> {
    throw new Error();
  }
  /** Price ready to show, e.g. `¥129` or `¥12.50`. */
  price(_product: Product): string {
    throw new Error();
  }
}
