import type { Store } from '../../kit/storage.ts';
import type { Activity, Frame } from './activity.ts';
import { Connection, type ConnectionStatus } from './connection.ts';
import { type Entry, entriesOf } from './entries.ts';
import { Outbox, type OutgoingFile, type Post } from './outbox.ts';
import type { Backoff } from './pause.ts';
import { postActivity } from './post.ts';
import { Session } from './session.ts';
import { type QueuePlace, Transcript, type Typing } from './transcript.ts';
import type { Transport } from './transport.ts';

/** What a page shows of a conversation; a new object at every change. */
export interface ChatState {
  connection: ConnectionStatus;
  /** The browser says that there is no network. */
  offline: boolean;
  /** Whether what was said before has arrived. */
  loaded: boolean;
  entries: readonly Entry[];
  /** Who is typing right now. */
  typing: Typing | undefined;
  /** Where the customer stands who waits for a person. */
  place: QueuePlace | undefined;
}

/** What the client needs; what is optional exists for tests. */
export interface ChatClientOptions {
  transport: Transport;
  /** Outlives the page: which conversation is ours. */
  sessionStore: Store;
  /** Of this tab: what was not sent yet. */
  outboxStore: Store;
  /** BCP 47, asked for at every message. */
  locale: () => string;
  now?: () => number;
  newId?: () => string;
  backoff?: Backoff;
  /** How often the stream is kept alive, and the token's age looked at. */
  keepAliveMs?: number;
  /** A code by which the visitor is the customer of another channel. */
  pass?: string;
  /** Whether the customer needs large type: known with the token, and told in the conversation. */
  onLargeType?: (large: boolean) => void;
  /** How long a message that the server took may stay without its echo before the socket is thought dead. */
  echoMs?: number;
}

/** An open stream that has brought nothing for so long has nothing to bring. */
const quietMs = 1_500;
const typingEveryMs = 3_000;

/**
 * A customer's side of Direct Line 3.0: one conversation, kept over reloads and lost networks, no message lost or
 * doubled. Knows nothing of pages: state comes out through `subscribe` and `state`.
 */
export class ChatClient {
  readonly #options: Required<ChatClientOptions>;
  readonly #session: Session;
  readonly #connection: Connection;
  readonly #outbox: Outbox;
  readonly #transcript: Transcript;
  readonly #listeners = new Set<() => void>();
  readonly #watched = new Set<string>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  #status: ConnectionStatus = 'connecting';
  #offline = false;
  #loaded = false;
  #typedAt = 0;
  #state: ChatState | undefined;

