import type { Logger } from 'pino';
import { v7 } from 'uuid';
import type { Database } from '#prisma/client.ts';
import type { PlatformApi } from '../tencent/platformApi.ts';
import { PlatformRefusal } from '../tencent/refusals.ts';
import { wrongWakeUp } from './errcodes.ts';
import { type KfItem, readItem } from './items.ts';
import * as sql from './readerStatements.ts';

/** What reading needs. */
export interface ReaderParts {
  db: Database;
  api: PlatformApi;
  /** Puts an item into the inbox; done when it is durable. Told twice, nothing happens twice. */
  take(item: KfItem): Promise<void>;
  now(): number;
  logger: Logger;
  /** How long an account belongs to its reader without a page, in ms by the database's clock. */
  leaseMs?: number;
  /** How often accounts are looked for that nobody reads, in ms. */
  pollMs?: number;
}

/** A token of a wake-up holds for ten minutes; a little less, for what is on its way. */
const tokenMs = 9.5 * 60_000;
/** Without a wake-up an account is looked at this often: a wake-up may have been lost while nobody listened. */
const unaskedMs = 5 * 60_000;
/** What waited longer than this when an account is read for the first time is not answered any more. */
const backlogMs = 10 * 60_000;
const page = 1000;
const atOnce = 8;
const patienceMs = 1000;
/** Without a token WeCom lets us read every ten seconds at most. */
const rateMs = 11_000;

interface Account {
  openKfId: string;
  cursor: string | null;
  token: string | null;
  tokenEndsAt: Date | null;
  woken: number;
  readAt: Date | null;
}

/**
 * Reads what customers wrote to 微信客服 accounts: WeCom only wakes us, everything is fetched from a cursor
 * (developer.work.weixin.qq.com/document/path/94670). One instance reads an account at a time; the cursor moves on once a page is in the
 * inbox, so that after a crash the page is read again and known.
 */
export class KfReader {
  readonly #parts: Required<ReaderParts>;
  #working: Promise<void> | undefined;
  #again = false;
  #poll: NodeJS.Timeout | undefined;
  #closing = false;

  constructor(parts: ReaderParts) {
    this.#parts = { leaseMs: 30_000, pollMs: 1000, ...parts };
  }

  /** WeCom says that something waits. Durable when it returns. */
  async woken(openKfId: string, token: string): Promise<void> {
    const { db, now } = this.#parts;
    await db.query('kf_woken', sql.woken, [openKfId, token || null, new Date(now() + tokenMs)]);
    this.wake();
  }

  /** Reads what waits, and from now on what nobody else reads. */
  start(): void {
    const again = () => {
      this.wake();
      if (!this.#closing) this.#poll = setTimeout(again, this.#parts.pollMs);
    };
    again();
  }

  wake(): void {
    this.#again = true;
    if (this.#closing) return;
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined;
    });
  }

  async close(): Promise<void> {
    this.#closing = true;
    clearTimeout(this.#poll);
    await this.#working;
  }

  async #work(): Promise<void> {
    const { db, now, logger, leaseMs } = this.#parts;
    while (this.#again && !this.#closing) {
      this.#again = false;
      try {
        const lease = v7();
        const [row] = await db.query('kf_claim', sql.claim, [lease, leaseMs, new Date(now() - unaskedMs)]);
        if (!row) continue;
        // There may be more accounts, and another wake-up of this one.
        this.#again = true;
        await this.#read(row as unknown as Account, lease);
      } catch (fault) {
        logger.error({ err: fault }, 'the accounts of 微信客服 could not be read');
      }
    }
  }

  async #read(account: Account, lease: string): Promise<void> {
    const { db, now, logger } = this.#parts;
    const { openKfId } = account;
    try {
      if (await this.#pages(account, lease))
        await db.query('kf_finish', sql.finish, [openKfId, lease, account.woken, new Date(now())]);
    } catch (fault) {
      const refusal = fault instanceof PlatformRefusal ? fault : undefined;
      const pauseMs = refusal?.meaning === 'rate' ? rateMs : refusal?.meaning === 'settings' ? 60_000 : patienceMs;
      const reason = (fault as Error).message;
      logger.warn({ openKfId, reason, code: refusal?.code }, 'an account of 微信客服 is read again in a moment');
      await db.query('kf_put_off', sql.putOff, [openKfId, lease, pauseMs, refusal?.code === wrongWakeUp]);
    }
  }

  /** Reads to the end. False: another has the account by now, or we are closing. */
  async #pages({ openKfId, cursor, token, tokenEndsAt, readAt }: Account, lease: string): Promise<boolean> {
    const { db, api, now, leaseMs } = this.#parts;
    const held = token && tokenEndsAt && tokenEndsAt.getTime() > now() ? { token } : {};
    const since = readAt ? 0 : now() - backlogMs;
    for (let at = cursor; ; ) {
      const asked = { open_kfid: openKfId, limit: page, voice_format: 0, ...(at ? { cursor: at } : {}), ...held };
      const said = await api.call('/cgi-bin/kf/sync_msg', asked);
      const list = Array.isArray(said.msg_list) ? said.msg_list : [];
      await this.#takeAll(list.flatMap((entry) => readItem(entry) ?? []).filter((item) => item.at.getTime() >= since));
      const next = typeof said.next_cursor === 'string' && said.next_cursor ? said.next_cursor : at;
      if ((await db.query('kf_advance', sql.advance, [openKfId, lease, next, leaseMs])).length === 0) return false;
      if (!said.has_more) return true;
      if (next === at) throw new Error('There is more, behind the same cursor.');
      if (this.#closing) return false;
      at = next;
    }
  }

  /** In order for each person, several people side by side. */
  async #takeAll(items: readonly KfItem[]): Promise<void> {
    const byPerson = new Map<string, KfItem[]>();
    for (const item of items) {
      const theirs = byPerson.get(item.externalUserId) ?? [];
      byPerson.set(item.externalUserId, [...theirs, item]);
    }
    const waiting = [...byPerson.values()];
    const one = async () => {
      for (let theirs = waiting.shift(); theirs; theirs = waiting.shift())
        for (const item of theirs) await this.#parts.take(item);
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, waiting.length) }, one));
  }
}
