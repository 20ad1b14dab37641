import { v7 } from 'uuid';
import type { Client, Complaint, ComplaintState, Database, Prisma, Severity, TaskPriority } from '#prisma/client.ts';
import type { NewConsent, Purpose } from '../consents/consents.ts';
import { Conflict, InvalidInput, NotFound } from '../errors.ts';
import { olderThan, type Page, type PageRequest, pageOf, rowsFor } from '../page.ts';
import { type NextContact, nextEvent, nextTask } from '../tasks/nextContact.ts';
import { tellPartners } from '../webhooks/events.ts';
import { answerByFor, callBackAt } from './answerBy.ts';
import { causeOf } from './causes.ts';
import {
  type ComplaintDetail,
  type ComplaintSummary,
  complaintNames,
  complaintWithAll,
  type NewComplaint,
  nextStates,
  summaryOf,
  titleOf,
} from './complaint.ts';
import type { ComplaintParts } from './complaintParts.ts';
import { changeFacts, type FactsChange } from './facts.ts';
import { tellOfLate } from './late.ts';
import { recordedPurchase } from './purchaseFacts.ts';
import { readWords, type SimilarComplaint, similarTo, wordsOf } from './similar.ts';
import { customerSays } from './solved.ts';
import { tellCustomer } from './tell.ts';

export type { Complaint } from '#prisma/client.ts';

/** How soon a person must act: safety in 30 minutes, serious in 4 business hours, normal on the next business day at noon. */
const priorityOf: Record<Severity, TaskPriority> = { safety: 'urgent', serious: 'high', normal: 'normal' };

/** Which complaints; `open` leaves out the closed ones. */
export interface ComplaintFilter extends PageRequest {
  state?: ComplaintState;
  severity?: Severity;
  productId?: string;
  customerId?: string;
  defectId?: string;
  causeCode?: string;
  /** Whose task it is. */
  teamId?: string;
  open?: boolean;
}

/** A step, with a note for colleagues and, where the customer is answered, the words for the customer. */
export interface StateChange {
  staffId: string;
  note?: string | null;
  answer?: string | null;
  /** Of a complaint that is closed: when the customer is contacted next; absent: the usual call-back. */
  next?: NextContact | undefined;
}

/** What went wrong for customers, until it is put right. */
export class Complaints {
  readonly #parts: ComplaintParts;
  readonly #db: Database;

  constructor(parts: ComplaintParts) {
    this.#parts = parts;
    this.#db = parts.db;
  }

