import { EventEmitter } from 'node:events';
import type { Activity } from 'botbuilder';
import type { Logger } from 'pino';
import { type Database, isSerializationFault } from '#prisma/client.ts';
import { type LeaseTimes, whileLeased } from './leaseTimes.ts';
import { Pressing } from './pressing.ts';
import { replyFor } from './reply.ts';
import { type Commit, type Decide, type Decision, type Incoming, type Received, TurnLost } from './turn.ts';
import { type Closing, type Leased, TurnStore } from './turnStore.ts';

/** What the turns need from the house. */
export interface TurnsParts {
  db: Database;
  decide: Decide;
  /** Decides a turn that cannot be decided: an apology, and a task for staff. Must not fail for the same reason. */
  apologise(turn: Leased, fault: unknown): Promise<Decision>;
  /** Finds or makes the customer of a first message; safe to repeat. Runs before the turn, not in its transaction. */
  recognise(turn: Leased): Promise<string | undefined>;
  /** The kind of delivery that replies on this channel need, or null where the channel reads the history. */
  outboxOf(channel: string): string | null;
  logger: Logger;
  /** How long a turn belongs to its instance without a sign of life, in ms by the database's clock: what a crash costs at most. */
  leaseMs?: number;
  /** How long a turn may take, in ms, before the customer is asked for patience instead. */
  limitMs?: number;
  /** How often conversations are looked for whose turns nobody runs, in ms. */
  pollMs?: number;
  /** How many turns run at one time on this instance: what comes in on top is stored and acknowledged, and waits. */
  atOnce?: number;
}

const startsBeforeApology = 3;
const retriesInPlace = 3;
/** More at one time make none of them quicker, and the acknowledgements of all others slower. */
const atOnce = 24;
/** So many while much comes in that cannot wait. */
const atOncePressed = 2;

/**
 * Receives activities once and runs their turns: in order and one at a time within a conversation, side by side across
 * conversations, on any number of instances (DESIGN section 4).
 */
