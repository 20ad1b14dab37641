import { readJson, type Store } from '../../kit/storage.ts';
import type { Activity } from './activity.ts';
import { type Backoff, backoffDelay, Pause } from './pause.ts';

/** `waiting`: sent again by itself as soon as the server can be reached. `failed`: the customer has to decide. */
export type Delivery = 'queued' | 'sending' | 'waiting' | 'failed' | 'accepted';

/** Why a message failed: nobody answered, or the server said no (a file too large, a type it does not take). */
export type Failure = 'unreachable' | 'tooLarge' | 'wrongType' | 'refused';

/** A file on its way. */
export interface OutgoingFile {
  name: string;
  blob: Blob;
  /** An address under which this page can show it. */
  previewUrl?: string;
}

/** A message on its way; `clientActivityID` stays the same however often it is sent. */
export interface Outgoing {
  clientActivityID: string;
  activity: Activity;
  files: readonly OutgoingFile[];
  delivery: Delivery;
  failure?: Failure;
  /** Share of the files that went out, 0 to 1. */
  progress?: number;
}

/** What became of one attempt. */
export type PostResult =
  | { kind: 'accepted'; id: string | undefined }
  | { kind: 'refused'; failure: Failure }
  | { kind: 'unreachable'; retryAfterMs?: number }
  /** The server does not know the conversation; the message is sent again once there is a new one. */
  | { kind: 'gone' };

/** Sends one message once. */
export type Post = (item: Outgoing, onProgress: (share: number) => void) => Promise<PostResult>;

const key = 'zhiyin.outbox';
/**
 * After so many attempts without an answer the message is shown as failed. What was written after it waits for it: it is sent when we are
 * back, when the customer asks for it, and with what is written next.
 */
const maxAttempts = 6;

/**
 * What the customer sent and the server has not yet taken, in order, one at a time. Text outlives a reload; files do
 * not. A message leaves when the server took it or its echo arrived, whichever comes first.
 */
export class Outbox {
  readonly #post: Post;
  readonly #store: Store;
  readonly #backoff: Backoff;
  readonly #onChange: () => void;
  readonly #pause = new Pause();
  #items: Outgoing[];
  #pumping = false;
  #stopped = true;

  constructor(post: Post, store: Store, backoff: Backoff, onChange: () => void) {
    this.#post = post;
    this.#store = store;
    this.#backoff = backoff;
    this.#onChange = onChange;
    this.#items = readItems(store);
  }

  /** In order of sending. */
  get items(): readonly Outgoing[] {
    return this.#items;
  }

  /** Begins to send. */
  start(): void {
    this.#stopped = false;
    void this.#pump();
  }

  /** Stops sending; what is queued stays. */
  stop(): void {
    this.#stopped = true;
    this.#pause.wake();
  }

  /** Queues a message behind the others. */
  add(activity: Activity, clientActivityID: string, files: readonly OutgoingFile[]): void {
    this.#requeue();
    this.#items = [...this.#items, { clientActivityID, activity, files, delivery: 'queued' }];
    this.#changed();
    void this.#pump();
  }

  /** The server can be reached again: what nobody answered is sent now, in order. */
  resume(): void {
    this.#requeue();
    this.#pause.wake();
    void this.#pump();
  }

  /** The customer asks to send this failed message again. */
  retry(clientActivityID: string): void {
    if (this.#find(clientActivityID)?.delivery !== 'failed') return;
    this.#update(clientActivityID, { delivery: 'queued', failure: undefined });
    void this.#pump();
  }

  /** The message came back through the stream, or is no longer wanted. */
  settle(clientActivityID: string): void {
    if (!this.#find(clientActivityID)) return;
    this.#items = this.#items.filter((item) => item.clientActivityID !== clientActivityID);
    this.#changed();
    this.#pause.wake();
  }

  #requeue(): void {
    for (const { clientActivityID, failure } of this.#items) {
      if (failure === 'unreachable') this.#update(clientActivityID, { delivery: 'queued', failure: undefined });
    }
  }

  #find(clientActivityID: string): Outgoing | undefined {
    return this.#items.find((item) => item.clientActivityID === clientActivityID);
  }

  #update(clientActivityID: string, change: Partial<Outgoing>): void {
    this.#items = this.#items.map((item) =>
      item.clientActivityID === clientActivityID ? { ...item, ...change } : item,
    );
    this.#changed();
  }

  async #pump(): Promise<void> {
    if (this.#pumping) return;
    this.#pumping = true;
    try {
      for (;;) {
        const next = this.#items.find(
          ({ delivery, failure }) => delivery === 'queued' || delivery === 'waiting' || failure === 'unreachable',
        );
        if (this.#stopped || !next || next.failure) break;
        await this.#deliver(next);
      }
    } finally {
      this.#pumping = false;
    }
  }

  async #deliver({ clientActivityID }: Outgoing): Promise<void> {
    for (let attempt = 0; !this.#stopped; attempt += 1) {
      this.#update(clientActivityID, { delivery: 'sending' });
      const item = this.#find(clientActivityID);
      if (!item) return;
      const result = await this.#post(item, (progress) => this.#update(clientActivityID, { progress }));
      if (!this.#find(clientActivityID)) return;
      if (result.kind === 'accepted') {
        const activity = { ...item.activity, ...(result.id && { id: result.id }) };
        return this.#update(clientActivityID, { delivery: 'accepted', activity });
      }
      if (result.kind === 'refused') {
        return this.#update(clientActivityID, { delivery: 'failed', failure: result.failure });
      }
      if (attempt + 1 >= maxAttempts) {
        return this.#update(clientActivityID, { delivery: 'failed', failure: 'unreachable' });
      }
      this.#update(clientActivityID, { delivery: 'waiting' });
      const retryAfterMs = result.kind === 'unreachable' ? result.retryAfterMs : undefined;
      await this.#pause.wait(retryAfterMs ?? backoffDelay(attempt, this.#backoff));
      if (!this.#find(clientActivityID)) return;
    }
  }

  #changed(): void {
    const kept = this.#items.filter((item) => item.delivery !== 'accepted' && item.files.length === 0);
    if (kept.length === 0) this.#store.remove(key);
    else
      this.#store.set(
        key,
        JSON.stringify(kept.map(({ clientActivityID, activity }) => ({ clientActivityID, activity }))),
      );
    this.#onChange();
  }
}

function readItems(store: Store): Outgoing[] {
  const kept = readJson(store, key);
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((item: Partial<Outgoing> | null) => {
    if (typeof item?.clientActivityID !== 'string' || typeof item.activity?.type !== 'string') return [];
    const { clientActivityID, activity } = item;
    return [{ clientActivityID, activity, files: [], delivery: 'queued' as const }];
  });
}
