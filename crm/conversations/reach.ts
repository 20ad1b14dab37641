import { v7 } from 'uuid';
import type { Client, Database } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import { mobileNumber } from '../customers/phoneNumber.ts';

/** Channels on which the shop may write first, and how they are set up here; absent: not at all. */
export interface Beginnings {
  mail?: { address: string };
  smsgateway?: { countryCode: string };
}

/** A channel on which a customer can be written to first. */
export type BeginningChannel = keyof Beginnings;

/** By which account a customer would be reached. */
export interface Way {
  channel: BeginningChannel;
  account: string;
  /** The conversation's id at the channel. */
  externalId: string;
}

const mailAddress = /^[^\s@<>,;"]{1,64}@[^\s@<>,;"]+\.[^\s@<>,;"]{2,}$/;

/** How customers are written to who never wrote to us: by their mail address or phone number. */
export class Reach {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #beginnings: Beginnings;

  constructor(db: Database, clock: Clock, beginnings: Beginnings) {
    this.#db = db;
    this.#clock = clock;
    this.#beginnings = beginnings;
  }

  /** The channels that are set up. */
  get channels(): BeginningChannel[] {
    return (['mail', 'smsgateway'] as const).filter((channel) => this.#beginnings[channel]);
  }

  /** The way to a customer by a channel; undefined where it is not set up, or the record names no usable address. */
  wayTo(customer: { email: string | null; phone: string | null }, channel: string): Way | undefined {
    const { mail, smsgateway } = this.#beginnings;
    if (channel === 'mail' && mail && customer.email) {
      const account = customer.email.trim().toLowerCase();
      return mailAddress.test(account) ? { channel, account, externalId: `${mail.address}:${account}` } : undefined;
    }
    if (channel === 'smsgateway' && smsgateway && customer.phone) {
      const account = mobileNumber(customer.phone, smsgateway.countryCode);
      return account ? { channel, account, externalId: account } : undefined;
    }
    return undefined;
  }

  /**
   * The conversation by which a customer is written to on a channel, made where there is none, with the account as theirs. Undefined
   * where they cannot be reached there, or the account is another customer's.
   */
  async begin(customerId: string, channel: string): Promise<string | undefined> {
    return this.#db.transaction(async (client) => {
      const customer = await client.customer.findUnique({ where: { id: customerId } });
      const way = customer && !customer.erasedAt ? this.wayTo(customer, channel) : undefined;
      if (!way || !(await this.#own(client, customerId, way))) return undefined;
      const where = { channel_externalId: { channel: way.channel, externalId: way.externalId } };
      const known = await client.conversation.findUnique({ where, select: { id: true, customerId: true } });
      if (known) return known.customerId === customerId ? known.id : undefined;
      const now = this.#clock.now();
      const { id } = await client.conversation.create({
        data: {
          id: v7(),
          channel: way.channel,
          externalId: way.externalId,
          userId: way.account,
          customerId,
          language: customer?.language ?? null,
          createdAt: now,
          lastActivityAt: now,
        },
      });
      return id;
    });
  }

  /** Whether the account is this customer's; it is from now on, if it was nobody's. */
  async #own(client: Client, customerId: string, { channel, account }: Way): Promise<boolean> {
    const identity = { id: v7(), customerId, channel, externalId: account, createdAt: this.#clock.now() };
    await client.identity.createMany({ data: [identity], skipDuplicates: true });
    const where = { channel_externalId: { channel, externalId: account } };
    return (await client.identity.findUnique({ where }))?.customerId === customerId;
  }
}
