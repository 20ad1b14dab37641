import type { Logger } from 'pino';
import type { Services } from '#crm/services.ts';
import type { PlatformApi } from '../tencent/platformApi.ts';
import { PlatformRefusal } from '../tencent/refusals.ts';
import type { KfAddress } from './channelId.ts';
import type { KfCodes } from './codes.ts';
import { wrongTransition } from './errcodes.ts';
import type { KfSettings } from './settings.ts';

/** What sessions need. */
export interface SessionParts {
  settings: Pick<KfSettings, 'servicer'>;
  api: PlatformApi;
  codes: KfCodes;
  conversations: Pick<Services['conversations'], 'otherDesk'>;
  now(): number;
  logger: Logger;
}

/** WeCom's states of a session (developer.work.weixin.qq.com/document/path/94669): who speaks. */
const states = { fresh: 0, bot: 1, queue: 2, person: 3, over: 4 } as const;

/** Who speaks in a session of 微信客服: the bot, or people at WeCom's own desk. */
export class KfSessions {
  readonly #parts: SessionParts;

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  /**
   * The customer goes to WeCom's own desk, and the bot is silent from then on. Where WeCom has nobody to give them to, they wait at
   * ours. Throws PlatformRefusal, PlatformSilent where it is worth another try.
   */
  async handOver(conversationId: string, to: KfAddress): Promise<void> {
    const { settings, api, codes, now, logger } = this.#parts;
    const { servicer } = settings;
    const session = { open_kfid: to.openKfId, external_userid: to.externalUserId };
    const wanted = servicer
      ? { service_state: states.person, servicer_userid: servicer }
      : { service_state: states.queue };
    try {
      const said = await api.call('/cgi-bin/kf/service_state/trans', { ...session, ...wanted });
      if (typeof said.msg_code === 'string' && said.msg_code)
        await codes.keep(conversationId, said.msg_code, servicer ? 'person' : 'queue', new Date(now()));
    } catch (fault) {
      if (!(fault instanceof PlatformRefusal) || ['busy', 'token', 'rate'].includes(fault.meaning)) throw fault;
      const there = fault.code === wrongTransition && (await this.#isThere(session));
      if (!there) {
        logger.error(
          { code: fault.code, reason: fault.message },
          'WeCom’s desk did not take a customer; they wait at ours',
        );
        return;
      }
    }
    await this.taken(conversationId, servicer);
  }

  /** People at WeCom's desk have it. */
  async taken(conversationId: string, servicer?: string): Promise<void> {
    await this.#parts.conversations.otherDesk(conversationId, { state: 'accepted', message: servicer, unasked: true });
  }

  /** Their talk is over; the customer is asked how it was. */
  async ended(conversationId: string, servicer?: string): Promise<void> {
    await this.#parts.conversations.otherDesk(conversationId, { state: 'completed', message: servicer, ended: true });
  }

  async #isThere(session: object): Promise<boolean> {
    const { service_state } = await this.#parts.api.call('/cgi-bin/kf/service_state/get', session);
    return service_state === states.queue || service_state === states.person;
  }
}
