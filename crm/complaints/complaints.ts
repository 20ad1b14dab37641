import { v7 } from 'uuid';
import type { Complaint, ComplaintState, Database, Prisma, Severity, TaskPriority } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import { Conflict, NotFound } from '../errors.ts';
import { olderThan, type Page, type PageRequest, pageOf, rowsFor } from '../page.ts';
import type { Tasks } from '../tasks/tasks.ts';
import {
  type ComplaintDetail,
  type ComplaintSummary,
  complaintNames,
  complaintWithAll,
  formatNumber,
  type NewComplaint,
  nextStates,
  summaryOf,
} from './complaint.ts';

export type { Complaint } from '#prisma/client.ts';

/** How soon a person must act: safety in 30 minutes, serious in 4 business hours, normal on the next business day at noon. */
const priorityOf: Record<Severity, TaskPriority> = { safety: 'urgent', serious: 'high', normal: 'normal' };
const TITLE_LENGTH = 80;

/** Which complaints; `open` leaves out the closed ones. */
export interface ComplaintFilter extends PageRequest {
  state?: ComplaintState;
  severity?: Severity;
  productId?: string;
  customerId?: string;
  open?: boolean;
}

/** What went wrong for customers, until it is put right. */
export class Complaints {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #tasks: Tasks;

  constructor(db: Database, clock: Clock, tasks: Tasks) {
    this.#db = db;
    this.#clock = clock;
    this.#tasks = tasks;
  }

  /** Records it and raises its task, in one transaction. The number exists from here on. */
  async record(complaint: NewComplaint): Promise<Complaint> {
    const { evidence, occurredOn, taskId, ...told } = complaint;
    return this.#db.transaction(async (client) => {
      const now = this.#clock.now();
      const id = v7();
      const recorded = await client.complaint.create({
        data: { ...told, id, occurredOn: occurredOn ? new Date(`${occurredOn}T00:00:00Z`) : null, createdAt: now },
      });
      if (evidence.length > 0) {
        await client.complaintEvidence.createMany({
          data: evidence.map(({ name, contentType, url }) => ({ id: v7(), complaintId: id, name, contentType, url })),
        });
      }
      await client.complaintEvent.create({ data: { id: v7(), complaintId: id, state: 'received', createdAt: now } });
      const { customerId, conversationId } = recorded;
      const about = { title: titleOf(recorded), detail: recorded.whatHappened, complaintId: id };
      const joined = await client.task.updateMany({
        where: { id: taskId ?? id, customerId, state: 'open', complaintId: null },
        data: about,
      });
      if (joined.count === 0) {
        const priority = priorityOf[recorded.severity];
        await this.#tasks.raise({ type: 'complaint', ...about, priority, customerId, conversationId });
      }
      this.#db.signals.publish('complaints', { complaintId: id });
      return recorded;
    });
  }

  /** A customer's own, newest first. */
  async forCustomer(customerId: string, limit = 10): Promise<Complaint[]> {
    return this.#db.client.complaint.findMany({
      where: { customerId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit,
    });
  }

  /** By the number that customers know; null if there is none. */
  async byNumber(number: number): Promise<Complaint | null> {
    return this.#db.client.complaint.findUnique({ where: { number } });
  }

  /** Throws NotFound. */
  async get(id: string): Promise<ComplaintDetail> {
    const row = await this.#db.client.complaint.findUnique({ where: { id }, include: complaintWithAll });
    if (!row) throw new NotFound('complaint', id);
    return summaryOf(row);
  }

  /** Newest first. */
  async list(filter: ComplaintFilter): Promise<Page<ComplaintSummary>> {
    const { state, severity, productId, customerId, open } = filter;
    const conditions: Prisma.ComplaintWhereInput[] = [{ state, severity, productId, customerId }];
    if (open) conditions.push({ state: { not: 'closed' } });
    conditions.push(olderThan('createdAt', filter));
    const rows = await this.#db.client.complaint.findMany({
      where: { AND: conditions },
      include: complaintNames,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: rowsFor(filter),
    });
    return pageOf(rows.map(summaryOf), filter, (row) => ({ at: row.createdAt, id: row.id }));
  }

  /** The next step, with a note for colleagues; who takes it in hand owns it. Throws NotFound; Conflict if the step is not possible. */
  async changeState(
    id: string,
    state: ComplaintState,
    by: { staffId: string; note?: string | null },
  ): Promise<ComplaintDetail> {
    await this.#db.transaction(async (client) => {
      const now = this.#clock.now();
      await client.$queryRaw`SELECT id FROM "Complaint" WHERE id = ${id}::uuid FOR UPDATE`;
      const complaint = await client.complaint.findUnique({ where: { id } });
      if (!complaint) throw new NotFound('complaint', id);
      if (!nextStates[complaint.state].includes(state)) {
        throw new Conflict('stateNotPossible', `A complaint that is ${complaint.state} can not become ${state}.`);
      }
      const ownerId = complaint.ownerId ?? by.staffId;
      await client.complaint.update({
        where: { id },
        data: { state, ownerId, closedAt: state === 'closed' ? now : null },
      });
      const event = { id: v7(), complaintId: id, state, note: by.note ?? null, staffId: by.staffId, createdAt: now };
      await client.complaintEvent.create({ data: event });
      this.#db.signals.publish('complaints', { complaintId: id });
    });
    return this.get(id);
  }
}

/** For staff, in nobody's language but the customer's: number and the beginning of what happened. */
function titleOf(complaint: Complaint): string {
  const said = complaint.whatHappened.replace(/\s+/g, ' ').trim();
  const short = [...said].length > TITLE_LENGTH ? `${[...said].slice(0, TITLE_LENGTH).join('')}…` : said;
  return `${formatNumber(complaint.number)} ${short}`;
}
