import type { ServerResponse } from 'node:http';
import {
  type Activity,
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
  ConfigurationServiceClientCredentialFactory,
  HandoffEventNames,
} from 'botbuilder';
import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import type { Logger } from 'pino';
import type { Request } from 'restify';
import { v7 } from 'uuid';
import type { Clock } from '#crm/clock.ts';
import type { DeskStatus } from '#crm/conversations/otherDesk.ts';
import type { Database } from '#prisma/client.ts';
import { type Config, ConfigError } from '../../config.ts';
import type { GuardedEgress } from '../../egress/egress.ts';
import { handoffStatusSchema } from '../../handoffEvents.ts';
import type { Json } from '../../turns/turn.ts';
import type { Turns } from '../../turns/turns.ts';
import { capabilitiesOf } from '../capabilities.ts';
import { type Channel, ownChannelIds } from '../channel.ts';
import { chosenThere } from '../choices.ts';
import { readJson } from '../directLine/http.ts';
import { type Links, present } from '../presenting.ts';
import { asActivity, type PostedActivity, parseActivity } from './activity.ts';
import { answerTo } from './answer.ts';
import { Authentication } from './authentication.ts';
import { channelService } from './channelService.ts';
import { findConversation, keepConversation } from './conversations.ts';
import { AnswerTakesLonger, InvalidActivity } from './errors.ts';
import { sendThrough } from './sending.ts';
import { consentInvoke, FileConsents } from './teams/consents.ts';
import { TeamsFiles } from './teams/files.ts';

/** What the connector needs from the house. */
export interface ConnectorParts {
  config: Pick<Config, 'botFramework'>;
  /** How customers open what lies here. */
  links: Links;
  /** Files are fetched and put away through it. */
  egress: GuardedEgress;
  clock: Clock;
  /** Customers' files lie in its folder `uploads`. */
  dataDir: string;
  db: Database;
  turns: Turns;
  logger: Logger;
  /** Told of what another desk did with a handoff. */
  otherDesk: (conversationId: string, status: DeskStatus) => Promise<unknown>;
  /** Other clouds, or a test's own issuer: what the Bot Framework's configuration can name besides the app. */
  settings?: ConfigurationBotFrameworkAuthenticationOptions;
  /** How the bot's own tokens are had; absent: as the settings say. */
  credentials?: ServiceClientCredentialsFactory;
  /** How long a request that wants its answer in the response waits for it, in ms. */
  answerMs?: number;
  /** How long a channel may take to accept an activity, in ms. */
  channelMs?: number;
}

/** The largest activity that a channel may post, in bytes. */
const largestBody = 256 * 1024;

/** What means something to the bot. Everything else that channels send is thanked for and forgotten. */
const heard: string[] = [
  ActivityTypes.Message,
  ActivityTypes.Event,
  ActivityTypes.Invoke,
  ActivityTypes.ConversationUpdate,
  ActivityTypes.EndOfConversation,
];

/**
 * The Bot Framework's channels (Teams, Slack, the Emulator …) at POST /api/messages. What they post is authenticated and
 * stored before it is acknowledged; its turn runs like every other (docs/decisions/0020-connector-turns.md).
 * @throws ConfigError where the settings of the app do not fit together.
 */
