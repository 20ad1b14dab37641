import type { Database, Preference } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import { NotFound } from '../errors.ts';

export type { Preference } from '#prisma/client.ts';

/** A fact that a customer told. `key` says what it is about (fragrance, contactTime …), `quote` are the customer's words, confidence is 0 to 1. */
export interface NewPreference {
  customerId: string;
  key: string;
  value: string;
  quote: string;
  conversationId?: string | null;
  activityId?: string | null;
  confidence: number;
  confirmed: boolean;
}

/** What customers like and need, each with the sentence it came from. */
export class Preferences {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #audit: Audit;

  constructor(db: Database, clock: Clock, audit: Audit) {
    this.#db = db;
    this.#clock = clock;
    this.#audit = audit;
  }

  /** Newest first; what is no longer valid is left out. */
  async list(customerId: string): Promise<Preference[]> {
    return this.#db.client.preference.findMany({
      where: { customerId, OR: [{ validUntil: null }, { validUntil: { gt: this.#clock.now() } }] },
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      take: 100,
    });
  }

  /** Whether this customer told it. */
  async isOf(customerId: string, id: string): Promise<boolean> {
    return (await this.#db.client.preference.count({ where: { id, customerId } })) > 0;
  }

  /** Keeps a fact; the same key and value again renews the one that is there (and never takes its confirmation back). */
  async keep(preference: NewPreference): Promise<Preference> {
    const { customerId, key, value } = preference;
    return this.#db.transaction(async (client) => {
      // The customer's row is the lock: two turns of one customer keep the same fact once.
      await client.$queryRaw`SELECT id FROM "Customer" WHERE id = ${customerId}::uuid FOR UPDATE`;
      const kept = await client.preference.findFirst({ where: { customerId, key, value } });
      if (!kept) return client.preference.create({ data: { ...preference, createdAt: this.#clock.now() } });
      const confirmed = kept.confirmed || preference.confirmed;
      const confidence = Math.max(kept.confidence, preference.confidence);
      return client.preference.update({ where: { id: kept.id }, data: { ...preference, confirmed, confidence } });
    });
  }

  /** Changes the value, by the customer's new words. Throws NotFound. */
  async correct(id: string, value: string, quote: string, staffId: string | null = null): Promise<Preference> {
    return this.#db.transaction(async (client) => {
      const found = await client.preference.findUnique({ where: { id } });
      if (!found) throw new NotFound('preference', id);
      if (staffId) await this.#log('update', id, staffId);
      return client.preference.update({ where: { id }, data: { value, quote, confirmed: true, confidence: 1 } });
    });
  }

  /** Deletes it; a second time does nothing. */
  async forget(id: string, staffId: string | null = null): Promise<void> {
    await this.#db.transaction(async (client) => {
      const { count } = await client.preference.deleteMany({ where: { id } });
      if (count > 0 && staffId) await this.#log('delete', id, staffId);
    });
  }

  /** Deletes all of a customer; tells how many. */
  async forgetAll(customerId: string): Promise<number> {
    const { count } = await this.#db.transaction((client) => client.preference.deleteMany({ where: { customerId } }));
    return count;
  }

  #log(action: string, entityId: string, staffId: string): Promise<void> {
    return this.#audit.record({ staffId, action, entity: 'preference', entityId, fields: ['value'] });
  }
}
