import { describe, expect, it } from 'vitest';
import { attributes } from '#prisma/seed/catalogue/attributes.ts';
import { categories } from '#prisma/seed/catalogue/categories.ts';
import { productPicture } from '#prisma/seed/catalogue/picture.ts';
import { products } from '#prisma/seed/catalogue/products/index.ts';
import type { AttributeDefinition, AttributeValue, Localized } from '#prisma/seed/catalogue/shapes.ts';
import { shop } from '#prisma/seed/shop.ts';
import { isChinese, isEnglish } from './languages.ts';

/** Units the pages know how to write (crm/products/formatValue.ts); the others are symbols. */
const words = new Set(['CNY', 'CNY/year', 'month', 'day', 'hour', 'piece']);
const symbols = /^(ml|ml\/h|g|kg|W|V|dB|L|L\/day|L\/min|m|m²|m³\/h)$/;

const isLocalized = (value: unknown): value is Localized =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;

function kindFits(value: AttributeValue, { kind }: AttributeDefinition): boolean {
  if (kind === 'number') return typeof value === 'number' && Number.isFinite(value) && value >= 0;
  if (kind === 'boolean') return typeof value === 'boolean';
  if (kind === 'text') return typeof value === 'string' || isLocalized(value);
  return Array.isArray(value) && value.length > 0;
}

describe('the catalogue', () => {
  it('is large enough to look around in', () => {
    expect(products.length).toBeGreaterThanOrEqual(48);
    expect(categories.length).toBeGreaterThanOrEqual(7);
    for (const { key } of categories) {
      expect(products.filter((product) => product.category === key).length, key).toBeGreaterThanOrEqual(5);
    }
  });

  it('names every product once', () => {
    for (const key of ['sku', 'model', 'imagePath'] as const) {
      expect(new Set(products.map((product) => product[key])).size, key).toBe(products.length);
    }
    expect(new Set(products.map(({ name }) => name.zh)).size).toBe(products.length);
    expect(new Set(products.map(({ name }) => name.en)).size).toBe(products.length);
    for (const { sku, model } of products) {
      expect(sku).toMatch(/^[A-Z]\d{3}$/);
      expect(model).toBe(`QM-${sku}`);
    }
  });

  it('says everything in both languages', () => {
    for (const { sku, name, description } of products) {
      for (const text of [name, description]) {
        expect(isChinese(text.zh), `${sku}: ${text.zh}`).toBe(true);
        expect(isEnglish(text.en), `${sku}: ${text.en}`).toBe(true);
      }
    }
  });

  it('knows what customers call each product, in both languages, once each', () => {
    for (const { sku, aliases } of products) {
      expect(aliases.length, sku).toBeGreaterThanOrEqual(4);
      expect(new Set(aliases).size, sku).toBe(aliases.length);
      expect(
        aliases.some((alias) => /\p{Script=Han}/u.test(alias)),
        sku,
      ).toBe(true);
      expect(
        aliases.some((alias) => /^[\x20-\x7e]+$/.test(alias)),
        sku,
      ).toBe(true);
    }
  });

  it('gives every attribute a definition, of the kind of its value', () => {
    const definitions = new Map(attributes.map((definition) => [definition.key, definition]));
    for (const { sku, attributes: values } of products) {
      expect(Object.keys(values).length, sku).toBeGreaterThanOrEqual(5);
      for (const [key, value] of Object.entries(values)) {
        const definition = definitions.get(key);
        expect(definition, `${sku}.${key}`).toBeDefined();
        expect(kindFits(value, definition!), `${sku}.${key}`).toBe(true);
      }
    }
  });

  it('defines no attribute that nothing has, but the price', () => {
    const used = new Set(products.flatMap((product) => Object.keys(product.attributes)));
    expect(attributes.map(({ key }) => key).filter((key) => key !== 'price' && !used.has(key))).toEqual([]);
    expect(new Set(attributes.map(({ key }) => key)).size).toBe(attributes.length);
  });

  it('uses units that can be shown', () => {
    for (const { key, unit, kind } of attributes) {
      if (unit === undefined) continue;
      expect(kind, key).toBe('number');
      expect(words.has(unit) || symbols.test(unit), `${key}: ${unit}`).toBe(true);
    }
  });

  it('prices everything in whole yuan', () => {
    for (const { sku, priceCents, currency } of products) {
      expect(priceCents % 100, sku).toBe(0);
      expect(priceCents, sku).toBeGreaterThan(0);
      expect(currency).toBe('CNY');
    }
  });

  it('does not contradict itself', () => {
    const models = new Set(products.map(({ model }) => model));
    for (const { sku, name, attributes: of } of products) {
      const scent = of.fragrance as Localized | undefined;
      if (of.unscented === true) expect(scent?.en ?? 'unscented', sku).toBe('unscented');
      if (of.unscented === false) expect(scent?.en, sku).not.toBe('unscented');
      const ingredients = (of.ingredients ?? []) as Localized[];
      if (of.unscented === true)
        expect(
          ingredients.map(({ en }) => en),
          sku,
        ).not.toContain('fragrance');
      if (of.siliconeFree === true)
        expect(
          ingredients.map(({ en }) => en),
          sku,
        ).not.toContain('dimethicone');
      if (of.sulfateFree === true)
        expect(
          ingredients.map(({ en }) => en),
          sku,
        ).not.toContain('sodium laureth sulfate');
      for (const model of (of.fitsModels ?? []) as string[])
        expect(models.has(model), `${sku} fits ${model}`).toBe(true);
      const ml = /(\d+)ml/.exec(name.zh);
      if (ml) expect(of.volumeMl, sku).toBe(Number(ml[1]));
      const litres = /(\d+(?:\.\d+)?)L/.exec(name.zh);
      if (litres && of.volumeMl !== undefined) expect(of.volumeMl, sku).toBe(Number(litres[1]) * 1000);
    }
  });
});

describe('pictures of products', () => {
  it('are small, the same each time, and hold nothing that was handed in', () => {
    for (const { sku, category, imagePath } of products) {
      const picture = productPicture({ sku, category });
      expect(picture).toBe(productPicture({ sku, category }));
      expect(picture.length).toBeLessThan(2500);
      expect(picture.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true);
      expect(imagePath).toBe(`/media/products/${sku}.svg`);
    }
    expect(productPicture({ sku: '"><script>', category: '<b>' })).not.toMatch(/script|<b>/);
  });
});

describe('the facts of the shop', () => {
  it('are in both languages', () => {
    for (const text of [shop.hoursText, shop.address]) {
      expect(isChinese(text.zh)).toBe(true);
      expect(isEnglish(text.en)).toBe(true);
    }
    expect(shop.name.zh).toContain('栖木');
  });
});
