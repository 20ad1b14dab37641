import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect, PAGE_ORIGIN, type Page, SpiedSocket, Status } from './client.ts';
import { type Harness, startDirectLine } from './startDirectLine.ts';
import { begin, call, eventually, listen } from './wire.ts';

// The numbers are those of the checklist in the reference on the Bot Framework, section 2.8.

let harness: Harness;
const pages: Page[] = [];

beforeEach(async () => {
  harness = await startDirectLine();
});

afterEach(async () => {
  for (const page of pages.splice(0)) page.close();
  await harness.close();
});

function open(options: Parameters<typeof connect>[0] = {}): Page {
  const page = connect({ domain: harness.domain, ...options });
  pages.push(page);
  return page;
}

async function openNew(
  grant = {},
  options: Parameters<typeof connect>[0] = {},
): Promise<Page & { token: string; id: string }> {
  const { token, conversationId } = await harness.directLine.issueToken(grant);
  const page = open({ token, ...options });
  await eventually(() => expect(page.statuses).toContain(Status.Online));
  // Online comes before the socket is open, and what is ephemeral is lost on who is not there yet.
  if (options.webSocket !== false) await eventually(() => expect(page.sockets[0]?.readyState).toBe(SpiedSocket.OPEN));
  return { ...page, token, id: conversationId };
}

const say = (text: string, channelData?: object) => ({
  type: 'message',
  text,
  from: { id: 'x' },
  ...(channelData && { channelData }),
});
const fromBot = (text: string) => ({ type: 'message', text, from: { id: 'bot' } });
const echoing = () => {
  harness.store.script = async (activity, turn) => {
    if (activity.type === 'message') await turn.reply({ type: 'message', text: `echo ${activity.text}` });
  };
};

describe('beginning', () => {
  test('1 a conversation begins without a user id and the client is online', async () => {
    const { token } = await harness.directLine.issueToken({});
    const answer = await call(harness, 'POST', '/conversations', { token, body: { user: {} } });
    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({
      expires_in: 1800,
      conversationId: expect.any(String),
      token: expect.any(String),
    });
    expect((await call(harness, 'POST', '/conversations', { token })).status).toBe(200);
    const page = await openNew();
    expect(page.statuses).toEqual([Status.Uninitialized, Status.Connecting, Status.Online]);
  });

  test('2 a page of another origin may call: every path answers its preflight', async () => {
    await openNew();
    const { conversationId } = await begin(harness);
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
      const answer = await call(harness, 'OPTIONS', path, { headers: { Origin: PAGE_ORIGIN } });
      expect([path, answer.status]).toEqual([path, 204]);
      expect(['*', PAGE_ORIGIN]).toContain(answer.headers.get('access-control-allow-origin'));
      expect(answer.headers.get('access-control-allow-methods')).toBe('GET,POST,PUT,DELETE,OPTIONS');
      for (const name of ['authorization', 'content-type', 'x-ms-bot-agent', 'x-requested-with']) {
        expect(answer.headers.get('access-control-allow-headers')).toContain(name);
      }
    }
  });

  test('3 refusals of every kind carry the CORS headers and the shape of an error', async () => {
    const { token, conversationId } = await begin(harness);
    const path = `/conversations/${conversationId}/activities`;
    const refusals = [
      [401, await call(harness, 'POST', path, { body: say('a') })],
      [403, await call(harness, 'POST', path, { token: 'forged', body: say('a') })],
      [404, await call(harness, 'GET', '/nowhere', { token })],
      [413, await call(harness, 'POST', path, { token, body: say('x'.repeat(300_000)) })],
    ] as const;
    harness.store.append = () => Promise.reject(new Error('the database is away'));
    const failed = await call(harness, 'POST', path, { token, body: say('a') });
    for (const [status, answer] of [...refusals, [500, failed] as const]) {
      expect([status, answer.status]).toEqual([status, status]);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.json).toEqual({ error: { code: expect.any(String), message: expect.any(String) } });
    }
    expect(failed.text).not.toContain('database');
    expect(harness.logged.join()).toContain('the database is away');
  });

  test('4 the stream opens with its address alone', async () => {
    const { streamUrl } = await begin(harness);
    expect(await listen(streamUrl).opened).toBe(101);
  });

  test('5 a greeting from before the socket was open arrives', async () => {
    harness.store.script = async (activity, turn) => {
      if (activity.type === 'conversationUpdate') await turn.reply({ type: 'message', text: '您好' });
    };
    const { streamUrl, conversationId } = await begin(harness);
    await eventually(() => expect(harness.store.history(conversationId)).toHaveLength(2));
    const stream = listen(streamUrl);
    await eventually(() => expect(stream.activities().map(({ text }) => text)).toEqual(['您好']));
    const page = await openNew();
    await eventually(() => expect(page.texts()).toEqual(['您好']));
  });

  test('29 the locale of the page reaches the bot', async () => {
    await openNew({}, { conversationStartProperties: { locale: 'zh-CN' } });
    await openNew({ locale: 'en' });
    expect(harness.store.inbox.map(({ activity }) => activity.locale)).toEqual(['zh-CN', 'en']);
  });

  test('32 behind a proxy the stream has the address that the browser knows', async () => {
    const { token } = await harness.directLine.issueToken({});
    const headers = { 'X-Forwarded-Proto': 'https' };
    const forwarded = await call(harness, 'POST', '/conversations', { token, body: {}, headers });
    expect(forwarded.json.streamUrl).toMatch(new RegExp(`^wss://127\\.0\\.0\\.1:${harness.port}/v3/directline/`));
    await harness.close();
    harness = await startDirectLine({ publicUrl: 'https://chat.shop.example/' });
    const { streamUrl } = await begin(harness);
    expect(streamUrl).toMatch(/^wss:\/\/chat\.shop\.example\/v3\/directline\/conversations\//);
  });
});

