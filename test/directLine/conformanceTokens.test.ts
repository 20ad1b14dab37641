import { describe, expect, test } from 'vitest';
import { Status } from './client.ts';
import { say, serveDirectLine } from './serveDirectLine.ts';
import { begin, call, eventually, listen } from './wire.ts';

// The numbers are those of the checklist in the reference on the Bot Framework, section 2.8.

const server = serveDirectLine();

describe('tokens', () => {
  test('18 a refreshed token is good, and the old one until its end', async () => {
    const page = await server.openNew({}, { speed: 4000 });
    await eventually(() => expect(server.harness.requests).toContain('POST /v3/directline/tokens/refresh'));
    expect(page.statuses.at(-1)).toBe(Status.Online);
    page.close();
    const { token, conversationId } = await begin(server.harness);
    const path = `/conversations/${conversationId}/activities`;
    server.harness.advance(1000);
    const refreshed = await call(server.harness, 'POST', '/tokens/refresh', { token });
    expect(refreshed).toMatchObject({ status: 200, json: { conversationId, expires_in: 1800 } });
    expect((await call(server.harness, 'POST', path, { token, body: say('old') })).status).toBe(200);
    server.harness.advance(1000);
    expect((await call(server.harness, 'POST', path, { token, body: say('old') })).status).toBe(403);
    expect((await call(server.harness, 'POST', path, { token: refreshed.json.token, body: say('new') })).status).toBe(
      200,
    );
  });

  test('19 with an expired token the client says so, and goes on with a new one', async () => {
    const page = await server.openNew();
    server.harness.advance(1801);
    expect(await page.post(say('A'))).toBe('retry');
    expect(page.statuses.at(-1)).toBe(Status.ExpiredToken);
    const old = (page.client as unknown as { token: string }).token;
    const answer = await call(server.harness, 'GET', `/conversations/${page.id}?watermark=`, { token: old });
    expect(answer.status).toBe(200);
    page.client.reconnect(answer.json);
    expect(page.statuses.at(-1)).toBe(Status.Online);
    const id = await page.post(say('B'));
    // The client itself opens one more socket at each of these changes; Web Chat shows what has one id once.
    await eventually(() => expect(new Set(page.shown.map((activity) => activity.id))).toEqual(new Set([id])));
    server.harness.advance(1801 + 24 * 3600);
    const tooLate = await call(server.harness, 'GET', `/conversations/${page.id}`, { token: old });
    expect(tooLate).toMatchObject({ status: 403, json: { error: { code: 'TokenExpired' } } });
  });

  test('20 with a bad token the client fails at once', async () => {
    const page = server.open({ token: 'not.a.token' });
    await eventually(() => expect(page.statuses.at(-1)).toBe(Status.FailedToConnect));
    expect(page.errors).toHaveLength(1);
    expect(server.harness.requests.filter((request) => request.startsWith('POST'))).toHaveLength(1);
  });

  test('21 the token of one conversation does not open another', async () => {
    const [mine, other] = [await begin(server.harness), await begin(server.harness)];
    const { token } = mine;
    const within = `/conversations/${other.conversationId}`;
    const answers = await Promise.all([
      call(server.harness, 'GET', within, { token }),
      call(server.harness, 'GET', `${within}/activities`, { token }),
      call(server.harness, 'POST', `${within}/activities`, { token, body: say('A') }),
      call(server.harness, 'POST', `${within}/upload`, { token, body: say('A') }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    const mixed = mine.streamUrl.replace(mine.conversationId, other.conversationId);
    expect(await listen(mixed).opened).toBe(403);
  });
});

describe('files', () => {
  const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const picture = (name: string) => ({ contentType: 'image/png', contentUrl: `data:image/png;base64,${PNG}`, name });

  test('23 two files of one name become two attachments that can be fetched', async () => {
    const page = await server.openNew();
    const note = {
      contentType: 'text/plain',
      contentUrl: `data:text/plain;base64,${Buffer.from('冒烟了').toString('base64')}`,
      name: '说明.txt',
    };
    const id = await page.post({
      ...say('照片', { clientActivityID: 'c1' }),
      attachments: [picture('a.png'), picture('a.png'), note],
    });
    await eventually(() => expect(page.shown).toHaveLength(1));
    const { attachments = [], ...message } = page.shown[0]!;
    expect(message).toMatchObject({ id, text: '照片', channelData: { clientActivityID: 'c1' } });
    expect(attachments.map(({ name, contentType }) => [name, contentType])).toEqual([
      ['a.png', 'image/png'],
      ['a (1).png', 'image/png'],
      ['说明.txt', 'text/plain'],
    ]);
    const [first, , third] = await Promise.all(attachments.map(({ contentUrl }) => fetch(contentUrl)));
    expect(first?.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await first!.arrayBuffer()).toString('base64')).toBe(PNG);
    expect(await third!.text()).toBe('冒烟了');
    expect(new Set(attachments.map(({ contentUrl }) => contentUrl)).size).toBe(3);
  });

  test('24 a file over the limit is refused, and the client hears it', async () => {
    await server.restart({ limits: { fileBytes: 32 * 1024 } });
    const page = await server.openNew();
    const large = Buffer.concat([Buffer.from(PNG, 'base64'), Buffer.alloc(32 * 1024)]).toString('base64');
    const attachments = [{ contentType: 'image/png', contentUrl: `data:image/png;base64,${large}`, name: 'large.png' }];
    await expect(page.post({ ...say('A'), attachments })).rejects.toMatchObject({ status: 413 });
    expect(server.harness.store.inbox.map(({ activity }) => activity.type)).toEqual(['conversationUpdate']);
  });
});
