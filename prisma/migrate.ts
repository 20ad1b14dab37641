import pg from 'pg';
import { migrationList, openSchemaEngine } from './schemaEngine.ts';

/** Key of the advisory lock under which one instance at a time migrates. */
const migrationLock = 0x7a6879;

/**
 * Applies the migrations that the database lacks and returns their names, oldest first. Several instances may start at
 * once: a transaction-scoped advisory lock lets one migrate while the others wait.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    if (await isCurrent(client)) return [];
    return await apply(databaseUrl);
  } finally {
    await client.query('ROLLBACK').catch(() => undefined);
    await client.end();
  }
}

async function apply(databaseUrl: string): Promise<string[]> {
  const { engine, close } = await openSchemaEngine(databaseUrl);
  try {
    const filters = { externalTables: [], externalEnums: [] };
    return (await engine.applyMigrations({ migrationsList: migrationList(), filters })).appliedMigrationNames;
  } finally {
    await close();
  }
}

/** Starting the engine takes a second; a database that has every migration does not need it. */
async function isCurrent(client: pg.Client): Promise<boolean> {
  const table = await client.query(`SELECT to_regclass('_prisma_migrations') AS name`);
  if (!table.rows[0].name) return false;
  const finished = await client.query(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  const applied = new Set(finished.rows.map((row) => row.migration_name));
  return migrationList().migrationDirectories.every((directory) => applied.has(directory.path));
}
