import type { Database, Preference } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';

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
  constructor(_db: Database, _clock: Clock, _audit: Audit) {}
  /** Newest first; what is no longer valid is left out. */
  async list(_customerId: string): Promise<Preference[]> {
    throw new Error();
  }
  /** Keeps a fact; the same key and value again renews the one that is there. */
  async keep(_preference: NewPreference): Promise<Preference> {
    throw new Error();
  }
  /** Throws NotFound. */
  async correct(_id: string, _value: string, _quote: string, _staffId?: string | null): Promise<Preference> {
    throw new Error();
  }
  /** Deletes it; a second time does nothing. */
  async forget(_id: string, _staffId?: string | null): Promise<void> {
    throw new Error();
  }
  /** Deletes all of a customer; tells how many. */
  async forgetAll(_customerId: string, _staffId?: string | null): Promise<number> {
    throw new Error();
  }
}
