import type { StaffEventKind } from './notifications/kinds.ts';

export type { StaffEventKind } from './notifications/kinds.ts';

/** Something that staff are told: its kind (crm/notifications/kinds.ts has the list) and the record it is about, one or more. */
export interface StaffEvent {
  kind: StaffEventKind;
  taskId?: string | null;
  conversationId?: string | null;
  complaintId?: string | null;
  /** A few words more: who wrote, how much of the time is gone. */
  note?: string | null;
  /** Tells apart what may happen to one record several times (a comment's id, `75%`). Without it a kind is told once a record and person. */
  occasion?: string | null;
}

/** Port to staff outside the desk page (messenger, mail). Implemented by bot/; called inside the open transaction, so it must enqueue, not send. */
export interface Notifier {
  notify(staffIds: string[], event: StaffEvent): Promise<void>;
}
