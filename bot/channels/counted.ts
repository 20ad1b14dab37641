import type { ChannelAccount, MessageBudget, Refusal } from '#crm/conversations/messageBudget.ts';
import { DeliveryDeferred, DeliveryHeld, type DeliveryKind, DeliveryRefused } from './channel.ts';
import { sendInOrder } from './inOrder.ts';

/** The channel says itself that it takes nothing more, whatever we counted. */
export class BudgetRefused extends Error {
  override name = 'BudgetRefused';
  readonly refusal: 'spent' | 'closed' | 'left' | 'blocked';

  constructor(refusal: BudgetRefused['refusal'], options?: ErrorOptions) {
    super(`The channel takes nothing more: ${refusal}.`, options);
    this.refusal = refusal;
  }
}

/** Messages in a channel's own form, to one account, for one purpose. */
export interface Counted<T> {
  to: ChannelAccount;
  kind: DeliveryKind;
  messages: readonly T[];
  /** Sends one where it does not count; false: it counts. Throws as `send` does. */
  free?(message: T): Promise<boolean>;
  /** Sends one. @throws BudgetRefused, DeliveryRefused, DeliveryDeferred; anything else: perhaps it arrived. */
  send(message: T): Promise<void>;
}

/**
 * Sends messages through a channel that counts them: each one is reserved first. What is not taken any more is held, with
 * what is left of it, until the customer does something.
 * @throws as Channel.deliver does.
 */
export async function sendCounted<T extends object>(budget: MessageBudget, counted: Counted<T>): Promise<void> {
  const { to, kind, messages, free, send } = counted;
  await sendInOrder(messages, async (message) => {
    if (await free?.(message)) return;
    const reserved = await budget.reserve(to, kind);
    if ('refusal' in reserved) throw refused(reserved.refusal);
    try {
      await send(message);
    } catch (fault) {
      if (fault instanceof BudgetRefused) {
        await budget.corrected(to, fault.refusal);
        throw refused(fault.refusal, fault);
      }
      const certain =
        fault instanceof DeliveryDeferred || fault instanceof DeliveryRefused || fault instanceof DeliveryHeld;
      if (certain) await budget.giveBack(reserved);
      throw fault;
    }
  });
}

function refused(refusal: Refusal, cause?: Error): Error {
  const gone = refusal === 'left' || refusal === 'blocked';
  return gone
    ? new DeliveryRefused(`The customer cannot be reached here: ${refusal}.`, { cause })
    : new DeliveryHeld(refusal, { cause });
}
