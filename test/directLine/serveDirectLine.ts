import { afterEach, beforeEach, expect } from 'vitest';
import { connect, type Page, SpiedSocket, Status } from './client.ts';
import { type Harness, startDirectLine } from './startDirectLine.ts';
import { eventually } from './wire.ts';

type ConnectOptions = Parameters<typeof connect>[0];

/** A server for each test of the file, and official clients on it that are closed with it. */
export function serveDirectLine() {
  let harness: Harness;
  const pages: Page[] = [];

  beforeEach(async () => {
    harness = await startDirectLine();
  });

  afterEach(async () => {
    for (const page of pages.splice(0)) page.close();
    await harness.close();
  });

  function open(options: ConnectOptions = {}): Page {
    const page = connect({ domain: harness.domain, ...options });
    pages.push(page);
    return page;
  }

  return {
    get harness() {
      return harness;
    },
    /** Begins anew with other options. */
    async restart(options: Parameters<typeof startDirectLine>[0]): Promise<void> {
      await harness.close();
      harness = await startDirectLine(options);
    },
    /** The bot answers each message with an echo. */
    echoing(): void {
      harness.store.script = async (activity, turn) => {
        if (activity.type === 'message') await turn.reply({ type: 'message', text: `echo ${activity.text}` });
      };
    },
    open,
    /** A page with a fresh token, online and listening. */
    async openNew(grant = {}, options: ConnectOptions = {}): Promise<Page & { token: string; id: string }> {
      const { token, conversationId } = await harness.directLine.issueToken(grant);
      const page = open({ token, ...options });
      await eventually(() => expect(page.statuses).toContain(Status.Online));
      // Online comes before the socket is open, and what is ephemeral is lost on who is not there yet.
      if (options.webSocket !== false)
        await eventually(() => expect(page.sockets[0]?.readyState).toBe(SpiedSocket.OPEN));
      return { ...page, token, id: conversationId };
    },
  };
}

/** A message as a page posts it; the sender in it is never believed. */
export const say = (text: string, channelData?: object) => ({
  type: 'message',
  text,
  from: { id: 'x' },
  ...(channelData && { channelData }),
});

/** A message of the bot. */
export const fromBot = (text: string) => ({ type: 'message', text, from: { id: 'bot' } });
