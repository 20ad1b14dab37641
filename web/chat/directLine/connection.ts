import { type Frame, readFrame } from './activity.ts';
import { type Backoff, backoffDelay, Pause } from './pause.ts';
import { type Credentials, type Session, TokenError } from './session.ts';
import { field, type Socket, type Transport } from './transport.ts';

/** `refused`: the server will not talk to us, and asking again would not help. */
export type ConnectionStatus = 'connecting' | 'online' | 'reconnecting' | 'refused';

/** What the connection tells the client. */
export interface ConnectionEvents {
  onStatus(status: ConnectionStatus): void;
  onFrame(frame: Frame): void;
  /** The server no longer knows the conversation; a new one is begun. */
  onGone(): void;
}

/** A socket that lived this long counts as a success: the next loss starts counting afresh. */
const stableMs = 5_000;
const openingMs = 15_000;

/**
 * Keeps one stream of activities open: address (POST /conversations, or GET /conversations/{id}?watermark= to resume),
 * socket, and again after a loss, from the watermark where it stood.
 */
export class Connection {
  readonly #transport: Transport;
  readonly #session: Session;
  readonly #events: ConnectionEvents;
  readonly #backoff: Backoff;
  readonly #now: () => number;
  readonly #keepAliveMs: number;
  readonly #pause = new Pause();
  /** Leaves the socket in use at once; waiting for a dead network's closing handshake would take minutes. */
  #leaveSocket: (() => void) | undefined;
  /** The conversation that the server has begun, as far as we know; resumed, not begun again. */
  #begun: string | undefined;
  #watermark = '';
  #generation = 0;

  constructor(
    transport: Transport,
    session: Session,
    events: ConnectionEvents,
    options: { backoff: Backoff; now: () => number; keepAliveMs: number },
  ) {
    this.#transport = transport;
    this.#session = session;
    this.#events = events;
    this.#backoff = options.backoff;
    this.#now = options.now;
    this.#keepAliveMs = options.keepAliveMs;
  }

  /** Opens the stream from the conversation's beginning and keeps it open until `stop`. */
  start(): void {
    this.stop();
    this.#watermark = '';
    this.#begun = this.#session.credentials?.conversationId;
    void this.#run(this.#generation);
  }

  /** Closes the stream for good (until `start`). */
  stop(): void {
    this.#generation += 1;
    this.#leaveSocket?.();
    this.#pause.wake();
  }

  /** Tries again now instead of after the pause: the browser says that the network is back. */
  hurry(): void {
    this.#pause.wake();
  }

  /** Drops a socket that seems dead; the stream is opened again from the watermark. */
  reopen(): void {
    this.#leaveSocket?.();
  }

  async #run(generation: number): Promise<void> {
    const stopped = () => generation !== this.#generation;
    this.#events.onStatus('connecting');
    for (let attempt = 0; !stopped(); attempt += 1) {
      let retryAfterMs: number | undefined;
      try {
        const address = await this.#streamUrl();
        if (stopped()) return;
        if (address && (await this.#serve(address)) >= stableMs) attempt = 0;
      } catch (error) {
        if (stopped()) return;
        if (error instanceof TokenError && !error.retry) return this.#events.onStatus('refused');
        if (error instanceof TokenError) retryAfterMs = error.retryAfterMs;
      }
      if (stopped()) return;
      this.#events.onStatus('reconnecting');
      await this.#pause.wait(retryAfterMs ?? backoffDelay(attempt, this.#backoff));
    }
  }

  /** Where to open the socket, or undefined if the way there must be tried again. */
  async #streamUrl(): Promise<string | undefined> {
    let credentials = await this.#session.ensure();
    if (this.#begun && this.#begun !== credentials.conversationId) this.#beginAnew();
    let answer = await this.#requestStream(credentials);
    if (answer.status === 401 || answer.status === 403) {
      credentials = await this.#session.renew();
      answer = await this.#requestStream(credentials);
      // Neither the refreshed token nor the conversation is ours any more: begin anew.
      if (answer.status === 401 || answer.status === 403) return this.#gone();
    }
    if (answer.status === 404) return this.#gone();
    if (answer.status >= 300) return undefined;
    this.#begun = credentials.conversationId;
    this.#session.adopt(answer.body);
    return field(answer.body, 'streamUrl');
  }

  #requestStream({ conversationId, token, userId }: Credentials) {
    const conversations = '/v3/directline/conversations';
    if (this.#begun !== conversationId) {
      return this.#transport.request({ method: 'POST', path: conversations, token, json: { user: { id: userId } } });
    }
    const path = `${conversations}/${encodeURIComponent(conversationId)}?watermark=${encodeURIComponent(this.#watermark)}`;
    return this.#transport.request({ method: 'GET', path, token });
  }

  #gone(): undefined {
    this.#session.forget();
    this.#beginAnew();
    return undefined;
  }

  #beginAnew(): void {
    this.#begun = undefined;
    this.#watermark = '';
    this.#events.onGone();
  }

  /** Serves one socket; resolves with how long it was open, in milliseconds. */
  #serve(url: string): Promise<number> {
    return new Promise((resolve) => {
      let socket: Socket | undefined;
      let openedAt: number | undefined;
      let keepAlive: ReturnType<typeof setInterval> | undefined;
      const leave = () => {
        if (this.#leaveSocket !== leave) return;
        this.#leaveSocket = undefined;
        clearTimeout(opening);
        clearInterval(keepAlive);
        socket?.close();
        resolve(openedAt === undefined ? 0 : this.#now() - openedAt);
      };
      const opening = setTimeout(leave, openingMs);
      this.#leaveSocket = leave;
      socket = this.#transport.openSocket(url, {
        onOpen: () => {
          if (this.#leaveSocket !== leave) return;
          clearTimeout(opening);
          openedAt = this.#now();
          keepAlive = setInterval(() => {
            socket?.send('');
            void this.#session.refreshIfDue();
          }, this.#keepAliveMs);
          this.#events.onStatus('online');
        },
        onText: (text) => {
          const frame = this.#leaveSocket === leave ? readFrame(text) : undefined;
          if (!frame) return;
          if (frame.watermark) this.#watermark = frame.watermark;
          this.#events.onFrame(frame);
        },
        onClose: leave,
      });
    });
  }
}
