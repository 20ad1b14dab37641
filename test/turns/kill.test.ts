import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '#test/support/database.ts';
import { AppProcess } from './appProcess.ts';

const database = testDatabase();
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'zhiyin-kill-'));
const leaseMs = 500;
const kills = 20;

/** A complaint, told step by step. */
const story = [
  '我要投诉，你们的洗发水瓶子漏了，洒了一地',
  '栖木舒缓洗发水',
  '昨天',
  '13800001234',
  '换一瓶就行',
  '没问题，提交',
];

let next: AppProcess;
const all: AppProcess[] = [];

/** The process that was loaded ahead becomes the app; another one is loaded meanwhile. */
async function start(): Promise<AppProcess> {
  const app = next;
  await app.start({ databaseUrl: database.url, dataDir, leaseMs });
  next = load();
  return app;
}

function load(): AppProcess {
  const app = new AppProcess();
  all.push(app);
  return app;
}

beforeAll(() => {
  next = load();
});

afterAll(async () => {
  await Promise.all(all.map((app) => app.kill()));
  rmSync(dataDir, { recursive: true, force: true });
});

/** A customer whose page does not give up: it posts again, under the same id, until it is answered. */
class Customer {
  app: AppProcess;
  conversationId = '';
  #token = '';

  constructor(app: AppProcess) {
    this.app = app;
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
        this.app = await start();
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
    await this.#post(`/v3/directline/conversations/${this.conversationId}/activities`, {
      type: 'message',
      text,
      from: { id: 'me' },
      channelData: { clientActivityID: `message-${at}` },
    });
    await this.quiet();
  }

  /** Until nothing of the conversation waits; a process that died meanwhile is replaced. */
  async quiet(): Promise<void> {
    for (;;) {
      const { child } = this.app;
      if (child.exitCode !== null || child.signalCode !== null) this.app = await start();
      const row = await database.db.client.conversation.findUniqueOrThrow({ where: { id: this.conversationId } });
      if (row.waiting === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

/** Everything that was said, without what differs from one complaint to the next. */
async function transcript(conversationId: string): Promise<string[]> {
  const rows = await database.db.client.activity.findMany({ where: { conversationId }, orderBy: { sequence: 'asc' } });
  return rows.map(({ sender, type, text }) => `${sender} ${type}: ${(text ?? '').replace(/C-\d+/g, 'C-…')}`);
}

async function stored(conversationId: string) {
  const complaints = await database.db.client.complaint.findMany({
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

async function live(customer: Customer): Promise<void> {
  await customer.open();
  for (const [at, text] of story.entries()) await customer.say(text, at);
}

describe('a process that is killed in the middle of a complaint', () => {
  it(`at ${kills} different points: after restart there is one complaint, one task, and every reply once`, {
    timeout: 480_000,
  }, async () => {
    // Undisturbed, to know what is right and how many points there are.
    const undisturbed = new Customer(await start());
    undisturbed.app.order({ killAt: 0 });
    await live(undisturbed);
    const points = await undisturbed.app.count();
    const right = await transcript(undisturbed.conversationId);
    const kept = await stored(undisturbed.conversationId);
    expect(kept).toMatchObject([{ contact: expect.stringContaining('13800001234'), tasks: [{ type: 'complaint' }] }]);
    expect(points).toBeGreaterThan(kills);

    let app = undisturbed.app;
    for (let kill = 1; kill <= kills; kill++) {
      const at = Math.round((points / kills) * kill) - 1;
      const customer = new Customer(app);
      app.order({ killAt: Math.max(1, at) });
      await live(customer);
      expect(customer.app, `killed at point ${at}`).not.toBe(app);
      expect(await transcript(customer.conversationId), `killed at point ${at}`).toEqual(right);
      expect(await stored(customer.conversationId), `killed at point ${at}`).toEqual(kept);
      app = customer.app;
    }
  });
});