export function createConnector(parts: ConnectorParts): Channel {
  const { config, links, db, turns, logger, answerMs = 10_000, channelMs = 20_000 } = parts;
  const given = Object.entries({ ...config.botFramework, ...parts.settings }).filter(
    ([, value]) => value !== undefined,
  );
  const settings: ConfigurationBotFrameworkAuthenticationOptions = Object.fromEntries(given);
  const { framework, credentials } = frameworkOf(settings, parts.credentials, channelMs);
  const authentication = new Authentication(framework, settings);
  const adapter = new CloudAdapter(framework);
  const files = new TeamsFiles({ ...parts, credentials, settings });
  const consents = new FileConsents({ ...parts, adapter });
  if (!authentication.signed) {
    logger.warn('MicrosoftAppId is not set: /api/messages answers only to programs on this machine.');
  }

  async function receive(request: Request, response: ServerResponse): Promise<void> {
    authentication.admit(request);
    const posted = parseActivity(await readJson(request, largestBody));
    const claims = await authentication.claimsOf(request, asActivity(posted));
    if (!heard.includes(posted.type)) {
      await passOn(posted);
      answer(response, 202);
      return;
    }
    if (posted.type === ActivityTypes.Event && posted.name === HandoffEventNames.HandoffStatus) {
      await hearOtherDesk(posted);
      answer(response, 202);
      return;
    }
    const conversationId = await keepConversation(db, posted);
    if (posted.type === ActivityTypes.Invoke && posted.name === consentInvoke) {
      await consents.hear(posted, conversationId, claims);
      answer(response, 200);
      return;
    }
    // Who joins says nothing: it is not the customer's first word, and its sender may be the channel itself.
    const says = posted.type !== ActivityTypes.ConversationUpdate;
    const awaits = says && (posted.type === ActivityTypes.Invoke || posted.deliveryMode === 'expectReplies');
    const received = await turns.receive(
      {
        conversationId,
        externalId: posted.id ?? v7(),
        activity: await chosen(conversationId, incoming(await files.take(posted, conversationId), awaits)),
        claims,
      },
      says ? { direction: 'inbound', sender: 'customer' } : { direction: 'internal', sender: 'system' },
    );
    if (!received) throw new Error('The conversation was removed while a message for it came in.');
    if (!awaits) {
      answer(response, 202);
      return;
    }
    const awaited = { conversationId, activityId: received.id, sequence: received.sequence };
    const replies = await answerTo({ db, turns }, awaited, answerMs);
    if (!replies) throw new AnswerTakesLonger();
    const { status, body } = await responseTo(posted, replies, links);
    answer(response, status, body);
  }

  /** What the label of a choice says that could not be tapped. */
  async function chosen(conversationId: string, activity: Partial<Activity>): Promise<Partial<Activity>> {
    if (activity.type !== ActivityTypes.Message || !activity.text) return activity;
    const capabilities = capabilitiesOf(activity.channelId ?? '');
    const value = await chosenThere(db, conversationId, activity.text, capabilities);
    return value === undefined ? activity : { ...activity, text: value };
  }

  /** Another desk on the channel tells what became of a handoff; in a conversation that nobody began there is none. */
  async function hearOtherDesk(posted: PostedActivity): Promise<void> {
    const status = handoffStatusSchema.safeParse(posted.value);
    if (!status.success) throw new InvalidActivity('value.state: must be accepted, failed or completed.');
    const conversation = await findConversation(db, posted);
    if (conversation) await parts.otherDesk(conversation.id, status.data);
  }

  /** The desk sees that somebody is typing; the rest is nobody's business here. */
  async function passOn(posted: PostedActivity): Promise<void> {
    if (posted.type !== ActivityTypes.Typing) return;
    const conversation = await findConversation(db, posted);
    if (conversation) db.signals.broadcast('typing', { conversationId: conversation.id, from: posted.from.id });
  }

  return {
    serves: (channelId) => !ownChannelIds.includes(channelId.toLowerCase()),
    outbox: 'answer',
    mount: (server) => {
      server.post('/api/messages', receive);
      files.start();
    },
    deliver: (entry) => sendThrough(adapter, entry, links),
    async close() {
      await files.close();
      await consents.close();
    },
  };
}

function frameworkOf(
  settings: ConfigurationBotFrameworkAuthenticationOptions,
  given: ServiceClientCredentialsFactory | undefined,
  channelMs: number,
) {
  try {
    const httpClient = channelService(channelMs);
    const credentials = given ?? new ConfigurationServiceClientCredentialFactory(settings);
    const parts = [settings, credentials, undefined, undefined, { httpClient }] as const;
    return { credentials, framework: new ConfigurationBotFrameworkAuthentication(...parts) };
  } catch (fault) {
    throw new ConfigError(`The settings of the Bot Framework do not fit: ${(fault as Error).message}`);
  }
}

/** As the turn sees it: the sender is a user, whatever the channel calls them. */
function incoming(posted: PostedActivity, awaits: boolean): Partial<Activity> {
  const { deliveryMode, ...activity } = asActivity(posted);
  return { ...activity, ...(awaits ? { deliveryMode } : {}), from: { ...activity.from, role: 'user' } };
}

/** What the request itself is answered with: all replies, or the bot's answer to an invoke. */
async function responseTo(posted: PostedActivity, replies: Partial<Activity>[], links: Links) {
  if (posted.deliveryMode === 'expectReplies') {
    const capabilities = capabilitiesOf(posted.channelId);
    const shown = await Promise.all(
      replies.map(async (reply) => {
        const { activities } = await present(reply, { capabilities, links });
        return activities.map((part, place) => ({ ...part, id: place === 0 ? reply.id : `${reply.id}.${place}` }));
      }),
    );
    return { status: 200, body: { activities: shown.flat().map((part) => ({ ...part, replyToId: posted.id })) } };
  }
  const value = replies.find(({ type }) => type === ActivityTypes.InvokeResponse)?.value as Json | undefined;
  const status = Number(value?.status ?? 501); // as the SDK's adapter answers what no bot handles
  return { status: status >= 200 && status <= 599 ? status : 500, body: value?.body };
}

function answer(response: ServerResponse, status: number, body?: unknown): void {
  const text = body === undefined ? '' : JSON.stringify(body);
  // restify's writeHead returns nothing.
  response.writeHead(status, text ? { 'Content-Type': 'application/json; charset=utf-8' } : { 'Content-Length': '0' });
  response.end(text);
}
