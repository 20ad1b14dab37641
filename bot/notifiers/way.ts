import type { Letter } from '#crm/notifications/letter.ts';
import type { WayId } from '#crm/notifications/ways.ts';

/** One way to reach staff outside the desk. */
export interface Way {
  readonly id: WayId;
  /** Milliseconds between two messages to one address; what comes sooner waits and goes into one message. */
  readonly paceMs: number;
  /** How many notifications fit into one message. */
  readonly atOnce: number;
  /** How often it is tried before it is a dead letter. */
  readonly attempts: number;
  /** Sends a letter. Throws SendRefused, SendDeferred; anything else is tried again. */
  send(letter: Letter): Promise<void>;
}

/** The service will never take this: the address is gone, the key is wrong. */
export class SendRefused extends Error {
  override name = 'SendRefused';
}

/** Not now: the service says when it wants to be asked again, in ms. */
export class SendDeferred extends Error {
  override name = 'SendDeferred';
  readonly retryAfterMs: number;

  constructor(message: string, retryAfterMs: number) {
    super(message);
    this.retryAfterMs = retryAfterMs;
  }
}

/** A robot takes twenty messages in any minute: one in 3.1 seconds never exceeds it. */
export const twentyAMinute = 3100;
