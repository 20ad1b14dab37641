import type { Logger } from 'pino';
import type { Notices } from '#crm/consents/notices.ts';
import type { MessageBudget } from '#crm/conversations/messageBudget.ts';
import type { OpenRequests } from '../../turns/openRequests.ts';
import type { Received } from '../../turns/turn.ts';
import type { Turns } from '../../turns/turns.ts';
import type { PlatformConversations } from '../tencent/conversations.ts';
import { uploadIdOf } from '../tencent/files.ts';
import type { PlatformPeople } from '../tencent/people.ts';
import { channelId } from './channelId.ts';
import type { WechatDesk } from './desk.ts';
import { type Incoming, incomingOf } from './incoming.ts';
import type { PassiveAnswers } from './passive.ts';
import type { Pushed } from './pushes.ts';
import type { PushStore, StoredPush } from './pushStore.ts';
import type { WechatSettings } from './settings.ts';

/** What the reception needs. */
export interface ReceptionParts {
  settings: Pick<WechatSettings, 'appId'>;
  turns: Turns;
  requests: OpenRequests;
  conversations: PlatformConversations;
  budget: MessageBudget;
  notices: Notices;
  store: PushStore;
  people: PlatformPeople;
  passive: PassiveAnswers;
  desk: WechatDesk;
  /** Shows the person that an answer is being written. */
  type(openid: string): void;
  /** Somebody stopped following. */
  farewell(openid: string, conversationId: string): Promise<void>;
  now(): number;
  logger: Logger;
  /** How long a push may be held for its answer, in ms; WeChat waits five seconds. */
  holdMs?: number;
}

/** How much longer the reply is kept for the open request than that waits for it. */
const graceMs = 500;
const typingAfterMs = 1000;

/** Takes what WeChat pushes: once, in order, and answers it where the reply is ready in time (DESIGN section 4.2). */
export class Reception {
  readonly #parts: ReceptionParts;

  constructor(parts: ReceptionParts) {
    this.#parts = parts;
  }

  /** Stores a push and lets its turns begin. Returns the answer in XML, or null: nothing to say now. Durable when it returns. */
  async take(push: Pushed): Promise<string | null> {
    if (await this.#noted(push)) return null;
    const entries = incomingOf(push, uploadIdOf(push));
    if (entries.length === 0) return null;
    const { conversationId, received } = await this.#keepPush(push, entries);
    let answer: string | null = null;
    for (const [place, each] of received.entries()) {
      // The push comes again, and then the conversation is made anew.
      if (!each) throw new Error('The conversation was removed while a message for it came in.');
      answer = await this.#answer(push, conversationId, each, entries[place]!.direction);
    }
    return answer;
  }

  async #keepPush(push: Pushed, entries: Incoming[]): Promise<StoredPush> {
    const holds = this.#parts.passive.holds && entries.length === 1 && push.kind !== 'unsubscribe';
    const stored = this.#parts.turns.pressing.begin();
    try {
      const openMs = holds ? this.#holdMs + graceMs : undefined;
      return await this.#parts.store.keep({ push, entries, openMs });
    } finally {
      stored();
    }
  }

  async #answer(push: Pushed, conversationId: string, received: Received, direction: string): Promise<string | null> {
    const { passive } = this.#parts;
    if (received.repeated) return passive.before(push, conversationId, received.id);
    const settled = received.settled.catch(() => undefined);
    // Once the turn is over, there is a record of who wrote.
    if (direction === 'inbound') void settled.then(() => this.#parts.people.meet(push.from));
    if (!received.open) {
      this.#typeUnless(settled, push.from);
      return passive.transfer(push, conversationId);
    }
    await Promise.race([settled, pause(this.#holdMs)]);
    const answer = await passive.now(push, conversationId, received.id);
    if (answer === null) await this.#parts.requests.letGo(conversationId, received.id);
    return answer;
  }

  get #holdMs(): number {
    return this.#parts.holdMs ?? 4000;
  }

  /** What is no part of the conversation: what became of notices, who is gone. True: nothing more is to be done. */
  async #noted(push: Pushed): Promise<boolean> {
    const { notices, budget } = this.#parts;
    const of = { channel: channelId, account: push.from };
    switch (push.kind) {
      case 'noticeSent':
        await notices.outcome(
          channelId,
          push.messageId,
          push.status === 'success' ? 'delivered' : 'failed',
          push.status,
        );
        return true;
      case 'noticeChoice':
        for (const { templateId, accepted } of push.choices) await notices.chosen(of, templateId, accepted);
        return true;
      case 'desk': {
        const { desk } = this.#parts;
        const conversationId = await this.#keep(push.from);
        if (push.change === 'taken') await desk.taken(conversationId, push.person);
        else await desk.ended(conversationId, push.person);
        return true;
      }
      case 'unsubscribe':
        await budget.corrected(of, 'left');
        await this.#parts.farewell(push.from, await this.#keep(push.from));
        return false;
      default:
        return false;
    }
  }

  #keep(openid: string): Promise<string> {
    return this.#parts.conversations.keep(`${this.#parts.settings.appId}:${openid}`, openid);
  }

  #typeUnless(settled: Promise<unknown>, openid: string): void {
    const timer = setTimeout(() => this.#parts.type(openid), typingAfterMs);
    timer.unref();
    void settled.finally(() => clearTimeout(timer));
  }
}

const pause = (ms: number) =>
  new Promise<void>((done) => {
    setTimeout(done, ms).unref();
  });
