import { describe, expect, it } from 'vitest';
import { articleSources, articles } from '#prisma/seed/articles/index.ts';
import { articleKinds } from '#prisma/seed/articles/shapes.ts';
import { products } from '#prisma/seed/catalogue/products/index.ts';
import { isChinese, isEnglish } from './languages.ts';

const bySku = new Map(products.map((product) => [product.sku, product]));
const hanIn = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0;
const wordsIn = (text: string): number => text.match(/[A-Za-z0-9][\w'’-]*/g)?.length ?? 0;

/** Chinese names what is left of a price (95 折), English what is taken off (5 %). */
const inPercentOff = (text: string): string =>
  text.replace(
    /(\d+) 折/g,
    (_all, tenths: string) => `${tenths.length > 1 ? 100 - Number(tenths) : 100 - 10 * Number(tenths)}`,
  );

/** The figures a text states; 1 and 2 are as often words ("once", "a pair"), and list numbers are none. */
function figuresIn(text: string): Set<string> {
  const plain = inPercentOff(text)
    .replace(/^\d+\. /gm, '')
    .replace(/(\d),(\d{3})/g, '$1$2');
  return new Set(
    (plain.match(/\d+(?:\.\d+)?/g) ?? [])
      .map(Number)
      .filter((n) => n > 2)
      .map(String),
  );
}

describe('the articles', () => {
  it('are enough, each in both languages', () => {
    expect(articleSources.length).toBeGreaterThanOrEqual(130);
    expect(articles.length).toBe(articleSources.length * 2);
    expect(new Set(articles.map(({ slug, language }) => `${slug}/${language}`)).size).toBe(articles.length);
    for (const kind of articleKinds) {
      expect(articleSources.filter((article) => article.kind === kind).length, kind).toBeGreaterThanOrEqual(4);
    }
  });

  it.each(articleSources)('$slug is Chinese in Chinese and English in English', ({ zh, en }) => {
    for (const text of [zh.title, zh.body]) expect(isChinese(text), text).toBe(true);
    for (const text of [en.title, en.body]) expect(isEnglish(text), text).toBe(true);
  });

  it.each(articleSources)('$slug is short enough to be read and long enough to help', ({ zh, en }) => {
    expect(hanIn(zh.body)).toBeGreaterThanOrEqual(120);
    expect(hanIn(zh.body)).toBeLessThanOrEqual(350);
    expect(wordsIn(en.body)).toBeGreaterThanOrEqual(60);
    expect(wordsIn(en.body)).toBeLessThanOrEqual(200);
  });

  it.each(articleSources)('$slug states the same figures in both languages', ({ zh, en }) => {
    expect([...figuresIn(`${zh.title}\n${zh.body}`)].sort()).toEqual([...figuresIn(`${en.title}\n${en.body}`)].sort());
  });

  it('speak of products that exist, and of every product', () => {
    for (const { slug, productSkus } of articleSources) {
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(new Set(productSkus).size, slug).toBe(productSkus.length);
      for (const sku of productSkus) expect(bySku.has(sku), `${slug}: ${sku}`).toBe(true);
    }
    const models = JSON.stringify(articleSources).match(/QM-[A-Z]\d{3}/g) ?? [];
    for (const model of models) expect(bySku.has(model.slice(3)), model).toBe(true);
    const spokenOf = new Set(articleSources.flatMap(({ productSkus }) => productSkus));
    expect(products.map(({ sku }) => sku).filter((sku) => !spokenOf.has(sku))).toEqual([]);
  });
});

describe('what articles say of products', () => {
  it('agrees with the catalogue on the warranty', () => {
    let checked = 0;
    for (const { slug, productSkus, zh, en } of articleSources) {
      const warranties = new Set(productSkus.flatMap((sku) => bySku.get(sku)?.attributes.warrantyMonths ?? []));
      const said = [
        ...zh.body.matchAll(/质保(?:期)?(?:是|为|里|在)?\s?(\d+) 个月/g),
        ...en.body.matchAll(/warranty is (\d+) months/g),
      ];
      for (const [, months] of said) {
        if (productSkus.length === 0) continue;
        expect([...warranties], slug).toContain(Number(months));
        checked++;
      }
    }
    expect(checked).toBeGreaterThanOrEqual(25);
  });

  it('agrees with the catalogue on capacity, power and noise where one product is meant', () => {
    let checked = 0;
    for (const { slug, productSkus, en, zh } of articleSources) {
      const appliances = productSkus.map((sku) => bySku.get(sku)!).filter(({ attributes }) => attributes.powerW);
      if (appliances.length !== 1) continue;
      const { powerW } = appliances[0]!.attributes;
      for (const body of [zh.body, en.body]) {
        for (const [, watts] of body.matchAll(/(\d+) W\b/g)) {
          expect([powerW, 2500], slug).toContain(Number(watts));
          checked++;
        }
      }
    }
    expect(checked).toBeGreaterThanOrEqual(10);
  });

  it('agrees with the catalogue on what a thing costs a year', () => {
    const upkeep = articleSources.find(({ slug }) => slug === 'yearly-upkeep')!;
    const rows: Record<string, string> = {
      W840: 'Water purifier',
      A810: 'Air purifier',
      W850: 'Filter jug',
      O510: 'Toothbrush',
      O540: 'Water flosser',
      A820: 'Humidifier',
    };
    for (const [sku, name] of Object.entries(rows)) {
      const line = upkeep.en.body.split('\n').find((row) => row.startsWith(`| ${name} |`));
      expect(line, name).toContain(`CNY ${bySku.get(sku)!.attributes.yearlyCostYuan} `);
    }
  });

  it('agrees with the catalogue on prices that are given for a product by name', () => {
    const priced = articleSources.find(({ slug }) => slug === 'small-home-choice')!;
    for (const sku of ['W850', 'K720', 'A860', 'A820', 'A830', 'A810']) {
      expect(priced.zh.body, sku).toContain(`${bySku.get(sku)!.priceCents / 100} 元`);
    }
  });

  it('lists the warranties of all appliances right', () => {
    const { zh } = articleSources.find(({ slug }) => slug === 'warranty-terms')!;
    const line = (months: number) => zh.body.split('\n').find((row) => row.startsWith(`- **${months} 个月**`))!;
    const names: Record<string, string> = {
      K710: '电热水壶',
      K720: '电饭煲',
      K730: '破壁机',
      A810: '空气净化器',
      A830: '除湿机',
      A860: '循环扇',
      W840: '净水机',
      O510: '电动牙刷',
      O540: '冲牙器',
      Y150: '调奶器',
      T940: '电热毯',
      K740: '空气炸锅',
      K750: '咖啡机',
      K760: '电炖盅',
      K770: '打蛋器',
      A820: '加湿器',
      W850: '滤水壶',
      T960: '暖脚垫',
    };
    for (const [sku, name] of Object.entries(names)) {
      expect(line(bySku.get(sku)!.attributes.warrantyMonths as number), sku).toContain(name);
    }
  });

  it('sorts ages and the unscented right', () => {
    const ages = articleSources.find(({ slug }) => slug === 'from-birth-list')!;
    for (const sku of ages.productSkus.filter((one) => one.startsWith('Y'))) {
      expect(bySku.get(sku)!.attributes.minAgeMonths, sku).toBe(0);
    }
    const unscented = articleSources.find(({ slug }) => slug === 'unscented-list')!;
    for (const sku of unscented.productSkus) expect(bySku.get(sku)!.attributes.unscented, sku).toBe(true);
  });
});
