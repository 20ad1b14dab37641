import type { Logger } from 'pino';
import type { Notices } from '#crm/consents/notices.ts';
import type { Allowance, MessageBudget } from '#crm/conversations/messageBudget.ts';
import type { Database } from '#prisma/client.ts';
import type { OpenRequests } from '../../turns/openRequests.ts';
import type { Turns } from '../../turns/turns.ts';
import { chosenValue } from '../choices.ts';
import type { PlatformConversations } from '../tencent/conversations.ts';
import { uploadIdOf } from '../tencent/files.ts';
import type { PlatformMedia } from '../tencent/media.ts';
import type { PlatformPeople } from '../tencent/people.ts';
import { channelId } from './channelId.ts';
import type { WechatDesk } from './desk.ts';
import { addressed, type Incoming, incomingOf, type Trigger, triggerOf } from './incoming.ts';
import type { PassiveAnswers } from './passive.ts';
import type { Pushed } from './pushes.ts';
import type { WechatSending } from './sending.ts';
import type { WechatSettings } from './settings.ts';

/** What the reception needs. */
export interface ReceptionParts {
  settings: Pick<WechatSettings, 'appId' | 'messagesPerMessage'>;
  db: Database;
  turns: Turns;
  requests: OpenRequests;
  conversations: PlatformConversations;
  budget: MessageBudget;
  notices: Notices;
  media: PlatformMedia;
  sending: WechatSending;
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
const minuteMs = 60_000;

/** Takes what WeChat pushes: once, in order, and answers it where the reply is ready in time (DESIGN section 4.2). */
export class Reception {
  readonly #parts: ReceptionParts;
  readonly #allowances: Record<Trigger, Allowance>;

  constructor(parts: ReceptionParts) {
    this.#parts = parts;
    const soon = { messages: 3, ms: minuteMs };
    const message = { messages: parts.settings.messagesPerMessage, ms: 48 * 60 * minuteMs };
    this.#allowances = { message, menu: soon, subscribe: soon, scan: soon };
  }

  /** Stores a push and lets its turns begin. Returns the answer in XML, or null: nothing to say now. Durable when it returns. */
  async take(push: Pushed): Promise<string | null> {
    if (await this.#noted(push)) return null;
    const entries = incomingOf(push, uploadIdOf(push));
    if (entries.length === 0) return null;
    const stored = this.#parts.turns.pressing.begin();
    try {
      return await this.#takeAll(push, entries, stored);
    } finally {
      stored();
    }
  }

  async #takeAll(push: Pushed, entries: Incoming[], stored: () => void): Promise<string | null> {
    const { media, budget } = this.#parts;
    const trigger = triggerOf(push);
    const of = { channel: channelId, account: push.from };
    const counts = trigger && !this.#parts.sending.passiveOnly;
    const [conversationId] = await Promise.all([
      this.#keep(push.from),
      counts && budget.opened(of, trigger, push.id, this.#allowances[trigger], push.at),
    ]);
    if (push.kind === 'file') await media.expect(uploadIdOf(push), conversationId, push.file);
    const chosen = push.kind === 'text' ? await chosenValue(this.#parts.db, conversationId, push) : undefined;
    let answer: string | null = null;
    const holds = this.#parts.passive.holds && entries.length === 1 && push.kind !== 'unsubscribe';
    for (const entry of entries) {
      const activity = chosen === undefined ? entry.activity : { ...entry.activity, text: chosen };
      answer = await this.#receive(push, conversationId, { ...entry, activity }, { holds, stored });
    }
    return answer;
  }

  async #receive(
    push: Pushed,
    conversationId: string,
    entry: Incoming,
    { holds, stored }: { holds: boolean; stored(): void },
  ): Promise<string | null> {
    const { turns, settings, passive } = this.#parts;
    const holdMs = this.#parts.holdMs ?? 4000;
    const address = `${settings.appId}:${push.from}`;
    const incoming = {
      conversationId,
      externalId: entry.externalId,
      activity: addressed(entry.activity, push.from, address),
      openMs: holds ? holdMs + graceMs : undefined,
    };
    const sender = entry.direction === 'inbound' ? 'customer' : 'system';
    const kind = { direction: entry.direction, sender };
    const received = await turns.receive(incoming, kind);
    if (holds) stored();
    // The push comes again, and then the conversation is made anew.
    if (!received) throw new Error('The conversation was removed while a message for it came in.');
    if (received.repeated) return passive.before(push, conversationId, received.id);
    const settled = received.settled.catch(() => undefined);
    // Once the turn is over, there is a record of who wrote.
    if (entry.direction === 'inbound') void settled.then(() => this.#parts.people.meet(push.from));
    if (!received.open) {
      this.#typeUnless(settled, push.from);
      return passive.transfer(push, conversationId);
    }
    await Promise.race([settled, pause(holdMs)]);
    const answer = await passive.now(push, conversationId, received.id);
    if (answer === null) await this.#parts.requests.letGo(conversationId, received.id);
    return answer;
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
