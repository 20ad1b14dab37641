import { chineseNumber } from '../entities/chineseNumber.ts';

/** One name for what is written in several ways; a unit that is not here counts as it is written. */
const units: Record<string, string[]> = {
  currency: ['元', '块', '块钱', '人民币', 'yuan', 'rmb', 'cny', '¥', '￥'],
  ml: ['ml', '毫升', 'millilitre', 'milliliter', 'millilitres', 'milliliters'],
  l: ['l', '升', 'litre', 'liter', 'litres', 'liters'],
  g: ['g', '克', 'gram', 'grams'],
  kg: ['kg', '千克', '公斤', 'kilogram', 'kilograms', 'kilo', 'kilos'],
  mm: ['mm', '毫米', 'millimetre', 'millimetres'],
  cm: ['cm', '厘米', '公分', 'centimetre', 'centimetres', 'centimeter', 'centimeters'],
  m: ['m', '米', 'metre', 'meter', 'metres', 'meters'],
  w: ['w', '瓦', '瓦特', 'watt', 'watts'],
  v: ['v', '伏', '伏特', 'volt', 'volts'],
  db: ['db', '分贝', 'decibel', 'decibels'],
  percent: ['%', '％', '百分之', 'percent', 'per cent'],
  celsius: ['℃', '°c', '度', '摄氏度', 'degrees', 'degree'],
  second: ['秒', '秒钟', 'second', 'seconds'],
  minute: ['分钟', 'minute', 'minutes', 'min', 'mins'],
  hour: ['小时', '个小时', 'hour', 'hours'],
  day: ['天', '日', 'day', 'days'],
  week: ['周', '星期', '个星期', 'week', 'weeks'],
  month: ['个月', '月', 'month', 'months'],
  year: ['年', 'year', 'years'],
  time: ['次', '遍', 'times'],
  piece: ['个', '件', '只', '台', '瓶', 'piece', 'pieces', 'bottle', 'bottles'],
};
const canonical = new Map(Object.entries(units).flatMap(([name, spellings]) => spellings.map((one) => [one, name])));
const spellings = [...canonical.keys()].sort((a, b) => b.length - a.length);
const written = (some: string[]) => some.map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
const isLatin = (one: string) => /[a-z]$/.test(one);
/** Any unit; one in Latin letters ends where its word does (5 w, but not 5 washes). */
const escaped = `(?:${written(spellings.filter(isLatin))})(?![a-z])|${written(spellings.filter((one) => !isLatin(one)))}`;

const figures = new RegExp(
  `([¥￥$€£]|百分之)?\\s*(?<![a-z\\d]|[a-z]-)(\\d+(?:,\\d{3})*(?:\\.\\d+)?)\\s*(?:-\\s*)?(${escaped}|[a-z]{1,3}(?![a-z]))?`,
  'g',
);
const chinese = new RegExp(`([零一二两三四五六七八九十百千万半]+)(${escaped})`, 'g');
const english: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  sixty: 60,
  ninety: 90,
  hundred: 100,
};
const englishWords = new RegExp(`\\b(${Object.keys(english).join('|')})\\b[ -]*(${escaped})?`, 'g');

/** Quantities of a normalised text, as `value unit`; a figure without a unit is `value`. 三个月 and "three months" are both `3 month`. */
export function quantitiesIn(normalised: string): string[] {
  const found: string[] = [];
  const add = (value: number | undefined, unit: string | undefined) => {
    if (value === undefined || Number.isNaN(value)) return;
    found.push(unit ? `${value} ${canonical.get(unit) ?? unit}` : String(value));
  };
  for (const [, before, figure, after] of normalised.matchAll(figures))
    add(Number(figure!.replaceAll(',', '')), before ?? after);
  for (const [, number, unit] of normalised.matchAll(chinese))
    add(number === '半' ? 0.5 : chineseNumber(number!.replace('半', '')), unit);
  for (const [, word, unit] of normalised.matchAll(englishWords)) if (unit) add(english[word!], unit);
  return found;
}

/** The text without its figures and what they count, which `holdsQuantities` compares. */
export const withoutQuantities = (normalised: string): string =>
  normalised
    .replace(figures, ' ')
    .replace(chinese, ' ')
    .replace(englishWords, (all, _word, unit) => (unit ? ' ' : all));

/** Whether every quantity of `text` stands in `source`, with its unit. Nothing is converted: what must be computed may be computed wrongly. */
export function holdsQuantities(source: string, text: string): boolean {
  const held = new Set(quantitiesIn(source));
  const bare = new Set([...held].map((quantity) => quantity.split(' ')[0]));
  return quantitiesIn(text).every((one) => held.has(one) || (!one.includes(' ') && bare.has(one)));
}
