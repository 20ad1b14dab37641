import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { botAccount } from '../../turns/reply.ts';
import { jsonOf, PostRefused, type SignedPost } from '../signedPosts.ts';

/** The channel's id in the database and in activities. */
export const channelId = 'webhook';

const id = z.string().min(1).max(300);
const attachment = z.object({
  url: z.url({ protocol: /^https?$/ }).max(2000),
  contentType: z.string().min(1).max(127),
  name: z.string().max(200).optional(),
});
const event = z.object({
  type: z.enum(['message', 'joined'], { error: 'must be message or joined' }),
  /** The conversation's id there. */
  conversation: id,
  /** Who writes; the same id is the same customer in every conversation. */
  user: z.object({ id, name: z.string().max(200).optional() }),
  text: z.string().max(8000).default(''),
  attachments: z.array(attachment).max(10).default([]),
  language: z.enum(['zh', 'en']).optional(),
});

/** What another system tells. */
export type WebhookEvent = z.infer<typeof event>;

/** Parses a post. Throws PostRefused that names the field. */
export function eventOf(post: SignedPost): WebhookEvent {
  const parsed = event.safeParse(jsonOf(post));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new PostRefused(400, `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'not valid'}.`);
  }
  const { type, text, attachments } = parsed.data;
  if (type === 'message' && !text.trim() && attachments.length === 0)
    throw new PostRefused(400, 'text: a message has text or attachments.');
  return parsed.data;
}

/** The event as it enters the conversation. `text`: what is meant by it, where it names a choice. */
export function activityOf({ type, conversation, user, attachments, language }: WebhookEvent, text: string) {
  const said =
    type === 'joined'
      ? { type: 'conversationUpdate', membersAdded: [{ id: user.id, name: user.name ?? '' }] }
      : {
          type: 'message',
          text,
          attachments: attachments.map(({ url, ...one }) => ({ ...one, contentUrl: url })),
        };
  return {
    ...said,
    ...(language ? { locale: language === 'zh' ? 'zh-CN' : 'en' } : {}),
    channelId,
    serviceUrl: 'urn:zhiyin:webhook',
    conversation: { id: conversation },
    from: { id: user.id, name: user.name ?? '', role: 'user' },
    recipient: botAccount,
  } as Partial<Activity>;
}
