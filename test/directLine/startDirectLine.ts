import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createServer, type Server } from 'restify';
import { createDirectLine, type DirectLine, type DirectLineOptions } from '#bot/channels/directLine/index.ts';
import { MemoryStore } from './memoryStore.ts';

/** A running Direct Line server and everything a test turns on it. */
export interface Harness {
  /** For the client's option `domain`. */
  domain: string;
  port: number;
  secret: string;
  store: MemoryStore;
  directLine: DirectLine;
  dataDir: string;
  /** `METHOD path` of every REST call. */
  requests: string[];
  /** What the server logged as errors. */
  logged: string[];
  /** Moves the server's clock. */
  advance(seconds: number): void;
  /** Ends the process's part and begins it anew on the same port and the same memory. */
  restart(): Promise<void>;
  /** Breaks every open connection, as a lost network does. */
  breakConnections(): void;
  close(): Promise<void>;
}

/** Starts a real restify server with Direct Line over a memory store. */
export async function startDirectLine(options: Partial<DirectLineOptions> = {}): Promise<Harness> {
  const store = new MemoryStore();
  const dataDir = await mkdtemp(join(tmpdir(), 'direct-line-'));
  const logged: string[] = [];
  const requests: string[] = [];
  const connections = new Set<Socket>();
  const secret = randomBytes(16).toString('hex');
  const signingKey = randomBytes(32);
  let offset = 0;
  const clock = { now: () => new Date(Date.now() + offset) };
  const logger = pino({ level: 'error' }, { write: (line: string) => void logged.push(line) });

  async function listen(port: number): Promise<{ server: Server; directLine: DirectLine; port: number }> {
    const directLine = createDirectLine({ store, signingKey, secret, dataDir, logger, clock, ...options });
    const server = createServer();
    server.pre((request, _response, next) => {
      requests.push(`${request.method} ${(request.url ?? '').split('?')[0]}`);
      next();
    });
    directLine.mount(server);
    server.server.on('connection', (connection: Socket) => {
      connections.add(connection);
      connection.once('close', () => connections.delete(connection));
    });
    server.on(
      'upgrade',
      (request, socket, head) => directLine.handleUpgrade(request, socket, head) || socket.destroy(),
    );
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return { server, directLine, port: (server.server.address() as AddressInfo).port };
  }

  let running = await listen(0);
  const stop = async () => {
    await running.directLine.close();
    const closed = new Promise<void>((resolve) => running.server.close(() => resolve()));
    running.server.server.closeAllConnections();
    await closed;
  };
  const harness: Harness = {
    domain: `http://127.0.0.1:${running.port}/v3/directline`,
    port: running.port,
    secret,
    store,
    directLine: running.directLine,
    dataDir,
    requests,
    logged,
    advance: (seconds) => {
      offset += seconds * 1000;
    },
    restart: async () => {
      await stop();
      running = await listen(running.port);
      harness.directLine = running.directLine;
    },
    breakConnections: () => {
      for (const connection of connections) connection.destroy();
    },
    close: async () => {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  return harness;
}
