import { createRequire } from 'node:module';
import type { ConnectionStatus, DirectLine as DirectLineClient, DirectLineOptions } from 'botframework-directlinejs';
import { JSDOM, VirtualConsole } from 'jsdom';
import { WebSocket } from 'ws';

/** The page's origin; not the server's, so that every call of the client is a cross-origin one. */
export const PAGE_ORIGIN = 'http://shop.example';

// A console of its own: jsdom prints every lost connection, and these tests lose some on purpose.
const { window } = new JSDOM('', { url: `${PAGE_ORIGIN}/`, virtualConsole: new VirtualConsole() });
Object.assign(globalThis, {
  XMLHttpRequest: window.XMLHttpRequest,
  FormData: window.FormData,
  Blob: window.Blob,
  WebSocket,
});
const require = createRequire(import.meta.url);
const { DirectLine, ConnectionStatus: Status } = require('botframework-directlinejs') as {
  DirectLine: new (options: object) => DirectLineClient;
  ConnectionStatus: typeof ConnectionStatus;
};
const { AsyncScheduler } = require('rxjs/scheduler/AsyncScheduler');
const { AsyncAction } = require('rxjs/scheduler/AsyncAction');

export { Status };

/** An activity as a client sees it. */
export interface Shown {
  id: string;
  type: string;
  text?: string;
  name?: string;
  timestamp?: string;
  replyToId?: string;
  from: { id: string; role: string };
  channelData?: Record<string, unknown>;
  attachments?: { contentType: string; contentUrl: string; name: string; thumbnailUrl?: string }[];
}

/** A connected official client, with everything that it saw. */
export interface Page {
  client: DirectLineClient;
  shown: Shown[];
  statuses: number[];
  errors: { message?: string; status?: number }[];
  sockets: SpiedSocket[];
  texts(): (string | undefined)[];
  /** Resolves to the id of the activity, or "retry". */
  post(activity: object): Promise<string>;
  close(): void;
}

/** A WebSocket that notes what passed. */
export class SpiedSocket extends WebSocket {
  readonly sent: unknown[] = [];
  readonly frames: string[] = [];

  constructor(url: string) {
    super(url);
    this.on('message', (data) => this.frames.push(String(data)));
  }

  override send(data: string): void {
    this.sent.push(data);
    super.send(data);
  }
}

/** rxjs time that runs `speed` times as fast: the client's own timers, but not its HTTP timeouts. */
function fastScheduler(speed: number): unknown {
  class FastAction extends AsyncAction {
    schedule(state: unknown, delay = 0) {
      return super.schedule(state, delay === null ? delay : delay / speed);
    }
  }
  const start = performance.now();
  return new AsyncScheduler(FastAction, () => start + (performance.now() - start) * speed);
}

/**
 * Connects botframework-directlinejs and collects what it shows. Its waits (3 s before it reconnects, 20 s between
 * keep-alives, 15 min before it refreshes) run `speed` times as fast.
 */
export function connect(options: DirectLineOptions & { speed?: number; userId?: string }): Page {
  const { speed = 100, userId, ...rest } = options;
  const sockets: SpiedSocket[] = [];
  class Socket extends SpiedSocket {
    constructor(url: string) {
      super(url);
      sockets.push(this);
    }
  }
  const client = new DirectLine({ random: () => 0, scheduler: fastScheduler(speed), WebSocket: Socket, ...rest });
  if (userId) client.setUserId(userId);
  const shown: Shown[] = [];
  const statuses: number[] = [];
  const errors: Page['errors'] = [];
  client.connectionStatus$.subscribe((status) => statuses.push(status));
  const subscription = client.activity$.subscribe(
    (activity) => shown.push(activity as unknown as Shown),
    (error) => errors.push(error),
  );
  return {
    client,
    shown,
    statuses,
    errors,
    sockets,
    texts: () => shown.filter(({ type }) => type === 'message').map(({ text }) => text),
    post: (activity) =>
      new Promise((resolve, reject) => client.postActivity(activity as never).subscribe(resolve, reject)),
    close: () => {
      subscription.unsubscribe();
      client.end();
      for (const socket of sockets) socket.terminate();
    },
  };
}
