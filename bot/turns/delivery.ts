import type { Logger } from 'pino';
import type { Database } from '#prisma/client.ts';
import {
  type Channel,
  DeliveryDeferred,
  DeliveryHeld,
  DeliveryInterrupted,
  DeliveryRefused,
} from '../channels/channel.ts';
import { type Attempt, Outbox, type Outcome } from './outbox.ts';
import type { Json } from './turn.ts';

/** What the delivery needs from the house. */
export interface DeliveryParts {
  db: Database;
  /** The channel of a conversation, by its channel id. */
  channelOf(channelId: string): Channel | undefined;
  /** Told of what will not be tried again: staff may want to reach the customer another way. */
  onFailed?(undelivered: Undelivered): Promise<void>;
  /** Whether what comes in is pressing just now: then few attempts are made at one time. */
  isPressed?(): boolean;
  logger: Logger;
  /** How long an attempt belongs to its instance, in ms by the database's clock. A channel gets four fifths of it. */
  leaseMs?: number;
  /** How often due rows are looked for without a signal, in ms. */
  pollMs?: number;
  /** How many activities are on their way at one time. */
  atOnce?: number;
  /** How often an activity is tried before it has failed. */
  attempts?: number;
  /** The pause after the first attempt in ms; it doubles, up to ten minutes. */
  backoffMs?: number;
}

/** An activity that did not reach its customer, or of which nobody knows. */
export interface Undelivered {
  conversationId: string;
  activityId: string;
  state: 'failed' | 'uncertain';
  reason: string;
}

const longestPauseMs = 600_000;
const atOncePressed = 2;

/** The channel did not come back in time; whether the customer got it is not known. */
class DeliveryTooSlow extends Error {
  override name = 'DeliveryTooSlow';
}

/**
 * Takes what the turns committed to the channels: in order per conversation, side by side across conversations, on any
 * number of instances (DESIGN section 4.6).
 */
export class Delivery {
  readonly #parts: Required<Omit<DeliveryParts, 'onFailed' | 'isPressed'>> &
    Pick<DeliveryParts, 'onFailed' | 'isPressed'>;
  readonly #outbox: Outbox;
  readonly #inHand = new Set<Promise<void>>();
  #looking: Promise<void> | undefined;
  #again = false;
  #poll: NodeJS.Timeout | undefined;
  #unsubscribe: (() => void) | undefined;
  #closing = false;

  constructor(parts: DeliveryParts) {
    this.#parts = { leaseMs: 60_000, pollMs: 1000, atOnce: 8, attempts: 10, backoffMs: 1000, ...parts };
    this.#outbox = new Outbox(parts.db, this.#parts.leaseMs);
  }

