import type { Client, Database } from '#prisma/client.ts';
import { lock, type Merges } from './merges.ts';
import { rootOf } from './rows.ts';

/** What a platform says of an account. */
export interface ProvenAccount {
  account: string;
  /** The platform's own names for the person: who has the same at another account is the same person. */
  proofs: readonly string[];
  /** As the person is called there. */
  name?: string | null;
}

/**
 * What a platform says of whose an account is: WeChat's unionid is the same for one person at the Official Account and at 微信客服. Accounts
 * with the same proof are one person's, so their records are joined, once: what staff split later stays apart.
 */
export class AccountProofs {
  readonly #db: Database;
  readonly #merges: Pick<Merges, 'merge'>;

  constructor(db: Database, merges: Pick<Merges, 'merge'>) {
    this.#db = db;
    this.#merges = merges;
  }

  /** The accounts of which something is kept already. */
  async knownOf(channel: string, accounts: string[]): Promise<Set<string>> {
    const where = { channel, account: { in: accounts } };
    const rows = await this.#db.client.accountProof.findMany({ where, select: { account: true } });
    return new Set(rows.map(({ account }) => account));
  }

  /** Keeps what proves whose accounts are, and joins the records of the same person; the older is shown. Accounts without a record are left out. */
  async prove(channel: string, accounts: readonly ProvenAccount[]): Promise<void> {
    await this.#db.transaction(async (client) => {
      await lock(client);
      const externalIds = accounts.map(({ account }) => account);
      // Nobody is erased between the look and the note.
      await client.$queryRaw`
        SELECT 1 FROM "Identity" WHERE channel = ${channel} AND "externalId" = ANY(${externalIds}) ORDER BY id FOR KEY SHARE`;
      const where = { channel, externalId: { in: externalIds } };
      const identities = await client.identity.findMany({ where, include: { customer: { select: { name: true } } } });
      const records = new Map(identities.map((identity) => [identity.externalId, identity]));
      const there = accounts.filter(({ account }) => records.has(account));
      for (const { account, name } of there) {
        const { customerId, customer } = records.get(account)!;
        if (name && !customer.name) await client.customer.update({ where: { id: customerId }, data: { name } });
      }
      const rows = there.flatMap(({ account, proofs }) => proofs.map((proof) => ({ channel, account, proof })));
      const fresh = await client.accountProof.createManyAndReturn({ data: rows, skipDuplicates: true });
      const named = { proof: { in: fresh.map(({ proof }) => proof) } };
      const all = await client.accountProof.findMany({ where: named });
      for (const { account, proof } of fresh) {
        for (const other of all) {
          const isOther = other.channel !== channel || other.account !== account;
          if (other.proof === proof && isOther) await this.#join(client, { channel, account }, other);
        }
      }
    });
  }

  async #join(client: Client, one: Account, other: Account): Promise<void> {
    const [there, here] = [await recordOf(client, other), await recordOf(client, one)];
    if (!there || !here || there === here) return;
    // Ids sort by time.
    const [keptId, mergedId] = [there, here].sort() as [string, string];
    const where = { oneId_otherId: { oneId: keptId, otherId: mergedId } };
    if (await client.distinctCustomers.findUnique({ where })) return;
    await this.#merges.merge({ keptId, mergedId, proof: 'account' });
  }
}

interface Account {
  channel: string;
  account: string;
}

/** The record that is shown for an account; null: there is none. */
async function recordOf(client: Client, { channel, account }: Account): Promise<string | null> {
  const where = { channel_externalId: { channel, externalId: account } };
  const identity = await client.identity.findUnique({ where });
  return identity && rootOf(client, identity.customerId);
}
