import { z } from 'zod';
import { type Client, type Database, Prisma } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import type { Shop } from '../shop/shop.ts';
import { dayOf } from '../surveys/days/count.ts';
import { readTalks } from './readTalks.ts';
import { SILENCE_MS } from './split.ts';
import { store, takeBack } from './storeTalks.ts';
import { countDays, wrongDays } from './talkDays.ts';

/** Up to where conversations were read, in the order of their last activity. */
const markSchema = z.object({ at: z.coerce.date(), zone: z.string() });
const KEY = 'talks';
const BATCH = 100;
/** What was written at the same moment as we looked is looked at again. */
const OVERLAP_MS = 5 * 60_000;
/** So far back what came in by other ways (a rating by link or mail) is taken up each night. */
const NIGHTLY_MS = 15 * SILENCE_MS;

/**
 * Keeps the talks of all conversations: how each ended and how the customer felt in it. A talk is read again while it runs, once it is
 * over, and for some nights after; days are counted in the same transaction, so that they always agree.
 */
export class Talks {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #shop: Shop;

  constructor(db: Database, clock: Clock, shop: Shop) {
    this.#db = db;
    this.#clock = clock;
    this.#shop = shop;
  }

  /** Reads what was said since, and what has come to its end. Safe to run twice and on several instances. Tells how many talks. */
  async runDue(): Promise<number> {
    const { zone } = await this.#shop.profile();
    const mark = await this.#mark();
    // Another zone has other days; where the mark is gone, talks were removed past us.
    if (mark && mark.zone !== zone) await this.#db.client.talkDay.deleteMany();
    if (mark?.zone !== zone) await this.#recount(zone);
    const since = mark ? new Date(mark.at.getTime() - OVERLAP_MS) : new Date(0);
    const { talks, last } = await this.#unread(since, zone, true);
    if (mark?.zone !== zone && !last) await this.#keepMark({ at: mark?.at ?? new Date(0), zone });
    return talks + (await this.#settle(zone));
  }

  /** Takes up what changed by other ways in the last days, and counts days anew that do not agree with the talks. Tells how many days. */
  async verify(): Promise<number> {
    const { zone } = await this.#shop.profile();
    const since = new Date(this.#clock.now().getTime() - NIGHTLY_MS);
    const rows = await this.#db.client.$queryRaw<{ id: string }[]>(Prisma.sql`
      SELECT DISTINCT "conversationId" AS id FROM "Talk" WHERE "begunAt" >= ${since} AND outcome <> 'nothing'`);
    for (let at = 0; at < rows.length; at += BATCH) await this.#read(rows.slice(at, at + BATCH), zone, since);
    return this.#recount(zone);
  }

  /** Until when conversations are read; null: not yet. */
  async readUntil(): Promise<Date | null> {
    return (await this.#mark())?.at ?? null;
  }

  /** Reads what was last written in since then, oldest first, as far as it is not read yet; `marking`: keeps how far it has come. */
  async #unread(since: Date, zone: string, marking: boolean): Promise<{ talks: number; last: Date | null }> {
    let talks = 0;
    let after = { at: since, id: ZERO };
    for (;;) {
      const found = await this.#db.client.$queryRaw<{ id: string; at: Date }[]>(Prisma.sql`
        SELECT c.id, c."lastActivityAt" AS at FROM "Conversation" c
         WHERE (c."lastActivityAt", c.id) > (${after.at}, ${after.id}::uuid) AND c."erasedAt" IS NULL
           AND NOT EXISTS (SELECT 1 FROM "Talk" t WHERE t."conversationId" = c.id AND t.read >= c.sequence)
         ORDER BY c."lastActivityAt", c.id LIMIT ${BATCH}`);
      talks += await this.#read(found, zone);
      after = found.at(-1) ?? after;
      if (found.length > 0 && marking) await this.#keepMark({ at: after.at, zone });
      if (found.length < BATCH) return { talks, last: after.id === ZERO ? null : after.at };
    }
  }

  /** Talks whose customer has been silent for a day are over. */
  async #settle(zone: string): Promise<number> {
    const before = new Date(this.#clock.now().getTime() - SILENCE_MS);
    let talks = 0;
    for (;;) {
      const rows = await this.#db.client.$queryRaw<{ id: string }[]>(Prisma.sql`
        SELECT DISTINCT "conversationId" AS id FROM "Talk" WHERE outcome = 'running' AND "endedAt" < ${before} LIMIT ${BATCH}`);
      talks += await this.#read(rows, zone);
      // What is not to be read any more (somebody was erased) tells nothing more either.
      await this.#db.client.talk.updateMany({
        where: { conversationId: { in: rows.map(({ id }) => id) }, outcome: 'running', endedAt: { lt: before } },
        data: { outcome: 'nothing' },
      });
      if (rows.length < BATCH) return talks;
    }
  }

  async #read(conversations: readonly { id: string }[], zone: string, since?: Date): Promise<number> {
    if (conversations.length === 0) return 0;
    // Reading feelings takes longest: outside of the transaction, in which nothing is decided by what was read before.
    const ids = conversations.map(({ id }) => id);
    const talks = await readTalks(this.#db.client, ids, { now: this.#clock.now(), ...(since && { since }) });
    await this.#db.transaction(async (client) => {
      await lock(client);
      await store(client, talks);
      const returned = await takeBack(client, talks);
      const begun = [...talks.map(({ begunAt }) => begunAt), ...returned].map((at) => at.toISOString());
      const days = await client.$queryRaw<{ day: string }[]>(Prisma.sql`
        SELECT DISTINCT ${dayOf(Prisma.sql`t.at`, zone)}::text AS day FROM unnest(${begun}::timestamptz[]) t(at)`);
      await countDays(
        client,
        days.map(({ day }) => day),
        zone,
      );
    });
    return talks.length;
  }

  async #recount(zone: string): Promise<number> {
    return this.#db.transaction(async (client) => {
      await lock(client);
      const days = await wrongDays(client, zone);
      await countDays(client, days, zone);
      return days.length;
    });
  }

  async #mark() {
    const row = await this.#db.client.setting.findUnique({ where: { key: KEY } });
    const mark = markSchema.safeParse(row?.value);
    return mark.success ? mark.data : null;
  }

  async #keepMark({ at, zone }: { at: Date; zone: string }): Promise<void> {
    const value = { at: at.toISOString(), zone };
    await this.#db.client.setting.upsert({ where: { key: KEY }, create: { key: KEY, value }, update: { value } });
  }
}

const ZERO = '00000000-0000-0000-0000-000000000000';

/** One at a time counts. */
const lock = (client: Client) => client.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('talks'))`;
