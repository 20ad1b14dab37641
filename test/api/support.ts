import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { Server } from 'restify';
import { afterAll, beforeAll } from 'vitest';
import { createApi } from '#api/index.ts';
import { createServer } from '#bot/server.ts';
import type { Role } from '#prisma/client.ts';
import { buildHouse, type House } from '#test/crm/support.ts';
import { testDatabase } from '#test/support/database.ts';

/** What a request came to. */
export interface Answered {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into JSON of any shape
  body: any;
}

/** Somebody who calls the API. */
export interface Client {
  staffId: string;
  headers: Record<string, string>;
  get(path: string): Promise<Answered>;
  post(path: string, body?: unknown): Promise<Answered>;
  put(path: string, body?: unknown): Promise<Answered>;
  patch(path: string, body?: unknown): Promise<Answered>;
  delete(path: string): Promise<Answered>;
}

export const PASSWORD = 'a long enough password';

/** The API on a real server over a real database; `at` is where it listens. */
export function testApi(options: { heartbeatMs?: number } = {}) {
  const database = testDatabase();
  const chatTokens: unknown[] = [];
  const faults: unknown[] = [];
  let removals = 0;
  let made = 0;
  let house: House;
  let server: Server;
  let api: ReturnType<typeof createApi>;
  let origin: string;

  beforeAll(async () => {
    house = buildHouse(database.db);
    const logger = pino({ level: 'error' }, { write: (line) => void faults.push(JSON.parse(line)) });
    server = createServer(logger, []);
    api = createApi({
      services: house.services,
      signals: database.db.signals,
      issueChatToken: async (asked) => {
        chatTokens.push(asked);
        return {
          conversationId: 'c',
          userId: 'dl_u',
          token: 't',
          expiresIn: 1800,
          largeType: false,
          shop: 'none' as const,
        };
      },
      fileUrl: async (id) => `/files/${id}?signed`,
      removeDemo: async () => void removals++,
      tryQuestion: async ({ text }) => [{ text: `about ${text}`, buttons: [], sources: [], explanation: null }],
      logger,
      ...options,
    });
    api.mount(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    api.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    house.services.close();
  });

  async function request(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Answered> {
    const response = await fetch(`${origin}/api/v1${path}`, {
      method,
      redirect: 'manual',
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : null };
  }

  function client(headers: Record<string, string> = {}, staffId = ''): Client {
    return {
      staffId,
      headers,
      get: (path) => request('GET', path, undefined, headers),
      post: (path, body) => request('POST', path, body, headers),
      put: (path, body) => request('PUT', path, body, headers),
      patch: (path, body) => request('PATCH', path, body, headers),
      delete: (path) => request('DELETE', path, undefined, headers),
    };
  }

  /** A new member of staff of this role, signed in like a browser that says where its requests come from. */
  async function signedIn(role: Role = 'staff'): Promise<Client> {
    const email = `${role}${++made}@example.com`;
    const { id } = await house.services.staff.create(
      { email, name: `${role} ${made}`, role, password: PASSWORD },
      null,
    );
    const { token } = await house.services.staff.signIn(email, PASSWORD);
    return client({ cookie: `zhiyin_session=${token}`, 'sec-fetch-site': 'same-origin' }, id);
  }

  return {
    get house() {
      return house;
    },
    get origin() {
      return origin;
    },
    get removals() {
      return removals;
    },
    /** What was logged as our own fault. */
    faults,
    chatTokens,
    client,
    signedIn,
    /** Ends the streams, as the process does before it closes. */
    closeStreams: () => api.close(),
  };
}

/** The problem's code, and that it is a problem as RFC 9457 wants it. */
export function codeOf({ status, headers, body }: Answered): string {
  const isProblem =
    headers.get('content-type')?.startsWith('application/problem+json') &&
    body.status === status &&
    body.type === `urn:zhiyin:problem:${body.code}` &&
    body.title !== '';
  return isProblem ? body.code : `no problem: ${status} ${JSON.stringify(body)}`;
}
