import { describe, expect, test } from 'vitest';
import { fromBot, say, serveDirectLine } from './serveDirectLine.ts';
import { begin, call, eventually, listen } from './wire.ts';

// The numbers are those of the checklist in the reference on the Bot Framework, section 2.8.

const server = serveDirectLine();

describe('streams', () => {
  test('9 the empty frames of the client are tolerated', async () => {
    server.echoing();
    const page = await server.openNew({}, { speed: 1000 });
    await eventually(() => expect(page.sockets[0]?.sent.length).toBeGreaterThanOrEqual(3));
    await page.post(say('A'));
    await eventually(() => expect(page.texts()).toEqual(['A', 'echo A']));
    expect(page.sockets).toHaveLength(1);
  });

  test('10 the empty frames of the server are ignored by the client', async () => {
    await server.restart({ keepAliveMs: 400 });
    server.echoing();
    const page = await server.openNew();
    await eventually(() => expect(page.sockets[0]?.frames.filter((frame) => frame === '').length).toBeGreaterThan(0));
    await page.post(say('A'));
    await eventually(() => expect(page.texts()).toEqual(['A', 'echo A']));
    expect(page.errors).toEqual([]);
    expect(page.sockets).toHaveLength(1);
  });

  test('11 every frame carries a watermark, and it only grows', async () => {
    server.harness.store.script = async (activity, turn) => {
      if (activity.type !== 'message') return;
      turn.ephemeral({ type: 'typing' });
      await eventually(() => expect(stream.activities()).toHaveLength(2));
      await turn.reply({ type: 'message', text: 'one' });
      await turn.reply({ type: 'message', text: 'two' });
    };
    const { streamUrl, token, conversationId } = await begin(server.harness);
    const stream = listen(streamUrl);
    await stream.opened;
    const path = `/conversations/${conversationId}/activities`;
    await call(server.harness, 'POST', path, { token, body: say('A') });
    await eventually(() => expect(stream.activities()).toHaveLength(4));
    const marks = stream.frames.map(({ activities, watermark }) => [activities[0]?.type, Number(watermark)] as const);
    expect(marks.every(([, mark]) => mark > 0)).toBe(true);
    const stored = marks.filter(([type]) => type === 'message').map(([, mark]) => mark);
    expect(stored).toEqual([...new Set(stored)].sort((a, b) => a - b));
    expect(marks.map(([, mark]) => mark)).toEqual(marks.map(([, mark]) => mark).sort((a, b) => a - b));
  });

  test('12 after a lost network exactly what was missed arrives, in order', async () => {
    const page = await server.openNew();
    await page.post(say('A'));
    await eventually(() => expect(page.texts()).toEqual(['A']));
    server.harness.breakConnections();
    for (const text of ['1', '2', '3']) await server.harness.store.push(page.id, fromBot(text));
    await eventually(() => expect(page.texts()).toHaveLength(4));
    await server.harness.store.push(page.id, fromBot('4'));
    await eventually(() => expect(page.texts()).toContain('4'));
    expect(page.texts()).toEqual(['A', '1', '2', '3', '4']);
  });

  test('13 a page that comes back gets the whole history, without typing', async () => {
    server.harness.store.script = async (activity, turn) => {
      turn.ephemeral({ type: 'typing' });
      await turn.reply({ type: 'message', text: `echo ${activity.type}` });
    };
    const first = await server.openNew();
    await first.post(say('A'));
    await eventually(() => expect(first.texts()).toHaveLength(3));
    const again = server.open({ token: first.token, conversationId: first.id });
    await eventually(() => expect(again.shown).toHaveLength(3));
    expect(again.shown.map(({ id }) => id)).toEqual(
      first.shown.filter(({ type }) => type === 'message').map(({ id }) => id),
    );
    expect(again.shown.every(({ type }) => type === 'message')).toBe(true);
  });

  test('14 with a watermark it gets only what came after it', async () => {
    const first = await server.openNew();
    for (const text of ['1', '2', '3', '4']) await server.harness.store.push(first.id, fromBot(text));
    const again = server.open({ token: first.token, conversationId: first.id, watermark: '3' });
    await eventually(() => expect(again.texts()).toEqual(['3', '4']));
  });

  test('15 token, conversation and stream from the page itself need no other call', async () => {
    const { token, conversationId, streamUrl } = await begin(server.harness);
    server.harness.requests.length = 0;
    const page = server.open({ token, conversationId, streamUrl });
    await server.harness.store.push(conversationId, fromBot('hello'));
    await eventually(() => expect(page.texts()).toEqual(['hello']));
    expect(server.harness.requests).toEqual([]);
  });

  test('16 a streamUrl of a minute ago is refused; a new one is to be had', async () => {
    const { token, conversationId, streamUrl } = await begin(server.harness);
    server.harness.advance(61);
    expect(await listen(streamUrl).opened).toBe(403);
    const answer = await call(server.harness, 'GET', `/conversations/${conversationId}?watermark=`, { token });
    expect(await listen(answer.json.streamUrl).opened).toBe(101);
    await server.harness.store.push(conversationId, fromBot('hello'));
    const page = server.open({ token, conversationId, streamUrl });
    await eventually(() => expect(page.texts()).toEqual(['hello']));
  });

  test('17 after a restart the conversation goes on', async () => {
    server.echoing();
    const page = await server.openNew();
    await page.post(say('A'));
    await eventually(() => expect(page.texts()).toHaveLength(2));
    await server.harness.restart();
    await server.harness.store.push(page.id, fromBot('back'));
    await eventually(() => expect(page.texts()).toEqual(['A', 'echo A', 'back']));
    await page.post(say('B'));
    await eventually(() => expect(page.texts()).toEqual(['A', 'echo A', 'back', 'B', 'echo B']));
    expect((await call(server.harness, 'GET', `/conversations/${page.id}`, { token: page.token })).status).toBe(200);
  });

  test('25 two pages on one conversation both hear everything, and neither is put out', async () => {
    server.echoing();
    const first = await server.openNew();
    const second = server.open({ token: first.token, conversationId: first.id });
    await eventually(() => expect(server.harness.store.listeners(first.id)).toBe(2));
    await first.post(say('A'));
    await second.post(say('B'));
    for (const page of [first, second]) {
      await eventually(() => expect(page.texts().sort()).toEqual(['A', 'B', 'echo A', 'echo B']));
      expect(page.sockets).toHaveLength(1);
    }
  });

  test('27 a polling client gets the same messages and no typing', async () => {
    server.harness.store.script = async (activity, turn) => {
      turn.ephemeral({ type: 'typing' });
      if (activity.type === 'message') await turn.reply({ type: 'message', text: `echo ${activity.text}` });
    };
    const page = await server.openNew({}, { webSocket: false, pollingInterval: 200 });
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
    server.harness.store.script = async (activity, turn) => {
      if (activity.type !== 'message') return;
      turn.ephemeral(chunk('It', 1));
      turn.ephemeral(chunk('It is', 2));
      await eventually(() => expect(page.shown).toHaveLength(3));
      await turn.reply({ type: 'message', text: 'It is quiet.', channelData: { streamId: 's1', streamType: 'final' } });
      turn.ephemeral(chunk('It is qu', 3));
    };
    const page = await server.openNew();
    await page.post(say('Is it loud?'));
    await eventually(() =>
      expect(page.shown.map(({ text }) => text)).toEqual(['Is it loud?', 'It', 'It is', 'It is quiet.']),
    );
    await server.harness.store.push(page.id, fromBot('next'));
    await eventually(() =>
      expect(page.shown.map(({ text }) => text)).toEqual(['Is it loud?', 'It', 'It is', 'It is quiet.', 'next']),
    );
    const again = server.open({ token: page.token, conversationId: page.id });
    await eventually(() =>
      expect(again.shown.map(({ text }) => text)).toEqual(['Is it loud?', 'It is quiet.', 'next']),
    );
  });
});
