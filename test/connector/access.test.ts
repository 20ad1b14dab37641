import { request as httpRequest } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createConnector } from '#bot/channels/connector/index.ts';
import { isFromHere, isLoopbackHost } from '#bot/channels/connector/loopback.ts';
import { ConfigError } from '#bot/config.ts';
import { testDatabase } from '#test/support/database.ts';
import { echo, message, startConnector } from './startConnector.ts';
import { now, startChannelService, startIssuer } from './world.ts';

const database = testDatabase();
// Each bot delivers with its own settings, so each has its own database.
const localDatabase = testDatabase();
let issuer: Awaited<ReturnType<typeof startIssuer>>;
let service: Awaited<ReturnType<typeof startChannelService>>;
let bot: Awaited<ReturnType<typeof startConnector>>;
let local: Awaited<ReturnType<typeof startConnector>>;

beforeAll(async () => {
  issuer = await startIssuer();
  service = await startChannelService();
  bot = await startConnector(database.db, { decide: echo, issuer });
  local = await startConnector(localDatabase.db, { decide: echo });
});
afterAll(async () => {
  await bot.close();
  await local.close();
  await service.close();
  await issuer.close();
});

async function nothingStored(externalId: string): Promise<void> {
  for (const { client } of [database.db, localDatabase.db]) {
    expect(await client.conversation.count({ where: { externalId } })).toBe(0);
  }
}

describe('with an app id', () => {
  it.each([
    ['no token', async () => ({})],
    ['another scheme', async () => ({ Authorization: 'Basic dXNlcjpwYXNz' })],
    ['no JWT', async () => ({ Authorization: 'Bearer abc' })],
    ['a payload that is null', async () => ({ Authorization: 'Bearer eyJ0eXAiOiJKV1QiLCJhbGciOiJub25lIn0.bnVsbA.x' })],
    ['another audience', async () => bearer(await issuer.token(service.url, { aud: 'another-bot' }))],
    ['another issuer', async () => bearer(await issuer.token(service.url, { iss: 'https://evil.example' }))],
    ['another serviceUrl', async () => bearer(await issuer.token('https://evil.example/'))],
    ['a tenant of strangers', async () => bearer(await issuer.token(service.url, { tid: 'strangers' }))],
  ])('%s is refused', async (_, headers) => {
    const posted = message(service.url, 'let me in');
    expect((await bot.post(posted, await headers())).status).toBe(401);
    await nothingStored(posted.conversation.id);
  });

  it.each([
    ['a forged signature', () => issuer.token(service.url, {}, { forged: true })],
    ['an expired token', () => issuer.token(service.url, { exp: now() - 3600, nbf: now() - 7200 })],
    ['a token for later', () => issuer.token(service.url, { nbf: now() + 3600 })],
    ['an unsigned token', () => unsigned()],
    ['a channel that the key is not endorsed for', () => issuer.token(service.url), 'slack'],
  ])('%s is refused', async (_, token, channelId = 'testchannel') => {
    // The SDK writes of these to the console, besides throwing.
    const complained = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const posted = message(service.url, 'let me in', { channelId });
    expect((await bot.post(posted, bearer(await token()))).status).toBe(401);
    expect(complained).toHaveBeenCalled();
    await nothingStored(posted.conversation.id);
  });

  it('a good token is let in, also through a proxy', async () => {
    const posted = message(service.url, 'good', { deliveryMode: 'expectReplies' });
    const headers = { ...bearer(await issuer.token(service.url)), 'X-Forwarded-For': '203.0.113.9' };
    expect((await bot.post(posted, headers)).json().activities).toMatchObject([{ text: 'echo: good' }]);
  });

  it('keys that cannot be fetched are no reason to refuse for good', async () => {
    const other = await startIssuer();
    const shut = await startConnector(localDatabase.db, { decide: echo, issuer: other });
    other.fail();
    const token = bearer(await other.token(service.url));
    expect((await shut.post(message(service.url, 'x'), token)).status).toBe(503);
    await other.close();
    expect((await shut.post(message(service.url, 'x'), token)).status).toBe(503);
    await shut.close();
  });

  it('settings that do not fit together are told at start', () => {
    const config = { publicUrl: undefined, botFramework: { MicrosoftAppId: 'x', MicrosoftAppType: 'SingleTenant' } };
    const parts = { config, db: database.db, turns: bot.turns, logger: undefined } as never;
    expect(() => createConnector(parts)).toThrow(ConfigError);
    expect(() => createConnector(parts)).toThrow('MicrosoftAppTenantId is required');
  });
});

