import type { Services } from '#crm/services.ts';
import type { Database } from '#prisma/client.ts';
import type { WechatSettings } from './settings.ts';

/** What handing over needs. */
export interface WechatDeskParts {
  settings: Pick<WechatSettings, 'desk'>;
  db: Database;
  conversations: Pick<Services['conversations'], 'otherDesk'>;
}

const holderOf = `SELECT "holder"::text, "staffId" FROM "Conversation" WHERE "id" = $1::uuid`;

/**
 * WeChat's own desk (…/guide/product/kf/forwarding.html): a message of the customer is answered with "this one is yours", and once one of
 * WeChat's people has accepted, messages do not come to us any more until they close the session.
 */
export class WechatDesk {
  readonly #parts: WechatDeskParts;

  constructor(parts: WechatDeskParts) {
    this.#parts = parts;
  }

  /** Whether customers who ask for a person go to it. */
  get takes(): boolean {
    return this.#parts.settings.desk === 'wechat';
  }

  /** Whether a message that came now is for WeChat's people: the customer waits for a person, or they have them already. */
  async isFor(conversationId: string): Promise<boolean> {
    if (!this.takes) return false;
    const [row] = await this.#parts.db.query('wechat_holder', holderOf, [conversationId]);
    return row?.holder === 'queue' || (row?.holder === 'person' && row.staffId === null);
  }

  /** The customer goes over; the bot is silent from then on. Told twice, nothing changes. */
  async taken(conversationId: string, person?: string): Promise<void> {
    await this.#parts.conversations.otherDesk(conversationId, { state: 'accepted', message: person, unasked: true });
  }

  /** Their talk is over; the customer is asked how it was. */
  async ended(conversationId: string, person?: string): Promise<void> {
    await this.#parts.conversations.otherDesk(conversationId, { state: 'completed', message: person, ended: true });
  }
}
