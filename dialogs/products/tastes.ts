import type { TurnContext } from 'botbuilder';
import { normalise } from '#ai/tokenizer.ts';
import { inLanguage } from '#crm/localized.ts';
import type { Product } from '#crm/products/catalogue.ts';
import type { DialogServices } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { turnOf } from '../turn.ts';
import { replies } from './replies.ts';

/** What a customer told us and an answer may use: only confirmed preferences. */
export interface Taste {
  key: string;
  value: string;
  quote: string;
}

/** What this customer likes and needs. Empty for a visitor. */
export async function tastesOf(context: TurnContext, { preferences }: DialogServices): Promise<Taste[]> {
  const { customer } = turnOf(context);
  if (!customer.id) return [];
  const kept = await preferences.list(customer.id);
  return kept.filter(({ confirmed }) => confirmed).map(({ key, value, quote }) => ({ key, value, quote }));
}

/** A sentence where a product goes against what the customer told: scented for one who wants none, or holding what they do not tolerate. */
export function cautionOf(context: TurnContext, product: Product, tastes: readonly Taste[]): string | undefined {
  const { language } = heardOf(context);
  const words = replies[language];
  for (const { key, value, quote } of tastes) {
    if (key === 'fragrance' && /无|不|没|un|free|no/i.test(value) && product.attributes.unscented === false) {
      const scent = product.attributes.fragrance;
      const named =
        typeof scent === 'object' && !Array.isArray(scent) ? inLanguage(scent, language) : String(scent ?? '');
      return words.caution(quote, words.scented(named));
    }
    if (key === 'allergy' && holds(product, value)) return words.caution(quote, words.containsWord(value));
  }
  return undefined;
}

function holds(product: Product, word: string): boolean {
  const { ingredients, allergens } = product.attributes;
  const wanted = normalise(word);
  return wanted.length > 1 && normalise(JSON.stringify([ingredients, allergens])).includes(wanted);
}
