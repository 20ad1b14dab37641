import type { Activity } from 'botbuilder';
import type { Logger } from 'pino';
import type { MessageBudget } from '#crm/conversations/messageBudget.ts';
import type { Json } from '../../turns/turn.ts';
import { DeliveryDeferred, type DeliveryEntry, DeliveryHeld, DeliveryRefused, type Shown } from '../channel.ts';
import { sendCounted } from '../counted.ts';
import { linked } from '../linked.ts';
import type { Links } from '../presenting.ts';
import { deliveryFault } from '../tencent/deliveryFaults.ts';
import type { PlatformMedia } from '../tencent/media.ts';
import type { PlatformApi } from '../tencent/platformApi.ts';
import { PlatformRefusal } from '../tencent/refusals.ts';
import { addressIn, channelId, type KfAddress } from './channelId.ts';
import type { KfCodes } from './codes.ts';
import { type KfMessage, kfBody, messageIdOf, type Planned } from './messages.ts';
import { presented, taken } from './presentation.ts';
import type { KfSessions } from './sessions.ts';

/** What sending needs. */
export interface KfSendingParts {
  publicUrl: string | undefined;
  links: Links;
  api: PlatformApi;
  media: PlatformMedia;
  codes: KfCodes;
  sessions: KfSessions;
  budget: MessageBudget;
  logger: Logger;
}

interface Target extends KfAddress {
  conversationId: string;
  /** Whether a menu was sent as numbers. */
  numbered: boolean;
}

/**
 * Sends what was committed. What is sent is fixed first, each message with our own id: WeCom shows a message with the same id once,
 * so that whatever breaks may be tried again.
 */
export class KfSending {
  readonly #parts: KfSendingParts;

  constructor(parts: KfSendingParts) {
    this.#parts = parts;
  }

