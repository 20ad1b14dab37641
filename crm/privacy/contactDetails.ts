import { z } from 'zod';
import type { Database, Role } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import { Forbidden, NotFound } from '../errors.ts';
import { KeptSetting } from '../keptSetting.ts';

const role = z.enum(['staff', 'manager', 'administrator']);
/** The lowest role that sees a field of customers whole; who is below it sees it masked, and may have it shown. */
export const contactPolicySchema = z.strictObject({ phone: role, email: role });
export type ContactPolicy = z.infer<typeof contactPolicySchema>;
const standard: ContactPolicy = { phone: 'manager', email: 'manager' };

/** What somebody needs a number or an address for. */
export const showReasons = ['call', 'write', 'delivery', 'check', 'task'] as const;
export type ShowReason = (typeof showReasons)[number];

/** Which fields somebody sees whole. */
export type Seen = Record<keyof ContactPolicy, boolean>;
export const seesNothing: Seen = { phone: false, email: false };

export interface ContactDetails {
  phone: string | null;
  email: string | null;
  /** What was said for a complaint of how to be reached. */
  said: string | null;
}

const ranks: Record<Role, number> = { staff: 0, manager: 1, administrator: 2 };
/** How long an instance may go by an older policy, in ms. */
const FRESH = 5000;

/** Phones and mail addresses of customers are masked by role, and shown on a press that is logged: who, when, of whom, what for (0060). */
export class CustomerContacts {
  readonly #db: Database;
  readonly #audit: Audit;
  readonly #policy: KeptSetting<ContactPolicy>;
  #known: { policy: ContactPolicy; until: number } | undefined;

  constructor(db: Database, audit: Audit) {
    this.#db = db;
    this.#audit = audit;
    const known = { key: 'contactPolicy', schema: contactPolicySchema, standard };
    this.#policy = new KeptSetting({ db, audit, ...known });
  }

  policy(): Promise<ContactPolicy> {
    return this.#policy.read();
  }

  async setPolicy(policy: ContactPolicy, staffId: string | null): Promise<ContactPolicy> {
    const kept = await this.#policy.keep(policy, staffId);
    this.#known = undefined;
    return kept;
  }

  async seenBy(given: Role | undefined): Promise<Seen> {
    if (!given) return seesNothing;
    if (!this.#known || this.#known.until < performance.now()) {
      this.#known = { policy: await this.policy(), until: performance.now() + FRESH };
    }
    const { phone, email } = this.#known.policy;
    return { phone: ranks[given] >= ranks[phone], email: ranks[given] >= ranks[email] };
  }

  /** Shows them to a person who says what for; for a task only to its owner. It is in the audit log before it is seen. Throws NotFound, Forbidden. */
  async show(
    customerId: string,
    by: { staffId: string; reason: ShowReason; taskId?: string | undefined; complaintId?: string | undefined },
  ): Promise<ContactDetails> {
    const { staffId, reason, taskId, complaintId } = by;
    return this.#db.transaction(async (client) => {
      const select = { phone: true, email: true };
      const found = await client.customer.findUnique({ where: { id: customerId }, select });
      if (!found) throw new NotFound('customer', customerId);
      if (reason === 'task') {
        const task = await client.task.findFirst({ where: { id: taskId ?? '', customerId, state: 'open' } });
        if (!task) throw new NotFound('open task', taskId ?? '');
        if (task.ownerId !== staffId) throw new Forbidden('Take the task first: its owner is shown whom to call.');
      }
      const told = complaintId ? await client.complaint.findFirst({ where: { id: complaintId, customerId } }) : null;
      if (complaintId && !told) throw new NotFound('complaint', complaintId);
      const fields = (['phone', 'email'] as const).filter((field) => found[field] !== null);
      const entry = { staffId, action: 'show', entity: 'customer', entityId: customerId, reason };
      await this.#audit.record({ ...entry, fields: told?.contact ? [...fields, 'contact'] : fields });
      return { ...found, said: told?.contact ?? null };
    });
  }
}
