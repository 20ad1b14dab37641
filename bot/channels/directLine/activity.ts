import { z } from 'zod';
import { cleanJson } from './cleanJson.ts';
import { ContentTooLarge, MalformedRequest } from './errors.ts';
import type { CustomerActivity, DirectLineAttachment } from './store.ts';

/** The longest text of one message, in UTF-16 units. */
export const MAX_TEXT = 8000;
const MAX_THUMBNAIL = 128 * 1024;

const fields = {
  from: z.object({ name: z.string().max(100).optional().catch(undefined) }).optional(),
  locale: z.string().max(35).optional().catch(undefined),
  localTimestamp: z.string().max(40).optional().catch(undefined),
  localTimezone: z.string().max(60).optional().catch(undefined),
  replyToId: z.string().max(100).optional().catch(undefined),
  channelData: z.record(z.string(), z.unknown()).optional(),
  entities: z.array(z.record(z.string(), z.unknown())).max(50).optional(),
  value: z.unknown().optional(),
};

const attachment = z.object({
  contentType: z.string().max(200).default('application/octet-stream'),
  name: z.string().max(255).optional(),
  contentUrl: z.string().optional(),
  // A preview that the page made itself. Anything but a small embedded picture could lead staff's browser elsewhere.
  thumbnailUrl: z
    .string()
    .max(MAX_THUMBNAIL)
    .regex(/^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+$/)
    .optional()
    .catch(undefined),
});

const activity = z.discriminatedUnion('type', [
  z.object({
    ...fields,
    type: z.literal('message'),
    text: z.string().optional(),
    textFormat: z.enum(['plain', 'markdown', 'xml']).optional().catch(undefined),
    attachments: z.array(attachment).max(20).optional(),
  }),
  z.object({ ...fields, type: z.literal('event'), name: z.string().min(1).max(200) }),
  z.object({ ...fields, type: z.literal('typing') }),
  z.object({ ...fields, type: z.literal('endOfConversation'), code: z.string().max(100).optional() }),
]);

/** What a client posted, checked: without sender, id, time, and whatever else is not a client's to say. */
export type PostedActivity = Omit<z.infer<typeof activity>, 'from'> & {
  name?: string;
  text?: string;
  attachments?: DirectLineAttachment[];
  senderName?: string;
};

/**
 * Parses a posted activity. Unknown fields are dropped, so that id, timestamp, serviceUrl, conversation, recipient and
 * channelId of a client are never believed.
 * @throws MalformedRequest, ContentTooLarge with a message that names the field.
 */
export function parseActivity(body: unknown): PostedActivity {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new MalformedRequest('Send one activity as a JSON object, for example {"type":"message","text":"Hello"}.');
  }
  const given = Object.entries(cleanJson(body) as object).filter(([, value]) => value !== null);
  const parsed = activity.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new MalformedRequest(`${issue?.path.join('.') || 'activity'}: ${issue?.message ?? 'not valid'}.`);
  }
  const { from, ...posted } = parsed.data;
  if (posted.type === 'message' && (posted.text?.length ?? 0) > MAX_TEXT) {
    throw new ContentTooLarge(`A message may have ${MAX_TEXT} characters. Send it in parts, or as a text file.`);
  }
  return from?.name ? { ...posted, senderName: from.name } : posted;
}

/** @throws MalformedRequest for a message with nothing in it. */
export function requireContent(posted: PostedActivity): void {
  const hasText = (posted.text?.trim() ?? '') !== '';
  if (posted.type === 'message' && !hasText && posted.value === undefined && !posted.attachments?.length) {
    throw new MalformedRequest('A message needs text, a value, or a file.');
  }
}

/** The activity as the store gets it: the sender is who the token says, whatever the client wrote. */
export function fromCustomer(posted: PostedActivity, userId: string): CustomerActivity {
  const { senderName, ...activity } = posted;
  const from: CustomerActivity['from'] = { id: userId, role: 'user' };
  if (senderName) from.name = senderName;
  return { ...activity, from };
}

/** The client's own id of what it sent, by which a repeated post is known; undefined when it gave none. */
export function clientActivityId(posted: PostedActivity): string | undefined {
  const id = posted.channelData?.clientActivityID;
  return typeof id === 'string' && id.length > 0 && id.length <= 128 ? id : undefined;
}
