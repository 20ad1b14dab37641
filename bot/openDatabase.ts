import type { Logger } from 'pino';
import { createDatabase, type Database } from '#prisma/client.ts';
import { startEmbedded } from '#prisma/embedded.ts';
import { migrate } from '#prisma/migrate.ts';
import { ensurePartitions } from '#prisma/partitions.ts';
import type { Config } from './config.ts';

/** The database that DATABASE_URL names cannot be used; the message is one line and says what to do. */
export class DatabaseUnreachable extends Error {
  override name = 'DatabaseUnreachable';
}

/** An open, migrated database. `close` ends the connections and then, where it is ours, the server. */
export interface OpenDatabase {
  db: Database;
  close(): Promise<void>;
}

/** Starts the embedded PostgreSQL unless DATABASE_URL names another, brings it up to date and opens it. */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  onProgress: (step: string) => void,
  logger: Logger,
): Promise<OpenDatabase> {
  const onFault = (fault: unknown) => logger.error({ err: fault }, 'the database stumbled');
  const server = config.databaseUrl ? undefined : await startEmbedded(config.dataDir, { onProgress });
  const url = config.databaseUrl ?? server!.url;
  let db: Database | undefined;
  try {
    const applied = await migrate(url);
    if (applied.length > 0)
      onProgress(`Database brought up to date (${applied.length} migration${applied.length > 1 ? 's' : ''}).`);
    db = createDatabase({ url, onFault });
    await ensurePartitions(db.pool, new Date());
  } catch (fault) {
    await db?.close();
    await server?.stop();
    throw config.databaseUrl ? explained(fault, config.databaseUrl) : fault;
  }
  const opened = db;
  return {
    db: opened,
    async close() {
      await opened.close();
      await server?.stop();
    },
  };
}

/** Faults of connecting, in words; the password is not among them. */
function explained(fault: unknown, databaseUrl: string): unknown {
  const { code, message } = fault as { code?: string; message?: string };
  const where = new URL(databaseUrl).host;
  const reasons: Record<string, string> = {
    ECONNREFUSED: 'nothing listens there',
    ENOTFOUND: 'there is no such host',
    ETIMEDOUT: 'it does not answer',
    '28P01': 'user or password are wrong',
    '28000': 'this user may not connect',
    '3D000': 'there is no such database; create it first',
    '42501': 'this user may not create tables there',
  };
  const reason = reasons[code ?? ''];
  return reason
    ? new DatabaseUnreachable(
        `The database at ${where} (DATABASE_URL) cannot be used: ${reason}. ${message ?? ''}`.trim(),
      )
    : fault;
}
