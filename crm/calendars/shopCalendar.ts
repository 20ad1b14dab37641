import { v7 } from 'uuid';
import type { Client } from '#prisma/client.ts';
import type { ShopProfile } from '../shop/shopProfile.ts';
import { type Calendar, calendarOfHours, calendarSchema } from './calendar.ts';

/** The key of the shop's own calendar. */
export const SHOP_CALENDAR = 'shop';

/** A calendar as it stands in the books; with its id and version it can be found again. */
export interface KnownCalendar {
  id: string;
  version: number;
  calendar: Calendar;
}

/** The shop's own calendar; null as long as nobody has needed more than the hours of its profile. */
export async function shopCalendar(client: Client): Promise<KnownCalendar | null> {
  const row = await client.calendar.findUnique({ where: { key: SHOP_CALENDAR } });
  return row && { id: row.id, version: row.version, calendar: calendarSchema.parse(row.definition) };
}

/** The shop's own calendar, written down from the profile's hours if it was not yet. Safe to run at the same time elsewhere. */
export async function keepShopCalendar(client: Client, { hours, zone }: ShopProfile): Promise<KnownCalendar> {
  const found = await shopCalendar(client);
  if (found) return found;
  const definition = calendarOfHours({ ...hours, zone });
  const name = { zh: '服务时间', en: 'Shop hours' };
  await client.calendar.createMany({
    data: [{ id: v7(), key: SHOP_CALENDAR, name, definition }],
    skipDuplicates: true,
  });
  const kept = (await shopCalendar(client))!;
  const version = { calendarId: kept.id, version: kept.version, definition: kept.calendar };
  await client.calendarVersion.createMany({ data: [version], skipDuplicates: true });
  return kept;
}

/** Writes a calendar's next version; the caller holds the row. */
export async function nextVersion(client: Client, { id, version }: KnownCalendar, calendar: Calendar): Promise<void> {
  await client.calendar.update({ where: { id }, data: { definition: calendar, version: version + 1 } });
  await client.calendarVersion.create({ data: { calendarId: id, version: version + 1, definition: calendar } });
}
