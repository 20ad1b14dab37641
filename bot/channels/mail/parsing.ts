import { type Attachment, type ParsedMail, simpleParser } from 'mailparser';
import { cleanText } from '../directLine/cleanJson.ts';
import { type Bounce, bounceOf, isAutomatic } from './automatic.ts';
import { ownWords } from './ownWords.ts';

/** A mail that says not who sent it, or is none. */
export class MailUnreadable extends Error {
  override name = 'MailUnreadable';
}

/** A mail as the channel needs it. */
export interface Mail {
  /** Without the angle brackets; made of the content where it has none. */
  messageId: string;
  from: { address: string; name: string };
  subject: string;
  /** What the sender wrote themselves; the subject where that is all there is. */
  text: string;
  /** Ids of the mails before it, the first one first. */
  references: string[];
  attachments: Attachment[];
  /** Headers Authentication-Results, the topmost first. */
  authentication: string[];
  date: Date | undefined;
  /** A program wrote it (RFC 3834): it is never answered. */
  automatic: boolean;
  bounce: Bounce | undefined;
}

const longestText = 8000;
const idIn = /<([\x21-\x3b\x3d\x3f-\x7e]{1,250})>/g;

/** Reads a mail. Throws MailUnreadable. */
export async function readMail(raw: Buffer): Promise<Mail> {
  const parsed = await simpleParser(raw, {
    skipTextToHtml: true,
    skipImageLinks: true,
    keepDeliveryStatus: true,
  } as object);
  const [from, ...others] = parsed.from?.value ?? [];
  const address = from?.address?.trim().toLowerCase();
  if (!address || !/^[^\s@<>\p{Cc}]{1,64}@[^\s@<>:\p{Cc}]{1,190}$/u.test(address) || others.length > 0)
    throw new MailUnreadable('The mail has no single sender in From.');
  const headers = (name: string) =>
    parsed.headerLines.filter(({ key }) => key === name).map(({ line }) => line.slice(line.indexOf(':') + 1));
  const [messageId] = idsIn(parsed.messageId);
  const subject = cleanText(parsed.subject ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300);
  const references = [...idsIn([parsed.references].flat().join(' ')), ...idsIn(parsed.inReplyTo)];
  return {
    messageId: messageId ?? `${await digest(raw)}@no-id`,
    from: { address, name: cleanText(from?.name ?? '').slice(0, 200) },
    subject,
    text: textOf(parsed, subject, references.length > 0),
    references: [...new Set(references)].slice(-20),
    attachments: parsed.attachments.filter(({ related }) => !related),
    authentication: headers('authentication-results'),
    date: parsed.date,
    automatic: isAutomatic((name) => headers(name).join(' ').trim().toLowerCase(), address),
    bounce: bounceOf(parsed),
  };
}

/** A question often stands in the subject alone, or before the text; in an answer it is what was asked before. */
function textOf({ text = '' }: ParsedMail, subject: string, answers: boolean): string {
  const own = cleanText(ownWords(text).slice(0, longestText));
  const topic = subject.replace(/^(?:(?:re|aw|fwd?|回复|答复|转发|回覆)\s*[:：]\s*)+/i, '');
  if (!own) return topic;
  const reply = answers || topic !== subject;
  return reply || !topic || own.startsWith(topic) ? own : `${topic}\n${own}`;
}

const idsIn = (text: string | undefined): string[] => [...(text ?? '').matchAll(idIn)].map(([, id]) => id!);

async function digest(raw: Buffer): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(raw))).toString('hex');
}
