import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * How Tencent's callbacks are signed and encrypted ("WXBizMsgCrypt"), the same for Official Accounts and WeCom:
 * developers.weixin.qq.com/doc/service/guide/dev/push/encryption.html. No type of any bot framework here.
 */

const BLOCK = 32;
const RANDOM = 16;
const LENGTH = 4;

/** The message is not for us, or not whole. Says no more, so that nobody can ask it questions. */
export class NotDecrypted extends Error {
  override name = 'NotDecrypted';
  constructor() {
    super('This message cannot be read with our key.');
  }
}

/** SHA-1 over the parts in byte order, as hex: of [token, timestamp, nonce], and of those with the ciphertext. */
export function signatureOf(parts: readonly string[]): string {
  return createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');
}

/** Whether a signature is that of the parts, in a time that tells nothing. */
export function isSigned(signature: string, parts: readonly string[]): boolean {
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(parts))];
  return given.length === right.length && timingSafeEqual(given, right);
}

/** The 32 bytes of a 43-character EncodingAESKey. Throws where it is none. */
export function aesKeyOf(encodingAesKey: string): Buffer {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  if (!/^[A-Za-z0-9+/]{43}$/.test(encodingAesKey) || key.length !== 32)
    throw new Error('An EncodingAESKey has 43 letters and figures.');
  return key;
}

/** random(16) | length of the message in bytes (4, big endian) | message | id of the account; padded to 32 bytes; AES-256-CBC. */
export function encrypt(key: Buffer, id: string, message: string, random: Buffer = randomBytes(RANDOM)): string {
  const text = Buffer.from(message);
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32BE(text.length);
  const plain = Buffer.concat([random, length, text, Buffer.from(id)]);
  const pad = BLOCK - (plain.length % BLOCK);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(Buffer.concat([plain, Buffer.alloc(pad, pad)])), cipher.final()]).toString(
    'base64',
  );
}

/** The message in a ciphertext for the account `id` (appid or corpid). Throws NotDecrypted. */
export function decrypt(key: Buffer, id: string, encrypted: string): string {
  const cipher = Buffer.from(encrypted, 'base64');
  if (cipher.length === 0 || cipher.length % 16 !== 0) throw new NotDecrypted();
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(cipher), decipher.final()]);
  const pad = padded[padded.length - 1]!;
  if (pad < 1 || pad > BLOCK || padded.length < pad + RANDOM + LENGTH) throw new NotDecrypted();
  if (!padded.subarray(-pad).every((byte) => byte === pad)) throw new NotDecrypted();
  const plain = padded.subarray(0, -pad);
  const end = RANDOM + LENGTH + plain.readUInt32BE(RANDOM);
  if (end > plain.length || plain.toString('utf8', end) !== id) throw new NotDecrypted();
  return plain.toString('utf8', RANDOM + LENGTH, end);
}
