import { randomBytes } from 'node:crypto';
import type { Database } from '#prisma/client.ts';

/**
 * The key that signs chat tokens: 32 random bytes, made at the first start and kept in the database, so that every
 * instance and every restart knows the tokens that customers hold.
 */
export async function signingKey(db: Database): Promise<Uint8Array> {
  const key = 'signingKey';
  await db.client.setting.createMany({
    data: [{ key, value: randomBytes(32).toString('base64url') }],
    skipDuplicates: true,
  });
  const stored = await db.client.setting.findUniqueOrThrow({ where: { key } });
  return Buffer.from(String(stored.value), 'base64url');
}
