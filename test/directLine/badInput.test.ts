import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Harness, startDirectLine } from './startDirectLine.ts';
import { begin, call } from './wire.ts';

let harness: Harness;

beforeAll(async () => {
  harness = await startDirectLine({ limits: { posts: { requests: 100_000, seconds: 1 } } });
});

afterAll(() => harness.close());

const strangeText = fc.oneof(
  { weight: 30, arbitrary: fc.string({ unit: 'binary' }) },
  {
    weight: 10,
    arbitrary: fc.constantFrom('', '\0', '\ud800', 'a\udc00b', '<script>alert(1)</script>', '__proto__', 'constructor'),
  },
  { weight: 1, arbitrary: fc.constantFrom(9000, 300_000, 1_000_000).map((size) => 'x'.repeat(size)) },
);
const anything = fc.oneof(
  strangeText,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(strangeText, { maxLength: 3 }),
  fc.dictionary(fc.string(), strangeText, { maxKeys: 3 }),
  fc.constant({ action: 'a card that nobody sent', type: 'Action.Submit', data: { admin: true } }),
);
const activity = fc.record(
  {
    type: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('message', 'event', 'typing', 'endOfConversation') },
      anything,
    ),
    text: fc.oneof(fc.constant('hello'), anything),
    name: fc.oneof(fc.constant('feedback'), anything),
    value: anything,
    channelData: fc.oneof(fc.constant({ clientActivityID: 'c' }), anything),
    attachments: anything,
    entities: anything,
    from: anything,
    locale: anything,
    id: anything,
  },
  { requiredKeys: ['type'] },
);
const body = fc.oneof(
  { weight: 8, arbitrary: activity.map((value) => JSON.stringify(value)) },
  fc
    .integer({ min: 1, max: 50_000 })
    .map((depth) => `{"type":"event","name":"x","value":${'['.repeat(depth)}${']'.repeat(depth)}}`),
  fc.json(),
  strangeText,
);

test('1,000 strange posts: no failure of ours, and nothing strange is stored', async () => {
  const { token, conversationId } = await begin(harness, { userId: 'dl_mei' });
  const path = `/conversations/${conversationId}/activities`;
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(body, { minLength: 20, maxLength: 20 }), async (texts) => {
      const answers = await Promise.all(texts.map((text) => call(harness, 'POST', path, { token, body: text })));
      for (const { status, json } of answers) {
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        expect([200, 400, 413]).toContain(status);
        if (status !== 200) expect(json.error.message.length).toBeGreaterThan(5);
      }
    }),
    { numRuns: 50 },
  );
  for (const status of [200, 400, 413]) expect(statuses.get(status)).toBeGreaterThan(20);
  expect(harness.logged).toEqual([]);
  const stored = harness.store.history(conversationId).slice(1);
  expect(stored.length).toBeGreaterThan(20);
  for (const kept of stored) {
    expect(['message', 'event', 'endOfConversation']).toContain(kept.type);
    expect(kept.from).toMatchObject({ id: 'dl_mei', role: 'user' });
    expect(String(kept.text ?? '').length).toBeLessThanOrEqual(8000);
    const json = JSON.stringify(kept);
    expect(json).not.toContain('\\u0000');
    expect(json).not.toMatch(/\\ud[89a-f]/i);
  }
}, 90_000);

test.each([
  ['POST', '/conversations', '{"user":'],
  ['POST', '/conversations', '[]'],
  ['POST', '/tokens/generate', '{"trustedOrigins":7}'],
  ['POST', '/tokens/generate', '{"user":{"id":{}}}'],
])('%s %s with %s says what is wrong', async (method, path, text) => {
  const answer = await call(harness, method, path, { token: harness.secret, body: text });
  expect(answer).toMatchObject({ status: 400, json: { error: { code: 'BadArgument', message: expect.any(String) } } });
});

test.each([
  ['GET', '/conversations/%00', 403],
  ['GET', '/conversations/..%2f..%2f', 403],
  ['GET', `/conversations/${'x'.repeat(500)}`, 404],
  ['GET', '/attachments/..%2f..%2fetc%2fpasswd?t=x', 403],
  ['DELETE', '/conversations', 404],
  ['PUT', '/tokens/refresh', 404],
])('%s %s is refused', async (method, path, status) => {
  const { token } = await begin(harness);
  const answer = await call(harness, method, path, { token });
  expect(answer.status).toBe(status);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(answer.json.error.code).toEqual(expect.any(String));
});

test('a compressed body is not unpacked', async () => {
  const { token, conversationId } = await begin(harness);
  const answer = await call(harness, 'POST', `/conversations/${conversationId}/activities`, {
    token,
    body: 'x',
    headers: { 'Content-Encoding': 'gzip' },
  });
  expect(answer.status).toBe(415);
});

test('a body far over the limit is refused in words, with and without an announced length', async () => {
  const { token, conversationId } = await begin(harness);
  const large = new Uint8Array(8 * 1024 * 1024).fill(120);
  const piecemeal = new ReadableStream({
    start(stream) {
      stream.enqueue(large);
      stream.close();
    },
  });
  for (const body of [large, piecemeal]) {
    const response = await fetch(`${harness.domain}/conversations/${conversationId}/activities`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body,
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ error: { message: expect.stringContaining('262144 bytes') } });
  }
});

test('a begun conversation tolerates odd users and locales', async () => {
  for (const body of [{ user: 7 }, { user: { id: 7 } }, { locale: '<zh>' }, { locale: 7 }, {}, '']) {
    const { token } = await harness.directLine.issueToken();
    expect((await call(harness, 'POST', '/conversations', { token, body })).status).toBe(201);
    expect(harness.store.inbox.at(-1)?.activity).not.toHaveProperty('locale');
  }
});
