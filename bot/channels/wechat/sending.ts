import type { Activity } from 'botbuilder';
import type { Logger } from 'pino';
import type { MessageBudget } from '#crm/conversations/messageBudget.ts';
import { type DeliveryEntry, DeliveryHeld, DeliveryRefused, type Shown } from '../channel.ts';
import { labelsOf, numberedText } from '../choices.ts';
import { sendCounted } from '../counted.ts';
import { linked } from '../linked.ts';
import type { Links } from '../presenting.ts';
import { deliveryFault } from '../tencent/deliveryFaults.ts';
import type { PlatformMedia } from '../tencent/media.ts';
import type { PlatformApi } from '../tencent/platformApi.ts';
import { PlatformRefusal } from '../tencent/refusals.ts';
import { channelId } from './channelId.ts';
import { customMessage, type WechatMessage } from './messages.ts';
import type { WechatNotices } from './notices.ts';
import { presented, taken } from './presentation.ts';
import type { WechatSettings } from './settings.ts';
import { splitText } from './splitting.ts';

/** What sending needs. */
export interface SendingParts {
  settings: Pick<WechatSettings, 'replies' | 'menus'>;
  publicUrl: string | undefined;
  /** How a person opens what lies here. */
  linksFor(openid: string): Links;
  api: PlatformApi;
  media: PlatformMedia;
  notices: WechatNotices;
  budget: MessageBudget;
  logger: Logger;
}

const path = '/cgi-bin/message/custom/send';

/** Sends what was committed as customer-service messages. */
export class WechatSending {
  readonly #parts: SendingParts;
  /** What the account turned out not to have. */
  #menus: boolean;
  #passiveOnly: boolean;

  constructor(parts: SendingParts) {
    this.#parts = parts;
    this.#menus = parts.settings.menus;
    this.#passiveOnly = parts.settings.replies === 'passive';
  }

  /** Whether only the answer to a push gets through. */
  get passiveOnly(): boolean {
    return this.#passiveOnly;
  }

  /** Whether choices can be sent as a menu. */
  get menus(): boolean {
    return this.#menus;
  }

  /** See Channel.deliver. */
  async deliver({ conversation, activity, following = [], kind = 'answer', rest }: DeliveryEntry): Promise<Shown> {
    if (!conversation.userId) throw new DeliveryRefused('It is not known who this conversation is with.');
    if (this.#passiveOnly) throw new DeliveryHeld('passive');
    const { publicUrl, linksFor, budget, notices } = this.#parts;
    const openid = conversation.userId;
    const links = linksFor(openid);
    const reachable = await Promise.all([activity, ...following].map((each) => linked(each, links, taken)));
    const shown = presented(reachable, { menus: this.#menus, publicUrl });
    const messages = rest ? (rest as unknown as WechatMessage[]) : shown.messages;
    let numbered = shown.numbered && !rest;
    const last = following.at(-1) ?? activity;
    const send = async (message: WechatMessage) => {
      const asText = message.type === 'menu' && !this.#menus ? withoutMenu(message, last) : message;
      const form = await this.#send(openid, asText, last);
      if (asText !== message || form === 'numbered') numbered = true;
    };
    try {
      await sendCounted(budget, { to: { channel: channelId, account: openid }, kind, messages, send });
    } catch (fault) {
      if (fault instanceof DeliveryHeld && kind === 'answer') await notices.offer(openid, activity.locale);
      throw fault;
    }
    return numbered ? { form: 'numbered' } : undefined;
  }

  async #send(openid: string, message: WechatMessage, last: Partial<Activity>): Promise<'numbered' | undefined> {
    try {
      await this.#post(openid, message, false);
    } catch (fault) {
      if (!(fault instanceof PlatformRefusal)) throw fault;
      if (fault.meaning === 'menus' && message.type === 'menu') {
        // 40200: the kind of account has none, and will have none. 45098: this one is too long.
        if (fault.code === 40200) this.#menus = false;
        await this.#post(openid, withoutMenu(message, last), false).catch(this.#translate);
        return 'numbered';
      }
      if (fault.meaning === 'media' && 'file' in message)
        await this.#post(openid, message, true).catch(this.#translate);
      else this.#translate(fault);
    }
    return undefined;
  }

  async #post(openid: string, message: WechatMessage, anew: boolean): Promise<void> {
    const { api, media } = this.#parts;
    const mediaId = 'file' in message ? await this.#mediaId(media, message, anew) : undefined;
    await api.call(path, customMessage(openid, message, mediaId));
  }

  async #mediaId(media: PlatformMedia, message: WechatMessage & { file: string }, anew: boolean): Promise<string> {
    try {
      return await media.idOf(message.type as 'image', message.file, anew);
    } catch (fault) {
      if ((fault as { code?: string }).code === 'ENOENT') throw new DeliveryRefused('The file is not here any more.');
      throw fault;
    }
  }

  /** What a refusal means for the delivery. */
  readonly #translate = (fault: unknown): never => {
    if (!(fault instanceof PlatformRefusal)) throw fault;
    if (fault.meaning === 'passiveOnly') this.#passiveOnly = true;
    throw deliveryFault(fault, this.#parts.logger);
  };
}

/** A menu as a numbered text that is one message. */
function withoutMenu(menu: WechatMessage & { type: 'menu' }, last: Partial<Activity>): WechatMessage {
  return { type: 'text', text: splitText(numberedText(menu.head, menu.choices, labelsOf(last), last.locale))[0] ?? '' };
}
