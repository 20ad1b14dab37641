import { AsyncResource } from 'node:async_hooks';
import { Temporal } from 'temporal-polyfill';
import { v7 } from 'uuid';
import type { CallFor, ModelUsage } from '#ai/languageModel.ts';
import type { Database, Prisma } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import type { Shop } from '../shop/shop.ts';
import { costMicros, type ModelPrices } from './prices.ts';

/**
 * What calls to a language model cost, and how many tokens it may read and write. 0 tokens: none at all. Tokens of embeddings are kept and
 * priced but do not count: they cost a hundredth, and those of the articles would leave customers without a model for a day.
 */
export interface CostSettings {
  prices: ModelPrices;
  tokensPerDay: number;
  tokensPerConversation: number;
  /** What reading comments may take of a day's, so that customers' questions find some left; 0: comments are not sent. */
  commentTokensPerDay: number;
}

/** A call that was made: for whom, what it used, how long it took, how it ended. */
export interface UsedCall extends CallFor {
  usage: ModelUsage;
  ms: number;
  outcome: string;
}

/** What was used in a period or by one conversation. */
export interface Used {
  calls: number;
  tokens: number;
  costMicros: bigint;
}

/** Without settings nothing costs anything, and the budget is the documented default. */
export const defaultCosts: CostSettings = {
  prices: { input: 0, output: 0, cachedInput: 0, embedding: 0 },
  tokensPerDay: 2_000_000,
  tokensPerConversation: 60_000,
  commentTokensPerDay: 200_000,
};

const counted = { purpose: { not: 'embedding' } };
/** Other instances spend too: what they spent is looked up this often. */
const FRESH_MS = 10_000;

/**
 * Keeps what each call to a model used, with the conversation and the product it was for, and says when a budget is used up. Both
 * happen outside of the turn that calls: a turn that is run again has paid twice. Calls under way are not counted yet, so a day
 * may end a little over its budget, by what was under way.
 */
export class Costs {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #shop: Shop;
  readonly #settings: CostSettings;
  readonly #onFault: (fault: unknown) => void;
  readonly #outside: <T>(work: () => Promise<T>) => Promise<T>;
  readonly #writing = new Set<Promise<void>>();
  #day = { begins: new Date(0), ends: new Date(0), tokens: 0, seenAt: 0 };

  constructor(parts: {
    db: Database;
    clock: Clock;
    shop: Shop;
    settings?: CostSettings;
    onFault: (fault: unknown) => void;
  }) {
    this.#db = parts.db;
    this.#clock = parts.clock;
    this.#shop = parts.shop;
    this.#settings = parts.settings ?? defaultCosts;
    this.#onFault = parts.onFault;
    this.#outside = AsyncResource.bind(<T>(work: () => Promise<T>) => work());
  }

  /**
   * Whether the day and the conversation have tokens left. Where that can not be found out, they have none. A turn that has given a
   * command holds locks until its commit, and waits for no network (DESIGN 4.4).
   */
  async admits({ purpose, conversationId }: CallFor): Promise<boolean> {
    if (this.#db.inTransaction) return false;
    if (purpose === 'embedding' && !conversationId) return true;
    const { tokensPerDay, tokensPerConversation, commentTokensPerDay } = this.#settings;
    try {
      return await this.#outside(async () => {
        if ((await this.#today()) >= tokensPerDay) return false;
        if (purpose === 'comments') return (await this.#ofComments()) < commentTokensPerDay;
        return !conversationId || (await this.#sum({ conversationId, ...counted })).tokens < tokensPerConversation;
      });
    } catch (fault) {
      this.#onFault(fault);
      return false;
    }
  }

  /** Keeps a call. Nobody waits for it; `settled` does. */
  record(call: UsedCall): void {
    const { purpose, conversationId, productId, usage, ms, outcome } = call;
    const { model, inputTokens, outputTokens, cachedTokens } = usage;
    if (purpose !== 'embedding') this.#day.tokens += inputTokens + outputTokens;
    const data = {
      id: v7(),
      at: this.#clock.now(),
      purpose,
      model,
      conversationId: conversationId ?? null,
      productId: productId ?? null,
      inputTokens,
      outputTokens,
      cachedTokens,
      costMicros: costMicros(usage, this.#settings.prices, purpose),
      ms,
      outcome,
    };
    const writing = this.#outside(() => this.#db.client.modelCall.create({ data }))
      .then(() => undefined, this.#onFault)
      .finally(() => this.#writing.delete(writing));
    this.#writing.add(writing);
  }

  /** What a conversation has used so far. */
  async ofConversation(conversationId: string): Promise<Used> {
    return this.#sum({ conversationId });
  }

  /** What was used from `from` until before `to`. */
  async between(from: Date, to: Date): Promise<Used> {
    return this.#sum({ at: { gte: from, lt: to } });
  }

  /** Waits until everything recorded so far is kept. */
  async settled(): Promise<void> {
    await Promise.all(this.#writing);
  }

  async #today(): Promise<number> {
    const now = this.#clock.now();
    const known = now >= this.#day.begins && now < this.#day.ends;
    if (known && now.getTime() - this.#day.seenAt < FRESH_MS) return this.#day.tokens;
    await this.settled();
    const { begins, ends } = dayOf(now, (await this.#shop.profile()).zone);
    const { tokens } = await this.#sum({ at: { gte: begins, lt: ends }, ...counted });
    this.#day = { begins, ends, tokens, seenAt: now.getTime() };
    return tokens;
  }

  /** What reading comments took of this day's; it is read seldom, so it is always looked up. */
  async #ofComments(): Promise<number> {
    await this.settled();
    const { begins, ends } = this.#day;
    return (await this.#sum({ purpose: 'comments', at: { gte: begins, lt: ends } })).tokens;
  }

  async #sum(where: Prisma.ModelCallWhereInput): Promise<Used> {
    const sums = await this.#db.client.modelCall.aggregate({
      where,
      _count: true,
      _sum: { inputTokens: true, outputTokens: true, costMicros: true },
    });
    const { inputTokens, outputTokens, costMicros: cost } = sums._sum;
    return { calls: sums._count, tokens: (inputTokens ?? 0) + (outputTokens ?? 0), costMicros: cost ?? 0n };
  }
}

/** The shop's day that a moment belongs to. */
function dayOf(now: Date, zone: string): { begins: Date; ends: Date } {
  const day = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).startOfDay();
  return { begins: new Date(day.epochMilliseconds), ends: new Date(day.add({ days: 1 }).epochMilliseconds) };
}
