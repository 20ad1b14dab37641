import { z } from 'zod';
import type { Client, Database, Role } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Reach } from '../conversations/reach.ts';
import { type CustomerFilter, customersWhere, shown } from '../customers/customerFilter.ts';
import { Conflict, InvalidInput } from '../errors.ts';
import { KeptSetting } from '../keptSetting.ts';
import type { Shop } from '../shop/shop.ts';
import type { CareRules } from './careRules.ts';
import { dateIn, storePlanned } from './planning.ts';
import { type Preview, previewed } from './previewed.ts';
import type { CareRule } from './rule.ts';
import { standingsOf } from './standing.ts';

/** How many customers a person of each role may choose on a day. */
export const handLimitsSchema = z.strictObject({
  staff: z.int().min(0).max(100_000),
  manager: z.int().min(0).max(100_000),
  administrator: z.int().min(0).max(100_000),
});
export type HandLimits = z.infer<typeof handLimitsSchema>;
const defaultLimits: HandLimits = { staff: 20, manager: 1000, administrator: 10_000 };

/** Customers whom somebody chose: one by one, or everybody whom a list shows. */
export type Chosen = { customerIds: string[] } | { filter: CustomerFilter };
export interface Chooser {
  id: string;
  role: Role;
}

/** How many somebody may still choose today. */
export interface HandRoom {
  aDay: number;
  chosenToday: number;
}

/** Who would get it now, who not and why: all are counted, the first are named. */
export interface HandPreview extends HandRoom {
  total: number;
  counts: { verdict: Preview['verdict']; reason: string | null; customers: number }[];
  items: Preview[];
}

const SHOWN = 100;
const BATCH = 1000;
const ALREADY = 'alreadyToday';

interface Parts {
  db: Database;
  clock: Clock;
  shop: Shop;
  audit: Audit;
  rules: CareRules;
  reach: Reach;
}

/** Care that staff add by hand (Berry's social bond; relationship-marketing.md, row 15): they choose whom, the usual checks decide whether. */
export class CareByHand {
  readonly #parts: Parts;
  readonly #limits: KeptSetting<HandLimits>;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { db, audit } = parts;
    this.#limits = new KeptSetting({ db, audit, key: 'careByHand', schema: handLimitsSchema, standard: defaultLimits });
  }

  limits(): Promise<HandLimits> {
    return this.#limits.read();
  }

  setLimits(limits: HandLimits, staffId: string): Promise<HandLimits> {
    return this.#limits.keep(limits, staffId);
  }

  /** What would happen now; nothing is stored. Throws NotFound, InvalidInput, Conflict (ruleOff). */
  async preview(ruleId: string, chosen: Chosen, by: Chooser): Promise<HandPreview> {
    const { db, clock, shop, rules, reach } = this.#parts;
    const { client } = db;
    const rule = await this.#rule(ruleId);
    const { zone, name } = await shop.profile();
    const now = clock.now();
    const { ids, total } = await this.#ids(client, chosen);
    const told = { rule, manners: await rules.manners(), now, zone, shop: name };
    const today = await this.#chosenToday(client, rule, ids);
    const counts = new Map<string, HandPreview['counts'][number]>();
    const items: Preview[] = [];
    for (let at = 0; at < ids.length; at += BATCH) {
      const part = ids.slice(at, at + BATCH);
      const known = await standingsOf(client, part, now, false, 'care', reach.channels, rule.channel);
      for (const customerId of part) {
        const standing = known.get(customerId);
        if (!standing) continue;
        const item = previewed(told, { customerId, variables: {} }, standing);
        if (today.has(customerId)) Object.assign(item, { verdict: 'never', reason: ALREADY });
        const { verdict, reason } = item;
        const key = `${verdict} ${reason}`;
        counts.set(key, { verdict, reason, customers: (counts.get(key)?.customers ?? 0) + 1 });
        if (items.length < SHOWN) items.push(item);
      }
    }
    const most = [...counts.values()].sort((a, b) => b.customers - a.customers);
    return { ...(await this.#room(client, by)), total, counts: most, items };
  }

  /**
   * Plans a rule for the chosen. Nobody gets it twice on a day; consent, complaints, quiet hours and the rest are looked at when it is sent.
   * Throws NotFound, InvalidInput, Conflict (ruleOff, careByHandToday).
   */
  async plan(ruleId: string, chosen: Chosen, by: Chooser): Promise<number> {
    const { db, clock, audit } = this.#parts;
    return db.transaction(async (client) => {
      // One's own choices wait for each other, so that none is counted without the other.
      await client.$queryRaw`SELECT 1 FROM "Staff" WHERE id = ${by.id}::uuid FOR UPDATE`;
      const rule = await this.#rule(ruleId);
      const { ids, total } = await this.#ids(client, chosen);
      const { aDay, chosenToday } = await this.#room(client, by);
      const today = await this.#chosenToday(client, rule, ids);
      if (chosenToday + total - today.size > aDay) {
        throw new Conflict('careByHandToday', `You may choose ${aDay} customers a day; ${chosenToday} are chosen.`);
      }
      const occasion = await this.#occasion();
      const rows = ids.map((customerId) => ({ customerId, occasion, variables: {} }));
      await audit.record({ staffId: by.id, action: 'send', entity: 'careRule', entityId: ruleId });
      return storePlanned(client, rule, rows, clock.now(), by.id);
    });
  }

  async #rule(id: string): Promise<CareRule> {
    const rule = await this.#parts.rules.get(id);
    if (rule.occasion !== 'byHand') {
      throw new InvalidInput([{ path: 'id', message: 'Choose a rule whose occasion is that staff choose customers.' }]);
    }
    if (!rule.active) throw new Conflict('ruleOff', 'This rule is switched off.');
    return rule;
  }

  /** The chosen, as far as any role may choose; `total` counts all. */
  async #ids(client: Client, chosen: Chosen): Promise<{ ids: string[]; total: number }> {
    if ('customerIds' in chosen) {
      const ids = [...new Set(chosen.customerIds)];
      const known = await client.customer.count({ where: { id: { in: ids }, ...shown } });
      if (known === ids.length) return { ids, total: known };
      throw new InvalidInput([{ path: 'customerIds', message: 'Some of these customers do not exist any more.' }]);
    }
    const where = customersWhere(chosen.filter);
    const take = Math.max(...Object.values(await this.limits()));
    const rows = await client.customer.findMany({ where, select: { id: true }, orderBy: { id: 'desc' }, take });
    return { ids: rows.map(({ id }) => id), total: await client.customer.count({ where }) };
  }

  async #occasion(): Promise<string> {
    const { zone } = await this.#parts.shop.profile();
    return `hand:${dateIn(zone, this.#parts.clock.now())}`;
  }

  async #room(client: Client, { id, role }: Chooser): Promise<HandRoom> {
    const where = { staffId: id, occasion: await this.#occasion() };
    return { aDay: (await this.limits())[role], chosenToday: await client.careMessage.count({ where }) };
  }

  async #chosenToday(client: Client, { id }: CareRule, ids: readonly string[]): Promise<Set<string>> {
    const where = { ruleId: id, occasion: await this.#occasion() };
    const rows = await client.careMessage.findMany({ where, select: { customerId: true } });
    const wanted = new Set(ids);
    return new Set(rows.map(({ customerId }) => customerId).filter((each) => wanted.has(each)));
  }
}
