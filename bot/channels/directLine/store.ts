/**
 * An activity as Direct Line shows it (Bot Framework Activity schema). Only the fields that the protocol itself
 * reads are named; the rest passes through.
 */
export interface DirectLineActivity {
  type: string;
  id?: string;
  /** ISO 8601 in UTC, milliseconds. */
  timestamp?: string;
  from?: { id: string; name?: string; role?: string };
  replyToId?: string;
  channelData?: unknown;
  attachments?: DirectLineAttachment[];
  [field: string]: unknown;
}

/** A file or card of an activity. Uploaded files have `contentUrl` = `/v3/directline/attachments/<upload id>`. */
export interface DirectLineAttachment {
  contentType: string;
  contentUrl?: string;
  name?: string;
  thumbnailUrl?: string;
  [field: string]: unknown;
}

/** What a customer sent, checked and cleaned: `from` is set by the server, `id` and `timestamp` are the store's to give. */
export interface CustomerActivity extends DirectLineActivity {
  from: { id: string; name?: string; role: 'user' };
}

/** A file that a customer sent. The bytes lie in `<dataDir>/uploads/<id>`; `id` is a UUID v7. */
export interface Upload {
  id: string;
  name: string;
  contentType: string;
  /** Bytes. */
  size: number;
}

/** An activity with its place in the conversation. */
export interface Entry {
  /** Per-conversation sequence number, from 1. Activities that customers do not see have numbers too. */
  sequence: number;
  /** As stored: with `id` and `timestamp`, uploads under their unsigned path. */
  activity: DirectLineActivity;
}

/** A piece of the history: what the customer may see after one watermark and up to another. */
export interface Page {
  /** Oldest first. */
  entries: Entry[];
  /** The sequence number up to which this page tells everything; never below the one asked for. */
  watermark: number;
  /** True when the limit cut it off. */
  more: boolean;
}

/** A conversation as the protocol needs to know it. */
export interface DirectLineConversation {
  id: string;
  userId: string;
  /** An ended conversation: it is answered as if it did not exist (404). */
  closed: boolean;
  /** The last sequence number given. */
  watermark: number;
}

/** What a socket wants to hear of its conversation. Both calls return at once and never throw. */
export interface DirectLineListener {
  /**
   * Something was committed (by any instance); may come late, twice, or for nothing. The writer's own instance may add
   * what it has just committed: everything the customer may see after sequence number `after` and up to
   * `page.watermark`. It spares the reader a query.
   */
  changed(committed?: { after: number; page: Page }): void;
  /** A typing sign or a piece of a streamed answer: shown now or never, not stored. */
  ephemeral(activity: DirectLineActivity): void;
}

/**
 * What the Direct Line server asks of the memory behind it. Conversation ids are UUID v7 in lower case; the protocol
 * never hands over anything else. Text is well formed and free of NUL. Every method may reject: the customer then sees
 * 500 and nothing was stored.
 */
export interface DirectLineStore {
  /**
   * Creates the conversation or returns it as it is. A new one also gets a `conversationUpdate` (membersAdded: bot and
   * user; locale) into its inbox, in the same transaction. Safe to call twice at once: one of the two has created it.
   */
  open(input: { conversationId: string; userId: string; locale?: string }): Promise<{ created: boolean }>;

  /** The conversation, or null when there is none of this id on this channel. */
  find(conversationId: string): Promise<DirectLineConversation | null>;

  /**
   * Stores a customer's activity and its uploads together, once per `externalId`; answers when that is durable, and
   * does not wait for the turn. Gives it the next sequence number, an id and a timestamp. A repetition answers with the
   * first one's id and keeps nothing of the second. Null: no such conversation, or closed.
   */
  append(input: {
    conversationId: string;
    activity: CustomerActivity;
    externalId: string;
    uploads: Upload[];
  }): Promise<{ id: string; repeated: boolean } | null>;

  /** Hands the bot's side (a person at the desk) a customer's sign that is not kept: typing. */
  pass(conversationId: string, activity: CustomerActivity): void;

  /**
   * What the customer may see after a sequence number, at most `limit` activities: those of VISIBLE_TYPES, of the
   * customer and to the customer; never internal ones. The order of sequence numbers is the order of commits: a page
   * that was read tells everything up to its watermark for good.
   */
  since(conversationId: string, watermark: number, limit: number): Promise<Page>;

  /** Which of these activity ids (any strings) name something in this conversation that the customer may see. */
  visible(conversationId: string, activityIds: string[]): Promise<string[]>;

  /** Listens to one conversation from now on; what was committed before is `since`'s. Returns how to stop. */
  subscribe(conversationId: string, listener: DirectLineListener): () => void;

  /** The upload of this id (a UUID), or null. */
  upload(id: string): Promise<Upload | null>;
}

/** The activity types that a customer's client is shown from the history; everything else stays inside. */
export const VISIBLE_TYPES: readonly string[] = ['message', 'event', 'endOfConversation'];
