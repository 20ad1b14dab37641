import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Language } from '#ai/reading.ts';
import { attributeAnswers, factsOf } from '#crm/products/attributeAnswer.ts';
import { compareProducts } from '#crm/products/compareProducts.ts';
import { findByWish } from '#crm/products/findByWish.ts';
import { formatPrice, formatValue } from '#crm/products/formatValue.ts';
import { buildProduct, catalogue, products } from './catalogue.ts';

const { faceWash, acidCream, handCream, humidifier, loudHumidifier, filter } = products;
const answers = (question: string, product: typeof faceWash, language: Language = 'zh') =>
  attributeAnswers(question, product, catalogue, language).map(({ label, value }) => `${label}: ${value}`);

describe('what a question asks of a product', () => {
  test.each([
    ['多少钱', humidifier, ['价格: ¥229']],
    ['噪音大吗', humidifier, ['噪音: 30 dB']],
    ['保修多久？', humidifier, ['质保期: 12 个月']],
    ['多大？', humidifier, ['容量: 4 L', '尺寸: 20 × 20 × 31 cm']],
    ['净重多少克', faceWash, ['净重: 120 g']],
    ['有哪些模式', humidifier, ['模式: 自动、睡眠']],
    ['含酒精吗', faceWash, ['无酒精: 是']],
    ['含酒精吗', acidCream, ['无酒精: 否']],
    ['敏感肌能用吗', acidCream, ['适合肤质: 健康耐受肌（敏感肌不建议）']],
    ['声音大吗？保修多久', humidifier, ['噪音: 30 dB', '质保期: 12 个月']],
    ['一年多少钱', humidifier, ['每年耗材费用: ¥60/年']],
    ['价格和一年多少钱', humidifier, ['价格: ¥229', '每年耗材费用: ¥60/年']],
    ['電壓多少，噪音多大', humidifier, ['噪音: 30 dB']],
    ['你好', humidifier, []],
  ])('%s', (question, product, expected) => {
    expect(answers(question, product)).toEqual(expected);
  });

  test.each([
    ['How loud is it?', humidifier, ['Noise: 30 dB']],
    ['what is the warranty', humidifier, ['Warranty: 12 months']],
    ['Which ingredients does it contain?', faceWash, ['Ingredients: water, glycerin']],
    ['is it unscented', faceWash, ['Unscented: yes']],
    ['what size is it', faceWash, ['Net weight: 120 g']],
    ['what size is it', loudHumidifier, ['Capacity: 8 L']],
    ['how much is it', humidifier, ['Price: ¥229']],
  ])('%s', (question, product, expected) => {
    expect(answers(question, product, 'en')).toEqual(expected);
  });

  test('what the shop does not know is unknown, never guessed', () => {
    expect(answers('能机洗吗', humidifier)).toEqual(['可机洗: null']);
    expect(answers('什么味道的，什么味', faceWash)).toEqual(['香型: null']);
  });

  test('words of the product’s own name are no question', () => {
    expect(answers('加湿器滤芯有货吗', filter)).toEqual([]);
    expect(answers('加湿器滤芯多久换', filter)).toEqual(['滤芯寿命: 1 个月']);
    expect(answers('is the humidifier filter in stock', filter, 'en')).toEqual([]);
  });

  test('any text is read without a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        attributeAnswers(text, humidifier, catalogue, 'zh');
        findByWish(text, catalogue, 'en');
      }),
    );
  });
});

describe('values', () => {
  test.each([
    [12_900, '¥129'],
    [1_250, '¥12.50'],
    [129_900, '¥1,299'],
    [123_456_789, '¥1,234,567.89'],
    [0, '¥0'],
    [5, '¥0.05'],
  ])('%i fen is %s', (cents, text) => {
    expect(formatPrice(cents, 'CNY')).toBe(text);
  });

  test('a price reads back as the same amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (cents) => {
        expect(Math.round(Number(formatPrice(cents, 'CNY').replace(/[¥,]/g, '')) * 100)).toBe(cents);
      }),
    );
  });

  const number = (unit: string | null) => ({
    key: 'x',
    label: { zh: '', en: '' },
    synonyms: [],
    unit,
    kind: 'number' as const,
  });
  test.each([
    [1, 'month', 'en', '1 month'],
    [24, 'month', 'en', '24 months'],
    [24, 'month', 'zh', '24 个月'],
    [2.5, 'L/day', 'en', '2.5 L a day'],
    [2, 'L/hour', 'en', '2 L an hour'],
    [30, null, 'en', '30'],
    [259, 'CNY/year', 'en', '¥259 a year'],
  ] as const)('%s %s in %s is %s', (value, unit, language, text) => {
    expect(formatValue(value, number(unit), language)).toBe(text);
  });
});

