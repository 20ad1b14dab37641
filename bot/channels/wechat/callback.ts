import { randomBytes } from 'node:crypto';
import { aesKeyOf, decrypt, encrypt, isSigned, NotDecrypted, signatureOf } from '../tencent/crypto.ts';
import { NotFromPlatform } from '../tencent/forged.ts';
import { NotXml, readXml, textOf, type XmlFields } from '../tencent/xml.ts';
import type { Mode } from './settings.ts';

/** What the callback is proved by. */
export interface CallbackSettings {
  appId: string;
  token: string;
  mode: Mode;
  encodingAesKeys: readonly string[];
}

/** A push that is proved to come from WeChat, and how to answer it. */
export interface Push {
  fields: XmlFields;
  timestamp: string;
  nonce: string;
  /** An answer in XML, as it goes over the line: encrypted with the key that the push came with. */
  seal(xml: string): string;
}

/** How old a push may be; repeats come within seconds, with the time of the first. Not WeChat's rule but ours. */
const freshMs = 10 * 60_000;

/**
 * Official Account callbacks: developers.weixin.qq.com/doc/service/guide/dev/push/encryption.html. Where encryption is set up,
 * only what is encrypted and signed with it is read; the fields in the clear beside it (compatible mode) are not looked at.
 */
export class Callback {
  readonly #settings: CallbackSettings;
  readonly #keys: Buffer[];
  readonly #now: () => number;

  constructor(settings: CallbackSettings, now: () => number) {
    this.#settings = settings;
    this.#keys = settings.encodingAesKeys.map(aesKeyOf);
    this.#now = now;
  }

  /** The answer to the check of the address. Throws NotFromPlatform. */
  echo(query: URLSearchParams): string {
    const { timestamp, nonce } = this.#stamp(query);
    if (!isSigned(query.get('signature') ?? '', [this.#settings.token, timestamp, nonce])) throw new NotFromPlatform();
    return query.get('echostr') ?? '';
  }

  /** Opens a push. Throws NotFromPlatform, whatever is wrong. */
  open(query: URLSearchParams, body: string): Push {
    try {
      return this.#open(query, body);
    } catch (fault) {
      if (fault instanceof NotDecrypted || fault instanceof NotXml) throw new NotFromPlatform();
      throw fault;
    }
  }

  #open(query: URLSearchParams, body: string): Push {
    const { token, mode } = this.#settings;
    const stamp = this.#stamp(query);
    const encrypted = query.get('encrypt_type') === 'aes';
    if (!encrypted) {
      // Whoever strips the encryption must not be believed.
      if (mode === 'safe') throw new NotFromPlatform();
      if (!isSigned(query.get('signature') ?? '', [token, stamp.timestamp, stamp.nonce])) throw new NotFromPlatform();
      return { ...stamp, fields: readXml(body), seal: (xml) => xml };
    }
    if (this.#keys.length === 0) throw new NotFromPlatform();
    const { to, text } = mode === 'safe' ? envelopeOf(body) : lettered(readXml(body));
    if (!text) throw new NotFromPlatform();
    const signature = query.get('msg_signature') ?? '';
    if (!isSigned(signature, [token, stamp.timestamp, stamp.nonce, text])) throw new NotFromPlatform();
    const { key, xml } = this.#decrypt(text);
    const fields = readXml(xml);
    if (to !== textOf(fields, 'ToUserName')) throw new NotFromPlatform();
    return { ...stamp, fields, seal: (answer) => this.#seal(answer, key, stamp.nonce) };
  }

  #stamp(query: URLSearchParams) {
    const [timestamp, nonce] = [query.get('timestamp') ?? '', query.get('nonce') ?? ''];
    const age = this.#now() - Number(timestamp) * 1000;
    if (!/^\d{1,12}$/.test(timestamp) || !nonce || nonce.length > 128 || Math.abs(age) > freshMs)
      throw new NotFromPlatform();
    return { timestamp, nonce };
  }

  /** With the key of now, else with the one before. */
  #decrypt(text: string) {
    for (const key of this.#keys) {
      try {
        return { key, xml: decrypt(key, this.#settings.appId, text) };
      } catch (fault) {
        if (!(fault instanceof NotDecrypted)) throw fault;
      }
    }
    throw new NotFromPlatform();
  }

  #seal(xml: string, key: Buffer, nonce: string): string {
    const text = encrypt(key, this.#settings.appId, xml, randomBytes(16));
    const timestamp = String(Math.floor(this.#now() / 1000));
    const signature = signatureOf([this.#settings.token, timestamp, nonce, text]);
    return (
      `<xml><Encrypt><![CDATA[${text}]]></Encrypt><MsgSignature><![CDATA[${signature}]]></MsgSignature>` +
      `<TimeStamp>${timestamp}</TimeStamp><Nonce><![CDATA[${nonce.replaceAll(']]>', '')}]]></Nonce></xml>`
    );
  }
}

const envelope =
  /^\s*<xml>\s*<ToUserName>(?:<!\[CDATA\[([\w-]+)\]\]>|([\w-]+))<\/ToUserName>\s*<Encrypt>(?:<!\[CDATA\[([\w+/=]+)\]\]>|([\w+/=]+))<\/Encrypt>\s*<\/xml>\s*$/;

/** The envelope in safe mode, letter by letter: it is signed in its text alone, so that nothing else in it may vary. */
function envelopeOf(body: string): { to: string | undefined; text: string | undefined } {
  const [, to, bareTo, text, bareText] = envelope.exec(body) ?? [];
  return { to: to ?? bareTo, text: text ?? bareText };
}

/** In compatible mode the envelope holds the message in the clear, too; nobody reads it. */
const lettered = (outer: XmlFields) => ({ to: textOf(outer, 'ToUserName'), text: textOf(outer, 'Encrypt') });
