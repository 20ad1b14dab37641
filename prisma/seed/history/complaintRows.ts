import type { Language, Localized } from '../catalogue/shapes.ts';

export type Severity = 'normal' | 'serious' | 'safety';
export type ComplaintState = 'received' | 'understood' | 'inHand' | 'answered' | 'closed';

export interface ComplaintRow {
  id: string;
  number: number;
  customerId: string;
  conversationId: string;
  productId: string | null;
  productText: string | null;
  language: Language;
  whatHappened: string;
  occurredText: string;
  /** ISO date. */
  occurredOn: string;
  contact: string | null;
  wish: string;
  severity: Severity;
  state: ComplaintState;
  ownerId: string | null;
  batch: string | null;
  causeCode: string | null;
  defectId: string | null;
  fixToldAt: Date | null;
  solved: boolean | null;
  createdAt: Date;
  updatedAt: Date;
  closedAt: Date | null;
}

export interface ConsentRow {
  id: string;
  customerId: string;
  purpose: 'defectNotice';
  channel: 'any';
  granted: true;
  wording: string;
  source: 'customer';
  complaintId: string;
  at: Date;
}

/** Complaints with one cause. */
export interface DefectRow {
  id: string;
  title: string;
  productId: string;
  causeCode: string;
  state: 'suspected' | 'confirmed' | 'fixed';
  verdict: string | null;
  affectedBatches: string[];
  fix: Localized | null;
  labelNote: Localized | null;
  fixedAt: Date | null;
  ownerId: string;
  createdAt: Date;
  updatedAt: Date;
  demo: true;
}

export interface ComplaintEventRow {
  id: string;
  complaintId: string;
  state: ComplaintState;
  note: string | null;
  staffId: string | null;
  createdAt: Date;
}
