import type { Database } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import * as sql from './messageBudgetStatements.ts';

/** A customer as one channel knows them. */
export interface ChannelAccount {
  channel: string;
  /** The customer's account id at the channel. */
  account: string;
}

/** What a channel takes after something that the customer did. */
export interface Allowance {
  messages: number;
  /** For how long, in ms. */
  ms: number;
}

/** Something that a customer did, and what a channel takes after it. */
export interface Opening {
  account: string;
  trigger: string;
  /** The channel's id of it. */
  cause: string;
  allowance: Allowance;
  at: Date;
}

/** What a message is for: answers go before surveys, surveys before care. */
export type Purpose = 'answer' | 'survey' | 'care';

/** Why a channel takes nothing now. never: the customer has not written. left: no follower any more. */
export type Refusal = 'spent' | 'closed' | 'never' | 'kept' | 'left' | 'blocked';

/** A message that may be sent; given back where the channel took it not. */
export interface Reservation extends ChannelAccount {
  trigger: string;
  cause: string;
}

/** What may still be sent to an account, until when, and why no more. */
export interface BudgetState extends ChannelAccount {
  left: number;
  allowed: number;
  /** When the last open allowance ends; null where none is open. */
  until: Date | null;
  /** What the customer did that opened it. */
  trigger: string | null;
  refusal: Refusal | null;
  /** Messages that wait for the customer's next one. */
  held: number;
}

/** Channels with so many messages a day, whoever wrote last. */
export const refillsDaily: readonly string[] = ['mail', 'smsgateway'];

/** How many messages of an allowance stay for what is more important. */
const keptFor: Record<Purpose, number> = { answer: 0, survey: 1, care: 2 };

const DAY = 86_400_000;

/** Two who reserve at once wait for one row; the one who comes too late looks at the others. */
const looks = 3;

/**
 * How many messages a channel still takes, by account: a ledger of what it allows after what the customer did. Every message
 * to a channel with such rules reserves here first; what the channel's own refusal says is the truth and corrects it.
 * Allowances that are open side by side are used in the order in which they end.
 */
export class MessageBudget {
  readonly #db: Database;
  readonly #clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /**
   * The customer did something: the allowance for it begins anew, the account is reachable again, and what waited for it may
   * be sent. `cause` is the channel's id of it; told twice, it opens nothing.
   */
  async opened(of: ChannelAccount, trigger: string, cause: string, allowance: Allowance, at: Date): Promise<void> {
    await this.openedAll(of.channel, [{ account: of.account, trigger, cause, allowance, at }]);
  }

  /** The same for many at once. */
  async openedAll(channel: string, openings: Opening[]): Promise<void> {
    if (openings.length === 0) return;
    // What somebody did last counts.
    const last = new Map(
      openings
        .toSorted((one, other) => Number(one.at) - Number(other.at))
        .map((each) => [`${each.trigger} ${each.account}`, each]),
    );
    const told = [...last.values()].map(({ account, trigger, cause, allowance, at }) => {
      const ends = new Date(at.getTime() + allowance.ms);
      return { account, trigger, cause, at, ends, allowed: allowance.messages };
    });
    const released = await this.#db.query('budget_opened', sql.opened, [channel, JSON.stringify(told)]);
    for (const { conversationId } of released) this.#db.signals.publish('outbox', { conversationId });
    for (const account of new Set(released.map((row) => row.account as string))) this.#tell({ channel, account });
  }

  /** So many messages a day on a channel where nobody has to have written first; begins when the one before is over. */
  async daily({ channel, account }: ChannelAccount, messages: number): Promise<void> {
    const now = this.#clock.now();
    await this.#db.query('budget_daily', sql.daily, [channel, account, now, new Date(now.getTime() + DAY), messages]);
  }

  /** They wrote from there: whatever made the account unreachable is over. */
  async heardFrom({ channel, account }: ChannelAccount, at: Date): Promise<void> {
    await this.#db.query('budget_reachable', sql.reachable, [channel, account, at]);
  }

  /** Takes one message out of the allowance, or says why none is left. */
  async reserve(of: ChannelAccount, purpose: Purpose): Promise<Reservation | { refusal: Refusal; until: Date | null }> {
    for (let look = 1; ; look++) {
      const taken = await this.#db.query('budget_reserve', sql.reserve, [
        of.channel,
        of.account,
        this.#clock.now(),
        keptFor[purpose],
      ]);
      const [row] = taken;
      if (row) return { ...of, trigger: row.trigger as string, cause: row.cause as string };
      const { refusal, until, left } = await this.state(of);
      if (refusal) return { refusal, until };
      if (left <= keptFor[purpose] || look >= looks) return { refusal: 'kept', until };
    }
  }

  /** Gives a reservation back: the channel certainly did not take the message. */
  async giveBack({ channel, account, trigger, cause }: Reservation): Promise<void> {
    await this.#db.query('budget_give_back', sql.giveBack, [channel, account, trigger, cause]);
  }

  /** The channel says that nothing more is taken: all is spent, the time is over, or the account is gone. */
  async corrected(of: ChannelAccount, refusal: 'spent' | 'closed' | 'left' | 'blocked'): Promise<void> {
    const now = this.#clock.now();
    if (refusal === 'spent') await this.#db.query('budget_spent', sql.spent, [of.channel, of.account]);
    else if (refusal === 'closed') await this.#db.query('budget_closed', sql.closed, [of.channel, of.account, now]);
    else await this.#db.query('budget_unreachable', sql.unreachable, [of.channel, of.account, refusal, now]);
    this.#tell(of);
  }

  /** What may still be sent, until when, and why no more. */
  async state(of: ChannelAccount): Promise<BudgetState> {
    const [row] = await this.#db.query('budget_state', sql.state, [of.channel, of.account, this.#clock.now()]);
    const { left, allowed, until, trigger, opened, reason, held } = row as unknown as Omit<BudgetState, 'refusal'> & {
      opened: number;
      reason: 'left' | 'blocked' | null;
    };
    const over = trigger === null && refillsDaily.includes(of.channel) ? null : opened > 0 ? 'closed' : 'never';
    const spent = left === 0 ? (until ? 'spent' : over) : null;
    return { ...of, left: reason ? 0 : left, allowed, until, trigger, refusal: reason ?? spent, held };
  }

  /** The state at every channel that keeps count of a customer's messages. */
  async ofCustomer(customerId: string): Promise<BudgetState[]> {
    const accounts = await this.#db.client.$queryRaw<ChannelAccount[]>`
      SELECT i.channel, i."externalId" AS account FROM "Identity" i WHERE i."customerId" = ${customerId}::uuid AND (
        EXISTS (SELECT 1 FROM "MessageAllowance" a WHERE a.channel = i.channel AND a.account = i."externalId")
        OR EXISTS (SELECT 1 FROM "UnreachableAccount" u WHERE u.channel = i.channel AND u.account = i."externalId"))
       ORDER BY i."createdAt"`;
    const states = await Promise.all(accounts.map((account) => this.state(account)));
    // Where a new day begins with the next message there is nothing to tell before.
    return states.filter(({ until, refusal }) => until || refusal);
  }

  #tell({ channel, account }: ChannelAccount): void {
    this.#db.signals.publish('conversations', { channel, account });
  }
}
