import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Client, Database } from '#prisma/client.ts';
import type { Shop } from '../../shop/shop.ts';
import { countEnquiries } from './count.ts';

const SETTING = 'enquiryDays';
/** So many days are counted in one transaction. */
const AT_ONCE = 31;
/** Each time yesterday and today are counted again; once a day so many: complaints get their product late. */
const AGAIN = { always: 1, daily: 14 };

/** What was counted less long ago is not counted again. */
const FRESH_MS = 10 * 60_000;

/** Until which day all days are counted, in which zone, and when. */
const progressSchema = z.object({ zone: z.string(), until: z.iso.date(), at: z.iso.datetime().optional() });

/** What enquiries took, counted by day from the conversations themselves (0058). */
export class Enquiries {
  readonly #db: Database;
  readonly #shop: Shop;

  constructor(db: Database, shop: Shop) {
    this.#db = db;
    this.#shop = shop;
  }

  /** Counts where the last count is older than ten minutes, or all was never counted. Tells how many days. */
  async runDue(now: Date): Promise<number> {
    const kept = await this.#db.client.setting.findUnique({ where: { key: SETTING } });
    const { at } = progressSchema.safeParse(kept?.value).data ?? {};
    if (at && Math.abs(now.getTime() - Date.parse(at)) < FRESH_MS) return 0;
    return this.count(now);
  }

  /** Counts what is not counted yet, and the last days again. Safe to run twice, and on several instances at once. Tells how many days. */
  async count(now: Date): Promise<number> {
    const { zone } = await this.#shop.profile();
    const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate();
    let from = await this.#next(zone, today);
    if (!from) return 0;
    let days = 0;
    while (Temporal.PlainDate.compare(from, today) <= 0) {
      const to: Temporal.PlainDate = earlier(from.add({ days: AT_ONCE }), today.add({ days: 1 }));
      const span = { zone, lo: startOf(from, zone), hi: startOf(to, zone) };
      const until = earlier(to, today).toString();
      await this.#db.transaction(async (client) => {
        await lock(client);
        await countEnquiries(client, span);
        const value = { zone, until, at: now.toISOString() };
        await client.setting.upsert({ where: { key: SETTING }, create: { key: SETTING, value }, update: { value } });
      });
      days += from.until(to).days;
      from = to;
    }
    return days;
  }

  /** Counts what these conversations took just now, before their words go: part of the caller's transaction. */
  async keep(client: Client, conversations: readonly string[], now: Date): Promise<void> {
    if (conversations.length === 0) return;
    const { zone } = await this.#shop.profile();
    const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate();
    await lock(client);
    const lo = startOf(today.subtract({ days: AGAIN.daily }), zone);
    await countEnquiries(client, { zone, lo, hi: startOf(today.add({ days: 1 }), zone), conversations });
  }

  /** The first day to be counted; null: there is nothing at all. */
  async #next(zone: string, today: Temporal.PlainDate): Promise<Temporal.PlainDate | null> {
    const kept = await this.#db.client.setting.findUnique({ where: { key: SETTING } });
    const progress = progressSchema.safeParse(kept?.value).data;
    if (progress?.zone === zone) {
      const until = Temporal.PlainDate.from(progress.until);
      const isNewDay = Temporal.PlainDate.compare(until, today) < 0;
      return earlier(until, today).subtract({ days: isNewDay ? AGAIN.daily : AGAIN.always });
    }
    const first = await this.#db.client.conversation.findFirst({
      orderBy: { id: 'asc' },
      select: { createdAt: true },
    });
    if (!first) return null;
    return Temporal.Instant.fromEpochMilliseconds(first.createdAt.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  }
}

/** One at a time counts. */
const lock = (client: Client) => client.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('enquiry days'))`;

const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) < 0 ? a : b);
const startOf = (day: Temporal.PlainDate, zone: string): Date => new Date(day.toZonedDateTime(zone).epochMilliseconds);
