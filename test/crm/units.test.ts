import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attributeAnswers } from '#crm/products/attributeAnswer.ts';
import { convert, convertSizes, wantedUnit } from '#crm/products/units.ts';
import { catalogue, products } from './catalogue.ts';

const { humidifier, faceWash } = products;
const told = (question: string, product: typeof humidifier, language: 'zh' | 'en' = 'zh') =>
  attributeAnswers(question, product, catalogue, language).map(({ value }) => value);

describe('units', () => {
  test.each([
    ['几斤', 'kg', 'jin'],
    ['how heavy in pounds', 'kg', 'lb'],
    ['多少千瓦', 'W', 'kW'],
    ['多少瓦', 'W', undefined],
    ['保修几年', 'month', 'year'],
    ['多少公斤，几斤', 'kg', undefined],
    ['how many inches', 'L', undefined],
    ['几斤', null, undefined],
    ['几斤', 'dB', undefined],
  ])('%s, known in %s: wants %s', (question, unit, wanted) => {
    expect(wantedUnit(question, unit)).toBe(wanted);
  });

  test.each([
    [11.5, 'kg', 'jin', '23 斤'],
    [11.5, 'kg', 'lb', '25.4 磅'],
    [240, 'W', 'kW', '0.24 kW'],
    [4, 'L', 'ml', '4,000 ml'],
    [24, 'month', 'year', '2 年'],
    [0, 'kg', 'lb', '0 磅'],
  ])('%s %s in %s is %s', (value, from, to, expected) => {
    expect(convert(value, from, to, 'zh')).toBe(expected);
  });

  test('one is no plural; what measures something else is refused', () => {
    expect(convert(12, 'month', 'year', 'en')).toBe('1 year');
    expect(() => convert(1, 'kg', 'L', 'en')).toThrow(RangeError);
  });

  test('there and back is the same, to three figures', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 999, noNaN: true }), (value) => {
        const there = Number.parseFloat(convert(value, 'kg', 'lb', 'en').replace(',', ''));
        const back = Number.parseFloat(convert(there, 'lb', 'kg', 'en').replace(',', ''));
        expect(Math.abs(back - value) / value).toBeLessThan(0.02);
      }),
    );
  });

  test('sizes inside a text', () => {
    expect(convertSizes('28 × 28 × 95 cm', 'inch', 'en')).toBe('11 × 11 × 37.4 in');
    expect(convertSizes('160 × 230 cm，厚 14 mm', 'inch', 'zh')).toBe('63 × 90.6 英寸，厚 0.551 英寸');
    expect(convertSizes('L, M', 'inch', 'zh')).toBeNull();
    expect(convertSizes('20 cm', 'kg', 'zh')).toBeNull();
  });

  test('an answer comes in the unit that was asked for, with the catalogue’s own', () => {
    expect(told('能装多少毫升', humidifier)).toEqual(['4,000 ml（4 L）']);
    expect(told('how many inches tall is it', humidifier, 'en')).toEqual(['7.87 × 7.87 × 12.2 in (20 × 20 × 31 cm)']);
    expect(told('净重几斤', faceWash)).toEqual(['0.24 斤（120 g）']);
  });
});
