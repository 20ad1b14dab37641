import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Harness, startDirectLine } from '#test/directLine/startDirectLine.ts';
import { ChatClient } from '#web/chat/directLine/chatClient.ts';
import type { Transport } from '#web/chat/directLine/transport.ts';
import { memoryStore } from '#web/kit/storage.ts';
import { nodeTransport } from './support/nodeTransport.ts';
import { textsOf } from './support/startClient.ts';

/** The page's client against the server as it is, so that the fake of the other tests can not lead us astray. */
describe('the page’s client and our Direct Line server', () => {
  let server: Harness;
  let client: ChatClient;
  const sessionStore = memoryStore();

  const start = () => {
    client = new ChatClient({
      transport: withTokens(server),
      sessionStore,
      outboxStore: memoryStore(),
      locale: () => 'zh-CN',
      backoff: { baseMs: 20, maxMs: 200, random: Math.random },
    });
    client.start();
    return vi.waitFor(() => expect(client.state().connection).toBe('online'), { timeout: 10_000 });
  };
  const shows = (texts: string[]) => vi.waitFor(() => expect(textsOf(client)).toEqual(texts), { timeout: 10_000 });

  beforeEach(async () => {
    server = await startDirectLine();
    server.store.script = async (activity, turn) => {
      if (activity.type === 'message') await turn.reply({ type: 'message', text: `heard ${activity.text}` });
    };
    await start();
  });
  afterEach(async () => {
    client.stop();
    await server.close();
  });

  it('talk, over a lost network, a restart and a reload', async () => {
    client.send({ type: 'message', text: '1' });
    await shows(['1', 'heard 1']);
    server.breakConnections();
    client.send({ type: 'message', text: '2' });
    await shows(['1', 'heard 1', '2', 'heard 2']);
    await server.restart();
    client.send({ type: 'message', text: '3' });
    await shows(['1', 'heard 1', '2', 'heard 2', '3', 'heard 3']);
    client.stop();
    await start();
    await shows(['1', 'heard 1', '2', 'heard 2', '3', 'heard 3']);
    expect(client.state().entries.map(({ mine }) => mine)).toEqual([true, false, true, false, true, false]);
  });

  it('take files, and refuse what is none of theirs', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    client.send({ type: 'message', text: 'photo' }, [
      { name: '裂缝.png', blob: new Blob([png], { type: 'image/png' }) },
    ]);
    await vi.waitFor(() =>
      expect(client.state().entries[0]?.activity.attachments).toMatchObject([
        { name: '裂缝.png', contentType: 'image/png', contentUrl: expect.stringContaining('/attachments/') },
      ]),
    );
    client.send({ type: 'message' }, [{ name: 'x.exe', blob: new Blob(['MZ'], { type: 'application/x-msdownload' }) }]);
    await vi.waitFor(() =>
      expect(client.state().entries.at(-1)).toMatchObject({ delivery: 'failed', failure: 'wrongType' }),
    );
  });
});

/** Stands in for POST /api/v1/chat-tokens, which is api/'s: a token by the secret. */
function withTokens({ port, secret }: Harness): Transport {
  const transport = nodeTransport(`http://127.0.0.1:${port}`);
  return {
    ...transport,
    request: async (request) => {
      if (request.path !== '/api/v1/chat-tokens') return transport.request(request);
      const path = '/v3/directline/tokens/generate';
      const answer = await transport.request({ method: 'POST', path, token: secret, json: { user: { id: 'dl_1' } } });
      const { conversationId, token, expires_in } = answer.body as Record<string, unknown>;
      return { status: 201, body: { conversationId, token, expiresIn: expires_in, userId: 'dl_1' } };
    },
  };
}
