import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import busboy from 'busboy';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Activity } from '#web/chat/directLine/activity.ts';
import { FakeConversation } from './fakeConversation.ts';
import { serveStatic } from './staticPages.ts';

/** How the next posts go wrong: not taken at all, taken but the answer is lost, or answered with this status. */
export type Fault = 'lostBefore' | 'lostAfter' | number;

/** What a fake server does on demand. */
export interface FakeServer {
  readonly url: string;
  readonly conversations: Map<string, FakeConversation>;
  /** Requests seen, as "POST /path". */
  readonly requests: string[];
  /** Where the streams that were opened began. */
  readonly watermarks: string[];
  /** Faults of the coming posts and uploads, in order. */
  readonly faults: Fault[];
  /** Statuses with which the coming requests for a token or a stream are answered. */
  readonly refusals: number[];
  /** Every frame is sent twice. */
  duplicate: boolean;
  /** Token lifetime in seconds. */
  expiresIn: number;
  /** What the shop says when it hears a new conversation, or a message. */
  onBegin: (conversation: FakeConversation) => void;
  onActivity: (conversation: FakeConversation, activity: Activity) => void;
  /** Drops every socket; returns how many there were. */
  dropSockets(): number;
  /** The only conversation there is. */
  conversation(): FakeConversation;
  /** A token is no longer worth anything. */
  revokeTokens(): void;
  close(): Promise<void>;
}

/**
 * A Direct Line server for tests of the customer page: as the real one on the wire, but it forgets, drops, doubles and
 * refuses when told to. With `pages`, the folder of the built pages, it serves these too under the real policy.
 */
