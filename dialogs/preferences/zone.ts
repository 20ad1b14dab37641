import type { TurnContext } from 'botbuilder';
import { afterwards } from '../afterwards.ts';
import type { DialogServices } from '../dialogModule.ts';
import { memoryOf } from '../memory.ts';
import { turnOf } from '../turn.ts';

/** Notes by which clock the customer's device goes (Bot Framework's localTimezone), once a conversation and when it changes. */
export function noteZone(context: TurnContext, { zones }: DialogServices): void {
  const zone: unknown = context.activity.localTimezone;
  const { customer, conversationId } = turnOf(context);
  const memory = memoryOf(context);
  if (typeof zone !== 'string' || zone === '' || zone.length > 60 || zone === memory.zone || !customer.id) return;
  memory.zone = zone;
  afterwards(context, () => zones.heard(customer.id, zone, conversationId));
}
