import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Database } from '#prisma/client.ts';
import { keptKey } from '../keptKey.ts';

/** Sealed with a key that this house does not have (any more): it must be written down anew. */
export class SecretUnreadable extends Error {
  override name = 'SecretUnreadable';

  constructor() {
    super('This was sealed with another key: set SECRETS_KEY as it was, or enter it again.');
  }
}

interface Key {
  /** Tells keys apart; says nothing of them. */
  id: string;
  bytes: Buffer;
}

const PREFIX = 'sealed:1:';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals what is secret before it is stored (AES-256-GCM, NIST SP 800-38D), by a key from the environment where one is set,
 * else by one derived from a key of the database: that guards a copied table, not a copied database. `about` names the
 * place, so that what is sealed for one can not be put into another. What was stored in the clear before is read as it is.
 */
export class Secrets {
  readonly #db: Database;
  readonly #own: Key | null;
  #kept: Promise<Key> | undefined;

  /** `key`: the words of SECRETS_KEY. */
  constructor(db: Database, key: string | undefined) {
    this.#db = db;
    this.#own = key ? keyOf(Buffer.from(key, 'utf8')) : null;
  }

  /** Not inside a transaction: the database's own key is made when it is first needed. */
  async seal(text: string, about: string): Promise<string> {
    const key = await this.#present();
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key.bytes, iv).setAAD(Buffer.from(about));
    const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${PREFIX}${key.id}:${sealed.toString('base64url')}`;
  }

  /** Throws SecretUnreadable. */
  async open(stored: string, about: string): Promise<string> {
    if (!stored.startsWith(PREFIX)) return stored;
    const [id, text = ''] = stored.slice(PREFIX.length).split(':');
    const key = this.#own && this.#own.id === id ? this.#own : await this.#fromDatabase();
    const sealed = Buffer.from(text, 'base64url');
    if (key.id !== id || sealed.length < IV_BYTES + TAG_BYTES) throw new SecretUnreadable();
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, sealed.subarray(0, IV_BYTES))
      .setAAD(Buffer.from(about))
      .setAuthTag(sealed.subarray(-TAG_BYTES));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]).toString('utf8');
    } catch {
      throw new SecretUnreadable();
    }
  }

  /**
   * Keyed hashes (HMAC-SHA-256) for values that are compared and never read: as the present key makes them, then as the database's
   * own did before SECRETS_KEY was set. Not inside a transaction.
   */
  async hashers(about: string): Promise<((text: string) => string)[]> {
    const keys = this.#own ? [this.#own, await this.#fromDatabase()] : [await this.#fromDatabase()];
    return keys.map(
      ({ id, bytes }) =>
        (text) =>
          `${id}:${createHmac('sha256', bytes).update(`${about}\n${text}`).digest('base64url')}`,
    );
  }

  /** Whether it is sealed with the key that is used now. */
  async isPresent(stored: string): Promise<boolean> {
    return stored.startsWith(`${PREFIX}${(await this.#present()).id}:`);
  }

  async #present(): Promise<Key> {
    return this.#own ?? this.#fromDatabase();
  }

  #fromDatabase(): Promise<Key> {
    this.#kept ??= keptKey(this.#db, 'secretsKey').then(keyOf);
    return this.#kept;
  }
}

/** RFC 5869, so that neither a short text nor the stored bytes are the key themselves. */
function keyOf(material: Buffer): Key {
  const bytes = Buffer.from(hkdfSync('sha256', material, 'zhiyin', 'secrets at rest', 32));
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes };
}
