import type { Logger } from 'pino';
import type { Server } from 'restify';
import type { Clock } from '#crm/clock.ts';
import type { Services } from '#crm/services.ts';
import type { Database } from '#prisma/client.ts';
import { OpenRequests } from '../../turns/openRequests.ts';
import type { Turns } from '../../turns/turns.ts';
import type { Channel } from '../channel.ts';
import type { Links } from '../presenting.ts';
import { PlatformConversations } from '../tencent/conversations.ts';
import { NotFromPlatform } from '../tencent/forged.ts';
import { PlatformMedia } from '../tencent/media.ts';
import { PlatformPeople } from '../tencent/people.ts';
import { mountCallback } from '../tencent/routes.ts';
import { SeenNonces } from '../tencent/seenNonces.ts';
import { wechatApi } from './api.ts';
import { Callback } from './callback.ts';
import { channelId } from './channelId.ts';
import { WechatDesk } from './desk.ts';
import { farewell } from './farewell.ts';
import { WechatNotices } from './notices.ts';
import { WechatOauth } from './oauth.ts';
import { PassiveAnswers } from './passive.ts';
import { wechatProfiles } from './profiles.ts';
import { readPush } from './pushes.ts';
import { PushStore } from './pushStore.ts';
import { Reception } from './reception.ts';
import { WechatSending } from './sending.ts';
import type { WechatSettings } from './settings.ts';

export const wechatPath = '/channels/wechat';

/** What the channel needs from the house. */
export interface WechatParts {
  settings: WechatSettings;
  publicUrl: string | undefined;
  links: Links;
  /** The path of an activity's form for who is known to WeChat, and for how long it is good, in ms. */
  knowingForm(activityId: string): { path: string; ms: number };
  dataDir: string;
  db: Database;
  turns: Turns;
  services: Pick<
    Services,
    'accountProofs' | 'conversations' | 'customers' | 'joinCodes' | 'messageBudget' | 'notices' | 'privacy' | 'shop'
  >;
  clock: Clock;
  logger: Logger;
  /** Signs what browsers carry while WeChat says who somebody is. */
  signingKey: Uint8Array;
  /** How long a push may be held for its answer, in ms. */
  holdMs?: number;
}

/** A WeChat Official Account (公众号) at /channels/wechat. */
export function createWechat(parts: WechatParts): Channel {
  const { settings, publicUrl, links, dataDir, db, turns, services, clock, logger } = parts;
  const now = () => clock.now().getTime();
  const callback = new Callback(settings, now);
  const api = wechatApi(settings, now);
  const media = new PlatformMedia({ channel: channelId, db, api, clock, dataDir, logger });
  const conversations = new PlatformConversations(db, channelId);
  const { messageBudget: budget, notices, shop } = services;
  const keep = (openid: string) => conversations.keep(`${settings.appId}:${openid}`, openid);
  const { signingKey } = parts;
  const oauth = publicUrl && new WechatOauth({ settings, publicUrl, signingKey, api, keep, services, now, logger });
  /** Forms are opened through WeChat's page, which says who fills them in. */
  const linksFor = (openid: string): Links => ({
    ...links,
    form(activityId) {
      const { path, ms } = parts.knowingForm(activityId);
      return oauth ? oauth.linkFor(path, openid, ms) : undefined;
    },
  });
  const sending = new WechatSending({
    settings,
    publicUrl,
    linksFor,
    api,
    media,
    notices: new WechatNotices({ settings, api, notices, shop, clock, logger }),
    budget,
    logger,
  });
  const type = (openid: string) => {
    // While much comes in, it would cost those who wait more than it is worth.
    if (sending.passiveOnly || turns.pressing.isMuch) return;
    // Only a courtesy: no recent interaction (45080) and already typing (45081) are no faults.
    api
      .call('/cgi-bin/message/custom/typing', { touser: openid, command: 'Typing' })
      .catch((fault: Error) => logger.debug({ reason: fault.message }, 'typing was not shown'));
  };
  const people = new PlatformPeople({
    channel: channelId,
    profilesOf: (openids) => wechatProfiles(api, settings.appId, openids),
    accountProofs: services.accountProofs,
    isPressed: () => turns.pressing.isMuch,
    logger,
  });
  const desk = new WechatDesk({ settings, db, conversations: services.conversations });
  const requests = new OpenRequests(db);
  const reception = new Reception({
    settings,
    turns,
    requests,
    conversations,
    budget,
    notices,
    store: new PushStore({ settings, db, turns, conversations, budget, media, counts: !sending.passiveOnly }),
    people,
    desk,
    passive: new PassiveAnswers({ settings, publicUrl, linksFor, requests, sending, media, desk, now }),
    type,
    farewell: (openid, conversationId) => farewell(db, services.privacy, openid, conversationId),
    now,
    logger,
    ...(parts.holdMs ? { holdMs: parts.holdMs } : {}),
  });
  const nonces = new SeenNonces();
  const stopTyping = db.signals.subscribe('ephemeral', ({ conversationId, activity }) => {
    const openid = conversations.accountOf(String(conversationId));
    if (openid && (activity as { type?: string }).type === 'typing') type(openid);
  });

  async function push(query: URLSearchParams, body: string): Promise<string> {
    const opened = callback.open(query, body);
    const pushed = readPush(opened.fields);
    // A signature in the clear covers no body: a stamp that comes with something else was taken from somewhere.
    if (!nonces.belongs(`${opened.timestamp}:${opened.nonce}`, `${pushed.from}:${pushed.id}`))
      throw new NotFromPlatform();
    const answer = await reception.take(pushed);
    return answer === null ? 'success' : opened.seal(answer);
  }

  media.start();
  return {
    serves: (id) => id === channelId,
    outbox: 'answer',
    merges: true,
    mount(server: Server) {
      mountCallback(server, wechatPath, { echo: (query) => callback.echo(query), push }, logger);
      if (oauth) oauth.mount(server);
    },
    deliver: (entry) => sending.deliver(entry),
    async close() {
      stopTyping();
      await people.close();
      await media.close();
    },
  };
}
