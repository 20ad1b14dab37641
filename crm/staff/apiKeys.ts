import { v7 } from 'uuid';
import type { ApiKey, Database, Role } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import { NotFound } from '../errors.ts';
import { olderThan, type Page, type PageRequest, pageOf, rowsFor } from '../page.ts';
import { hashOf, newToken } from './tokens.ts';

/** A program's key without its secret. */
export type ApiKeySummary = Omit<ApiKey, 'keyHash'>;

const PREFIX = 'zhiyin_';
const TOUCH_MS = 60_000;
const omit = { keyHash: true } as const;

/** Keys for programs, each with a role. */
export class ApiKeys {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #audit: Audit;

  constructor(db: Database, clock: Clock, audit: Audit) {
    this.#db = db;
    this.#clock = clock;
    this.#audit = audit;
  }

  /** Newest first. */
  async list(request: PageRequest = {}): Promise<Page<ApiKeySummary>> {
    const rows = await this.#db.client.apiKey.findMany({
      where: olderThan('createdAt', request),
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: rowsFor(request),
      omit,
    });
    return pageOf(rows, request, (row) => ({ at: row.createdAt, id: row.id }));
  }

  /** The key itself is in `secret`, here and never again. */
  async create(key: { name: string; role: Role }, staffId: string | null): Promise<ApiKeySummary & { secret: string }> {
    const secret = `${PREFIX}${newToken()}`;
    return this.#db.transaction(async (client) => {
      const data = { ...key, id: v7(), keyHash: hashOf(secret), createdAt: this.#clock.now() };
      const made = await client.apiKey.create({ data, omit });
      await this.#audit.record({ staffId, action: 'create', entity: 'apiKey', entityId: made.id });
      return { ...made, secret };
    });
  }

  /** Throws NotFound. Revoking twice does nothing. */
  async revoke(id: string, staffId: string | null): Promise<void> {
    await this.#db.transaction(async (client) => {
      if ((await client.apiKey.count({ where: { id } })) === 0) throw new NotFound('API key', id);
      const revokedAt = this.#clock.now();
      const { count } = await client.apiKey.updateMany({ where: { id, revokedAt: null }, data: { revokedAt } });
      if (count > 0) await this.#audit.record({ staffId, action: 'revoke', entity: 'apiKey', entityId: id });
    });
  }

  /** Which key it is; null if it is unknown or revoked. */
  async authenticate(secret: string): Promise<ApiKeySummary | null> {
    if (!secret.startsWith(PREFIX)) return null;
    const key = await this.#db.client.apiKey.findUnique({ where: { keyHash: hashOf(secret), revokedAt: null }, omit });
    if (!key) return null;
    const now = this.#clock.now();
    if (!key.lastUsedAt || now.getTime() - key.lastUsedAt.getTime() > TOUCH_MS) {
      await this.#db.client.apiKey.updateMany({ where: { id: key.id }, data: { lastUsedAt: now } });
    }
    return key;
  }
}
