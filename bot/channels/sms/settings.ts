import { z } from 'zod';
import { keyOf, SettingsWrong } from '../signedPosts.ts';

/** A gateway for text messages, reached by signed posts both ways. */
export interface SmsSettings {
  url: string;
  /** What signs: ours first; the one before is still taken while it is being replaced. */
  keys: Buffer[];
  /** Of numbers that name no country. */
  countryCode: string;
  /** How many texts a customer gets within a day, answers among them. */
  perDay: number;
}

const set = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const text = set(z.string().trim());

/** The names in the environment. */
export const smsEnvironment = {
  SMS_GATEWAY_URL: text,
  SMS_GATEWAY_SECRET: text,
  SMS_GATEWAY_PREVIOUS_SECRET: text,
  SMS_COUNTRY_CODE: set(z.string().regex(/^[1-9]\d{0,2}$/, { error: 'must be a country code such as 86' })),
  SMS_PER_DAY: set(z.coerce.number({ error: 'must be a whole number' }).int().min(3).max(1000)),
};
type Environment = { [name in keyof typeof smsEnvironment]?: z.infer<(typeof smsEnvironment)[name]> };

/** The settings, or undefined where the channel is not set up. Throws SettingsWrong with what to do. */
export function smsSettings(value: Environment): SmsSettings | undefined {
  const { SMS_GATEWAY_URL: url, SMS_GATEWAY_SECRET: secret, SMS_GATEWAY_PREVIOUS_SECRET: before } = value;
  if (!url && !secret) return undefined;
  if (!url || !secret) throw new SettingsWrong('Set both SMS_GATEWAY_URL and SMS_GATEWAY_SECRET, or neither.');
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new SettingsWrong('SMS_GATEWAY_URL must be a URL such as https://sms.example.com/send.');
  const keys = [keyOf('SMS_GATEWAY_SECRET', secret)];
  if (before) keys.push(keyOf('SMS_GATEWAY_PREVIOUS_SECRET', before));
  return { url, keys, countryCode: value.SMS_COUNTRY_CODE ?? '86', perDay: value.SMS_PER_DAY ?? 10 };
}
