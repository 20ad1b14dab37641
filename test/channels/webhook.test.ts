import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '#bot/config.ts';
import { type RunningApp, startApp } from '#test/support/app.ts';
import { copyDatabase, type TestDatabase } from '#test/support/database.ts';
import { otherSecret, secret, signed, startReceiver } from '#test/support/fakes/signedReceiver.ts';

let database: TestDatabase;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let app: RunningApp;
beforeAll(async () => {
  database = await copyDatabase();
  receiver = await startReceiver();
  const env = {
    CHANNEL_WEBHOOK_URL: receiver.url,
    CHANNEL_WEBHOOK_SECRET: secret,
    EGRESS_ALLOWED_NETWORKS: '127.0.0.0/8',
  };
  app = await startApp({ databaseUrl: database.url, env });
});
afterAll(async () => {
  await app?.close();
  await receiver?.close();
  await database?.drop();
});

const address = () => `${app.url}/channels/webhook`;
async function post(event: object | string, { id = v7(), at = Date.now(), by = secret } = {}) {
  const body = typeof event === 'string' ? event : JSON.stringify(event);
  const headers = { 'Content-Type': 'application/json', ...signed(id, body, at, by) };
  const response = await fetch(address(), { method: 'POST', headers, body });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
const says = (conversation: string, text: string, more: object = {}) => ({
  type: 'message',
  conversation,
  user: { id: `user-of-${conversation}`, name: 'Ann' },
  text,
  ...more,
});
const saidIn = (conversation: string) =>
  receiver.posts.filter(({ body }) => body.conversation === conversation).map(({ body }) => body);

test('a complaint is taken down in another system’s chat, with choices; whoever writes is one customer', async () => {
  const place = v7();
  const id = v7();
  expect((await post({ ...says(place, ''), type: 'joined', language: 'en' })).status).toBe(202);
  await post(says(place, 'I want to make a complaint'), { id });
  await expect.poll(() => saidIn(place).at(-1)?.text).toMatch(/Which product/);
  expect(saidIn(place).at(-1)).toMatchObject({
    type: 'message',
    user: { id: `user-of-${place}` },
    language: 'en',
    replyTo: id,
  });
  await post(says(place, 'the kettle'));
  await expect.poll(() => saidIn(place).at(-1)?.text).toMatch(/What happened/);
  await post(
    says(place, 'it leaks', { attachments: [{ url: 'https://pics.example/1.jpg', contentType: 'image/jpeg' }] }),
  );
  await expect.poll(() => saidIn(place).at(-1)?.text).toMatch(/When was/);
  expect(
    saidIn(place)
      .at(-1)
      .choices.map(({ title }: { title: string }) => title),
  ).toContain('Yesterday');
  const identities = await app.db.client.identity.findMany({ where: { externalId: `user-of-${place}` } });
  expect(identities).toMatchObject([{ channel: 'webhook' }]);
});

test('a repeat is answered alike and heard once; a reply that is not taken comes again with the same id', async () => {
  const place = v7();
  const id = v7();
  receiver.answers(503, 500);
  const answers = [await post(says(place, '你好'), { id }), await post(says(place, '你好'), { id })];
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[0]).toMatchObject({ status: 202, body: { id: expect.any(String) } });
  await expect.poll(() => saidIn(place).length).toBeGreaterThan(0);
  const tried = receiver.posts.find(({ body }) => body.conversation === place)!.id;
  expect(receiver.attempts.filter((one) => one === tried)).toHaveLength(3);
  const { id: conversationId } = await app.db.client.conversation.findFirstOrThrow({ where: { externalId: place } });
  expect(await app.db.client.inboxEntry.count({ where: { conversationId } })).toBe(1);
});

describe('what is refused', () => {
  test('whatever is not signed by the secret, for this body, now', async () => {
    const event = says(v7(), 'hello');
    for (const wrong of [
      { by: otherSecret },
      { at: Date.now() - 400_000 },
      { at: Date.now() + 400_000 },
      { id: 'with space' },
    ]) {
      expect((await post(event, wrong)).status, JSON.stringify(wrong)).toBe(401);
    }
    const headers = signed(v7(), JSON.stringify(event));
    const tampered = await fetch(address(), {
      method: 'POST',
      headers,
      body: JSON.stringify({ ...event, text: 'other' }),
    });
    expect(tampered.status).toBe(401);
    expect((await fetch(address(), { method: 'POST', body: '{}' })).status).toBe(401);
    expect(await app.db.client.conversation.count({ where: { externalId: event.conversation } })).toBe(0);
  });

  test.each<[object | string, string]>([
    ['{', 'not JSON'],
    ['[]', 'body'],
    [{ ...says('c', 'x'), user: {} }, 'user.id'],
    [says('c', '  '), 'text'],
    [says('c', '', { attachments: [{ url: 'file:///etc/passwd', contentType: 'text/plain' }] }), 'attachments.0.url'],
    [{ ...says('c', 'x'), type: 'payment' }, 'message or joined'],
  ])('%j: told what is wrong', async (event, problem) => {
    const { status, body } = await post(event);
    expect({ status, said: JSON.stringify(body) }).toEqual({ status: 400, said: expect.stringContaining(problem) });
  });

  test('nothing is refused for signs that no database keeps', async () => {
    const place = v7();
    expect((await post(says(place, '你\u0000好'))).status).toBe(202);
    await expect.poll(() => saidIn(place).length).toBeGreaterThan(0);
  });

  test('more than 64 KiB, and settings that cannot work', async () => {
    expect((await post(says('c', 'x'.repeat(70_000)))).status).toBe(413);
    expect(() => readConfig({ CHANNEL_WEBHOOK_URL: 'https://a.example' })).toThrow('both CHANNEL_WEBHOOK_URL and');
    const short = { CHANNEL_WEBHOOK_URL: 'https://a.example', CHANNEL_WEBHOOK_SECRET: 'whsec_short' };
    expect(() => readConfig(short)).toThrow('CHANNEL_WEBHOOK_SECRET must be whsec_');
  });
});
