import type { Language } from '#ai/reading.ts';
import type {
  Compensation,
  Complaint,
  ComplaintEvent,
  ComplaintEvidence,
  ComplaintState,
  Consent,
  Prisma,
  Severity,
} from '#prisma/client.ts';
import type { Localized } from '../localized.ts';
import type { PurchaseFacts } from './purchaseFacts.ts';

/** A complaint as the customer told it. `occurredOn` is an ISO date, `contact` how to be reached, `wish` what would put it right. */
export interface NewComplaint extends PurchaseFacts {
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
  /** A task that was raised for it before it was complete (harm is not kept waiting): the complaint joins it instead of raising another. */
  taskId?: string | null;
}

/** A complaint with the names that a list shows. */
export interface ComplaintSummary extends Complaint {
  customer: { id: string; name: string | null };
  product: { id: string; sku: string; name: Localized } | null;
  owner: { id: string; name: string } | null;
  /** The team that has its task: by the rules for product and region (crm/tasks/owners). */
  team: { id: string; key: string; name: Localized } | null;
  defect: { id: string; number: number; title: string; state: string } | null;
}

/** A complaint with what belongs to it. */
export interface ComplaintDetail extends ComplaintSummary {
  evidence: ComplaintEvidence[];
  events: (ComplaintEvent & { staff: { id: string; name: string } | null })[];
  consents: Consent[];
  compensations: (Compensation & { requestedBy: Named; decidedBy: Named | null })[];
}

interface Named {
  id: string;
  name: string;
}

/** A complaint's number as people see it: C- and digits. */
export const formatNumber = (number: number): string => `C-${number}`;

/** The number in what a person wrote ("C-1042", "c1042", "1042"); null if it is none. */
export function parseNumber(text: string): number | null {
  const digits = /^\s*(?:c\s*[-–—]?\s*)?(\d{1,9})\s*$/i.exec(text)?.[1];
  return digits ? Number(digits) : null;
}

/** Where a complaint can go from where it stands. Steps may be skipped, never undone; what was answered can be reopened. */
export const nextStates: Record<ComplaintState, readonly ComplaintState[]> = {
  received: ['understood', 'inHand', 'answered', 'closed'],
  understood: ['inHand', 'answered', 'closed'],
  inHand: ['answered', 'closed'],
  answered: ['closed', 'reopened'],
  closed: ['reopened'],
  reopened: ['understood', 'inHand', 'answered', 'closed'],
};

const person = { select: { id: true, name: true } } as const;

/** What a list of complaints reads. */
export const complaintNames = {
  customer: person,
  owner: person,
  product: { select: { id: true, sku: true, name: true } },
  defect: { select: { id: true, number: true, title: true, state: true } },
  tasks: {
    where: { type: 'complaint' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 1,
    select: { team: { select: { id: true, key: true, name: true } } },
  },
} satisfies Prisma.ComplaintInclude;

/** What the page of one complaint reads. */
export const complaintWithAll = {
  ...complaintNames,
  evidence: { orderBy: { id: 'asc' } },
  events: { include: { staff: person }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: 500 },
  consents: { orderBy: [{ at: 'asc' }, { id: 'asc' }], take: 100 },
  compensations: {
    include: { requestedBy: person, decidedBy: person },
    orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
    take: 100,
  },
} satisfies Prisma.ComplaintInclude;

/** The row as a list shows it. */
export function summaryOf<T extends Prisma.ComplaintGetPayload<{ include: typeof complaintNames }>>(row: T) {
  const team = row.tasks[0]?.team ?? null;
  return {
    ...row,
    product: row.product && { ...row.product, name: row.product.name as Localized },
    team: team && { ...team, name: team.name as Localized },
  };
}

const TITLE_LENGTH = 80;

/** For staff, in nobody's language but the customer's: number and the beginning of what happened. */
export function titleOf(complaint: Pick<Complaint, 'number' | 'whatHappened'>): string {
  const said = complaint.whatHappened.replace(/\s+/g, ' ').trim();
  const short = [...said].length > TITLE_LENGTH ? `${[...said].slice(0, TITLE_LENGTH).join('')}…` : said;
  return `${formatNumber(complaint.number)} ${short}`;
}
