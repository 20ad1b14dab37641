import type { Client, Database } from '#prisma/client.ts';
import type { Shop } from '../shop/shop.ts';
import { type Calendar, calendarSchema } from './calendar.ts';
import { type KnownCalendar, keepShopCalendar } from './shopCalendar.ts';

/** Looks calendars up by id and version; versions never change, so each is read once. */
export class CalendarBook {
  readonly #db: Database;
  readonly #shop: Shop;
  readonly #versions = new Map<string, Calendar>();

  constructor(db: Database, shop: Shop) {
    this.#db = db;
    this.#shop = shop;
  }

  /** A calendar as it was. Throws if it never was. */
  async version(id: string, version: number): Promise<Calendar> {
    const key = `${id} ${version}`;
    const known = this.#versions.get(key);
    if (known) return known;
    const row = await this.#db.client.calendarVersion.findUniqueOrThrow({
      where: { calendarId_version: { calendarId: id, version } },
    });
    const calendar = calendarSchema.parse(row.definition);
    this.#versions.set(key, calendar);
    return calendar;
  }

  /** A calendar as it is now; the shop's where null is given or it is out of use. */
  async now(client: Client, id: string | null = null): Promise<KnownCalendar> {
    const row = id ? await client.calendar.findFirst({ where: { id, removedAt: null } }) : null;
    if (!row) return this.#same(await keepShopCalendar(client, await this.#shop.profile()));
    return { id: row.id, version: row.version, calendar: await this.version(row.id, row.version) };
  }

  /** The value that was read before, where it is the same version: what was counted for it is kept with it. */
  #same(known: KnownCalendar): KnownCalendar {
    const key = `${known.id} ${known.version}`;
    const calendar = this.#versions.get(key) ?? known.calendar;
    this.#versions.set(key, calendar);
    return { ...known, calendar };
  }
}
