import type { TurnContext } from 'botbuilder';
import type { Language } from '#ai/reading.ts';
import { isNeed } from '#crm/preferences/needs.ts';
import type { DialogServices } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import type { Noticed } from '../memory.ts';
import { turnOf } from '../turn.ts';
import { inZone, sayDay } from '../when.ts';
import { fieldsOf } from './fields.ts';
import { replies } from './replies.ts';

/** One thing that is kept of this customer: something they told, or a field of their record. */
export interface Kept {
  id: string;
  key: string;
  value: string;
  quote: string;
  createdAt: Date;
  /** Its time is over: it is not used any more. */
  over: boolean;
}

/** What is kept of the customer: what they told, newest first, then the record's fields. Nothing for a visitor. */
export async function keptOf(context: TurnContext, services: DialogServices): Promise<Kept[]> {
  const { customer } = turnOf(context);
  return customer.id ? [...(await toldOf(context, services)), ...fieldsOf(customer)] : [];
}

/** What the customer told, newest first. */
export async function toldOf(context: TurnContext, { preferences }: DialogServices): Promise<Kept[]> {
  const { customer } = turnOf(context);
  if (!customer.id) return [];
  const all = await preferences.all(customer.id);
  return all.map((preference) => ({ ...preference, over: preferences.isOver(preference) }));
}

/** What an item is about, in the customer's language. */
export const labelOf = (key: string, language: Language): string =>
  replies[language].labels[key] ?? replies[language].labels.other ?? key;

/** All that is kept, as numbered lines to show. */
export async function linesOf(
  context: TurnContext,
  { shop }: DialogServices,
  kept: readonly Kept[],
): Promise<string[]> {
  const { now } = turnOf(context);
  const { language } = heardOf(context);
  const words = replies[language];
  const { zone } = await shop.profile();
  const today = inZone(now, zone).toPlainDate();
  return kept.map(({ key, value, quote, createdAt, over }, i) => {
    const day = sayDay(inZone(createdAt, zone).toPlainDate(), today, language);
    const label = labelOf(key, language);
    const line = quote ? words.item(i + 1, label, value, quote, day) : words.fieldItem(i + 1, label, value);
    return over ? `${line}${words.over}` : line;
  });
}

/** What was noticed, with what was kept of the same before, where there can be one only. */
export type Change = Noticed & { before?: string };

/** The question whether to keep what was noticed; what contradicts something kept is asked as a change, never taken as one. */
export function askToKeep(items: readonly Change[], language: Language): string {
  const words = replies[language];
  const [item] = items;
  if (item && items.length === 1) {
    const { key, value, before, quote } = item;
    if (before) return words.askChange(labelOf(key, language), before, value);
    if (isNeed(key)) return words.askNeed(quote, words.whyNeed[key]);
    return key === 'name' ? words.askName(value) : words.askOne(labelOf(key, language), value, words.why);
  }
  return words.askSeveral(
    items.map(({ key, value, before }) =>
      before ? words.changeLine(labelOf(key, language), before, value) : words.line(labelOf(key, language), value),
    ),
    words.why,
  );
}
