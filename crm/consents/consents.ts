import { v7 } from 'uuid';
import type { Consent, Database } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';

export type { Consent } from '#prisma/client.ts';

/** What a customer can agree to. defectNotice: be told when the cause of a complaint is fixed. productTest: a test on one's own person. */
export const purposes = ['defectNotice', 'productTest'] as const;
export type Purpose = (typeof purposes)[number];

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

  async record(consent: NewConsent): Promise<Consent> {
    return this.#db.transaction((client) =>
      client.consent.create({ data: { ...consent, id: v7(), at: this.#clock.now() } }),
    );
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
