import { expect, vi } from 'vitest';
import { WebSocket } from 'ws';

/** What comes over the stream, as far as tests look at it. */
export interface Shown {
  type: string;
  id?: string;
  text?: string;
  from?: { role?: string };
  replyToId?: string;
  suggestedActions?: { actions: { title: string }[] };
  channelData?: {
    streamId?: string;
    streamType?: string;
    streamSequence?: number;
    sources?: { documentId: string; title: string; excerpt: string }[];
  };
}

/** A customer on the shop's page, over Direct Line with an open stream. */
export class DirectLineCustomer {
  readonly conversationId: string;
  /** Everything that was shown, in order. */
  readonly shown: Shown[] = [];
  readonly #url: string;
  readonly #token: string;
  readonly #socket: WebSocket;

  private constructor(url: string, token: string, opened: { conversationId: string; streamUrl: string }) {
    this.#url = url;
    this.#token = token;
    this.conversationId = opened.conversationId;
    this.#socket = new WebSocket(opened.streamUrl);
    this.#socket.on('message', (frame) => {
      const text = String(frame);
      if (text) this.shown.push(...(JSON.parse(text) as { activities: Shown[] }).activities);
    });
  }

  /** Opens the page and waits until the stream is there. */
  static async open(url: string, locale = 'zh-CN'): Promise<DirectLineCustomer> {
    const { token } = await post(`${url}/api/v1/chat-tokens`, '', { locale });
    const opened = await post(`${url}/v3/directline/conversations`, token!, {});
    const customer = new DirectLineCustomer(url, token!, opened as { conversationId: string; streamUrl: string });
    await new Promise<void>((done, failed) => customer.#socket.once('open', () => done()).once('error', failed));
    // What is ephemeral is lost on who is not listening yet: the greeting says that the stream is.
    await vi.waitFor(() => expect(customer.messages().length).toBeGreaterThan(0), { timeout: 20_000 });
    return customer;
  }

  /** Says something and waits for the answers: what was said, the pieces before it, and how long it took in ms. */
  async say(text: string): Promise<{ text: string; replies: Shown[]; pieces: Shown[]; ms: number }> {
    const before = this.shown.length;
    const started = performance.now();
    const posted = await post(
      `${this.#url}/v3/directline/conversations/${this.conversationId}/activities`,
      this.#token,
      {
        type: 'message',
        text,
        from: { id: 'me' },
      },
    );
    // The protocol gives ids as "conversation|number" to some clients; ours are the activity's own.
    const answersIt = ({ type, replyToId }: Shown) => type === 'message' && replyToId === posted.id;
    await vi.waitFor(() => expect(this.shown.slice(before).some(answersIt)).toBe(true), {
      timeout: 30_000,
      interval: 5,
    });
    const ms = performance.now() - started;
    const since = this.shown.slice(before);
    const replies = since.filter(answersIt);
    const pieces = since.filter(
      ({ type, channelData }) => type === 'typing' && channelData?.streamType === 'streaming',
    );
    return { text: replies.map((reply) => reply.text ?? '').join('\n'), replies, pieces, ms };
  }

  /** Messages of the bot. */
  messages(): Shown[] {
    return this.shown.filter(({ type, from }) => type === 'message' && from?.role === 'bot');
  }

  close(): void {
    this.#socket.terminate();
  }
}

async function post(url: string, token: string, body: object): Promise<Record<string, string>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Record<string, string>;
}