  constructor(options: ChatClientOptions) {
    const backoff = options.backoff ?? { baseMs: 1000, maxMs: 20_000, random: Math.random };
    const now = options.now ?? Date.now;
    const newId = options.newId ?? randomId;
    const { keepAliveMs = 20_000, echoMs = 10_000 } = options;
    this.#options = { pass: '', onLargeType: () => undefined, ...options, backoff, now, newId, keepAliveMs, echoMs };
    const { transport, sessionStore, outboxStore, locale } = options;
    this.#session = new Session(transport, sessionStore, locale, now, options.pass, options.onLargeType);
    this.#transcript = new Transcript(now, (activity) => this.#isMine(activity));
    const events = {
      onStatus: (status: ConnectionStatus) => this.#statusChanged(status),
      onFrame: (frame: Frame) => this.#receive(frame),
      onGone: () => this.#transcript.clear(),
    };
    this.#connection = new Connection(transport, this.#session, events, { backoff, now, keepAliveMs });
    const post: Post = async (item, onProgress) => {
      const result = await postActivity(transport, this.#session, item, onProgress);
      if (result.kind === 'gone') this.#connection.reopen();
      return result;
    };
    this.#outbox = new Outbox(post, outboxStore, backoff, () => this.#changed());
  }

  /** The state now; the same object until something changes. */
  state(): ChatState {
    this.#state ??= {
      connection: this.#status,
      offline: this.#offline,
      loaded: this.#loaded,
      entries: entriesOf(this.#transcript, this.#outbox.items, (activity) => this.#isMine(activity)),
      typing: this.#transcript.typing,
      place: this.#transcript.place,
    };
    return this.#state;
  }

  /** Calls `listener` after every change; returns how to stop that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Connects, resuming the stored conversation if there is one. */
  start(): void {
    this.#connection.start();
  }

  /** Leaves; nothing is sent or received until `start`. */
  stop(): void {
    this.#connection.stop();
    this.#outbox.stop();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  /** Begins a new conversation; what was said before is no longer shown. */
  restart(): void {
    this.stop();
    for (const { clientActivityID } of this.#outbox.items) this.#outbox.settle(clientActivityID);
    this.#session.forget();
    this.#transcript.clear();
    this.#loaded = false;
    this.#changed();
    this.start();
  }

  /** The shop says who is signed in on its page: the conversation is theirs from now on. */
  signIn(shopToken: string): void {
    this.stop();
    this.#session.signIn(shopToken);
    this.#transcript.clear();
    this.#loaded = false;
    this.#changed();
    this.start();
  }

  /** Nobody is signed in any more: what was said stays with the account, and is not shown here. `begun`: it is connected already. */
  signOut(begun: boolean): void {
    if (this.#session.signedIn) this.restart();
    else if (!begun) this.start();
  }

  /** Sends an activity; it is in `entries` at once, and on its way as soon as there is one. */
  send(activity: Activity, files: readonly OutgoingFile[] = []): void {
    const clientActivityID = this.#options.newId();
    const outgoing: Activity = {
      ...activity,
      locale: this.#options.locale(),
      localTimezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      timestamp: new Date(this.#options.now()).toISOString(),
      channelData: { ...activity.channelData, clientActivityID },
    };
    if (files.length > 0) {
      outgoing.attachments = files.map((file) => ({ contentType: file.blob.type, name: file.name }));
    }
    this.#outbox.add(outgoing, clientActivityID, files);
  }

  /** Lets the person who answers see that one is writing, every three seconds at most; the bot does not ask. A lost sign is no matter. */
  typing(): void {
    const now = this.#options.now();
    const last = this.#transcript.activities.findLast((said) => said.type === 'message' && !this.#isMine(said));
    const person = this.#transcript.typing?.person || last?.channelData?.sender === 'person';
    if (!person || this.#status !== 'online' || now - this.#typedAt < typingEveryMs) return;
    this.#typedAt = now;
    const sign = { activity: { type: 'typing' }, files: [] };
    void postActivity(this.#options.transport, this.#session, sign, () => undefined);
  }

  /** Sends a failed message again. */
  retry(clientActivityID: string): void {
    this.#outbox.retry(clientActivityID);
  }

  /** The browser's network came or went. */
  networkChanged(online: boolean): void {
    this.#offline = !online;
    if (online) this.#connection.hurry();
    else this.#connection.reopen();
    this.#changed();
  }

  #isMine(activity: Activity): boolean {
    const { id, role } = activity.from ?? {};
    return role ? role === 'user' : id !== undefined && id === this.#session.credentials?.userId;
  }

  #statusChanged(status: ConnectionStatus): void {
    if (status === this.#status) return;
    this.#status = status;
    if (status === 'online') {
      this.#offline = false;
      this.#outbox.start();
      this.#outbox.resume();
      this.#after(quietMs, () => this.#markLoaded());
    } else {
      this.#transcript.dropPassing();
    }
    this.#changed();
  }

  #receive(frame: Frame): void {
    for (const activity of frame.activities) {
      this.#transcript.receive(activity);
      const { largeType } = activity.channelData ?? {};
      // What was said before the page was opened is older than what came with the token.
      if (this.#loaded && largeType !== undefined) this.#options.onLargeType(largeType === true);
      const own = activity.channelData?.clientActivityID;
      if (own) this.#outbox.settle(own);
    }
    const typing = this.#transcript.typing;
    if (typing) this.#after(typing.until - this.#options.now(), () => this.#changed());
    this.#markLoaded();
    this.#changed();
  }

  #markLoaded(): void {
    if (this.#loaded) return;
    this.#loaded = true;
    this.#changed();
  }

  #after(ms: number, then: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      then();
    }, ms);
    this.#timers.add(timer);
  }

  #changed(): void {
    this.#state = undefined;
    for (const listener of this.#listeners) listener();
    this.#watchEchoes();
  }

  /** What the server took must come back through the stream; a stream that stays silent is opened again. */
  #watchEchoes(): void {
    for (const { clientActivityID, delivery, activity } of this.#outbox.items) {
      if (delivery !== 'accepted' || activity.type !== 'message' || this.#watched.has(clientActivityID)) continue;
      this.#watched.add(clientActivityID);
      this.#after(this.#options.echoMs, () => {
        if (this.#outbox.items.some((item) => item.clientActivityID === clientActivityID)) this.#connection.reopen();
      });
    }
  }
}

/** crypto.randomUUID exists on https and localhost only; a shop tried out over plain http still needs ids. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
