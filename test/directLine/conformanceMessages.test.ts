import { describe, expect, test } from 'vitest';
import { fromBot, say, serveDirectLine } from './serveDirectLine.ts';
import { begin, call, eventually } from './wire.ts';

// The numbers are those of the checklist in the reference on the Bot Framework, section 2.8.

const server = serveDirectLine();

describe('messages', () => {
  test('6 what was sent comes back with its id, its clientActivityID and a time', async () => {
    const page = await server.openNew();
    const id = await page.post(say('Is it loud?', { clientActivityID: 'c1', more: 1 }));
    await eventually(() => expect(page.shown).toHaveLength(1));
    expect(page.shown[0]).toMatchObject({ id, text: 'Is it loud?', channelData: { clientActivityID: 'c1', more: 1 } });
    expect(new Date(page.shown[0]?.timestamp ?? '').getTime()).not.toBeNaN();
    expect(page.shown[0]?.from.role).toBe('user');
  });

  test('7 it comes back before the reply, and the reply names it', async () => {
    server.echoing();
    const page = await server.openNew();
    const id = await page.post(say('A'));
    await eventually(() => expect(page.texts()).toEqual(['A', 'echo A']));
    expect(page.shown[1]).toMatchObject({ replyToId: id, from: { role: 'bot' } });
  });

  test('8 a post is answered while the bot still thinks', async () => {
    let finish: (() => void) | undefined;
    server.harness.store.script = (activity) =>
      activity.type === 'message'
        ? new Promise<void>((resolve) => {
            finish = resolve;
          })
        : Promise.resolve();
    const page = await server.openNew();
    const started = performance.now();
    expect(await page.post(say('A'))).toMatch(/^[0-9a-f-]{36}$/);
    expect(performance.now() - started).toBeLessThan(1000);
    await eventually(() => expect(page.texts()).toEqual(['A']));
    finish?.();
  });

  test('22 the sender is who the token names, whatever the client says', async () => {
    const page = await server.openNew({ userId: 'dl_mei' });
    await page.post({
      ...say('A'),
      from: { id: 'dl_somebody_else', name: 'Mei', role: 'bot' },
      id: 'mine',
      serviceUrl: 'http://evil.example',
      timestamp: '2001-01-01T00:00:00Z',
    });
    await eventually(() => expect(page.shown).toHaveLength(1));
    expect(page.shown[0]?.from).toEqual({ id: 'dl_mei', name: 'Mei', role: 'user' });
    const stored = server.harness.store.inbox.at(-1)?.activity;
    expect(stored?.from).toEqual({ id: 'dl_mei', name: 'Mei', role: 'user' });
    expect(stored?.id).not.toBe('mine');
    expect(stored?.timestamp).not.toBe('2001-01-01T00:00:00Z');
    expect(stored).not.toHaveProperty('serviceUrl');
  });

  test('26 the same clientActivityID is stored once', async () => {
    server.echoing();
    const page = await server.openNew();
    const message = say('A', { clientActivityID: 'c1' });
    const ids = await Promise.all([page.post(message), page.post(message), page.post(message)]);
    await page.post(say('B'));
    await eventually(() => expect(page.texts()).toContain('echo B'));
    expect(new Set(ids).size).toBe(1);
    expect(page.texts().filter((text) => text?.endsWith('A'))).toEqual(['A', 'echo A']);
  });

  test('28 the end of the conversation is delivered', async () => {
    const page = await server.openNew();
    await server.harness.store.push(page.id, {
      type: 'endOfConversation',
      code: 'completedSuccessfully',
      from: { id: 'bot' },
    });
    await eventually(() => expect(page.shown).toMatchObject([{ type: 'endOfConversation' }]));
  });

  test('31 twenty posts at once run one after the other, in the order of the history', async () => {
    let running = 0;
    server.harness.store.script = async (activity, turn) => {
      if (activity.type !== 'message') return;
      running += 1;
      expect(running).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      await turn.reply({ type: 'message', text: `echo ${activity.text}` });
      running -= 1;
    };
    const page = await server.openNew();
    await Promise.all(Array.from({ length: 20 }, (_, index) => page.post(say(`m${index}`))));
    await eventually(() => expect(page.texts()).toHaveLength(40));
    const sent = page.texts().filter((text) => !text?.startsWith('echo'));
    const echoed = page.texts().filter((text) => text?.startsWith('echo'));
    expect(echoed).toEqual(sent.map((text) => `echo ${text}`));
  });

  test('33 malformed JSON is refused and nothing breaks', async () => {
    const { token, conversationId } = await begin(server.harness);
    const path = `/conversations/${conversationId}/activities`;
    for (const body of ['{"type":', 'null', '[]', '"text"', '{"type":"message","text":7}', '{"type":"message"}']) {
      expect([body, (await call(server.harness, 'POST', path, { token, body })).status]).toEqual([body, 400]);
    }
    expect((await call(server.harness, 'POST', path, { token, body: say('A') })).status).toBe(200);
    expect(server.harness.logged).toEqual([]);
  });

  test('34 only answers to what the customer can see name it', async () => {
    server.harness.store.script = async (activity, turn) => {
      await turn.reply({ type: 'message', text: activity.type });
    };
    const page = await server.openNew();
    const id = await page.post(say('A'));
    await server.harness.store.push(page.id, { ...fromBot('news'), replyToId: 'a-continuation-that-nobody-sees' });
    await eventually(() => expect(page.texts()).toContain('news'));
    await eventually(() => expect(page.texts()).toContain('message'));
    const named = Object.fromEntries(page.shown.map(({ text, replyToId }) => [text, replyToId]));
    expect(named).toEqual({ conversationUpdate: undefined, A: undefined, message: id, news: undefined });
    const later = server.open({ token: page.token, conversationId: page.id, watermark: '3' });
    await eventually(() => expect(later.texts()).toContain('message'));
    expect(later.shown.find(({ text }) => text === 'message')?.replyToId).toBe(id);
  });
});
