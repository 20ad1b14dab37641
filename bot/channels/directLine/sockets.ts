import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import { requireOrigin } from './access.ts';
import { ConversationNotFound, NotAllowed, TooManyRequests } from './errors.ts';
import { baseUrl, bodyOf, pathOf, queryOf, ROOT, refusalOf, watermarkOf } from './http.ts';
import type { Presenter } from './presenter.ts';
import type { DirectLineStore } from './store.ts';
import { Stream } from './stream.ts';
import type { Tokens } from './tokens.ts';

const STREAM_PATH = new RegExp(`^${ROOT}/conversations/([^/]+)/stream$`);
const MAX_SOCKETS_PER_CONVERSATION = 32;
/** Clients send nothing but empty frames. */
const MAX_FRAME = 4096;

/** What the sockets work with. */
export interface SocketParts {
  store: DirectLineStore;
  tokens: Tokens;
  presenter: Presenter;
  logger: Logger;
  publicUrl: string | undefined;
  /** Milliseconds between two signs of life to each client; one that answers none between two is closed. */
  keepAliveMs: number;
}

/** The open WebSockets of this instance. Any number of pages may look at one conversation; none pushes another out. */
export class Sockets {
  readonly #parts: SocketParts;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME, perMessageDeflate: false });
  readonly #alive = new Map<WebSocket, boolean>();
  readonly #perConversation = new Map<string, number>();
  readonly #timer: NodeJS.Timeout;

  constructor(parts: SocketParts) {
    this.#parts = parts;
    this.#timer = setInterval(() => this.#beat(), parts.keepAliveMs).unref();
  }

  /** Takes the upgrade if its path is a stream's. False: it is somebody else's. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const conversationId = STREAM_PATH.exec(pathOf(request))?.[1];
    if (conversationId === undefined) return false;
    const onError = () => socket.destroy();
    socket.on('error', onError);
    this.#prepare(request, conversationId).then(
      (start) => {
        socket.off('error', onError);
        this.#server.handleUpgrade(request, socket, head, start);
      },
      (error: unknown) => refuse(socket, error),
    );
    return true;
  }

  /** Says goodbye to every client (they come back after some seconds) and waits until the sockets are closed. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#server.close();
    const open = [...this.#alive.keys()];
    const closed = open.map((socket) => new Promise<void>((resolve) => socket.once('close', () => resolve())));
    for (const socket of open) socket.close(1001, 'restarting');
    const impatience = setTimeout(() => {
      for (const socket of open) socket.terminate();
    }, 1000);
    await Promise.all(closed);
    clearTimeout(impatience);
  }

  /** Checks ticket, page and conversation; returns what to do with the opened socket. */
  async #prepare(request: IncomingMessage, conversationId: string): Promise<(socket: WebSocket) => void> {
    const { tokens, store, logger, publicUrl } = this.#parts;
    const grant = await tokens.readTicket(queryOf(request, 't'));
    if (grant.conversationId !== conversationId) throw new NotAllowed('This ticket is for another conversation.');
    requireOrigin(request, grant);
    const asked = watermarkOf(request);
    const conversation = await store.find(conversationId);
    if (!conversation || conversation.closed) throw new ConversationNotFound();
    if ((this.#perConversation.get(conversationId) ?? 0) >= MAX_SOCKETS_PER_CONVERSATION) throw new TooManyRequests();
    // A watermark from before a database was restored must not hide what is new.
    const watermark = Math.min(asked, conversation.watermark);
    const viewer = {
      conversationId,
      userId: grant.userId,
      base: baseUrl(request, publicUrl),
      shown: new Set<string>(),
    };
    return (socket) => {
      this.#keep(socket, conversationId);
      new Stream(socket, viewer, watermark, { ...this.#parts, logger }).start();
    };
  }

  #keep(socket: WebSocket, conversationId: string): void {
    const live = () => this.#alive.set(socket, true);
    live();
    this.#count(conversationId, 1);
    socket.on('message', live).on('pong', live);
    socket.on('error', () => socket.terminate());
    socket.once('close', () => {
      this.#alive.delete(socket);
      this.#count(conversationId, -1);
    });
  }

  #count(conversationId: string, change: number): void {
    const count = (this.#perConversation.get(conversationId) ?? 0) + change;
    if (count > 0) this.#perConversation.set(conversationId, count);
    else this.#perConversation.delete(conversationId);
  }

  #beat(): void {
    for (const [socket, alive] of this.#alive) {
      if (!alive) {
        socket.terminate();
        continue;
      }
      this.#alive.set(socket, false);
      socket.ping();
      // Proxies that count frames and not pings see the empty text frame of Direct Line.
      socket.send('');
    }
  }
}

/** Answers an upgrade with an error instead of a socket. */
function refuse(socket: Duplex, error: unknown): void {
  const refusal = refusalOf(error);
  const body = JSON.stringify(bodyOf(refusal));
  // A client that never closes its side must not keep the socket.
  socket.once('finish', () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${refusal.status} Refused\r\nContent-Type: application/json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
