import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { v7 } from 'uuid';
import type { DeliveryEntry } from '#bot/channels/channel.ts';
import type { ConnectorParts } from '#bot/channels/connector/connector.ts';
import { createConnector } from '#bot/channels/connector/index.ts';
import { createLinks } from '#bot/channels/links.ts';
import { networks } from '#bot/egress/addresses.ts';
import { createEgress } from '#bot/egress/egress.ts';
import { listen } from '#bot/listen.ts';
import { createServer } from '#bot/server.ts';
import { Delivery, type Undelivered } from '#bot/turns/delivery.ts';
import type { Decide } from '#bot/turns/turn.ts';
import { Turns } from '#bot/turns/turns.ts';
import type { Database } from '#prisma/client.ts';
import { appId, type startIssuer, TestCredentials } from './world.ts';

type Issuer = Awaited<ReturnType<typeof startIssuer>>;

/** The connector with turns and delivery, on a port of its own. Without `issuer` the bot has no app id. */
export async function startConnector(
  db: Database,
  {
    decide,
    issuer,
    answerMs,
    publicUrl,
    otherDesk = async () => false,
  }: {
    decide: Decide;
    issuer?: Issuer;
    answerMs?: number;
    publicUrl?: string;
    otherDesk?: ConnectorParts['otherDesk'];
  },
) {
  const logged: { level: number; msg: string }[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => void logged.push(JSON.parse(line)) });
  const failures: Undelivered[] = [];
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'zhiyin-connector-'));
  const turns = new Turns({
    db,
    decide,
    apologise: async () => ({ replies: [{ type: 'message', text: 'sorry' }], state: null }),
    recognise: async () => undefined,
    outboxOf: () => 'answer',
    logger,
    pollMs: 20,
  });
  const app = issuer ? { MicrosoftAppId: appId, MicrosoftAppPassword: 'secret' } : {};
  const connector = createConnector({
    config: {
      botFramework: {
        MicrosoftAppId: undefined,
        MicrosoftAppPassword: undefined,
        MicrosoftAppType: undefined,
        MicrosoftAppTenantId: undefined,
        ...app,
      },
    },
    links: createLinks(
      db,
      publicUrl,
      async (id) => `/v3/directline/attachments/${id}?t=ticket`,
      (id) => `/f/${id}`,
    ),
    egress: createEgress({ allowed: networks(['127.0.0.0/8']) }),
    clock: { now: () => new Date() },
    dataDir,
    db,
    turns,
    logger,
    otherDesk,
    answerMs,
    channelMs: 2000,
    ...(issuer ? { settings: issuer.settings, credentials: new TestCredentials(app) } : {}),
  });
  const delivery = new Delivery({
    db,
    channelOf: () => connector,
    onFailed: async (undelivered) => void failures.push(undelivered),
    logger,
    pollMs: 20,
    backoffMs: 1,
    attempts: 3,
  });
  const server = createServer(logger, []);
  connector.mount(server);
  const address = (await listen(server, { host: '127.0.0.1', port: 0 })).replace('localhost', '127.0.0.1');
  turns.start();
  delivery.start();

  return {
    logged,
    dataDir,
    failures,
    turns,
    address,
    /** Hands over what is no answer to anything. */
    deliver: async (entry: DeliveryEntry) => void (await connector.deliver!(entry)),
    /** Posts as a channel does; `body` is sent as it is if it is text. */
    async post(body: unknown, headers: Record<string, string> = {}) {
      const response = await fetch(`${address}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      const text = await response.text();
      return { status: response.status, text, json: () => JSON.parse(text) };
    },
    async close() {
      await turns.close();
      await delivery.close();
      await connector.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.server.closeAllConnections();
      });
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A message as Teams would post it; `given` replaces fields. */
export const message = (serviceUrl: string, text: string, given: Record<string, unknown> = {}) => ({
  type: 'message',
  id: `m-${v7()}`,
  text,
  channelId: 'testchannel',
  serviceUrl,
  timestamp: '2026-11-21T08:00:00.000Z',
  conversation: { id: `conv-${v7()}` },
  from: { id: 'user-1', name: 'Ann' },
  recipient: { id: 'bot-1', name: 'Zhiyin' },
  locale: 'en-GB',
  ...given,
});

/** Echoes, twice if it is told to; offers a choice; answers invokes with what they bring. */
export const echo: Decide = async ({ activity, direction }) => {
  const { recipient, from, conversation, channelId, serviceUrl } = activity;
  const addressed = { from: recipient, recipient: from, conversation, channelId, serviceUrl } as object;
  if (activity.type === 'invoke') {
    const value = activity.name === 'nobody' ? undefined : { status: 200, body: { got: activity.value } };
    return { replies: value ? [{ type: 'invokeResponse', value }] : [] };
  }
  if (direction === 'internal') return { replies: [{ ...addressed, type: 'message', text: 'welcome' }] };
  if (activity.text === 'choose') {
    const actions = ['5 good', '1 bad', 'none'].map((title) => ({ type: 'imBack', title, value: `it is ${title}` }));
    return {
      replies: [{ ...addressed, type: 'message', text: 'How?', locale: 'en', suggestedActions: { to: [], actions } }],
    };
  }
  const texts = String(activity.text).split('|');
  return { replies: texts.map((text) => ({ ...addressed, type: 'message', text: `echo: ${text}` })) };
};
