import type { MessageBudget } from '#crm/conversations/messageBudget.ts';
import { DeliveryDeferred, DeliveryHeld } from './channel.ts';
import { type Counted, sendCounted } from './counted.ts';

/**
 * Sends through a channel with so many messages a day to each account: what is beyond them goes the next day, not when the
 * customer writes. It ends the talk of two programs that answer each other.
 * @throws as Channel.deliver does.
 */
export async function sendDaily<T extends object>(
  budget: MessageBudget,
  counted: Counted<T>,
  perDay: number,
  now: number,
): Promise<void> {
  await budget.daily(counted.to, perDay);
  try {
    await sendCounted(budget, counted);
  } catch (fault) {
    if (!(fault instanceof DeliveryHeld)) throw fault;
    const { until } = await budget.state(counted.to);
    const retryAfterMs = Math.max((until?.getTime() ?? now) - now, 60_000);
    throw new DeliveryDeferred('The messages of this day are used up.', {
      cause: fault,
      rest: fault.rest,
      retryAfterMs,
    });
  }
}
