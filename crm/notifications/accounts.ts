import { createHash, randomInt } from 'node:crypto';
import { v7 } from 'uuid';
import type { Database, Prisma, StaffAddress } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import type { Egress } from '../egress.ts';
import { NotFound } from '../errors.ts';
import type { mentionWays } from './ways.ts';

/** Ways whose account is proven by a code that is written from it. */
export type CodeWay = 'wecom' | 'teams';

const CODE_MINUTES = 15;
/** Without figures and letters that look alike; eight of them are 39 bits, good for a quarter of an hour. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const CODE = /^\s*ZY-?([A-HJ-NP-Z2-9]{4})-?([A-HJ-NP-Z2-9]{4})\s*$/i;
/** A person has few browsers; the oldest gives way. */
const BROWSERS = 10;

const hash = (code: string): string => createHash('sha256').update(code).digest('hex');

/** A browser that takes notifications, as it describes itself (Push API). */
export interface Subscription {
  endpoint: string;
  keys: { p256dh: string; auth: string };
}

/** Which accounts and browsers belong to whom. */
export class NotificationAccounts {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #egress: Egress;

  constructor(db: Database, clock: Clock, egress: Egress) {
    this.#db = db;
    this.#clock = clock;
    this.#egress = egress;
  }

  async of(staffId: string): Promise<StaffAddress[]> {
    return this.#db.client.staffAddress.findMany({ where: { staffId }, orderBy: { way: 'asc' } });
  }

  /** A code to write to the bot from the account that is to be linked, within a quarter of an hour. It replaces an earlier one. */
  async createCode(staffId: string, way: CodeWay): Promise<{ code: string; expiresAt: Date }> {
    const letters = Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
    const expiresAt = new Date(this.#clock.now().getTime() + CODE_MINUTES * 60_000);
    const made = { codeHash: hash(letters), expiresAt };
    await this.#db.transaction((client) =>
      client.staffLinkCode.upsert({
        where: { staffId_way: { staffId, way } },
        create: { staffId, way, ...made },
        update: made,
      }),
    );
    return { code: `ZY-${letters.slice(0, 4)}-${letters.slice(4)}`, expiresAt };
  }

  /** Whether a message looks like a code; only then it is worth a look into the database. */
  static isCode(text: string | undefined): text is string {
    return text !== undefined && CODE.test(text);
  }

  /** Links the account that wrote a code; null: the code is unknown, used or too old. An account belongs to the person who linked it last. */
  async redeem(
    text: string,
    account: { way: CodeWay; address: string; reference?: Prisma.InputJsonValue },
  ): Promise<{ name: string; language: string } | null> {
    const match = CODE.exec(text);
    if (!match) return null;
    const codeHash = hash(`${match[1]}${match[2]}`.toUpperCase());
    return this.#db.transaction(async (client) => {
      const { way, address } = account;
      const where = { codeHash, way, expiresAt: { gt: this.#clock.now() }, staff: { active: true } };
      const found = await client.staffLinkCode.findFirst({ where, include: { staff: true } });
      if (!found) return null;
      const { count } = await client.staffLinkCode.deleteMany({ where: { codeHash } });
      if (count === 0) return null;
      const { staffId, staff } = found;
      await client.staffAddress.deleteMany({
        where: {
          OR: [
            { way, address },
            { way, staffId },
          ],
        },
      });
      await client.staffAddress.create({ data: { id: v7(), staffId, ...account, linkedAt: this.#clock.now() } });
      return { name: staff.name, language: staff.language };
    });
  }

  /** Who linked this account; null: nobody who still works here. */
  async ownerOf(way: CodeWay, address: string): Promise<{ id: string; language: string } | null> {
    const found = await this.#db.client.staffAddress.findUnique({
      where: { way_address: { way, address } },
      include: { staff: { select: { id: true, language: true, active: true } } },
    });
    return found?.staff.active ? found.staff : null;
  }

  /** The name by which a group's robot mentions somebody; it opens nothing, so it needs no proof. Null removes it. */
  async setMention(staffId: string, way: (typeof mentionWays)[number], address: string | null): Promise<void> {
    await this.#db.transaction(async (client) => {
      await client.staffAddress.deleteMany({ where: { way, OR: [{ staffId }, ...(address ? [{ address }] : [])] } });
      if (!address) return;
      await client.staffAddress.create({ data: { id: v7(), staffId, way, address, linkedAt: this.#clock.now() } });
    });
  }

  /** Throws NotFound. */
  async unlink(staffId: string, way: string): Promise<void> {
    const { count } = await this.#db.transaction((client) =>
      client.staffAddress.deleteMany({ where: { staffId, way } }),
    );
    if (count === 0) throw new NotFound('account', way);
  }

  /** A person's browsers, newest first. */
  async browsers(staffId: string) {
    return this.#db.client.pushSubscription.findMany({
      where: { staffId },
      select: { id: true, browser: true, endpoint: true, createdAt: true },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    });
  }

  /** A browser is told from now on; it belongs to who signed in there last. Throws AddressRefused for a push service we do not send to. */
  async subscribe(staffId: string, { endpoint, keys }: Subscription, browser: string): Promise<{ id: string }> {
    await this.#egress.check(endpoint);
    const data = { staffId, ...keys, browser, createdAt: this.#clock.now() };
    return this.#db.transaction(async (client) => {
      // What waited for the one before must not be shown to the one who sits there now.
      await client.pushSubscription.deleteMany({ where: { endpoint, NOT: { staffId } } });
      const { id } = await client.pushSubscription.upsert({
        where: { endpoint },
        create: { id: v7(), endpoint, ...data },
        update: data,
      });
      const old = await client.pushSubscription.findMany({
        where: { staffId },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        skip: BROWSERS,
        select: { id: true },
      });
      await client.pushSubscription.deleteMany({ where: { id: { in: old.map((row) => row.id) } } });
      return { id };
    });
  }

  /** Throws NotFound. */
  async unsubscribe(staffId: string, id: string): Promise<void> {
    const { count } = await this.#db.transaction((client) =>
      client.pushSubscription.deleteMany({ where: { staffId, id } }),
    );
    if (count === 0) throw new NotFound('browser', id);
  }

  /** The browser's push service says that it is gone for good. */
  async forgetBrowser(id: string): Promise<void> {
    await this.#db.client.pushSubscription.deleteMany({ where: { id } });
  }
}
