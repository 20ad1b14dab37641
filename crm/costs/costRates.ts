import type { Database } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import { type CostSettingsOfShop, costSettingsSchema, defaultCostSettings } from './rates.ts';

const SETTING = 'costRates';

/** What an hour of staff, a message and a sale are worth to the shop, as its managers say. */
export class CostRates {
  readonly #db: Database;
  readonly #audit: Audit;

  constructor(db: Database, audit: Audit) {
    this.#db = db;
    this.#audit = audit;
  }

  async get(): Promise<CostSettingsOfShop> {
    const kept = await this.#db.client.setting.findUnique({ where: { key: SETTING } });
    return costSettingsSchema.catch(defaultCostSettings).parse(kept?.value);
  }

  /** Stores them whole; what was counted before is priced anew by the rate of its day. */
  async set(settings: CostSettingsOfShop, staffId: string): Promise<CostSettingsOfShop> {
    const value = costSettingsSchema.parse(settings);
    await this.#db.transaction(async (client) => {
      await client.setting.upsert({ where: { key: SETTING }, create: { key: SETTING, value }, update: { value } });
      await this.#audit.record({ staffId, action: 'update', entity: 'costRates', fields: Object.keys(value) });
    });
    return value;
  }

  /** Channels that something was sent on, for the page. */
  async channels(): Promise<string[]> {
    // A loose index scan would be quicker still; days, products and channels are few.
    const rows = await this.#db.client.$queryRaw<{ channel: string }[]>`
      SELECT DISTINCT channel FROM "EnquiryDay" WHERE day > current_date - 400 ORDER BY 1`;
    return rows.map(({ channel }) => channel);
  }
}
