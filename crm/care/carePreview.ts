import { Temporal } from 'temporal-polyfill';
import type { Database } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import type { Reach } from '../conversations/reach.ts';
import type { Shop } from '../shop/shop.ts';
import type { CareRules } from './careRules.ts';
import { candidatesOf } from './occasions.ts';
import { type Preview, type Previewed, previewed } from './previewed.ts';
import { standingsOf } from './standing.ts';

/** "Who would get what tomorrow, who not and why"; nothing is stored. */
export class CarePreview {
  readonly #db: Database;
  readonly #shop: Shop;
  readonly #rules: CareRules;
  readonly #reach: Reach;
  readonly #clock: Clock;

  constructor(db: Database, shop: Shop, rules: CareRules, reach: Reach, clock: Clock) {
    this.#reach = reach;
    this.#db = db;
    this.#clock = clock;
    this.#shop = shop;
    this.#rules = rules;
  }

  /** Of a rule on a day (ISO date in the shop's zone; tomorrow unless told), judged as of its noon; `total` counts also those beyond the limit. */
  async of(rule: Previewed, on?: string, limit = 200): Promise<{ total: number; items: Preview[] }> {
    const { client } = this.#db;
    const { zone, name: shop } = await this.#shop.profile();
    const date = on ?? tomorrowIn(zone, this.#clock.now());
    const found = await candidatesOf(client, rule, { zone, from: date, to: date });
    const shown = found.slice(0, limit);
    const now = noonOf(date, zone);
    const ids = shown.map(({ customerId }) => customerId);
    const known = await standingsOf(client, ids, now, false, 'care', this.#reach.channels, rule.channel);
    const manners = await this.#rules.manners();
    const situation = { rule, manners, now, zone, shop };
    const items = shown.flatMap((each) => {
      const standing = known.get(each.customerId);
      return standing ? [previewed(situation, each, standing)] : [];
    });
    return { total: found.length, items };
  }
}

const tomorrowIn = (zone: string, now: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days: 1 })
    .toString();
const noonOf = (date: string, zone: string): Date =>
  new Date(Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).epochMilliseconds);
