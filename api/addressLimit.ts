import type { IncomingMessage } from 'node:http';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { TooManyAttempts } from '#crm/errors.ts';
import { clientAddress } from './clientAddress.ts';

/** Lets so many requests of one address through in so many seconds; the rest is refused. @throws TooManyAttempts. */
export function limitByAddress(requests: number, seconds: number): (request: IncomingMessage) => Promise<void> {
  const limiter = new RateLimiterMemory({ points: requests, duration: seconds });
  return async (request) => {
    try {
      await limiter.consume(clientAddress(request));
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) throw new TooManyAttempts(refusal.msBeforeNext / 1000);
      throw refusal;
    }
  };
}
