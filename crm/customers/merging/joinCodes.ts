import { createHash, randomInt } from 'node:crypto';
import { type Database, type JoinCode, Prisma } from '#prisma/client.ts';
import type { Clock } from '../../clock.ts';
import type { Messenger } from '../../messenger.ts';
import { mobileNumber } from '../phoneNumber.ts';
import type { Merges } from './merges.ts';
import { rootOf } from './rows.ts';

/** Letters and figures that nobody takes for one another; eight of them are almost 40 bits. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 8;
const MINUTES = 15;
/** Nobody is sent another within so many. */
const AGAIN_MINUTES = 2;

/** Channels on which the shop may write without being written to. */
export type WritableChannel = 'mail' | 'smsgateway';

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
  readonly #messenger: Messenger;

  constructor(db: Database, clock: Clock, merges: Merges, messenger: Messenger) {
    this.#messenger = messenger;
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

  /**
   * Has a code sent to an account of the customer's that we can write to, by mail or text message; the talk there makes and says it, so that
   * nobody else reads it. The channel; undefined where there is none, or one was sent a moment ago.
   */
  async send(customerId: string, fromConversationId: string): Promise<WritableChannel | undefined> {
    return this.#sendTo(customerId, Prisma.sql`t.id <> ${fromConversationId}::uuid`);
  }

  /** The same to whoever has this address or number with us. Nobody hears whether somebody does. */
  async sendToAddress(channel: WritableChannel, address: string): Promise<void> {
    const account = channel === 'mail' ? address.trim().toLowerCase() : (mobileNumber(address) ?? address);
    const where = { channel_externalId: { channel, externalId: account } };
    const identity = await this.#db.client.identity.findUnique({ where });
    if (!identity) return;
    const customerId = await rootOf(this.#db.client, identity.customerId);
    await this.#sendTo(customerId, Prisma.sql`t.channel = ${channel} AND t."userId" = ${account}`);
  }

  async #sendTo(customerId: string, which: Prisma.Sql): Promise<WritableChannel | undefined> {
    const fresh = new Date(this.#clock.now().getTime() + (MINUTES - AGAIN_MINUTES) * 60_000);
    return this.#db.transaction(async (client) => {
      const [talk] = await client.$queryRaw<{ id: string; channel: WritableChannel }[]>(Prisma.sql`
        SELECT t.id, t.channel FROM "Conversation" t
          JOIN "Identity" i ON i.channel = t.channel AND i."externalId" = t."userId" AND i."customerId" = ${customerId}::uuid
         WHERE t.channel IN ('mail', 'smsgateway') AND t."erasedAt" IS NULL AND ${which}
         ORDER BY t.channel, t."lastActivityAt" DESC LIMIT 1`);
      if (!talk) return undefined;
      // A code that was shown or sent a moment ago still holds: nobody's mailbox is filled.
      const recent = { customerId, conversationId: talk.id, usedAt: null, expiresAt: { gt: fresh } };
      if ((await client.joinCode.count({ where: recent })) === 0)
        await this.#messenger.send(talk.id, { kind: 'joinCode', ids: {} });
      return talk.channel;
    });
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
