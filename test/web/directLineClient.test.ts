import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChatClient, ChatClientOptions } from '#web/chat/directLine/chatClient.ts';
import { memoryStore } from '#web/kit/storage.ts';
import { type FakeServer, startFakeServer } from './support/fakeServer.ts';
import { startClient, textsOf } from './support/startClient.ts';

let server: FakeServer;
const clients: ChatClient[] = [];

const start = (overrides?: Partial<ChatClientOptions>) => {
  const client = startClient(server, overrides);
  clients.push(client);
  return client;
};
const online = (client: ChatClient) => vi.waitFor(() => expect(client.state().connection).toBe('online'));
const shows = (client: ChatClient, texts: string[]) => vi.waitFor(() => expect(textsOf(client)).toEqual(texts));

beforeEach(async () => {
  server = await startFakeServer();
});

afterEach(async () => {
  for (const client of clients.splice(0)) client.stop();
  await server.close();
});

describe('a conversation', () => {
  it('begins with a token, and shows what was said before the socket was open', async () => {
    server.onBegin = (conversation) => conversation.say({ text: 'welcome' });
    const client = start();
    await shows(client, ['welcome']);
    expect(server.requests).toEqual(['POST /api/v1/chat-tokens', 'POST /v3/directline/conversations']);
    expect(client.state()).toMatchObject({ connection: 'online', loaded: true });
  });

  it('shows a message at once, sends it with its own id and the page’s language, and shows it once', async () => {
    const client = start({ newId: () => 'own-1', locale: () => 'en' });
    await online(client);
    client.send({ type: 'message', text: 'hello' });
    expect(client.state().entries).toMatchObject([{ key: 'own-1', mine: true, delivery: 'sending' }]);
    await vi.waitFor(() => expect(client.state().entries[0]?.delivery).toBe('sent'));
    expect(textsOf(client)).toEqual(['hello']);
    const [stored] = server.conversation().activities;
    expect(stored).toMatchObject({ text: 'hello', locale: 'en', channelData: { clientActivityID: 'own-1' } });
    expect(stored?.localTimezone).toBeTruthy();
  });

  it('keeps the place in the page when the echo arrives', async () => {
    const client = start({ newId: () => 'own-1' });
    await online(client);
    client.send({ type: 'message', text: 'hello' });
    await vi.waitFor(() => expect(client.state().entries[0]?.activity.id).toContain('|'));
    expect(client.state().entries.map(({ key }) => key)).toEqual(['own-1']);
  });

  it('goes on after a reload, with everything that was said', async () => {
    const sessionStore = memoryStore();
    server.onBegin = (conversation) => conversation.say({ text: 'welcome' });
    const before = start({ sessionStore });
    await shows(before, ['welcome']);
    before.send({ type: 'message', text: 'hello' });
    await vi.waitFor(() => expect(server.conversation().activities).toHaveLength(2));
    before.stop();
    server.requests.length = 0;
    await shows(start({ sessionStore }), ['welcome', 'hello']);
    expect(server.requests).toEqual([`GET /v3/directline/conversations/${server.conversation().id}`]);
  });

  it('begins anew when asked, and when the server has forgotten the old one', async () => {
    server.onBegin = (conversation) => conversation.say({ text: `welcome ${server.conversations.size}` });
    const client = start();
    await shows(client, ['welcome 1']);
    client.restart();
    await shows(client, ['welcome 2']);
    server.conversations.clear();
    server.dropSockets();
    await shows(client, ['welcome 1']);
  });

  it('sends what the forgotten conversation did not take into the new one', async () => {
    const client = start();
    await online(client);
    server.conversations.clear();
    client.send({ type: 'message', text: 'are you there?' });
    await vi.waitFor(() =>
      expect(server.conversation().activities.map(({ text }) => text)).toEqual(['are you there?']),
    );
    await shows(client, ['are you there?']);
  });
});

