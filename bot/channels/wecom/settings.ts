import { z } from 'zod';
import { aesKeyOf } from '../tencent/crypto.ts';

/** WeCom's callback, shared by 微信客服 and by the app that tells staff. */
export interface WecomCallbackSettings {
  corpId: string;
  token: string;
  /** The second is the one before, while it is being replaced. */
  encodingAesKeys: string[];
}

/** 微信客服: customers who write to accounts of a corporation in WeCom. */
export interface KfSettings extends WecomCallbackSettings {
  secret: string;
  apiUrl: string;
  /** Who takes over when a customer asks for a person: our desk, or WeCom's own. */
  desk: 'house' | 'wecom';
  /** At WeCom's desk: the member who gets them; undefined: whoever is next in its queue. */
  servicer: string | undefined;
  /** How many messages WeCom takes after a message of the customer. */
  messagesPerMessage: number;
}

/** The settings do not fit together. */
export class WecomSettingsWrong extends Error {
  override name = 'WecomSettingsWrong';
}

/** An empty value in a .env file means "not set". */
const set = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const text = set(z.string().trim());

/** The names in the environment. */
export const wecomEnvironment = {
  WECOM_CORP_ID: text,
  WECOM_SECRET: text,
  WECOM_AGENT_ID: set(z.coerce.number({ error: 'must be the number of the app' }).int().positive()),
  WECOM_TOKEN: text,
  WECOM_ENCODING_AES_KEY: text,
  WECOM_PREVIOUS_ENCODING_AES_KEY: text,
  WECOM_API_URL: set(z.url({ protocol: /^https?$/, error: 'must be a URL such as https://qyapi.weixin.qq.com' })),
  WECOM_KF_SECRET: text,
  WECOM_KF_DESK: set(z.enum(['house', 'wecom'], { error: 'must be house or wecom' })),
  WECOM_KF_SERVICER: text,
  WECOM_KF_MESSAGES_PER_MESSAGE: set(z.coerce.number({ error: 'must be a whole number' }).int().min(1).max(100)),
};
type Environment = { [name in keyof typeof wecomEnvironment]?: z.infer<(typeof wecomEnvironment)[name]> };

export const wecomApiUrl = 'https://qyapi.weixin.qq.com';

/** The callback's settings, or undefined where none are. Throws WecomSettingsWrong with what to do. */
export function wecomCallbackSettings(value: Environment): WecomCallbackSettings | undefined {
  const { WECOM_CORP_ID: corpId, WECOM_TOKEN: token, WECOM_ENCODING_AES_KEY: key } = value;
  if (Boolean(token) !== Boolean(key)) {
    throw new WecomSettingsWrong('Set both WECOM_TOKEN and WECOM_ENCODING_AES_KEY for the callback, or neither.');
  }
  if (!token || !key) return undefined;
  if (!corpId) throw new WecomSettingsWrong('WECOM_TOKEN is set: set WECOM_CORP_ID, too.');
  const encodingAesKeys = [key, value.WECOM_PREVIOUS_ENCODING_AES_KEY].filter((each) => each !== undefined);
  for (const each of encodingAesKeys) {
    try {
      aesKeyOf(each);
    } catch (fault) {
      throw new WecomSettingsWrong(`WECOM_ENCODING_AES_KEY is wrong: ${(fault as Error).message}`);
    }
  }
  return { corpId, token, encodingAesKeys };
}

/** The settings of 微信客服, or undefined where there is no callback by which customers could be heard. Throws WecomSettingsWrong. */
export function kfSettings(value: Environment): KfSettings | undefined {
  const callback = wecomCallbackSettings(value);
  if (!callback) return undefined;
  const secret = value.WECOM_KF_SECRET ?? value.WECOM_SECRET;
  if (!secret) throw new WecomSettingsWrong('WECOM_TOKEN is set: set WECOM_SECRET, too.');
  return {
    ...callback,
    secret,
    apiUrl: value.WECOM_API_URL ?? wecomApiUrl,
    desk: value.WECOM_KF_DESK ?? 'house',
    servicer: value.WECOM_KF_SERVICER,
    messagesPerMessage: value.WECOM_KF_MESSAGES_PER_MESSAGE ?? 5,
  };
}
