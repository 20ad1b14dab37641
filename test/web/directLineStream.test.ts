import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Activity } from '#web/chat/directLine/activity.ts';
import type { ChatClient } from '#web/chat/directLine/chatClient.ts';
import { backoffDelay } from '#web/chat/directLine/pause.ts';
import { Transcript } from '#web/chat/directLine/transcript.ts';
import { type FakeServer, type Fault, startFakeServer } from './support/fakeServer.ts';
import { startClient, textsOf } from './support/startClient.ts';

let server: FakeServer;
let client: ChatClient;

beforeEach(async () => {
  server = await startFakeServer();
  client = startClient(server);
  await vi.waitFor(() => expect(client.state().connection).toBe('online'));
});

afterEach(async () => {
  client.stop();
  await server.close();
});

const chunk = (text: string, streamSequence: number): Partial<Activity> => ({
  text,
  channelData: { streamId: 's1', streamSequence, streamType: 'streaming' },
});

describe('a text that is being written', () => {
  it('grows in one place and is replaced by what was committed', async () => {
    const conversation = server.conversation();
    conversation.pass(chunk('The', 1));
    conversation.pass(chunk('The tank', 2));
    await vi.waitFor(() => expect(textsOf(client)).toEqual(['The tank']));
    expect(client.state().entries).toMatchObject([{ key: 's1', live: true, mine: false }]);
    conversation.say({ text: 'The tank holds 2.5 litres.', channelData: { streamId: 's1', streamType: 'final' } });
    await vi.waitFor(() => expect(textsOf(client)).toEqual(['The tank holds 2.5 litres.']));
    expect(client.state().entries).toMatchObject([{ key: 's1' }]);
    expect(client.state().entries[0]?.live).toBeUndefined();
  });

  it('does not go back for a late chunk, nor come back after its end', () => {
    const transcript = new Transcript(Date.now, () => false);
    const reads = () => transcript.live.map(({ activity }) => activity.text);
    transcript.receive({ type: 'typing', ...chunk('The tank', 2) });
    transcript.receive({ type: 'typing', ...chunk('The', 1) });
    expect(reads()).toEqual(['The tank']);
    transcript.receive({ type: 'message', id: 'm', text: 'Final.', channelData: { streamId: 's1' } });
    transcript.receive({ type: 'typing', ...chunk('The tank holds', 3) });
    expect(reads()).toEqual([]);
  });

  it('disappears with a lost connection, for its end may have been missed', async () => {
    server.conversation().pass(chunk('The tank', 1));
    await vi.waitFor(() => expect(textsOf(client)).toEqual(['The tank']));
    server.dropSockets();
    await vi.waitFor(() => expect(textsOf(client)).toEqual([]));
  });

  it('gives way to an apology', async () => {
    server.conversation().pass(chunk('The tank', 1));
    server.conversation().say({ text: 'Sorry.' });
    await vi.waitFor(() => expect(textsOf(client)).toEqual(['Sorry.']));
  });
});

describe('somebody is typing', () => {
  it('until the message is there', async () => {
    server.conversation().pass({ from: { id: 'staff', name: '林晓', role: 'bot' }, channelData: { sender: 'person' } });
    await vi.waitFor(() => expect(client.state().typing).toMatchObject({ name: '林晓', person: true }));
    server.conversation().say({ text: 'hello' });
    await vi.waitFor(() => expect(client.state().typing).toBeUndefined());
  });

  it('or six seconds have passed', () => {
    let now = 0;
    const transcript = new Transcript(
      () => now,
      () => false,
    );
    transcript.receive({ type: 'typing', id: 't' });
    expect(transcript.typing).toBeDefined();
    now = 6_001;
    expect(transcript.typing).toBeUndefined();
  });
});

