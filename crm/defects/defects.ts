import { v7 } from 'uuid';
import type { Client, Database, Defect } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Consents } from '../consents/consents.ts';
import { Conflict, InvalidInput, NotFound } from '../errors.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Messenger } from '../messenger.ts';
import { olderThan, type Page, pageOf, rowsFor } from '../page.ts';
import type { Tasks } from '../tasks/tasks.ts';
import {
  type DefectFilter,
  type DefectSummary,
  defectNames,
  type Fix,
  formatDefect,
  type NewDefect,
  summaryOf,
  type Verdict,
} from './defect.ts';
import { defectArticles } from './defectArticles.ts';
import { tellComplainants } from './tellComplainants.ts';

/** What defects stand on. */
export interface DefectParts {
  db: Database;
  clock: Clock;
  audit: Audit;
  tasks: Tasks;
  consents: Consents;
  knowledge: Knowledge;
  messenger: Messenger;
}

/** Complaints with one cause: suspected, judged by those who make the product, fixed, and told to everybody who agreed. */
export class Defects {
  readonly #parts: DefectParts;
  readonly #db: Database;

  constructor(parts: DefectParts) {
    this.#parts = parts;
    this.#db = parts.db;
  }

  /** Newest first. */
  async list(filter: DefectFilter): Promise<Page<DefectSummary>> {
    const rows = await this.#db.client.defect.findMany({
      where: { AND: [{ state: filter.state, productId: filter.productId }, olderThan('createdAt', filter)] },
      include: defectNames,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: rowsFor(filter),
    });
    const agreed = await this.#agreed(rows.flatMap(({ complaints }) => complaints.map(({ id }) => id)));
    return pageOf(
      rows.map((row) => summaryOf(row, agreed)),
      filter,
      (row) => ({ at: row.createdAt, id: row.id }),
    );
  }

  /** Throws NotFound. */
  async get(id: string): Promise<DefectSummary> {
    const row = await this.#db.client.defect.findUnique({ where: { id }, include: defectNames });
    if (!row) throw new NotFound('defect', id);
    return summaryOf(row, await this.#agreed(row.complaints.map((complaint) => complaint.id)));
  }

  /** Suspects that these complaints have one cause; product and cause are those of the first. Throws NotFound, Conflict where one is grouped already. */
  async suspect({ title, complaintIds }: NewDefect, staffId: string): Promise<DefectSummary> {
    const [first] = complaintIds;
    if (!first) throw new InvalidInput([{ path: 'complaintIds', message: 'Name at least one complaint.' }]);
    const id = v7();
    await this.#db.transaction(async (client) => {
      const complaint = await client.complaint.findUnique({ where: { id: first } });
      if (!complaint) throw new NotFound('complaint', first);
      const { productId, causeCode } = complaint;
      const createdAt = this.#parts.clock.now();
      await client.defect.create({ data: { id, title, productId, causeCode, ownerId: staffId, createdAt } });
      for (const complaintId of complaintIds) await this.#join(client, id, complaintId, staffId);
      await this.#log('create', id, staffId);
    });
    return this.get(id);
  }

  /** Adds a complaint to the defect; where that is fixed already, its customer is told, too. Throws NotFound; Conflict if it belongs to another. */
  async group(id: string, complaintId: string, staffId: string): Promise<DefectSummary> {
    await this.#change(id, async (client, defect) => {
      await this.#join(client, id, complaintId, staffId);
      if (defect.state === 'fixed') await tellComplainants(this.#parts, client, id);
      await this.#log('group', id, staffId, ['complaints']);
    });
    return this.get(id);
  }

  /** Takes a complaint out again. Throws NotFound; Conflict if its customer was already told of this fix. */
  async part(id: string, complaintId: string, staffId: string): Promise<DefectSummary> {
    await this.#change(id, async (client) => {
      const { count } = await client.complaint.updateMany({
        where: { id: complaintId, defectId: id, fixToldAt: null },
        data: { defectId: null },
      });
      if (count === 0)
        throw new Conflict('notGrouped', 'This complaint is not part of the defect, or its customer was already told.');
      await this.#note(client, complaintId, 'parted', id, staffId);
      await this.#log('part', id, staffId, ['complaints']);
    });
    return this.get(id);
  }

  /** Keeps what those who make it found. Throws NotFound; Conflict once it is fixed. */
  async judge(id: string, verdict: Verdict, staffId: string): Promise<DefectSummary> {
    await this.#change(id, async (client, defect) => {
      if (defect.state === 'fixed') throw new Conflict('defectFixed', 'This defect is fixed; its verdict stands.');
      const affectedBatches = [...new Set(verdict.affectedBatches.map((batch) => batch.trim()).filter(Boolean))];
      await client.defect.update({ where: { id }, data: { ...verdict, affectedBatches } });
      await this.#log('judge', id, staffId, Object.keys(verdict));
    });
    return this.get(id);
  }

  /**
   * It is fixed: everybody who agreed is told in the conversation, in the transaction of the fix, and asked once whether it
   * is solved; who can not be reached there gets a call. What was learnt becomes a label note and, if wanted, an article in
   * both languages. Throws NotFound; Conflict unless it was confirmed.
   */
  async resolve(
    id: string,
    { fix, labelNote = null, writeArticle = false }: Fix,
    staffId: string,
  ): Promise<DefectSummary> {
    await this.#change(id, async (client, defect) => {
      if (defect.state !== 'confirmed')
        throw new Conflict('defectNotConfirmed', 'Write down the verdict of those who make it first.');
      const learnt = writeArticle
        ? await defectArticles(client, this.#parts.knowledge, { defect, fix, labelNote, staffId })
        : null;
      await client.defect.update({
        where: { id },
        data: {
          state: 'fixed',
          fix,
          ...(labelNote && { labelNote }),
          articleId: learnt,
          fixedAt: this.#parts.clock.now(),
        },
      });
      await tellComplainants(this.#parts, client, id);
      await this.#log('fix', id, staffId, [
        'fix',
        ...(labelNote ? ['labelNote'] : []),
        ...(learnt ? ['articleId'] : []),
      ]);
    });
    return this.get(id);
  }

  async #join(client: Client, id: string, complaintId: string, staffId: string): Promise<void> {
    const { count } = await client.complaint.updateMany({
      where: { id: complaintId, OR: [{ defectId: null }, { defectId: id }] },
      data: { defectId: id },
    });
    if (count > 0) return this.#note(client, complaintId, 'grouped', id, staffId);
    if (!(await client.complaint.findUnique({ where: { id: complaintId } })))
      throw new NotFound('complaint', complaintId);
    throw new Conflict('groupedAlready', 'This complaint belongs to another defect; take it out there first.');
  }

  async #note(client: Client, complaintId: string, kind: string, defectId: string, staffId: string): Promise<void> {
    const { number, title } = await client.defect.findUniqueOrThrow({ where: { id: defectId } });
    const note = `${formatDefect(number)} ${title}`;
    await client.complaintEvent.create({
      data: { id: v7(), complaintId, kind, note, staffId, createdAt: this.#parts.clock.now() },
    });
    this.#db.signals.publish('complaints', { complaintId });
  }

  /** Runs a change under the defect's row lock, so that nobody is told twice. Throws NotFound. */
  async #change(id: string, change: (client: Client, defect: Defect) => Promise<unknown>): Promise<void> {
    await this.#db.transaction(async (client) => {
      await client.$queryRaw`SELECT id FROM "Defect" WHERE id = ${id}::uuid FOR UPDATE`;
      const defect = await client.defect.findUnique({ where: { id } });
      if (!defect) throw new NotFound('defect', id);
      await change(client, defect);
      this.#db.signals.publish('complaints', {});
    });
  }

  #agreed(complaintIds: string[]): Promise<Set<string>> {
    return this.#parts.consents.granted(complaintIds, 'defectNotice');
  }

  #log(action: string, entityId: string, staffId: string, fields: string[] = []): Promise<void> {
    return this.#parts.audit.record({ staffId, action, entity: 'defect', entityId, fields });
  }
}
