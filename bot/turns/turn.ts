import type { Activity } from 'botbuilder';

/** A JSON object. */
export type Json = Record<string, unknown>;

/** What a channel hands in: authenticated, turned into an activity, for a conversation that exists. */
export interface Incoming {
  conversationId: string;
  /** The channel's id of it; the second delivery of the same id is answered alike and ignored. */
  externalId: string;
  activity: Partial<Activity>;
  /** The authenticated claims it came with, where the channel's replies need them. */
  claims?: Json;
  /** For how many ms the channel's request stays open for the reply, if the turn can be run at once (see openRequests.ts). */
  openMs?: number | undefined;
}

/** What became of what came in. */
export interface Received {
  id: string;
  sequence: number;
  /** It had come before. */
  repeated: boolean;
  /** The channel's request may wait for the reply. */
  open: boolean;
  /** Done when the turn that it waits for on this instance is over. */
  settled: Promise<void>;
}

/** A turn about to be decided. */
export interface Turn {
  conversationId: string;
  /** The received activity, with `id` and `timestamp`. */
  activity: Partial<Activity>;
  activityId: string;
  direction: 'inbound' | 'internal';
  channel: string;
  /** The customer's account id at the channel. */
  userId: string | null;
  customerId: string | null;
  /** The customer's record as JSON, as it was when the turn began; null where the conversation had no customer then. */
  customer: Json | null;
  language: string | null;
  claims: Json | null;
  /** Dialog state of this sender, or null when nothing is open. */
  state: Json | null;
  /** Shows something that is never stored: typing, a piece of a streamed answer. */
  ephemeral(activity: Partial<Activity>): void;
}

/** What was decided. Nothing of it is visible before the commit. */
export interface Decision {
  replies: Partial<Activity>[];
  /** How replies came about, by their id; for staff alone, kept beside the activity and never in it. */
  explanations?: ReadonlyMap<string, object>;
  /** The dialog state from now on; undefined leaves it as it is. */
  state?: Json | null;
  /** What is known from now on of the conversation. */
  language?: string;
  customerId?: string;
}

/** Decides a turn. It may run again after a crash or a fault, so its only effects are commands to services and its decision. */
export type Decide = (turn: Turn) => Promise<Decision>;

/** An activity with its place in the conversation, as it was committed. */
export interface Committed {
  sequence: number;
  direction: 'inbound' | 'outbound' | 'internal';
  activity: Partial<Activity>;
}

/** Told on the instance that committed: everything after sequence number `after`, up to `upTo`. */
export interface Commit {
  conversationId: string;
  after: number;
  upTo: number;
  activities: Committed[];
}

/** The lease was taken by another: whatever this turn decided must not be kept. */
export class TurnLost extends Error {
  override name = 'TurnLost';
}

/** The turn took longer than a turn may. */
export class TurnTooLong extends Error {
  override name = 'TurnTooLong';
}
