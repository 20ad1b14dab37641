import { z } from 'zod';
import { keyOf, SettingsWrong } from '../signedPosts.ts';

/** Another system's own chat, reached by signed posts both ways. */
export interface WebhookSettings {
  /** Where replies are posted. */
  url: string;
  /** What signs: ours first; the one before is still taken while it is being replaced. */
  keys: Buffer[];
}

const text = z.preprocess((value) => (value === '' ? undefined : value), z.string().trim().optional());

/** The names in the environment. */
export const webhookEnvironment = {
  CHANNEL_WEBHOOK_URL: text,
  CHANNEL_WEBHOOK_SECRET: text,
  CHANNEL_WEBHOOK_PREVIOUS_SECRET: text,
};
type Environment = { [name in keyof typeof webhookEnvironment]?: string | undefined };

/** The settings, or undefined where the channel is not set up. Throws SettingsWrong with what to do. */
export function webhookSettings(value: Environment): WebhookSettings | undefined {
  const { CHANNEL_WEBHOOK_URL: url, CHANNEL_WEBHOOK_SECRET: secret, CHANNEL_WEBHOOK_PREVIOUS_SECRET: before } = value;
  if (!url && !secret) return undefined;
  if (!url || !secret) throw new SettingsWrong('Set both CHANNEL_WEBHOOK_URL and CHANNEL_WEBHOOK_SECRET, or neither.');
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new SettingsWrong('CHANNEL_WEBHOOK_URL must be a URL such as https://chat.example.com/hooks/zhiyin.');
  const keys = [keyOf('CHANNEL_WEBHOOK_SECRET', secret)];
  if (before) keys.push(keyOf('CHANNEL_WEBHOOK_PREVIOUS_SECRET', before));
  return { url, keys };
}
