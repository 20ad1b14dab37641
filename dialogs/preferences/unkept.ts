import type { TurnContext } from 'botbuilder';
import { normalise } from '#ai/tokenizer.ts';
import { isNeed } from '#crm/preferences/needs.ts';
import type { DialogServices } from '../dialogModule.ts';
import type { Noticed } from '../memory.ts';
import { turnOf } from '../turn.ts';

/** Of what was noticed, that which is not kept yet. Nothing for a visitor, of whom nothing can be kept. */
export async function unkept(
  context: TurnContext,
  { preferences }: DialogServices,
  noticed: readonly Noticed[],
): Promise<Noticed[]> {
  const { customer } = turnOf(context);
  if (!customer.id) return [];
  const kept = await preferences.list(customer.id);
  return noticed.filter(({ key, value }) => {
    if (key === 'name') return customer.name !== value;
    return !kept.some((other) => other.key === key && normalise(other.value) === normalise(value));
  });
}

/** What is asked about now: a special need by itself, so that a yes is a yes to nothing else; all the rest together. */
export function nextToAsk(items: readonly Noticed[]): Noticed[] {
  const need = items.find(({ key }) => isNeed(key));
  return need ? [need] : [...items];
}