describe('whatever the network does', () => {
  it('every message is shown once, in the order of the server, and none is lost', async () => {
    const faults = fc.constantFrom<Fault>('lostBefore', 'lostAfter', 503);
    const step = fc.oneof(
      fc.constant({ kind: 'say' as const }),
      fc.constant({ kind: 'send' as const }),
      fc.constant({ kind: 'drop' as const }),
      faults.map((fault) => ({ kind: 'fault' as const, fault })),
      fc.boolean().map((duplicate) => ({ kind: 'duplicate' as const, duplicate })),
    );
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const conversation = server.conversation();
        const wanted = new Set(conversation.activities.map(({ text }) => text));
        for (const action of steps) {
          if (action.kind === 'drop') server.dropSockets();
          if (action.kind === 'fault') server.faults.push(action.fault);
          if (action.kind === 'duplicate') server.duplicate = action.duplicate;
          if (action.kind !== 'say' && action.kind !== 'send') continue;
          count += 1;
          const text = `${action.kind} ${count}`;
          wanted.add(text);
          if (action.kind === 'say') conversation.say({ text });
          else client.send({ type: 'message', text });
        }
        await vi.waitFor(
          () => {
            if (client.state().entries.some(({ delivery }) => delivery === 'failed')) server.dropSockets();
            const stored = conversation.activities.map(({ text }) => text);
            expect(new Set(stored)).toEqual(wanted);
            expect(stored).toHaveLength(wanted.size);
            expect(textsOf(client)).toEqual(stored);
          },
          { timeout: 5000, interval: 10 },
        );
        const sent = conversation.activities.map(({ text }) => text).filter((text) => text?.startsWith('send'));
        expect(sent).toEqual([...sent].sort((a, b) => Number(a?.slice(5)) - Number(b?.slice(5))));
      }),
      { numRuns: 25 },
    );
  });

  it('pauses grow, stay within their bounds, and differ', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempt, chance) => {
        const delay = backoffDelay(attempt, { baseMs: 1000, maxMs: 20_000, random: () => chance });
        const ceiling = Math.min(20_000, 1000 * 2 ** attempt);
        expect(delay).toBeGreaterThanOrEqual(ceiling / 2);
        expect(delay).toBeLessThanOrEqual(ceiling);
      }),
    );
  });
});

describe('files', () => {
  it('go as the multipart form of Direct Line, are shown on their way, and come back with an address', async () => {
    const blob = new Blob(['%PDF-1.4'], { type: 'application/pdf' });
    client.send({ type: 'message', text: 'the receipt' }, [
      { name: '发票.pdf', blob },
      { name: 'b.pdf', blob },
    ]);
    expect(client.state().entries[0]?.files?.map(({ name }) => name)).toEqual(['发票.pdf', 'b.pdf']);
    await vi.waitFor(() => expect(client.state().entries[0]?.activity.attachments).toHaveLength(2));
    await vi.waitFor(() => expect(client.state().entries[0]?.files).toBeUndefined());
    expect(client.state().entries[0]?.activity).toMatchObject({
      text: 'the receipt',
      attachments: [
        { name: '发票.pdf', contentType: 'application/pdf', contentUrl: '/v3/directline/attachments/1' },
        { name: 'b.pdf', contentType: 'application/pdf', contentUrl: '/v3/directline/attachments/2' },
      ],
    });
    expect(server.requests.at(-1)).toMatch(/upload$/);
  });

  it.each([
    [413, 'tooLarge'],
    [415, 'wrongType'],
  ] as const)('%i is told as it is', async (status, failure) => {
    server.faults.push(status);
    client.send({ type: 'message' }, [{ name: 'a', blob: new Blob(['a']) }]);
    await vi.waitFor(() => expect(client.state().entries[0]).toMatchObject({ delivery: 'failed', failure }));
  });

  it('are sent again with the same id when the answer was lost', async () => {
    server.faults.push('lostAfter');
    client.send({ type: 'message' }, [{ name: 'a.txt', blob: new Blob(['a'], { type: 'text/plain' }) }]);
    await vi.waitFor(() => expect(client.state().entries[0]?.activity.attachments?.[0]?.contentUrl).toBeTruthy());
    expect(server.conversation().activities).toHaveLength(1);
  });
});
