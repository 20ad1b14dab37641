import { v7 } from 'uuid';
import type { Client, Customer, CustomerMerge, Database } from '#prisma/client.ts';
import type { Audit } from '../../audit/audit.ts';
import type { Clock } from '../../clock.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { tellPartners } from '../../webhooks/events.ts';
import { keepOwnFields, type MergeField, missingFields, showFields } from './fields.ts';
import { gatherRows, moveRows, returnRows, rootOf, settleHomes } from './rows.ts';

/**
 * How it is known that two records are one person: a code shown to one and written by the other, a platform that names both accounts'
 * person alike, a shop's sign-in, or staff's decision.
 */
export type MergeProof = 'code' | 'account' | 'shop' | 'staff';

export interface NewMerge {
  /** The record to be shown. */
  keptId: string;
  mergedId: string;
  /** Fields to be shown as the merged record has them; absent: those that the kept record has no value of. */
  fields?: MergeField[];
  proof: MergeProof;
  staffId?: string | null;
}

/** A merge with the record behind it. */
export type MergeDetail = CustomerMerge & { merged: Customer };

/**
 * Records of one person (docs/decisions/0046). Merging links one record behind another and shows its rows there; splitting takes the link
 * away and puts every row back, also what came since. In any order, the records are at last what they would be without.
 */
export class Merges {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #audit: Audit;

  constructor(db: Database, clock: Clock, audit: Audit) {
    this.#db = db;
    this.#clock = clock;
    this.#audit = audit;
  }

  /** Throws NotFound, Conflict (alreadyOne). */
  async merge({ keptId: asked, mergedId: other, proof, staffId = null, ...chosen }: NewMerge): Promise<CustomerMerge> {
    return this.#db.transaction(async (client) => {
      await lock(client);
      const keptId = await rootOf(client, asked);
      const mergedId = await rootOf(client, other);
      const [kept, merged] = [await find(client, keptId), await find(client, mergedId)];
      if (keptId === mergedId) throw new Conflict('alreadyOne', 'Both are one record already.');
      await settleHomes(client, keptId);
      await settleHomes(client, mergedId);
      await keepOwnFields(client, keptId);
      if (merged.ownFields !== null) await keepOwnFields(client, mergedId);
      const fields = chosen.fields ?? missingFields(kept, merged);
      const merge = await client.customerMerge.create({
        data: { id: v7(), keptId, mergedId, fields, proof, staffId, at: this.#clock.now() },
      });
      await client.customer.update({ where: { id: mergedId }, data: { mergedIntoId: keptId } });
      // Who stands behind another record stands nowhere by themselves.
      await client.customerSegment.deleteMany({ where: { customerId: mergedId } });
      await moveRows(client, mergedId, keptId);
      await showFields(client, keptId);
      await this.#audit.record({ staffId, action: 'merge', entity: 'customer', entityId: keptId, fields });
      await tellPartners(this.#db, merge.at, { type: 'customer.merged', data: { customerId: keptId, mergedId } });
      this.#tell();
      return merge;
    });
  }

  /** Undoes a merge. Throws NotFound, Conflict (alreadySplit). */
  async split(mergeId: string, staffId: string | null): Promise<CustomerMerge> {
    return this.#db.transaction(async (client) => {
      await lock(client);
      const merge = await client.customerMerge.findUnique({ where: { id: mergeId } });
      if (!merge) throw new NotFound('merge', mergeId);
      if (merge.undoneAt) throw new Conflict('alreadySplit', 'These records were split already.');
      const { keptId, mergedId } = merge;
      const root = await rootOf(client, keptId);
      if ((await find(client, root)).erasedAt) throw new NotFound('customer', root);
      await gatherRows(client);
      await settleHomes(client, root);
      const above = await chainFrom(client, keptId);
      for (const id of above) await keepOwnFields(client, id);
      const undone = await client.customerMerge.update({
        where: { id: mergeId },
        data: { undoneAt: this.#clock.now(), undoneById: staffId },
      });
      const homes = await groupIds(client, mergedId);
      await client.customer.update({ where: { id: mergedId }, data: { mergedIntoId: null } });
      await returnRows(client, { homes, from: root, to: mergedId });
      for (const id of above) await showFields(client, id);
      await this.#audit.record({
        staffId,
        action: 'split',
        entity: 'customer',
        entityId: keptId,
        fields: merge.fields,
      });
      const data = { customerId: keptId, splitId: mergedId };
      await tellPartners(this.#db, undone.undoneAt!, { type: 'customer.split', data });
      this.#tell();
      return undone;
    });
  }

  /** The records that stand behind this one, also behind those, latest first. */
  async behind(customerId: string): Promise<MergeDetail[]> {
    const client = this.#db.client;
    const ids = await groupIds(client, customerId);
    const merges = await client.customerMerge.findMany({
      where: { keptId: { in: ids }, undoneAt: null },
      orderBy: { id: 'desc' },
    });
    const records = await client.customer.findMany({ where: { id: { in: merges.map(({ mergedId }) => mergedId) } } });
    const byId = new Map(records.map((record) => [record.id, record]));
    return merges.map((merge) => ({ ...merge, merged: byId.get(merge.mergedId)! }));
  }

  /** Shows what was written to records behind others since. Run by the clock; safe to run twice. */
  async gather(): Promise<void> {
    const merged = await this.#db.client.customer.count({ where: { mergedIntoId: { not: null } } });
    if (merged > 0) await this.#db.transaction(gatherRows);
  }

  #tell(): void {
    for (const topic of ['conversations', 'complaints', 'responses', 'tasks', 'promises'] as const) {
      this.#db.signals.publish(topic, {});
    }
  }
}

/** Merges and splits are rare and touch several records: one at a time. Ends with the transaction. */
export const lock = (client: Client) => client.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('customer merges'))`;

async function find(client: Client, id: string): Promise<Customer> {
  const customer = await client.customer.findUnique({ where: { id } });
  if (!customer || customer.erasedAt) throw new NotFound('customer', id);
  return customer;
}

/** A record and those before it, up to the one that is shown. */
async function chainFrom(client: Client, id: string): Promise<string[]> {
  const chain = [id];
  for (;;) {
    const { mergedIntoId } = await client.customer.findUniqueOrThrow({ where: { id: chain.at(-1)! } });
    if (!mergedIntoId) return chain;
    chain.push(mergedIntoId);
  }
}

async function groupIds(client: Client, id: string): Promise<string[]> {
  const rows = await client.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE down AS (
      SELECT ${id}::uuid AS id UNION SELECT c.id FROM "Customer" c JOIN down ON c."mergedIntoId" = down.id
    ) SELECT id FROM down`;
  return rows.map((row) => row.id);
}
