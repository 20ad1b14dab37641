import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { createDatabase, type Database } from '#prisma/client.ts';

/** An empty, migrated database of one's own, and its end. */
export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** Copies the migrated database under a random name. */
export async function copyDatabase(): Promise<TestDatabase> {
  const templateUrl = inject('templateUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const adminUrl = templateUrl.replace(/[^/]*$/, 'postgres');
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  await run(`CREATE DATABASE ${name} TEMPLATE template_zhiyin STRATEGY FILE_COPY`);
  return { url: templateUrl.replace(/[^/]*$/, name), drop: () => run(`DROP DATABASE ${name} WITH (FORCE)`) };
}

/**
 * Gives the tests of a file one database: `const database = testDatabase()` at the top, `database.db` inside tests.
 * Tests of one file share it, so each makes the rows it needs and looks only at them.
 */
export function testDatabase(): { readonly db: Database; readonly url: string } {
  let copy: TestDatabase | undefined;
  let db: Database | undefined;
  beforeAll(async () => {
    copy = await copyDatabase();
    db = createDatabase({ url: copy.url });
  });
  afterAll(async () => {
    await db?.close();
    await copy?.drop();
  });
  return {
    get db() {
      if (!db) throw new Error('The database is there from beforeAll on.');
      return db;
    },
    get url() {
      if (!copy) throw new Error('The database is there from beforeAll on.');
      return copy.url;
    },
  };
}
