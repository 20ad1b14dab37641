import type { z } from 'zod';
import type { Database, Prisma } from '#prisma/client.ts';
import type { Audit } from './audit/audit.ts';

interface SettingParts<T> {
  db: Database;
  audit: Audit;
  key: string;
  /** What the audit log calls it; the key unless told. */
  entity?: string;
  schema: z.ZodType<T>;
  /** What holds until somebody says otherwise, and where what is kept can not be read any more. */
  standard: T;
}

/** A setting that people change on a page: read with a default, written together with the audit row of who changed it. */
export class KeptSetting<T extends object> {
  readonly #parts: SettingParts<T>;

  constructor(parts: SettingParts<T>) {
    this.#parts = parts;
  }

  async read(): Promise<T> {
    const { db, key, schema, standard } = this.#parts;
    const kept = await db.client.setting.findUnique({ where: { key } });
    return schema.catch(standard).parse(kept?.value);
  }

  /** `staffId` null: a program. Throws a ZodError for what is no such setting. */
  async keep(given: T, staffId: string | null): Promise<T> {
    const { db, audit, key, schema, entity = key } = this.#parts;
    const value = schema.parse(given);
    const stored = value as Prisma.InputJsonObject;
    await db.transaction(async (client) => {
      await client.setting.upsert({ where: { key }, create: { key, value: stored }, update: { value: stored } });
      await audit.record({ staffId, action: 'update', entity, fields: Object.keys(value) });
    });
    return value;
  }
}
