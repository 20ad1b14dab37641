import type { Database, Preference } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Consents } from '../consents/consents.ts';
import { Conflict, NotFound } from '../errors.ts';
import { isNeed, NEEDS_WORDING, type Need, needs } from './needs.ts';
import { validUntil } from './validity.ts';

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

/** What a customer told a colleague. `agreed`: they were asked whether it may be noted, and said yes. */
export interface NotedByStaff {
  customerId: string;
  key: string;
  value: string;
  quote: string;
  agreed: boolean;
}

/** What staff may change of it. `confirmed`: the customer told them that it is so. */
export interface PreferenceEdit {
  value?: string;
  quote?: string;
  validUntil?: Date | null;
  confirmed?: true;
}

/** Whoever let a question about something old pass is left alone with it for so long. */
const ASK_AGAIN_DAYS = 90;

/** What customers like and need, each with the sentence it came from. */
export class Preferences {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #audit: Audit;
  readonly #consents: Consents;

  constructor(db: Database, clock: Clock, audit: Audit, consents: Consents) {
    this.#db = db;
    this.#clock = clock;
    this.#audit = audit;
    this.#consents = consents;
  }

  /** What counts, newest first: what is over is left out. */
  async list(customerId: string): Promise<Preference[]> {
    return (await this.all(customerId)).filter((preference) => !this.isOver(preference));
  }

