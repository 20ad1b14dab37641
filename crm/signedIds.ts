import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Database } from '#prisma/client.ts';
import { keptKey } from './keptKey.ts';

const ID_BYTES = 16;
const MAC_BYTES = 18;

/** Ids with a mac over them, for links: nobody can make one, and what is stored is no secret. `key` names the kept key, `purpose` what they are for. */
export class SignedIds {
  readonly #db: Database;
  readonly #name: string;
  readonly #purpose: string;
  #key: Promise<Buffer> | undefined;

  constructor(db: Database, key: string, purpose: string) {
    this.#db = db;
    this.#name = key;
    this.#purpose = purpose;
  }

  async tokenOf(id: string): Promise<string> {
    const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
    return Buffer.concat([bytes, await this.#mac(bytes)]).toString('base64url');
  }

  /** The id in a token; null for one that we did not make. */
  async idIn(token: string): Promise<string | null> {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== ID_BYTES + MAC_BYTES || bytes.toString('base64url') !== token) return null;
    const id = bytes.subarray(0, ID_BYTES);
    if (!timingSafeEqual(bytes.subarray(ID_BYTES), await this.#mac(id))) return null;
    return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  async #mac(id: Buffer): Promise<Buffer> {
    this.#key ??= keptKey(this.#db, this.#name);
    return createHmac('sha256', await this.#key)
      .update(`${this.#purpose}\n`)
      .update(id)
      .digest()
      .subarray(0, MAC_BYTES);
  }
}
