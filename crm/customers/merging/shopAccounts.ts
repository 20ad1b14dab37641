import { v7 } from 'uuid';
import type { Client, Database } from '#prisma/client.ts';
import type { Clock } from '../../clock.ts';
import { lock, type Merges } from './merges.ts';
import { rootOf } from './rows.ts';

/** An account of ours at a channel, whose holder is signed in at the shop under a number. */
export interface SignedIn {
  channel: string;
  externalId: string;
  /** The shop's own id of the customer: the member number by which files name them, too. */
  number: string;
  /** As the shop calls them; null: it does not say. */
  name: string | null;
}

/**
 * The shop says by its signed token who is signed in on its page. The account that speaks is that customer's from then on: its record and the
 * one with that member number are joined, and can be split again.
 */
export class ShopAccounts {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #merges: Pick<Merges, 'merge'>;

  constructor(db: Database, clock: Clock, merges: Pick<Merges, 'merge'>) {
    this.#db = db;
    this.#clock = clock;
    this.#merges = merges;
  }

  /**
   * joined: the account is that customer's. other: it is another customer's, or staff said that both are two people; nothing was changed,
   * and the page needs an account of its own for whoever is signed in now. The account must have a record.
   */
  async signIn({ channel, externalId, number, name }: SignedIn): Promise<'joined' | 'other'> {
    return this.#db.transaction(async (client) => {
      await lock(client);
      const account = await client.identity.findUnique({ where: { channel_externalId: { channel, externalId } } });
      if (!account) return 'other';
      const here = await rootOf(client, account.customerId);
      const shop = { channel: 'shop', externalId: number };
      const member = await client.identity.findUnique({ where: { channel_externalId: shop } });
      const there = member && (await rootOf(client, member.customerId));
      if (there === here) return 'joined';
      if (await this.#isAnothers(client, here, number)) return 'other';
      if (there) {
        // Ids sort by time.
        const [keptId, mergedId] = [there, here].sort() as [string, string];
        const where = { oneId_otherId: { oneId: keptId, otherId: mergedId } };
        if (await client.distinctCustomers.findUnique({ where })) return 'other';
        await this.#merges.merge({ keptId, mergedId, proof: 'shop' });
      } else {
        const data = { id: v7(), customerId: here, ...shop, createdAt: this.#clock.now() };
        await client.identity.create({ data });
        if (name) await client.customer.updateMany({ where: { id: here, name: null }, data: { name } });
      }
      return 'joined';
    });
  }

  /** Whether a record belongs to another member already: two people use one browser. */
  async #isAnothers(client: Client, customerId: string, number: string): Promise<boolean> {
    return (await client.identity.count({ where: { customerId, channel: 'shop', externalId: { not: number } } })) > 0;
  }
}
