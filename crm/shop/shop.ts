import type { Database } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import { isOpen } from './businessTime.ts';
import { defaultShopProfile, type ShopProfile, shopProfileSchema } from './shopProfile.ts';

const KEY = 'shop';
const FRESH_MS = 30_000;

/** What the shop tells about itself, and whether somebody is there. */
export class Shop {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #audit: Audit;
  #kept: { profile: ShopProfile; until: number } | null = null;

  constructor(db: Database, clock: Clock, audit: Audit) {
    this.#db = db;
    this.#clock = clock;
    this.#audit = audit;
  }

  /** The shop's profile; another instance's change is seen within half a minute. */
  async profile(): Promise<ShopProfile> {
    const now = this.#clock.now().getTime();
    if (this.#kept && now < this.#kept.until) return this.#kept.profile;
    const row = await this.#db.client.setting.findUnique({ where: { key: KEY } });
    const profile = row ? shopProfileSchema.parse(row.value) : defaultShopProfile;
    this.#kept = { profile, until: now + FRESH_MS };
    return profile;
  }

  /** Whether people answer at that time. */
  async isOpen(at: Date = this.#clock.now()): Promise<boolean> {
    const { hours, zone } = await this.profile();
    return isOpen(at, { ...hours, zone });
  }

  /** Stores the profile whole. */
  async update(profile: ShopProfile, staffId: string): Promise<ShopProfile> {
    const value = shopProfileSchema.parse(profile);
    await this.#db.transaction(async (client) => {
      await client.setting.upsert({ where: { key: KEY }, create: { key: KEY, value }, update: { value } });
      await this.#audit.record({ staffId, action: 'update', entity: 'shop', fields: Object.keys(value) });
    });
    this.#kept = null;
    return value;
  }
}
