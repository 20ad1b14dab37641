import { Temporal } from 'temporal-polyfill';
import { v7 } from 'uuid';
import { z } from 'zod';
import type { Client, CustomerStep, Database } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import { Conflict, Forbidden, InvalidInput, NotFound } from '../errors.ts';
import { KeptSetting } from '../keptSetting.ts';
import type { Shop } from '../shop/shop.ts';

/** How many customers one person may look after, and take on a day. */
export const poolRulesSchema = z.strictObject({
  held: z.int().min(1).max(100_000),
  aDay: z.int().min(1).max(10_000),
});
export type PoolRules = z.infer<typeof poolRulesSchema>;
const defaultRules: PoolRules = { held: 200, aDay: 20 };

/** How far a relation has come. */
export const stages = ['new', 'interested', 'trying', 'bought', 'repeat', 'advocate'] as const;
export type Stage = (typeof stages)[number];

/** How a person's room stands. */
export interface PoolRoom extends PoolRules {
  holds: number;
  takenToday: number;
}

/** `toName`: of the new owner. */
export type StepDetail = CustomerStep & { staff: { id: string; name: string } | null; toName: string | null };

/** Customers whom nobody looks after are taken from a pool, within limits; how far a relation has come is written down with its history. */
export class Pool {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #shop: Shop;
  readonly #setting: KeptSetting<PoolRules>;

  constructor(db: Database, clock: Clock, shop: Shop, audit: Audit) {
    this.#db = db;
    this.#clock = clock;
    this.#shop = shop;
    this.#setting = new KeptSetting({ db, audit, key: 'pool', schema: poolRulesSchema, standard: defaultRules });
  }

  rules(): Promise<PoolRules> {
    return this.#setting.read();
  }

  setRules(rules: PoolRules, staffId: string): Promise<PoolRules> {
    return this.#setting.keep(rules, staffId);
  }

  room(staffId: string): Promise<PoolRoom> {
    return this.#room(this.#db.client, staffId);
  }

  /** Takes a customer whom nobody has. Two at once: one has them. Throws NotFound, Conflict (alreadyOwned, poolFull, poolToday). */
  async take(customerId: string, staffId: string): Promise<void> {
    await this.#db.transaction(async (client) => {
      // One's own takes wait for each other, so that none counts without the other.
      await client.$queryRaw`SELECT 1 FROM "Staff" WHERE id = ${staffId}::uuid FOR UPDATE`;
      const { held, aDay, holds, takenToday } = await this.#room(client, staffId);
      if (holds >= held)
        throw new Conflict('poolFull', `You look after ${holds} customers already: give one back first.`);
      if (takenToday >= aDay)
        throw new Conflict('poolToday', `You have taken ${takenToday} customers today. Go on tomorrow.`);
      const data = { ownerId: staffId, ownedSince: this.#clock.now() };
      const where = { id: customerId, ownerId: null, erasedAt: null, mergedIntoId: null };
      const { count } = await client.customer.updateMany({ where, data });
      if (count === 0) throw await this.#whyNot(client, customerId);
      await this.#step(client, { customerId, kind: 'owner', from: null, to: staffId, staffId });
    });
  }

  /** Gives a customer back; others' only for managers. Throws NotFound, Forbidden. */
  async release(
    customerId: string,
    by: { staffId: string; mayAll: boolean },
    note: string | null = null,
  ): Promise<void> {
    await this.#db.transaction(async (client) => {
      const { ownerId } = await this.#locked(client, customerId);
      if (ownerId === null) return;
      if (ownerId !== by.staffId && !by.mayAll) throw new Forbidden('A colleague looks after this customer.');
      await client.customer.update({ where: { id: customerId }, data: { ownerId: null, ownedSince: null } });
      await this.#step(client, { customerId, kind: 'owner', from: ownerId, to: null, note, staffId: by.staffId });
    });
  }

  /** A manager decides who looks after a customer; limits do not hold for that. Throws NotFound, InvalidInput. */
  async assign(customerId: string, ownerId: string, staffId: string): Promise<void> {
    await this.#db.transaction(async (client) => {
      const before = await this.#locked(client, customerId);
      if (!(await client.staff.findFirst({ where: { id: ownerId, active: true } }))) {
        throw new InvalidInput([{ path: 'ownerId', message: 'Choose somebody who works here.' }]);
      }
      if (before.ownerId === ownerId) return;
      await client.customer.update({ where: { id: customerId }, data: { ownerId, ownedSince: this.#clock.now() } });
      await this.#step(client, { customerId, kind: 'owner', from: before.ownerId, to: ownerId, staffId });
    });
  }

  /** Says how far the relation has come, and why. Throws NotFound. */
  async setStage(customerId: string, stage: Stage, note: string | null, staffId: string | null): Promise<void> {
    await this.#db.transaction(async (client) => {
      const before = await this.#locked(client, customerId);
      if (before.stage === stage) return;
      await client.customer.update({ where: { id: customerId }, data: { stage } });
      await this.#step(client, { customerId, kind: 'stage', from: before.stage, to: stage, note, staffId });
    });
  }

  /** A customer's steps between segments, stages and owners, newest first. */
  async steps(customerId: string): Promise<StepDetail[]> {
    const { client } = this.#db;
    const rows = await client.customerStep.findMany({
      where: { customerId },
      include: { staff: { select: { id: true, name: true } } },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: 50,
    });
    const owners = rows.flatMap(({ kind, to }) => (kind === 'owner' && to ? [to] : []));
    const people = await client.staff.findMany({ where: { id: { in: owners } }, select: { id: true, name: true } });
    return rows.map((row) => ({ ...row, toName: people.find(({ id }) => id === row.to)?.name ?? null }));
  }

  async #room(client: Client, staffId: string): Promise<PoolRoom> {
    const { zone } = await this.#shop.profile();
    const now = Temporal.Instant.fromEpochMilliseconds(this.#clock.now().getTime());
    const morning = new Date(now.toZonedDateTimeISO(zone).startOfDay().epochMilliseconds);
    const holds = await client.customer.count({ where: { ownerId: staffId, erasedAt: null, mergedIntoId: null } });
    const takenToday = await client.customerStep.count({
      where: { kind: 'owner', to: staffId, staffId, from: null, at: { gte: morning } },
    });
    return { ...(await this.rules()), holds, takenToday };
  }

  async #locked(client: Client, customerId: string): Promise<{ ownerId: string | null; stage: string | null }> {
    const [row] = await client.$queryRaw<{ ownerId: string | null; stage: string | null }[]>`
      SELECT "ownerId", stage FROM "Customer" WHERE id = ${customerId}::uuid AND "erasedAt" IS NULL FOR NO KEY UPDATE`;
    if (!row) throw new NotFound('customer', customerId);
    return row;
  }

  async #whyNot(client: Client, customerId: string): Promise<Error> {
    const found = await client.customer.findUnique({ where: { id: customerId } });
    if (!found || found.erasedAt || found.mergedIntoId) return new NotFound('customer', customerId);
    return new Conflict('alreadyOwned', 'Somebody looks after this customer already.');
  }

  async #step(
    client: Client,
    step: Pick<CustomerStep, 'customerId' | 'kind' | 'from' | 'to' | 'staffId'> & { note?: string | null },
  ): Promise<void> {
    await client.customerStep.create({ data: { ...step, id: v7(), at: this.#clock.now() } });
  }
}
