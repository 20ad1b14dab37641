import { v7 } from 'uuid';
import type { Client, Compensation, CompensationState, Database, Role } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import { titleOf } from '../complaints/complaint.ts';
import { Conflict, Forbidden, NotFound } from '../errors.ts';
import type { Tasks } from '../tasks/tasks.ts';
import { keepLimits, type Limits, readLimits, within } from './limits.ts';

export const compensationKinds = ['gift', 'refund', 'voucher'] as const;
export type CompensationKind = (typeof compensationKinds)[number];

/** What a customer is to get for a complaint; `amountCents` in the currency's smallest unit. */
export interface NewCompensation {
  complaintId: string;
  kind: CompensationKind;
  amountCents: number;
  reason: string;
}

interface Granter {
  id: string;
  role: Role;
}

/**
 * Gifts, refunds and vouchers for complaints. What a role may grant counts for all that one complaint gets, so that no limit
 * is passed by granting twice; above it somebody else must approve. Every step is in the audit log.
 */
export class Compensations {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #audit: Audit;
  readonly #tasks: Tasks;

  constructor({ db, clock, audit, tasks }: { db: Database; clock: Clock; audit: Audit; tasks: Tasks }) {
    this.#db = db;
    this.#clock = clock;
    this.#audit = audit;
    this.#tasks = tasks;
  }

  async limits(): Promise<Limits> {
    return readLimits(this.#db.client);
  }

  async changeLimits(limits: Limits, staffId: string): Promise<Limits> {
    await this.#db.transaction(async (client) => {
      await keepLimits(client, limits);
      await this.#audit.record({
        staffId,
        action: 'update',
        entity: 'compensationLimits',
        fields: Object.keys(limits),
      });
    });
    return this.limits();
  }

  /** Grants it where the role's limit allows; else asks for approval and tells those who lead. Throws NotFound. */
  async request(wanted: NewCompensation, by: Granter): Promise<Compensation> {
    return this.#db.transaction(async (client) => {
      const complaint = await this.#lock(client, wanted.complaintId);
      const total = (await this.#granted(client, wanted.complaintId)) + wanted.amountCents;
      const approved = within(await readLimits(client), by.role, total);
      const now = this.#clock.now();
      const made = await client.compensation.create({
        data: {
          ...wanted,
          id: v7(),
          state: approved ? 'approved' : 'requested',
          requestedById: by.id,
          requestedAt: now,
          ...(approved && { decidedById: by.id, decidedAt: now }),
        },
      });
      await this.#log(client, made, approved ? 'approve' : 'request', by.id);
      if (!approved) {
        const { id: complaintId, customerId, conversationId } = complaint;
        const about = { title: titleOf(complaint), complaintId, customerId, conversationId };
        const ownerId = await this.#approver(client, by.id);
        await this.#tasks.raise({ type: 'approval', priority: 'high', detail: wanted.reason, ownerId, ...about });
      }
      return made;
    });
  }

  /** Approves or rejects what was asked for. Throws NotFound; Conflict unless it waits; Forbidden for one's own, or above the limit. */
  async decide(id: string, decision: { approve: boolean; note?: string | null }, by: Granter): Promise<Compensation> {
    return this.#db.transaction(async (client) => {
      const { complaintId } = await this.#find(client, id);
      await this.#lock(client, complaintId);
      const asked = await this.#find(client, id);
      if (asked.state !== 'requested') throw new Conflict('compensationDecided', 'This was decided already.');
      if (decision.approve) {
        if (asked.requestedById === by.id) throw new Forbidden('Somebody else must approve what you asked for.');
        const total = (await this.#granted(client, complaintId)) + asked.amountCents;
        if (!within(await readLimits(client), by.role, total))
          throw new Forbidden('This is above what your role may approve; ask somebody with a higher limit.');
      }
      return this.#step(client, asked, decision.approve ? 'approved' : 'rejected', {
        staffId: by.id,
        data: { decidedById: by.id, decidedAt: this.#clock.now(), decisionNote: decision.note ?? null },
      });
    });
  }

  /** The customer has it. Throws NotFound; Conflict unless it was approved, or twice. */
  async give(id: string, staffId: string): Promise<Compensation> {
    return this.#db.transaction(async (client) => {
      const { complaintId } = await this.#find(client, id);
      await this.#lock(client, complaintId);
      const approved = await this.#find(client, id);
      if (approved.state !== 'approved')
        throw new Conflict('compensationNotApproved', 'Only what was approved, and was not given yet, can be given.');
      return this.#step(client, approved, 'given', { staffId, data: { givenAt: this.#clock.now() } });
    });
  }

  /** What one complaint was granted so far. */
  async #granted(client: Client, complaintId: string): Promise<number> {
    const { _sum } = await client.compensation.aggregate({
      where: { complaintId, state: { in: ['approved', 'given'] } },
      _sum: { amountCents: true },
    });
    return _sum.amountCents ?? 0;
  }

  /** Somebody who leads and did not ask for it; null where there is nobody: then the queue has it. */
  async #approver(client: Client, requesterId: string): Promise<string | null> {
    const found = await client.staff.findFirst({
      where: { active: true, demo: false, role: { in: ['manager', 'administrator'] }, id: { not: requesterId } },
      orderBy: [{ role: 'asc' }, { id: 'asc' }],
      select: { id: true },
    });
    return found?.id ?? null;
  }

  async #step(
    client: Client,
    compensation: Compensation,
    state: CompensationState,
    { staffId, data }: { staffId: string; data: Partial<Compensation> },
  ): Promise<Compensation> {
    const changed = await client.compensation.update({ where: { id: compensation.id }, data: { ...data, state } });
    const action = { approved: 'approve', rejected: 'reject', given: 'give', requested: 'request' }[state];
    await this.#log(client, changed, action, staffId);
    return changed;
  }

  async #log(client: Client, { id, complaintId }: Compensation, action: string, staffId: string): Promise<void> {
    await this.#audit.record({ staffId, action, entity: 'compensation', entityId: id });
    await client.complaintEvent.create({
      data: { id: v7(), complaintId, kind: 'compensation', note: action, staffId, createdAt: this.#clock.now() },
    });
    this.#db.signals.publish('complaints', { complaintId });
  }

  async #find(client: Client, id: string): Promise<Compensation> {
    const found = await client.compensation.findUnique({ where: { id } });
    if (!found) throw new NotFound('compensation', id);
    return found;
  }

  /** All decisions about one complaint are made one after the other: the limit is of their sum. */
  async #lock(client: Client, complaintId: string) {
    await client.$queryRaw`SELECT id FROM "Complaint" WHERE id = ${complaintId}::uuid FOR UPDATE`;
    const complaint = await client.complaint.findUnique({ where: { id: complaintId } });
    if (!complaint) throw new NotFound('complaint', complaintId);
    return complaint;
  }
}
