import { EmbeddedDatabaseError } from '#prisma/embedded.ts';
import { EmbeddedAccountError } from '#prisma/embeddedAccount.ts';
import { ConfigError } from './config.ts';
import { AlreadyRunning, UnusableDataDir } from './instanceLock.ts';
import { CannotListen } from './listen.ts';
import { DatabaseUnreachable } from './openDatabase.ts';

/** Faults whose message is for whoever starts a program: one line, no stack. */
const plain = [
  ConfigError,
  AlreadyRunning,
  UnusableDataDir,
  CannotListen,
  DatabaseUnreachable,
  EmbeddedDatabaseError,
  EmbeddedAccountError,
];

/** What a start that failed says: one line for what whoever started it can mend, the stack for everything else. */
export function startFault(fault: unknown): string {
  const known = plain.some((kind) => fault instanceof kind);
  return `Zhiyin did not start: ${known ? (fault as Error).message : ((fault as Error).stack ?? fault)}\n`;
}
