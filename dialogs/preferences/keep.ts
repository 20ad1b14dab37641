import type { TurnContext } from 'botbuilder';
import { normalise } from '#ai/tokenizer.ts';
import { isNeed, NEEDS_WORDING } from '#crm/preferences/needs.ts';
import type { DialogServices } from '../dialogModule.ts';
import type { Noticed } from '../memory.ts';
import { turnOf } from '../turn.ts';
import type { Change } from './kept.ts';

/** Of these there is one at a time; of the others (allergies, household) several stand side by side. */
const single = new Set([
  'fragrance',
  'contactTime',
  'contactChannel',
  'skin',
  'hair',
  'budget',
  'hardOfHearing',
  'largeType',
  'elderly',
  'pregnant',
]);

/** What was noticed beside what is kept of the same: the customer is asked about what contradicts it. What is over contradicts nothing. */
export async function changesIn(
  context: TurnContext,
  { preferences }: DialogServices,
  items: readonly Noticed[],
): Promise<Change[]> {
  const { customer } = turnOf(context);
  const kept = await preferences.list(customer.id);
  return items.map((item) => {
    const { key, value } = item;
    const old =
      key === 'name' ? customer.name : single.has(key) ? kept.find((other) => other.key === key)?.value : null;
    return old && normalise(old) !== normalise(value) ? { ...item, before: old } : item;
  });
}

/** Keeps what the customer agreed to, with the words it was said in; a new word replaces an old one where there can be one only. */
export async function keep(
  context: TurnContext,
  { preferences, customers, consents }: DialogServices,
  items: readonly Noticed[],
): Promise<void> {
  const { customer, conversationId, activityId } = turnOf(context);
  const kept = await preferences.all(customer.id);
  for (const { key, value, quote } of items) {
    const old = single.has(key) ? kept.find((other) => other.key === key) : undefined;
    if (isNeed(key)) {
      const said = { customerId: customer.id, purpose: 'needs' as const, channel: 'any', granted: true };
      await consents.record({ ...said, wording: NEEDS_WORDING, source: 'customer', activityId });
    }
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