export async function startFakeServer({ pages }: { pages?: string } = {}): Promise<FakeServer> {
  const sockets = new Set<WebSocket>();
  const tokens = new Map<string, string>();
  const uploads = new Map<string, { type: string; bytes: Buffer }>();
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  const streams = new WebSocketServer({ server });
  let count = 0;
  let revoked = '';

  const fake: FakeServer = {
    url: '',
    conversations: new Map(),
    requests: [],
    watermarks: [],
    faults: [],
    refusals: [],
    duplicate: false,
    expiresIn: 1800,
    onBegin: () => undefined,
    onActivity: () => undefined,
    dropSockets: () => {
      const open = sockets.size;
      for (const socket of sockets) socket.terminate();
      return open;
    },
    conversation: () => {
      const [only] = fake.conversations.values();
      if (!only) throw new Error('Nobody has begun a conversation yet.');
      return only;
    },
    revokeTokens: () => {
      tokens.clear();
      revoked = '-after';
    },
    close: () =>
      new Promise((resolve) => {
        fake.dropSockets();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  const issue = (conversationId: string) => {
    count += 1;
    const token = `token-${count}${revoked}`;
    tokens.set(token, conversationId);
    return token;
  };

  streams.on('connection', (socket, request) => {
    const url = new URL(request.url ?? '', 'http://x');
    const conversation = fake.conversations.get(url.pathname.split('/').at(-1) ?? '');
    if (!conversation) return socket.close();
    sockets.add(socket);
    const watermark = url.searchParams.get('watermark') ?? '';
    fake.watermarks.push(watermark);
    const send = (frame: string) => {
      socket.send(frame);
      if (fake.duplicate) socket.send(frame);
    };
    socket.send('');
    send(conversation.since(watermark));
    const stop = conversation.listen(send);
    socket.on('close', () => {
      stop();
      sockets.delete(socket);
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', fake.url);
    const { pathname } = url;
    const body = request.headers['content-type']?.startsWith('multipart/') ? undefined : await readJson(request);
    const json = (status: number, value: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (pathname.startsWith('/v3') || pathname.startsWith('/api')) fake.requests.push(`${request.method} ${pathname}`);
    if (pathname === '/images/product.svg')
      return void response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(picture);
    if (pathname === '/api/v1/shop') return void json(200, shop);

    const file = uploads.get(pathname);
    if (file) return void response.writeHead(200, { 'content-type': file.type }).end(file.bytes);
    if (pages && !pathname.startsWith('/v3') && !pathname.startsWith('/api'))
      return serveStatic(pages, pathname, response);

    const isPost = /\/(activities|upload)$/.test(pathname);
    const refusal = isPost ? undefined : fake.refusals.shift();
    if (refusal !== undefined) return void json(refusal, { error: { code: 'Refused' } });

    if (pathname === '/api/v1/chat-tokens') {
      const { conversationId: known, locale } = body as { conversationId?: string; locale?: string };
      const conversationId =
        known && fake.conversations.has(known) ? known : `c${fake.conversations.size + 1}-${locale}`;
      return void json(201, {
        conversationId,
        token: issue(conversationId),
        expiresIn: fake.expiresIn,
        userId: 'dl_1',
      });
    }

    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const conversationId = tokens.get(token);
    if (!conversationId) return void json(403, { error: { code: 'TokenExpired' } });
    if (pathname === '/v3/directline/tokens/refresh') {
      return void json(200, { conversationId, token: issue(conversationId), expires_in: fake.expiresIn });
    }
    if (isPost) {
      const conversation = fake.conversations.get(conversationId);
      if (!conversation) return void json(404, {});
      const fault = fake.faults.shift();
      if (fault === 'lostBefore') return void request.socket.destroy();
      if (typeof fault === 'number') return void json(fault, { error: { code: 'Refused' } });
      const activity = pathname.endsWith('/upload') ? await readUpload(request, uploads) : (body as Activity);
      const { id, repeated } = conversation.receive(activity);
      if (!repeated) queueMicrotask(() => fake.onActivity(conversation, activity));
      if (fault === 'lostAfter') return void request.socket.destroy();
      return void json(200, { id });
    }
    const watermark = url.searchParams.get('watermark') ?? '';
    const begins = pathname === '/v3/directline/conversations';
    if (begins && !fake.conversations.has(conversationId)) {
      const conversation = new FakeConversation(conversationId, 'dl_1');
      fake.conversations.set(conversationId, conversation);
      fake.onBegin(conversation);
    }
    if (!fake.conversations.has(conversationId)) return void json(404, { error: { code: 'NotFound' } });
    const streamUrl = `${fake.url.replace('http', 'ws')}/v3/directline/stream/${conversationId}?watermark=${watermark}`;
    json(begins ? 201 : 200, { conversationId, token: issue(conversationId), expires_in: fake.expiresIn, streamUrl });
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  Object.assign(fake, { url: `http://127.0.0.1:${port}` });
  return fake;
}

const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200"><rect width="320" height="200" fill="#dfe7e2"/>
<path d="M120 160V92c0-26 18-42 40-42s40 16 40 42v68z" fill="#f7f6f1"/><ellipse cx="160" cy="164" rx="56" ry="8" fill="#c3d0c9"/></svg>`;

const shop = {
  name: { zh: '栖木', en: 'Qimu' },
  hoursText: { zh: '每天 9:00–21:00（北京时间）', en: 'every day, 9:00–21:00 (Beijing time)' },
  hotline: '400-820-0000',
  openNow: true,
};

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text ? JSON.parse(text) : {};
}

function readUpload(
  request: IncomingMessage,
  uploads: Map<string, { type: string; bytes: Buffer }>,
): Promise<Activity> {
  return new Promise((resolve, reject) => {
    const parser = busboy({ headers: request.headers, defParamCharset: 'utf8' });
    let activity: Activity = { type: 'message' };
    const attachments: NonNullable<Activity['attachments']> = [];
    parser.on('file', (field, stream, { filename, mimeType }) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const bytes = Buffer.concat(chunks);
        if (field === 'activity') {
          activity = JSON.parse(bytes.toString());
          return;
        }
        const contentUrl = `/v3/directline/attachments/${uploads.size + 1}`;
        uploads.set(contentUrl, { type: mimeType, bytes });
        attachments.push({ contentType: mimeType, name: filename, contentUrl });
      });
    });
    parser.on('error', reject);
    parser.on('close', () => resolve({ ...activity, attachments }));
    request.pipe(parser);
  });
}
