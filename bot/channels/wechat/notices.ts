import type { Logger } from 'pino';
import type { Clock } from '#crm/clock.ts';
import type { Notices } from '#crm/consents/notices.ts';
import { inLanguage } from '#crm/localized.ts';
import type { Shop } from '#crm/shop/shop.ts';
import { replies } from '#dialogs/replies.ts';
import type { PlatformApi } from '../tencent/platformApi.ts';
import { PlatformRefusal } from '../tencent/refusals.ts';
import { channelId } from './channelId.ts';
import type { NoticeTemplate, WechatSettings } from './settings.ts';

/** What notices need. */
export interface NoticeParts {
  settings: Pick<WechatSettings, 'notices'>;
  api: PlatformApi;
  notices: Notices;
  shop: Pick<Shop, 'profile'>;
  clock: Clock;
  logger: Logger;
}

/**
 * Tells customers that something waits where no message may be sent: by a notice that they agreed to, else by a service
 * template; once, until they come back. No words of the conversation are in it.
 */
export class WechatNotices {
  readonly #parts: NoticeParts;

  constructor(parts: NoticeParts) {
    this.#parts = parts;
  }

  /** Never throws: a notice that does not go out leaves the message waiting, as it was. */
  async offer(openid: string, locale?: string): Promise<void> {
    const { settings, notices, logger } = this.#parts;
    const { subscription, template } = settings.notices;
    const to = { channel: channelId, account: openid };
    if ((!subscription && !template) || (await notices.wasTold(to))) return;
    try {
      if (subscription && (await notices.take(to, subscription.id))) {
        if (await this.#send('/cgi-bin/message/subscribe/bizsend', openid, subscription, locale)) return;
      }
      if (template) await this.#send('/cgi-bin/message/template/send', openid, template, locale);
    } catch (fault) {
      logger.warn({ reason: (fault as Error).message }, 'a notice of WeChat did not go out');
    }
  }

  async #send(path: string, openid: string, template: NoticeTemplate, locale?: string): Promise<boolean> {
    const { api, notices, logger } = this.#parts;
    const to = { channel: channelId, account: openid };
    const data = await this.#data(template, locale?.startsWith('en') ? 'en' : 'zh');
    try {
      const said = await api.call(path, { touser: openid, template_id: template.id, data });
      await notices.sent(to, template.id, said.msgid === undefined ? null : String(said.msgid));
      return true;
    } catch (fault) {
      if (!(fault instanceof PlatformRefusal)) throw fault;
      if (fault.meaning === 'refusedNotice') await notices.noneLeft(to, template.id);
      else if (path.endsWith('bizsend')) await notices.giveBack(to, template.id);
      logger.warn({ code: fault.code, reason: fault.message }, 'WeChat did not take a notice');
      return false;
    }
  }

  async #data({ fields }: NoticeTemplate, language: 'zh' | 'en') {
    const { shop, clock } = this.#parts;
    const { name, zone } = await shop.profile();
    const time = new Intl.DateTimeFormat('zh-CN', { timeZone: zone, dateStyle: 'long', timeStyle: 'short' });
    const words = {
      // Fields named thing hold 20 characters.
      text: [...replies[language].somethingWaits].slice(0, 20).join(''),
      time: time.format(clock.now()),
      shop: [...inLanguage(name, language)].slice(0, 20).join(''),
    };
    return Object.fromEntries(Object.entries(fields).map(([key, what]) => [key, { value: words[what] }]));
  }
}
