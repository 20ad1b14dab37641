import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';

/** A browser's keys (Push API), as bytes: its public key on P-256, uncompressed, and 16 secret bytes. */
export interface ReceiverKeys {
  p256dh: Buffer;
  auth: Buffer;
}

const RECORD = 4096;

/**
 * A message for one browser (RFC 8291 over the content coding aes128gcm of RFC 8188): salt | record size | our public key |
 * ciphertext, in one record. `sender` and `salt` are fresh each time; only the RFC's own example brings its own.
 */
export function encryptPush(
  message: Buffer,
  receiver: ReceiverKeys,
  sender: Buffer = randomBytes(32),
  salt: Buffer = randomBytes(16),
): Buffer {
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(sender);
  const ours = ecdh.getPublicKey();
  const shared = ecdh.computeSecret(receiver.p256dh);
  const derive = (key: Buffer, with_: Buffer, info: Buffer | string, length: number) =>
    Buffer.from(hkdfSync('sha256', key, with_, info, length));
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), receiver.p256dh, ours]);
  const key = derive(shared, receiver.auth, info, 32);
  const cipher = createCipheriv(
    'aes-128-gcm',
    derive(key, salt, 'Content-Encoding: aes128gcm\0', 16),
    derive(key, salt, 'Content-Encoding: nonce\0', 12),
  );
  // The delimiter 2 says that this is the last record; nothing pads it.
  const sealed = Buffer.concat([
    cipher.update(Buffer.concat([message, Buffer.from([2])])),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(RECORD);
  head[4] = ours.length;
  return Buffer.concat([salt, head, ours, sealed]);
}