  /** See Channel.deliver. */
  async deliver(entry: DeliveryEntry): Promise<Shown> {
    const { conversation, activity, following = [], kind = 'answer', rest } = entry;
    const address = addressIn(conversation.userId ?? '');
    if (!address) throw new DeliveryRefused('It is not known who this conversation is with.');
    const { plan, numbered } = rest
      ? { plan: rest as unknown as Planned[], numbered: false }
      : await this.#plan(entry, [activity, ...following]);
    const to: Target = { ...address, conversationId: conversation.id, numbered };
    const open = plan.filter(({ sent }) => !sent);
    try {
      await sendCounted(this.#parts.budget, {
        to: { channel: channelId, account: conversation.userId! },
        kind,
        messages: open,
        free: (planned) => this.#free(to, planned),
        send: (planned) => this.#send(to, planned, Boolean(rest)),
      });
    } catch (fault) {
      throw withPlan(fault as Error, plan);
    }
    return to.numbered ? { form: 'numbered' } : undefined;
  }

  async #plan(entry: DeliveryEntry, activities: Partial<Activity>[]) {
    const { links, publicUrl } = this.#parts;
    const reachable = await Promise.all(activities.map((each) => linked(each, links, taken)));
    const { messages, numbered } = presented(reachable, publicUrl);
    const goesOver = activities.some(({ type, name }) => type === 'event' && name === 'handoff.initiate');
    const all: KfMessage[] = goesOver ? [{ type: 'handoff' }, ...messages] : messages;
    const plan: Planned[] = all.map((message, place) => ({ id: messageIdOf(entry.activity.id!, place), message }));
    await entry.fix?.(plan as unknown as Json[], numbered ? 'numbered' : undefined);
    return { plan, numbered };
  }

  /** The way to WeCom's desk, and one message by a code of an event. */
  async #free(to: Target, planned: Planned): Promise<boolean> {
    const { codes, sessions, logger } = this.#parts;
    const { id, message } = planned;
    if (message.type === 'handoff') {
      await sessions.handOver(to.conversationId, to).catch(this.#translate);
      planned.sent = true;
      return true;
    }
    if (message.type === 'file') return false;
    const found = await codes.use(to.conversationId, id);
    if (!found) return false;
    // Between WeCom's people only words are taken.
    const wordsOnly = found.occasion === 'queue' || found.occasion === 'person';
    const shown = message.type === 'menu' && wordsOnly ? asWords(message, to) : message;
    try {
      await this.#parts.api.call('/cgi-bin/kf/send_msg_on_event', {
        code: found.code,
        msgid: id,
        ...kfBody(shown as never),
      });
    } catch (fault) {
      if (isKnown(fault)) return sent(planned);
      if (!(fault instanceof PlatformRefusal) || ['busy', 'token', 'rate', 'settings'].includes(fault.meaning))
        return this.#translate(fault);
      logger.info({ code: fault.code, occasion: found.occasion }, 'WeCom did not take a code; it is sent as a message');
      return false;
    }
    return sent(planned);
  }

  async #send(to: Target, planned: Planned, again: boolean): Promise<void> {
    const { id, message } = planned;
    if (message.type === 'handoff') return;
    try {
      await this.#post(to, id, message, false);
    } catch (fault) {
      if (again && isKnown(fault)) return void sent(planned);
      if (!(fault instanceof PlatformRefusal)) throw unknown(fault);
      if (fault.meaning === 'menus' && message.type === 'menu')
        await this.#post(to, id, asWords(message, to), false).catch(this.#translate);
      else if (fault.meaning === 'media') await this.#post(to, id, message, true).catch(this.#translate);
      else {
        if (fault.meaning === 'elsewhere') await this.#parts.sessions.taken(to.conversationId);
        this.#translate(fault);
      }
    }
    sent(planned);
  }

  async #post(
    { openKfId, externalUserId }: KfAddress,
    msgid: string,
    message: KfMessage,
    anew: boolean,
  ): Promise<void> {
    if (message.type === 'handoff') return;
    const mediaId = message.type === 'file' ? await this.#mediaId(message, anew) : undefined;
    const to = { touser: externalUserId, open_kfid: openKfId, msgid };
    await this.#parts.api.call('/cgi-bin/kf/send_msg', { ...to, ...kfBody(message, mediaId) });
  }

  async #mediaId({ kind, file }: KfMessage & { type: 'file' }, anew: boolean): Promise<string> {
    try {
      return await this.#parts.media.idOf(kind, file, anew);
    } catch (fault) {
      if ((fault as { code?: string }).code === 'ENOENT') throw new DeliveryRefused('The file is not here any more.');
      throw fault;
    }
  }

  readonly #translate = (fault: unknown): never => {
    throw fault instanceof PlatformRefusal ? deliveryFault(fault, this.#parts.logger) : unknown(fault);
  };
}

/** A menu where only words are taken. */
function asWords(menu: KfMessage & { type: 'menu' }, to: Target): KfMessage {
  to.numbered = true;
  return { type: 'text', text: menu.instead };
}

/** WeCom has a message with this id already: the answer to the first attempt was lost. */
const isKnown = (fault: unknown): boolean => fault instanceof PlatformRefusal && /\bmsgid\b/i.test(fault.message);

/** It may have arrived, and counts once: it is tried again under the same id. */
const unknown = (fault: unknown): Error =>
  fault instanceof DeliveryRefused ? fault : new DeliveryDeferred((fault as Error).message, { cause: fault });

function sent(planned: Planned): true {
  planned.sent = true;
  return true;
}

/** A fault with what is left to be sent. What is not known to have arrived is tried again: it has the same id. */
function withPlan(fault: Error, plan: readonly Planned[]): Error {
  const rest = plan as unknown as Json[];
  if (fault instanceof DeliveryRefused) return fault;
  if (fault instanceof DeliveryHeld) return new DeliveryHeld(fault.message, { cause: fault, rest });
  const retryAfterMs = fault instanceof DeliveryDeferred ? fault.retryAfterMs : undefined;
  return new DeliveryDeferred(fault.message, { cause: fault, rest, retryAfterMs });
}
