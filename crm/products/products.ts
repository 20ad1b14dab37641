import type { Language } from '#ai/reading.ts';
import type { Database } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import { InvalidInput, NotFound } from '../errors.ts';
import { explain } from '../explanation.ts';
import { inLanguage } from '../localized.ts';
import type { Page, PageRequest } from '../page.ts';
import { definitionsOf } from './askedAttributes.ts';
import { type AttributeAnswer, attributeAnswers, factOf, factsOf } from './attributeAnswer.ts';
import type { Catalogue, Category, Product } from './catalogue.ts';
import { CatalogueSnapshot } from './catalogueSnapshot.ts';
import { type ComparisonRow, compareProducts, type Verdict, verdictOf } from './compareProducts.ts';
import { findByWish, type Suggestion } from './findByWish.ts';
import { formatPrice } from './formatValue.ts';
import { type KindFacts, kindFacts } from './kindFacts.ts';
import { kindSaid } from './kinds.ts';
import { type OwnershipCost, ownershipCost } from './ownershipCost.ts';
import { hasPhrase, prepare } from './phrases.ts';
import { type Mention, mentionsIn } from './productNames.ts';
import { unknownThing } from './unknownThing.ts';

export { type Mention, namesOf } from './productNames.ts';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

/** What the shop sells, from memory. */
export class Products {
  readonly #snapshot: CatalogueSnapshot;

  constructor(db: Database, clock: Clock, onFault: (fault: unknown) => void) {
    this.#snapshot = new CatalogueSnapshot(db, clock, onFault);
  }

  /** The snapshot; loaded at the first call, replaced when the catalogue changes. */
  async catalogue(): Promise<Catalogue> {
    return this.#snapshot.get();
  }

  /** Calls back with each new snapshot (for what is built from it, e.g. the reader's names); returns how to stop. */
  onChange(listener: (catalogue: Catalogue) => void): () => void {
    return this.#snapshot.onChange(listener);
  }

  async categories(): Promise<readonly Category[]> {
    return (await this.catalogue()).categories;
  }

  /** Also of products that are no longer sold. */
  async find(id: string): Promise<Product | null> {
    return (await this.catalogue()).byId.get(id) ?? null;
  }

  async bySku(sku: string): Promise<Product | null> {
    return (await this.catalogue()).bySku.get(sku) ?? null;
  }

  /** Throws NotFound. */
  async get(id: string): Promise<Product> {
    const product = await this.find(id);
    if (!product) throw new NotFound('product', id);
    return product;
  }

  /** What is sold, by words of name, alias, model, sku or category; in the catalogue's order. */
  async search(request: PageRequest & { query?: string; categoryKey?: string }): Promise<Page<Product>> {
    const { products, categories } = await this.catalogue();
    const words = request.query?.trim().toLowerCase().split(/\s+/).filter(Boolean) ?? [];
    const category = new Map(categories.map(({ key, name }) => [key, `${name.zh} ${name.en}`]));
    const found = products.filter((product) => {
      if (request.categoryKey && product.categoryKey !== request.categoryKey) return false;
      const { sku, model, name, aliases, categoryKey } = product;
      const text = [sku, model, name.zh, name.en, ...aliases, category.get(categoryKey)].join(' ').toLowerCase();
      return words.every((word) => text.includes(word));
    });
    return pageFrom(found, request);
  }

  /** Products that a text names, in its order, also with a slip in the name; `confidence` is 1 for an exact name of one product. */
  async mentions(text: string): Promise<Mention[]> {
    return mentionsIn(text, await this.catalogue());
  }

  /** The category that a text names; null if it names none. */
  async categoryIn(text: string): Promise<Category | null> {
    const prepared = prepare(text);
    const { categories } = await this.catalogue();
    return (
      categories.find(({ name, synonyms }) =>
        [name.zh, name.en, ...synonyms].some((word) => hasPhrase(prepared, word)),
      ) ?? null
    );
  }

