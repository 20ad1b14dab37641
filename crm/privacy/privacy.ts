import { v7 } from 'uuid';
import type { Database, Erasure, Prisma } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Enquiries } from '../costs/enquiries/enquiries.ts';
import { NotFound } from '../errors.ts';
import { olderThan, type Page, type PageRequest, pageOf, rowsFor } from '../page.ts';
import { tellPartners } from '../webhooks/events.ts';
import { type Counts, countRows, eraseRows } from './erase.ts';
import type { CustomerFiles, ErasedList } from './erasedList.ts';
import type { ErasedMarks } from './erasedMarks.ts';
import { cutMentions, type Mention, marksOf } from './mentions.ts';
import { type Person, personOf } from './person.ts';

/** Who wanted a person to be erased. */
export type ErasureSource = 'customer' | 'staff' | 'retention' | 'restore';

/** What erasing a person did. */
export interface Erased {
  id: string;
  counts: Counts;
  mentions: Mention[];
}

/** A person who asked in a conversation is erased once the answer is delivered, and after this long in any case. */
const PATIENCE_MS = 10 * 60_000;

/**
 * The right to leave (PIPL art. 47, GDPR art. 17): cuts a person out of every table, file and index. What is left are counts, scores
 * and costs of nobody. docs/privacy.md names what happens to what.
 */
export class Privacy {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #audit: Audit;
  readonly #list: ErasedList;
  readonly #files: CustomerFiles;
  readonly #enquiries: Enquiries;
  readonly #marks: ErasedMarks;

  constructor(parts: {
    db: Database;
    clock: Clock;
    audit: Audit;
    list: ErasedList;
    files: CustomerFiles;
    enquiries: Enquiries;
    marks: ErasedMarks;
  }) {
    this.#marks = parts.marks;
    this.#db = parts.db;
    this.#clock = parts.clock;
    this.#audit = parts.audit;
    this.#list = parts.list;
    this.#files = parts.files;
    this.#enquiries = parts.enquiries;
  }

  /** What erasing this customer would cut, by table. Throws NotFound. */
  async preview(customerId: string): Promise<Counts> {
    return countRows(this.#db.client, await this.#person(customerId));
  }

  /** Erases a person now. Throws NotFound. */
  async erase(customerId: string, by: { source: ErasureSource; staffId?: string | null }): Promise<Erased> {
    await this.#person(customerId);
    const erasure = await this.#db.transaction((client) =>
      client.erasure.create({
        data: {
          id: v7(),
          customerId,
          source: by.source,
          staffId: by.staffId ?? null,
          requestedAt: this.#clock.now(),
        },
      }),
    );
    return this.#carryOut(erasure);
  }