describe('two products beside each other', () => {
  test('price first, then where they differ, then what is alike, then what only one has', () => {
    const twin = buildProduct({ sku: 'A9', attributes: { capacityL: 4, noiseDb: 35 } });
    expect(compareProducts(humidifier, twin, catalogue, 'en').map(({ key, values }) => [key, ...values])).toEqual([
      ['price', '¥229', '¥99'],
      ['noiseDb', '30 dB', '35 dB'],
      ['capacityL', '4 L', '4 L'],
      ['areaM2', '30 m²', null],
      ['warrantyMonths', '12 months', null],
      ['yearlyCostYuan', '¥60 a year', null],
    ]);
  });

  test('or what was asked, also where nobody knows it', () => {
    expect(
      compareProducts(humidifier, loudHumidifier, catalogue, 'zh', { question: '哪个声音小，噪音？能机洗吗' }),
    ).toEqual([
      { key: 'noiseDb', label: '噪音', values: ['30 dB', '48 dB'], same: false },
      { key: 'machineWashable', label: '可机洗', values: [null, null], same: true },
    ]);
  });
});

describe('wishes', () => {
  const found = (wish: string, options = {}) => findByWish(wish, catalogue, 'zh', options);
  const fits = (wish: string) =>
    found(wish)
      .filter(({ unmet }) => unmet.length === 0)
      .map(({ product }) => product.sku);

  test.each([
    ['无香的护肤品', ['F1']],
    ['没味道的', ['F1']],
    ['unscented skin care', ['F1']],
    ['fragrance free', ['F1']],
    ['有没有不含酒精的护肤品', ['F1']],
    ['能不能推荐无香的护肤品', ['F1']],
    ['有没有无香的护肤品', ['F1']],
    ['不含酒精的护肤品', ['F1']],
    ['酒精过敏', ['F1']],
    ['含酒精的护肤品', ['F2']],
    ['敏感肌用的', ['F1', 'F3']],
    ['for sensitive skin', ['F1', 'F3']],
    ['雪松味的', ['F3']],
    ['不要玫瑰的护肤品', ['F3']],
    ['100元以下的护肤品', ['F3', 'F1']],
    ['skin care under 50 yuan', ['F3']],
    ['两百到三百块的护肤品', ['F2']],
    ['200 元以上的加湿器', ['A1', 'A2']],
    ['40平米用的加湿器', ['A2']],
    ['8升的加湿器', ['A2']],
    ['安静的加湿器', ['A1', 'A2']],
    ['a quiet humidifier', ['A1', 'A2']],
    ['有没有带睡眠模式的加湿器', ['A1']],
    ['便宜的护肤品', ['F3', 'F1', 'F2']],
    ['睡眠用的护肤品', ['F3', 'F1', 'F2']],
    ['something to cream my hands', []],
    ['a face wash', ['F1']],
    ['humidifier with a warranty of at least 18 months', ['A2']],
  ])('%s: %j', (wish, skus) => {
    expect(fits(wish)).toEqual(skus);
  });

  test('say why, and what is missing', () => {
    expect(found('100元以下无香的护肤品')[0]).toMatchObject({
      product: { sku: 'F1' },
      reasons: [
        { key: 'price', value: '¥79' },
        { key: 'unscented', value: '是' },
      ],
      unmet: [],
    });
    expect(found('100元以下无香的护肤品')[1]).toMatchObject({
      product: { sku: 'F3' },
      unmet: [{ key: 'unscented', value: null }],
    });
  });

  test('a value that says it is no fit is none', () => {
    expect(found('敏感肌用的面霜').map(({ product }) => product.sku)).not.toContain('F2');
  });

  test('known tastes decide between what fits', () => {
    const [first] = found('护肤品', { preferences: [{ key: 'fragrance', value: '雪松' }] });
    expect(first).toMatchObject({ product: { sku: 'F3' }, reasons: [{ key: 'fragrance', value: '雪松' }] });
    expect(found('护肤品', { preferences: [{ key: 'allergy', value: '酒精' }] })[0]?.product.sku).toBe('F1');
  });

  test('what holds no wish finds nothing', () => {
    expect(found('你好呀')).toEqual([]);
  });
});

test('facts are the price and what is known, in the order of the definitions', () => {
  expect(factsOf(handCream, catalogue, 'en').map(({ label }) => label)).toEqual([
    'Price',
    'Net weight',
    'Scent',
    'Suits',
  ]);
});
