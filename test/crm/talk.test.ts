import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedItems } from '#crm/products/askedItems.ts';
import { attributeAnswers } from '#crm/products/attributeAnswer.ts';
import type { AttributeDefinition, Catalogue } from '#crm/products/catalogue.ts';
import { productsIn, spokenOf } from '#crm/products/spoken.ts';
import { meantProduct } from '#crm/products/talk.ts';
import { buildProduct } from './catalogue.ts';

const place = (sku: string, categoryKey: string, zh: string, attributes = {}) =>
  buildProduct({ sku, categoryKey, name: { zh, en: sku }, priceCents: 0, attributes });
const willow = place('W1', 'tea', '柳岸茶室', {
  address: '柳浪路 12 号',
  rating: 4.6,
  near: ['三号码头', '石桥'],
  rooms: ['包间', '雨亭'],
});
const rain = place('R1', 'tea', '听雨轩', { address: '南山路 3 号', near: ['雨亭'], rooms: ['包间'] });
const pier = place('P1', 'sight', '三号码头', { address: '湖滨路 1 号', visit: '1 小时', near: [] });
const bridge = place('B1', 'sight', '石桥', { address: '石桥路', visit: '半小时', near: [] });
const pavilion = place('Y1', 'sight', '雨亭', { address: '雨亭路', visit: '半小时', near: [] });
const all = [willow, rain, pier, bridge, pavilion];
const property = (key: string, zh: string, kind: AttributeDefinition['kind']): AttributeDefinition => ({
  key,
  label: { zh, en: key },
  synonyms: [],
  unit: null,
  kind,
});
const catalogue: Catalogue = {
  products: all,
  categories: [
    { key: 'tea', name: { zh: '茶馆', en: 'Tea house' }, synonyms: [] },
    { key: 'sight', name: { zh: '景点', en: 'Sight' }, synonyms: [] },
  ],
  attributes: [
    property('address', '地址', 'text'),
    property('rating', '评分', 'number'),
    property('visit', '游览时间', 'text'),
    property('near', '周边景点', 'list'),
    property('rooms', '设施', 'list'),
  ],
  byId: new Map(all.map((product) => [product.id, product])),
  bySku: new Map(all.map((product) => [product.sku, product])),
};
const skus = (products: readonly { sku: string }[]) => products.map(({ sku }) => sku);

describe('what a conversation speaks of, latest first', () => {
  test.each([
    ['a name', ['柳岸茶室怎么样'], ['W1']],
    ['the latest first', ['柳岸茶室怎么样', '还是去听雨轩'], ['R1', 'W1']],
    ['a list keeps its order', ['推荐您去柳岸茶室和听雨轩'], ['W1', 'R1']],
    ['what is told as a value comes last', ['柳岸茶室周边有什么', '有三号码头、石桥'], ['W1', 'P1', 'B1']],
    ['what is offered is spoken of', ['柳岸茶室周边有什么', '推荐您去三号码头'], ['P1', 'W1']],
    ['what is praised is spoken of', ['柳岸茶室周边有什么', '石桥很不错'], ['B1', 'W1']],
    ['a landmark stands behind what is found near it', ['三号码头附近的茶馆里，推荐听雨轩'], ['R1', 'P1']],
    ['words about the neighbourhood', ['听雨轩', '周边有石桥'], ['R1', 'B1']],
    ['nothing', ['你好'], []],
  ])('%s', (_name, texts, expected) => {
    expect(skus(spokenOf(texts, catalogue))).toEqual(expected);
  });

  test('any texts are read without a fault, each product once', () => {
    const words = fc.constantFrom('柳岸茶室', '听雨轩', '三号码头', '石桥', '附近的', '、', '推荐', '，', '有', 'x ');
    fc.assert(
      fc.property(
        fc.array(
          fc.array(words).map((parts) => parts.join('')),
          { maxLength: 5 },
        ),
        (texts) => {
          const spoken = spokenOf(texts, catalogue);
          expect(new Set(spoken).size).toBe(spoken.length);
          const named = new Set(texts.flatMap((text) => productsIn(text, catalogue)));
          expect(new Set(spoken)).toEqual(named);
        },
      ),
    );
  });
});

describe('what a question means', () => {
  const meant = (question: string, spoken = [pier, willow]) =>
    meantProduct(question, productsIn(question, catalogue), spoken, catalogue)?.sku;

  test.each([
    ['听雨轩在哪里', 'R1'],
    ['它在哪里', 'P1'],
    ['这家茶馆在哪里', 'W1'],
    ['评分多少', 'W1'],
    ['能游览多久', 'P1'],
    ['附近有什么茶馆，能游览多久', 'P1'],
    ['这家茶馆有雨亭吗', 'W1'],
    ['the sight, where is it', 'P1'],
  ])('%s: %s', (question, sku) => {
    expect(meant(question)).toBe(sku);
  });

  test('a kind of which nothing was spoken is nobody', () => {
    expect(meant('这家茶馆在哪里', [pier])).toBeUndefined();
    expect(meant('在哪里', [])).toBeUndefined();
  });
});

describe('whether a list holds something', () => {
  const asked = (question: string, product = willow) =>
    askedItems(question, product, catalogue).map(({ definition, item, held }) => [definition.key, item, held]);

  test.each([
    ['有包间吗', [['rooms', '包间', true]]],
    ['有没有雨亭', [['rooms', '雨亭', true]]],
    ['有什么包间', []],
    ['有游泳池吗', []],
    ['包间', []],
  ])('%s', (question, expected) => {
    expect(asked(question)).toEqual(expected);
  });

  test('of two lists with the same item the one that holds it is meant; none: the first', () => {
    expect(asked('有雨亭吗', rain)).toEqual([['near', '雨亭', true]]);
    expect(asked('有石桥吗', rain)).toEqual([['near', '石桥', false]]);
  });

  test('it is told with the whole list', () => {
    expect(attributeAnswers('有包间吗', willow, catalogue, 'zh')).toMatchObject([
      { key: 'rooms', value: '包间、雨亭', item: { name: '包间', held: true } },
    ]);
  });
});

test('what nothing of a kind has is passed over where something else was asked, else unknown', () => {
  const told = (question: string) =>
    attributeAnswers(question, pier, catalogue, 'zh').map(({ key, value }) => [key, value]);
  expect(told('评分多少，地址在哪')).toEqual([['address', '湖滨路 1 号']]);
  expect(told('评分多少')).toEqual([['rating', null]]);
  expect(told('多少钱')).toEqual([['price', null]]);
});
