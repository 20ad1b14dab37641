import { pino } from 'pino';
import { createAnswerer } from '#ai/answerer.ts';
import { createReader } from '#ai/reader.ts';
import { Understanding } from '#ai/understanding.ts';
import type { Clock } from '#crm/clock.ts';
import { namesOf } from '#crm/products/products.ts';
import { createServices, type Services } from '#crm/services.ts';
import { dialogModules } from '#dialogs/index.ts';
import { createMainDialog } from '#dialogs/mainDialog.ts';
import { createDatabase, type Database } from '#prisma/client.ts';
import { articles } from '#prisma/seed/articles/index.ts';
import { attributes } from '#prisma/seed/catalogue/attributes.ts';
import { categories } from '#prisma/seed/catalogue/categories.ts';
import { products } from '#prisma/seed/catalogue/products/index.ts';
import { shop as shopProfile } from '#prisma/seed/shop.ts';

/** A clock that stands still until it is moved: Friday, 20 November 2026, 10:00 in Hangzhou, the shop open. */
export class StandingClock implements Clock {
  time = new Date('2026-11-20T02:00:00Z');
  now(): Date {
    return new Date(this.time);
  }
  at(iso: string): void {
    this.time = new Date(iso);
  }
}

/** The demo shop with its real catalogue and articles, its services and its main dialog. */
export interface TestShop {
  services: Services;
  clock: StandingClock;
  main: ReturnType<typeof createMainDialog>;
  db: Database;
  close(): void;
}

/** Opens the demo shop in an empty database. Messages to customers and staff go nowhere. */
export async function openShop(db: Database): Promise<TestShop> {
  const clock = new StandingClock();
  await stock(db);
  const logger = pino({ level: 'silent' });
  const understanding = new Understanding(dialogModules.map(({ intents }) => intents));
  const services = createServices({
    db,
    clock,
    language: { createAnswerer, understanding },
    messenger: { send: async () => undefined, say: async () => undefined, handoff: async () => undefined },
    notifier: { notify: async () => undefined },
    logger,
  });
  const catalogue = await services.products.catalogue();
  await services.knowledge.warm();
  const reader = createReader({
    understanding,
    products: catalogue.products.map((product) => ({ id: product.id, names: namesOf(product) })),
  });
  const main = createMainDialog({ services, reader, modules: dialogModules, logger });
  return { services, clock, main, db, close: () => services.close() };
}

/** The same in a database that a test starts the house on. */
export async function stockAt(url: string): Promise<void> {
  const db = createDatabase({ url });
  await stock(db);
  await db.close();
}

/** Fills the shelves: the demo's catalogue and articles, without its two years of customers, which take a minute on a busy machine. */
export async function stock({ client }: Database): Promise<void> {
  await client.setting.create({ data: { key: 'shop', value: shopProfile } });
  await client.category.createMany({
    data: categories.map(({ key, name, synonyms }) => ({ key, name: { ...name }, synonyms })),
  });
  await client.attributeDefinition.createMany({
    data: attributes.map(({ key, label, synonyms, unit, kind }) => ({
      key,
      label: { ...label },
      synonyms,
      unit: unit ?? null,
      kind,
    })),
  });
  await client.product.createMany({
    data: products.map(({ category, name, description, attributes: values, ...product }) => ({
      ...product,
      categoryKey: category,
      name: { ...name },
      description: { ...description },
      attributes: JSON.parse(JSON.stringify(values)),
    })),
  });
  await client.article.createMany({ data: articles.map((article) => ({ ...article })) });
}
