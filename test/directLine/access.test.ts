import { CompactSign, decodeJwt, UnsecuredJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDirectLine } from '#bot/channels/directLine/index.ts';
import { connect, PAGE_ORIGIN } from './client.ts';
import { type Harness, startDirectLine } from './startDirectLine.ts';
import { begin, call, eventually, listen } from './wire.ts';

let harness: Harness;

beforeEach(async () => {
  harness = await startDirectLine();
});

afterEach(() => harness.close());

const message = { type: 'message', text: 'A' };

describe('the secret', () => {
  test('gives out a token for a user (E4), in either spelling', async () => {
    const generate = (body?: unknown) => call(harness, 'POST', '/tokens/generate', { token: harness.secret, body });
    const answer = await generate({ User: { Id: 'dl_mei', Name: 'Mei' } });
    expect(answer).toMatchObject({ status: 200, json: { expires_in: 1800 } });
    const { json } = answer;
    expect(decodeJwt(json.token)).toMatchObject({
      user: 'dl_mei',
      conv: json.conversationId,
      bot: 'zhiyin',
      site: 'chat',
      aud: 'directline',
    });
    expect(decodeJwt((await generate()).json.token).user).toMatch(/^dl_/);
    expect(await generate({ user: { id: 'mei' } })).toMatchObject({
      status: 400,
      json: { error: { message: expect.stringContaining('dl_') } },
    });
    const started = await call(harness, 'POST', '/conversations', { token: json.token, body: {} });
    expect(started).toMatchObject({ status: 201, json: { conversationId: json.conversationId } });
    expect((await call(harness, 'POST', '/conversations', { token: json.token, body: {} })).status).toBe(200);
  });

  test('is needed there: a token or a wrong secret will not do', async () => {
    const { token } = await begin(harness);
    const statuses = [token, 'wrong', undefined].map(
      async (given) => (await call(harness, 'POST', '/tokens/generate', { ...(given && { token: given }) })).status,
    );
    expect(await Promise.all(statuses)).toEqual([403, 403, 401]);
  });

  test('does not exist when none is set', async () => {
    await harness.close();
    harness = await startDirectLine({ secret: '' });
    const answer = await call(harness, 'POST', '/tokens/generate', { token: 'undefined' });
    expect(answer).toMatchObject({
      status: 403,
      json: { error: { message: expect.stringContaining('DIRECT_LINE_SECRET') } },
    });
  });

  test('opens conversations by itself, whose user is marked as of this channel', async () => {
    const { secret: token, store } = harness;
    const { json } = await call(harness, 'POST', '/conversations', { token, body: { user: { id: 'mei' } } });
    const path = `/conversations/${json.conversationId}/activities`;
    expect((await call(harness, 'POST', path, { token, body: { ...message, from: { id: 'x' } } })).status).toBe(200);
    expect(store.inbox.at(-1)?.activity.from?.id).toBe('dl_mei');
    for (const id of ['nothing', '01a20083-1a9c-7409-a971-c421e69912f7']) {
      expect((await call(harness, 'GET', `/conversations/${id}/activities`, { token })).status).toBe(404);
    }
    expect((await call(harness, 'POST', '/tokens/refresh', { token })).status).toBe(403);
  });
});

