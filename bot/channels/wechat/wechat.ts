import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Server } from 'restify';
import type { Clock } from '#crm/clock.ts';
import type { Services } from '#crm/services.ts';
import type { Database } from '#prisma/client.ts';
import { OpenRequests } from '../../turns/openRequests.ts';
import type { Turns } from '../../turns/turns.ts';
import type { Channel } from '../channel.ts';
import { WechatApi } from './api.ts';
import { bodyOf } from './body.ts';
import { Callback, NotFromWechat } from './callback.ts';
import { channelId, WechatConversations } from './conversations.ts';
import { farewell } from './farewell.ts';
import { WechatMedia } from './media.ts';
import { WechatNotices } from './notices.ts';
import { NotAPush, readPush } from './pushes.ts';
import { Reception } from './reception.ts';
import { SeenNonces } from './seenNonces.ts';
import { WechatSending } from './sending.ts';
import type { WechatSettings } from './settings.ts';

export const wechatPath = '/channels/wechat';

/** What the channel needs from the house. */
export interface WechatParts {
  settings: WechatSettings;
  publicUrl: string | undefined;
  dataDir: string;
  db: Database;
  turns: Turns;
  services: Pick<Services, 'messageBudget' | 'notices' | 'privacy' | 'shop'>;
  clock: Clock;
  logger: Logger;
  /** How long a push may be held for its answer, in ms. */
  holdMs?: number;
}

/** A WeChat Official Account (公众号) at /channels/wechat. */
export function createWechat(parts: WechatParts): Channel {
  const { settings, publicUrl, dataDir, db, turns, services, clock, logger } = parts;
  const now = () => clock.now().getTime();
  const callback = new Callback(settings, now);
  const api = new WechatApi(settings, now);
  const media = new WechatMedia({ db, api, clock, dataDir, logger });
  const conversations = new WechatConversations(db, settings.appId);
  const { messageBudget: budget, notices, shop } = services;
  const sending = new WechatSending({
    settings,
    publicUrl,
    api,
    media,
    notices: new WechatNotices({ settings, api, notices, shop, clock, logger }),
    budget,
    logger,
  });
  const type = (openid: string) => {
    if (sending.passiveOnly) return;
    // Only a courtesy: no recent interaction (45080) and already typing (45081) are no faults.
    api
      .call('/cgi-bin/message/custom/typing', { touser: openid, command: 'Typing' })
      .catch((fault: Error) => logger.debug({ reason: fault.message }, 'typing was not shown'));
  };
  const reception = new Reception({
    settings,
    publicUrl,
    db,
    turns,
    requests: new OpenRequests(db),
    conversations,
    budget,
    notices,
    media,
    sending,
    type,
    farewell: (openid, conversationId) => farewell(db, services.privacy, openid, conversationId),
    now,
    logger,
    ...(parts.holdMs ? { holdMs: parts.holdMs } : {}),
  });
  const nonces = new SeenNonces();
  const stopTyping = db.signals.subscribe('ephemeral', ({ conversationId, activity }) => {
    const openid = conversations.openidOf(String(conversationId));
    if (openid && (activity as { type?: string }).type === 'typing') type(openid);
  });

  async function push(request: IncomingMessage, query: URLSearchParams): Promise<string> {
    const opened = callback.open(query, await bodyOf(request));
    const pushed = readPush(opened.fields);
    // A signature in the clear covers no body: a stamp that comes with something else was taken from somewhere.
    if (!nonces.belongs(`${opened.timestamp}:${opened.nonce}`, `${pushed.from}:${pushed.id}`))
      throw new NotFromWechat();
    const answer = await reception.take(pushed);
    return answer === null ? 'success' : opened.seal(answer);
  }

  const answering = (answer: (request: IncomingMessage, query: URLSearchParams) => Promise<string>) => {
    return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      try {
        const query = new URL(request.url ?? '', 'http://localhost').searchParams;
        reply(response, 200, await answer(request, query));
      } catch (fault) {
        // One answer for whatever is forged or broken.
        const known = fault instanceof NotFromWechat || fault instanceof NotAPush;
        if (!known) logger.error({ err: fault }, 'a push of WeChat failed');
        request.resume();
        reply(response, known ? 401 : 500, '');
      }
    };
  };

  media.start();
  return {
    serves: (id) => id === channelId,
    outbox: 'answer',
    merges: true,
    mount(server: Server) {
      server.get(
        wechatPath,
        answering(async (_request, query) => callback.echo(query)),
      );
      server.post(wechatPath, answering(push));
    },
    deliver: (entry) => sending.deliver(entry),
    async close() {
      stopTyping();
      await media.close();
    },
  };
}

function reply(response: ServerResponse, status: number, body: string): void {
  const contentType = body.startsWith('<xml>') ? 'text/xml; charset=utf-8' : 'text/plain; charset=utf-8';
  response.writeHead(status, { 'Content-Type': contentType, 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}
