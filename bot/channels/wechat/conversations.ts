import { v7 } from 'uuid';
import type { Database } from '#prisma/client.ts';

/** The channel's id in the database and in activities. */
export const channelId = 'wechat';

const find = `SELECT "id" FROM "Conversation" WHERE "channel" = 'wechat' AND "externalId" = $1::text`;

const make = `
INSERT INTO "Conversation" ("id", "channel", "externalId", "userId") VALUES ($1::uuid, 'wechat', $2::text, $3::text)
ON CONFLICT ("channel", "externalId") DO UPDATE SET "userId" = excluded."userId" RETURNING "id"`;

const mostRemembered = 10_000;

/** The conversations of an account: one with each person. */
export class WechatConversations {
  readonly #db: Database;
  readonly #appId: string;
  readonly #openids = new Map<string, string>();

  constructor(db: Database, appId: string) {
    this.#db = db;
    this.#appId = appId;
  }

  /** The id of the conversation with a person; made at the first contact, and anew once the person was erased. */
  async keep(openid: string): Promise<string> {
    const externalId = `${this.#appId}:${openid}`;
    const [found] = await this.#db.query('wechat_find', find, [externalId]);
    const [row] = found ? [found] : await this.#db.query('wechat_make', make, [v7(), externalId, openid]);
    const id = row!.id as string;
    if (this.#openids.size >= mostRemembered) this.#openids.clear();
    this.#openids.set(id, openid);
    return id;
  }

  /** Whom a conversation is with, if it was spoken in lately. */
  openidOf(conversationId: string): string | undefined {
    return this.#openids.get(conversationId);
  }
}
