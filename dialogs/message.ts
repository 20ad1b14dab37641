import type { Activity } from 'botbuilder';
import { z } from 'zod';

/** A photo or file that came with a message; `url` is http(s) or a path of this server. */
export interface Photo {
  name: string;
  contentType: string;
  url: string;
}

/** A form that was filled in on its page: the module that asked, and what stands in its fields. */
export interface SentForm {
  form: string;
  fields: Record<string, string>;
}

/** What a message activity carries, once nothing in it can do harm. */
export interface Message {
  /** Trimmed, without control characters and lone surrogates, at most 4,000 characters. */
  text: string;
  photos: Photo[];
  /** A form that was filled in. */
  form?: SentForm;
  /** The score of a star rating that was touched. Only worth something while a rating is being asked for. */
  rating?: number;
}

const MAX_TEXT = 4000;
const MAX_PHOTOS = 10;
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
// Everything PostgreSQL or a reader of the desk could stumble over: C0 and C1 controls but tab and newline, and direction overrides.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const unprintable = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

const attachmentSchema = z.object({
  name: z.string().catch('').default(''),
  contentType: z.string().max(127),
  contentUrl: z
    .string()
    .max(2000)
    .regex(/^(?:https?:\/\/|\/(?!\/))/i),
});
const formSchema = z.looseObject({ form: z.string().max(40) });
const ratingSchema = z.object({ rating: z.number().int().min(1).max(5) });

/** Text as it may be read, stored and shown again. */
export function cleaned(text: string, limit = MAX_TEXT): string {
  return text.slice(0, limit).replace(loneSurrogate, ' ').replace(/\r\n?/g, '\n').replace(unprintable, '').trim();
}

/** Reads an activity of any shape: what does not fit is left out, nothing throws. The text of a button that sends only a value is its value. */
export function messageOf(activity: Partial<Activity>): Message {
  const { text, value, attachments } = activity as { text?: unknown; value?: unknown; attachments?: unknown };
  const spoken = typeof text === 'string' ? cleaned(text) : '';
  const rating = ratingSchema.safeParse(value);
  return {
    text: spoken || (typeof value === 'string' ? cleaned(value) : ''),
    photos: Array.isArray(attachments) ? attachments.slice(0, MAX_PHOTOS).flatMap(photoOf) : [],
    ...formIn(value),
    ...(rating.success ? { rating: rating.data.rating } : {}),
  };
}

function formIn(value: unknown): { form?: SentForm } {
  const sent = formSchema.safeParse(value);
  if (!sent.success) return {};
  const { form, ...fields } = sent.data;
  const texts = Object.entries(fields).flatMap(([id, text]) => (typeof text === 'string' ? [[id, cleaned(text)]] : []));
  return { form: { form, fields: Object.fromEntries(texts) } };
}

function photoOf(attachment: unknown): Photo[] {
  const parsed = attachmentSchema.safeParse(attachment);
  if (!parsed.success) return [];
  const { name, contentType, contentUrl } = parsed.data;
  return [{ name: cleaned(name, 200) || 'photo', contentType: cleaned(contentType), url: contentUrl }];
}
