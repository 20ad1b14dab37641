import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { ownChannelIds } from '../channel.ts';
import { cleanJson } from '../directLine/cleanJson.ts';
import { ChannelIsOurs, InvalidActivity } from './errors.ts';
import { isLoopbackHost } from './loopback.ts';

/** The longest text of one message, in UTF-16 units; Teams allows about 28,000. */
const longestText = 32_000;

const account = z.looseObject({ id: z.string().min(1).max(500), name: z.string().max(500).optional() });
const link = z.url({ protocol: /^(https?|data)$/ });

const attachment = z.looseObject({
  contentType: z.string().max(200),
  name: z.string().max(500).optional().catch(undefined),
  contentUrl: link.optional().catch(undefined),
  thumbnailUrl: link.optional().catch(undefined),
});

const schema = z.looseObject({
  type: z.string().min(1).max(100),
  id: z.string().min(1).max(600).optional(),
  channelId: z.string().regex(/^[\w.-]{1,60}$/, { error: 'must be the id of a channel' }),
  serviceUrl: z.url({ protocol: /^https?$/, error: 'must be a URL of http or https' }).max(1000),
  conversation: z.looseObject({ id: z.string().min(1).max(600) }),
  from: account,
  recipient: account,
  text: z.string().max(longestText).optional(),
  name: z.string().max(200).optional(),
  locale: z.string().max(35).optional().catch(undefined),
  deliveryMode: z.string().max(50).optional(),
  attachments: z.array(attachment).max(50).optional(),
  entities: z.array(z.record(z.string(), z.unknown())).max(100).optional(),
  membersAdded: z.array(account).max(1000).optional(),
  channelData: z.unknown().optional(),
  value: z.unknown().optional(),
});

/** An activity as a channel posts it: addressed, of known shape, its text storable. */
export type PostedActivity = z.infer<typeof schema>;

/**
 * Parses a posted activity; null fields count as absent.
 * @throws InvalidActivity that names the field; ChannelIsOurs; MalformedRequest where the JSON lies too deep.
 */
export function parseActivity(body: unknown): PostedActivity {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new InvalidActivity('Send one activity as a JSON object.');
  }
  const given = Object.entries(cleanJson(body) as object).filter(([, value]) => value !== null);
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new InvalidActivity(`${issue?.path.join('.') || 'activity'}: ${issue?.message ?? 'not valid'}.`);
  }
  const activity = parsed.data;
  if (ownChannelIds.includes(activity.channelId.toLowerCase())) throw new ChannelIsOurs(activity.channelId);
  const service = new URL(activity.serviceUrl);
  if (service.username || service.password || (service.protocol === 'http:' && !isLoopbackHost(service.hostname))) {
    // Replies carry our token there.
    throw new InvalidActivity('serviceUrl: must be https, and without a name or password in it.');
  }
  return activity;
}

/** The posted activity as the SDK types it. */
export const asActivity = (posted: PostedActivity): Activity => posted as unknown as Activity;
