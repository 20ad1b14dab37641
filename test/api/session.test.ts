import { beforeEach, describe, expect, test } from 'vitest';
import { codeOf, PASSWORD, testApi } from './support.ts';

const api = testApi();
let email: string;
let staffId: string;
let made = 0;

beforeEach(async () => {
  email = `person${++made}@example.com`;
  staffId = (await api.house.services.staff.create({ email, name: '周敏', role: 'manager', password: PASSWORD }, null))
    .id;
});

const cookieOf = (header: string | null) => /^zhiyin_session=[^;]*/.exec(header ?? '')?.[0] ?? '';

describe('signing in', () => {
  test('gives a cookie that scripts and other sites can not use, and answers who it is', async () => {
    const answered = await api.client().post('/session', { email, password: PASSWORD });
    expect(answered).toMatchObject({
      status: 200,
      body: { staff: { id: staffId, email, name: '周敏', role: 'manager' } },
    });
    expect(JSON.stringify(answered.body)).not.toMatch(/hash|lockedUntil|failed/i);
    const cookie = answered.headers.get('set-cookie');
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
    const client = api.client({ cookie: cookieOf(cookie), 'sec-fetch-site': 'same-origin' });
    expect((await client.get('/session')).body).toEqual(answered.body);

    const out = await client.delete('/session');
    expect(out.status).toBe(204);
    expect(out.headers.get('set-cookie')).toMatch(/^zhiyin_session=; Max-Age=0/);
    expect(codeOf(await client.get('/session'))).toBe('unauthenticated');
    expect((await client.delete('/session')).status).toBe(204);
  });

  test('behind https the cookie is Secure', async () => {
    const client = api.client({ 'x-forwarded-proto': 'https' });
    expect((await client.post('/session', { email, password: PASSWORD })).headers.get('set-cookie')).toContain(
      '; Secure',
    );
  });

  test('a wrong password and an unknown address are told alike', async () => {
    const wrong = await api.client().post('/session', { email, password: 'wrong' });
    const unknown = await api.client().post('/session', { email: `not-${email}`, password: 'wrong' });
    expect(codeOf(wrong)).toBe('signInFailed');
    expect(unknown.body).toEqual(wrong.body);
    expect(wrong.headers.get('set-cookie')).toBeNull();
  });

  test('by link, once', async () => {
    const { token } = await api.house.services.staff.createSignInLink(staffId);
    expect(await api.client().post('/session/link', { token })).toMatchObject({
      status: 200,
      body: { staff: { id: staffId } },
    });
    expect(codeOf(await api.client().post('/session/link', { token }))).toBe('linkInvalid');
  });

  test.each<[Record<string, string>]>([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'https://evil.example' }],
  ])('is refused from pages of other sites: %j', async (headers) => {
    expect(codeOf(await api.client(headers).post('/session', { email, password: PASSWORD }))).toBe('crossSite');
  });

  test('is slowed down per account and per address, and says for how long', async () => {
    for (let i = 0; i < 5; i++)
      await api.client({ 'x-forwarded-for': '203.0.113.1' }).post('/session', { email, password: 'x' });
    const locked = await api
      .client({ 'x-forwarded-for': '203.0.113.1' })
      .post('/session', { email, password: PASSWORD });
    expect(codeOf(locked)).toBe('tooManyAttempts');
    expect(locked.headers.get('retry-after')).toBe('900');
    const sprayer = api.client({ 'x-forwarded-for': '203.0.113.2' });
    const codes = [];
    for (let i = 0; i < 31; i++) codes.push(codeOf(await sprayer.post('/session/link', { token: `guess${i}` })));
    expect(codes.slice(0, 30)).toEqual(Array(30).fill('linkInvalid'));
    expect(codes[30]).toBe('tooManyAttempts');
    expect(codeOf(await api.client({ 'x-forwarded-for': '203.0.113.3' }).post('/session/link', { token: 'x' }))).toBe(
      'linkInvalid',
    );
  });
});

describe('writing with a cookie', () => {
  const write = async (headers: Record<string, string>) => {
    const { headers: own } = await api.signedIn('manager');
    const { 'sec-fetch-site': _ours, ...cookie } = own;
    return api.client({ ...cookie, ...headers }).post('/notifications/read', {});
  };

  test.each([[{ 'sec-fetch-site': 'same-origin' }], [{ 'sec-fetch-site': 'none' }], [{ 'x-requested-with': 'fetch' }]])(
    'is possible with %j',
    async (headers) => {
      expect((await write(headers as Record<string, string>)).status).toBe(200);
    },
  );

  test('is possible from our own origin', async () => {
    expect((await write({ origin: api.origin })).status).toBe(200);
    expect((await write({ origin: 'https://chat.example.com', 'x-forwarded-host': 'chat.example.com' })).status).toBe(
      200,
    );
  });

  test.each([
    [{}],
    [{ 'sec-fetch-site': 'cross-site', 'x-requested-with': 'fetch' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'https://evil.example', 'x-requested-with': 'fetch' }],
    [{ origin: 'null' }],
  ])('is refused with %j', async (headers) => {
    expect(codeOf(await write(headers as Record<string, string>))).toBe('crossSite');
  });
});

describe('keys of programs', () => {
  test('need no cookie, carry a role, and have no name of their own', async () => {
    const key = await api.house.services.apiKeys.create({ name: 'ERP', role: 'staff' }, null);
    const program = api.client({ authorization: `Bearer ${key.secret}` });
    expect((await program.get('/tasks')).status).toBe(200);
    expect(codeOf(await program.get('/tasks?scope=mine'))).toBe('forbidden');
    expect(codeOf(await program.get('/audit-events'))).toBe('forbidden');
    expect(codeOf(await program.get('/session'))).toBe('unauthenticated');
    await api.house.services.apiKeys.revoke(key.id, null);
    expect(codeOf(await program.get('/tasks'))).toBe('keyInvalid');
    expect(codeOf(await api.client({ authorization: 'Bearer nonsense' }).get('/shop'))).toBe('keyInvalid');
  });
});
