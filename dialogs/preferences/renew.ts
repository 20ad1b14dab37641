import type { TurnContext } from 'botbuilder';
import type { DialogServices } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { memoryOf } from '../memory.ts';
import { turnOf } from '../turn.ts';

/** After an answer about products, or where the customer is pleased: then it may be asked whether something old still holds. */
const FITTING = new Set(['products', 'thanks', 'goodbye']);

/** Something that was told long ago and is not used any more, to be asked about; at most once a conversation, and nobody who is cross. */
export async function toRenew(
  context: TurnContext,
  { preferences }: DialogServices,
): Promise<{ renew: string } | undefined> {
  const memory = memoryOf(context);
  const { customer } = turnOf(context);
  const { reading } = heardOf(context);
  const fits = FITTING.has(reading.intent) || memory.pleased;
  if (memory.askedAgain || !customer.id || !fits || reading.sentiment.label === 'negative') return undefined;
  memory.askedAgain = true;
  const [old] = await preferences.toAskAgain(customer.id);
  return old && { renew: old.id };
}
