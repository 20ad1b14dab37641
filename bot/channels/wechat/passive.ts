import type { OpenRequests } from '../../turns/openRequests.ts';
import type { Json } from '../../turns/turn.ts';
import { linked } from '../linked.ts';
import type { Links } from '../presenting.ts';
import type { PlatformMedia } from '../tencent/media.ts';
import type { WechatDesk } from './desk.ts';
import { isPassive, type PassiveMessage, passiveAnswer, type WechatMessage } from './messages.ts';
import { presented, presentedPassively, taken } from './presentation.ts';
import type { Pushed } from './pushes.ts';
import type { WechatSending } from './sending.ts';
import type { WechatSettings } from './settings.ts';

/** What answers to pushes need. */
export interface PassiveParts {
  settings: Pick<WechatSettings, 'replies' | 'deskAccount'>;
  publicUrl: string | undefined;
  /** How a person opens what lies here. */
  linksFor(openid: string): Links;
  requests: OpenRequests;
  sending: WechatSending;
  media: PlatformMedia;
  desk: WechatDesk;
  now(): number;
}

/** What customers write; events are never for WeChat's people. */
const messages = ['text', 'file', 'location', 'link'];

/** What a push is answered with, where its reply is ready while WeChat waits. */
export class PassiveAnswers {
  readonly #parts: PassiveParts;

  constructor(parts: PassiveParts) {
    this.#parts = parts;
  }

  /** Whether a push may be held for its answer. */
  get holds(): boolean {
    return this.#parts.settings.replies !== 'service' || this.#parts.desk.takes;
  }

  /**
   * The replies as the answer: one text, article, picture or voice (an account without other messages: the first of them, the rest
   * waits), or that WeChat's own people take it. Null: nothing, the replies are to be delivered.
   */
  async now(push: Pushed, conversationId: string, entryId: string): Promise<string | null> {
    const { settings, requests, sending, publicUrl, linksFor } = this.#parts;
    const links = linksFor(push.from);
    const transfer = await this.transfer(push, conversationId);
    if (transfer) {
      await requests.letGo(conversationId, entryId);
      return transfer;
    }
    if (settings.replies === 'service') return null;
    const { passiveOnly } = sending;
    const waiting = await requests.waiting(conversationId, passiveOnly);
    if (waiting.length === 0) return null;
    const fresh = await Promise.all(
      waiting.filter(({ rest }) => !rest).map(({ activity }) => linked(activity, links, taken)),
    );
    const left = waiting.flatMap(({ rest }) => (rest ?? []) as unknown as WechatMessage[]);
    const shown = passiveOnly
      ? presentedPassively(fresh, publicUrl)
      : presented(fresh, { menus: sending.menus, publicUrl });
    const [first, ...rest] = [...left, ...shown.messages];
    if (!first || !isPassive(first) || (rest.length > 0 && !passiveOnly)) return null;
    const mediaId = await this.#mediaIdOf(first);
    if (mediaId === null) return null;
    const response = { message: first, mediaId };
    const form = shown.numbered ? 'numbered' : null;
    const ids = waiting.map(({ id }) => id);
    const claimed = await requests.claim(entryId, ids, response, { form, rest: rest as unknown as Json[] });
    return claimed ? this.#xml(push, first, mediaId) : null;
  }

  /** A push that came before is answered as it was then. */
  async before(push: Pushed, conversationId: string, entryId: string): Promise<string | null> {
    const kept = await this.#parts.requests.responseOf(entryId);
    const { message, mediaId } = (kept ?? {}) as { message?: PassiveMessage; mediaId?: string };
    return message ? this.#xml(push, message, mediaId) : this.transfer(push, conversationId);
  }

  /** The answer that gives a message to WeChat's people; null: it is not for them. */
  async transfer(push: Pushed, conversationId: string): Promise<string | null> {
    const { settings, desk } = this.#parts;
    if (!messages.includes(push.kind) || !(await desk.isFor(conversationId))) return null;
    await desk.taken(conversationId);
    return this.#xml(push, { type: 'transfer', account: settings.deskAccount });
  }

  /** Undefined: it needs none. Null: WeChat did not take the file in time, so that it is sent later. */
  async #mediaIdOf(message: PassiveMessage): Promise<string | undefined | null> {
    if (message.type !== 'image' && message.type !== 'voice') return undefined;
    return this.#parts.media.idOf(message.type, message.file).catch(() => null);
  }

  #xml(push: Pushed, message: PassiveMessage, mediaId?: string): string {
    return passiveAnswer(push, message, this.#parts.now(), mediaId);
  }
}
