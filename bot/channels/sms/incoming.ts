import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { mobileNumber } from '#crm/customers/phoneNumber.ts';
import { botAccount } from '../../turns/reply.ts';
import { jsonOf, PostRefused, type SignedPost } from '../signedPosts.ts';

/** The channel's id in the database and in activities (`sms` is Azure's own). */
export const channelId = 'smsgateway';

const event = z.discriminatedUnion(
  'type',
  [
    z.object({ type: z.literal('message'), from: z.string().min(3).max(30), text: z.string().min(1).max(4000) }),
    z.object({
      type: z.literal('status'),
      /** The webhook-id under which the text was posted to the gateway. */
      id: z.string().regex(/^msg_[0-9a-f-]{36}(\.\d{1,2})?$/, { error: 'must be the id of a text that was sent' }),
      /** blocked: the number does not exist, or its owner wants no texts. */
      state: z.enum(['delivered', 'failed', 'blocked']),
      reason: z.string().max(300).optional(),
    }),
  ],
  { error: 'must be message or status' },
);

/** What a gateway tells; `from` as it is dialled from anywhere. */
export type SmsEvent = z.infer<typeof event>;

/** Parses a post. Throws PostRefused that names the field. */
export function eventOf(post: SignedPost, countryCode: string): SmsEvent {
  const parsed = event.safeParse(jsonOf(post));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new PostRefused(400, `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'not valid'}.`);
  }
  if (parsed.data.type === 'status') return parsed.data;
  const from = mobileNumber(parsed.data.from, countryCode);
  if (!from) throw new PostRefused(400, 'from: must be a phone number such as +8613800138000.');
  return { ...parsed.data, from };
}

/** A text as it enters the conversation. */
export const activityOf = (from: string, text: string) =>
  ({
    type: 'message',
    text,
    channelId,
    serviceUrl: 'urn:zhiyin:sms',
    conversation: { id: from },
    from: { id: from, name: '', role: 'user' },
    recipient: botAccount,
  }) as Partial<Activity>;
