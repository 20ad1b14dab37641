import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** The account under which the embedded server runs when Zhiyin itself runs as root: PostgreSQL refuses to. */
export interface Account {
  uid: number;
  gid: number;
}

/** The account cannot be made, or cannot reach what it needs; the message is one line and says what to do. */
export class EmbeddedAccountError extends Error {
  override name = 'EmbeddedAccountError';
}

/** The `postgres` account if this process is root (created where it is missing), else undefined: our own will do. */
export function databaseAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const found = lookUp();
  if (found) return found;
  const made = spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'postgres',
  ]);
  const account = made.status === 0 ? lookUp() : undefined;
  if (!account) {
    throw new EmbeddedAccountError(
      'PostgreSQL does not run as root, and the account "postgres" could not be made: start Zhiyin as another user, or set DATABASE_URL.',
    );
  }
  return account;
}

function lookUp(): Account | undefined {
  const number = (flag: string) => {
    const found = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
    return found.status === 0 ? Number(found.stdout.trim()) : undefined;
  };
  const uid = number('-u');
  const gid = number('-g');
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

/** Tries, as the account, what the server will do: step into the data folder, run the binary. */
export function requireReachable(account: Account, folder: string, binary: string): void {
  const into = spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...account, cwd: '/' });
  if (into.status !== 0) refuse('DATA_DIR', folder);
  const run = spawnSync(binary, ['--version'], { ...account, cwd: '/' });
  if (run.status !== 0) refuse('its programs', path.dirname(binary));
}

function refuse(what: string, where: string): never {
  throw new EmbeddedAccountError(
    `Zhiyin runs as root, so PostgreSQL runs as the user "postgres", who cannot reach ${what} in ${where}: ` +
      'start Zhiyin as an ordinary user, move it to a folder that everybody may enter, or set DATABASE_URL.',
  );
}
