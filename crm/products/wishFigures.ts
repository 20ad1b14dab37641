import { normalise } from '#ai/tokenizer.ts';
import type { Span } from './phrases.ts';

/** A figure in a wish: `unit` is the catalogue's (`CNY`, `L`, `m²` …), null if none was said. Bounds include their end. */
export interface Figure {
  min?: number;
  max?: number;
  /** Said without a bound: about so much. */
  near?: number;
  unit: string | null;
  span: Span;
}

const units: Record<string, string> = {
  CNY: '块钱|块|元|人民币|yuan|rmb|cny',
  ml: '毫升|ml|millilit(?:re|er)s?',
  L: '升|l|lit(?:re|er)s?',
  'm²': '平方米|平米|平方|平|m2|sqm|square met(?:re|er)s?',
  kg: '公斤|千克|kg|kilos?|kilograms?',
  g: '克|g|grams?',
  W: '瓦|w|watts?',
  dB: '分贝|db|decibels?',
  month: '个月|months?',
  hour: '小时|hours?',
  day: '天|days?',
};
const unitPattern = Object.values(units).join('|');
const amount = '(\\d+(?:\\.\\d+)?)';
const below =
  '不超过|不高于|低于|少于|小于|最多|预算|under|below|less than|at most|up to|max|within|no more than|cheaper than|budget(?: of)?';
const above = '不少于|不低于|超过|高于|大于|至少|over|above|more than|at least|from';
const belowAfter = '以下|以内|之内|内|不到|封顶|or less|or under|max';
const aboveAfter = '以上|起|or more|\\+';
const pattern = new RegExp(
  `(?:(${below})|(${above}))?\\s*(¥)?\\s*${amount}\\s*(?:(?:-|~|到|至|to)\\s*¥?\\s*${amount}\\s*)?(${unitPattern})?(?![a-z0-9])\\s*(?:(${belowAfter})|(${aboveAfter}))?`,
  'g',
);

/** Every figure of a text (see withDigits) that bounds something or carries a unit: "under 200", "100 到 200 元", "20 平米", "2 litres or more". */
export function figuresIn(raw: string): Figure[] {
  const text = normalise(raw);
  const figures: Figure[] = [];
  for (const match of text.matchAll(pattern)) {
    const [whole, lower, higher, sign, first, second, word, lowerAfter, higherAfter] = match;
    const unit = sign ? 'CNY' : word ? unitOf(word) : null;
    const value = Number(first);
    const span = { start: match.index, end: match.index + whole.length };
    if (second)
      figures.push({ min: Math.min(value, Number(second)), max: Math.max(value, Number(second)), unit, span });
    else if (lower || lowerAfter) figures.push({ max: value, unit, span });
    else if (higher || higherAfter) figures.push({ min: value, unit, span });
    else if (unit) figures.push({ near: value, unit, span });
  }
  return figures;
}

function unitOf(word: string): string | null {
  for (const [unit, words] of Object.entries(units)) if (new RegExp(`^(?:${words})$`).test(word)) return unit;
  return null;
}

const digits = '零一二三四五六七八九';

/** 两百 -> 200, 一千五 -> 1500, 三百五十 -> 350: the round sums of everyday speech. */
export function withDigits(text: string): string {
  return text.replace(
    /([一两二三四五六七八九])(百|千)(?:([一二三四五六七八九])(十)?)?/g,
    (_all, head: string, scale: string, rest?: string) => {
      const base = scale === '百' ? 100 : 1000;
      const digit = (sign: string) => (sign === '两' ? 2 : digits.indexOf(sign));
      return String(digit(head) * base + (rest ? (digit(rest) * base) / 10 : 0));
    },
  );
}