export class Turns {
  readonly #parts: TurnsParts;
  readonly #store: TurnStore;
  readonly #lease: LeaseTimes;
  readonly #running = new Map<string, Promise<void>>();
  /** Conversations whose turns wait for room, in the order in which they came. */
  readonly #queued = new Set<string>();
  /** What comes in and cannot wait. */
  readonly pressing = new Pressing(() => {
    while (this.#queued.size > 0 && this.#hasRoom) this.#next();
  });
  readonly #events = new EventEmitter().setMaxListeners(0);
  #poll: NodeJS.Timeout | undefined;
  #unsubscribe: (() => void) | undefined;
  #closing = false;

  constructor(parts: TurnsParts) {
    this.#parts = parts;
    const leaseMs = parts.leaseMs ?? 10_000;
    this.#store = new TurnStore(parts.db, leaseMs);
    this.#lease = { store: this.#store, leaseMs, limitMs: parts.limitMs ?? 60_000 };
  }

  /** Runs what an earlier process left, and listens for what services and other instances put into the inbox. */
  start(): void {
    const { db, logger, pollMs = 1000 } = this.#parts;
    this.#unsubscribe = db.signals.subscribe('inbox', ({ conversationId }) => this.wake(String(conversationId)));
    const look = async () => {
      for (const id of await this.#store.abandoned(100)) this.wake(id);
    };
    const again = () => {
      look()
        .catch((fault) => logger.error({ err: fault }, 'the inbox could not be read'))
        .finally(() => {
          if (!this.#closing) this.#poll = setTimeout(again, pollMs);
        });
    };
    again();
  }

  /** Lets the turns in hand finish; what still waits is run by the next start. */
  async close(): Promise<void> {
    this.#closing = true;
    clearTimeout(this.#poll);
    this.#unsubscribe?.();
    await Promise.allSettled(this.#running.values());
  }

  /**
   * Stores what came in and begins its turn. Durable when it returns. Null: there is no such conversation.
   */
  async receive(
    incoming: Incoming,
    kind: { direction: 'inbound' | 'internal'; sender: string } = { direction: 'inbound', sender: 'customer' },
  ): Promise<Received | null> {
    const received = await this.#store.receive(incoming, kind, this.#hasRoom);
    if (!received) return null;
    const { id, sequence, repeated, activity, leased } = received;
    if (!repeated) {
      const upTo = sequence;
      const activities = [{ sequence, direction: kind.direction, activity }];
      this.#tell({ conversationId: incoming.conversationId, after: sequence - 1, upTo, activities });
    }
    if (leased) this.#run(leased);
    else if (!repeated) this.wake(incoming.conversationId);
    const settled = this.settled(incoming.conversationId);
    return { id, sequence, repeated, open: Boolean(leased && incoming.openMs), settled };
  }

  /** Done when the turns that run in a conversation on this instance are over. */
  settled(conversationId: string): Promise<void> {
    return this.#running.get(conversationId) ?? Promise.resolve();
  }

  /** Runs the waiting turns of a conversation, unless this instance is at it already. */
  wake(conversationId: string): void {
    if (this.#closing || this.#running.has(conversationId)) return;
    if (this.#hasRoom) this.#hold(conversationId, this.#continue(conversationId));
    else this.#queued.add(conversationId);
  }

  get #hasRoom(): boolean {
    return this.#running.size < (this.pressing.isMuch ? atOncePressed : (this.#parts.atOnce ?? atOnce));
  }

  /** Lets the next of those begin that wait for room. */
  #next(): void {
    const [conversationId] = this.#queued;
    if (conversationId === undefined || !this.#hasRoom) return;
    this.#queued.delete(conversationId);
    this.wake(conversationId);
  }

  /** Hears of every commit that this instance makes in a conversation. Returns how to stop. */
  onCommit(conversationId: string, listener: (commit: Commit) => void): () => void {
    this.#events.on(conversationId, listener);
    return () => this.#events.off(conversationId, listener);
  }

  /** Tells listeners of activities that were committed outside a turn (what staff wrote). */
  announce(commit: Commit): void {
    this.#tell(commit);
  }

  #tell(commit: Commit): void {
    this.#events.emit(commit.conversationId, commit);
    const { signals } = this.#parts.db;
    signals.notifyOthers('activities', { conversationId: commit.conversationId });
    signals.publish('conversations', { conversationId: commit.conversationId });
  }

  #run(leased: Leased): void {
    const work = async () => {
      if (await this.#turn(leased)) await this.#continue(leased.conversationId);
    };
    this.#hold(leased.conversationId, work());
  }

  #hold(conversationId: string, work: Promise<void>): void {
    const { logger } = this.#parts;
    const held = work
      .catch((fault) =>
        logger.error({ err: fault, conversationId }, 'a turn could not be finished; it will be run again'),
      )
      .finally(() => {
        if (this.#running.get(conversationId) === held) this.#running.delete(conversationId);
        this.#next();
      });
    this.#running.set(conversationId, held);
  }

  async #continue(conversationId: string): Promise<void> {
    while (!this.#closing) {
      const leased = await this.#store.claim(conversationId);
      if (!leased || !(await this.#turn(leased))) return;
    }
  }

  /** Runs one turn to its commit. True: more may wait here. */
  async #turn(leased: Leased): Promise<boolean> {
    const { logger } = this.#parts;
    if (leased.starts > startsBeforeApology) {
      return this.#apologise(leased, new Error(`The turn was started ${leased.starts - 1} times and never finished.`));
    }
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#attempt(leased);
      } catch (fault) {
        if (isSerializationFault(fault) && attempt < retriesInPlace) continue;
        if (fault instanceof TurnLost) {
          logger.warn({ conversationId: leased.conversationId, activityId: leased.activityId }, fault.message);
          return false;
        }
        return this.#apologise(leased, fault);
      }
    }
  }

  async #attempt(leased: Leased): Promise<boolean> {
    // A person has it: the bot records and stays silent.
    if (leased.holder === 'person' && leased.direction === 'inbound') return this.#close(leased, { replies: [] });
    const customerId = leased.customerId ?? (await this.#parts.recognise(leased)) ?? null;
    return this.#close({ ...leased, customerId }, (turn) => whileLeased(leased, this.#parts.decide(turn), this.#lease));
  }

  async #apologise(leased: Leased, fault: unknown): Promise<boolean> {
    this.#parts.logger.error(
      { err: fault, conversationId: leased.conversationId, activityId: leased.activityId, starts: leased.starts },
      'a turn failed; the customer is asked for patience and staff get a task',
    );
    return this.#close(leased, () => this.#parts.apologise(leased, fault));
  }

  /** Decides within one unit of work and commits; where a person took over meanwhile, the replies become suggestions. */
  async #close(
    leased: Leased,
    decide: Decision | ((turn: Parameters<Decide>[0]) => Promise<Decision>),
  ): Promise<boolean> {
    const { db } = this.#parts;
    let decision: Decision = { replies: [] };
    const committed = await db.unitOfWork(async (unit) => {
      try {
        decision = typeof decide === 'function' ? await decide(this.#turnOf(leased)) : decide;
        return await this.#commit(unit, leased, decision, 'answer');
      } catch (fault) {
        await unit.abandon();
        throw fault;
      }
    });
    if (committed !== undefined) return committed > 0;
    const takeovers = await this.#store.takeovers(leased);
    if (takeovers === undefined) throw new TurnLost('The lease was taken by another; nothing of this turn was kept.');
    const suggestion: Decision = { replies: decision.replies, explanations: decision.explanations };
    const kept = await db.unitOfWork((unit) => this.#commit(unit, { ...leased, takeovers }, suggestion, 'suggestion'));
    if (kept === undefined) throw new TurnLost('The lease was taken by another; nothing of this turn was kept.');
    return kept > 0;
  }

  /** How many turns wait after the commit; undefined if it was refused. */
  async #commit(
    unit: Parameters<TurnStore['commit']>[0],
    leased: Leased,
    decision: Decision,
    as: 'answer' | 'suggestion',
  ): Promise<number | undefined> {
    const outbox = as === 'answer' ? this.#parts.outboxOf(leased.channel) : null;
    const after = Math.max(Date.now(), leased.receivedAt.getTime());
    const replies = decision.replies.map((reply, place) => ({
      ...replyFor(reply, leased, new Date(after + place + 1), as, outbox),
      explanation: decision.explanations?.get(reply.id ?? ''),
    }));
    const closing: Closing = {
      replies,
      state: decision.state,
      language: decision.language ?? null,
      customerId: decision.customerId ?? leased.customerId,
    };
    const committed = await this.#store.commit(unit, leased, closing);
    if (!committed) return undefined;
    const { sequence, waiting } = committed;
    const first = sequence - replies.length;
    this.#tell({
      conversationId: leased.conversationId,
      after: first,
      upTo: sequence,
      activities: replies.map((reply, place) => ({
        sequence: first + place + 1,
        direction: reply.direction,
        activity: reply.body,
      })),
    });
    if (outbox && replies.length > 0)
      this.#parts.db.signals.publish('outbox', { conversationId: leased.conversationId });
    return waiting;
  }

  #turnOf(leased: Leased) {
    const { conversationId, activity, activityId, direction, channel } = leased;
    const { userId, customerId, customer, language, claims, state } = leased;
    const ephemeral = (shown: Partial<Activity>) =>
      this.#parts.db.signals.broadcast('ephemeral', { conversationId, activity: shown });
    const said = { conversationId, activity, activityId, direction, channel, ephemeral };
    return { ...said, userId, customerId, customer, language, claims, state };
  }
}
