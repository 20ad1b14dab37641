import type { TurnContext } from 'botbuilder';
import type { Language } from '#ai/reading.ts';
import type { DialogServices } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import type { Noticed } from '../memory.ts';
import { turnOf } from '../turn.ts';
import { inZone, sayDay } from '../when.ts';
import { replies } from './replies.ts';

/** One thing that is kept of this customer. */
export interface Kept {
  id: string;
  key: string;
  value: string;
  quote: string;
  createdAt: Date;
}

/** What is kept of the customer, newest first. Nothing for a visitor. */
export async function keptOf(context: TurnContext, { preferences }: DialogServices): Promise<Kept[]> {
  const { customer } = turnOf(context);
  return customer.id ? preferences.list(customer.id) : [];
}

/** What an item is about, in the customer's language. */
export const labelOf = (key: string, language: Language): string =>
  replies[language].labels[key] ?? replies[language].labels.other ?? key;

/** All that is kept, as numbered lines to show, with the name and how the customer is reached. */
export async function linesOf(
  context: TurnContext,
  { shop }: DialogServices,
  kept: readonly Kept[],
): Promise<string[]> {
  const { customer, now } = turnOf(context);
  const { language } = heardOf(context);
  const words = replies[language];
  const { zone } = await shop.profile();
  const today = inZone(now, zone).toPlainDate();
  const lines = kept.map(({ key, value, quote, createdAt }, i) =>
    words.item(
      i + 1,
      labelOf(key, language),
      value,
      quote,
      sayDay(inZone(createdAt, zone).toPlainDate(), today, language),
    ),
  );
  const contact = [customer.phone, customer.email].filter(Boolean).join(', ');
  if (customer.name) lines.push(words.nameItem(customer.name));
  if (contact) lines.push(words.contactItem(contact));
  return lines;
}

/** The question whether to keep what was noticed. */
export function askToKeep(items: readonly Noticed[], language: Language): string {
  const words = replies[language];
  const [item] = items;
  if (item && items.length === 1) {
    return item.key === 'name'
      ? words.askName(item.value)
      : words.askOne(labelOf(item.key, language), item.value, words.why);
  }
  return words.askSeveral(
    items.map(({ key, value }) => words.line(labelOf(key, language), value)),
    words.why,
  );
}
