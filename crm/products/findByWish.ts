import type { Language } from '#ai/reading.ts';
import { PRICE } from './askedAttributes.ts';
import { factOf } from './attributeAnswer.ts';
import type { Catalogue, Product } from './catalogue.ts';
import { holds } from './valueParts.ts';
import { type Condition, readWish } from './wish.ts';

/** Why a product fits a wish, or what it lacks; `value` is ready to show (`Scent`, `unscented`; `Price`, `¥129`), null where the shop does not know. */
export interface Reason {
  key: string;
  label: string;
  value: string | null;
}

/** A product with what speaks for it; `unmet` are the parts of the wish that it does not fulfil (empty: it fulfils all). */
export interface Suggestion {
  product: Product;
  reasons: Reason[];
  unmet: Reason[];
  /** 0 to 1. */
  score: number;
}

const SHOWN = 3;
/** A customer's known taste counts half of what is said now. */
const PREFERENCE_WEIGHT = 0.5;

const gift = /送(?:人|礼|给|妈|爸|朋友|女朋友|男朋友|老人|长辈|闺蜜)|礼物|\b(?:gift|present)s?\b/i;
/** What a gift never is: a part that something else needs. */
const spare = /滤芯|替换|补充装|除垢|疏通|\b(?:filters?|cartridges?|refills?|descal\w+)\b/i;

interface Weighed {
  group: Condition[];
  weight: number;
}

/**
 * Products for a wish such as "unscented", "for sensitive skin", "under 200 yuan", "a quiet humidifier": those that fulfil
 * all of it first, then by known preferences, then the cheaper one. Empty if the text holds no wish.
 */
export function findByWish(
  raw: string,
  catalogue: Catalogue,
  language: Language,
  { limit = SHOWN, preferences = [] }: { limit?: number; preferences?: { key: string; value: string }[] } = {},
): Suggestion[] {
  const { kind, groups } = readWish(raw, catalogue);
  if (kind === null && groups.length === 0) return [];
  const tastes = preferences.flatMap(
    ({ key, value }) => readWish(key === 'allergy' ? `不含${value}` : value, catalogue).groups,
  );
  const weighed: Weighed[] = [
    ...groups.map((group) => ({ group, weight: 1 })),
    ...tastes.map((group) => ({ group, weight: PREFERENCE_WEIGHT })),
  ];
  const isForGift = kind === null && gift.test(raw);
  const candidates =
    kind ?? catalogue.products.filter(({ name }) => !isForGift || !spare.test(`${name.zh} ${name.en}`));
  // Who names what a gift may cost means to spend about that.
  const price = isForGift ? -1 : 1;
  return candidates
    .map((product) => judge(product, weighed, candidates, language))
    .filter(({ reasons, unmet }) => reasons.length > 0 || unmet.length === 0)
    .sort(
      (a, b) =>
        a.unmet.length - b.unmet.length || b.score - a.score || price * (a.product.priceCents - b.product.priceCents),
    )
    .slice(0, limit);
}

function judge(product: Product, weighed: Weighed[], candidates: readonly Product[], language: Language): Suggestion {
  const reasons: Reason[] = [];
  const unmet: Reason[] = [];
  let score = 0;
  let total = 0;
  for (const { group, weight } of weighed) {
    const judged = group.map((condition) => ({ condition, degree: degreeOf(product, condition, candidates) }));
    const best = judged.reduce((a, b) => (b.degree > a.degree ? b : a));
    const fact = factOf(product, best.condition.definition, language);
    if (best.degree > 0) reasons.push(fact);
    else if (weight === 1) unmet.push(fact);
    score += best.degree * weight;
    total += weight;
  }
  return { product, reasons, unmet, score: total === 0 ? 1 : score / total };
}

/** How far a product fulfils a condition, 0 to 1; what is not known is not fulfilled. */
function degreeOf(product: Product, condition: Condition, candidates: readonly Product[]): number {
  const value = attributeOf(product, condition.definition.key);
  if (value === undefined) return 0;
  switch (condition.kind) {
    case 'truth':
      return value === condition.want ? 1 : 0;
    case 'value': {
      const held = holds(value, condition.words);
      if (!condition.want) return held === 'no' ? 1 : 0;
      return held === 'yes' ? 1 : held === 'perhaps' ? 0.6 : 0;
    }
    case 'figure': {
      if (typeof value !== 'number') return 0;
      const { min = -Infinity, max = Infinity, near } = condition;
      if (near !== undefined) return Math.abs(value - near) <= near * 0.15 ? 1 : 0;
      return value >= min && value <= max ? 1 : 0;
    }
    case 'order':
      return typeof value === 'number' ? placeOf(value, condition, candidates) : 0;
  }
}

/** Best of all candidates: 1; worst: just above 0, since the figure is at least known. */
function placeOf(value: number, condition: Condition & { kind: 'order' }, candidates: readonly Product[]): number {
  const known = candidates
    .map((other) => attributeOf(other, condition.definition.key))
    .filter((other) => typeof other === 'number');
  const better = known.filter((other) => (condition.less ? other < value : other > value)).length;
  return 1 - better / (known.length + 1);
}

const attributeOf = (product: Product, key: string) =>
  key === PRICE.key ? product.priceCents : product.attributes[key];
