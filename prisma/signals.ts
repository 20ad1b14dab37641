import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** What signals are about. `inbox` and `activities` belong to the turns, the rest to pages and caches. */
export type Topic =
  | 'inbox'
  | 'outbox'
  | 'activities'
  | 'ephemeral'
  | 'typing'
  | 'viewing'
  | 'presence'
  | 'queue'
  | 'tasks'
  | 'conversations'
  | 'complaints'
  | 'promises'
  | 'purchases'
  | 'responses'
  | 'articles'
  | 'synonyms'
  | 'examples'
  | 'catalogue'
  | 'notifications'
  | 'deliveries'
  | 'webhooks';

export type Payload = Record<string, unknown>;

/** Signals that wait for a commit: `release` sends them, `drop` forgets them. */
export interface Held {
  release(): void;
  drop(): void;
  add(topic: Topic, payload: Payload): void;
}

/**
 * Wakes listeners on this instance at once and on the others through NOTIFY, sent after the commit and coalesced for a
 * few milliseconds (30 while much happens): inside a commit NOTIFY is a lock on the whole database. A signal is a hint and may be lost;
 * everything is right without it, only later.
 */
export interface Signals {
  /** Sends after the open transaction's commit, or at once where none is open. */
  publish(topic: Topic, payload: Payload): void;
  /** Sends now, even while a transaction is open: for what is never stored, such as typing. */
  broadcast(topic: Topic, payload: Payload): void;
  /** Wakes the other instances only, now: for what this one has already told its own listeners in full. */
  notifyOthers(topic: Topic, payload: Payload): void;
  subscribe(topic: Topic, listener: (payload: Payload) => void): () => void;
  hold(): Held;
  within<T>(held: Held, body: () => T): T;
  close(): Promise<void>;
}

interface Message {
  t: Topic;
  p: Payload;
}

const channel = 'zhiyin';
const coalesceMs = 5;
/** While much happens, what others are told goes out together, this often at most. */
const busyMs = 30;
const reconnectMs = 1000;
/** NOTIFY carries less than 8000 bytes. */
const payloadLimit = 7500;

/** Starts listening on a connection of its own and keeps it up. */
export function createSignals(parts: { url: string; pool: pg.Pool; onFault: (fault: unknown) => void }): Signals {
  const instance = randomUUID();
  const listeners = new Map<Topic, Set<(payload: Payload) => void>>();
  const holding = new AsyncLocalStorage<Held>();
  let pending = new Map<string, Message>();
  let timer: NodeJS.Timeout | undefined;
  let flushedAt = 0;
  let listening: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;
  let connecting: Promise<void> = connect();

  async function connect(): Promise<void> {
    const client = new pg.Client({ connectionString: parts.url });
    client.on('notification', (message) => receive(message.payload ?? ''));
    client.on('error', () => undefined);
    client.on('end', reconnectLater);
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
      listening = client;
    } catch (fault) {
      if (!closed) parts.onFault(fault);
      await client.end().catch(() => undefined);
      reconnectLater();
    }
  }

  function reconnectLater(): void {
    listening = undefined;
    if (closed || retry) return;
    retry = setTimeout(() => {
      retry = undefined;
      connecting = connect();
    }, reconnectMs);
  }

  function receive(text: string): void {
    const { from, messages } = JSON.parse(text) as { from: string; messages: Message[] };
    if (from === instance) return;
    for (const message of messages) emit(message);
  }

  function emit({ t, p }: Message): void {
    for (const listener of listeners.get(t) ?? []) {
      try {
        listener(p);
      } catch (fault) {
        parts.onFault(fault);
      }
    }
  }

  function send(message: Message): void {
    emit(message);
    queue(message);
  }

  function queue(message: Message): void {
    if (closed) return;
    pending.set(`${message.t} ${JSON.stringify(message.p)}`, message);
    timer ??= setTimeout(() => void flush(), Math.max(coalesceMs, flushedAt + busyMs - performance.now()));
  }

  async function flush(): Promise<void> {
    timer = undefined;
    flushedAt = performance.now();
    const messages = [...pending.values()];
    pending = new Map();
    await Promise.all(batches(messages).map(notify));
  }

  async function notify(batch: Message[]): Promise<void> {
    try {
      await parts.pool.query({
        name: 'signals_notify',
        // A NOTIFY is a commit of its own; a hint need not wait for the disk.
        text: `SELECT set_config('synchronous_commit', 'off', true), pg_notify($1, $2)`,
        values: [channel, JSON.stringify({ from: instance, messages: batch })],
      });
    } catch (fault) {
      if (!closed) parts.onFault(fault);
    }
  }

  return {
    publish(topic, payload) {
      const held = holding.getStore();
      if (held) held.add(topic, payload);
      else send({ t: topic, p: payload });
    },
    broadcast: (topic, payload) => send({ t: topic, p: payload }),
    notifyOthers: (topic, payload) => queue({ t: topic, p: payload }),
    subscribe(topic, listener) {
      const set = listeners.get(topic) ?? new Set();
      listeners.set(topic, set.add(listener));
      return () => set.delete(listener);
    },
    hold() {
      let kept: Message[] | undefined = [];
      return {
        add(topic, payload) {
          if (kept) kept.push({ t: topic, p: payload });
          else send({ t: topic, p: payload });
        },
        release() {
          const messages = kept ?? [];
          kept = undefined;
          for (const message of messages) send(message);
        },
        drop() {
          kept = [];
        },
      };
    },
    within: (held, body) => holding.run(held, body),
    async close() {
      closed = true;
      clearTimeout(timer);
      clearTimeout(retry);
      await flush();
      await connecting;
      await listening?.end().catch(() => undefined);
    },
  };
}

function batches(messages: Message[]): Message[][] {
  const result: Message[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const message of messages) {
    const length = Buffer.byteLength(JSON.stringify(message)) + 1;
    if (length > payloadLimit) continue; // a hint too large to travel; polling covers its loss
    if (size + length > payloadLimit) {
      result.push([]);
      size = 0;
    }
    result.at(-1)?.push(message);
    size += length;
  }
  return result;
}
