import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Activity } from 'botbuilder';
import type { Server } from 'restify';
import type { Json } from '../turns/turn.ts';

/** One way to reach customers: it lets in what they say, and hands them what was committed. */
export interface Channel {
  /** Whether conversations with this channel id (Bot Framework's `channelId`) are its own. */
  serves(channelId: string): boolean;
  /** The kind of delivery that a committed reply needs; null where the channel reads the history itself. */
  readonly outbox: 'answer' | null;
  /** Adds its routes. */
  mount(server: Server): void;
  /** Takes a WebSocket upgrade if it is one of its own; false: somebody else's. */
  handleUpgrade?(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /**
   * Hands one activity to the channel. Needed where `outbox` is set. May be called again for the same entry.
   * @throws DeliveryRefused, DeliveryDeferred; anything else means: perhaps it arrived, perhaps not.
   */
  deliver?(entry: DeliveryEntry): Promise<void>;
  close(): Promise<void>;
}

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
  /** The channel's id of the message that this answers; null for what nobody asked, or what was asked too long ago. */
  repliesTo: string | null;
  /** The claims that the answered message, or else the last one, came with. */
  claims: Json | null;
}

/** The channel will never take this: the conversation is gone, the customer has blocked us, the content is not allowed. */
export class DeliveryRefused extends Error {
  override name = 'DeliveryRefused';
}

/** The channel did not take it now, and for certain showed nothing of it; it may be tried later. */
export class DeliveryDeferred extends Error {
  override name = 'DeliveryDeferred';
  /** When the channel wants to be asked again, in ms; undefined: it did not say. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, options?: ErrorOptions & { retryAfterMs?: number | undefined }) {
    super(message, options);
    this.retryAfterMs = options?.retryAfterMs;
  }
}

/** Channel ids of channels that we run ourselves: nobody else may speak in their name, whether they are set up or not. */
export const ownChannelIds: readonly string[] = ['directline', 'console', 'wechat', 'wecom'];
