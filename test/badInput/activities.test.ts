import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApp, startApp } from '#test/support/app.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();
let app: RunningApp;
let token: string;
let conversationId: string;

beforeAll(async () => {
  app = await startApp({ databaseUrl: database.url });
  const post = async (path: string, body: object, bearer = '') =>
    (await (
      await fetch(app.url + path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${bearer}` },
        body: JSON.stringify(body),
      })
    ).json()) as { token: string; conversationId: string };
  token = (await post('/api/v1/chat-tokens', { locale: 'zh-CN' })).token;
  ({ conversationId, token } = await post('/v3/directline/conversations', {}, token));
}, 120_000);
afterAll(() => app?.close());

const hostile = fc.constantFrom(
  '<script>window.__hacked=1</script>',
  '<img src=x onerror=alert(1)>',
  '[link](javascript:alert(1))',
  '\u0000\u0000',
  '\ud800 lone \udc00',
  '\'; DROP TABLE "Customer"; --',
  '{{constructor.constructor("return process")()}}',
  '../../etc/passwd',
  'C-1001',
  '取消',
  '转人工',
  '4',
);
/** Anything that JSON can say, deep and wide, with words that are known to hurt. */
const junk = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'large', withCrossShrink: true },
    fc.string({ unit: 'binary', maxLength: 60 }),
    hostile,
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(
      fc.oneof(fc.string({ maxLength: 10 }), fc.constantFrom('__proto__', 'constructor', 'then')),
      tie('value'),
      { maxKeys: 5 },
    ),
  ),
})).value;

const activity = fc
  .record(
    {
      type: fc.oneof(
        { weight: 6, arbitrary: fc.constant('message') },
        {
          weight: 2,
          arbitrary: fc.constantFrom('event', 'typing', 'endOfConversation', 'invoke', 'conversationUpdate', 'trace'),
        },
        junk,
      ),
      text: fc.oneof(hostile, fc.string({ unit: 'binary' }), junk),
      value: fc.oneof(junk, fc.record({ rating: junk }), fc.record({ actionId: hostile, data: junk })),
      name: fc.oneof(fc.constantFrom('feedback', 'released', 'surveyDue'), junk),
      attachments: fc.oneof(
        junk,
        fc.array(
          fc.record({
            contentType: junk,
            contentUrl: fc.oneof(hostile, fc.constant('javascript:1'), junk),
            name: hostile,
            content: junk,
          }),
          { maxLength: 4 },
        ),
      ),
      channelData: junk,
      entities: junk,
      from: fc.oneof(fc.record({ id: fc.string(), role: fc.constantFrom('bot', 'user') }), junk),
      locale: junk,
      timestamp: junk,
      conversation: junk,
      serviceUrl: fc.constant('https://attacker.example'),
      replyToId: junk,
    },
    { requiredKeys: [] },
  )
  .map((made) => made as Record<string, unknown>);

/** A message that would be fine, but for one thing. */
const nearlyFine = fc
  .tuple(
    fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 200 })),
    fc.oneof(
      fc.record({ value: fc.oneof(junk, fc.record({ rating: junk }), fc.record({ actionId: hostile, data: junk })) }),
      fc.record({ channelData: fc.dictionary(fc.string({ maxLength: 8 }), junk, { maxKeys: 4 }) }),
      fc.record({
        entities: fc.array(fc.dictionary(fc.string({ maxLength: 8 }), junk, { maxKeys: 3 }), { maxLength: 3 }),
      }),
      fc.record({ serviceUrl: fc.constant('https://attacker.example'), recipient: junk, id: fc.string() }),
      fc.record({ attachments: fc.array(fc.record({ contentType: hostile, content: junk }), { maxLength: 3 }) }),
      fc.record({
        type: fc.constant('event'),
        name: fc.constantFrom('feedback', 'released', 'surveyDue'),
        value: junk,
      }),
    ),
  )
  .map(([text, odd]): Record<string, unknown> => ({ type: 'message', text, ...odd }));

const send = (body: string | Uint8Array<ArrayBuffer>) =>
  fetch(`${app.url}/v3/directline/conversations/${conversationId}/activities`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body,
  });

const settled = () =>
  expect
    .poll(async () => (await database.db.client.conversation.findMany({ where: { waiting: { gt: 0 } } })).length, {
      timeout: 60_000,
    })
    .toBe(0);

describe('whatever a client posts', { timeout: 180_000 }, () => {
  it('1,000 strange activities: never a fault of ours, nothing stored that is not valid, nobody apologises', async () => {
    const samples = fc.sample(fc.oneof(activity, nearlyFine), { numRuns: 1000, seed: 20261121 });
    for (let start = 0; start < samples.length; start += 20) {
      const batch = samples.slice(start, start + 20).map((body) => send(JSON.stringify(body)));
      for (const answer of await Promise.all(batch)) expect(answer.status).toBeLessThan(500);
    }
    await settled();
    const stored = await database.db.client.activity.findMany({ where: { conversationId, direction: 'inbound' } });
    expect(stored.length).toBeGreaterThan(100);
    for (const { body, sender, text } of stored) {
      const kept = body as {
        from: { id: string; role: string };
        serviceUrl?: string;
        attachments?: { contentUrl?: string }[];
      };
      expect(sender).toBe('customer');
      expect(kept.from.role).toBe('user');
      expect(kept.from.id).toMatch(/^dl_/);
      expect(kept.serviceUrl).not.toContain('attacker');
      expect(text ?? '').toSatisfy((said: string) => said.isWellFormed() && !said.includes('\u0000'));
      for (const { contentUrl } of kept.attachments ?? []) expect(contentUrl ?? '').not.toMatch(/^javascript:/i);
    }
    const faults = await database.db.client.task.findMany({ where: { type: 'fault' } });
    expect(faults.map(({ detail }) => detail)).toEqual([]);
    expect(await (await fetch(`${app.url}/readyz`)).text()).toBe('ok');
  });

  it.each([
    ['a megabyte of text', JSON.stringify({ type: 'message', text: 'x'.repeat(1024 * 1024) })],
    ['JSON ten thousand levels deep', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    ['an array', '[1,2,3]'],
    ['no JSON', '{"type": "message", '],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00, 0xd8])],
    ['nothing', ''],
  ])('%s is refused with words', async (_what, body) => {
    const answer = await send(body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(((await answer.json()) as { error: { message: string } }).error.message).toMatch(/\w/);
  });

  it('the conversation goes on as if nothing had been', async () => {
    await settled();
    const before = await database.db.client.activity.count({ where: { conversationId, sender: 'bot' } });
    expect((await send(JSON.stringify({ type: 'message', text: '你好' }))).status).toBe(200);
    await settled();
    expect(await database.db.client.activity.count({ where: { conversationId, sender: 'bot' } })).toBeGreaterThan(
      before,
    );
  });
});
