import { defineConfig } from 'prisma/config';

// `prisma generate` asks for the schema engine although it does not run it; any existing file will do, so that
// installing needs no download. Migrations are applied by prisma/migrate.ts with the engine's WebAssembly build.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
});
