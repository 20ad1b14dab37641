import type { Localized } from './localized.ts';

/** What happened, for the dialog module that declares this kind of event. Never a sentence: words belong to the dialogs. */
export interface ConversationEvent {
  kind: string;
  ids: Record<string, string>;
}

/**
 * The steps between bot, queue and people. queued: the customer asked for a person; accepted: a person took who waited;
 * takenOver: who did not; transferred: to a colleague or a team; requeued: back for anybody; unanswered, left: the clock put it
 * back, because the person did not answer, or is gone; released: back to the bot. The last three: another desk did.
 */
export type HandoffKind =
  | 'queued'
  | 'accepted'
  | 'takenOver'
  | 'transferred'
  | 'requeued'
  | 'unanswered'
  | 'left'
  | 'released'
  | 'acceptedElsewhere'
  | 'failedElsewhere'
  | 'completedElsewhere';

/** A step with the names of those concerned: who did it, to whom it goes. */
export interface HandoffNews {
  kind: HandoffKind;
  staff: { id: string; name: string } | null;
  to: { id: string; name: string } | null;
  team: Localized | null;
  /** What another desk said to it. */
  note: string | null;
}

/** A file of a conversation that lies with us; `path` is how activities name it. */
export interface SentFile {
  id: string;
  name: string;
  contentType: string;
  size: number;
  path: string;
}

/** Port to the customer. Implemented by bot/; its methods write into the transaction that is open. */
export interface Messenger {
  /** Puts an internal activity into the conversation; it runs as a turn. */
  send(conversationId: string, event: ConversationEvent): Promise<void>;
  /** Sends what a member of staff wrote, under that person's name; the files are kept already. */
  say(
    conversationId: string,
    text: string,
    staff: { id: string; name: string },
    files?: readonly SentFile[],
  ): Promise<void>;
  /** Keeps a step of a handoff in the conversation, for staff, and lets other desks on its channel know. The customer sees nothing. */
  handoff(conversationId: string, news: HandoffNews): Promise<void>;
}
