import type { Allowance, MessageBudget, Opening } from '#crm/conversations/messageBudget.ts';
import type { Database } from '#prisma/client.ts';
import { Gathering } from '../../gathering.ts';
import { type Arrival, Intake } from '../../turns/intake.ts';
import type { Received } from '../../turns/turn.ts';
import type { Turns } from '../../turns/turns.ts';
import { chosenValue } from '../choices.ts';
import type { PlatformConversations } from '../tencent/conversations.ts';
import { uploadIdOf } from '../tencent/files.ts';
import type { PlatformMedia } from '../tencent/media.ts';
import { channelId } from './channelId.ts';
import { addressed, type Incoming, type Trigger, triggerOf } from './incoming.ts';
import type { Pushed } from './pushes.ts';
import type { WechatSettings } from './settings.ts';

/** What storing pushes needs. */
export interface PushStoreParts {
  settings: Pick<WechatSettings, 'appId' | 'messagesPerMessage'>;
  db: Database;
  turns: Turns;
  conversations: PlatformConversations;
  budget: MessageBudget;
  media: PlatformMedia;
  /** Whether the account may send by itself, so that what people do opens an allowance. */
  counts: boolean;
}

/** A push and what it brings into the conversation. */
export interface Arrived {
  push: Pushed;
  entries: Incoming[];
  /** For how many ms its request stays open for the reply. */
  openMs: number | undefined;
}

/** Where a push went; null in place of what could not be stored: the conversation was removed meanwhile. */
export interface StoredPush {
  conversationId: string;
  received: (Received | null)[];
}

const minuteMs = 60_000;

/** Stores pushes: those that come at the same time by the same few statements, since WeChat waits for all of them. */
export class PushStore {
  readonly #parts: PushStoreParts;
  readonly #intake: Intake;
  readonly #allowances: Record<Trigger, Allowance>;
  readonly #gathering = new Gathering<Arrived, StoredPush>((pushes) => this.#store(pushes));

  constructor(parts: PushStoreParts) {
    this.#parts = parts;
    this.#intake = new Intake(parts.db, parts.turns);
    const soon = { messages: 3, ms: minuteMs };
    const message = { messages: parts.settings.messagesPerMessage, ms: 48 * 60 * minuteMs };
    this.#allowances = { message, menu: soon, subscribe: soon, scan: soon };
  }

  /** Durable when it returns. */
  keep(arrived: Arrived): Promise<StoredPush> {
    return this.#gathering.add(arrived);
  }

  async #store(pushes: Arrived[]): Promise<Promise<StoredPush>[]> {
    const { conversations, budget, settings } = this.#parts;
    const people = pushes.map(({ push }) => ({ externalId: `${settings.appId}:${push.from}`, account: push.from }));
    const [ids] = await Promise.all([
      conversations.keepAll(people),
      budget.openedAll(
        channelId,
        pushes.flatMap(({ push }) => this.#opening(push)),
      ),
    ]);
    const brought = await Promise.all(pushes.map((arrived, place) => this.#arrivals(arrived, ids[place]!)));
    const received = await this.#intake.receive(brought.flat());
    return brought.map(async (arrivals, place) => {
      const own = received.splice(0, arrivals.length);
      return { conversationId: ids[place]!, received: await Promise.all(own) };
    });
  }

  #opening(push: Pushed): Opening[] {
    const trigger = triggerOf(push);
    if (!trigger || !this.#parts.counts) return [];
    return [{ account: push.from, trigger, cause: push.id, allowance: this.#allowances[trigger], at: push.at }];
  }

  async #arrivals({ push, entries, openMs }: Arrived, conversationId: string): Promise<Arrival[]> {
    const { db, media, settings } = this.#parts;
    if (push.kind === 'file') await media.expect(uploadIdOf(push), conversationId, push.file);
    const chosen = push.kind === 'text' ? await chosenValue(db, conversationId, push) : undefined;
    return entries.map(({ externalId, direction, activity }) => {
      const said = chosen === undefined ? activity : { ...activity, text: chosen };
      const sender = direction === 'inbound' ? 'customer' : 'system';
      const full = addressed(said, push.from, `${settings.appId}:${push.from}`);
      return { conversationId, externalId, activity: full, direction, sender, openMs };
    });
  }
}
