import type { Logger } from 'pino';
import type { Server } from 'restify';
import type { Clock } from '#crm/clock.ts';
import type { Services } from '#crm/services.ts';
import type { Database } from '#prisma/client.ts';
import type { Config } from '../config.ts';
import type { GuardedEgress } from '../egress/egress.ts';
import type { UpgradeHandler } from '../server.ts';
import { Delivery } from '../turns/delivery.ts';
import type { Turns } from '../turns/turns.ts';
import { type Channel, type DeliveryEntry, DeliveryRefused } from './channel.ts';
import { createChatTokens } from './chatTokens.ts';
import { createConnector } from './connector/index.ts';
import { consoleChannel } from './console.ts';
import { createDirectLine } from './directLine/index.ts';
import { createTurnsStore, channelId as directLineId } from './directLine/turnsStore.ts';
import { Forms, formsHoldMs } from './forms/forms.ts';
import { createLinks } from './links.ts';
import { createMailChannel } from './mail/index.ts';
import { ShopTokens } from './shopToken.ts';
import { createSms } from './sms/index.ts';
import { tellStaff } from './undelivered.ts';
import { createWebhookChannel } from './webhook/index.ts';
import { createWechat } from './wechat/wechat.ts';
import { WecomPushes } from './wecom/pushes.ts';
import { createWecom } from './wecom/wecom.ts';

/** What channels are made of. */
export interface ChannelParts {
  config: Config;
  db: Database;
  turns: Turns;
  /** The guard of what is posted to addresses of the settings. */
  egress: GuardedEgress;
  services: Pick<
    Services,
    | 'accountProofs'
    | 'customers'
    | 'joinCodes'
    | 'tasks'
    | 'conversations'
    | 'messageBudget'
    | 'notices'
    | 'privacy'
    | 'preferences'
    | 'shopAccounts'
    | 'shop'
  >;
  clock: Clock;
  logger: Logger;
  signingKey: Uint8Array;
}

/** All channels as the house sees them. */
export interface Channels {
  /** The kind of delivery that replies on this channel need; null where it reads the history itself. */
  outboxOf(channelId: string): string | null;
  /** Whether the channel has a desk of its own, to which customers go who ask for a person. */
  hasDesk(channelId: string): boolean;
  /** What WeCom pushes, where it may; staff's app hears it, too. */
  wecomPushes: WecomPushes | undefined;
  upgrades: UpgradeHandler[];
  mount(server: Server): void;
  /** Begins to deliver. */
  start(): void;
  /** Finishes the deliveries in hand; what is committed later is delivered by the next start. */
  close(): Promise<void>;
  /** Hands over what is no part of a conversation's history. Throws as Channel.deliver does. */
  deliver(entry: DeliveryEntry): Promise<void>;
  /** A token for the chat page. */
  issueChatToken: ReturnType<typeof createChatTokens>;
  /** The address at which staff read a customer's file for a while. */
  fileUrl(uploadId: string): Promise<string>;
}

/** Builds the channels. A new one is its own file or folder and an entry in the list here. */
export function createChannels(parts: ChannelParts): Channels {
  const { config, db, turns, services, egress, clock, logger, signingKey } = parts;
  const directLine = createDirectLine({
    store: createTurnsStore(db, turns),
    signingKey,
    ...(config.directLineSecret ? { secret: config.directLineSecret } : {}),
    ...(config.publicUrl ? { publicUrl: config.publicUrl } : {}),
    dataDir: config.dataDir,
    logger,
    clock,
  });
  const { publicUrl, dataDir } = config;
  const forms = new Forms({ db, turns, services, clock, signingKey, dataDir });
  const links = createLinks(
    db,
    publicUrl,
    (uploadId) => directLine.fileUrl(uploadId),
    (activityId) => forms.pathOf(activityId),
  );
  const knowingForm = (id: string) => ({ path: forms.pathOf(id, true), ms: formsHoldMs });
  const shared = { publicUrl, dataDir, links, egress, db, turns, services, clock, logger };
  const now = () => clock.now().getTime();
  const pushes = config.wecomCallback && new WecomPushes(config.wecomCallback, now, logger);
  const onFailed = tellStaff(db, services);
  const channels: Channel[] = [
    {
      serves: (channelId) => channelId === directLineId,
      outbox: null,
      mount: (server) => directLine.mount(server),
      handleUpgrade: (request, socket, head) => directLine.handleUpgrade(request, socket, head),
      close: () => directLine.close(),
    },
    consoleChannel,
    ...(config.wechat ? [createWechat({ ...shared, settings: config.wechat, signingKey, knowingForm })] : []),
    ...(config.kf && pushes ? [createWecom({ ...shared, settings: config.kf, pushes, onFailed })] : []),
    ...(config.mail ? [createMailChannel({ ...shared, settings: config.mail })] : []),
    ...(config.sms ? [createSms({ ...shared, settings: config.sms })] : []),
    ...(config.webhook ? [createWebhookChannel({ ...shared, settings: config.webhook })] : []),
    createConnector({
      config,
      ...shared,
      otherDesk: (id, status) => services.conversations.otherDesk(id, status),
    }),
  ];
  const channelOf = (channelId: string) => channels.find((channel) => channel.serves(channelId));
  const delivery = new Delivery({ db, channelOf, isPressed: () => turns.pressing.isMuch, onFailed, logger });

  return {
    outboxOf: (channelId) => channelOf(channelId)?.outbox ?? null,
    hasDesk: (channelId) => channelOf(channelId)?.hasDesk ?? false,
    wecomPushes: pushes,
    upgrades: channels.flatMap((channel) => channel.handleUpgrade?.bind(channel) ?? []),
    mount(server) {
      forms.mount(server);
      for (const channel of channels) channel.mount(server);
      pushes?.mount(server);
    },
    start: () => delivery.start(),
    async close() {
      await delivery.close();
      await Promise.all(channels.map((channel) => channel.close()));
    },
    async deliver(entry) {
      const channel = channelOf(entry.conversation.channel);
      if (!channel?.deliver) throw new DeliveryRefused(`No channel here serves "${entry.conversation.channel}".`);
      await channel.deliver(entry);
    },
    issueChatToken: createChatTokens(directLine, services, new ShopTokens(config.shopToken, clock), signingKey, clock),
    fileUrl: (uploadId) => directLine.fileUrl(uploadId),
  };
}
