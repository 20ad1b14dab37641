import type { BlockList } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import type { CostSettings } from '#crm/costs/costs.ts';
import { type MailSettings, mailEnvironment, mailSettings } from './channels/mail/settings.ts';
import type { ShopTokenSettings } from './channels/shopToken.ts';
import { SettingsWrong } from './channels/signedPosts.ts';
import { type SmsSettings, smsEnvironment, smsSettings } from './channels/sms/settings.ts';
import { type WebhookSettings, webhookEnvironment, webhookSettings } from './channels/webhook/settings.ts';
import {
  type WechatSettings,
  WechatSettingsWrong,
  wechatEnvironment,
  wechatSettings,
} from './channels/wechat/settings.ts';
import {
  type KfSettings,
  kfSettings,
  type WecomCallbackSettings,
  WecomSettingsWrong,
  wecomApiUrl,
  wecomCallbackSettings,
  wecomEnvironment,
} from './channels/wecom/settings.ts';
import { networks } from './egress/addresses.ts';
import type { WecomSettings } from './notifiers/wecom/client.ts';

/** The environment does not say what it must; `message` is one line per value, each with what to do. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** An empty value in a .env file means "not set". */
const set = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? undefined : value), schema);
const text = set(z.string().trim().optional());
const url = (protocols: RegExp, example: string) =>
  set(z.url({ protocol: protocols, error: `must be a URL such as ${example}` }).optional());
const yesNo = set(
  z.enum(['true', 'false', '1', '0', 'yes', 'no'], { error: 'must be true or false' }).optional(),
).transform((value) => (value === undefined ? undefined : ['true', '1', 'yes'].includes(value)));
const count = (standard: number) =>
  set(z.coerce.number({ error: 'must be a whole number' }).int().min(0).default(standard));
const price = set(z.coerce.number({ error: 'must be a number, such as 2.5' }).min(0).optional());

const environment = z.object({
  PORT: set(z.coerce.number({ error: 'must be a number from 0 to 65535' }).int().min(0).max(65535).default(3978)),
  HOST: set(z.string().trim().default('127.0.0.1')),
  PUBLIC_URL: url(/^https?$/, 'https://chat.example.com'),
  DATA_DIR: set(z.string().trim().default('./data')),
  DATABASE_URL: url(/^postgres(ql)?$/, 'postgresql://user:password@host:5432/zhiyin'),
  DEMO: yesNo,
  ADMIN_EMAIL: set(z.email({ error: 'must be a mail address' }).optional()),
  ADMIN_PASSWORD: set(z.string().min(10, { error: 'must have at least 10 characters' }).optional()),
  MicrosoftAppId: text,
  MicrosoftAppPassword: text,
  MicrosoftAppType: set(
    z
      .enum(['MultiTenant', 'SingleTenant', 'UserAssignedMsi'], {
        error: 'must be MultiTenant, SingleTenant or UserAssignedMsi',
      })
      .optional(),
  ),
  MicrosoftAppTenantId: text,
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: url(/^https?$/, 'https://api.openai.com/v1'),
  OPENAI_MODEL: text,
  OPENAI_EMBEDDING_MODEL: text,
  OPENAI_FIRST_TOKEN_MS: count(2000),
  OPENAI_TOKENS_PER_DAY: count(2_000_000),
  OPENAI_TOKENS_PER_CONVERSATION: count(60_000),
  OPENAI_COMMENT_TOKENS_PER_DAY: count(200_000),
  OPENAI_PRICE_INPUT: price,
  OPENAI_PRICE_CACHED_INPUT: price,
  OPENAI_PRICE_OUTPUT: price,
  OPENAI_PRICE_EMBEDDING: price,
  SECRETS_KEY: set(z.string().min(16, { error: 'must have at least 16 characters' }).optional()),
  SHOP_TOKEN_SECRET: set(z.string().min(32, { error: 'must have at least 32 characters' }).optional()),
  SHOP_TOKEN_JWKS_URL: url(/^https?$/, 'https://shop.example.com/.well-known/jwks.json'),
  SHOP_TOKEN_ISSUER: text,
  DIRECT_LINE_SECRET: set(z.string().min(16, { error: 'must have at least 16 characters' }).optional()),
  SMTP_URL: url(/^smtps?$/, 'smtps://user:password@mail.example.com'),
  SMTP_FROM: set(z.email({ error: 'must be a mail address' }).optional()),
  ...wecomEnvironment,
  ...wechatEnvironment,
  ...webhookEnvironment,
  ...smsEnvironment,
  ...mailEnvironment,
  EGRESS_ALLOWED_NETWORKS: text,
  npm_lifecycle_event: text,
  LOG_LEVEL: set(
    z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
        error: 'must be fatal, error, warn, info, debug, trace or silent',
      })
      .default('info'),
  ),
});

