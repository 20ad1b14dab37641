import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { jwtVerify } from 'jose';

/** A browser with a push service: it checks who sends (RFC 8292) and reads what only it can read (RFC 8291). */
export interface FakePush {
  /** As PushSubscription.toJSON() gives it. */
  subscription: { endpoint: string; keys: { p256dh: string; auth: string } };
  shown: { title: string; body: string; url: string; urgent: boolean }[];
  headers: http.IncomingHttpHeaders[];
  /** The browser's owner takes the permission back. */
  revoke(): void;
  close(): Promise<void>;
}

export async function startFakePush(applicationKey: string): Promise<FakePush> {
  const ecdh = createECDH('prime256v1');
  const p256dh = ecdh.generateKeys();
  const auth = randomBytes(16);
  const shown: FakePush['shown'] = [];
  const headers: http.IncomingHttpHeaders[] = [];
  let gone = false;
  let origin = '';

  async function take(request: http.IncomingMessage, body: Buffer): Promise<number> {
    if (gone) return 410;
    const [, token, key] = /^vapid t=([^,]+), k=(\S+)$/.exec(request.headers.authorization ?? '') ?? [];
    if (!token || key !== applicationKey) return 403;
    const point = Buffer.from(key, 'base64url');
    const jwk = {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    };
    try {
      const { payload } = await jwtVerify(token, createPublicKey({ key: jwk, format: 'jwk' }), {
        audience: origin,
        algorithms: ['ES256'],
        currentDate: new Date(Date.parse('2026-07-15T02:00:00Z')),
      });
      if (!/^(mailto:|https:)/.test(String(payload.sub))) return 403;
    } catch {
      return 403;
    }
    if (request.headers['content-encoding'] !== 'aes128gcm' || !request.headers.ttl) return 400;
    if (body.length > 4096) return 413;
    shown.push(JSON.parse(open(body)));
    headers.push(request.headers);
    return 201;
  }

  function open(body: Buffer): string {
    const salt = body.subarray(0, 16);
    const length = body[20]!;
    const theirs = body.subarray(21, 21 + length);
    const derive = (key: Buffer, salted: Buffer, info: Buffer | string, bytes: number) =>
      Buffer.from(hkdfSync('sha256', key, salted, info, bytes));
    const key = derive(
      ecdh.computeSecret(theirs),
      auth,
      Buffer.concat([Buffer.from('WebPush: info\0'), p256dh, theirs]),
      32,
    );
    const sealed = body.subarray(21 + length);
    const decipher = createDecipheriv(
      'aes-128-gcm',
      derive(key, salt, 'Content-Encoding: aes128gcm\0', 16),
      derive(key, salt, 'Content-Encoding: nonce\0', 12),
    );
    decipher.setAuthTag(sealed.subarray(-16));
    const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
    return plain.subarray(0, plain.lastIndexOf(2)).toString('utf8');
  }

  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      response.writeHead(await take(request, Buffer.concat(chunks)));
      response.end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    subscription: {
      endpoint: `${origin}/push/${randomBytes(8).toString('hex')}`,
      keys: { p256dh: p256dh.toString('base64url'), auth: auth.toString('base64url') },
    },
    shown,
    headers,
    revoke() {
      gone = true;
    },
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
