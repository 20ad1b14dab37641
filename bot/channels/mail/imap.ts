import { ImapFlow } from 'imapflow';
import type { Logger } from 'pino';
import { MailUnreadable } from './parsing.ts';

/** What fetching needs. */
export interface InboxParts {
  /** imaps://user:password@host:port/mailbox */
  url: string;
  /** Takes a mail; it is marked as seen only after that. */
  take(raw: Buffer): Promise<unknown>;
  logger: Logger;
  /** How often the mailbox is looked into, in ms. */
  pollMs?: number;
}

/** The largest mail that is fetched, in bytes; a larger one stays in the mailbox, flagged. */
const largest = 25 * 1024 * 1024;

/**
 * Fetches what is unseen in a mailbox. Several instances may do so: the second delivery of a mail changes nothing. What cannot be
 * read stays there, flagged, for a person to look at.
 */
export class ImapInbox {
  readonly #parts: InboxParts;
  #poll: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #closing = false;

  constructor(parts: InboxParts) {
    this.#parts = parts;
  }

  start(): void {
    const again = () => {
      this.#looking = this.look()
        .catch((fault: Error) =>
          this.#parts.logger.error({ reason: fault.message }, 'the mailbox could not be looked into'),
        )
        .finally(() => {
          if (!this.#closing) this.#poll = setTimeout(again, this.#parts.pollMs ?? 30_000);
        });
    };
    again();
  }

  async close(): Promise<void> {
    this.#closing = true;
    clearTimeout(this.#poll);
    await this.#looking;
  }

  /** Takes everything that is unseen. */
  async look(): Promise<void> {
    const url = new URL(this.#parts.url);
    const client = new ImapFlow({
      host: url.hostname,
      port: Number(url.port) || (url.protocol === 'imaps:' ? 993 : 143),
      secure: url.protocol === 'imaps:',
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
      // Its log has what mails say.
      logger: false,
      socketTimeout: 60_000,
    });
    // A broken line shows in what is awaited; unheard, it would end the process.
    client.on('error', () => undefined);
    await client.connect();
    try {
      const lock = await client.getMailboxLock(decodeURIComponent(url.pathname.slice(1)) || 'INBOX');
      try {
        const unseen = (await client.search({ seen: false, flagged: false }, { uid: true })) || [];
        for (const uid of unseen) {
          if (this.#closing) return;
          await this.#fetch(client, String(uid));
        }
      } finally {
        lock.release();
      }
    } finally {
      await client.logout().catch(() => client.close());
    }
  }

  async #fetch(client: ImapFlow, uid: string): Promise<void> {
    const { take, logger } = this.#parts;
    const head = await client.fetchOne(uid, { size: true }, { uid: true });
    if (!head) return;
    try {
      if ((head.size ?? 0) > largest) throw new MailUnreadable(`The mail has more than ${largest} bytes.`);
      const mail = await client.fetchOne(uid, { source: true }, { uid: true });
      const source = mail ? mail.source : undefined;
      if (!source) return;
      await take(source);
      await client.messageFlagsAdd(uid, ['\\Seen'], { uid: true });
    } catch (fault) {
      if (!(fault instanceof MailUnreadable)) throw fault;
      logger.warn({ uid, reason: fault.message }, 'a mail cannot be read; it stays in the mailbox, flagged');
      await client.messageFlagsAdd(uid, ['\\Flagged'], { uid: true });
    }
  }
}