/** A language model behind any server that speaks OpenAI's protocol. Prices are the shop's currency for a million tokens. */
export interface ModelSettings {
  apiKey: string | undefined;
  baseUrl: string | undefined;
  model: string | undefined;
  embeddingModel: string | undefined;
  /** How long a customer waits for its first word. */
  firstTokenMs: number;
  costs: CostSettings;
}

/** Settings of this installation, parsed once. `.env.example` explains each. */
export interface Config {
  port: number;
  host: string;
  publicUrl: string | undefined;
  dataDir: string;
  /** Absent: the embedded PostgreSQL in `dataDir`. */
  databaseUrl: string | undefined;
  demo: boolean;
  admin: { email: string | undefined; password: string | undefined };
  /** Bot Framework's own names, for its own configuration object. */
  botFramework: {
    MicrosoftAppId: string | undefined;
    MicrosoftAppPassword: string | undefined;
    MicrosoftAppType: string | undefined;
    MicrosoftAppTenantId: string | undefined;
  };
  /** Present where a model is named; see ai/. */
  openai: ModelSettings | undefined;
  directLineSecret: string | undefined;
  /** By which the shop says who is signed in on its page. */
  shopToken: ShopTokenSettings;
  /** Seals addresses and secrets of robots and webhooks in the database. */
  secretsKey: string | undefined;
  /** Mail to staff. `from`: the sender's address; absent: made of where the house is reached. */
  smtp: { url: string; from: string | undefined } | undefined;
  /** Messages to staff by an app in WeCom. */
  wecom: WecomSettings | undefined;
  /** Where WeCom pushes: what staff do with the app's messages, and what customers write. */
  wecomCallback: WecomCallbackSettings | undefined;
  /** Customers who write to 微信客服. */
  kf: KfSettings | undefined;
  /** A WeChat Official Account. */
  wechat: WechatSettings | undefined;
  /** Another system's own chat, by signed posts. */
  webhook: WebhookSettings | undefined;
  /** Mail with customers. */
  mail: MailSettings | undefined;
  /** Text messages to customers. */
  sms: SmsSettings | undefined;
  /** Private networks to which webhooks and robots may be sent. */
  allowedNetworks: BlockList;
  logLevel: string;
  /** Whether `npm start` started us (npm says so itself). */
  startedByNpm: boolean;
}