describe('without an app id', () => {
  it('says so at start, and answers programs on this machine', async () => {
    expect(local.logged.map(({ msg }) => msg).join()).toContain('only to programs on this machine');
    expect(bot.logged.map(({ msg }) => msg).join()).not.toContain('only to programs on this machine');
    const posted = message(service.url, 'hi', { channelId: 'emulator' });
    expect((await local.post(posted)).status).toBe(202);
    await expect
      .poll(() => service.sent.find(({ path }) => path.includes(posted.conversation.id))?.activity)
      .toMatchObject({
        text: 'echo: hi',
      });
    const sent = service.sent.find(({ path }) => path.includes(posted.conversation.id));
    expect(sent?.headers.authorization).toBeUndefined();
  });

  it.each([
    [{ 'X-Forwarded-For': '203.0.113.9' }],
    [{ 'X-Forwarded-For': '127.0.0.1, 203.0.113.9' }],
    [{ 'X-Real-IP': '10.0.0.8' }],
    [{ Forwarded: 'for="[2001:db8::1]:4711";proto=https' }],
  ])('refuses those for whom a proxy speaks: %o', async (headers) => {
    const posted = message(service.url, 'hi');
    expect((await local.post(posted, headers as Record<string, string>)).status).toBe(403);
    await nothingStored(posted.conversation.id);
  });

  it('refuses a browser that was lured here by another name', async () => {
    const { hostname, port } = new URL(local.address);
    const status = await new Promise((resolve, reject) => {
      const options = { hostname, port, path: '/api/messages', method: 'POST', headers: { Host: 'rebound.example' } };
      httpRequest(options, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end('{}');
    });
    expect(status).toBe(403);
  });

  it('knows loopback addresses in every spelling, and no others', () => {
    for (const host of ['localhost', '127.0.0.1', '127.8.9.10', '::1', '[::1]', '::ffff:127.0.0.1']) {
      expect(isLoopbackHost(host), host).toBe(true);
    }
    for (const host of [
      '',
      '10.0.0.1',
      '0.0.0.0',
      '128.0.0.1',
      '127.0.0.1.evil.example',
      '::2',
      'localhost.evil.example',
    ]) {
      expect(isLoopbackHost(host), host).toBe(false);
    }
    const from = (remoteAddress: string, headers: object) =>
      isFromHere({ socket: { remoteAddress }, headers } as never);
    expect(from('127.0.0.1', { host: 'localhost:3978' })).toBe(true);
    expect(from('::1', { host: '[::1]:3978', 'x-forwarded-for': '::1' })).toBe(true);
    expect(from('192.0.2.1', { host: 'localhost:3978' })).toBe(false);
    expect(from('127.0.0.1', {})).toBe(false);
  });
});

describe('what is posted', () => {
  it('nobody speaks in the name of our own channels', async () => {
    for (const channelId of ['directline', 'DirectLine', 'console', 'wechat', 'wecom']) {
      const posted = message(service.url, 'hi', { channelId });
      expect((await local.post(posted)).status).toBe(403);
      await nothingStored(posted.conversation.id);
    }
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['a list', []],
    ['text', '"hello"'],
    ['null', 'null'],
    ['no type', { ...message('http://localhost/', 'x'), type: undefined }],
    ['no conversation', { ...message('http://localhost/', 'x'), conversation: undefined }],
    ['no sender', { ...message('http://localhost/', 'x'), from: {} }],
    ['no serviceUrl', { ...message('http://localhost/', 'x'), serviceUrl: null }],
    ['a serviceUrl of a file', message('file:///etc/passwd', 'x')],
    ['a serviceUrl in the clear', message('http://channel.example/', 'x')],
    ['a serviceUrl with a password', message('https://me:you@channel.example/', 'x')],
    ['a number as text', message('http://localhost/', 'x', { text: 7 })],
    ['attachments of the wrong kind', message('http://localhost/', 'x', { attachments: 'all' })],
    ['JSON that lies too deep', message('http://localhost/', 'x', { value: nested(60) })],
  ])('%s is refused with a reason', async (_, body) => {
    const response = await local.post(body);
    expect(response.status).toBe(400);
    expect(response.json()).toMatchObject({ status: 400, title: expect.any(String) });
  });

  it('more than 256 KiB is refused', async () => {
    expect((await local.post(message(service.url, 'x'.repeat(300_000)))).status).toBe(413);
  });

  it('whatever it is, it is never our fault, and what is stored can be read', async () => {
    const field = fc.oneof(
      fc.jsonValue(),
      fc.string({ unit: 'binary' }),
      fc.constant('\ud800\0'),
      fc.constant({ id: '\0' }),
    );
    const keys = [
      'type',
      'id',
      'text',
      'from',
      'recipient',
      'conversation',
      'channelData',
      'value',
      'attachments',
      'locale',
    ];
    const change = fc.dictionary(fc.constantFrom(...keys), field, { maxKeys: 3 });
    await fc.assert(
      fc.asyncProperty(change, async (changed) => {
        const { status } = await local.post(message(service.url, 'x', changed));
        expect([202, 400, 413, 501]).toContain(status);
      }),
      { numRuns: 150 },
    );
    expect(local.logged.filter(({ level, msg }) => level >= 50 && msg === 'a request failed')).toEqual([]);
  });
});

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

function unsigned(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { iss: 'https://api.botframework.test', aud: 'x', exp: now() + 3600 };
  return `${part({ alg: 'none', kid: 'key-1', typ: 'JWT' })}.${part(claims)}.`;
}

const nested = (depth: number): unknown => (depth === 0 ? 1 : { deeper: nested(depth - 1) });
