import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startEmbedded } from '#prisma/embedded.ts';
import { missingChanges, wholeSchema } from '#prisma/schemaEngine.ts';

// npm run migration -- what_changes: writes a new folder in prisma/migrations with the SQL that brings a database from the
// migrations there are to what prisma/schema says. Read it before you commit it.

const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Say what changes, in small letters and underscores: npm run migration -- add_vouchers');
  process.exit(1);
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'zhiyin-migration-'));
chmodSync(folder, 0o755);
const server = await startEmbedded(folder, { settings: { fsync: 'off' } });
try {
  const sql = await missingChanges(server.url);
  if (!sql) console.log('The migrations say what the schema says: nothing to write.');
  else {
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const made = path.join('prisma/migrations', `${stamp}_${name}`);
    mkdirSync(made);
    writeFileSync(path.join(made, 'migration.sql'), sql);
    writeFileSync(path.join(made, 'schema.prisma'), wholeSchema());
    console.log(`Wrote ${made}/migration.sql. Read it; partial indexes and partitions are written by hand.`);
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
