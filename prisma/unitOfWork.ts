import type { Client } from './client.ts';
import type { PrismaClient } from './generated/client.ts';
import type { Held, Signals } from './signals.ts';

/** A row of a raw query. */
export type Row = Record<string, unknown>;

/** Runs one statement: by pool where no transaction is open, else inside it. */
export type Execute = (name: string, sql: string, parameters: unknown[]) => Promise<Row[]>;

/** What is open here and now (kept in AsyncLocalStorage). */
export interface Scope {
  client: Client | undefined;
  open(): Promise<Client>;
  hold: Held;
}

/**
 * The writes of one turn. The first command opens a transaction and all others join it; `finish` runs the turn's last
 * statement in it and commits, or runs it alone when no command was given. Nothing is visible before.
 */
export interface UnitOfWork {
  /** Whether a command has opened the transaction. */
  readonly opened: boolean;
  readonly scope: Scope;
  /** Runs the last statement and commits; what `last` throws rolls everything back. */
  finish<T>(last: (execute: Execute) => Promise<T>): Promise<T>;
  /** Rolls back whatever was done. Safe to call at any time, also after finish. */
  abandon(): Promise<void>;
}

class Abandoned extends Error {
  override name = 'Abandoned';
}

/** See UnitOfWork. Prisma's transactions are callbacks, so the callback is kept waiting until the turn has decided. */
export function createUnitOfWork(parts: { prisma: PrismaClient; signals: Signals; execute: Execute }): UnitOfWork {
  let opening: Promise<Client> | undefined;
  let running: Promise<void> | undefined;
  let decide: ((last: () => Promise<void>) => void) | undefined;
  let closed = false;
  const hold = parts.signals.hold();

  function open(): Promise<Client> {
    if (closed) throw new Error('A command came after the turn was finished.');
    opening ??= new Promise<Client>((resolve, reject) => {
      running = parts.prisma
        .$transaction(async (client) => {
          const decided = new Promise<() => Promise<void>>((next) => {
            decide = next;
          });
          scope.client = client;
          resolve(client);
          await (await decided)();
        })
        .finally(() => {
          scope.client = undefined;
        });
      running.catch(reject);
    });
    return opening;
  }

  const scope: Scope = { client: undefined, open, hold };

  return {
    scope,
    get opened() {
      return opening !== undefined;
    },
    async finish(last) {
      if (!opening) {
        closed = true;
        const result = await last(parts.execute);
        hold.release();
        return result;
      }
      const client = await opening;
      closed = true;
      let result: Awaited<ReturnType<typeof last>> | undefined;
      decide?.(async () => {
        result = await last((_name, sql, parameters) => client.$queryRawUnsafe(sql, ...parameters) as Promise<Row[]>);
      });
      await running;
      hold.release();
      return result as Awaited<ReturnType<typeof last>>;
    },
    async abandon() {
      closed = true;
      hold.drop();
      if (!opening) return;
      await opening.catch(() => undefined);
      decide?.(async () => {
        throw new Abandoned('The turn was abandoned.');
      });
      await running?.catch(() => undefined);
    },
  };
}
