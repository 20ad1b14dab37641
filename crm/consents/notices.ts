import { v7 } from 'uuid';
import type { Database } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import type { ChannelAccount } from '../conversations/messageBudget.ts';

/**
 * Notices that a channel lets through where messages are not taken: how many an account agreed to, by template, and which
 * went out. The platform cannot be asked how many are left, so every yes is counted, and its refusal sets the count to none.
 */
export class Notices {
  readonly #db: Database;
  readonly #clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /** A yes is good for one notice; a no takes back what is left. */
  async chosen({ channel, account }: ChannelAccount, templateId: string, accepted: boolean): Promise<void> {
    const change = accepted ? { increment: 1 } : 0;
    await this.#db.client.noticeGrant.upsert({
      where: { channel_account_templateId: { channel, account, templateId } },
      create: { channel, account, templateId, left: accepted ? 1 : 0 },
      update: { left: change },
    });
  }

  /** Takes one of the notices that were agreed to; false: none is left. */
  async take({ channel, account }: ChannelAccount, templateId: string): Promise<boolean> {
    const where = { channel, account, templateId, left: { gt: 0 } };
    const { count } = await this.#db.client.noticeGrant.updateMany({ where, data: { left: { decrement: 1 } } });
    return count > 0;
  }

  /** Gives one back that did not go out. */
  async giveBack({ channel, account }: ChannelAccount, templateId: string): Promise<void> {
    const where = { channel, account, templateId };
    await this.#db.client.noticeGrant.updateMany({ where, data: { left: { increment: 1 } } });
  }

  /** The platform says that none is left. */
  async noneLeft(of: ChannelAccount, templateId: string): Promise<void> {
    await this.chosen(of, templateId, false);
  }

  /** Whether a notice went out since the account's customer did something last: one is enough. */
  async wasTold({ channel, account }: ChannelAccount): Promise<boolean> {
    const last = await this.#db.client.messageAllowance.aggregate({
      where: { channel, account },
      _max: { openedAt: true },
    });
    const since = last._max.openedAt ?? new Date(0);
    return (await this.#db.client.notice.count({ where: { channel, account, at: { gt: since } } })) > 0;
  }

  async sent({ channel, account }: ChannelAccount, templateId: string, messageId: string | null): Promise<void> {
    const at = this.#clock.now();
    await this.#db.client.notice.create({
      data: { id: v7(), channel, account, templateId, messageId, state: 'sent', at },
    });
  }

  /** What the platform says became of a notice. */
  async outcome(channel: string, messageId: string, state: 'delivered' | 'failed', reason: string): Promise<void> {
    const data = { state, reason: state === 'failed' ? reason.slice(0, 200) : null };
    await this.#db.client.notice.updateMany({ where: { channel, messageId }, data });
  }
}
