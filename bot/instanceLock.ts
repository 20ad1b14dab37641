import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** Another Zhiyin runs on the same DATA_DIR. */
export class AlreadyRunning extends Error {
  override name = 'AlreadyRunning';
  constructor(dataDir: string) {
    super(`Zhiyin already runs with DATA_DIR ${dataDir}: stop it first, or give this one another DATA_DIR.`);
  }
}

/** DATA_DIR cannot be made or written. */
export class UnusableDataDir extends Error {
  override name = 'UnusableDataDir';
  constructor(dataDir: string, fault: NodeJS.ErrnoException) {
    super(
      `DATA_DIR ${dataDir} cannot be written (${fault.code ?? fault.message}): make it writable for this user, or set DATA_DIR.`,
    );
  }
}

/** Longest path that every system takes for a local socket, in bytes. */
const socketPathLimit = 100;

/**
 * Makes sure that one process at a time works on a data folder, by holding a local socket in it. A process that was
 * killed holds nothing any more, so a stale socket is recognised by nobody answering. Returns how to let go.
 */
export async function lockDataDir(dataDir: string): Promise<() => Promise<void>> {
  try {
    mkdirSync(dataDir, { recursive: true });
    return await hold(socketOf(dataDir), dataDir);
  } catch (fault) {
    if (fault instanceof AlreadyRunning) throw fault;
    throw new UnusableDataDir(dataDir, fault as NodeJS.ErrnoException);
  }
}

function socketOf(dataDir: string): string {
  const name = `zhiyin-${createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 16)}`;
  if (os.platform() === 'win32') return `\\\\.\\pipe\\${name}`;
  const inside = path.join(dataDir, 'zhiyin.lock');
  return Buffer.byteLength(inside) <= socketPathLimit ? inside : path.join(os.tmpdir(), name);
}

async function hold(socket: string, dataDir: string): Promise<() => Promise<void>> {
  for (let attempt = 1; ; attempt++) {
    try {
      const server = await listen(socket);
      return () => new Promise((done) => server.close(() => done()));
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw fault;
      if (attempt > 3 || (await answers(socket))) throw new AlreadyRunning(dataDir);
      rmSync(socket, { force: true });
    }
  }
}

function listen(socket: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((client) => client.destroy());
    server.once('error', reject);
    server.listen(socket, () => {
      server.unref();
      resolve(server);
    });
  });
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const client = connect(socket);
    client.once('connect', () => {
      client.destroy();
      resolve(true);
    });
    client.once('error', () => resolve(false));
  });
}
