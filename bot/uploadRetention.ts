import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { validate } from 'uuid';
import type { Database } from '#prisma/client.ts';

/** Younger files may belong to a request that is still under way. */
const graceMs = 24 * 60 * 60 * 1000;

/**
 * Removes what an upload left that never ended: parts of files, and files that no conversation holds (the process was killed
 * between the disk and the database). Returns how many.
 */
export async function forgetStrayUploads(db: Database, dataDir: string, now: Date): Promise<number> {
  const folder = path.join(dataDir, 'uploads');
  const names = await readdir(folder).catch(() => []);
  const old: string[] = [];
  for (const name of names) {
    const { mtimeMs } = await stat(path.join(folder, name)).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (mtimeMs < now.getTime() - graceMs) old.push(name);
  }
  const ids = old.filter((name) => validate(name));
  const kept = await db.client.upload.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const known = new Set(kept.map(({ id }) => id));
  const stray = old.filter((name) => name.endsWith('.part') || (validate(name) && !known.has(name)));
  await Promise.all(stray.map((name) => rm(path.join(folder, name), { force: true })));
  return stray.length;
}