  /** Records it and raises its task, in one transaction. The number exists from here on. */
  async record(complaint: NewComplaint): Promise<Complaint> {
    const { evidence, occurredOn, purchasedOn, taskId, ...told } = complaint;
    const { clock, tasks } = this.#parts;
    return this.#db.transaction(async (client) => {
      const now = clock.now();
      const id = v7();
      const recorded = await client.complaint.create({
        data: {
          ...told,
          id,
          occurredOn: dayOf(occurredOn),
          purchasedOn: dayOf(purchasedOn) ?? (await recordedPurchase(client, told.customerId, told.productId)),
          causeCode: (await causeOf(client, told.whatHappened)) ?? null,
          words: wordsOf(told.whatHappened),
          answerBy: answerByFor(told.severity, now, await this.#parts.shop.calendar()),
          createdAt: now,
        },
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
        await tasks.raise({ type: 'complaint', ...about, priority, customerId, conversationId });
      }
      const { number } = recorded;
      await tellPartners(this.#db, now, {
        type: 'complaint.recorded',
        data: { complaintId: id, number, customerId, state: 'received' },
      });
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
    const { state, severity, productId, customerId, defectId, causeCode, teamId, open } = filter;
    const conditions: Prisma.ComplaintWhereInput[] = [{ state, severity, productId, customerId, defectId, causeCode }];
    if (teamId) conditions.push({ tasks: { some: { type: 'complaint', teamId } } });
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

  /**
   * The next step; who takes it in hand owns it. The customer is told of it, before asking. Closing plans the call that
   * asks whether it holds, unless another contact is planned, or none. Throws NotFound; Conflict if the step is not possible; InvalidInput for an answer that can not reach the customer.
   */
  async changeState(id: string, state: ComplaintState, by: StateChange): Promise<ComplaintDetail> {
    const { clock, messenger, tasks } = this.#parts;
    await this.#change(id, async (client, complaint) => {
      if (!nextStates[complaint.state].includes(state)) {
        throw new Conflict('stateNotPossible', `A complaint that is ${complaint.state} can not become ${state}.`);
      }
      const now = clock.now();
      const ownerId = complaint.ownerId ?? by.staffId;
      await client.complaint.update({
        where: { id },
        data: { state, ownerId, closedAt: state === 'closed' ? now : null },
      });
      await client.complaintEvent.create({
        data: { id: v7(), complaintId: id, state, note: by.note ?? null, staffId: by.staffId, createdAt: now },
      });
      const { number, customerId } = complaint;
      await tellPartners(this.#db, now, {
        type: 'complaint.changed',
        data: { complaintId: id, number, customerId, state },
      });
      const told = await tellCustomer(client, messenger, complaint, { kind: 'complaintMoved', state });
      if (by.answer && !told)
        throw new InvalidInput([
          { path: 'answer', message: 'This customer can not be written to here. Call, and write a note instead.' },
        ]);
      if (by.answer && complaint.conversationId) {
        const { name } = await client.staff.findUniqueOrThrow({ where: { id: by.staffId } });
        await messenger.say(complaint.conversationId, by.answer, { id: by.staffId, name });
      }
      if (state === 'closed') {
        const { conversationId } = complaint;
        const contact = { title: titleOf(complaint), complaintId: id, customerId, conversationId };
        const usual = { type: 'callBack', dueAt: callBackAt(now, await this.#parts.shop.calendar()) };
        const next = by.next === undefined ? usual : by.next;
        if (next) await tasks.raise({ ...nextTask(contact, next, { staffId: by.staffId, now }), ownerId });
        if (by.next !== undefined) {
          const event = { ...nextEvent(next, by.staffId), createdAt: now };
          await client.complaintEvent.create({ data: { id: v7(), complaintId: id, ...event } });
        }
      }
    });
    return this.get(id);
  }

  /** Completes what is known of it; who the customer promised an answer by another day is told. Throws NotFound, InvalidInput. */
  async changeFacts(id: string, change: FactsChange, staffId: string): Promise<ComplaintDetail> {
    await this.#change(id, (client, complaint) => changeFacts(this.#parts, client, { complaint, change, staffId }));
    return this.get(id);
  }

  /** Complaints that may have the same cause, the likeliest first; staff group them to a defect. Throws NotFound. */
  async similar(id: string): Promise<SimilarComplaint[]> {
    return similarTo(this.#db.client, await this.get(id), this.#parts.clock.now());
  }

  /** What the customer agreed to or refused, with where it can be read. Throws NotFound. */
  async consent(
    id: string,
    answer: Pick<NewConsent, 'granted' | 'wording' | 'source'> & {
      purpose: Purpose;
      activityId?: string | null;
      proof?: string | null;
      staffId?: string | null;
    },
  ): Promise<void> {
    const { clock, consents } = this.#parts;
    const { staffId = null, ...given } = answer;
    await this.#change(id, async (client, { customerId }) => {
      await consents.record({ ...given, customerId, complaintId: id, channel: 'any', recordedById: staffId });
      const note = `${given.purpose}: ${given.granted ? 'yes' : 'no'}`;
      await client.complaintEvent.create({
        data: { id: v7(), complaintId: id, kind: 'consent', note, staffId, createdAt: clock.now() },
      });
    });
  }

  /** Writes a test on the customer into the log. Throws Conflict unless the customer's consent is on record; NotFound. */
  async planTest(id: string, by: { staffId: string; what: string }): Promise<ComplaintDetail> {
    const { audit, clock, consents } = this.#parts;
    await this.#change(id, async (client) => {
      if (!(await consents.holds(id, 'productTest')))
        throw new Conflict(
          'consentNeeded',
          'Record the customer’s consent to the test first: who asked, in which words, and what the customer said.',
        );
      await client.complaintEvent.create({
        data: {
          id: v7(),
          complaintId: id,
          kind: 'test',
          note: by.what,
          staffId: by.staffId,
          createdAt: clock.now(),
        },
      });
      await audit.record({ staffId: by.staffId, action: 'planTest', entity: 'complaint', entityId: id });
    });
    return this.get(id);
  }

  /** The customer's own word on whether it is solved; "no" opens it again and raises a task. False: there is no such complaint of this customer. */
  async customerSays(answer: {
    complaintId: string;
    customerId: string;
    solved: boolean;
    words?: string;
  }): Promise<boolean> {
    return customerSays(this.#parts, answer);
  }

  /** Tells customers whose answer is overdue, once for each date, and reads words that were not read yet. Safe to run twice. Returns how many were told. */
  async runDue(now: Date): Promise<number> {
    await readWords(this.#db);
    return tellOfLate(this.#parts, now);
  }

  /** Runs a change under the complaint's row lock. Throws NotFound. */
  async #change(id: string, change: (client: Client, complaint: Complaint) => Promise<unknown>): Promise<void> {
    await this.#db.transaction(async (client) => {
      await client.$queryRaw`SELECT id FROM "Complaint" WHERE id = ${id}::uuid FOR UPDATE`;
      const complaint = await client.complaint.findUnique({ where: { id } });
      if (!complaint) throw new NotFound('complaint', id);
      await change(client, complaint);
      this.#db.signals.publish('complaints', { complaintId: id });
    });
  }
}

const dayOf = (iso: string | null | undefined): Date | null => (iso ? new Date(`${iso}T00:00:00Z`) : null);