describe('messages', () => {
  test('6 what was sent comes back with its id, its clientActivityID and a time', async () => {
    const page = await openNew();
    const id = await page.post(say('Is it loud?', { clientActivityID: 'c1', more: 1 }));
    await eventually(() => expect(page.shown).toHaveLength(1));
    expect(page.shown[0]).toMatchObject({ id, text: 'Is it loud?', channelData: { clientActivityID: 'c1', more: 1 } });
    expect(new Date(page.shown[0]?.timestamp ?? '').getTime()).not.toBeNaN();
    expect(page.shown[0]?.from.role).toBe('user');
  });

  test('7 it comes back before the reply, and the reply names it', async () => {
    echoing();
    const page = await openNew();
    const id = await page.post(say('A'));
    await eventually(() => expect(page.texts()).toEqual(['A', 'echo A']));
    expect(page.shown[1]).toMatchObject({ replyToId: id, from: { role: 'bot' } });
  });

  test('8 a post is answered while the bot still thinks', async () => {
    let finish: (() => void) | undefined;
    harness.store.script = (activity) =>
      activity.type === 'message'
        ? new Promise<void>((resolve) => {
            finish = resolve;
          })
        : Promise.resolve();
    const page = await openNew();
    const started = performance.now();
    expect(await page.post(say('A'))).toMatch(/^[0-9a-f-]{36}$/);
    expect(performance.now() - started).toBeLessThan(1000);
    await eventually(() => expect(page.texts()).toEqual(['A']));
    finish?.();
  });

  test('22 the sender is who the token names, whatever the client says', async () => {
    const page = await openNew({ userId: 'dl_mei' });
    await page.post({
      ...say('A'),
      from: { id: 'dl_somebody_else', name: 'Mei', role: 'bot' },
      id: 'mine',
      serviceUrl: 'http://evil.example',
      timestamp: '2001-01-01T00:00:00Z',
    });
    await eventually(() => expect(page.shown).toHaveLength(1));
    expect(page.shown[0]?.from).toEqual({ id: 'dl_mei', name: 'Mei', role: 'user' });
    const stored = harness.store.inbox.at(-1)?.activity;
    expect(stored?.from).toEqual({ id: 'dl_mei', name: 'Mei', role: 'user' });
    expect(stored?.id).not.toBe('mine');
    expect(stored?.timestamp).not.toBe('2001-01-01T00:00:00Z');
    expect(stored).not.toHaveProperty('serviceUrl');
  });

  test('26 the same clientActivityID is stored once', async () => {
    echoing();
    const page = await openNew();
    const message = say('A', { clientActivityID: 'c1' });
    const ids = await Promise.all([page.post(message), page.post(message), page.post(message)]);
    await page.post(say('B'));
    await eventually(() => expect(page.texts()).toContain('echo B'));
    expect(new Set(ids).size).toBe(1);
    expect(page.texts().filter((text) => text?.endsWith('A'))).toEqual(['A', 'echo A']);
  });

  test('28 the end of the conversation is delivered', async () => {
    const page = await openNew();
    await harness.store.push(page.id, {
      type: 'endOfConversation',
      code: 'completedSuccessfully',
      from: { id: 'bot' },
    });
    await eventually(() => expect(page.shown).toMatchObject([{ type: 'endOfConversation' }]));
  });

  test('31 twenty posts at once run one after the other, in the order of the history', async () => {
    let running = 0;
    harness.store.script = async (activity, turn) => {
      if (activity.type !== 'message') return;
      running += 1;
      expect(running).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      await turn.reply({ type: 'message', text: `echo ${activity.text}` });
      running -= 1;
    };
    const page = await openNew();
    await Promise.all(Array.from({ length: 20 }, (_, index) => page.post(say(`m${index}`))));
    await eventually(() => expect(page.texts()).toHaveLength(40));
    const sent = page.texts().filter((text) => !text?.startsWith('echo'));
    const echoed = page.texts().filter((text) => text?.startsWith('echo'));
    expect(echoed).toEqual(sent.map((text) => `echo ${text}`));
  });

  test('33 malformed JSON is refused and nothing breaks', async () => {
    const { token, conversationId } = await begin(harness);
    const path = `/conversations/${conversationId}/activities`;
    for (const body of ['{"type":', 'null', '[]', '"text"', '{"type":"message","text":7}', '{"type":"message"}']) {
      expect([body, (await call(harness, 'POST', path, { token, body })).status]).toEqual([body, 400]);
    }
    expect((await call(harness, 'POST', path, { token, body: say('A') })).status).toBe(200);
    expect(harness.logged).toEqual([]);
  });

  test('34 only answers to what the customer can see name it', async () => {
    harness.store.script = async (activity, turn) => {
      await turn.reply({ type: 'message', text: activity.type });
    };
    const page = await openNew();
    const id = await page.post(say('A'));
    await harness.store.push(page.id, { ...fromBot('news'), replyToId: 'a-continuation-that-nobody-sees' });
    await eventually(() => expect(page.texts()).toContain('news'));
    await eventually(() => expect(page.texts()).toContain('message'));
    const named = Object.fromEntries(page.shown.map(({ text, replyToId }) => [text, replyToId]));
    expect(named).toEqual({ conversationUpdate: undefined, A: undefined, message: id, news: undefined });
    const later = open({ token: page.token, conversationId: page.id, watermark: '3' });
    await eventually(() => expect(later.texts()).toContain('message'));
    expect(later.shown.find(({ text }) => text === 'message')?.replyToId).toBe(id);
  });
});

