import { AsyncResource } from 'node:async_hooks';
import { z } from 'zod';
import type { Database } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import { type Localized, localizedSchema } from '../localized.ts';
import type { AttributeDefinition, Catalogue, Product } from './catalogue.ts';

/** A signal may be lost; then the change is seen after this time. */
const FRESH_MS = 60_000;

const attributesSchema = z.record(
  z.string(),
  z.union([z.number(), z.string(), z.boolean(), z.array(z.string()), z.array(localizedSchema), localizedSchema]),
);
const kindSchema = z.enum(['number', 'text', 'boolean', 'list']);

/** Keeps the catalogue in memory and renews it by the signal `catalogue`. */
export class CatalogueSnapshot {
  readonly #clock: Clock;
  readonly #load: () => Promise<Catalogue>;
  readonly #onFault: (fault: unknown) => void;
  readonly #listeners = new Set<(catalogue: Catalogue) => void>();
  readonly #unsubscribe: () => void;
  #kept: { catalogue: Catalogue; at: number } | null = null;
  #loading: Promise<Catalogue> | null = null;
  #again = false;

  constructor(db: Database, clock: Clock, onFault: (fault: unknown) => void) {
    this.#clock = clock;
    this.#onFault = onFault;
    // A turn asks for the catalogue inside its transaction; the loading must outlive it, so it runs outside.
    this.#load = AsyncResource.bind(() => loadCatalogue(db));
    this.#unsubscribe = db.signals.subscribe('catalogue', () => this.#changed().catch(onFault));
  }

  /** What is known now; an old snapshot is given while its successor is loaded. */
  async get(): Promise<Catalogue> {
    if (!this.#kept) return this.#renew();
    if (this.#clock.now().getTime() - this.#kept.at > FRESH_MS) void this.#renew().catch(this.#onFault);
    return this.#kept.catalogue;
  }

  onChange(listener: (catalogue: Catalogue) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#unsubscribe();
  }

  /** A change during a load is followed by another one. */
  #changed(): Promise<Catalogue> {
    this.#again = this.#loading !== null;
    return this.#renew();
  }

  /** Loads once for all who ask meanwhile. */
  #renew(): Promise<Catalogue> {
    this.#loading ??= this.#replace().finally(() => {
      this.#loading = null;
    });
    return this.#loading;
  }

  async #replace(): Promise<Catalogue> {
    let catalogue: Catalogue;
    do {
      this.#again = false;
      catalogue = await this.#load();
    } while (this.#again);
    this.#kept = { catalogue, at: this.#clock.now().getTime() };
    for (const listener of this.#listeners) listener(catalogue);
    return catalogue;
  }
}

async function loadCatalogue(db: Database): Promise<Catalogue> {
  const [categories, definitions, rows] = await Promise.all([
    db.client.category.findMany({ orderBy: { key: 'asc' } }),
    db.client.attributeDefinition.findMany({ orderBy: { key: 'asc' } }),
    db.client.product.findMany({ orderBy: { sku: 'asc' } }),
  ]);
  const products = rows.map(
    (row): Product => ({
      ...row,
      name: row.name as Localized,
      description: row.description as Localized,
      attributes: attributesSchema.parse(row.attributes),
    }),
  );
  const attributes = definitions.map(
    (row): AttributeDefinition => ({
      ...row,
      label: row.label as Localized,
      kind: kindSchema.parse(row.kind),
    }),
  );
  return {
    products: products.filter((product) => product.active),
    categories: categories.map((row) => ({ ...row, name: row.name as Localized })),
    attributes,
    byId: new Map(products.map((product) => [product.id, product])),
    bySku: new Map(products.map((product) => [product.sku, product])),
  };
}
