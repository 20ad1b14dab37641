import type { AttributeDefinition, Catalogue, Category, Product } from '#crm/products/catalogue.ts';
import type { Database } from '#prisma/client.ts';

const updatedAt = new Date('2026-01-01T00:00:00Z');

/** A product of which a test states only what it is about. */
export function buildProduct(given: Partial<Product> & { sku: string }): Product {
  const { sku } = given;
  return {
    id: `00000000-0000-7000-8000-${Buffer.from(sku).toString('hex').padStart(12, '0')}`,
    model: `QM-${sku}`,
    categoryKey: 'skinCare',
    name: { zh: `产品${sku}`, en: `Product ${sku}` },
    aliases: [],
    description: { zh: '', en: '' },
    priceCents: 9900,
    currency: 'CNY',
    attributes: {},
    imagePath: null,
    active: true,
    updatedAt,
    demo: false,
    ...given,
  };
}

export const products = {
  faceWash: buildProduct({
    sku: 'F1',
    name: { zh: '氨基酸洁面乳', en: 'Amino face wash' },
    aliases: ['洗面奶', 'face wash'],
    priceCents: 7900,
    attributes: {
      weightG: 120,
      phValue: 6.5,
      unscented: true,
      alcoholFree: true,
      suitableSkin: { zh: '敏感肌、各种肤质', en: 'sensitive and all other skin types' },
      ingredients: [
        { zh: '水', en: 'water' },
        { zh: '甘油', en: 'glycerin' },
      ],
    },
  }),
  acidCream: buildProduct({
    sku: 'F2',
    name: { zh: '焕亮面霜', en: 'Bright cream' },
    aliases: ['面霜', 'face cream'],
    priceCents: 25900,
    attributes: {
      weightG: 50,
      fragrance: { zh: '玫瑰', en: 'rose' },
      alcoholFree: false,
      suitableSkin: { zh: '健康耐受肌（敏感肌不建议）', en: 'tolerant skin (not for sensitive skin)' },
    },
  }),
  handCream: buildProduct({
    sku: 'F3',
    name: { zh: '雪松护手霜', en: 'Cedar hand cream' },
    aliases: ['护手霜', 'hand cream'],
    priceCents: 3900,
    attributes: {
      weightG: 75,
      fragrance: { zh: '雪松', en: 'cedar' },
      suitableSkin: { zh: '各种肤质', en: 'all skin types' },
    },
  }),
  humidifier: buildProduct({
    sku: 'A1',
    categoryKey: 'airWater',
    name: { zh: '晨雾加湿器 4L', en: 'Mist humidifier 4 L' },
    aliases: ['加湿器', 'humidifier'],
    priceCents: 22900,
    attributes: {
      capacityL: 4,
      noiseDb: 30,
      areaM2: 30,
      warrantyMonths: 12,
      yearlyCostYuan: 60,
      dimensions: '20 × 20 × 31 cm',
      modes: [
        { zh: '自动', en: 'auto' },
        { zh: '睡眠', en: 'sleep' },
      ],
    },
  }),
  loudHumidifier: buildProduct({
    sku: 'A2',
    categoryKey: 'airWater',
    name: { zh: '大雾加湿器 8L', en: 'Fog humidifier 8 L' },
    aliases: ['大容量加湿器', 'large humidifier'],
    priceCents: 39900,
    attributes: { capacityL: 8, noiseDb: 48, areaM2: 60, warrantyMonths: 24 },
  }),
  filter: buildProduct({
    sku: 'A3',
    categoryKey: 'airWater',
    name: { zh: '加湿器滤芯', en: 'Humidifier filter' },
    aliases: ['滤芯', 'filter'],
    priceCents: 5900,
    attributes: { filterLifeMonths: 1 },
  }),
};

const definition = (
  key: string,
  zh: string,
  en: string,
  kind: AttributeDefinition['kind'],
  synonyms: string[],
  unit: string | null = null,
): AttributeDefinition => ({ key, label: { zh, en }, synonyms, unit, kind });

export const attributes: AttributeDefinition[] = [
  definition('weightG', '净重', 'Net weight', 'number', ['多少克', 'size'], 'g'),
  definition('capacityL', '容量', 'Capacity', 'number', ['多大', '几升', 'capacity', 'size'], 'L'),
  definition('phValue', 'pH 值', 'pH', 'number', ['酸碱']),
  definition('noiseDb', '噪音', 'Noise', 'number', ['吵不吵', '声音大吗', '静音', 'quiet', 'loud'], 'dB'),
  definition('areaM2', '适用面积', 'Room size', 'number', ['多大房间', '平米', 'room'], 'm²'),
  definition('warrantyMonths', '质保期', 'Warranty', 'number', ['保修', '保多久', 'warranty', 'guarantee'], 'month'),
  definition('filterLifeMonths', '滤芯寿命', 'Filter life', 'number', ['滤芯', '多久换', 'filter', 'replace'], 'month'),
  definition(
    'yearlyCostYuan',
    '每年耗材费用',
    'Upkeep a year',
    'number',
    ['耗材', '一年多少钱', 'cost a year'],
    'CNY/year',
  ),
  definition('fragrance', '香型', 'Scent', 'text', ['什么味', '香味', 'scent', 'smell']),
  definition('suitableSkin', '适合肤质', 'Suits', 'text', ['敏感肌', '油皮', '肤质', 'sensitive skin', 'skin type']),
  definition('dimensions', '尺寸', 'Dimensions', 'text', ['多大', 'size']),
  definition('unscented', '无香', 'Unscented', 'boolean', ['无香', '没味道', 'unscented', 'fragrance free']),
  definition('alcoholFree', '无酒精', 'Alcohol free', 'boolean', ['酒精', 'alcohol']),
  definition('machineWashable', '可机洗', 'Machine washable', 'boolean', ['机洗', 'machine wash']),
  definition('ingredients', '成分', 'Ingredients', 'list', ['配方', 'ingredients', 'contain']),
  definition('modes', '模式', 'Modes', 'list', ['几档', 'modes']),
];

export const categories: Category[] = [
  { key: 'skinCare', name: { zh: '护肤', en: 'Skin care' }, synonyms: ['护肤品', 'skin'] },
  { key: 'airWater', name: { zh: '空气与净水', en: 'Air & water' }, synonyms: ['空气', 'air'] },
];

const all = Object.values(products);
/** The same as the services would load it. */
export const catalogue: Catalogue = {
  products: all,
  categories,
  attributes,
  byId: new Map(all.map((product) => [product.id, product])),
  bySku: new Map(all.map((product) => [product.sku, product])),
};

/** Puts it into a database. */
export async function storeCatalogue(db: Database): Promise<void> {
  await db.client.category.createMany({ data: categories });
  await db.client.attributeDefinition.createMany({ data: attributes });
  await db.client.product.createMany({ data: all });
}
