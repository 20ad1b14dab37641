import { v7 } from 'uuid';

/** What a letter may have besides the usual. */
export interface LetterOptions {
  from?: string;
  to?: string;
  subject?: string;
  messageId?: string;
  inReplyTo?: string;
  references?: string;
  /** More header lines, above all others, as servers put them. */
  above?: string[];
  below?: string[];
  attachments?: { name: string; type: string; content: Buffer }[];
}

/** A letter as it stands on the wire. */
export function letter(text: string, options: LetterOptions = {}): Buffer {
  const { from = 'Ann <ann@customer.example>', to = 'service@shop.example', subject = '', attachments = [] } = options;
  const { messageId = `${v7()}@customer.example`, inReplyTo, references, above = [], below = [] } = options;
  const head = [
    ...above,
    `From: ${from}`,
    `To: ${to}`,
    `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
    `Message-ID: <${messageId}>`,
    ...(inReplyTo ? [`In-Reply-To: <${inReplyTo}>`] : []),
    ...(references ? [`References: ${references}`] : []),
    'Date: Fri, 20 Nov 2026 01:59:00 +0000',
    'MIME-Version: 1.0',
    ...below,
  ];
  const base64 = (content: Buffer) => content.toString('base64').replace(/.{76}/g, '$&\r\n');
  const body = [
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64(Buffer.from(text)),
  ];
  if (attachments.length === 0) return Buffer.from([...head, ...body].join('\r\n'));
  const parts = attachments.flatMap(({ name, type, content }) => [
    '--border',
    `Content-Type: ${type}; name="${name}"`,
    `Content-Disposition: attachment; filename="${name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    base64(content),
  ]);
  return Buffer.from(
    [
      ...head,
      'Content-Type: multipart/mixed; boundary="border"',
      '',
      '--border',
      ...body,
      ...parts,
      '--border--',
      '',
    ].join('\r\n'),
  );
}

/** What the shop's own server writes above a letter that its sender's domain signed. */
export const proven = (domain = 'customer.example') =>
  `Authentication-Results: mx.shop.example; dkim=pass (1024-bit key) header.d=${domain}; spf=none`;

/** The report of a server that a letter did not arrive (RFC 3464). */
export const bounce = (to: string, messageId: string, status = '5.1.1') =>
  Buffer.from(
    [
      'Return-Path: <>',
      'From: MAILER-DAEMON@customer.example',
      'To: service@shop.example',
      'Subject: Undelivered Mail Returned to Sender',
      `Message-ID: <${v7()}@customer.example>`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'I am sorry.',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.customer.example',
      '',
      `Final-Recipient: rfc822; ${to}`,
      'Action: failed',
      `Status: ${status}`,
      'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
      '',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: <${messageId}>`,
      'Subject: Re: something',
      '',
      '--b--',
      '',
    ].join('\r\n'),
  );