describe('a lost network', () => {
  it('brings what was said meanwhile, once and in order', async () => {
    const client = start();
    await online(client);
    server.conversation().say({ text: '1' });
    await shows(client, ['1']);
    expect(server.dropSockets()).toBe(1);
    for (const text of ['2', '3', '4']) server.conversation().say({ text });
    await shows(client, ['1', '2', '3', '4']);
    expect(server.watermarks).toEqual(['', '1']);
  });

  it.each(['lostBefore', 'lostAfter', 503, 429] as const)(
    'sends again what got no answer (%s), once',
    async (fault) => {
      const client = start();
      await online(client);
      server.faults.push(fault, fault);
      client.send({ type: 'message', text: 'a' });
      client.send({ type: 'message', text: 'b' });
      await vi.waitFor(() => expect(client.state().entries.map(({ delivery }) => delivery)).toEqual(['sent', 'sent']));
      await vi.waitFor(() => expect(server.conversation().activities.map(({ text }) => text)).toEqual(['a', 'b']));
      expect(textsOf(client)).toEqual(['a', 'b']);
    },
  );

  it('lets nothing overtake a message that nobody answered: both go, in order, with what is written next', async () => {
    const client = start();
    await online(client);
    server.faults.push(...Array<503>(6).fill(503));
    client.send({ type: 'message', text: 'my order is 12' });
    client.send({ type: 'message', text: 'cancel it' });
    await vi.waitFor(() => expect(client.state().entries[0]).toMatchObject({ delivery: 'failed' }));
    expect(server.conversation().activities).toEqual([]);
    client.send({ type: 'message', text: 'are you there?' });
    const inOrder = ['my order is 12', 'cancel it', 'are you there?'];
    await vi.waitFor(() => expect(server.conversation().activities.map(({ text }) => text)).toEqual(inOrder));
    await shows(client, inOrder);
  });

  it('shows frames that come twice once', async () => {
    server.duplicate = true;
    const client = start();
    await online(client);
    client.send({ type: 'message', text: 'a' });
    server.conversation().say({ text: 'b' });
    await vi.waitFor(() => expect([...textsOf(client)].sort()).toEqual(['a', 'b']));
  });

  it('says so when nobody answers for long, and sends by itself once the stream is back', async () => {
    const client = start();
    await online(client);
    for (let count = 0; count < 6; count += 1) server.faults.push('lostBefore');
    client.send({ type: 'message', text: 'a' });
    await vi.waitFor(() =>
      expect(client.state().entries[0]).toMatchObject({ delivery: 'failed', failure: 'unreachable' }),
    );
    server.dropSockets();
    await vi.waitFor(() => expect(server.conversation().activities.map(({ text }) => text)).toEqual(['a']));
    await vi.waitFor(() => expect(client.state().entries[0]?.delivery).toBe('sent'));
  });

  it('leaves what the server refuses to the customer, and does not hold up the next', async () => {
    const client = start();
    await online(client);
    server.faults.push(413);
    client.send({ type: 'message', text: 'a' });
    client.send({ type: 'message', text: 'b' });
    await vi.waitFor(() => expect(client.state().entries.map(({ delivery }) => delivery)).toEqual(['sent', 'failed']));
    const refused = client.state().entries[1];
    expect(refused).toMatchObject({ failure: 'tooLarge', activity: { text: 'a' } });
    client.retry(refused?.key ?? '');
    await vi.waitFor(() => expect(server.conversation().activities.map(({ text }) => text)).toEqual(['b', 'a']));
    await shows(client, ['b', 'a']);
  });

  it('keeps unsent words over a reload', async () => {
    const stores = { sessionStore: memoryStore(), outboxStore: memoryStore() };
    const before = start(stores);
    await online(before);
    server.faults.push(...Array<'lostBefore'>(6).fill('lostBefore'));
    before.send({ type: 'message', text: 'a' });
    await vi.waitFor(() => expect(before.state().entries[0]?.delivery).toBe('failed'));
    before.stop();
    expect(server.conversation().activities).toEqual([]);
    await shows(start(stores), ['a']);
    await vi.waitFor(() => expect(server.conversation().activities.map(({ text }) => text)).toEqual(['a']));
  });

  it('opens a stream again that stays silent after the server took a message', async () => {
    const client = start({ echoMs: 20 });
    await online(client);
    const conversation = server.conversation();
    const silent = vi.spyOn(conversation, 'listen').mockReturnValue(() => undefined);
    server.dropSockets();
    await vi.waitFor(() => expect(silent).toHaveBeenCalledOnce());
    silent.mockRestore();
    client.send({ type: 'message', text: 'a' });
    await vi.waitFor(() => expect(client.state().entries[0]?.activity.id).toContain('|'));
  });
});

describe('tokens', () => {
  it('are refreshed at half their life while the stream is open', async () => {
    let clock = 1_000_000;
    const client = start({ now: () => clock, keepAliveMs: 5 });
    await online(client);
    clock += 901_000;
    await vi.waitFor(() => expect(server.requests).toContain('POST /v3/directline/tokens/refresh'));
  });

  it('are asked for anew when the server takes them no more, without losing the message', async () => {
    const client = start();
    await online(client);
    server.revokeTokens();
    client.send({ type: 'message', text: 'a' });
    await vi.waitFor(() => expect(server.conversation().activities.map(({ text }) => text)).toEqual(['a']));
    expect(server.requests.filter((request) => request.endsWith('chat-tokens'))).toHaveLength(2);
    expect(server.conversations.size).toBe(1);
  });

  it('that expired over night are exchanged for the same conversation', async () => {
    const sessionStore = memoryStore();
    const before = start({ sessionStore });
    await online(before);
    before.stop();
    server.revokeTokens();
    const tomorrow = start({ sessionStore, now: () => Date.now() + 86_400_000 });
    await online(tomorrow);
    expect(server.conversations.size).toBe(1);
  });

  it('are asked for again after a fault, and not after a refusal', async () => {
    server.refusals.push(503, 429);
    await online(start());
    server.refusals.push(400);
    const refused = start();
    await vi.waitFor(() => expect(refused.state().connection).toBe('refused'));
  });
});
