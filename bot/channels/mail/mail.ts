import type { SendMailOptions } from 'nodemailer';
import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';
import type { Clock } from '#crm/clock.ts';
import type { Services } from '#crm/services.ts';
import type { Database } from '#prisma/client.ts';
import type { Turns } from '../../turns/turns.ts';
import { type Channel, type DeliveryEntry, DeliveryRefused } from '../channel.ts';
import { sendDaily } from '../daily.ts';
import { failedLater } from '../failedLater.ts';
import type { Links } from '../presenting.ts';
import { answerPost, jsonOf, openPost, PostRefused, type SignedPost } from '../signedPosts.ts';
import { ImapInbox } from './imap.ts';
import { channelId } from './letters.ts';
import { confirmationOf, letterOf } from './outgoing.ts';
import { MailUnreadable } from './parsing.ts';
import { MailReception } from './reception.ts';
import { createPost } from './sending.ts';
import type { MailSettings } from './settings.ts';

/** What the channel needs from the house. */
export interface MailParts {
  settings: MailSettings;
  links: Links;
  dataDir: string;
  db: Database;
  turns: Turns;
  services: Pick<Services, 'messageBudget' | 'tasks' | 'shop'>;
  clock: Clock;
  logger: Logger;
  /** How often the mailbox is looked into, in ms. */
  pollMs?: number;
}

/** The largest mail that is taken, in bytes; base64 in JSON takes a third more. */
const largestBody = 34 * 1024 * 1024;

/** Mail: it comes in at /channels/mail, signed, or is fetched by IMAP; answers go out by SMTP, in their thread (docs/channels.md). */
export function createMailChannel(parts: MailParts): Channel {
  const { settings, db, turns, services, clock, logger, dataDir } = parts;
  const { messageBudget: budget, shop } = services;
  const now = () => clock.now().getTime();
  const post = createPost(settings.smtpUrl);
  const letters = {
    db,
    links: parts.links,
    address: settings.address,
    shopName: async () => (await shop.profile()).name,
  };
  const reception = new MailReception({
    settings,
    dataDir,
    db,
    turns,
    budget,
    clock,
    failed: failedLater(db, services),
    askWho,
  });
  const inbox = settings.imapUrl
    ? new ImapInbox({
        url: settings.imapUrl,
        take: (raw) => reception.take(raw),
        logger,
        ...(parts.pollMs ? { pollMs: parts.pollMs } : {}),
      })
    : undefined;

  /** Once a day for each address, so that nobody can have us write to somebody again and again. */
  async function askWho(conversationId: string, address: string): Promise<void> {
    const to = { channel: 'mailConfirmation', account: address };
    await budget.daily(to, 1);
    const reserved = await budget.reserve(to, 'answer');
    if ('refusal' in reserved) return;
    try {
      await post.send(await confirmationOf(letters, conversationId, address));
    } catch (fault) {
      await budget.giveBack(reserved);
      logger.warn({ reason: (fault as Error).message }, 'whoever wrote could not be asked who they are');
    }
  }

  async function receive(request: Request, response: Response): Promise<void> {
    const signed = await openPost(request, { keys: settings.keys, now: now(), limit: largestBody });
    try {
      answerPost(response, 202, { taken: await reception.take(rawOf(request, signed)) });
    } catch (fault) {
      if (!(fault instanceof MailUnreadable)) throw fault;
      throw new PostRefused(400, fault.message);
    }
  }

  async function deliver(entry: DeliveryEntry): Promise<void> {
    const { conversation, kind = 'answer' } = entry;
    if (!conversation.userId) throw new DeliveryRefused('It is not known who this conversation is with.');
    const letter = await letterOf(letters, entry);
    if (!letter) return;
    const to = { channel: channelId, account: conversation.userId };
    const send = (each: SendMailOptions) => post.send(each);
    await sendDaily(budget, { to, kind, messages: [letter], send }, settings.perDay, now());
  }

  inbox?.start();
  return {
    serves: (id) => id === channelId,
    outbox: 'answer',
    merges: true,
    mount(server: Server) {
      if (settings.keys.length > 0) server.post('/channels/mail', receive);
    },
    deliver,
    async close() {
      await inbox?.close();
      post.close();
    },
  };
}

/** The mail in a post: as it is, or in base64 within JSON. Throws PostRefused. */
function rawOf(request: Request, signed: SignedPost): Buffer {
  if (!/^application\/json\b/.test(String(request.headers['content-type'] ?? ''))) return signed.body;
  const { raw } = (jsonOf(signed) ?? {}) as { raw?: unknown };
  if (typeof raw !== 'string') throw new PostRefused(400, 'raw: must be the mail in base64.');
  return Buffer.from(raw, 'base64');
}
