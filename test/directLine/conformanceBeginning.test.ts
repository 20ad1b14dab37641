import { describe, expect, test } from 'vitest';
import { PAGE_ORIGIN, Status } from './client.ts';
import { say, serveDirectLine } from './serveDirectLine.ts';
import { begin, call, eventually, listen } from './wire.ts';

// The numbers are those of the checklist in the reference on the Bot Framework, section 2.8.

const server = serveDirectLine();

describe('beginning', () => {
  test('1 a conversation begins without a user id and the client is online', async () => {
    const { token } = await server.harness.directLine.issueToken({});
    const answer = await call(server.harness, 'POST', '/conversations', { token, body: { user: {} } });
    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({
      expires_in: 1800,
      conversationId: expect.any(String),
      token: expect.any(String),
    });
    expect((await call(server.harness, 'POST', '/conversations', { token })).status).toBe(200);
    const page = await server.openNew();
    expect(page.statuses).toEqual([Status.Uninitialized, Status.Connecting, Status.Online]);
  });

  test('2 a page of another origin may call: every path answers its preflight', async () => {
    await server.openNew();
    const { conversationId } = await begin(server.harness);
    const within = `/conversations/${conversationId}`;
    const paths = [
      '/conversations',
      within,
      `${within}/activities`,
      `${within}/upload`,
      '/tokens/refresh',
      '/tokens/generate',
      '/session/getsessionid',
      '/nowhere',
    ];
    for (const path of paths) {
      const answer = await call(server.harness, 'OPTIONS', path, { headers: { Origin: PAGE_ORIGIN } });
      expect([path, answer.status]).toEqual([path, 204]);
      expect(['*', PAGE_ORIGIN]).toContain(answer.headers.get('access-control-allow-origin'));
      expect(answer.headers.get('access-control-allow-methods')).toBe('GET,POST,PUT,DELETE,OPTIONS');
      for (const name of ['authorization', 'content-type', 'x-ms-bot-agent', 'x-requested-with']) {
        expect(answer.headers.get('access-control-allow-headers')).toContain(name);
      }
    }
  });

  test('3 refusals of every kind carry the CORS headers and the shape of an error', async () => {
    const { token, conversationId } = await begin(server.harness);
    const path = `/conversations/${conversationId}/activities`;
    const refusals = [
      [401, await call(server.harness, 'POST', path, { body: say('a') })],
      [403, await call(server.harness, 'POST', path, { token: 'forged', body: say('a') })],
      [404, await call(server.harness, 'GET', '/nowhere', { token })],
      [413, await call(server.harness, 'POST', path, { token, body: say('x'.repeat(300_000)) })],
    ] as const;
    server.harness.store.append = () => Promise.reject(new Error('the database is away'));
    const failed = await call(server.harness, 'POST', path, { token, body: say('a') });
    for (const [status, answer] of [...refusals, [500, failed] as const]) {
      expect([status, answer.status]).toEqual([status, status]);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.json).toEqual({ error: { code: expect.any(String), message: expect.any(String) } });
    }
    expect(failed.text).not.toContain('database');
    expect(server.harness.logged.join()).toContain('the database is away');
  });

  test('4 the stream opens with its address alone', async () => {
    const { streamUrl } = await begin(server.harness);
    expect(await listen(streamUrl).opened).toBe(101);
  });

  test('5 a greeting from before the socket was open arrives', async () => {
    server.harness.store.script = async (activity, turn) => {
      if (activity.type === 'conversationUpdate') await turn.reply({ type: 'message', text: '您好' });
    };
    const { streamUrl, conversationId } = await begin(server.harness);
    await eventually(() => expect(server.harness.store.history(conversationId)).toHaveLength(2));
    const stream = listen(streamUrl);
    await eventually(() => expect(stream.activities().map(({ text }) => text)).toEqual(['您好']));
    const page = await server.openNew();
    await eventually(() => expect(page.texts()).toEqual(['您好']));
  });

  test('29 the locale of the page reaches the bot', async () => {
    await server.openNew({}, { conversationStartProperties: { locale: 'zh-CN' } });
    await server.openNew({ locale: 'en' });
    expect(server.harness.store.inbox.map(({ activity }) => activity.locale)).toEqual(['zh-CN', 'en']);
  });

  test('32 behind a proxy the stream has the address that the browser knows', async () => {
    const { token } = await server.harness.directLine.issueToken({});
    const headers = { 'X-Forwarded-Proto': 'https' };
    const forwarded = await call(server.harness, 'POST', '/conversations', { token, body: {}, headers });
    expect(forwarded.json.streamUrl).toMatch(
      new RegExp(`^wss://127\\.0\\.0\\.1:${server.harness.port}/v3/directline/`),
    );
    await server.restart({ publicUrl: 'https://chat.shop.example/' });
    const { streamUrl } = await begin(server.harness);
    expect(streamUrl).toMatch(/^wss:\/\/chat\.shop\.example\/v3\/directline\/conversations\//);
  });
});
