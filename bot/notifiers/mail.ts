import { createTransport } from 'nodemailer';
import { addressOf, type WayParts, write } from './parts.ts';
import { SendRefused, type Way } from './way.ts';
import type { Line, Message } from './words.ts';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

/** Mail by SMTP. One person gets at most two a minute: what comes meanwhile is in the next. */
export function createMail(parts: WayParts): Way | null {
  const { smtp } = parts.config;
  if (!smtp) return null;
  const base = addressOf(parts.config);
  const host = new URL(base).hostname;
  const from = smtp.from ?? `zhiyin@${host}`;
  const transport = createTransport({
    url: smtp.url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    id: 'mail',
    paceMs: 30_000,
    atOnce: 50,
    attempts: 7,
    async send(letter) {
      const message = await write(letter, parts);
      const [only, ...others] = message.lines;
      const task = others.length === 0 ? only?.item.task : null;
      const thread = task ? `<task-${task.id}@${host}>` : undefined;
      try {
        await transport.sendMail({
          from: { name: '知音 Zhiyin', address: from },
          to: { name: letter.person!.name, address: letter.person!.email },
          subject: message.title,
          // The same at every attempt, so that a server that took it twice can tell; all about one task is one thread.
          messageId: `<${letter.id}@${host}>`,
          ...(thread ? { references: [thread], inReplyTo: thread } : {}),
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
          ...(message.lines.some(({ item }) => item.urgent) ? { priority: 'high' as const } : {}),
          text: textOf(message),
          html: htmlOf(message),
        });
      } catch (fault) {
        const { responseCode = 0, code } = fault as { responseCode?: number; code?: string };
        // The mailbox is not there, or refuses us for good; a wrong password is ours to mend and tried again.
        if (responseCode >= 500 && code !== 'EAUTH') throw new SendRefused((fault as Error).message);
        throw fault;
      }
    },
  };
}

function textOf({ lines, words }: Message): string {
  const block = ({ heading, detail, open, done }: Line) =>
    [heading, detail, `${words.open}: ${open}`, ...(done ? [`${words.done}: ${done}`] : [])].filter(Boolean).join('\n');
  return [...lines.map(block), `-- \n${words.reason}`].join('\n\n');
}

function htmlOf({ lines, words }: Message): string {
  const link = (name: string, url: string, style: string) =>
    `<a href="${escaped(url)}" style="${style}">${escaped(name)}</a>`;
  const filled = 'background:#0f5f5c;color:#fff;padding:8px 16px;border-radius:8px;text-decoration:none';
  const plain = 'color:#0f5f5c;padding:8px 16px';
  const block = ({ item, heading, detail, open, done }: Line) =>
    `<div style="border:1px solid #d9dedd;border-radius:12px;padding:16px;margin:0 0 16px">` +
    `<p style="margin:0 0 4px;font-weight:600${item.urgent ? ';color:#b3261e' : ''}">${escaped(heading)}</p>` +
    `<p style="margin:0 0 16px;color:#5b6664">${escaped(detail)}</p>` +
    `${link(words.open, open, filled)}${done ? link(words.done, done, plain) : ''}</div>`;
  return (
    `<div style="font:16px/1.5 system-ui,'PingFang SC','Microsoft YaHei',sans-serif;max-width:560px;margin:0 auto;padding:16px">` +
    `${lines.map(block).join('')}<p style="color:#5b6664;font-size:13px">${escaped(words.reason)}</p></div>`
  );
}
