import { v7, validate } from 'uuid';
import type {
  CustomerActivity,
  DirectLineActivity,
  DirectLineConversation,
  DirectLineListener,
  DirectLineStore,
  Entry,
  Upload,
} from '#bot/channels/directLine/index.ts';
import { VISIBLE_TYPES } from '#bot/channels/directLine/index.ts';

interface Kept extends DirectLineConversation {
  entries: Entry[];
  seen: Map<string, string>;
  listeners: Set<DirectLineListener>;
  turns: Promise<void>;
}

/** What the scripted bot can do while it has its turn. */
export interface Turn {
  conversationId: string;
  reply(activity: DirectLineActivity): Promise<string>;
  ephemeral(activity: DirectLineActivity): void;
}

/** The bot's side of a turn; one at a time per conversation. */
export type Script = (activity: DirectLineActivity, turn: Turn) => Promise<void>;

/** Direct Line's memory without a database: for what the protocol alone decides. */
export class MemoryStore implements DirectLineStore {
  script: Script = async () => undefined;
  /** With how many of its last activities a commit is handed to listeners; 0: they are only woken. */
  handsOver = 1;
  /** Commits tell nobody, as those of another instance whose notification is late. */
  quiet = false;
  /** Runs before each `since` answers: lets a test commit in the middle of a read. */
  beforeSince: () => Promise<void> = async () => undefined;
  /** Runs after it has read and before it answers. */
  afterSince: () => Promise<void> = async () => undefined;
  /** Forgets to leave out what customers do not see. */
  leaks = false;
  readonly inbox: { conversationId: string; activity: DirectLineActivity }[] = [];
  readonly passed: CustomerActivity[] = [];
  readonly sinceCalls: number[] = [];
  readonly #conversations = new Map<string, Kept>();
  readonly #uploads = new Map<string, Upload>();

  async open({ conversationId, userId, locale }: { conversationId: string; userId: string; locale?: string }) {
    if (this.#conversations.has(conversationId)) return { created: false };
    const kept = { id: conversationId, userId, closed: false, watermark: 0 };
    this.#conversations.set(conversationId, {
      ...kept,
      entries: [],
      seen: new Map(),
      listeners: new Set(),
      turns: Promise.resolve(),
    });
    const update: DirectLineActivity = {
      type: 'conversationUpdate',
      from: { id: userId },
      membersAdded: [{ id: 'bot' }, { id: userId }],
      ...(locale && { locale }),
    };
    const id = this.#commit(conversationId, update);
    this.#turn(conversationId, { ...update, id });
    return { created: true };
  }

  async find(conversationId: string): Promise<DirectLineConversation | null> {
    if (!validate(conversationId)) throw new Error(`invalid input syntax for type uuid: "${conversationId}"`);
    return this.#conversations.get(conversationId) ?? null;
  }

  async append(input: { conversationId: string; activity: CustomerActivity; externalId: string; uploads: Upload[] }) {
    const kept = this.#conversations.get(input.conversationId);
    if (!kept || kept.closed) return null;
    if (/\\u0000|\\ud[89a-f]/i.test(JSON.stringify(input))) throw new Error('unsupported Unicode escape sequence');
    const first = kept.seen.get(input.externalId);
    if (first) return { id: first, repeated: true };
    for (const upload of input.uploads) this.#uploads.set(upload.id, upload);
    const activity = structuredClone(input.activity) as DirectLineActivity;
    const id = this.#commit(input.conversationId, activity);
    kept.seen.set(input.externalId, id);
    this.#turn(input.conversationId, { ...activity, id });
    return { id, repeated: false };
  }

  pass(_conversationId: string, activity: CustomerActivity): void {
    this.passed.push(activity);
  }

  async since(conversationId: string, watermark: number, limit: number) {
    this.sinceCalls.push(watermark);
    await this.beforeSince();
    const kept = this.#kept(conversationId);
    const shown = (entry: Entry) => this.leaks || isVisible(entry);
    const later = kept.entries.filter((entry) => entry.sequence > watermark && shown(entry));
    const entries = later.slice(0, limit);
    const more = later.length > limit;
    const end = more ? (entries.at(-1)?.sequence ?? watermark) : Math.max(kept.watermark, watermark);
    await this.afterSince();
    return { entries, watermark: end, more };
  }

  async visible(conversationId: string, activityIds: string[]) {
    const ids = this.#kept(conversationId)
      .entries.filter(isVisible)
      .map((entry) => entry.activity.id);
    return activityIds.filter((id) => ids.includes(id));
  }

  subscribe(conversationId: string, listener: DirectLineListener) {
    const { listeners } = this.#kept(conversationId);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  async upload(id: string) {
    if (!validate(id)) throw new Error(`invalid input syntax for type uuid: "${id}"`);
    return this.#uploads.get(id) ?? null;
  }

  /** The bot's side says something of its own accord. Returns its id. */
  async push(conversationId: string, activity: DirectLineActivity): Promise<string> {
    return this.#commit(conversationId, activity);
  }

  ephemeral(conversationId: string, activity: DirectLineActivity): void {
    for (const listener of this.#kept(conversationId).listeners) listener.ephemeral(activity);
  }

  /** Wakes the listeners for nothing, as a late notification does. */
  wake(conversationId: string): void {
    for (const listener of this.#kept(conversationId).listeners) listener.changed();
  }

  end(conversationId: string): void {
    this.#kept(conversationId).closed = true;
  }

  listeners(conversationId: string): number {
    return this.#kept(conversationId).listeners.size;
  }

  /** Everything stored, visible or not. */
  history(conversationId: string): DirectLineActivity[] {
    return this.#kept(conversationId).entries.map((entry) => entry.activity);
  }

  #kept(conversationId: string): Kept {
    const kept = this.#conversations.get(conversationId);
    if (!kept) throw new Error(`no conversation ${conversationId}`);
    return kept;
  }

  #commit(conversationId: string, activity: DirectLineActivity): string {
    const kept = this.#kept(conversationId);
    const sequence = kept.watermark + 1;
    kept.watermark = sequence;
    const id = activity.id ?? v7();
    const entry = {
      sequence,
      activity: { ...activity, id, timestamp: new Date(1_750_000_000_000 + sequence).toISOString() },
    };
    kept.entries.push(entry);
    if (this.quiet) return id;
    const handed = kept.entries.slice(-this.handsOver);
    const page = { entries: handed.filter(isVisible), watermark: sequence, more: false };
    for (const listener of kept.listeners) {
      if (this.handsOver > 0) listener.changed({ after: sequence - handed.length, page });
      else listener.changed();
    }
    return id;
  }

  #turn(conversationId: string, activity: DirectLineActivity): void {
    const kept = this.#kept(conversationId);
    this.inbox.push({ conversationId, activity });
    const turn: Turn = {
      conversationId,
      reply: async (reply) =>
        this.#commit(conversationId, { from: { id: 'bot' }, replyToId: activity.id ?? '', ...reply }),
      ephemeral: (sign) => this.ephemeral(conversationId, { from: { id: 'bot' }, ...sign }),
    };
    kept.turns = kept.turns.then(() => this.script(activity, turn));
  }
}

function isVisible(entry: Entry): boolean {
  return VISIBLE_TYPES.includes(entry.activity.type);
}
