import { connect as connectSocket } from 'node:net';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Harness, startDirectLine } from './startDirectLine.ts';
import { begin, call, eventually, listen } from './wire.ts';

let harness: Harness;

beforeEach(async () => {
  harness = await startDirectLine();
});

afterEach(() => harness.close());

const say = (text: string) => ({ type: 'message', text, from: { id: 'bot' } });

test('whatever is committed while a page reads, connects or loses its line, arrives once and in order', async () => {
  const step = fc.constantFrom('commit', 'hidden', 'typing', 'wake', 'reconnect', 'breathe', 'elsewhere');
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 5, maxLength: 40 }),
      fc.record({ handsOver: fc.nat(3), slow: fc.boolean(), moment: fc.constantFrom('before', 'after') }),
      async (steps, { handsOver, slow, moment }) => {
        const { store } = harness;
        store.handsOver = handsOver;
        const { streamUrl, conversationId } = await begin(harness);
        const expected: string[] = [];
        const commit = async () => {
          expected.push(`m${expected.length}`);
          await store.push(conversationId, say(expected.at(-1)!));
        };
        let during = 2;
        const intrude = async (at: string) => {
          if (slow) await new Promise((resolve) => setImmediate(resolve));
          if (at === moment && during-- > 0) await commit();
        };
        store.beforeSince = () => intrude('before');
        store.afterSince = () => intrude('after');
        let stream = listen(streamUrl);
        await stream.opened;
        const seen: string[] = [];
        const messages = () => [
          ...seen,
          ...stream.activities().flatMap(({ type, text }) => (type === 'message' ? [text!] : [])),
        ];
        for (const action of steps) {
          if (action === 'commit') await commit();
          if (action === 'elsewhere') {
            store.quiet = true;
            await commit();
            store.quiet = false;
          }
          if (action === 'hidden') await store.push(conversationId, { type: 'trace' });
          if (action === 'typing') store.ephemeral(conversationId, { type: 'typing', from: { id: 'bot' } });
          if (action === 'wake') store.wake(conversationId);
          if (action === 'breathe') await new Promise((resolve) => setImmediate(resolve));
          if (action === 'reconnect') {
            // What is in flight when the line breaks is lost to the client, and replayed.
            stream.socket.terminate();
            const frames = [...stream.frames];
            seen.splice(0, seen.length, ...messages());
            stream.frames.length = 0;
            const watermark =
              frames.at(-1)?.watermark ?? new URL(stream.socket.url).searchParams.get('watermark') ?? '';
            during = 1;
            stream = listen(streamUrl.replace('watermark=', `watermark=${watermark}`));
            await stream.opened;
          }
        }
        during = 0;
        store.wake(conversationId);
        await commit();
        await eventually(() => expect(messages().at(-1)).toBe(expected.at(-1)));
        expect(messages()).toEqual(expected);
        const marks = stream.frames.map(({ watermark }) => Number(watermark));
        expect(marks).toEqual([...marks].sort((a, b) => a - b));
        stream.socket.terminate();
      },
    ),
    { numRuns: 50 },
  );
});

test('a long history comes in pages, whole', async () => {
  const { streamUrl, conversationId } = await begin(harness);
  for (let index = 0; index < 230; index += 1) await harness.store.push(conversationId, say(`m${index}`));
  const stream = listen(streamUrl);
  await eventually(() => expect(stream.activities()).toHaveLength(230));
  expect(stream.activities().map(({ text }) => text)).toEqual(Array.from({ length: 230 }, (_, index) => `m${index}`));
  expect(stream.frames.length).toBe(5);
});

test('what the writer hands over is not read again', async () => {
  const { streamUrl, conversationId } = await begin(harness);
  const stream = listen(streamUrl);
  await eventually(() => expect(harness.store.sinceCalls).toHaveLength(1));
  for (const text of ['a', 'b', 'c']) await harness.store.push(conversationId, say(text));
  await eventually(() => expect(stream.activities()).toHaveLength(3));
  expect(harness.store.sinceCalls).toEqual([0]);
});

