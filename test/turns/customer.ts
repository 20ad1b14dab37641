import type { Database } from '#prisma/client.ts';
import type { AppProcess } from './appProcess.ts';

/** A complaint, told step by step. */
export const story = [
  '我要投诉，你们的洗发水瓶子漏了，洒了一地',
  '栖木舒缓洗发水',
  '昨天',
  '13800001234',
  '换一瓶就行',
  '没问题，提交',
];

/** A customer whose page does not give up: it posts again, under the same id, until it is answered. */
export class Customer {
  app: AppProcess;
  conversationId = '';
  #token = '';

  readonly #db: Database;
  readonly #restart: () => Promise<AppProcess>;

  /** @param restart gives the process that takes the place of one that died. */
  constructor(db: Database, app: AppProcess, restart: () => Promise<AppProcess>) {
    this.#db = db;
    this.app = app;
    this.#restart = restart;
  }

  /** Runs a request again, on a new process, whenever the one that it spoke to dies. */
  async #sure(request: (url: string) => Promise<Response>): Promise<Record<string, string>> {
    for (;;) {
      try {
        const response = await request(this.app.url);
        if (response.ok) return (await response.json()) as Record<string, string>;
        throw new Error(`The server answered ${response.status}: ${await response.text()}`);
      } catch (fault) {
        if (!(fault instanceof TypeError)) throw fault; // fetch's own word for a lost connection
        await this.app.ended;
        this.app = await this.#restart();
      }
    }
  }

  #post(where: string, body: object) {
    return this.#sure((url) =>
      fetch(url + where, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${this.#token}` },
        body: JSON.stringify(body),
      }),
    );
  }

  async open(): Promise<void> {
    this.#token = (await this.#post('/api/v1/chat-tokens', { locale: 'zh-CN' })).token!;
    const opened = await this.#post('/v3/directline/conversations', {});
    this.conversationId = opened.conversationId!;
    await this.quiet();
  }

  async say(text: string, at: number): Promise<void> {
    await this.send(text, at);
    await this.quiet();
  }

  /** Sends without waiting for the turn. */
  async send(text: string, at: number): Promise<void> {
    await this.#post(`/v3/directline/conversations/${this.conversationId}/activities`, {
      type: 'message',
      text,
      from: { id: 'me' },
      channelData: { clientActivityID: `message-${at}` },
    });
  }

  /** Until nothing of the conversation waits; a process that died meanwhile is replaced. */
  async quiet(): Promise<void> {
    for (;;) {
      const { child } = this.app;
      if (child.exitCode !== null || child.signalCode !== null) this.app = await this.#restart();
      const row = await this.#db.client.conversation.findUniqueOrThrow({ where: { id: this.conversationId } });
      if (row.waiting === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Opens a conversation and tells the whole story. */
  async live(): Promise<void> {
    await this.open();
    for (const [at, text] of story.entries()) await this.say(text, at);
  }
}

/** Everything that was said, without what differs from one complaint to the next. */
export async function transcript(db: Database, conversationId: string): Promise<string[]> {
  const rows = await db.client.activity.findMany({ where: { conversationId }, orderBy: { sequence: 'asc' } });
  return rows.map(({ sender, type, text }) => `${sender} ${type}: ${(text ?? '').replace(/C-\d+/g, 'C-…')}`);
}

/** What became of it in the tables. */
export async function stored(db: Database, conversationId: string) {
  const complaints = await db.client.complaint.findMany({
    where: { conversationId },
    include: { tasks: true, events: true },
  });
  return complaints.map(({ tasks, events, whatHappened, contact }) => ({
    whatHappened,
    contact,
    tasks: tasks.map(({ type, priority }) => ({ type, priority })),
    events: events.length,
  }));
}
