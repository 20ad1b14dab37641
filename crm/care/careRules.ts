import { v7 } from 'uuid';
import { z } from 'zod';
import type { Database } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import { Conflict, NotFound } from '../errors.ts';
import { KeptSetting } from '../keptSetting.ts';
import { type RuleResults, resultsOf, resultsQuery } from './results.ts';
import { type CareRule, type CareRuleInput, ruleData, ruleOf } from './rule.ts';
import type { CareManners } from './verdict.ts';

const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Use HH:MM, e.g. 20:00.');
const daysBetween = z.int().min(1).max(365);
export const careMannersSchema = z.strictObject({
  days: daysBetween,
  /** Tiers that are written to more or less often. */
  tiers: z
    .array(z.strictObject({ tier: z.string().trim().min(1).max(40), days: daysBetween }))
    .max(12)
    .refine((all) => new Set(all.map(({ tier }) => tier)).size === all.length, 'Name each tier once.')
    .default([]),
  quietFrom: timeOfDay,
  quietTo: timeOfDay,
});
export type KeptManners = z.infer<typeof careMannersSchema>;
const defaultManners: KeptManners = { days: 7, tiers: [], quietFrom: '20:00', quietTo: '09:00' };

/** The rules by which the shop writes, and the manners that hold for all of them. */
export class CareRules {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #audit: Audit;
  readonly #manners: KeptSetting<KeptManners>;

  constructor(db: Database, clock: Clock, audit: Audit) {
    this.#db = db;
    this.#clock = clock;
    this.#audit = audit;
    this.#manners = new KeptSetting({ db, audit, key: 'care', schema: careMannersSchema, standard: defaultManners });
  }

  /** Oldest first. */
  async list(): Promise<CareRule[]> {
    return (await this.#db.client.careRule.findMany({ orderBy: { id: 'asc' } })).map(ruleOf);
  }

  /** Makes a rule, or changes it if `id` is given. What it has planned and not yet sent is judged by the new one. Throws NotFound. */
  async save(input: CareRuleInput, staffId: string, id?: string): Promise<CareRule> {
    return this.#db.transaction(async (client) => {
      if (id && !(await client.careRule.findUnique({ where: { id } }))) throw new NotFound('care rule', id);
      const saved = id
        ? await client.careRule.update({ where: { id }, data: ruleData(input) })
        : await client.careRule.create({ data: { ...ruleData(input), id: v7(), createdAt: this.#clock.now() } });
      await this.#audit.record({ staffId, action: 'save', entity: 'careRule', entityId: saved.id });
      return ruleOf(saved);
    });
  }

  /** A rule that has written to somebody is kept for its results; stop it instead. Throws NotFound, Conflict. */
  async remove(id: string, staffId: string): Promise<void> {
    await this.#db.transaction(async (client) => {
      const told = await client.careMessage.count({ where: { ruleId: id, state: { in: ['sent', 'task'] } } });
      if (told > 0) throw new Conflict('ruleUsed', 'This rule has written to customers. Switch it off instead.');
      if ((await client.careRule.deleteMany({ where: { id } })).count === 0) throw new NotFound('care rule', id);
      await this.#audit.record({ staffId, action: 'remove', entity: 'careRule', entityId: id });
    });
  }

  manners(): Promise<KeptManners> {
    return this.#manners.read();
  }

  setManners(manners: CareManners, staffId: string): Promise<KeptManners> {
    return this.#manners.keep({ tiers: [], ...manners }, staffId);
  }

  /** Throws NotFound. */
  async get(id: string): Promise<CareRule> {
    const row = await this.#db.client.careRule.findUnique({ where: { id } });
    if (!row) throw new NotFound('care rule', id);
    return ruleOf(row);
  }

  /** What became of each rule's messages, beside those who were left out. */
  async results(): Promise<RuleResults[]> {
    return resultsOf(await this.#db.client.$queryRaw(resultsQuery));
  }
}
