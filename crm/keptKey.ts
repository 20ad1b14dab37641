import { randomBytes } from 'node:crypto';
import type { Database } from '#prisma/client.ts';

/** 32 random bytes, made when they are first needed and kept as a setting, so that every instance and every restart has the same. */
export async function keptKey(db: Database, name: string): Promise<Buffer> {
  await db.client.setting.createMany({
    data: [{ key: name, value: randomBytes(32).toString('base64url') }],
    skipDuplicates: true,
  });
  const stored = await db.client.setting.findUniqueOrThrow({ where: { key: name } });
  return Buffer.from(String(stored.value), 'base64url');
}
