import type { Logger } from 'pino';
import type { Clock } from '#crm/clock.ts';
import type { Services } from '#crm/services.ts';
import type { Database } from '#prisma/client.ts';
import type { Undelivered } from '../../turns/delivery.ts';
import type { Turns } from '../../turns/turns.ts';
import type { Channel } from '../channel.ts';
import type { Links } from '../presenting.ts';
import { PlatformConversations } from '../tencent/conversations.ts';
import { PlatformMedia } from '../tencent/media.ts';
import { PlatformPeople } from '../tencent/people.ts';
import { PlatformApi } from '../tencent/platformApi.ts';
import { textOf } from '../tencent/xml.ts';
import { channelId } from './channelId.ts';
import { KfCodes } from './codes.ts';
import { errcodes } from './errcodes.ts';
import { KfFailures } from './failures.ts';
import { kfProfiles } from './profiles.ts';
import type { WecomPushes } from './pushes.ts';
import { KfReader } from './reader.ts';
import { KfReception } from './reception.ts';
import { KfSending } from './sending.ts';
import { KfSessions } from './sessions.ts';
import type { KfSettings } from './settings.ts';

/** What the channel needs from the house. */
export interface WecomParts {
  settings: KfSettings;
  /** Where WeCom's pushes come in. */
  pushes: WecomPushes;
  publicUrl: string | undefined;
  links: Links;
  dataDir: string;
  db: Database;
  turns: Turns;
  services: Pick<Services, 'accountProofs' | 'conversations' | 'messageBudget'>;
  /** What becomes of a message that WeCom did not deliver after all. */
  onFailed(undelivered: Undelivered): Promise<void>;
  clock: Clock;
  logger: Logger;
  /** How long an account belongs to its reader, in ms. */
  leaseMs?: number;
}

/** 微信客服: customers who write to accounts of a corporation in WeCom; pushed to /channels/wecom. */
export function createWecom(parts: WecomParts): Channel {
  const { settings, pushes, publicUrl, links, dataDir, db, turns, services, clock, logger } = parts;
  const { corpId, secret, apiUrl } = settings;
  const now = () => clock.now().getTime();
  const token = () => ({
    method: 'GET' as const,
    path: '/cgi-bin/gettoken',
    fields: { corpid: corpId, corpsecret: secret },
  });
  const api = new PlatformApi({ apiUrl, meanings: errcodes, token }, now);
  const media = new PlatformMedia({ channel: channelId, db, api, clock, dataDir, logger });
  const codes = new KfCodes(db, clock);
  const { messageBudget: budget, conversations: talks, accountProofs } = services;
  const sessions = new KfSessions({ settings, api, codes, conversations: talks, now, logger });
  const sending = new KfSending({ publicUrl, links, api, media, codes, sessions, budget, logger });
  const profilesOf = (accounts: string[]) => kfProfiles(api, corpId, accounts);
  const people = new PlatformPeople({
    channel: channelId,
    profilesOf,
    accountProofs,
    isPressed: () => turns.pressing.isMuch,
    logger,
  });
  const reception = new KfReception({
    settings,
    db,
    turns,
    conversations: new PlatformConversations(db, channelId),
    services,
    budget,
    codes,
    sessions,
    failures: new KfFailures({ db, budget, onFailed: parts.onFailed, logger }),
    people,
    media,
  });
  const reader = new KfReader({
    db,
    api,
    take: (item) => reception.take(item),
    now,
    logger,
    ...(parts.leaseMs ? { leaseMs: parts.leaseMs } : {}),
  });

  pushes.hear(async (fields) => {
    if (textOf(fields, 'MsgType') !== 'event' || textOf(fields, 'Event') !== 'kf_msg_or_event') return;
    const openKfId = textOf(fields, 'OpenKfId');
    if (openKfId) await reader.woken(openKfId, textOf(fields, 'Token') ?? '');
  });
  media.start();
  reader.start();
  return {
    serves: (id) => id === channelId,
    outbox: 'answer',
    merges: true,
    hasDesk: settings.desk === 'wecom',
    // The route is the house's: staff's app shares it.
    mount: () => undefined,
    deliver: (entry) => sending.deliver(entry),
    async close() {
      await reader.close();
      await people.close();
      await media.close();
    },
  };
}