  /** A customer who has proven who they are wants to be erased. Part of the turn; done by `runDue` once the answer is on its way. */
  async request(customerId: string, conversationId: string): Promise<Erasure> {
    return this.#db.transaction(async (client) => {
      const open = await client.erasure.findFirst({ where: { customerId, doneAt: null } });
      if (open) return open;
      return client.erasure.create({
        data: { id: v7(), customerId, conversationId, source: 'customer', requestedAt: this.#clock.now() },
      });
    });
  }

  /** Erases those who asked, as soon as nothing of their conversation is under way. Safe to run twice. Tells how many. */
  async runDue(now: Date): Promise<number> {
    const open = await this.#db.client.erasure.findMany({
      where: { doneAt: null },
      orderBy: { requestedAt: 'asc' },
      take: 20,
    });
    let done = 0;
    for (const erasure of open) {
      const waits = now.getTime() - erasure.requestedAt.getTime() < PATIENCE_MS;
      if (waits && erasure.conversationId && (await this.#isBusy(erasure.conversationId))) continue;
      await this.#carryOut(erasure);
      done++;
    }
    return done;
  }

  /** After a backup was put back: erases again whoever had been erased since. Tells how many. */
  async reapply(): Promise<number> {
    const ids = await this.#list.ids();
    const back = await this.#db.client.customer.findMany({
      where: { id: { in: ids }, erasedAt: null },
      select: { id: true },
    });
    for (const { id } of back) {
      if (await this.#db.client.customer.count({ where: { id, erasedAt: null } }))
        await this.erase(id, { source: 'restore' });
    }
    return back.length;
  }

  /** Newest first. */
  async list(request: PageRequest = {}): Promise<Page<Erasure>> {
    const rows = await this.#db.client.erasure.findMany({
      where: olderThan('requestedAt', request),
      orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
      take: rowsFor(request),
    });
    return pageOf(rows, request, ({ requestedAt, id }) => ({ at: requestedAt, id }));
  }

  async #carryOut({ id, customerId, source, staffId }: Erasure): Promise<Erased> {
    const now = this.#clock.now();
    // On the list before it is done: what stops in between is done by the next start.
    const { customers } = await personOf(this.#db.client, customerId);
    await this.#list.add(customers, now);
    const hash = await this.#marks.hasher();
    const { uploads, ...erased } = await this.#db.transaction(async (client) => {
      const person = await personOf(client, customerId);
      const marks = await marksOf(client, person);
      await this.#marks.note(client, person, hash, now);
      const rows = await client.upload.findMany({
        where: { conversationId: { in: person.conversations } },
        select: { id: true },
      });
      const ofAccounts = { where: { account: { in: marks.addresses } } };
      await client.messageAllowance.deleteMany(ofAccounts);
      await client.unreachableAccount.deleteMany(ofAccounts);
      await client.noticeGrant.deleteMany(ofAccounts);
      await client.notice.deleteMany(ofAccounts);
      // A photo that is still to be fetched from the channel must not arrive after its customer has left.
      await client.mediaFetch.deleteMany({ where: { uploadId: { in: rows.map((row) => row.id) } } });
      // What their enquiries cost stays; which product they were about is told by words that go now.
      await this.#enquiries.keep(client, person.conversations, now);
      const counts = await eraseRows(client, person, now);
      // After the accounts: a proof that comes in just now holds on to its account, and is waited for.
      await client.accountProof.deleteMany(ofAccounts);
      await client.$executeRaw`DELETE FROM "MovedRecord" WHERE "homeId" = ANY(${person.customers}::uuid[])`;
      const { mentions, articleIds, examples } = await cutMentions(client, marks, now);
      if (examples > 0) counts.Example = examples;
      const told = { counts, mentions: mentions as unknown as Prisma.InputJsonValue };
      await client.erasure.update({ where: { id }, data: { doneAt: now, ...told } });
      await this.#audit.record({
        staffId,
        action: 'erase',
        entity: 'customer',
        entityId: customerId,
        fields: [source],
      });
      await tellPartners(this.#db, now, { type: 'customer.erased', data: { customerId } });
      for (const articleId of articleIds) this.#db.signals.publish('articles', { articleId });
      if (examples > 0) this.#db.signals.publish('examples', {});
      for (const topic of ['conversations', 'complaints', 'responses', 'tasks', 'promises'] as const) {
        this.#db.signals.publish(topic, {});
      }
      return { id, counts, mentions, uploads: rows.map((row) => row.id) };
    });
    await this.#files.remove(uploads);
    return erased;
  }

  async #isBusy(conversationId: string): Promise<boolean> {
    const [row] = await this.#db.client.$queryRaw<{ busy: boolean }[]>`
      SELECT c.waiting > 0 OR c.lease IS NOT NULL OR EXISTS (
        SELECT 1 FROM "OutboxEntry" o WHERE o."conversationId" = c.id AND o.state IN ('waiting', 'sending')) AS busy
        FROM "Conversation" c WHERE c.id = ${conversationId}::uuid`;
    return row?.busy ?? false;
  }

  async #person(customerId: string): Promise<Person> {
    const person = await personOf(this.#db.client, customerId);
    if (person.customers.length === 0) throw new NotFound('customer', customerId);
    return person;
  }
}
