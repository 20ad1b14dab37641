import type { ChannelAccount, MessageBudget, Refusal } from '#crm/conversations/messageBudget.ts';
import type { Json } from '../turns/turn.ts';
import { DeliveryDeferred, DeliveryHeld, DeliveryInterrupted, type DeliveryKind, DeliveryRefused } from './channel.ts';

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
  /** Sends one. @throws BudgetRefused, DeliveryRefused, DeliveryDeferred; anything else: perhaps it arrived. */
  send(message: T): Promise<void>;
}

/**
 * Sends messages through a channel that counts them: each one is reserved first. What is not taken any more is held, with
 * what is left of it, until the customer does something.
 * @throws as Channel.deliver does.
 */
export async function sendCounted<T extends object>(budget: MessageBudget, counted: Counted<T>): Promise<void> {
  const { to, kind, messages, send } = counted;
  for (const [place, message] of messages.entries()) {
    const rest = place > 0 ? (messages.slice(place) as unknown as Json[]) : undefined;
    const reserved = await budget.reserve(to, kind);
    if ('refusal' in reserved) throw refused(reserved.refusal, rest);
    try {
      await send(message);
    } catch (fault) {
      if (fault instanceof BudgetRefused) {
        await budget.corrected(to, fault.refusal);
        throw refused(fault.refusal, rest, fault);
      }
      const certain =
        fault instanceof DeliveryDeferred || fault instanceof DeliveryRefused || fault instanceof DeliveryHeld;
      if (certain) await budget.giveBack(reserved);
      if (!rest || fault instanceof DeliveryRefused) throw fault;
      const { message: reason } = fault as Error;
      if (fault instanceof DeliveryHeld) throw new DeliveryHeld(reason, { cause: fault, rest });
      if (fault instanceof DeliveryDeferred)
        throw new DeliveryDeferred(reason, { cause: fault, rest, retryAfterMs: fault.retryAfterMs });
      throw new DeliveryInterrupted(reason, { cause: fault, rest });
    }
  }
}

function refused(refusal: Refusal, rest: Json[] | undefined, cause?: Error): Error {
  const gone = refusal === 'left' || refusal === 'blocked';
  if (gone) return new DeliveryRefused(`The customer cannot be reached here: ${refusal}.`, { cause });
  return new DeliveryHeld(refusal, { cause, ...(rest ? { rest } : {}) });
}
