import { v7 } from 'uuid';
import type { Consent, Database } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import type { Page, PageRequest } from '../page.ts';
import { tellPartners } from '../webhooks/events.ts';
import { type ConsentFilter, type ListedConsent, listConsents } from './consentList.ts';

export type { Consent } from '#prisma/client.ts';

/**
 * What a customer can agree to. defectNotice: be told when the cause of a complaint is fixed. productTest: a test on one's own
 * person. care: be written to of the shop's own accord. survey: be asked for ratings after the fact. needs: a special need is kept.
 */
export const purposes = ['defectNotice', 'productTest', 'care', 'survey', 'needs'] as const;
export type Purpose = (typeof purposes)[number];

/** What an "unsubscribe" ends. */
const writing: readonly Purpose[] = ['care', 'survey'];

/** An answer of a customer; `wording` is the version of the words that were asked with, `proof` where the answer can be read. */
export interface NewConsent {
  customerId: string;
  purpose: Purpose;
  /** The channel by which it may be done: a channel's name, or `any`. */
  channel: string;
  granted: boolean;
  wording: string;
  source: 'customer' | 'staff';
  activityId?: string | null;
  proof?: string | null;
  complaintId?: string | null;
  recordedById?: string | null;
}

/** What customers agreed to and refused. Rows are only added: the latest answer of a purpose holds, the earlier ones prove what held before. */
export class Consents {
  readonly #db: Database;
  readonly #clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /** Who is about to write to the customer waits until it is said, or is heard before it. */
  async record(consent: NewConsent): Promise<Consent> {
    return this.#db.transaction(async (client) => {
      await client.$queryRaw`SELECT 1 FROM "Customer" WHERE id = ${consent.customerId}::uuid FOR NO KEY UPDATE`;
      const at = this.#clock.now();
      const recorded = await client.consent.create({ data: { ...consent, id: v7(), at } });
      const { id, customerId, purpose, channel, granted } = recorded;
      await tellPartners(this.#db, at, {
        type: granted ? 'consent.given' : 'consent.withdrawn',
        data: { consentId: id, customerId, purpose, channel },
      });
      return recorded;
    });
  }

  /** "Unsubscribe": nothing more of the shop's own accord, in no channel. */
  async withdraw(customerId: string, { wording, activityId }: { wording: string; activityId: string }): Promise<void> {
    await this.#db.transaction(async () => {
      for (const purpose of writing) {
        const said = { customerId, purpose, channel: 'any', granted: false, wording, source: 'customer' as const };
        await this.record({ ...said, activityId });
      }
    });
  }

  /** Whether the customer may be written to for this purpose by this channel: the latest answer holds, no answer is no. */
  async may(customerId: string, purpose: Purpose, channel: string): Promise<boolean> {
    const latest = await this.#db.client.consent.findFirst({
      where: { customerId, purpose, complaintId: null, channel: { in: [channel, 'any'] } },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
    });
    return latest?.granted ?? false;
  }

  /** Everything that a customer ever answered, newest first: it can be handed out as proof. */
  async ofCustomer(customerId: string): Promise<Consent[]> {
    return this.#db.client.consent.findMany({ where: { customerId }, orderBy: [{ at: 'desc' }, { id: 'desc' }] });
  }

  /** Every answer of everybody, newest first; by customer, purpose, channel. */
  list(request: PageRequest & ConsentFilter): Promise<Page<ListedConsent>> {
    return listConsents(this.#db, request);
  }

  /** Whether the latest answer for this purpose and complaint is yes; no answer is no. */
  async holds(complaintId: string, purpose: Purpose): Promise<boolean> {
    return (await this.granted([complaintId], purpose)).has(complaintId);
  }

  /** Of these complaints, those whose customer's latest answer for the purpose is yes. */
  async granted(complaintIds: string[], purpose: Purpose): Promise<Set<string>> {
    if (complaintIds.length === 0) return new Set();
    const rows = await this.#db.client.$queryRaw<{ complaintId: string; granted: boolean }[]>`
      SELECT DISTINCT ON ("complaintId") "complaintId", granted FROM "Consent"
       WHERE "complaintId" = ANY(${complaintIds}::uuid[]) AND purpose = ${purpose}
       ORDER BY "complaintId", at DESC, id DESC`;
    return new Set(rows.filter(({ granted }) => granted).map(({ complaintId }) => complaintId));
  }
}
