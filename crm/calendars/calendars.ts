import { v7 } from 'uuid';
import type { Client, Database, Calendar as Row } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import { Conflict, NotFound } from '../errors.ts';
import type { Localized } from '../localized.ts';
import { targetsOf } from '../serviceLevels/targets.ts';
import type { Shop } from '../shop/shop.ts';
import { type Calendar, calendarSchema } from './calendar.ts';
import { type KnownCalendar, keepShopCalendar, nextVersion, SHOP_CALENDAR } from './shopCalendar.ts';
import { dateFrom, dateOf, type WorkingDay, workingDay } from './workingDay.ts';

/** A calendar with its name. `isShop`: the one that holds where nothing else is said. */
export interface NamedCalendar extends KnownCalendar {
  name: Localized;
  isShop: boolean;
  updatedAt: Date;
}

/** A calendar as it was from then on. */
export interface CalendarPast {
  version: number;
  createdAt: Date;
  calendar: Calendar;
}

interface DaySpan {
  from?: string | undefined;
  days: number;
}

const MOST = 50;
const MOST_DAYS = 120;

/** When people work. Every change is a new version; the old ones are kept. */
export class Calendars {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #shop: Shop;
  readonly #audit: Audit;

  constructor(db: Database, clock: Clock, shop: Shop, audit: Audit) {
    this.#db = db;
    this.#clock = clock;
    this.#shop = shop;
    this.#audit = audit;
  }

  /** The shop's own first, then by age. */
  async list(): Promise<NamedCalendar[]> {
    await this.shops();
    const rows = await this.#db.client.calendar.findMany({
      where: { removedAt: null },
      orderBy: { id: 'asc' },
      take: MOST,
    });
    return rows.map(named).sort((a, b) => Number(b.isShop) - Number(a.isShop));
  }

  /** Throws NotFound. */
  async get(id: string): Promise<NamedCalendar> {
    return named(await found(this.#db.client, id));
  }

  /** The shop's own, with id and version. */
  async shops(): Promise<KnownCalendar> {
    const profile = await this.#shop.profile();
    return this.#db.transaction((client) => keepShopCalendar(client, profile));
  }

  /** A calendar as it was. Throws NotFound. */
  async version(id: string, version: number): Promise<Calendar> {
    const row = await this.#db.client.calendarVersion.findUnique({
      where: { calendarId_version: { calendarId: id, version } },
    });
    if (!row) throw new NotFound('calendar version', `${id} ${version}`);
    return calendarSchema.parse(row.definition);
  }

  /** Throws Conflict if there are too many. */
  async create({ name, ...definition }: Calendar & { name: Localized }, staffId: string): Promise<NamedCalendar> {
    const id = v7();
    await this.#db.transaction(async (client) => {
      if ((await client.calendar.count({ where: { removedAt: null } })) >= MOST)
        throw new Conflict('tooMany', `There can be ${MOST} calendars at most.`);
      await client.calendar.create({ data: { id, name, definition } });
      await client.calendarVersion.create({ data: { calendarId: id, version: 1, definition } });
      await this.#audit.record({ staffId, action: 'create', entity: 'calendar', entityId: id });
    });
    return this.get(id);
  }

  /** Throws NotFound; Conflict if a colleague changed it since `version`. */
  async change(
    id: string,
    { name, version, ...definition }: Calendar & { name: Localized; version: number },
    staffId: string,
  ): Promise<NamedCalendar> {
    await this.#db.transaction(async (client) => {
      await client.$queryRaw`SELECT id FROM "Calendar" WHERE id = ${id}::uuid FOR UPDATE`;
      const row = await found(client, id);
      if (row.version !== version)
        throw new Conflict(
          'calendarChanged',
          'A colleague changed this calendar meanwhile. Load it again, then change it.',
        );
      await client.calendar.update({ where: { id }, data: { name } });
      const before = named(row);
      if (JSON.stringify(before.calendar) !== JSON.stringify(definition)) await nextVersion(client, before, definition);
      await this.#audit.record({
        staffId,
        action: 'update',
        entity: 'calendar',
        entityId: id,
        fields: Object.keys(definition),
      });
    });
    this.#shop.forget();
    return this.get(id);
  }

  /** Takes it out of use; what was counted by it can still be counted again. Throws NotFound; Conflict for the shop's own and for one that a target counts by. */
  async remove(id: string, staffId: string): Promise<void> {
    await this.#db.transaction(async (client) => {
      const row = await found(client, id);
      if (row.key === SHOP_CALENDAR) throw new Conflict('calendarNeeded', 'The shop needs a calendar of its own.');
      if ((await targetsOf(client)).some(({ calendarId }) => calendarId === id))
        throw new Conflict('calendarUsed', 'A service level counts by this calendar. Choose another one there first.');
      await client.calendar.update({ where: { id }, data: { removedAt: this.#clock.now() } });
      await this.#audit.record({ staffId, action: 'remove', entity: 'calendar', entityId: id });
    });
  }

  /** What it was, newest first; the present version leads. Throws NotFound. */
  async versions(id: string): Promise<CalendarPast[]> {
    await found(this.#db.client, id);
    const rows = await this.#db.client.calendarVersion.findMany({
      where: { calendarId: id },
      orderBy: { version: 'desc' },
      take: MOST,
    });
    return rows.map(({ version, createdAt, definition }) => ({
      version,
      createdAt,
      calendar: calendarSchema.parse(definition),
    }));
  }

  /** How its days are, from an ISO date or today on, four months at most. Throws NotFound. */
  async days(id: string, span: DaySpan): Promise<WorkingDay[]> {
    return this.preview((await this.get(id)).calendar, span);
  }

  /** How the days of a calendar would be that is not kept yet; as `days`. */
  preview(calendar: Calendar, { from, days }: DaySpan): WorkingDay[] {
    const first = from ? dateFrom(from) : dateOf(this.#clock.now(), calendar.zone);
    return Array.from({ length: Math.min(days, MOST_DAYS) }, (_, i) => workingDay(first.add({ days: i }), calendar));
  }
}

async function found(client: Client, id: string): Promise<Row> {
  const row = await client.calendar.findFirst({ where: { id, removedAt: null } });
  if (!row) throw new NotFound('calendar', id);
  return row;
}

const named = (row: Row): NamedCalendar => ({
  id: row.id,
  version: row.version,
  name: row.name as Localized,
  isShop: row.key === SHOP_CALENDAR,
  calendar: calendarSchema.parse(row.definition),
  updatedAt: row.updatedAt,
});
