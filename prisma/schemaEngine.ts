import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

/** The part of WebAssembly used here: @types/node leaves it to the DOM library, which a server does not want. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
};

const here = path.resolve('prisma');
let loaded = false;

/** Instantiates the WebAssembly build of Prisma's schema engine by hand: Node 20 cannot import .wasm files as modules. */
async function load(): Promise<void> {
  if (loaded) return;
  // Not import.meta.resolve: the test runner has none.
  const module = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const file = module.replace(/\.js$/, '.wasm');
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { './schema_engine_bg.js': engine });
  engine.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  loaded = true;
}

/** The schema files, as the engine wants them: path and content. */
export function schemaFiles(): { path: string; content: string }[] {
  const folder = path.join(here, 'schema');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({ path: name, content: readFileSync(path.join(folder, name), 'utf8') }));
}

/** The migrations folder, read from disk in the engine's shape. */
export function migrationList(): engine.MigrationList {
  const baseDir = path.join(here, 'migrations');
  const names = readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: readFileSync(path.join(baseDir, 'migration_lock.toml'), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(path.join(baseDir, name, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

/**
 * Prisma's schema engine on a database, without the Prisma CLI (which downloads its engine from a host that many
 * networks cannot reach). It keeps `_prisma_migrations`, so `prisma migrate deploy` agrees with what it did.
 */
export async function openSchemaEngine(
  databaseUrl: string,
): Promise<{ engine: engine.SchemaEngine; close(): Promise<void> }> {
  await load();
  const pool = new pg.Pool({ connectionString: databaseUrl });
  const factory = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool));
  const datamodels = schemaFiles().map((file): [string, string] => [file.path, file.content]);
  const opened = await engine.SchemaEngine.new({ datamodels }, () => undefined, factory);
  return { engine: opened, close: () => pool.end() };
}

/** The schema in one text, as it is kept beside each migration. */
export const wholeSchema = (): string =>
  schemaFiles()
    .map(({ content }) => content)
    .join('\n');

/** The schema as the last migration left it; kept beside its SQL. */
export function migratedSchema(): string {
  const { baseDir, migrationDirectories } = migrationList();
  const last = migrationDirectories.at(-1)?.path ?? '';
  return readFileSync(path.join(baseDir, last, 'schema.prisma'), 'utf8');
}

/**
 * The SQL from the schema as last migrated to the schema files; empty when they say the same. Both sides are texts, because
 * the engine cannot describe a database through the pg adapter (it stumbles over the catalog's type "char"); `databaseUrl`
 * is any database, to have something to connect to.
 */
export async function missingChanges(databaseUrl: string): Promise<string> {
  const { engine: opened, close } = await openSchemaEngine(databaseUrl);
  try {
    const result = await opened.diff({
      from: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: migratedSchema() }] },
      to: { tag: 'schemaDatamodel', files: schemaFiles() },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    const sql = (result.stdout ?? '').trim();
    return /^--\s*This is an empty migration/m.test(sql) ? '' : `${sql}\n`;
  } finally {
    await close();
  }
}
