import { createHash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { Database, RecordLink } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import { rootOf } from '../customers/merging/rows.ts';
import { Conflict, NotFound, Unauthenticated } from '../errors.ts';

/** For so long a link can be opened, and for so long the browser that opened it goes on. */
const OPEN_HOURS = 24;
const USE_MINUTES = 60;
/** So many a day of one customer: a page that is lost is asked for again, not a hundred times. */
const A_DAY = 20;

/** Who stands before the page: the customer, and by which link. */
export interface AtPage {
  customerId: string;
  linkId: string;
}

/**
 * Links to a customer's own page. Whoever opens one first has it, for an hour; opening is a press, so that programs that preview links
 * use none up. Only hashes are kept.
 */
export class RecordLinks {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #audit: Audit;
  readonly #publicUrl: string;

  constructor(db: Database, clock: Clock, audit: Audit, publicUrl = '') {
    this.#db = db;
    this.#clock = clock;
    this.#audit = audit;
    this.#publicUrl = publicUrl.replace(/\/$/, '');
  }

  /** The address of the page, good for a day; a path where nobody said where we are. Throws NotFound, Conflict (tooManyLinks). */
  async make(
    customerId: string,
    by: { conversationId?: string; staffId?: string | null } = {},
  ): Promise<{ url: string; expiresAt: Date }> {
    const now = this.#clock.now();
    const token = randomBytes(24).toString('base64url');
    const expiresAt = new Date(now.getTime() + OPEN_HOURS * 3_600_000);
    const { conversationId = null, staffId = null } = by;
    await this.#db.transaction(async (client) => {
      const customer = await client.customer.findUnique({ where: { id: customerId } });
      if (!customer || customer.erasedAt) throw new NotFound('customer', customerId);
      const since = new Date(now.getTime() - 24 * 3_600_000);
      if ((await client.recordLink.count({ where: { customerId, createdAt: { gt: since } } })) >= A_DAY)
        throw new Conflict('tooManyLinks', 'There were too many links today already.');
      const data = {
        id: v7(),
        tokenHash: hashOf(token),
        customerId,
        conversationId,
        staffId,
        createdAt: now,
        expiresAt,
      };
      await client.recordLink.create({ data });
      if (staffId)
        await this.#audit.record({ staffId, action: 'link', entity: 'customer', entityId: customerId, fields: [] });
    });
    return { url: `${this.#publicUrl}/me/${token}`, expiresAt };
  }

  /** Opens the page, once: the key by which this browser goes on. Throws NotFound, Conflict (linkUsed, linkExpired). */
  async open(token: string): Promise<{ key: string; until: Date }> {
    const now = this.#clock.now();
    const tokenHash = hashOf(token);
    const key = randomBytes(24).toString('base64url');
    const until = new Date(now.getTime() + USE_MINUTES * 60_000);
    const opened = await this.#db.transaction((client) =>
      client.recordLink.updateMany({
        where: { tokenHash, openedAt: null, expiresAt: { gt: now } },
        data: { openedAt: now, keyHash: hashOf(key), expiresAt: until },
      }),
    );
    if (opened.count > 0) return { key, until };
    const link = await this.#db.client.recordLink.findUnique({ where: { tokenHash } });
    if (!link) throw new NotFound('link', '…');
    if (link.openedAt) throw new Conflict('linkUsed', 'This link was opened already. Ask for a new one.');
    throw new Conflict('linkExpired', 'This link has ended. Ask for a new one.');
  }

  /** Who has opened the page and goes on; the record that is shown for them. Throws NotFound, Unauthenticated, Conflict (linkExpired). */
  async at(token: string, key: string): Promise<AtPage> {
    const link: RecordLink | null = await this.#db.client.recordLink.findUnique({
      where: { tokenHash: hashOf(token) },
    });
    if (!link) throw new NotFound('link', '…');
    if (!link.keyHash || link.keyHash !== hashOf(key))
      throw new Unauthenticated('This page belongs to the browser that opened it.', 'linkUsed');
    if (link.expiresAt <= this.#clock.now())
      throw new Conflict('linkExpired', 'This link has ended. Ask for a new one.');
    return { customerId: await rootOf(this.#db.client, link.customerId), linkId: link.id };
  }

  /** The customer is done: nobody goes on with the link. */
  async close(token: string, key: string): Promise<void> {
    const { linkId } = await this.at(token, key);
    await this.#db.transaction((client) => client.recordLink.deleteMany({ where: { id: linkId } }));
  }

  /** Links that ended a week ago are let go. Run by the clock; safe to run twice. */
  async tidy(): Promise<void> {
    const before = new Date(this.#clock.now().getTime() - 7 * 86_400_000);
    await this.#db.transaction((client) => client.recordLink.deleteMany({ where: { expiresAt: { lt: before } } }));
  }
}

const hashOf = (secret: string): string => createHash('sha256').update(`record ${secret}`).digest('hex');
