import type { Language } from '#ai/reading.ts';
import { inLanguage } from '../localized.ts';
import type { AttributeDefinition, AttributeValue } from './catalogue.ts';

/** Units that are words: Chinese, and English for one and for more. Other units are symbols (W, ml, m²) and stay as they are. */
const unitWords: Record<string, { zh: string; one: string; more: string }> = {
  month: { zh: ' 个月', one: ' month', more: ' months' },
  day: { zh: ' 天', one: ' day', more: ' days' },
  hour: { zh: ' 小时', one: ' hour', more: ' hours' },
  minute: { zh: ' 分钟', one: ' minute', more: ' minutes' },
  year: { zh: ' 年', one: ' year', more: ' years' },
  piece: { zh: ' 件', one: ' piece', more: ' pieces' },
};
const currencySigns: Record<string, string> = { CNY: '¥', USD: '$', EUR: '€', GBP: '£', JPY: '¥' };
const truth: Record<Language, [yes: string, no: string]> = { zh: ['是', '否'], en: ['yes', 'no'] };

/** An amount as it is written in a shop: `¥129`, `¥12.50`. `cents` are hundredths of the currency's unit. */
export function formatPrice(cents: number, currency: string): string {
  const sign = currencySigns[currency] ?? `${currency} `;
  const whole = cents % 100 === 0;
  const [units, fraction] = (Math.abs(cents) / 100).toFixed(whole ? 0 : 2).split('.');
  const grouped = units!.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${cents < 0 ? '-' : ''}${sign}${grouped}${fraction ? `.${fraction}` : ''}`;
}

/** A property's value, ready to show: with its unit, in the language; lists as a sentence would have them. */
export function formatValue(value: AttributeValue, definition: AttributeDefinition, language: Language): string {
  if (typeof value === 'boolean') return truth[language][value ? 0 : 1];
  if (typeof value === 'number') return withUnit(value, definition.unit, language);
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return inLanguage(value, language);
  const texts = value.map((item) => (typeof item === 'string' ? item : inLanguage(item, language)));
  return texts.join(language === 'zh' ? '、' : ', ');
}

function withUnit(value: number, unit: string | null, language: Language): string {
  if (!unit) return String(value);
  const [first, per] = unit.split('/', 2) as [string, string?];
  const rate = per === undefined ? '' : perWord(per, language);
  const sign = currencySigns[first];
  if (sign) return `${formatPrice(Math.round(value * 100), first)}${rate}`;
  const word = unitWords[first];
  const name = word ? (language === 'zh' ? word.zh : value === 1 ? word.one : word.more) : ` ${first}`;
  return `${value}${name}${rate}`;
}

function perWord(per: string, language: Language): string {
  const word = unitWords[per];
  if (!word) return `/${per}`;
  return language === 'zh' ? `/${word.zh.trim()}` : ` a${per === 'hour' ? 'n' : ''}${word.one}`;
}
