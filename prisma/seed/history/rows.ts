import type { Language, Localized } from '../catalogue/shapes.ts';
import type { ComplaintEventRow, ComplaintRow, ConsentRow, DefectRow } from './complaintRows.ts';

export type * from './complaintRows.ts';

/** The rows of the history, column by column as the schema names them; ids are UUIDs of version 7. */
export interface TeamRow {
  id: string;
  key: string;
  name: Localized;
  demo: true;
}

export interface StaffRow {
  id: string;
  email: string;
  name: string;
  role: 'staff' | 'manager';
  teamId: string;
  language: Language;
  createdAt: Date;
  demo: true;
}

export interface CustomerRow {
  id: string;
  name: string | null;
  language: Language;
  phone: string | null;
  email: string | null;
  /** ISO date. */
  birthday: string | null;
  city: string;
  tier: 'standard' | 'silver' | 'gold';
  createdAt: Date;
  lastSeenAt: Date;
  demo: true;
}

export interface IdentityRow {
  id: string;
  customerId: string;
  channel: string;
  externalId: string;
  createdAt: Date;
}

export interface ConversationRow {
  id: string;
  channel: string;
  externalId: string;
  userId: string;
  customerId: string;
  language: Language;
  sequence: number;
  /** When a colleague took it, where one did. */
  acceptedAt: Date | null;
  createdAt: Date;
  lastActivityAt: Date;
  /** When somebody asked for a person who came. */
  queuedAt: Date | null;
  demo: true;
}

export interface ActivityRow {
  id: string;
  conversationId: string;
  sequence: number;
  direction: 'inbound' | 'outbound';
  type: 'message';
  sender: 'customer' | 'bot' | 'staff';
  text: string;
  body: Record<string, unknown>;
  createdAt: Date;
}

export interface InvitationRow {
  id: string;
  customerId: string;
  conversationId: string;
  state: 'sent' | 'dismissed' | 'expired' | 'answered';
  rated: string;
  productId: string | null;
  sentAt: Date;
}

export interface ResponseRow {
  id: string;
  invitationId: string;
  customerId: string;
  conversationId: string;
  productId: string | null;
  score: number;
  comment: string | null;
  answers: { score: number; comment?: string };
  answeredAt: Date;
}

export type Priority = 'urgent' | 'high' | 'normal' | 'low';
export type TaskType =
  | 'callBack'
  | 'answer'
  | 'complaint'
  | 'repair'
  | 'gift'
  | 'care'
  | 'promise'
  | 'surveyFollowUp'
  | 'knowledgeGap'
  | 'custom';

/** A step of a task's checklist; the business says which a type has. */
export interface StepRow {
  id: string;
  text: { zh: string; en: string };
  required: boolean;
  doneAt: string | null;
  doneById: string | null;
}
/** What tasks of each type ask for. */
export type Checklists = Partial<Record<string, Pick<StepRow, 'id' | 'text' | 'required'>[]>>;

export interface TaskRow {
  id: string;
  type: TaskType;
  title: string;
  detail: string | null;
  priority: Priority;
  state: 'open' | 'done' | 'cancelled';
  dueAt: Date;
  ownerId: string | null;
  teamId: string;
  customerId: string;
  conversationId: string;
  complaintId: string | null;
  responseId: string | null;
  checklist: StepRow[];
  snoozedUntil: Date | null;
  nudgedAt: Date | null;
  escalatedAt: Date | null;
  outcome: string | null;
  outcomeNote: string | null;
  createdAt: Date;
  completedAt: Date | null;
  completedById: string | null;
}

export interface TaskEventRow {
  id: string;
  taskId: string;
  kind: string;
  note: string | null;
  staffId: string | null;
  createdAt: Date;
}

/** What a customer was promised; kinds and states as crm/promises knows them. */
export interface PromiseRow {
  id: string;
  kind: 'said' | 'answer' | 'contact';
  conversationId: string;
  customerId: string;
  staffId: string | null;
  activityId: string | null;
  text: string;
  dueAt: Date;
  state: 'confirmed' | 'kept' | 'late' | 'broken';
  taskId: string | null;
  createdAt: Date;
  confirmedAt: Date;
  lateAt: Date | null;
  settledAt: Date | null;
}

export interface PromiseEventRow {
  id: string;
  promiseId: string;
  kind: 'proposed' | 'confirmed' | 'late' | 'kept' | 'broken';
  staffId: string | null;
  createdAt: Date;
}

export interface PreferenceRow {
  id: string;
  customerId: string;
  key: string;
  value: string;
  quote: string;
  conversationId: string;
  activityId: string;
  confidence: number;
  confirmed: boolean;
  createdAt: Date;
  updatedAt: Date;
}

export interface PurchaseRow {
  id: string;
  customerId: string;
  productId: string;
  orderNumber: string;
  line: number;
  quantity: number;
  amountCents: number;
  purchasedAt: Date;
}

export interface GapRow {
  id: string;
  question: string;
  language: Language;
  reason: 'unanswered' | 'unhelpful';
  state: 'open' | 'closed';
  customerId: string;
  conversationId: string;
  productId: string | null;
  createdAt: Date;
  demo: true;
}

export interface FeedbackRow {
  id: string;
  activityId: string;
  conversationId: string;
  helpful: boolean;
  sources: { documentId: string; title: string }[];
  createdAt: Date;
}

/** Everything that happened, ready to be stored in this order. */
export interface History {
  teams: TeamRow[];
  staff: StaffRow[];
  customers: CustomerRow[];
  identities: IdentityRow[];
  conversations: ConversationRow[];
  activities: ActivityRow[];
  invitations: InvitationRow[];
  responses: ResponseRow[];
  defects: DefectRow[];
  consents: ConsentRow[];
  complaints: ComplaintRow[];
  complaintEvents: ComplaintEventRow[];
  tasks: TaskRow[];
  taskEvents: TaskEventRow[];
  promises: PromiseRow[];
  promiseEvents: PromiseEventRow[];
  preferences: PreferenceRow[];
  purchases: PurchaseRow[];
  gaps: GapRow[];
  feedback: FeedbackRow[];
}
