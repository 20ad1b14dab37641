import type { Localized } from '../kit/i18n.ts';

/** JSON of /api/v1 as the staff pages read it. Times are ISO 8601 texts. */

export type Role = 'staff' | 'manager' | 'administrator';
export type Severity = 'normal' | 'serious' | 'safety';
export type ComplaintState = 'received' | 'understood' | 'inHand' | 'answered' | 'closed' | 'reopened';
export type TaskType = 'callBack' | 'answer' | 'complaint' | 'surveyFollowUp' | 'knowledgeGap' | 'fault' | 'custom';
export type TaskPriority = 'urgent' | 'high' | 'normal' | 'low';
export type TaskState = 'open' | 'done' | 'cancelled';
export type Outcome = 'solved' | 'reached' | 'notReached' | 'refunded' | 'replaced' | 'noActionNeeded' | 'other';
export type Holder = 'bot' | 'queue' | 'person';

/** A page of a list. */
export interface List<T> {
  items: T[];
  nextCursor: string | null;
}

export interface Shop {
  name: Localized;
  hoursText: Localized;
  zone: string;
  hotline: string;
}

export interface StaffRef {
  id: string;
  name: string;
}

export interface Team {
  id: string;
  key: string;
  name: Localized;
}

export interface CustomerRef {
  id: string;
  name: string | null;
}

export interface StaffMember {
  id: string;
  email: string;
  name: string;
  role: Role;
  language: string;
  active: boolean;
  teamId: string | null;
}

export interface Session {
  staff: StaffMember;
}

export interface Task {
  id: string;
  type: TaskType;
  title: string;
  detail: string | null;
  priority: TaskPriority;
  state: TaskState;
  dueAt: string;
  snoozedUntil: string | null;
  owner: StaffRef | null;
  team: Team | null;
  customer: CustomerRef | null;
  complaint: { id: string; number: number | string; severity: Severity } | null;
  conversationId: string | null;
  complaintId: string | null;
  responseId: string | null;
  outcome: Outcome | null;
  outcomeNote: string | null;
  createdAt: string;
  completedAt: string | null;
  late: boolean;
}

export interface LogEntry {
  id: string;
  kind: string;
  note: string | null;
  staff: StaffRef | null;
  createdAt: string;
}

export interface TaskDetail extends Task {
  events: LogEntry[];
}

export interface Evidence {
  id: string;
  name: string;
  contentType: string;
  url: string;
}

export interface ProductRef {
  id: string;
  name: Localized;
}

export interface Complaint {
  id: string;
  number: number | string;
  customer: CustomerRef;
  conversationId: string | null;
  product: ProductRef | null;
  productText: string | null;
  language: string;
  whatHappened: string;
  occurredText: string | null;
  occurredOn: string | null;
  contact: string | null;
  wish: string | null;
  severity: Severity;
  state: ComplaintState;
  owner: StaffRef | null;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
}

export interface ComplaintLogEntry {
  id: string;
  state: ComplaintState | null;
  note: string | null;
  staff: StaffRef | null;
  createdAt: string;
}

export interface ComplaintDetail extends Complaint {
  evidence: Evidence[];
  events: ComplaintLogEntry[];
}

export interface Conversation {
  id: string;
  channel: string;
  customer: CustomerRef | null;
  language: string | null;
  holder: Holder;
  staff: StaffRef | null;
  createdAt: string;
  lastActivityAt: string;
  lastText: string | null;
}

export interface Message {
  id: string;
  sequence: number;
  direction: 'inbound' | 'outbound' | 'internal';
  type: string;
  sender: string;
  text: string | null;
  /** The activity as the channel showed it; read by conversations/messageOf.ts and nowhere else. */
  body: unknown;
  createdAt: string;
}

export interface Preference {
  id: string;
  key: string;
  value: string;
  quote: string;
  conversationId: string | null;
  confirmed: boolean;
  createdAt: string;
}

export interface Customer {
  id: string;
  name: string | null;
  language: string | null;
  phone: string | null;
  email: string | null;
  birthday: string | null;
  city: string | null;
  tier: string | null;
  createdAt: string;
  lastSeenAt: string | null;
}

export interface CustomerPage {
  customer: Customer;
  identities: { id: string; channel: string; externalId: string }[];
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

/** Something that happened with a customer; `id` is the id of the record of that kind. */
export interface TimelineEntry {
  kind: 'conversation' | 'complaint' | 'task' | 'response' | 'purchase' | 'preference';
  id: string;
  at: string;
  title: string;
  state: string | null;
  score: number | null;
}

export interface Gap {
  id: string;
  question: string;
  language: string;
  reason: string;
  state: 'open' | 'closed';
  conversationId: string | null;
  customerId: string | null;
  createdAt: string;
}

/** A rating as a survey's list gives it. */
export interface SurveyResponse {
  id: string;
  score: number | null;
  comment: string | null;
  conversationId: string | null;
  customerId: string | null;
  answeredAt: string;
}

export interface ApiKey {
  id: string;
  name: string;
  role: Role;
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
}
