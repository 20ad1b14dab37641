import type { ParsedMail } from 'mailparser';

/** A mail of ours that did not arrive (RFC 3464). */
export interface Bounce {
  /** The id of our mail. */
  messageId: string;
  /** Such as 5.1.1. */
  status: string;
  reason: string;
  /** The address is not there, or takes no mail at all. */
  gone: boolean;
}

/**
 * Whether a program wrote a mail: it says so (RFC 3834), or it comes from a list or a server's own account. Such mail is never
 * answered, else two programs would write to each other for ever. `header`: the value of a header in small letters, '' where absent.
 */
export function isAutomatic(header: (name: string) => string, from: string): boolean {
  const submitted = header('auto-submitted');
  if (submitted && submitted.split(';')[0]!.trim() !== 'no') return true;
  if (/^(?:bulk|junk|list|auto_reply)$/.test(header('precedence'))) return true;
  if (
    ['list-id', 'list-post', 'x-autoreply', 'x-autorespond', 'x-loop', 'x-failed-recipients'].some((name) =>
      header(name),
    )
  )
    return true;
  if (header('return-path') === '<>') return true;
  if (/^multipart\/report\b/.test(header('content-type'))) return true;
  return /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)(?:[+.-][^@]*)?@/.test(from);
}

/** What a report of a delivery says of a mail of ours; undefined where it is none, or tells of a success or a delay. */
export function bounceOf({ attachments }: ParsedMail): Bounce | undefined {
  const contentOf = (types: string[]) =>
    attachments.find(({ contentType }) => types.includes(contentType))?.content.toString('utf8');
  const report = contentOf(['message/delivery-status']);
  if (!report || !/^Action:\s*failed/im.test(report)) return undefined;
  const original = contentOf(['message/rfc822', 'text/rfc822-headers', 'message/rfc822-headers']);
  const messageId = /^Message-ID:\s*<([^<>\s]+)>/im.exec(original ?? '')?.[1];
  const status = /^Status:\s*(\d\.\d{1,3}\.\d{1,3})/im.exec(report)?.[1];
  if (!messageId || !status) return undefined;
  const diagnostic = /^Diagnostic-Code:\s*(.+(?:\n[ \t].+)*)/im.exec(report)?.[1]?.replace(/\s+/g, ' ');
  // 5.1.x: no such address; 5.2.1: the mailbox is disabled (RFC 3463).
  return { messageId, status, reason: (diagnostic ?? status).slice(0, 300), gone: /^5\.(?:1\.|2\.1$)/.test(status) };
}
