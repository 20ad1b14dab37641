import { normalise } from '#ai/tokenizer.ts';
import type { Localized } from '../localized.ts';
import type { Catalogue, Product } from './catalogue.ts';

/** What it costs to own a product beside its price; amounts in the currency's unit, each with what it was worked out from. */
export interface OwnershipCost {
  /** Stated by the shop. */
  yearlySupplies: number | null;
  /** Supplies that fit it and how many a year are needed. */
  supplies: { name: Localized; price: number; timesAYear: number; aYear: number }[];
  /** Watts while it runs; `hoursADay` only if the question says how long it runs. */
  energy: { watts: number; anHour: number; hoursADay: number | null; aYear: number | null } | null;
}

/** Residential electricity in China, CNY for a kWh; told with every figure made from it. */
export const TARIFF = 0.6;
const DAYS = 365;

/** Works out supplies from what fits the model and how long it lasts, energy from the power. What is not known is left out, not guessed. */
export function ownershipCost(product: Product, catalogue: Catalogue, question = ''): OwnershipCost {
  const { yearlyCostYuan, powerW } = product.attributes;
  const supplies = catalogue.products.flatMap((other) => {
    const { fitsModels, filterLifeMonths, pieces } = other.attributes;
    const fits = Array.isArray(fitsModels) && fitsModels.some((model) => model === product.model);
    if (!fits || typeof filterLifeMonths !== 'number' || filterLifeMonths <= 0) return [];
    const price = other.priceCents / 100 / (typeof pieces === 'number' && pieces > 0 ? pieces : 1);
    const timesAYear = 12 / filterLifeMonths;
    return [{ name: other.name, price, timesAYear, aYear: price * timesAYear }];
  });
  const hoursADay = hoursIn(question);
  return {
    yearlySupplies: typeof yearlyCostYuan === 'number' ? yearlyCostYuan : null,
    supplies,
    energy: typeof powerW === 'number' && powerW > 0 ? energyOf(powerW, hoursADay) : null,
  };
}

function energyOf(watts: number, hoursADay: number | null) {
  const anHour = (watts / 1000) * TARIFF;
  return { watts, anHour, hoursADay, aYear: hoursADay === null ? null : anHour * hoursADay * DAYS };
}

/** "每天开 8 小时", "8 hours a day"; null if the question does not say. */
function hoursIn(question: string): number | null {
  const text = normalise(question);
  const [, zh, en] =
    /(?:每天|一天|每晚|一晚).{0,6}?(\d+(?:\.\d+)?)\s*个?(?:小时|钟头)|(\d+(?:\.\d+)?) ?(?:hours?|h) (?:a|per|every|each) (?:day|night)/.exec(
      text,
    ) ?? [];
  const hours = Number(zh ?? en);
  return hours > 0 && hours <= 24 ? hours : null;
}
