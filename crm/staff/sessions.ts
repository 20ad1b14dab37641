import { v7 } from 'uuid';
import type { Client, Database, Staff } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import { Unauthenticated } from '../errors.ts';
import { hashOf, newToken } from './tokens.ts';

const HOUR = 3_600_000;
const LIFE_MS = 7 * 24 * HOUR;
const IDLE_MS = 12 * HOUR;
const TOUCH_MS = 5 * 60_000;
const LINK_MS = HOUR;

/** A secret that is shown once, here; only its hash is stored. */
export interface Secret {
  token: string;
  expiresAt: Date;
}

/** Signed-in browsers and links that sign in once. A session ends after a week, or after 12 hours without use. */
export class Sessions {
  readonly #db: Database;
  readonly #clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  async open(client: Client, staffId: string): Promise<Secret> {
    const now = this.#clock.now();
    const token = newToken();
    const expiresAt = new Date(now.getTime() + LIFE_MS);
    await client.session.deleteMany({ where: { staffId, expiresAt: { lte: now } } });
    await client.session.create({
      data: { id: v7(), tokenHash: hashOf(token), staffId, createdAt: now, lastSeenAt: now, expiresAt },
    });
    return { token, expiresAt };
  }

  /** Whose session it is; null if it ended or the person may not sign in any more. */
  async staffOf(token: string): Promise<Staff | null> {
    const now = this.#clock.now();
    const tokenHash = hashOf(token);
    const session = await this.#db.client.session.findUnique({ where: { tokenHash }, include: { staff: true } });
    if (!session?.staff.active || session.expiresAt <= now) return null;
    const idle = now.getTime() - session.lastSeenAt.getTime();
    if (idle > IDLE_MS) return null;
    if (idle > TOUCH_MS) {
      await this.#db.client.session.updateMany({ where: { tokenHash }, data: { lastSeenAt: now } });
    }
    return session.staff;
  }

  async close(token: string): Promise<void> {
    await this.#db.client.session.deleteMany({ where: { tokenHash: hashOf(token) } });
  }

  /** Signs a person out everywhere. */
  async closeAll(client: Client, staffId: string): Promise<void> {
    await client.session.deleteMany({ where: { staffId } });
  }

  /** A link's token, good once and for an hour. */
  async createLink(client: Client, staffId: string): Promise<Secret> {
    const token = newToken();
    const expiresAt = new Date(this.#clock.now().getTime() + LINK_MS);
    await client.signInLink.create({ data: { id: v7(), tokenHash: hashOf(token), staffId, expiresAt } });
    return { token, expiresAt };
  }

  /** Uses the link up and tells whose it is. Throws Unauthenticated with code `linkInvalid`. */
  async redeemLink(client: Client, token: string): Promise<string> {
    const now = this.#clock.now();
    const [link] = await client.signInLink.updateManyAndReturn({
      where: { tokenHash: hashOf(token), usedAt: null, expiresAt: { gt: now }, staff: { active: true } },
      data: { usedAt: now },
    });
    if (!link) throw new Unauthenticated('This link was used or has expired; ask for a new one.', 'linkInvalid');
    return link.staffId;
  }
}
