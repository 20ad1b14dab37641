import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { storeCatalogue } from '#test/crm/catalogue.ts';
import { type RunningApp, startApp } from '#test/support/app.ts';
import { copyDatabase, type TestDatabase } from '#test/support/database.ts';

let database: TestDatabase;
let app: RunningApp;

beforeAll(async () => {
  database = await copyDatabase();
  app = await startApp({ databaseUrl: database.url });
  await storeCatalogue(app.db);
  await app.services.knowledge.save(
    {
      slug: 'return',
      language: 'zh',
      kind: 'returns',
      title: '七天无理由退货',
      body: '收到货七天之内可以退货，运费由我们承担。',
      productSkus: [],
      published: true,
    },
    null,
  );
});
afterAll(async () => {
  await app?.close();
  await database?.drop();
});

async function talk(...said: string[]) {
  const json = { 'Content-Type': 'application/json' };
  const issued = await fetch(`${app.url}/api/v1/chat-tokens`, { method: 'POST', headers: json, body: '{}' });
  const { token } = (await issued.json()) as { token: string };
  const headers = { ...json, Authorization: `Bearer ${token}` };
  const opened = await fetch(`${app.url}/v3/directline/conversations`, { method: 'POST', headers });
  const { conversationId } = (await opened.json()) as { conversationId: string };
  for (const text of said) {
    const body = JSON.stringify({ type: 'message', text, from: { id: `dl_${v7()}` } });
    await fetch(`${app.url}/v3/directline/conversations/${conversationId}/activities`, {
      method: 'POST',
      headers,
      body,
    });
  }
  const conversation = await app.db.client.conversation.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  await expect
    .poll(async () => (await app.db.client.conversation.findUniqueOrThrow({ where: { id: conversation.id } })).waiting)
    .toBe(0);
  const history = await fetch(`${app.url}/v3/directline/conversations/${conversationId}/activities`, { headers });
  const replies = await app.db.client.activity.findMany({
    where: { conversationId: conversation.id, direction: 'outbound', sender: 'bot' },
    orderBy: { sequence: 'asc' },
  });
  return { conversation, replies, history: await history.text() };
}

test('a reply keeps how it came about, and no channel ever sees it', async () => {
  const { conversation, replies, history } = await talk('七天无理由退货的运费由谁承担？');
  const answer = replies.find(({ text }) => text?.includes('七天之内'));
  const why = await app.services.conversations.explanation(conversation.id, answer!.id);
  expect(why?.reading).toMatchObject({ language: 'zh', intent: expect.any(String) });
  expect(why?.steps[0]).toMatchObject({
    kind: 'passages',
    candidates: [{ title: '七天无理由退货', score: expect.any(Number) }],
    chosen: [{ excerpt: expect.stringContaining('七天之内') }],
  });
  expect(JSON.stringify(answer!.body)).not.toContain('explanation');
  expect(history).toContain('七天之内');
  expect(history).not.toContain('candidates');
});

test('a reply that nothing was looked up for keeps the reading alone', async () => {
  const { conversation, replies } = await talk('你好');
  const why = await app.services.conversations.explanation(conversation.id, replies.at(-1)!.id);
  expect(why).toMatchObject({ reading: { language: 'zh' }, steps: [] });
});