  /** The properties that a question asks of a product; unknown ones have value null, they are never guessed. */
  async answer(question: string, product: Product, language: Language): Promise<AttributeAnswer[]> {
    const facts = attributeAnswers(question, product, await this.catalogue(), language);
    if (facts.length > 0)
      explain(() => ({
        kind: 'facts',
        question,
        product: inLanguage(product.name, language),
        facts: facts.map(({ label, value }) => ({ label, value })),
      }));
    return facts;
  }

  /** Some properties of a product by their keys; what the shop does not know has value null. */
  async factsOf(product: Product, keys: readonly string[], language: Language): Promise<AttributeAnswer[]> {
    const catalogue = await this.catalogue();
    return definitionsOf(catalogue)
      .filter(({ key }) => keys.includes(key))
      .map((definition) => factOf(product, definition, language));
  }

  /** The products of the kind that a text names, also with a slip of sound; null: it names none. */
  async kindIn(text: string): Promise<Product[] | null> {
    return kindSaid(prepare(text), await this.catalogue());
  }

  /** What a question asks of each of several products; see kindFacts. */
  async kindFacts(
    question: string,
    kind: readonly Product[],
    language: Language,
    otherwise: readonly string[] = [],
  ): Promise<KindFacts | null> {
    return kindFacts(question, kind, await this.catalogue(), language, otherwise);
  }

  /** The thing that a wish names and nothing in the catalogue is; see unknownThing. */
  async unknownThing(wish: string): Promise<string | undefined> {
    return unknownThing(wish, await this.catalogue());
  }

  /** Two products beside each other; see compareProducts. */
  async compare(a: Product, b: Product, language: Language, question?: string): Promise<ComparisonRow[]> {
    return compareProducts(a, b, await this.catalogue(), language, { question });
  }

  /** Which of two products wins what the question weighs; see verdictOf. */
  async verdict(a: Product, b: Product, language: Language, question: string): Promise<Verdict | undefined> {
    return verdictOf(a, b, await this.catalogue(), language, question);
  }

  /** What a product costs beside its price; see ownershipCost. */
  async ownershipCost(product: Product, question?: string): Promise<OwnershipCost> {
    return ownershipCost(product, await this.catalogue(), question);
  }

  /** Products for a wish, best first; see findByWish. */
  async findByWish(
    wish: string,
    language: Language,
    options?: { limit?: number; preferences?: { key: string; value: string }[] },
  ): Promise<Suggestion[]> {
    const found = findByWish(wish, await this.catalogue(), language, options);
    explain(() => ({
      kind: 'products',
      question: wish,
      candidates: found.map(({ product, score, reasons }) => ({
        name: inLanguage(product.name, language),
        score,
        reasons: reasons.map(({ label, value }) => `${label} ${value}`),
      })),
    }));
    return found;
  }

  /** The price and what is known of a product, ready to show (product card). */
  async facts(product: Product, language: Language, limit?: number): Promise<AttributeAnswer[]> {
    return factsOf(product, await this.catalogue(), language).slice(0, limit);
  }

  /** Price ready to show, e.g. `¥129` or `¥12.50`. */
  price(product: Product): string {
    return formatPrice(product.priceCents, product.currency);
  }

  /** Stops listening for changes. */
  close(): void {
    this.#snapshot.close();
  }
}

/** Lists from memory have no time to order by: their cursor is the sku after which a page starts. */
function pageFrom(found: readonly Product[], { limit = DEFAULT_LIMIT, cursor }: PageRequest): Page<Product> {
  const size = Math.min(Math.max(Math.trunc(limit), 1), MAX_LIMIT);
  const sku = cursor ? Buffer.from(cursor, 'base64url').toString('utf8') : null;
  const start = sku === null ? 0 : found.findIndex((product) => product.sku === sku) + 1;
  if (sku !== null && start === 0) {
    throw new InvalidInput([{ path: 'cursor', message: 'Use the nextCursor of the page before, or leave it out.' }]);
  }
  const items = found.slice(start, start + size);
  const last = items.at(-1);
  const more = start + size < found.length && last;
  return { items, nextCursor: more ? Buffer.from(last.sku).toString('base64url') : null };
}
