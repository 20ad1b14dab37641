import { z } from 'zod';
import { keyOf, SettingsWrong } from '../signedPosts.ts';

/** A mail address at which customers are talked to. */
export interface MailSettings {
  address: string;
  /** How mail is sent. */
  smtpUrl: string;
  /** What signs mail that a server posts to us; none: it is only fetched. */
  keys: Buffer[];
  /** Where mail is fetched: imaps://user:password@host/mailbox. */
  imapUrl: string | undefined;
  /** The server (authserv-id) whose Authentication-Results are believed. */
  trustedServer: string | undefined;
  /** How many mails a customer gets within a day, answers among them. */
  perDay: number;
}

const set = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const text = set(z.string().trim());

/** The names in the environment. */
export const mailEnvironment = {
  MAIL_CHANNEL_ADDRESS: set(z.email({ error: 'must be a mail address' })),
  MAIL_CHANNEL_SECRET: text,
  MAIL_CHANNEL_PREVIOUS_SECRET: text,
  MAIL_CHANNEL_IMAP_URL: set(
    z.url({ protocol: /^imaps?$/, error: 'must be a URL such as imaps://user:password@mail.example.com/INBOX' }),
  ),
  MAIL_CHANNEL_TRUSTED_SERVER: text,
  MAIL_CHANNEL_PER_DAY: set(z.coerce.number({ error: 'must be a whole number' }).int().min(3).max(1000)),
};
type Environment = { [name in keyof typeof mailEnvironment]?: z.infer<(typeof mailEnvironment)[name]> } & {
  SMTP_URL?: string | undefined;
};

/** The settings, or undefined where the channel is not set up. Throws SettingsWrong with what to do. */
export function mailSettings(value: Environment): MailSettings | undefined {
  const { MAIL_CHANNEL_ADDRESS: address, MAIL_CHANNEL_SECRET: secret, MAIL_CHANNEL_IMAP_URL: imapUrl } = value;
  if (!address) {
    if (secret || imapUrl)
      throw new SettingsWrong('Set MAIL_CHANNEL_ADDRESS, too: the address that customers write to.');
    return undefined;
  }
  if (!value.SMTP_URL) throw new SettingsWrong('MAIL_CHANNEL_ADDRESS is set: set SMTP_URL, too, to send the answers.');
  if (!secret && !imapUrl) {
    throw new SettingsWrong(
      'MAIL_CHANNEL_ADDRESS is set: set MAIL_CHANNEL_IMAP_URL to fetch its mail, or MAIL_CHANNEL_SECRET to have it posted.',
    );
  }
  const secrets = { MAIL_CHANNEL_SECRET: secret, MAIL_CHANNEL_PREVIOUS_SECRET: value.MAIL_CHANNEL_PREVIOUS_SECRET };
  return {
    address: address.toLowerCase(),
    smtpUrl: value.SMTP_URL,
    keys: Object.entries(secrets).flatMap(([name, given]) => (given ? [keyOf(name, given)] : [])),
    imapUrl,
    trustedServer: value.MAIL_CHANNEL_TRUSTED_SERVER?.toLowerCase(),
    perDay: value.MAIL_CHANNEL_PER_DAY ?? 20,
  };
}
