import type { Logger } from 'pino';
import { DeliveryDeferred, DeliveryHeld, DeliveryRefused } from '../channel.ts';
import { BudgetRefused } from '../counted.ts';
import type { PlatformRefusal } from './refusals.ts';

/** What a refusal of a platform means for the delivery; told to the log where somebody must mend something. */
export function deliveryFault(fault: PlatformRefusal, logger: Logger): Error {
  const options = { cause: fault };
  const told = { code: fault.code, reason: fault.message };
  switch (fault.meaning) {
    case 'left':
    case 'blocked':
    case 'closed':
    case 'spent':
      return new BudgetRefused(fault.meaning, options);
    case 'busy':
    case 'token':
      return new DeliveryDeferred(fault.message, options);
    case 'rate': {
      logger.error(told, 'the platform takes no more calls for now');
      // 45011 counts by the minute, 45009 by the day.
      return new DeliveryDeferred(fault.message, { ...options, retryAfterMs: fault.code === 45011 ? 60_000 : 600_000 });
    }
    case 'settings':
      logger.error(told, 'the platform refuses us: the account’s settings need a change');
      return new DeliveryDeferred(fault.message, { ...options, retryAfterMs: 300_000 });
    case 'passiveOnly':
      logger.error('this account has no customer-service messages: only answers to pushes get through');
      return new DeliveryHeld('passive', options);
    case 'elsewhere':
      return new DeliveryHeld('elsewhere', options);
    default:
      return new DeliveryRefused(fault.message, options);
  }
}
