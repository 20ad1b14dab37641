/** What happened, for the dialog module that declares this kind of event. Never a sentence: words belong to the dialogs. */
export interface ConversationEvent {
  kind: string;
  ids: Record<string, string>;
}

/** Port to the customer. Implemented by bot/; both methods write into the transaction that is open. */
export interface Messenger {
  /** Puts an internal activity into the conversation; it runs as a turn. */
  send(conversationId: string, event: ConversationEvent): Promise<void>;
  /** Sends what a member of staff wrote, under that person's name. */
  say(conversationId: string, text: string, staff: { id: string; name: string }): Promise<void>;
}
