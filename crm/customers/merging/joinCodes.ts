import { createHash, randomInt } from 'node:crypto';
import type { Database, JoinCode } from '#prisma/client.ts';
import type { Clock } from '../../clock.ts';
import type { Merges } from './merges.ts';
import { rootOf } from './rows.ts';

/** Letters and figures that nobody takes for one another; eight of them are almost 40 bits. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 8;
const MINUTES = 15;

/** What came of a code that somebody wrote. */
export type Joined = 'joined' | 'already' | 'unknown';

/**
 * Proof that one person has two accounts: a code that is shown at the one and written at the other. Nobody else has seen it, so whoever
 * writes it can read both. Used once, within 15 minutes; only its hash is kept.
 */
export class JoinCodes {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #merges: Merges;

  constructor(db: Database, clock: Clock, merges: Merges) {
    this.#db = db;
    this.#clock = clock;
    this.#merges = merges;
  }

  /** A new code, to be shown in this conversation; the one before ends. */
  async make(customerId: string, conversationId: string): Promise<string> {
    const signs = freshSigns();
    const expiresAt = new Date(this.#clock.now().getTime() + MINUTES * 60_000);
    await this.#db.transaction(async (client) => {
      await client.joinCode.deleteMany({ where: { customerId, usedAt: null } });
      await client.joinCode.create({ data: { codeHash: hashOf(signs), customerId, conversationId, expiresAt } });
    });
    return `${signs.slice(0, 4)}-${signs.slice(4)}`;
  }

  /** Somebody writes a code: the two records are one from now on, the older is shown. */
  async redeem(text: string, customerId: string): Promise<Joined> {
    return this.#db.transaction(async (client) => {
      const code = await this.#use(text);
      if (!code) return 'unknown';
      const [there, here] = [await rootOf(client, code.customerId), await rootOf(client, customerId)];
      if (there === here) return 'already';
      // Ids sort by time.
      const [keptId, mergedId] = [there, here].sort() as [string, string];
      await this.#merges.merge({ keptId, mergedId, proof: 'code' });
      return 'joined';
    });
  }

  /** Whether a code was shown to another account of the same customer: then the one who writes it here holds both. */
  async proves(text: string, customerId: string, conversationId: string): Promise<boolean> {
    return this.#db.transaction(async (client) => {
      const code = await this.#use(text);
      if (!code || (await rootOf(client, code.customerId)) !== (await rootOf(client, customerId))) return false;
      const talks = await client.conversation.findMany({
        where: { id: { in: [code.conversationId, conversationId] } },
        select: { channel: true, userId: true },
      });
      return new Set(talks.map(({ channel, userId }) => `${channel}\n${userId}`)).size === 2;
    });
  }

  /** Where a code was shown, and to whom; it is used up by that. Null where it is none of ours, too old, or was used. */
  async spend(text: string): Promise<{ customerId: string; conversationId: string } | null> {
    return this.#use(text);
  }

  /** Marks a code as used; null where it is none of ours, too old, or was used. */
  async #use(text: string): Promise<JoinCode | null> {
    const signs = signsIn(text);
    if (!signs) return null;
    const now = this.#clock.now();
    const [code] = await this.#db.client.joinCode.updateManyAndReturn({
      where: { codeHash: hashOf(signs), usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    return code ?? null;
  }
}

/** With a figure in it, so that no word looks like a code. */
function freshSigns(): string {
  const signs = Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return /\d/.test(signs) ? signs : freshSigns();
}

const written = new RegExp(`^[^\\p{L}\\p{N}]*([${SIGNS}]{4})[-\\s–—]?([${SIGNS}]{4})[^\\p{L}\\p{N}]*$`, 'iu');

/** The signs of a code, if a whole message looks like one. */
export function signsIn(text: string): string | null {
  const found = written.exec(text.trim());
  const signs = found ? `${found[1]}${found[2]}`.toUpperCase() : '';
  return /\d/.test(signs) ? signs : null;
}

const hashOf = (signs: string): string => createHash('sha256').update(`join ${signs}`).digest('hex');
