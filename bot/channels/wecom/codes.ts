import type { Clock } from '#crm/clock.ts';
import type { Database } from '#prisma/client.ts';

/** What a code was given for: somebody came in, waits in WeCom's queue, was taken by a person, or was said goodbye to. */
export type Occasion = 'welcome' | 'queue' | 'person' | 'end';

const twentySeconds = 20_000;
const twoDays = 48 * 3600_000;
/** How long each holds (developer.work.weixin.qq.com/document/path/95122). */
const lives: Record<Occasion, number> = { welcome: twentySeconds, queue: twoDays, person: twoDays, end: twentySeconds };

const use = `
UPDATE "KfCode" SET "usedFor" = $2::text WHERE "code" = (
  SELECT "code" FROM "KfCode" WHERE "conversationId" = $1::uuid AND "endsAt" > $3::timestamptz
    AND ("usedFor" IS NULL OR "usedFor" = $2::text)
  ORDER BY ("usedFor" IS NULL), "endsAt" LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING "code", "occasion"`;

/** Codes by each of which one message may be sent, whatever the budget says. */
export class KfCodes {
  readonly #db: Database;
  readonly #clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /** Keeps a code that was given out at a time. Told twice, it is one. Those of before that are over go. */
  async keep(conversationId: string, code: string, occasion: Occasion, at: Date): Promise<void> {
    const endsAt = new Date(at.getTime() + lives[occasion]);
    const over = { conversationId, endsAt: { lt: this.#clock.now() } };
    await this.#db.client.kfCode.deleteMany({ where: over });
    await this.#db.client.kfCode.createMany({
      data: [{ code, conversationId, occasion, endsAt }],
      skipDuplicates: true,
    });
  }

  /** Takes a code for a message; the same one for the same message. Undefined: there is none. */
  async use(conversationId: string, messageId: string): Promise<{ code: string; occasion: Occasion } | undefined> {
    const [row] = await this.#db.query('kf_use_code', use, [conversationId, messageId, this.#clock.now()]);
    return row && { code: row.code as string, occasion: row.occasion as Occasion };
  }
}