/** Parses an environment. @throws ConfigError that names every wrong value and what it must be. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new ConfigError(`${lines.join('; ')}. (.env.example explains each value.)`);
  }
  const value = parsed.data;
  if (value.ADMIN_PASSWORD && !value.ADMIN_EMAIL) {
    throw new ConfigError(
      'ADMIN_PASSWORD is set without ADMIN_EMAIL: set both, or neither for a one-time sign-in link.',
    );
  }
  return {
    port: value.PORT,
    host: value.HOST,
    publicUrl: value.PUBLIC_URL?.replace(/\/+$/, ''),
    dataDir: path.resolve(value.DATA_DIR),
    databaseUrl: value.DATABASE_URL,
    demo: value.DEMO ?? value.DATABASE_URL === undefined,
    admin: { email: value.ADMIN_EMAIL, password: value.ADMIN_PASSWORD },
    botFramework: {
      MicrosoftAppId: value.MicrosoftAppId,
      MicrosoftAppPassword: value.MicrosoftAppPassword,
      MicrosoftAppType: value.MicrosoftAppType,
      MicrosoftAppTenantId: value.MicrosoftAppTenantId,
    },
    openai: modelSettings(value),
    shopToken: {
      secret: value.SHOP_TOKEN_SECRET,
      jwksUrl: value.SHOP_TOKEN_JWKS_URL,
      issuer: value.SHOP_TOKEN_ISSUER,
    },
    directLineSecret: value.DIRECT_LINE_SECRET,
    secretsKey: value.SECRETS_KEY,
    smtp: value.SMTP_URL ? { url: value.SMTP_URL, from: value.SMTP_FROM } : undefined,
    wecom: wecomSettings(value),
    wecomCallback: fitting(() => wecomCallbackSettings(value)),
    kf: fitting(() => kfSettings(value)),
    wechat: fitting(() => wechatSettings(value)),
    webhook: fitting(() => webhookSettings(value)),
    mail: fitting(() => mailSettings(value)),
    sms: fitting(() => smsSettings(value)),
    allowedNetworks: allowedNetworks(value.EGRESS_ALLOWED_NETWORKS),
    logLevel: value.LOG_LEVEL,
    startedByNpm: value.npm_lifecycle_event === 'start',
  };
}

/** Whoever has a key in the environment for other work has not asked us to send messages out: a model must be named. */
function modelSettings(value: z.infer<typeof environment>): ModelSettings | undefined {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: model } = value;
  const embeddingModel = value.OPENAI_EMBEDDING_MODEL;
  if (!model && !embeddingModel) return undefined;
  if (!apiKey && !baseUrl) {
    throw new ConfigError(
      'OPENAI_MODEL names a model, but no server: set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own.',
    );
  }
  const input = value.OPENAI_PRICE_INPUT ?? 0;
  return {
    apiKey,
    baseUrl,
    model,
    embeddingModel,
    firstTokenMs: value.OPENAI_FIRST_TOKEN_MS,
    costs: {
      tokensPerDay: value.OPENAI_TOKENS_PER_DAY,
      tokensPerConversation: value.OPENAI_TOKENS_PER_CONVERSATION,
      commentTokensPerDay: value.OPENAI_COMMENT_TOKENS_PER_DAY,
      prices: {
        input,
        cachedInput: value.OPENAI_PRICE_CACHED_INPUT ?? input,
        output: value.OPENAI_PRICE_OUTPUT ?? 0,
        embedding: value.OPENAI_PRICE_EMBEDDING ?? 0,
      },
    },
  };
}

/** Half an app reaches nobody: what belongs together is set together. */
function wecomSettings(value: z.infer<typeof environment>): WecomSettings | undefined {
  const { WECOM_CORP_ID: corpId, WECOM_SECRET: secret, WECOM_AGENT_ID: agentId, WECOM_TOKEN: token } = value;
  if (!agentId) return undefined;
  if (!corpId || !secret) throw new ConfigError('WECOM_AGENT_ID is set: set WECOM_CORP_ID and WECOM_SECRET, too.');
  return { corpId, secret, agentId, hears: Boolean(token), apiUrl: value.WECOM_API_URL ?? wecomApiUrl };
}

/** A channel's own settings, whose fault is one of the environment. */
function fitting<T>(settings: () => T): T {
  try {
    return settings();
  } catch (fault) {
    const wrong = [WechatSettingsWrong, WecomSettingsWrong, SettingsWrong].some((kind) => fault instanceof kind);
    throw wrong ? new ConfigError((fault as Error).message) : fault;
  }
}

function allowedNetworks(list: string | undefined): BlockList {
  try {
    return networks((list ?? '').split(/[\s,]+/).filter(Boolean));
  } catch (fault) {
    throw new ConfigError(`EGRESS_ALLOWED_NETWORKS must be networks such as 10.1.2.0/24: ${(fault as Error).message}`);
  }
}

/** Reads `.env` (where there is one; what is already set wins) and the process's environment. The only reader of process.env. */
export function loadConfig(): Config {
  try {
    process.loadEnvFile('.env');
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault;
  }
  return readConfig(process.env);
}
