import type { Activity } from 'botbuilder';
import type { MessageBudget } from '#crm/conversations/messageBudget.ts';
import type { Services } from '#crm/services.ts';
import type { Database } from '#prisma/client.ts';
import { botAccount } from '../../turns/reply.ts';
import type { Turns } from '../../turns/turns.ts';
import { chosenValue } from '../choices.ts';
import { uploadPath } from '../directLine/presenter.ts';
import type { PlatformConversations } from '../tencent/conversations.ts';
import { fileOf, uploadIdOf } from '../tencent/files.ts';
import type { PlatformMedia } from '../tencent/media.ts';
import type { PlatformPeople } from '../tencent/people.ts';
import { accountOf, channelId } from './channelId.ts';
import type { KfCodes } from './codes.ts';
import type { KfFailures } from './failures.ts';
import type { KfItem } from './items.ts';
import type { KfSessions } from './sessions.ts';
import type { KfSettings } from './settings.ts';

/** What the reception needs. */
export interface KfReceptionParts {
  settings: Pick<KfSettings, 'messagesPerMessage'>;
  db: Database;
  turns: Turns;
  conversations: PlatformConversations;
  services: Pick<Services, 'conversations'>;
  budget: MessageBudget;
  codes: KfCodes;
  sessions: KfSessions;
  failures: KfFailures;
  people: PlatformPeople;
  media: PlatformMedia;
}

const twoDaysMs = 48 * 3600_000;

/** Takes what was read of a 微信客服 account into the conversations, once. */
export class KfReception {
  readonly #parts: KfReceptionParts;

  constructor(parts: KfReceptionParts) {
    this.#parts = parts;
  }

  /** Stores an item and lets its turn begin. Durable when it returns; told twice, nothing happens twice. */
  async take(item: KfItem): Promise<void> {
    const account = accountOf(item);
    if (item.kind === 'other') return;
    if (item.kind === 'sendFailed') return this.#parts.failures.record(item, item.messageId, item.reason);
    const conversationId = await this.#parts.conversations.keep(account, account);
    switch (item.kind) {
      case 'entered':
        return this.#entered(item, conversationId);
      case 'saidElsewhere':
        return this.#parts.services.conversations.saidElsewhere(conversationId, {
          externalId: `msg:${item.id}`,
          name: item.servicer,
          text: item.text,
          at: item.at,
        });
      case 'sessionChanged':
        return this.#sessionChanged(item, conversationId);
      default:
        return this.#said(item, conversationId);
    }
  }

  async #said(item: KfItem, conversationId: string): Promise<void> {
    const { settings, db, budget, media } = this.#parts;
    const of = { channel: channelId, account: accountOf(item) };
    const uploadId = uploadIdOf({ from: of.account, id: item.id, at: item.at });
    if (item.kind === 'file') await media.expect(uploadId, conversationId, item.file);
    const allowance = { messages: settings.messagesPerMessage, ms: twoDaysMs };
    await budget.opened(of, 'message', item.id, allowance, item.at);
    const chosen = item.kind === 'text' ? await chosenValue(db, conversationId, item) : undefined;
    const said = saidIn(item, uploadId);
    await this.#receive(item, conversationId, 'inbound', chosen === undefined ? said : { ...said, text: chosen });
  }

  /** Somebody opened the chat: greeted where WeCom lets us, and what the link was made for is said for them. */
  async #entered(item: KfItem & { kind: 'entered' }, conversationId: string): Promise<void> {
    const { code, words } = item;
    if (code) await this.#parts.codes.keep(conversationId, code, 'welcome', item.at);
    // Only one message may be sent before they write: the answer to what the link says, else the greeting.
    if (words) return this.#receive(item, conversationId, 'inbound', { type: 'message', text: words });
    if (!code) return;
    const membersAdded = [{ id: accountOf(item), name: '' }];
    await this.#receive(item, conversationId, 'internal', { type: 'conversationUpdate', membersAdded });
  }

  async #sessionChanged(item: KfItem & { kind: 'sessionChanged' }, conversationId: string): Promise<void> {
    const { codes, sessions } = this.#parts;
    const { change, code, servicer } = item;
    if (code) await codes.keep(conversationId, code, change === 'ended' ? 'end' : 'person', item.at);
    if (change === 'ended') await sessions.ended(conversationId, servicer);
    else await sessions.taken(conversationId, servicer);
  }

  async #receive(
    item: KfItem,
    conversationId: string,
    direction: 'inbound' | 'internal',
    activity: Partial<Activity>,
  ): Promise<void> {
    const account = accountOf(item);
    const addressed = {
      ...activity,
      channelId,
      serviceUrl: 'urn:zhiyin:wecom',
      conversation: { id: account },
      from: { id: account, name: '', role: 'user' },
      recipient: botAccount,
    } as Partial<Activity>;
    const sender = direction === 'inbound' ? 'customer' : 'system';
    const incoming = { conversationId, externalId: `msg:${item.id}`, activity: addressed };
    const received = await this.#parts.turns.receive(incoming, { direction, sender });
    // It is read again, and then the conversation is made anew.
    if (!received) throw new Error('The conversation was removed while a message for it came in.');
    // Once the turn is over, there is a record of who wrote.
    if (direction === 'inbound') void received.settled.then(() => this.#parts.people.meet(account));
  }
}

/** What a customer said as an activity. */
function saidIn(item: KfItem, uploadId: string): Partial<Activity> {
  switch (item.kind) {
    case 'text':
      return { type: 'message', text: item.text };
    case 'file':
      return { type: 'message', text: '', attachments: [{ ...fileOf(item.file), contentUrl: uploadPath(uploadId) }] };
    case 'location': {
      const { latitude, longitude, label } = item;
      const place = { type: 'GeoCoordinates', latitude, longitude, name: label };
      return { type: 'message', text: label || `${latitude}, ${longitude}`, entities: [place] };
    }
    case 'link':
      return { type: 'message', text: [item.title, item.url].filter(Boolean).join('\n') };
    default:
      return { type: 'message', text: '' };
  }
}
