import type { Json } from '../turns/turn.ts';
import { DeliveryDeferred, DeliveryHeld, DeliveryInterrupted, DeliveryRefused } from './channel.ts';

/**
 * Sends the parts of one delivery one after the other. What breaks off after the first of them is told with what is left.
 * @throws as Channel.deliver does.
 */
export async function sendInOrder<T extends object>(
  parts: readonly T[],
  send: (part: T) => Promise<void>,
): Promise<void> {
  for (const [place, part] of parts.entries()) {
    try {
      await send(part);
    } catch (fault) {
      if (place === 0 || fault instanceof DeliveryRefused) throw fault;
      const { message } = fault as Error;
      const rest = parts.slice(place) as unknown as Json[];
      if (fault instanceof DeliveryHeld) throw new DeliveryHeld(message, { cause: fault, rest });
      if (fault instanceof DeliveryDeferred)
        throw new DeliveryDeferred(message, { cause: fault, rest, retryAfterMs: fault.retryAfterMs });
      throw new DeliveryInterrupted(message, { cause: fault, rest });
    }
  }
}
