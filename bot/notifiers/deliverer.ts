import type { Logger } from 'pino';
import type { Clock } from '#crm/clock.ts';
import { AddressRefused } from '#crm/egress.ts';
import type { NotificationDeliveries, Settled, TakenLane } from '#crm/notifications/deliveries.ts';
import type { Database } from '#prisma/client.ts';
import { Rounds } from '../rounds.ts';
import { pauseAfter, wordsOf } from './attempts.ts';
import { SendDeferred, SendRefused, type Way } from './way.ts';

/** What the deliverer needs from the house. */
export interface DelivererParts {
  db: Database;
  clock: Clock;
  deliveries: NotificationDeliveries;
  ways: readonly Way[];
  logger: Logger;
  /** How often it is looked for what is due, in ms. */
  pollMs?: number;
  /** How long an attempt belongs to its instance, in ms. */
  leaseMs?: number;
  /** How many letters are on their way at one time. */
  abreast?: number;
}

const UNREADABLE = 'The address was sealed with another SECRETS_KEY: set it as it was, or enter the address again.';

/** Sends what staff are told: one letter at a time per address, in its way's pace, on any number of instances. */
export class NotificationDeliverer {
  readonly #parts: Required<DelivererParts>;
  readonly #ways: ReadonlyMap<string, Way>;
  readonly #atOnce: ReadonlyMap<Way['id'], number>;
  readonly #rounds: Rounds;

  constructor(parts: DelivererParts) {
    this.#parts = { pollMs: 1000, leaseMs: 60_000, abreast: 4, ...parts };
    const { db, logger, pollMs } = this.#parts;
    this.#rounds = new Rounds({
      round: () => this.run(),
      onFault: (fault) => logger.error({ err: fault }, 'notifications could not be read'),
      signals: db.signals,
      topic: 'deliveries',
      pollMs,
    });
    this.#ways = new Map(parts.ways.map((way) => [way.id, way]));
    this.#atOnce = new Map(parts.ways.map((way) => [way.id, way.atOnce]));
  }

  start(): void {
    this.#rounds.start();
  }

  close(): Promise<void> {
    return this.#rounds.close();
  }

  /** Sends everything that is due now; returns how many letters went out or failed. */
  async run(): Promise<number> {
    const { deliveries, abreast, leaseMs } = this.#parts;
    await deliveries.recover(Math.max(1, ...this.#parts.ways.map(({ attempts }) => attempts)));
    // One look where nothing is due, which is nearly always; side by side only where there is something.
    const first = await deliveries.take(this.#atOnce, leaseMs);
    if (!first) return 0;
    let letters = 0;
    const work = async (next: TakenLane | null) => {
      for (
        let taken = next;
        taken;
        taken = this.#rounds.closing ? null : await deliveries.take(this.#atOnce, leaseMs)
      ) {
        letters++;
        await this.#send(taken);
      }
    };
    const others = Array.from({ length: abreast - 1 }, async () => work(await deliveries.take(this.#atOnce, leaseMs)));
    await Promise.all([work(first), ...others]);
    return letters;
  }

  async #send({ lane, way: wayId, rows }: TakenLane): Promise<void> {
    const { clock, deliveries, logger } = this.#parts;
    const way = this.#ways.get(wayId)!;
    const { letter, moot } = await deliveries.write(rows);
    const inLetter = new Set(letter?.items.map(({ deliveryId }) => deliveryId));
    const kept = rows.filter(({ id }) => inLetter.has(id));
    const ends: Settled[] = [{ rows: rows.filter(({ id }) => moot.includes(id)), state: 'skipped' }];
    let freeInMs = 0;
    if (letter) {
      const sent = letter.unreadable ? Promise.reject(new SendRefused(UNREADABLE)) : way.send(letter);
      const fault = await sent.then(
        () => null,
        (thrown: unknown) => thrown ?? new Error('It failed without saying why.'),
      );
      freeInMs = Math.max(way.paceMs, fault instanceof SendDeferred ? fault.retryAfterMs : 0);
      ends.push(...(fault === null ? [{ rows: kept, state: 'sent' as const }] : this.#afterFault(way, kept, fault)));
      if (fault !== null)
        logger.warn({ way: wayId, letter: letter.id, reason: wordsOf(fault) }, 'staff could not be told');
    }
    await deliveries.settle(lane, new Date(clock.now().getTime() + freeInMs), ends);
  }

  #afterFault(way: Way, rows: TakenLane['rows'], fault: unknown): Settled[] {
    const error = wordsOf(fault);
    const final = fault instanceof SendRefused || fault instanceof AddressRefused;
    return rows.map((row) => {
      if (final || row.attempts >= way.attempts) return { rows: [row], state: 'failed', error };
      const asked = fault instanceof SendDeferred ? fault.retryAfterMs : 0;
      const pause = Math.max(asked, pauseAfter(row.attempts));
      return {
        rows: [row],
        state: 'waiting',
        error,
        nextAttemptAt: new Date(this.#parts.clock.now().getTime() + pause),
      };
    });
  }
}
