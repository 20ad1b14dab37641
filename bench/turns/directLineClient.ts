import http from 'node:http';
import WebSocket from 'ws';

/** A reply that arrived on the stream. */
interface Arrival {
  replyToId?: string;
  from?: { role?: string };
  type: string;
  text?: string;
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });

/** Posts JSON over a kept-alive connection; a plain http client, so that both servers are paid the same attention. */
export function post(url: string, body: unknown, token?: string): Promise<{ status: number; body: unknown }> {
  const payload = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const request = http.request(
      url,
      {
        agent,
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(payload),
          ...(token ? { Authorization: `Bearer ${token}` } : {}),
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: text ? JSON.parse(text) : undefined }),
        );
      },
    );
    request.on('error', reject);
    request.end(payload);
  });
}

/** One customer at a Direct Line server: says something and waits for the first reply to it. */
export class Customer {
  readonly #base: string;
  readonly #token: string;
  readonly #conversationId: string;
  readonly #socket: WebSocket;
  #waiting: { id?: string; done: () => void } | undefined;
  #early = new Set<string>();

  private constructor(base: string, token: string, conversationId: string, socket: WebSocket) {
    this.#base = base;
    this.#token = token;
    this.#conversationId = conversationId;
    this.#socket = socket;
    socket.on('message', (data) => this.#hear(String(data)));
  }

  /** @param token of a page (chat-tokens) or anything for a server that does not look. */
  static async start(base: string, token: string): Promise<Customer> {
    const { body } = await post(`${base}/v3/directline/conversations`, { user: {}, locale: 'zh-CN' }, token);
    const started = body as { conversationId: string; token: string; streamUrl: string };
    const socket = new WebSocket(started.streamUrl);
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    return new Customer(base, started.token, started.conversationId, socket);
  }

  #hear(text: string): void {
    if (!text) return;
    for (const activity of (JSON.parse(text) as { activities: Arrival[] }).activities) {
      if (activity.type !== 'message' || activity.from?.role === 'user' || !activity.replyToId) continue;
      if (this.#waiting?.id === activity.replyToId) this.#waiting.done();
      else this.#early.add(activity.replyToId);
    }
  }

  /** Milliseconds from sending until the first reply is on the screen. */
  async say(text: string): Promise<number> {
    const begun = performance.now();
    const replied = new Promise<void>((done) => {
      this.#waiting = { done };
    });
    const url = `${this.#base}/v3/directline/conversations/${this.#conversationId}/activities`;
    const answer = await post(url, { type: 'message', text, from: { id: 'bench' } }, this.#token);
    if (answer.status >= 300) throw new Error(`The server answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    const { id } = answer.body as { id: string };
    if (!this.#early.delete(id)) {
      this.#waiting!.id = id;
      await replied;
    }
    return performance.now() - begun;
  }

  close(): void {
    this.#socket.close();
  }
}
