import type { Language } from '#ai/reading.ts';
import type {
  Complaint,
  ComplaintEvent,
  ComplaintEvidence,
  ComplaintState,
  Database,
  Severity,
} from '#prisma/client.ts';
import type { Page, PageRequest } from '../page.ts';

/** A complaint as the customer told it. `occurredOn` is an ISO date in the shop's zone, `contact` how to be reached, `wish` what would put it right. */
export interface NewComplaint {
  customerId: string;
  conversationId?: string | null;
  productId?: string | null;
  /** The product in the customer's words, where it is not in the catalogue. */
  productText?: string | null;
  language: Language;
  whatHappened: string;
  occurredText?: string | null;
  occurredOn?: string | null;
  contact?: string | null;
  wish?: string | null;
  severity: Severity;
  evidence: { name: string; contentType: string; url: string }[];
}

/** A complaint with what belongs to it. */
export interface ComplaintDetail extends Complaint {
  customer: { id: string; name: string | null };
  product: { id: string; sku: string; name: unknown } | null;
  owner: { id: string; name: string } | null;
  evidence: ComplaintEvidence[];
  events: (ComplaintEvent & { staff: { id: string; name: string } | null })[];
}

export type ComplaintSummary = Omit<ComplaintDetail, 'evidence' | 'events'>;

/** A complaint's number as people see it: C- and digits. */
export const formatNumber = (number: number): string => `C-${number}`;
/** The number in what a person wrote ("C-1042", "c1042", "1042"); null if it is none. */
export function parseNumber(text: string): number | null {
  const digits = /^\s*(?:c\s*[-–—]?\s*)?(\d{1,9})\s*$/i.exec(text)?.[1];
  return digits ? Number(digits) : null;
}

/** What went wrong for customers, until it is put right. */
export class Complaints {
  constructor(_db: Database) {}
  /** Records it and raises its task, in one transaction. Safety: urgent, due in 30 minutes; serious: 4 business hours; normal: next business day at noon. */
  async record(_complaint: NewComplaint): Promise<Complaint> {
    throw new Error();
  }
  /** A customer's own, newest first. */
  async forCustomer(_customerId: string, _limit?: number): Promise<Complaint[]> {
    throw new Error();
  }
  /** By the number that customers know; null if there is none. */
  async byNumber(_number: number): Promise<Complaint | null> {
    throw new Error();
  }
  /** Throws NotFound. */
  async get(_id: string): Promise<ComplaintDetail> {
    throw new Error();
  }
  async list(
    _request: PageRequest & { state?: ComplaintState; severity?: Severity; productId?: string; open?: boolean },
  ): Promise<Page<ComplaintSummary>> {
    throw new Error();
  }
  /** Throws NotFound; Conflict if the step is not possible from where it stands. */
  async changeState(
    _id: string,
    _state: ComplaintState,
    _by: { staffId: string; note?: string | null },
  ): Promise<ComplaintDetail> {
    throw new Error();
  }
}
