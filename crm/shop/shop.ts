import type { Client, Database } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import { type Calendar, calendarOfHours } from '../calendars/calendar.ts';
import { nextVersion, SHOP_CALENDAR, shopCalendar } from '../calendars/shopCalendar.ts';
import type { Clock } from '../clock.ts';
import { isOpen } from './businessTime.ts';
import { defaultShopProfile, type ShopProfile, shopProfileSchema } from './shopProfile.ts';

const KEY = 'shop';
const FRESH_MS = 30_000;

interface Kept {
  profile: ShopProfile;
  calendar: Calendar;
  until: number;
}

/** What the shop tells about itself, and whether somebody is there. */
export class Shop {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #audit: Audit;
  #kept: Kept | null = null;

  constructor(db: Database, clock: Clock, audit: Audit) {
    this.#db = db;
    this.#clock = clock;
    this.#audit = audit;
  }

  /** The shop's profile; another instance's change is seen within half a minute. */
  async profile(): Promise<ShopProfile> {
    return (await this.#known()).profile;
  }

  /** When the shop's people work: its own calendar, else the hours of its profile. Seen as late as the profile. */
  async calendar(): Promise<Calendar> {
    return (await this.#known()).calendar;
  }

  /** Whether people answer at that time. */
  async isOpen(at: Date = this.#clock.now()): Promise<boolean> {
    return isOpen(at, await this.calendar());
  }

  /** Stores the profile whole. Hours or a zone that changed are the shop's calendar from now on; its special days stay. */
  async update(profile: ShopProfile, staffId: string): Promise<ShopProfile> {
    const value = shopProfileSchema.parse(profile);
    await this.#db.transaction(async (client) => {
      await moveCalendar(client, value);
      await client.setting.upsert({ where: { key: KEY }, create: { key: KEY, value }, update: { value } });
      await this.#audit.record({ staffId, action: 'update', entity: 'shop', fields: Object.keys(value) });
    });
    this.forget();
    return value;
  }

  /** What is known is read anew: a calendar has changed. */
  forget(): void {
    this.#kept = null;
  }

  async #known(): Promise<Kept> {
    const now = this.#clock.now().getTime();
    if (this.#kept && now < this.#kept.until) return this.#kept;
    const profile = await profileOf(this.#db.client);
    const own = await shopCalendar(this.#db.client);
    // What does not change stays the same value: what was counted for it is kept with it.
    const fresh = own?.calendar ?? calendarOfHours({ ...profile.hours, zone: profile.zone });
    const before = this.#kept?.calendar;
    const calendar = before && JSON.stringify(before) === JSON.stringify(fresh) ? before : fresh;
    this.#kept = { profile, calendar, until: now + FRESH_MS };
    return this.#kept;
  }
}

async function profileOf(client: Client): Promise<ShopProfile> {
  const row = await client.setting.findUnique({ where: { key: KEY } });
  return row ? shopProfileSchema.parse(row.value) : defaultShopProfile;
}

async function moveCalendar(client: Client, { hours, zone }: ShopProfile): Promise<void> {
  await client.$queryRaw`SELECT id FROM "Calendar" WHERE key = ${SHOP_CALENDAR} FOR UPDATE`;
  const own = await shopCalendar(client);
  if (!own) return;
  const before = await profileOf(client);
  const told = calendarOfHours({ ...hours, zone });
  const toldBefore = calendarOfHours({ ...before.hours, zone: before.zone });
  if (JSON.stringify(told) === JSON.stringify(toldBefore)) return;
  await nextVersion(client, own, { ...own.calendar, zone: told.zone, weekly: told.weekly });
}
