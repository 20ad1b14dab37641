import type { Consent, Database } from '#prisma/client.ts';
import type { Consents, Purpose } from '../consents/consents.ts';
import type { Customers } from '../customers/customers.ts';
import type { CustomerZone, CustomerZones } from '../customers/zones/customerZones.ts';
import { Conflict, NotFound } from '../errors.ts';
import { type Need, wantsLargeType } from '../preferences/needs.ts';
import type { Preference, Preferences } from '../preferences/preferences.ts';
import type { AtPage } from './recordLinks.ts';

/** The version of the words of the page by which consent is given and taken back. */
export const PAGE_WORDING = 'page@1';

/** For what the shop may be allowed to write, by the customer's own choice. */
export const writingPurposes = ['care', 'survey'] as const;

/** How a purpose stands for a channel; `at` null: never asked, which is no. */
export interface Standing {
  purpose: (typeof writingPurposes)[number];
  channel: string;
  granted: boolean;
  at: Date | null;
}

/** A consent that belongs to one complaint. */
export interface ComplaintStanding {
  purpose: string;
  complaintId: string;
  number: number;
  granted: boolean;
  at: Date;
}

/** What a customer sees of themselves. */
export interface MyRecord {
  name: string | null;
  phone: string | null;
  email: string | null;
  birthday: Date | null;
  zone: CustomerZone;
  preferences: (Preference & { over: boolean })[];
  consents: Standing[];
  complaintConsents: ComplaintStanding[];
  needs: Need[];
  largeType: boolean;
}

/** Channels by which nobody is written to. */
const silent = new Set(['shop', 'console']);

interface Parts {
  db: Database;
  customers: Customers;
  preferences: Preferences;
  consents: Consents;
  zones: CustomerZones;
}

/** A customer's own page: all that is noted, to be corrected, confirmed, forgotten, and every consent to be given or taken back. */
export class MyRecords {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Throws NotFound. */
  async see({ customerId }: AtPage): Promise<MyRecord> {
    const { customers, preferences, consents, zones, db } = this.#parts;
    const { name, phone, email, birthday, erasedAt } = await customers.get(customerId);
    if (erasedAt) throw new NotFound('customer', customerId);
    const all = await preferences.all(customerId);
    const needs = await preferences.needsOf(customerId);
    const said = await consents.ofCustomer(customerId);
    const accounts = await db.client.identity.findMany({ where: { customerId }, orderBy: { createdAt: 'asc' } });
    const channels = [...new Set(accounts.map(({ channel }) => channel))].filter((channel) => !silent.has(channel));
    return {
      name,
      phone,
      email,
      birthday,
      zone: await zones.of(customerId),
      preferences: all.map((one) => ({ ...one, over: preferences.isOver(one) })),
      consents: writingPurposes.flatMap((purpose) =>
        channels.map((channel): Standing => {
          const latest = said.find(
            (one) => one.purpose === purpose && !one.complaintId && (one.channel === channel || one.channel === 'any'),
          );
          return { purpose, channel, granted: latest?.granted ?? false, at: latest?.at ?? null };
        }),
      ),
      complaintConsents: await this.#ofComplaints(said),
      needs,
      largeType: wantsLargeType(needs),
    };
  }

  /** Gives or takes back a consent to be written to by a channel. Throws Conflict for a channel that is none of the customer's. */
  async consent(
    at: AtPage,
    choice: { purpose: Standing['purpose']; channel: string; granted: boolean },
  ): Promise<void> {
    const known = (await this.see(at)).consents.some(({ channel }) => channel === choice.channel);
    if (!known) throw new Conflict('channelUnknown', 'You do not use this channel with us.');
    await this.#record(at, { ...choice });
  }

  /** Takes back what was agreed to about one complaint; giving it needs its own question. */
  async withdraw(at: AtPage, { purpose, complaintId }: { purpose: Purpose; complaintId: string }): Promise<void> {
    const { complaintConsents } = await this.see(at);
    if (!complaintConsents.some((one) => one.complaintId === complaintId && one.purpose === purpose))
      throw new NotFound('consent', complaintId);
    await this.#record(at, { purpose, channel: 'any', granted: false, complaintId });
  }

  /** Special needs shall not be kept any more: they are forgotten, all of them. */
  async forgetNeeds(at: AtPage): Promise<void> {
    const { db, preferences } = this.#parts;
    await db.transaction(async () => {
      await this.#record(at, { purpose: 'needs', channel: 'any', granted: false });
      await preferences.forgetNeeds(at.customerId);
    });
  }

  /** Whether it is theirs. Throws NotFound. */
  async own({ customerId }: AtPage, preferenceId: string): Promise<string> {
    if (!(await this.#parts.preferences.isOf(customerId, preferenceId))) throw new NotFound('preference', preferenceId);
    return preferenceId;
  }

  async #record(
    { customerId, linkId }: AtPage,
    said: { purpose: Purpose; channel: string; granted: boolean; complaintId?: string },
  ): Promise<void> {
    const by = { wording: PAGE_WORDING, source: 'customer' as const, proof: `page ${linkId}` };
    await this.#parts.consents.record({ customerId, ...said, ...by });
  }

  async #ofComplaints(said: readonly Consent[]): Promise<ComplaintStanding[]> {
    const latest = new Map<string, Consent>();
    for (const one of said) {
      const key = `${one.complaintId} ${one.purpose}`;
      if (one.complaintId && !latest.has(key)) latest.set(key, one);
    }
    const granted = [...latest.values()].filter((one) => one.granted);
    const complaints = await this.#parts.db.client.complaint.findMany({
      where: { id: { in: granted.map(({ complaintId }) => complaintId!) } },
      select: { id: true, number: true },
    });
    const numbers = new Map(complaints.map(({ id, number }) => [id, number]));
    return granted.map(({ purpose, complaintId, at }) => ({
      purpose,
      complaintId: complaintId!,
      number: numbers.get(complaintId!) ?? 0,
      granted: true,
      at,
    }));
  }
}