describe('streams', () => {
  test('9 the empty frames of the client are tolerated', async () => {
    echoing();
    const page = await openNew({}, { speed: 1000 });
    await eventually(() => expect(page.sockets[0]?.sent.length).toBeGreaterThanOrEqual(3));
    await page.post(say('A'));
    await eventually(() => expect(page.texts()).toEqual(['A', 'echo A']));
    expect(page.sockets).toHaveLength(1);
  });

  test('10 the empty frames of the server are ignored by the client', async () => {
    await harness.close();
    harness = await startDirectLine({ keepAliveMs: 400 });
    echoing();
    const page = await openNew();
    await eventually(() => expect(page.sockets[0]?.frames.filter((frame) => frame === '').length).toBeGreaterThan(0));
    await page.post(say('A'));
    await eventually(() => expect(page.texts()).toEqual(['A', 'echo A']));
    expect(page.errors).toEqual([]);
    expect(page.sockets).toHaveLength(1);
  });

  test('11 every frame carries a watermark, and it only grows', async () => {
    harness.store.script = async (activity, turn) => {
      if (activity.type !== 'message') return;
      turn.ephemeral({ type: 'typing' });
      await eventually(() => expect(stream.activities()).toHaveLength(2));
      await turn.reply({ type: 'message', text: 'one' });
      await turn.reply({ type: 'message', text: 'two' });
    };
    const { streamUrl, token, conversationId } = await begin(harness);
    const stream = listen(streamUrl);
    await stream.opened;
    const path = `/conversations/${conversationId}/activities`;
    await call(harness, 'POST', path, { token, body: say('A') });
    await eventually(() => expect(stream.activities()).toHaveLength(4));
    const marks = stream.frames.map(({ activities, watermark }) => [activities[0]?.type, Number(watermark)] as const);
    expect(marks.every(([, mark]) => mark > 0)).toBe(true);
    const stored = marks.filter(([type]) => type === 'message').map(([, mark]) => mark);
    expect(stored).toEqual([...new Set(stored)].sort((a, b) => a - b));
    expect(marks.map(([, mark]) => mark)).toEqual(marks.map(([, mark]) => mark).sort((a, b) => a - b));
  });

  test('12 after a lost network exactly what was missed arrives, in order', async () => {
    const page = await openNew();
    await page.post(say('A'));
    await eventually(() => expect(page.texts()).toEqual(['A']));
    harness.breakConnections();
    for (const text of ['1', '2', '3']) await harness.store.push(page.id, fromBot(text));
    await eventually(() => expect(page.texts()).toHaveLength(4));
    await harness.store.push(page.id, fromBot('4'));
    await eventually(() => expect(page.texts()).toContain('4'));
    expect(page.texts()).toEqual(['A', '1', '2', '3', '4']);
  });

  test('13 a page that comes back gets the whole history, without typing', async () => {
    harness.store.script = async (activity, turn) => {
      turn.ephemeral({ type: 'typing' });
      await turn.reply({ type: 'message', text: `echo ${activity.type}` });
    };
    const first = await openNew();
    await first.post(say('A'));
    await eventually(() => expect(first.texts()).toHaveLength(3));
    const again = open({ token: first.token, conversationId: first.id });
    await eventually(() => expect(again.shown).toHaveLength(3));
    expect(again.shown.map(({ id }) => id)).toEqual(
      first.shown.filter(({ type }) => type === 'message').map(({ id }) => id),
    );
    expect(again.shown.every(({ type }) => type === 'message')).toBe(true);
  });

  test('14 with a watermark it gets only what came after it', async () => {
    const first = await openNew();
    for (const text of ['1', '2', '3', '4']) await harness.store.push(first.id, fromBot(text));
    const again = open({ token: first.token, conversationId: first.id, watermark: '3' });
    await eventually(() => expect(again.texts()).toEqual(['3', '4']));
  });

  test('15 token, conversation and stream from the page itself need no other call', async () => {
    const { token, conversationId, streamUrl } = await begin(harness);
    harness.requests.length = 0;
    const page = open({ token, conversationId, streamUrl });
    await harness.store.push(conversationId, fromBot('hello'));
    await eventually(() => expect(page.texts()).toEqual(['hello']));
    expect(harness.requests).toEqual([]);
  });

  test('16 a streamUrl of a minute ago is refused; a new one is to be had', async () => {
    const { token, conversationId, streamUrl } = await begin(harness);
    harness.advance(61);
    expect(await listen(streamUrl).opened).toBe(403);
    const answer = await call(harness, 'GET', `/conversations/${conversationId}?watermark=`, { token });
    expect(await listen(answer.json.streamUrl).opened).toBe(101);
    await harness.store.push(conversationId, fromBot('hello'));
    const page = open({ token, conversationId, streamUrl });
    await eventually(() => expect(page.texts()).toEqual(['hello']));
  });

  test('17 after a restart the conversation goes on', async () => {
    echoing();
    const page = await openNew();
    await page.post(say('A'));
    await eventually(() => expect(page.texts()).toHaveLength(2));
    await harness.restart();
    await harness.store.push(page.id, fromBot('back'));
    await eventually(() => expect(page.texts()).toEqual(['A', 'echo A', 'back']));
    await page.post(say('B'));
    await eventually(() => expect(page.texts()).toEqual(['A', 'echo A', 'back', 'B', 'echo B']));
    expect((await call(harness, 'GET', `/conversations/${page.id}`, { token: page.token })).status).toBe(200);
  });

  test('25 two pages on one conversation both hear everything, and neither is put out', async () => {
    echoing();
    const first = await openNew();
    const second = open({ token: first.token, conversationId: first.id });
    await eventually(() => expect(harness.store.listeners(first.id)).toBe(2));
    await first.post(say('A'));
    await second.post(say('B'));
    for (const page of [first, second]) {
      await eventually(() => expect(page.texts().sort()).toEqual(['A', 'B', 'echo A', 'echo B']));
      expect(page.sockets).toHaveLength(1);
    }
  });

  test('27 a polling client gets the same messages and no typing', async () => {
    harness.store.script = async (activity, turn) => {
      turn.ephemeral({ type: 'typing' });
      if (activity.type === 'message') await turn.reply({ type: 'message', text: `echo ${activity.text}` });
    };
    const page = await openNew({}, { webSocket: false, pollingInterval: 200 });
    await page.post(say('A'));
    await eventually(() => expect(page.texts()).toEqual(['A', 'echo A']));
    expect(page.shown.every(({ type }) => type === 'message')).toBe(true);
    expect(page.sockets).toEqual([]);
  });

  test('30 a streamed answer is shown live, and only its end is history', async () => {
    const chunk = (text: string, streamSequence: number) => ({
      type: 'typing',
      text,
      channelData: { streamId: 's1', streamSequence, streamType: 'streaming' },
    });
    harness.store.script = async (activity, turn) => {
      if (activity.type !== 'message') return;
      turn.ephemeral(chunk('It', 1));
      turn.ephemeral(chunk('It is', 2));
      await eventually(() => expect(page.shown).toHaveLength(3));
      await turn.reply({ type: 'message', text: 'It is quiet.', channelData: { streamId: 's1', streamType: 'final' } });
      turn.ephemeral(chunk('It is qu', 3));
    };
    const page = await openNew();
    await page.post(say('Is it loud?'));
    await eventually(() =>
      expect(page.shown.map(({ text }) => text)).toEqual(['Is it loud?', 'It', 'It is', 'It is quiet.']),
    );
    await harness.store.push(page.id, fromBot('next'));
    await eventually(() =>
      expect(page.shown.map(({ text }) => text)).toEqual(['Is it loud?', 'It', 'It is', 'It is quiet.', 'next']),
    );
    const again = open({ token: page.token, conversationId: page.id });
    await eventually(() =>
      expect(again.shown.map(({ text }) => text)).toEqual(['Is it loud?', 'It is quiet.', 'next']),
    );
  });
});

