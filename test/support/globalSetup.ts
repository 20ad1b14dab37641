import { accessSync, chmodSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '#prisma/embedded.ts';
import { migrate } from '#prisma/migrate.ts';
import { ensurePartitions } from '#prisma/partitions.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the migrated database that every test's database is a copy of. */
    templateUrl: string;
  }
}

/** One real PostgreSQL for the run, with one migrated database to copy from. Its disk may forget: the tests' data is worth nothing. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(roomyFolder(), 'zhiyin-test-'));
  chmodSync(folder, 0o755); // as root the server runs under another account
  const server = await startEmbedded(folder, {
    settings: { fsync: 'off', full_page_writes: 'off', max_connections: '300', max_wal_size: '256MB' },
  });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    project.provide('templateUrl', await createTemplate(server.url));
  } catch (fault) {
    await stop();
    throw fault;
  }
  return stop;
}

const memory = '/dev/shm';
const roomBytes = 4 * 1024 ** 3;

/** Memory, where it has room: to copy a database is to make a thousand files, which takes a busy disk seconds for every file of tests. */
function roomyFolder(): string {
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    if (bavail * bsize > roomBytes) return memory;
  } catch {
    // Not every system has it.
  }
  return os.tmpdir();
}

async function createTemplate(serverUrl: string): Promise<string> {
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query('CREATE DATABASE template_zhiyin');
  await admin.end();
  const templateUrl = serverUrl.replace(/[^/]*$/, 'template_zhiyin');
  await migrate(templateUrl);
  const pool = new pg.Pool({ connectionString: templateUrl });
  await ensurePartitions(pool, new Date());
  await pool.end();
  return templateUrl;
}
