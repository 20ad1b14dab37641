import type { Language } from '#ai/reading.ts';
import { normalise } from '#ai/tokenizer.ts';

interface Unit {
  /** What it measures; only units of one kind are converted into each other. */
  kind: 'volume' | 'mass' | 'length' | 'power' | 'time' | 'area';
  /** How many of the kind's base unit (litre, kilogram, metre, watt, month, square metre) it is. */
  size: number;
  /** How it is written after a figure. */
  zh: string;
  en: string;
  /** How a question names it. */
  asked: RegExp;
}

const units: Record<string, Unit> = {
  ml: { kind: 'volume', size: 0.001, zh: ' ml', en: ' ml', asked: /毫升|\bml\b|\bmillilit(?:re|er)s?\b/ },
  L: { kind: 'volume', size: 1, zh: ' L', en: ' L', asked: /(?<!毫)升|\blit(?:re|er)s?\b/ },
  floz: {
    kind: 'volume',
    size: 0.0295735,
    zh: ' 液盎司',
    en: ' fl oz',
    asked: /液盎司|\b(?:fluid ounces?|fl\.? ?oz)\b/,
  },
  gallon: { kind: 'volume', size: 3.785412, zh: ' 加仑', en: ' gal', asked: /加仑|\bgallons?\b/ },
  g: { kind: 'mass', size: 0.001, zh: ' g', en: ' g', asked: /(?<!千)克|\bgrams?\b/ },
  kg: { kind: 'mass', size: 1, zh: ' kg', en: ' kg', asked: /公斤|千克|\b(?:kg|kilos?|kilograms?)\b/ },
  jin: { kind: 'mass', size: 0.5, zh: ' 斤', en: ' jin', asked: /(?<!公)斤|\bjin\b/ },
  lb: { kind: 'mass', size: 0.45359237, zh: ' 磅', en: ' lb', asked: /磅|\b(?:pounds?|lbs?)\b/ },
  oz: { kind: 'mass', size: 0.0283495, zh: ' 盎司', en: ' oz', asked: /(?<!液)盎司|\bounces?\b/ },
  mm: { kind: 'length', size: 0.001, zh: ' mm', en: ' mm', asked: /毫米|\bmillimet(?:re|er)s?\b/ },
  cm: { kind: 'length', size: 0.01, zh: ' cm', en: ' cm', asked: /厘米|公分|\bcentimet(?:re|er)s?\b/ },
  m: { kind: 'length', size: 1, zh: ' m', en: ' m', asked: /(?<![毫厘平])米|\bmet(?:re|er)s?\b/ },
  inch: { kind: 'length', size: 0.0254, zh: ' 英寸', en: ' in', asked: /英寸|(?<!尺)寸|\binch(?:es)?\b/ },
  ft: { kind: 'length', size: 0.3048, zh: ' 英尺', en: ' ft', asked: /英尺|\b(?:feet|foot|ft)\b/ },
  W: { kind: 'power', size: 1, zh: ' W', en: ' W', asked: /(?<!千)瓦|\bwatts?\b/ },
  kW: { kind: 'power', size: 1000, zh: ' kW', en: ' kW', asked: /千瓦|\b(?:kw|kilowatts?)\b/ },
  month: { kind: 'time', size: 1, zh: ' 个月', en: ' months', asked: /个月|\bmonths?\b/ },
  year: { kind: 'time', size: 12, zh: ' 年', en: ' years', asked: /年|\byears?\b/ },
  'm²': { kind: 'area', size: 1, zh: ' m²', en: ' m²', asked: /平方?米|平方|\bsquare met(?:re|er)s?\b/ },
  sqft: { kind: 'area', size: 0.09290304, zh: ' 平方英尺', en: ' sq ft', asked: /平方英尺|\b(?:square feet|sq ?ft)\b/ },
};

/** At most three significant figures below a thousand, none after the point above. */
function rounded(value: number): string {
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(3)));
}

/** The unit that a question wants an answer in, of the same kind as `unit` but another one; undefined if it names none. */
export function wantedUnit(question: string, unit: string | null): string | undefined {
  const known = unit ? units[unit] : undefined;
  if (!known) return undefined;
  const text = normalise(question);
  return Object.keys(units).find(
    (key) => key !== unit && units[key]!.kind === known.kind && units[key]!.asked.test(text) && !known.asked.test(text),
  );
}

/** A value in another unit of its kind, ready to show: 11.5 kg -> `23 斤`. Throws RangeError where the kinds differ. */
export function convert(value: number, from: string, to: string, language: Language): string {
  const [a, b] = [units[from], units[to]];
  if (!a || !b || a.kind !== b.kind) throw new RangeError(`${from} can not be told in ${to}.`);
  const converted = rounded((value * a.size) / b.size);
  const name = language === 'en' && converted === '1' ? b.en.replace(/s$/, '') : b[language];
  return `${converted}${name}`;
}

const measures = /(\d+(?:\.\d+)?(?:\s*[×x*/–-]\s*\d+(?:\.\d+)?)*)\s*(mm|cm|m)\b/g;

/** Sizes written in a text ("28 × 28 × 95 cm") in another unit of length; null if it holds none. */
export function convertSizes(text: string, to: string, language: Language): string | null {
  if (units[to]?.kind !== 'length') return null;
  let found = false;
  const converted = text.replace(measures, (_all, figures: string, unit: string) => {
    found = true;
    const each = figures.replace(/\d+(?:\.\d+)?/g, (figure) =>
      rounded((Number(figure) * units[unit]!.size) / units[to]!.size),
    );
    return `${each}${units[to]![language]}`;
  });
  return found ? converted : null;
}