describe('tokens', () => {
  test('18 a refreshed token is good, and the old one until its end', async () => {
    const page = await openNew({}, { speed: 4000 });
    await eventually(() => expect(harness.requests).toContain('POST /v3/directline/tokens/refresh'));
    expect(page.statuses.at(-1)).toBe(Status.Online);
    page.close();
    const { token, conversationId } = await begin(harness);
    const path = `/conversations/${conversationId}/activities`;
    harness.advance(1000);
    const refreshed = await call(harness, 'POST', '/tokens/refresh', { token });
    expect(refreshed).toMatchObject({ status: 200, json: { conversationId, expires_in: 1800 } });
    expect((await call(harness, 'POST', path, { token, body: say('old') })).status).toBe(200);
    harness.advance(1000);
    expect((await call(harness, 'POST', path, { token, body: say('old') })).status).toBe(403);
    expect((await call(harness, 'POST', path, { token: refreshed.json.token, body: say('new') })).status).toBe(200);
  });

  test('19 with an expired token the client says so, and goes on with a new one', async () => {
    const page = await openNew();
    harness.advance(1801);
    expect(await page.post(say('A'))).toBe('retry');
    expect(page.statuses.at(-1)).toBe(Status.ExpiredToken);
    const old = (page.client as unknown as { token: string }).token;
    const answer = await call(harness, 'GET', `/conversations/${page.id}?watermark=`, { token: old });
    expect(answer.status).toBe(200);
    page.client.reconnect(answer.json);
    expect(page.statuses.at(-1)).toBe(Status.Online);
    const id = await page.post(say('B'));
    // The client itself opens one more socket at each of these changes; Web Chat shows what has one id once.
    await eventually(() => expect(new Set(page.shown.map((activity) => activity.id))).toEqual(new Set([id])));
    harness.advance(1801 + 24 * 3600);
    const tooLate = await call(harness, 'GET', `/conversations/${page.id}`, { token: old });
    expect(tooLate).toMatchObject({ status: 403, json: { error: { code: 'TokenExpired' } } });
  });

  test('20 with a bad token the client fails at once', async () => {
    const page = open({ token: 'not.a.token' });
    await eventually(() => expect(page.statuses.at(-1)).toBe(Status.FailedToConnect));
    expect(page.errors).toHaveLength(1);
    expect(harness.requests.filter((request) => request.startsWith('POST'))).toHaveLength(1);
  });

  test('21 the token of one conversation does not open another', async () => {
    const [mine, other] = [await begin(harness), await begin(harness)];
    const { token } = mine;
    const within = `/conversations/${other.conversationId}`;
    const answers = await Promise.all([
      call(harness, 'GET', within, { token }),
      call(harness, 'GET', `${within}/activities`, { token }),
      call(harness, 'POST', `${within}/activities`, { token, body: say('A') }),
      call(harness, 'POST', `${within}/upload`, { token, body: say('A') }),
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
    const page = await openNew();
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
    await harness.close();
    harness = await startDirectLine({ limits: { fileBytes: 32 * 1024 } });
    const page = await openNew();
    const large = Buffer.concat([Buffer.from(PNG, 'base64'), Buffer.alloc(32 * 1024)]).toString('base64');
    const attachments = [{ contentType: 'image/png', contentUrl: `data:image/png;base64,${large}`, name: 'large.png' }];
    await expect(page.post({ ...say('A'), attachments })).rejects.toMatchObject({ status: 413 });
    expect(harness.store.inbox.map(({ activity }) => activity.type)).toEqual(['conversationUpdate']);
  });
});
