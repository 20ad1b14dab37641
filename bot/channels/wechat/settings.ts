import { z } from 'zod';
import { aesKeyOf } from '../tencent/crypto.ts';

/** How an Official Account's server settings say that messages come: in the clear, both ways at once, or encrypted only. */
export type Mode = 'plain' | 'compatible' | 'safe';

/**
 * How replies go out. auto: in the answer to the push where one plain text is enough and ready in time, else as
 * customer-service messages; service: always as those; passive: the account has no such messages, only the answer to a push.
 */
export type Replies = 'auto' | 'service' | 'passive';

/** An Official Account (公众号). */
export interface WechatSettings {
  appId: string;
  appSecret: string;
  token: string;
  mode: Mode;
  /** The keys that messages may be encrypted with; the second is the one before, while it is being replaced. */
  encodingAesKeys: string[];
  apiUrl: string;
  replies: Replies;
  /** How many customer-service messages WeChat takes after a message of the customer. */
  messagesPerMessage: number;
  /** Whether choices may be sent as a menu to tap (认证的服务号); else they are numbered. */
  menus: boolean;
  /** Who takes over when a customer asks for a person: our desk, or WeChat's own (微信客服功能 of the account); there a person, or whoever is free. */
  desk: 'house' | 'wechat';
  deskAccount: string | undefined;
  /** Where WeChat asks who somebody is (网页授权). */
  oauthUrl: string;
  /** Notices to customers for whom something waits: a subscription's template and a service template, with their fields. */
  notices: { subscription?: NoticeTemplate; template?: NoticeTemplate };
}

/** A template of the platform; fields: its keys with what stands there (text or time). */
export interface NoticeTemplate {
  id: string;
  fields: Record<string, 'text' | 'time' | 'shop'>;
}

/** The settings do not fit together. */
export class WechatSettingsWrong extends Error {
  override name = 'WechatSettingsWrong';
}

/** An empty value in a .env file means "not set". */
const set = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const text = set(z.string().trim());

/** The names in the environment. */
export const wechatEnvironment = {
  WECHAT_APP_ID: text,
  WECHAT_APP_SECRET: text,
  WECHAT_TOKEN: text,
  WECHAT_ENCODING_AES_KEY: text,
  WECHAT_PREVIOUS_ENCODING_AES_KEY: text,
  WECHAT_MODE: set(
    z.enum(['plain', 'compatible', 'safe'], {
      error: 'must be plain, compatible or safe, as in the account’s settings',
    }),
  ),
  WECHAT_API_URL: set(z.url({ protocol: /^https?$/, error: 'must be a URL such as https://api.weixin.qq.com' })),
  WECHAT_REPLIES: set(z.enum(['auto', 'service', 'passive'], { error: 'must be auto, service or passive' })),
  WECHAT_MESSAGES_PER_MESSAGE: set(z.coerce.number({ error: 'must be a whole number' }).int().min(1).max(100)),
  WECHAT_MENUS: set(z.enum(['true', 'false'], { error: 'must be true or false' })),
  WECHAT_DESK: set(z.enum(['house', 'wechat'], { error: 'must be house or wechat' })),
  WECHAT_DESK_ACCOUNT: text,
  WECHAT_OAUTH_URL: set(z.url({ protocol: /^https?$/, error: 'must be a URL such as https://open.weixin.qq.com' })),
  WECHAT_SUBSCRIPTION_NOTICE: text,
  WECHAT_TEMPLATE_NOTICE: text,
};
type Environment = { [name in keyof typeof wechatEnvironment]?: z.infer<(typeof wechatEnvironment)[name]> };

/** The settings of the account, or undefined where none is named. Throws WechatSettingsWrong with what to do. */
export function wechatSettings(value: Environment): WechatSettings | undefined {
  const { WECHAT_APP_ID: appId, WECHAT_APP_SECRET: appSecret, WECHAT_TOKEN: token } = value;
  if (!appId) return undefined;
  if (!appSecret || !token) {
    throw new WechatSettingsWrong('WECHAT_APP_ID is set: set WECHAT_APP_SECRET and WECHAT_TOKEN, too.');
  }
  const current = value.WECHAT_ENCODING_AES_KEY;
  const mode = value.WECHAT_MODE ?? (current ? 'safe' : 'plain');
  if (mode !== 'plain' && !current) {
    throw new WechatSettingsWrong(`WECHAT_MODE is ${mode}: set WECHAT_ENCODING_AES_KEY, too.`);
  }
  const encodingAesKeys = [current, value.WECHAT_PREVIOUS_ENCODING_AES_KEY].filter((key) => key !== undefined);
  for (const key of encodingAesKeys) {
    try {
      aesKeyOf(key);
    } catch (fault) {
      throw new WechatSettingsWrong(`WECHAT_ENCODING_AES_KEY is wrong: ${(fault as Error).message}`);
    }
  }
  const subscription = templateOf('WECHAT_SUBSCRIPTION_NOTICE', value.WECHAT_SUBSCRIPTION_NOTICE);
  const template = templateOf('WECHAT_TEMPLATE_NOTICE', value.WECHAT_TEMPLATE_NOTICE);
  return {
    appId,
    appSecret,
    token,
    mode,
    encodingAesKeys,
    apiUrl: value.WECHAT_API_URL ?? 'https://api.weixin.qq.com',
    replies: value.WECHAT_REPLIES ?? 'auto',
    messagesPerMessage: value.WECHAT_MESSAGES_PER_MESSAGE ?? 5,
    menus: value.WECHAT_MENUS !== 'false',
    desk: value.WECHAT_DESK ?? 'house',
    deskAccount: value.WECHAT_DESK_ACCOUNT,
    oauthUrl: value.WECHAT_OAUTH_URL ?? 'https://open.weixin.qq.com',
    notices: { ...(subscription && { subscription }), ...(template && { template }) },
  };
}

/** `ID:thing1=text,time2=time`. */
function templateOf(name: string, written: string | undefined): NoticeTemplate | undefined {
  if (!written) return undefined;
  const [id, list] = written.split(':');
  const pairs = (list ?? '').split(',').map((pair) => pair.trim().split('='));
  const right = id && pairs.every(([key, what]) => /^\w+$/.test(key ?? '') && ['text', 'time', 'shop'].includes(what!));
  if (!right) {
    throw new WechatSettingsWrong(
      `${name} must be a template’s id and its fields, such as AbC-1:thing1=text,time2=time.`,
    );
  }
  return { id, fields: Object.fromEntries(pairs) as NoticeTemplate['fields'] };
}
