import type { TurnContext } from 'botbuilder';
import type { DialogServices } from '../dialogModule.ts';
import type { Noticed } from '../memory.ts';
import { turnOf } from '../turn.ts';

/** Of these there is one at a time; of the others (allergies, household) several stand side by side. */
const single = new Set(['fragrance', 'contactTime', 'contactChannel', 'skin', 'hair', 'budget']);

/** Keeps what the customer agreed to, with the words it was said in; a new word replaces an old one where there can be one only. */
export async function keep(
  context: TurnContext,
  { preferences, customers }: DialogServices,
  items: readonly Noticed[],
): Promise<void> {
  const { customer, conversationId, activityId } = turnOf(context);
  const kept = await preferences.list(customer.id);
  for (const { key, value, quote } of items) {
    const old = single.has(key) ? kept.find((other) => other.key === key) : undefined;
    if (key === 'name') await customers.update(customer.id, { name: value });
    else if (old) await preferences.correct(old.id, value, quote);
    else {
      await preferences.keep({
        customerId: customer.id,
        key,
        value,
        quote,
        conversationId,
        activityId,
        confidence: 1,
        confirmed: true,
      });
    }
  }
}
