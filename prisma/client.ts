import { AsyncLocalStorage } from 'node:async_hooks';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type Bulk, runBulk } from './bulk.ts';
import { PrismaClient } from './generated/client.ts';
import { createSignals, type Signals } from './signals.ts';
import { createStatementNames } from './statementNames.ts';
import { createUnitOfWork, type Row, type Scope, type UnitOfWork } from './unitOfWork.ts';

export type { Bulk, Cell } from './bulk.ts';
export * from './generated/client.ts';
export type { Signals, Topic } from './signals.ts';
export type { Row, UnitOfWork } from './unitOfWork.ts';

/** What one reads and writes with: the models and raw queries, without connecting or opening transactions. */
export type Client = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$extends' | '$transaction'>;

/** The database as every room sees it. */
export interface Database {
  /** The open transaction of this turn or command, else the pooled client. */
  readonly client: Client;
  /** Whether a transaction is open here and now: then nothing may wait for a network. */
  readonly inTransaction: boolean;
  /**
   * Runs `body` in one transaction, or joins the one that is open here. Serialization faults are retried, so `body` may
   * run twice: it must do nothing but use the client.
   */
  transaction<T>(body: (client: Client) => Promise<T>): Promise<T>;
  /** Runs a turn: commands inside join one transaction, which opens with the first of them (see UnitOfWork). */
  unitOfWork<T>(body: (unit: UnitOfWork) => Promise<T>): Promise<T>;
  /** Runs a statement by name, prepared once per connection. */
  query(name: string, sql: string, parameters: unknown[]): Promise<Row[]>;
  /** One transaction for very many rows (COPY), on a connection of its own; see runBulk. */
  bulk<T>(body: (bulk: Bulk) => Promise<{ value: T; keep: boolean }>): Promise<T>;
  readonly pool: pg.Pool;
  readonly signals: Signals;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  url: string;
  /** Connections at most; half of them may be held by open transactions. */
  poolSize?: number;
  onFault?: (fault: unknown) => void;
}

/** PostgreSQL's serialization_failure and deadlock_detected, and Prisma's name for both. */
const retriable = new Set(['40001', '40P01', 'P2034']);
const attempts = 5;

/** Opens the database. Connections are made when they are first needed. */
export function createDatabase({ url, poolSize = 20, onFault: tell = () => undefined }: DatabaseOptions): Database {
  const pool = new pg.Pool({ connectionString: url, max: poolSize, idleTimeoutMillis: 30_000 });
  // A connection that the server ends while we are ending it has not failed.
  const onFault = (fault: unknown) => {
    if (!pool.ending) tell(fault);
  };
  pool.on('error', onFault);
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, {
      disposeExternalPool: false,
      onPoolError: onFault,
      onConnectionError: onFault,
      statementNameGenerator: createStatementNames() as (query: { sql: string }) => string,
    }),
    transactionOptions: { maxWait: 10_000, timeout: 30_000 },
  });
  const signals = createSignals({ url, pool, onFault });
  const scopes = new AsyncLocalStorage<Scope>();

  async function begin<T>(body: (client: Client) => Promise<T>): Promise<T> {
    const held = signals.hold();
    try {
      const result = await prisma.$transaction((client) =>
        scopes.run({ client, open: async () => client, hold: held }, () => signals.within(held, () => body(client))),
      );
      held.release();
      return result;
    } catch (fault) {
      held.drop();
      throw fault;
    }
  }

  return {
    pool,
    signals,
    get client() {
      return scopes.getStore()?.client ?? prisma;
    },
    get inTransaction() {
      return scopes.getStore()?.client !== undefined;
    },
    async transaction(body) {
      const scope = scopes.getStore();
      if (scope) return body(await scope.open());
      return retrying(() => begin(body));
    },
    unitOfWork(body) {
      const unit = createUnitOfWork({ prisma, signals, execute: (name, sql, values) => query(name, sql, values) });
      return scopes.run(unit.scope, () => signals.within(unit.scope.hold, () => body(unit)));
    },
    query,
    bulk: (body) => retrying(() => runBulk(pool, body)),
    async close() {
      await signals.close();
      await prisma.$disconnect();
      await pool.end();
    },
  };

  async function query(name: string, sql: string, parameters: unknown[]): Promise<Row[]> {
    return (await pool.query({ name, text: sql, values: parameters })).rows;
  }
}

async function retrying<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (fault) {
      if (attempt >= attempts || !isSerializationFault(fault)) throw fault;
    }
  }
}

/** Whether a transaction failed only because of its neighbours, so that it may be run again; or did not begin, for want of a connection. */
export function isSerializationFault(fault: unknown): boolean {
  const { code, message } = (fault ?? {}) as { code?: string; message?: string };
  if (code === 'P2028' && message?.includes('Unable to start a transaction')) return true;
  const original = (fault as { meta?: { driverAdapterError?: { cause?: { originalCode?: string } } } })?.meta
    ?.driverAdapterError?.cause?.originalCode;
  return retriable.has(code ?? '') || retriable.has(original ?? '');
}