  /** All that is kept, newest first, also what is over: it drives nothing any more. */
  async all(customerId: string): Promise<Preference[]> {
    return this.#db.client.preference.findMany({
      where: { customerId },
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      take: 100,
    });
  }

  /** Whether its time is over. */
  isOver({ validUntil: until }: Pick<Preference, 'validUntil'>): boolean {
    return until !== null && until <= this.#clock.now();
  }

  /** What is over and may be asked about again, longest over first: nobody is asked twice within three months. */
  async toAskAgain(customerId: string): Promise<Preference[]> {
    const now = this.#clock.now();
    const askable = new Date(now.getTime() - ASK_AGAIN_DAYS * 86_400_000);
    return this.#db.client.preference.findMany({
      where: {
        customerId,
        confirmed: true,
        validUntil: { lte: now },
        OR: [{ askedAgainAt: null }, { askedAgainAt: { lte: askable } }],
      },
      orderBy: { validUntil: 'asc' },
      take: 3,
    });
  }

  /** The customer is being asked whether it still holds. */
  async askedAgain(id: string): Promise<void> {
    const data = { askedAgainAt: this.#clock.now() };
    await this.#db.transaction((client) => client.preference.updateMany({ where: { id }, data }));
  }

  /** The customer says that it is so: it counts from now on, for as long as such things last. Throws NotFound. */
  async confirm(id: string): Promise<Preference> {
    return this.#db.transaction(async (client) => {
      const found = await client.preference.findUnique({ where: { id } });
      if (!found) throw new NotFound('preference', id);
      const data = { confirmed: true, validUntil: this.#until(found.key), askedAgainAt: null };
      return client.preference.update({ where: { id }, data });
    });
  }

  /** Whether this customer told it. */
  async isOf(customerId: string, id: string): Promise<boolean> {
    return (await this.#db.client.preference.count({ where: { id, customerId } })) > 0;
  }

  /** What has to be minded with this customer: needs that they agreed to have noted, and that are not over. */
  async needsOf(customerId: string): Promise<Need[]> {
    if (!customerId) return [];
    return [
      ...new Set((await this.list(customerId)).filter(({ confirmed }) => confirmed).map(({ key }) => key)),
    ].filter(isNeed);
  }

  /**
   * Notes what a customer told a colleague, in the customer's words. A special need only where they agreed to that being noted.
   * Throws Conflict (needsConsent).
   */
  async note(told: NotedByStaff, staffId: string | null): Promise<Preference> {
    const { agreed, ...said } = told;
    if (isNeed(said.key) && !agreed)
      throw new Conflict('needsConsent', 'Ask the customer first whether this may be noted.');
    return this.#db.transaction(async () => {
      if (isNeed(said.key)) {
        const given = { customerId: said.customerId, purpose: 'needs' as const, channel: 'any', granted: true };
        const source = { wording: NEEDS_WORDING, source: 'staff' as const, proof: said.quote, recordedById: staffId };
        await this.#consents.record({ ...given, ...source });
      }
      const kept = await this.keep({ ...said, confidence: 1, confirmed: true });
      await this.#audit.record({
        staffId,
        action: 'create',
        entity: 'preference',
        entityId: kept.id,
        fields: [said.key],
      });
      return kept;
    });
  }

  /** The customer does not want special needs to be kept any more. */
  async forgetNeeds(customerId: string): Promise<void> {
    await this.#db.transaction((client) =>
      client.preference.deleteMany({ where: { customerId, key: { in: [...needs] } } }),
    );
  }

  /** Keeps a fact; the same key and value again renews the one that is there (and never takes its confirmation back). */
  async keep(preference: NewPreference): Promise<Preference> {
    const { customerId, key, value } = preference;
    if (isNeed(key) && !preference.confirmed)
      throw new Conflict('needsConsent', 'A special need is kept only where the customer agreed to it.');
    return this.#db.transaction(async (client) => {
      // The customer's row is the lock: two turns of one customer keep the same fact once.
      await client.$queryRaw`SELECT id FROM "Customer" WHERE id = ${customerId}::uuid FOR UPDATE`;
      const kept = await client.preference.findFirst({ where: { customerId, key, value } });
      const counts = { validUntil: this.#until(key), askedAgainAt: null };
      if (!kept) {
        return client.preference.create({ data: { ...preference, ...counts, createdAt: this.#clock.now() } });
      }
      const confirmed = kept.confirmed || preference.confirmed;
      const confidence = Math.max(kept.confidence, preference.confidence);
      const data = { ...preference, ...counts, confirmed, confidence };
      return client.preference.update({ where: { id: kept.id }, data });
    });
  }

  /** Changes the value, by the customer's new words. Throws NotFound. */
  async correct(id: string, value: string, quote: string): Promise<Preference> {
    return this.#db.transaction(async (client) => {
      const found = await client.preference.findUnique({ where: { id } });
      if (!found) throw new NotFound('preference', id);
      const counts = { validUntil: this.#until(found.key), askedAgainAt: null };
      return client.preference.update({
        where: { id },
        data: { value, quote, confirmed: true, confidence: 1, ...counts },
      });
    });
  }

  /** Changes what staff may: only what the customer told them confirms it. Throws NotFound. */
  async edit(id: string, change: PreferenceEdit, staffId: string | null): Promise<Preference> {
    return this.#db.transaction(async (client) => {
      if (!(await client.preference.findUnique({ where: { id } }))) throw new NotFound('preference', id);
      const fields = Object.keys(change);
      await this.#audit.record({ staffId, action: 'update', entity: 'preference', entityId: id, fields });
      return client.preference.update({
        where: { id },
        data: { ...change, ...(change.confirmed && { confidence: 1 }) },
      });
    });
  }

  /** Deletes it; a second time does nothing. */
  async forget(id: string, staffId: string | null = null): Promise<void> {
    await this.#db.transaction(async (client) => {
      const { count } = await client.preference.deleteMany({ where: { id } });
      const deleted = { action: 'delete', entity: 'preference', entityId: id, fields: ['value'] };
      if (count > 0 && staffId) await this.#audit.record({ staffId, ...deleted });
    });
  }

  /** Deletes all of a customer; tells how many. */
  async forgetAll(customerId: string): Promise<number> {
    const { count } = await this.#db.transaction((client) => client.preference.deleteMany({ where: { customerId } }));
    return count;
  }

  #until(key: string): Date | null {
    return validUntil(key, this.#clock.now());
  }
}