describe('a token', () => {
  test('of another key, without signature, or for another purpose is refused', async () => {
    const { token, conversationId, streamUrl } = await begin(harness);
    const claims = decodeJwt(token);
    const ticket = new URL(streamUrl).searchParams.get('t') ?? '';
    const foreign = await new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new Uint8Array(32));
    const unsigned = new UnsecuredJWT(claims).encode();
    for (const bad of [ticket, foreign, unsigned, `${token}x`, 'x']) {
      const answer = await call(harness, 'GET', `/conversations/${conversationId}`, { token: bad });
      expect(answer).toMatchObject({ status: 403, json: { error: { code: 'InvalidToken' } } });
    }
    expect(await listen(streamUrl.replace(ticket, token)).opened).toBe(403);
    expect(await listen(streamUrl.replace(ticket, '')).opened).toBe(403);
  });

  test('that expired reopens its conversation within a day, and does nothing else', async () => {
    const { token, conversationId } = await begin(harness);
    harness.advance(1800);
    const within = `/conversations/${conversationId}`;
    expect((await call(harness, 'POST', `${within}/activities`, { token, body: message })).status).toBe(403);
    expect((await call(harness, 'GET', `${within}/activities`, { token })).status).toBe(403);
    expect((await call(harness, 'POST', '/tokens/refresh', { token })).status).toBe(403);
    const fresh = (await call(harness, 'GET', within, { token })).json.token;
    expect((await call(harness, 'POST', `${within}/activities`, { token: fresh, body: message })).status).toBe(200);
  });

  test('with origins works on those pages only', async () => {
    const body = { trustedOrigins: ['https://shop.example'] };
    const { token, conversationId } = (await call(harness, 'POST', '/tokens/generate', { token: harness.secret, body }))
      .json;
    const from = (Origin: string) => ({ token, headers: { Origin } });
    expect((await call(harness, 'POST', '/conversations', from('https://evil.example'))).status).toBe(403);
    const { status, json } = await call(harness, 'POST', '/conversations', from('https://shop.example'));
    expect(status).toBe(201);
    expect(json.conversationId).toBe(conversationId);
    expect(await listen(json.streamUrl, { Origin: 'https://evil.example' }).opened).toBe(403);
    expect(await listen(json.streamUrl, { Origin: 'https://shop.example' }).opened).toBe(101);
    expect(decodeJwt(json.token).origins).toEqual(['https://shop.example']);
  });

  test('of our own is for users of this channel, and the key must be long', async () => {
    await expect(harness.directLine.issueToken({ userId: 'mei' })).rejects.toThrow('dl_');
    const { token, ...issued } = await harness.directLine.issueToken({ userId: 'dl_mei', locale: 'zh-CN' });
    expect(issued).toEqual({ conversationId: expect.any(String), userId: 'dl_mei', expiresIn: 1800 });
    expect(decodeJwt(token)).toMatchObject({ user: 'dl_mei', locale: 'zh-CN' });
    const { store, dataDir } = harness;
    const parts = { store, dataDir, logger: {} as never, clock: { now: () => new Date(0) } };
    expect(() => createDirectLine({ ...parts, signingKey: new Uint8Array(31) })).toThrow('32 bytes');
  });
});

test('an ended conversation is gone for the client', async () => {
  const { token, conversationId, streamUrl } = await begin(harness);
  harness.store.end(conversationId);
  expect(await listen(streamUrl).opened).toBe(404);
  const within = `/conversations/${conversationId}`;
  const answers = await Promise.all([
    call(harness, 'POST', '/conversations', { token }),
    call(harness, 'GET', within, { token }),
    call(harness, 'GET', `${within}/activities`, { token }),
    call(harness, 'POST', `${within}/activities`, { token, body: message }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  const page = connect({ domain: harness.domain, token, conversationId });
  await eventually(() => expect(page.errors).toHaveLength(1));
  page.close();
});

test('a session id is given to the client and is the same for its conversation (E9)', async () => {
  const { token } = await harness.directLine.issueToken();
  const page = connect({ domain: harness.domain, token });
  const ask = () => new Promise((resolve, reject) => page.client.getSessionId().subscribe(resolve, reject));
  const first = await ask();
  expect(first).toMatch(/^[\w-]{43}$/);
  expect(await ask()).toBe(first);
  page.close();
  expect((await call(harness, 'GET', '/session/getsessionid', { headers: { Origin: PAGE_ORIGIN } })).status).toBe(401);
});

test('a watermark that we never gave is refused; one beyond the end does not hide what is new', async () => {
  const { token, conversationId } = await begin(harness);
  const poll = (mark: string) =>
    call(harness, 'GET', `/conversations/${conversationId}/activities?watermark=${mark}`, { token });
  for (const mark of ['-1', 'x', '1e3', '99999999999']) expect((await poll(mark)).status).toBe(400);
  expect((await poll('999')).json).toEqual({ activities: [], watermark: '1' });
});

test('too many posts wait; far too many are told so', async () => {
  await harness.close();
  harness = await startDirectLine({
    limits: { posts: { requests: 2, seconds: 1 }, starts: { requests: 1, seconds: 60 } },
  });
  const { token, conversationId } = await begin(harness);
  const started = performance.now();
  const posts = Array.from({ length: 4 }, () =>
    call(harness, 'POST', `/conversations/${conversationId}/activities`, { token, body: message }),
  );
  expect((await Promise.all(posts)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(performance.now() - started).toBeGreaterThan(800);
  const again = await call(harness, 'POST', '/conversations', { token });
  expect(again.status).toBe(429);
  expect(again.headers.get('retry-after')).toBe('5');
});
