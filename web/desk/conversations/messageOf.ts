import { z } from 'zod';
import type { Message } from '../api.ts';

const product = z.object({
  name: z.string(),
  model: z.string().optional().catch(undefined),
  price: z.union([z.string(), z.number()]).optional().catch(undefined),
});
const attachment = z.object({
  contentType: z.string(),
  contentUrl: z.string().optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  content: z.unknown().optional(),
});
const source = z.object({ title: z.string(), excerpt: z.string().optional().catch(undefined) });
const named = z.object({ name: z.string() }).nullable().catch(null);
const step = z.object({
  kind: z.string(),
  staff: named,
  to: named,
  team: z.object({ zh: z.string(), en: z.string() }).nullable().catch(null),
  note: z.string().nullable().catch(null),
});
const mailData = z.object({ subject: z.string(), leftOut: z.array(z.string()).catch([]) });
/** A step between bot, queue and people, as the conversation keeps it. */
export type ShownStep = z.infer<typeof step>;
const listOf = <T extends z.ZodType>(item: T) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((items) => items.flatMap((each) => item.safeParse(each).data ?? []));

/** What of an activity is shown to staff. Channels send many forms: what cannot be read is left out, the rest is shown. */
const activity = z
  .object({
    text: z.string().optional().catch(undefined),
    name: z.string().optional().catch(undefined),
    value: z.unknown(),
    from: z.object({ name: z.string() }).optional().catch(undefined),
    attachments: listOf(attachment),
    channelData: z
      .object({ sources: listOf(source), mail: mailData.optional().catch(undefined) })
      .partial()
      .catch({}),
    suggestedActions: z
      .object({ actions: listOf(z.object({ title: z.string() })) })
      .optional()
      .catch(undefined),
  })
  .partial();

/** A message as the transcript shows it. */
export interface ShownMessage {
  id: string;
  at: string;
  from: 'customer' | 'bot' | 'staff' | 'system';
  /** Who of the staff spoke, where the activity tells. */
  name: string | undefined;
  /** What the bot would have said while a person had the conversation. */
  suggestion: boolean;
  /** A note between staff. */
  whisper: boolean;
  text: string;
  files: { name: string; contentType: string; url: string }[];
  products: { name: string; model: string | undefined; price: string | undefined }[];
  sources: { title: string; excerpt: string | undefined }[];
  /** Buttons that were offered. */
  offered: string[];
  /** Thumbs on an answer, where the activity is that. */
  helpful: boolean | undefined;
  /** Where it came by mail: what it was about, and why it is not answered, if it is not. */
  mail: { subject: string; held: 'unproven' | 'automatic' | undefined; leftOut: string[] } | undefined;
  step: ShownStep | undefined;
}

const senders = ['customer', 'bot', 'staff', 'system'] as const;

function helpfulOf(name: string | undefined, value: unknown): boolean | undefined {
  if (name !== 'feedback') return undefined;
  return z.object({ helpful: z.boolean() }).safeParse(value).data?.helpful;
}

const held: Readonly<Record<string, 'unproven' | 'automatic'>> = {
  unprovenMail: 'unproven',
  automaticMail: 'automatic',
};

function mailOf(type: string, mail: z.infer<typeof mailData> | undefined): ShownMessage['mail'] {
  return mail && { subject: mail.subject, held: held[type], leftOut: mail.leftOut };
}

/** Reads a stored activity; undefined where there is nothing to show (typing, traces, empty events). */
export function messageOf(message: Message): ShownMessage | undefined {
  const body = activity.safeParse(message.body).data ?? {};
  const attachments = body.attachments ?? [];
  const shown: ShownMessage = {
    id: message.id,
    at: message.createdAt,
    from:
      senders.find((sender) => sender === message.sender) ??
      (message.direction === 'inbound' ? 'customer' : message.direction === 'outbound' ? 'bot' : 'system'),
    name: message.sender === 'staff' ? body.from?.name : undefined,
    suggestion: message.type === 'suggestion',
    whisper: message.type === 'whisper',
    text: (message.text ?? body.text ?? '').trim(),
    files: attachments.flatMap(({ contentUrl, contentType, name }) =>
      contentUrl ? [{ url: contentUrl, contentType, name: name ?? contentType }] : [],
    ),
    products: attachments.flatMap(({ contentType, content }) => {
      const found = contentType === 'application/vnd.zhiyin.product+json' ? product.safeParse(content).data : undefined;
      return found
        ? [{ name: found.name, model: found.model, price: found.price === undefined ? undefined : String(found.price) }]
        : [];
    }),
    sources: (body.channelData?.sources ?? []).map(({ title, excerpt }) => ({ title, excerpt })),
    offered: (body.suggestedActions?.actions ?? []).map((action) => action.title),
    helpful: helpfulOf(body.name, body.value),
    mail: mailOf(message.type, body.channelData?.mail),
    step: message.direction === 'internal' && body.name === 'handoff' ? step.safeParse(body.value).data : undefined,
  };
  if (shown.step) return shown;
  const isShown =
    message.type === 'message' || shown.mail?.held || shown.suggestion || shown.whisper || shown.helpful !== undefined;
  const isEmpty =
    !shown.text &&
    shown.files.length === 0 &&
    shown.products.length === 0 &&
    shown.helpful === undefined &&
    shown.offered.length === 0;
  return isShown && !isEmpty ? shown : undefined;
}
