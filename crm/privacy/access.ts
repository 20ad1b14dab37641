import { createHash, randomBytes } from 'node:crypto';
import { type Database, Prisma } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import { Conflict, NotFound } from '../errors.ts';
import { rowsOf } from './erase.ts';
import type { CustomerFiles } from './erasedList.ts';
import { holdings } from './holdings.ts';
import { personOf } from './person.ts';

/** Everything that is kept of a person: rows as JSON by table, and their files. */
export interface PersonalData {
  customerId: string;
  name: string | null;
  language: string | null;
  madeAt: Date;
  tables: Record<string, Record<string, unknown>[]>;
  files: { id: string; name: string; contentType: string; bytes: Buffer }[];
}

/** For so long a link works. */
const LINK_HOURS = 24;
/** A copy is much work: that many a day, not a hundred. */
const LINKS_A_DAY = 5;

/** Columns about the works of the house or about colleagues: no part of a customer's copy. */
const notTheirs = [
  'staffId',
  'ownerId',
  'recordedById',
  'requestedById',
  'decidedById',
  'completedById',
  'fulfilledById',
  'lease',
  'leaseUntil',
  'waiting',
  'turns',
  'sequence',
  'takeovers',
  'reference',
  'explanation',
  'demo',
  'nudgedAt',
  'escalatedAt',
  'ownFields',
  'textHash',
  'tries',
  'bytes',
];

/**
 * The right to a copy (PIPL art. 45, GDPR art. 15 and 20): everything that hangs on a person, by the same list that erasure goes by,
 * so that nothing is kept of which no copy is given.
 */
export class Access {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #audit: Audit;
  readonly #files: CustomerFiles;
  readonly #publicUrl: string;

  constructor(parts: {
    db: Database;
    clock: Clock;
    audit: Audit;
    files: CustomerFiles;
    publicUrl?: string | undefined;
  }) {
    this.#db = parts.db;
    this.#clock = parts.clock;
    this.#audit = parts.audit;
    this.#files = parts.files;
    this.#publicUrl = (parts.publicUrl ?? '').replace(/\/$/, '');
  }

  /** Everything of one person; `staffId` who takes it for them, undefined: they themselves. Throws NotFound. */
  async copyOf(customerId: string, staffId?: string | null): Promise<PersonalData> {
    const client = this.#db.client;
    const person = await personOf(client, customerId);
    const customer = await client.customer.findUnique({ where: { id: customerId } });
    if (!customer || customer.erasedAt) throw new NotFound('customer', customerId);
    const tables: PersonalData['tables'] = {};
    for (const holding of holdings) {
      if (holding.copy === 'mechanics') continue;
      const rows = await client.$queryRaw<{ row: Record<string, unknown> }[]>`
        SELECT to_jsonb(t) - ${notTheirs}::text[] AS row FROM ${Prisma.raw(`"${holding.table}"`)} t
         WHERE ${rowsOf(holding, person)} ORDER BY t.${Prisma.raw(`"${holding.key ?? 'id'}"`)} LIMIT 100000`;
      if (rows.length > 0) tables[holding.table] = rows.map(({ row }) => row);
    }
    const files = [];
    for (const upload of await client.upload.findMany({ where: { conversationId: { in: person.conversations } } })) {
      const bytes = await this.#files.read(upload.id);
      if (bytes) files.push({ id: upload.id, name: upload.name, contentType: upload.contentType, bytes });
    }
    for (const { id, name, contentType, bytes } of await client.taskFile.findMany({
      where: { taskId: { in: person.tasks } },
    })) {
      files.push({ id, name, contentType, bytes: Buffer.from(bytes) });
    }
    await this.#audit.record({
      staffId: staffId ?? null,
      action: 'export',
      entity: 'customer',
      entityId: customerId,
      fields: Object.keys(tables),
    });
    return {
      customerId,
      name: customer.name,
      language: customer.language,
      madeAt: this.#clock.now(),
      tables,
      files,
    };
  }

  /** The address at which the customer takes their copy once, within a day; a path where nobody said where we are. Throws Conflict (tooManyExports). */
  async link(customerId: string): Promise<string> {
    const now = this.#clock.now();
    const token = randomBytes(24).toString('base64url');
    await this.#db.transaction(async (client) => {
      const since = new Date(now.getTime() - 24 * 3_600_000);
      const made = await client.dataExport.count({ where: { customerId, requestedAt: { gt: since } } });
      if (made >= LINKS_A_DAY) throw new Conflict('tooManyExports', 'There were five copies in a day already.');
      await client.dataExport.create({
        data: {
          tokenHash: hashOf(token),
          customerId,
          requestedAt: now,
          expiresAt: new Date(now.getTime() + LINK_HOURS * 3_600_000),
        },
      });
    });
    return `${this.#publicUrl}/api/v1/exports/${token}`;
  }

  /** The copy for whoever holds the token. Throws NotFound where it was used, has run out or never was. */
  async take(token: string): Promise<PersonalData> {
    const now = this.#clock.now();
    const tokenHash = hashOf(token);
    const { count } = await this.#db.client.dataExport.updateMany({
      where: { tokenHash, takenAt: null, expiresAt: { gt: now } },
      data: { takenAt: now },
    });
    if (count === 0) throw new NotFound('export', '…');
    const { customerId } = await this.#db.client.dataExport.findUniqueOrThrow({ where: { tokenHash } });
    return this.copyOf(customerId);
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
