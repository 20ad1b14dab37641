import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createChatTokens } from '#bot/channels/chatTokens.ts';
import type { DirectLine } from '#bot/channels/directLine/index.ts';
import { Tokens } from '#bot/channels/directLine/tokens.ts';
import { ShopTokens } from '#bot/channels/shopToken.ts';
import { buildCustomer, buildHouse, type House, TestClock } from '#test/crm/support.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();
const secret = 'a secret of the shop, long enough to sign';
const signingKey = new Uint8Array(32).fill(7);
let house: House;
let ask: ReturnType<typeof createChatTokens>;

beforeAll(() => {
  house = buildHouse(database.db, new TestClock());
  const tokens = new Tokens(signingKey, house.clock);
  const issueToken: DirectLine['issueToken'] = async (grant = {}) => {
    const { conversationId = v7(), userId = `dl_${v7()}` } = grant;
    return { conversationId, userId, token: await tokens.issue({ conversationId, userId }), expiresIn: 1800 };
  };
  const settings = { secret, jwksUrl: undefined, issuer: undefined };
  const shopTokens = new ShopTokens(settings, house.clock);
  ask = createChatTokens({ issueToken } as DirectLine, house.services, shopTokens, signingKey, house.clock);
});

const seconds = () => Math.floor(house.clock.now().getTime() / 1000);
const signed = (sub: string, { exp = 300, aud = 'zhiyin', name = '林夏', key = secret, alg = 'HS256' } = {}) =>
  new SignJWT({ name })
    .setProtectedHeader({ alg })
    .setSubject(sub)
    .setAudience(aud)
    .setIssuedAt(seconds())
    .setExpirationTime(seconds() + exp)
    .sign(new TextEncoder().encode(key));

const recordOf = async (userId: string) =>
  (await house.services.customers.byAccount({ channel: 'directline', externalId: userId }))!;

test('the visitor is who is signed in at the shop: with their records, on every device, and nobody else’s', async () => {
  const bought = await buildCustomer(house, { phone: '13800000001' });
  await database.db.client.identity.create({ data: { customerId: bought.id, channel: 'shop', externalId: 'M-1' } });
  const before = await ask({});
  await house.services.customers.recognise({ channel: 'directline', externalId: before.userId });
  const joined = await ask({ ...before, shopToken: await signed('M-1') });
  expect(joined).toMatchObject({ shop: 'joined', userId: before.userId, conversationId: before.conversationId });
  // Two records, one person: the one that is older is shown, and it can be undone.
  expect((await recordOf(joined.userId)).id).toBe(bought.id);
  const [merge] = await house.services.merges.behind(bought.id);
  expect(merge).toMatchObject({ proof: 'shop' });
  const elsewhere = await ask({ shopToken: await signed('M-1') });
  expect((await recordOf(elsewhere.userId)).id).toBe(bought.id);
  expect(elsewhere.conversationId).not.toBe(joined.conversationId);

  // Somebody else signs in at the same browser.
  const other = await ask({ ...joined, shopToken: await signed('M-2', { name: '周敏' }) });
  expect(other.userId).not.toBe(joined.userId);
  expect(other.conversationId).not.toBe(joined.conversationId);
  const second = await recordOf(other.userId);
  expect(second.id).not.toBe(bought.id);
  expect(second.name).toBe('周敏');
  expect(await house.services.merges.behind(bought.id)).toHaveLength(2);

  // Staff split what was joined and say so: it stays apart.
  await house.services.merges.split(merge!.id, null);
  await house.services.doubles.setApart(merge!.keptId, merge!.mergedId, null);
  const apart = await ask({ ...joined, shopToken: await signed('M-1') });
  expect(apart).toMatchObject({ shop: 'joined' });
  expect(apart.userId).not.toBe(joined.userId);
});

test.each([
  ['signature', () => signed('M-1', { key: `${secret} of another shop` })],
  ['expired', () => signed('M-1', { exp: -60 })],
  ['lasting', () => signed('M-1', { exp: 7200 })],
  ['audience', () => signed('M-1', { aud: 'another' })],
  ['signature', () => signed('M-1', { alg: 'HS512' })],
  ['malformed', () => signed('')],
  ['malformed', async () => 'eyJhbGciOiJub25lIn0'],
  [
    'signature',
    async () => {
      const body = { sub: 'M-1', aud: 'zhiyin', iat: seconds(), exp: seconds() + 300 };
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      return `${part({ alg: 'none' })}.${part(body)}.`;
    },
  ],
])('a token that is not believed changes nothing, and says why: %s', async (why, token) => {
  const before = await ask({});
  expect(await ask({ ...before, shopToken: await token() })).toMatchObject({ shop: why, userId: before.userId });
  expect(await house.services.customers.byAccount({ channel: 'directline', externalId: before.userId })).toBeNull();
});

test('keys that the shop publishes sign, too; a server that is away is said to be', async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' }] };
  const server = createServer((_request, response) => response.end(JSON.stringify(keys)));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  afterAll(() => server.close());
  const jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`;
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
    .setSubject('M-9')
    .setAudience('zhiyin')
    .setIssuer('shop')
    .setIssuedAt(seconds())
    .setExpirationTime(seconds() + 300)
    .sign(privateKey);
  const read = (issuer: string | undefined, url = jwksUrl) =>
    new ShopTokens({ secret: undefined, jwksUrl: url, issuer }, house.clock).read(token);
  expect(await read('shop')).toEqual({ number: 'M-9', name: null });
  expect(await read('another')).toBe('audience');
  expect(await read('shop', 'http://127.0.0.1:9/jwks.json')).toBe('unreachable');
  expect(
    await new ShopTokens({ secret: undefined, jwksUrl: undefined, issuer: undefined }, house.clock).read(token),
  ).toBe('notSetUp');
});
