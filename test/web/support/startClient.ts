import { ChatClient, type ChatClientOptions } from '#web/chat/directLine/chatClient.ts';
import { memoryStore } from '#web/kit/storage.ts';
import type { FakeServer } from './fakeServer.ts';
import { nodeTransport } from './nodeTransport.ts';

/** A client towards the fake server, quick to try again; what is given overrides. */
export function startClient(server: FakeServer, overrides: Partial<ChatClientOptions> = {}): ChatClient {
  const client = new ChatClient({
    transport: nodeTransport(server.url),
    sessionStore: memoryStore(),
    outboxStore: memoryStore(),
    locale: () => 'zh-CN',
    backoff: { baseMs: 4, maxMs: 40, random: Math.random },
    ...overrides,
  });
  client.start();
  return client;
}

/** What one reads on the page, line by line. */
export function textsOf(client: ChatClient): string[] {
  return client.state().entries.map(({ activity }) => activity.text ?? activity.name ?? '');
}
