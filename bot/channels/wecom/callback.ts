import { aesKeyOf, decrypt, isSigned, NotDecrypted } from '../tencent/crypto.ts';
import { NotFromPlatform } from '../tencent/forged.ts';
import { NotXml, readXml, type XmlFields } from '../tencent/xml.ts';
import type { WecomCallbackSettings } from './settings.ts';

/** How old a push may be; repeats come within seconds, with the time of the first. Not WeCom's rule but ours. */
const freshMs = 10 * 60_000;

const envelope =
  /^\s*<xml>(?:\s*<(ToUserName|AgentID|Encrypt)>(?:<!\[CDATA\[([\w+/=-]*)\]\]>|([\w+/=-]*))<\/\1>){2,3}\s*<\/xml>\s*$/;
const part = /<(ToUserName|AgentID|Encrypt)>(?:<!\[CDATA\[)?([\w+/=-]*)/g;

/**
 * Callbacks of WeCom (developer.work.weixin.qq.com/document/path/90238): always encrypted, also the echo that proves the address.
 * The envelope is read letter by letter, since only the ciphertext in it is signed.
 */
export class WecomCallback {
  readonly #settings: WecomCallbackSettings;
  readonly #keys: Buffer[];
  readonly #now: () => number;

  constructor(settings: WecomCallbackSettings, now: () => number) {
    this.#settings = settings;
    this.#keys = settings.encodingAesKeys.map(aesKeyOf);
    this.#now = now;
  }

  /** The answer to the check of the address. Throws NotFromPlatform. */
  echo(query: URLSearchParams): string {
    return this.#read(query, query.get('echostr') ?? undefined);
  }

  /** The fields of a push. Throws NotFromPlatform, whatever is wrong. */
  open(query: URLSearchParams, body: string): XmlFields {
    if (!envelope.test(body)) throw new NotFromPlatform();
    const parts = [...body.matchAll(part)].map(([, name, value]) => [name, value] as const);
    const outer = new Map(parts);
    if (outer.size !== parts.length || outer.get('ToUserName') !== this.#settings.corpId) throw new NotFromPlatform();
    try {
      return readXml(this.#read(query, outer.get('Encrypt')));
    } catch (fault) {
      if (fault instanceof NotXml) throw new NotFromPlatform();
      throw fault;
    }
  }

  #read(query: URLSearchParams, encrypted: string | undefined): string {
    const [signature, timestamp, nonce] = ['msg_signature', 'timestamp', 'nonce'].map((name) => query.get(name) ?? '');
    const age = this.#now() - Number(timestamp) * 1000;
    if (!encrypted || !/^\d{1,12}$/.test(timestamp!) || !nonce || Math.abs(age) > freshMs) throw new NotFromPlatform();
    if (!isSigned(signature!, [this.#settings.token, timestamp!, nonce, encrypted])) throw new NotFromPlatform();
    for (const key of this.#keys) {
      try {
        return decrypt(key, this.#settings.corpId, encrypted);
      } catch (fault) {
        if (!(fault instanceof NotDecrypted)) throw fault;
      }
    }
    throw new NotFromPlatform();
  }
}
