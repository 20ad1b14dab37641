import { createECDH } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import { keptKey } from '#crm/keptKey.ts';
import type { Database } from '#prisma/client.ts';

/** How push services know us (RFC 8292). */
export interface Vapid {
  /** What the browser is given when it subscribes: the public key, base64url. */
  publicKey: string;
  /** The Authorization header for a push service, good for twelve hours. */
  authorization(endpoint: string, now: Date): Promise<string>;
}

/** The house's key pair: made when it is first needed, kept in the database. `subject`: where the service may complain. */
export async function createVapid(db: Database, subject: string): Promise<Vapid> {
  const ecdh = createECDH('prime256v1');
  const secret = await keptKey(db, 'vapidKey');
  ecdh.setPrivateKey(secret);
  const point = ecdh.getPublicKey();
  const publicKey = point.toString('base64url');
  const key = await importJWK(
    {
      kty: 'EC',
      crv: 'P-256',
      d: secret.toString('base64url'),
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
    'ES256',
  );
  return {
    publicKey,
    async authorization(endpoint, now) {
      const token = await new SignJWT({ sub: subject })
        .setProtectedHeader({ typ: 'JWT', alg: 'ES256' })
        .setAudience(new URL(endpoint).origin)
        .setExpirationTime(Math.floor(now.getTime() / 1000) + 12 * 60 * 60)
        .sign(key);
      return `vapid t=${token}, k=${publicKey}`;
    },
  };
}
