import type { Language } from '#ai/reading.ts';
import type { Customer, Database, Identity, Preference } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Page, PageRequest } from '../page.ts';

/** Who writes, as the channel knows them. */
export interface Account {
  channel: string;
  externalId: string;
  name?: string | null;
  language?: Language | null;
}

/** What may be changed about a customer; null clears a field. Dates of birth are ISO dates. */
export interface CustomerPatch {
  name?: string | null;
  language?: Language | null;
  phone?: string | null;
  email?: string | null;
  birthday?: string | null;
  city?: string | null;
  tier?: string | null;
}

/** Everything the desk shows about a customer at a glance. */
export interface CustomerPage {
  customer: Customer;
  identities: Identity[];
  preferences: Preference[];
  counts: {
    conversations: number;
    complaints: number;
    openComplaints: number;
    openTasks: number;
    purchases: number;
    responses: number;
  };
}

/** One thing that happened with a customer. `detail` is a short text or number to show, `score` a rating. */
export interface TimelineEntry {
  kind: 'conversation' | 'complaint' | 'task' | 'response' | 'purchase' | 'preference';
  id: string;
  at: Date;
  title: string;
  state: string | null;
  score: number | null;
}

/** The people the shop serves: one record a person, one identity a channel account. */
export class Customers {
  constructor(_db: Database, _clock: Clock, _audit: Audit) {}
  /** The customer behind a channel account; made at the first contact. Two at once get the same one. */
  async recognise(_account: Account): Promise<Customer> {
    throw new Error();
  }
  async find(_id: string): Promise<Customer | null> {
    throw new Error();
  }
  /** Throws NotFound. */
  async get(_id: string): Promise<Customer> {
    throw new Error();
  }
  /** By name, phone or mail address; last seen first. */
  async search(_request: PageRequest & { query?: string }): Promise<Page<Customer>> {
    throw new Error();
  }
  /** `staffId` null: the customer's own words. Throws NotFound, InvalidInput. */
  async update(_id: string, _patch: CustomerPatch, _staffId?: string | null): Promise<Customer> {
    throw new Error();
  }
  async page(_id: string): Promise<CustomerPage> {
    throw new Error();
  }
  async timeline(_id: string, _request?: PageRequest): Promise<Page<TimelineEntry>> {
    throw new Error();
  }
}
