/** taskRaised: somebody must do something. taskDue: soon. taskLate: it is late and was raised to the lead. */
export type StaffEventKind = 'taskRaised' | 'taskDue' | 'taskLate';

/** Something that staff are told. */
export interface StaffEvent {
  kind: StaffEventKind;
  taskId: string;
}

/** Port to staff outside the desk page (messenger, mail). Implemented by bot/; called inside the open transaction, so it must enqueue, not send. */
export interface Notifier {
  notify(staffIds: string[], event: StaffEvent): Promise<void>;
}
