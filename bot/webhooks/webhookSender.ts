import type { Logger } from 'pino';
import type { Clock } from '#crm/clock.ts';
import { AddressRefused } from '#crm/egress.ts';
import { webhookKey } from '#crm/notifications/targetSecret.ts';
import type { EventEnd, TakenEvents, WebhookDeliveries } from '#crm/webhooks/webhookDeliveries.ts';
import type { Database, WebhookDelivery } from '#prisma/client.ts';
import type { GuardedEgress } from '../egress/egress.ts';
import { checkStatus } from '../notifiers/answers.ts';
import { pauseAfter, wordsOf } from '../notifiers/attempts.ts';
import { SendDeferred, SendRefused } from '../notifiers/way.ts';
import { Rounds } from '../rounds.ts';
import { signedHeaders } from '../standardWebhooks.ts';

/** What the sender needs from the house. */
export interface WebhookSenderParts {
  db: Database;
  clock: Clock;
  deliveries: WebhookDeliveries;
  egress: GuardedEgress;
  logger: Logger;
  /** How often it is looked for what is due, in ms. */
  pollMs?: number;
  /** How long an attempt belongs to its instance, in ms. */
  leaseMs?: number;
  /** How many events are on their way to one partner at one time. */
  abreast?: number;
}

/** About a day, by the pauses of attempts.ts. */
const ATTEMPTS = 12;
const GONE = 410;
const UNREADABLE = 'The address was sealed with another SECRETS_KEY: set it as it was, or enter the address again.';

/** Sends events to partners (Standard Webhooks), on any number of instances: each once at least, with an id that stays. */
export class WebhookSender {
  readonly #parts: Required<WebhookSenderParts>;
  readonly #rounds: Rounds;

  constructor(parts: WebhookSenderParts) {
    this.#parts = { pollMs: 2000, leaseMs: 60_000, abreast: 10, ...parts };
    const { db, logger, pollMs } = this.#parts;
    this.#rounds = new Rounds({
      round: () => this.run(),
      onFault: (fault) => logger.error({ err: fault }, 'events for partners could not be read'),
      signals: db.signals,
      topic: 'webhooks',
      pollMs,
    });
  }

  start(): void {
    this.#rounds.start();
  }

  close(): Promise<void> {
    return this.#rounds.close();
  }

  /** Sends everything that is due now; returns how many events were tried. */
  async run(): Promise<number> {
    const { deliveries, abreast, leaseMs } = this.#parts;
    await deliveries.recover(ATTEMPTS);
    let tried = 0;
    while (!this.#rounds.closing) {
      const taken = await deliveries.take(abreast, leaseMs);
      if (!taken) break;
      tried += taken.rows.length;
      await this.#send(taken);
    }
    return tried;
  }

  async #send({ webhookId, door, rows }: TakenEvents): Promise<void> {
    const { clock, deliveries, logger } = this.#parts;
    const ends: EventEnd[] = [];
    let [pauseMs, gone] = [0, false];
    await Promise.all(
      rows.map(async (row) => {
        let status: number | null = null;
        try {
          if (!door) throw new SendRefused(UNREADABLE);
          status = await this.#post(row, door);
          ends.push({ id: row.id, attempts: row.attempts, state: 'delivered', status, error: null });
        } catch (fault) {
          if (fault instanceof Answered) status = fault.status;
          gone ||= status === GONE;
          const cause = fault instanceof Answered ? fault.cause : fault;
          if (cause instanceof SendDeferred) pauseMs = Math.max(pauseMs, cause.retryAfterMs);
          ends.push(this.#afterFault(row, status, cause));
        }
      }),
    );
    const failed = ends.find(({ error }) => error !== null);
    if (failed) logger.warn({ webhookId, reason: failed.error }, 'a partner could not be told');
    await deliveries.settle(webhookId, ends, { freeAt: new Date(clock.now().getTime() + pauseMs), gone });
  }

  /** Standard Webhooks: every secret that holds signs, the newest first. */
  async #post(row: WebhookDelivery, door: NonNullable<TakenEvents['door']>): Promise<number> {
    const { clock, egress } = this.#parts;
    const body = JSON.stringify({ type: row.type, timestamp: row.occurredAt.toISOString(), data: row.data });
    const keys = door.secrets.map((secret) => webhookKey(secret)!);
    const answer = await egress.post(door.url, body, {
      'Content-Type': 'application/json',
      ...signedHeaders(keys, `msg_${row.id}`, clock.now().getTime(), body),
    });
    try {
      checkStatus(answer);
    } catch (fault) {
      throw new Answered(answer.status, fault);
    }
    return answer.status;
  }

  /** Whatever a partner answers may be mended there: only what we would not send at all is given up at once. */
  #afterFault({ id, attempts }: WebhookDelivery, status: number | null, fault: unknown): EventEnd {
    const error = wordsOf(fault);
    const never = fault instanceof AddressRefused || (status === null && fault instanceof SendRefused);
    if (never || attempts >= ATTEMPTS) return { id, attempts, state: 'failed', status, error };
    const asked = fault instanceof SendDeferred ? fault.retryAfterMs : 0;
    const nextAttemptAt = new Date(this.#parts.clock.now().getTime() + Math.max(asked, pauseAfter(attempts)));
    return { id, attempts, state: 'waiting', nextAttemptAt, status, error };
  }
}

/** The partner answered, and not well. */
class Answered extends Error {
  override name = 'Answered';
  readonly status: number;

  constructor(status: number, cause: unknown) {
    super('The partner refused it.', { cause });
    this.status = status;
  }
}
