import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Activity } from 'botbuilder';
import type { Server } from 'restify';
import type { Json } from '../turns/turn.ts';

/** One way to reach customers: it lets in what they say, and hands them what was committed. */
export interface Channel {
  /** Whether conversations with this channel id (Bot Framework's `channelId`) are its own. */
  serves(channelId: string): boolean;
  /** How committed replies get there: handed over, or by the channel itself, which reads the history (null). */
  readonly outbox: 'answer' | null;
  /** Whether answers that wait together are handed over together, for a channel where each message counts. */
  readonly merges?: boolean;
  /** Whether it has a desk of its own that is told when customers wait for a person (Bot Framework's handoff events). */
  readonly hasDesk?: boolean;
  /** Adds its routes. */
  mount(server: Server): void;
  /** Takes a WebSocket upgrade if it is one of its own; false: somebody else's. */
  handleUpgrade?(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /**
   * Hands one activity to the channel. Needed where `outbox` is set. May be called again for the same entry.
   * Returns how it was shown, where that matters for what comes back.
   * @throws DeliveryRefused, DeliveryDeferred, DeliveryHeld; anything else means: perhaps it arrived, perhaps not.
   */
  deliver?(entry: DeliveryEntry): Promise<Shown>;
  close(): Promise<void>;
}

/** How a message was shown, where it matters. */
// biome-ignore lint/suspicious/noConfusingVoidType: most channels have nothing to tell
export type Shown = { form: string } | void;

/** A committed activity on its way out. */
export interface DeliveryEntry {
  conversation: {
    id: string;
    channel: string;
    /** The conversation's id at the channel. */
    externalId: string;
    /** Bot Framework's conversation reference, where the channel keeps one. */
    reference: Json | null;
    /** The customer's account id at the channel. */
    userId: string | null;
  };
  activity: Partial<Activity>;
  /** Answers that wait behind it and go with it, where the channel merges. */
  following?: Partial<Activity>[];
  /** What it is for: answers are sent again after a crash, surveys and care never. */
  kind?: DeliveryKind;
  /** What is left of it, in the channel's own form, after a part of it was sent. */
  rest?: Json[] | null;
  /** The channel's id of the message that this answers; null for what nobody asked, or what was asked too long ago. */
  repliesTo: string | null;
  /** The claims that the answered message, or else the last one, came with. */
  claims: Json | null;
  /**
   * Fixes what is sent before the first of it goes out, each message with an id of ours; from then on it is `rest`, also after
   * a crash. For channels that show a message with the same id once. Throws DeliveryDeferred where another has the attempt by now.
   */
  fix?(plan: Json[], form?: string): Promise<void>;
}

/** What a reply is for. */
export type DeliveryKind = 'answer' | 'survey' | 'care';

/** The channel will never take this: the conversation is gone, the customer has blocked us, the content is not allowed. */
export class DeliveryRefused extends Error {
  override name = 'DeliveryRefused';
}

/** What is left of a message, in the channel's own form, when a fault comes after a part of it was shown. */
interface Remainder {
  rest?: Json[] | undefined;
}

/** The channel takes nothing more until the customer does something; then it is handed over again. */
export class DeliveryHeld extends Error {
  override name = 'DeliveryHeld';
  readonly rest: Json[] | undefined;

  constructor(message: string, { rest, ...options }: ErrorOptions & Remainder = {}) {
    super(message, options);
    this.rest = rest;
  }
}

/** It broke off after a part of it was shown: what is left may have arrived, or not. */
export class DeliveryInterrupted extends Error {
  override name = 'DeliveryInterrupted';
  readonly rest: Json[];

  constructor(message: string, { rest, ...options }: ErrorOptions & { rest: Json[] }) {
    super(message, options);
    this.rest = rest;
  }
}

/** The channel did not take it now, and for certain showed nothing of it; it may be tried later. */
export class DeliveryDeferred extends Error {
  override name = 'DeliveryDeferred';
  /** When the channel wants to be asked again, in ms; undefined: it did not say. */
  readonly retryAfterMs: number | undefined;
  readonly rest: Json[] | undefined;

  constructor(message: string, options?: ErrorOptions & Remainder & { retryAfterMs?: number | undefined }) {
    super(message, options);
    this.retryAfterMs = options?.retryAfterMs;
    this.rest = options?.rest;
  }
}

/** Channel ids of channels that we run ourselves: nobody else may speak in their name, whether they are set up or not. */
export const ownChannelIds: readonly string[] = [
  'directline',
  'console',
  'wechat',
  'wecom',
  'webhook',
  'mail',
  'smsgateway',
];