  /** Delivers what earlier processes left and what is committed from now on. */
  start(): void {
    const { db, logger, pollMs } = this.#parts;
    this.#unsubscribe = db.signals.subscribe('outbox', () => this.wake());
    const again = () => {
      this.#recover()
        .catch((fault) => logger.error({ err: fault }, 'the outbox could not be read'))
        .finally(() => {
          if (this.#closing) return;
          this.wake();
          this.#poll = setTimeout(again, pollMs);
        });
    };
    again();
  }

  /** Looks for due activities now. */
  wake(): void {
    if (this.#closing) return;
    if (this.#looking) {
      this.#again = true;
      return;
    }
    this.#looking = this.#look()
      .catch((fault) => this.#parts.logger.error({ err: fault }, 'the outbox could not be read'))
      .finally(() => {
        this.#looking = undefined;
        if (this.#again) this.wake();
      });
  }

  /** Lets the attempts in hand end; what still waits is delivered by the next start. */
  async close(): Promise<void> {
    this.#closing = true;
    clearTimeout(this.#poll);
    this.#unsubscribe?.();
    await this.#looking;
    await Promise.allSettled(this.#inHand);
  }

  async #look(): Promise<void> {
    this.#again = false;
    const { atOnce, isPressed } = this.#parts;
    const room = (isPressed?.() ? Math.min(atOnce, atOncePressed) : atOnce) - this.#inHand.size;
    if (room <= 0) return; // the end of an attempt wakes us
    for (const attempt of await this.#outbox.claim(room)) {
      const work = this.#attempt(attempt).finally(() => {
        this.#inHand.delete(work);
        this.wake();
      });
      this.#inHand.add(work);
    }
  }

  async #attempt(attempt: Attempt): Promise<void> {
    const { logger } = this.#parts;
    const { conversationId, activityId } = attempt;
    const outcome = await this.#deliver(attempt);
    try {
      if (!(await this.#outbox.settle(attempt, outcome)))
        logger.warn({ conversationId, activityId }, 'a delivery took longer than its lease');
      else if (outcome.state === 'held') this.#held(attempt, outcome.reason);
      else if (outcome.state === 'waiting')
        logger.warn({ conversationId, activityId, attempt: attempt.number, ...outcome }, 'a delivery is put off');
      else if (outcome.state !== 'sent') {
        const ids = [activityId, ...attempt.following.map(({ id }) => id)];
        for (const id of ids) await this.#giveUp({ conversationId, activityId: id, ...outcome });
      }
    } catch (fault) {
      logger.error({ err: fault, conversationId, activityId }, 'the outcome of a delivery could not be kept');
    }
  }

  /** No fault: the channel's rules, and the desk shows it. */
  #held({ conversationId, activityId }: Attempt, reason: string): void {
    this.#parts.logger.info({ conversationId, activityId, reason }, 'a message waits for the customer');
    this.#parts.db.signals.publish('conversations', { conversationId });
  }

  async #deliver(attempt: Attempt): Promise<Outcome> {
    const { entry, kind, number } = attempt;
    const { attempts, channelOf } = this.#parts;
    if (!entry) return { state: 'failed', reason: 'Its conversation or activity is no longer there.' };
    const channel = channelOf(entry.conversation.channel);
    if (!channel?.deliver)
      return { state: 'failed', reason: `No channel here serves "${entry.conversation.channel}".` };
    try {
      if (channel.merges && kind === 'answer' && !entry.rest) await this.#outbox.gather(attempt);
      const fix = async (plan: Json[], form?: string) => {
        if (!(await this.#outbox.fix(attempt, plan, form ?? null)))
          throw new DeliveryDeferred('Another has it by now.');
      };
      const shown = await this.#within(channel.deliver({ ...entry, fix }));
      return { state: 'sent', form: shown?.form };
    } catch (fault) {
      const reason = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault);
      const rest = restOf(fault);
      if (fault instanceof DeliveryHeld) return { state: 'held', reason: fault.message, rest };
      if (fault instanceof DeliveryRefused) return { state: 'failed', reason };
      // Perhaps it arrived. An answer twice is a nuisance, a survey twice is a broken promise.
      if (!(fault instanceof DeliveryDeferred) && kind !== 'answer') return { state: 'uncertain', reason };
      if (number >= attempts) return { state: 'failed', reason };
      return { state: 'waiting', inMs: this.#pause(number, fault), reason, rest };
    }
  }

  /** Doubling, with jitter down to the half, so that what failed together does not come back together. */
  #pause(attempt: number, fault: unknown): number {
    const asked = fault instanceof DeliveryDeferred ? (fault.retryAfterMs ?? 0) : 0;
    const pause = Math.min(this.#parts.backoffMs * 2 ** (attempt - 1), longestPauseMs);
    return Math.round(Math.max(asked, pause * (0.5 + Math.random() / 2)));
  }

  async #recover(): Promise<void> {
    const { attempts, logger } = this.#parts;
    const reason = 'The process that delivered it ended, or took too long.';
    for (const { state, ...left } of await this.#outbox.recover(attempts, reason)) {
      if (state === 'waiting') logger.warn(left, 'an answer is sent again');
      else await this.#giveUp({ ...left, state, reason });
    }
  }

  async #giveUp(undelivered: Undelivered): Promise<void> {
    const { db, logger, onFailed } = this.#parts;
    logger.error(undelivered, 'an activity did not reach its customer');
    db.signals.publish('conversations', { conversationId: undelivered.conversationId });
    await onFailed?.(undelivered).catch((fault: unknown) =>
      logger.error({ err: fault, ...undelivered }, 'staff could not be told of it'),
    );
  }

  /** An attempt that lasts longer than its lease would be made by another all the same. */
  async #within<T>(work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new DeliveryTooSlow('The channel did not answer.')), this.#parts.leaseMs * 0.8);
    });
    try {
      return await Promise.race([work, limit]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** What is left to send after a part of it was shown. */
function restOf(fault: unknown) {
  const knows = [DeliveryHeld, DeliveryDeferred, DeliveryInterrupted] as const;
  return knows.some((kind) => fault instanceof kind) ? (fault as DeliveryHeld).rest : undefined;
}
