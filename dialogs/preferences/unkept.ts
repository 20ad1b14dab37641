import type { TurnContext } from 'botbuilder';
import { normalise } from '#ai/tokenizer.ts';
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