test('a page that no longer answers is let go', async () => {
  await harness.close();
  harness = await startDirectLine({ keepAliveMs: 500 });
  const { streamUrl, conversationId } = await begin(harness);
  const url = new URL(streamUrl);
  const silent = connectSocket(harness.port, '127.0.0.1');
  silent.write(
    `GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  );
  await eventually(() => expect(harness.store.listeners(conversationId)).toBe(1));
  const living = listen(streamUrl);
  await living.opened;
  await new Promise<void>((resolve) => silent.resume().once('close', resolve));
  await eventually(() => expect(harness.store.listeners(conversationId)).toBe(1));
  expect(living.socket.readyState).toBe(living.socket.OPEN);
});

test('a page that reads slowly delays nobody and piles up nothing', async () => {
  const { streamUrl, conversationId } = await begin(harness);
  const [slow, quick] = [listen(streamUrl), listen(streamUrl)];
  await Promise.all([slow.opened, quick.opened]);
  slow.socket.pause();
  const large = 'x'.repeat(200_000);
  for (let index = 0; index < 100; index += 1) {
    await harness.store.push(conversationId, say(`${index} ${large}`));
    if (index % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  await eventually(() => expect(quick.activities()).toHaveLength(100));
  const reads = harness.store.sinceCalls.length;
  expect(slow.activities().length).toBeLessThan(100);
  slow.socket.resume();
  await eventually(() => expect(slow.activities()).toHaveLength(100));
  expect(harness.store.sinceCalls.length).toBeGreaterThan(reads);
  expect(slow.activities().map(({ text }) => Number.parseInt(text ?? '', 10))).toEqual(
    Array.from({ length: 100 }, (_, index) => index),
  );
});

test('a fault while reading closes the stream, and the page comes back to all of it', async () => {
  const { streamUrl, conversationId } = await begin(harness);
  await harness.store.push(conversationId, say('a'));
  harness.store.beforeSince = () => Promise.reject(new Error('the database is away'));
  const stream = listen(streamUrl);
  const code = await new Promise((resolve) => stream.socket.once('close', resolve));
  expect(code).toBe(1011);
  expect(harness.logged.join()).toContain('the database is away');
  harness.store.beforeSince = async () => undefined;
  const again = listen(streamUrl);
  await eventually(() => expect(again.activities()).toHaveLength(1));
});

test('typing by the customer is passed on and not kept', async () => {
  const { token, conversationId, streamUrl } = await begin(harness, { userId: 'dl_mei' });
  const stream = listen(streamUrl);
  await stream.opened;
  const path = `/conversations/${conversationId}/activities`;
  const answer = await call(harness, 'POST', path, { token, body: { type: 'typing' } });
  expect(answer).toMatchObject({ status: 200, json: { id: expect.any(String) } });
  expect(harness.store.passed).toEqual([{ type: 'typing', from: { id: 'dl_mei', role: 'user' } }]);
  expect(harness.store.history(conversationId).map(({ type }) => type)).toEqual(['conversationUpdate']);
});

test('a page sees nothing of the inside, even if the store forgets', async () => {
  harness.store.leaks = true;
  harness.store.handsOver = 0;
  const { streamUrl, conversationId } = await begin(harness);
  const stream = listen(streamUrl);
  for (const type of ['trace', 'suggestion', 'handoff', 'typing', 'invoke']) {
    await harness.store.push(conversationId, { type, from: { id: 'bot' } });
  }
  await harness.store.push(conversationId, { ...say('a'), serviceUrl: 'urn:inside', channelData: { sources: [1] } });
  await eventually(() => expect(stream.activities()).toHaveLength(1));
  expect(stream.activities()[0]).toMatchObject({ text: 'a', channelId: 'directline', channelData: { sources: [1] } });
  expect(stream.activities()[0]).not.toHaveProperty('serviceUrl');
});

test('a conversation has room for 32 pages at once, and a large frame from a client is refused', async () => {
  const { streamUrl, conversationId } = await begin(harness);
  const streams = Array.from({ length: 32 }, () => listen(streamUrl));
  expect(new Set(await Promise.all(streams.map(({ opened }) => opened)))).toEqual(new Set([101]));
  expect(await listen(streamUrl).opened).toBe(429);
  streams[0]?.socket.send('x'.repeat(5000));
  await eventually(() => expect(harness.store.listeners(conversationId)).toBe(31));
  expect(await listen(streamUrl).opened).toBe(101);
});

test('upgrades of other paths are left to others', async () => {
  const foreign = { url: '/api/messages', headers: {} } as never;
  expect(harness.directLine.handleUpgrade(foreign, {} as never, Buffer.alloc(0))).toBe(false);
});
