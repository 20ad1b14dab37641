import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A secret as Standard Webhooks writes it, and what is signed with it. */
export const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
export const otherSecret = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;

/** The signature by the book: base64 of HMAC-SHA256 over id.timestamp.body with the decoded secret. */
const sign = (text: string, by: string) =>
  `v1,${createHmac('sha256', Buffer.from(by.slice('whsec_'.length), 'base64'))
    .update(text)
    .digest('base64')}`;

/** The headers of a signed post; `at` in ms. */
export function signed(id: string, body: string | Buffer, at = Date.now(), by = secret): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000));
  const head = Buffer.from(`${id}.${timestamp}.`);
  const hmac = createHmac('sha256', Buffer.from(by.slice('whsec_'.length), 'base64'));
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${hmac.update(head).update(body).digest('base64')}`,
  };
}

/** A server that takes signed posts as the specification wants it: a wrong signature is refused, an id that came before is taken and ignored. */
export async function startReceiver(secretNow: () => string = () => secret) {
  // biome-ignore lint/suspicious/noExplicitAny: whatever is posted
  const posts: { id: string; body: any }[] = [];
  let statuses: number[] = [];
  const attempts: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const id = String(request.headers['webhook-id']);
      attempts.push(id);
      const timestamp = String(request.headers['webhook-timestamp']);
      const given = String(request.headers['webhook-signature']).split(' ');
      const right = given.includes(sign(`${id}.${timestamp}.${body}`, secretNow()));
      const status = right ? (statuses.shift() ?? 200) : 401;
      if (status < 300 && !posts.some((post) => post.id === id)) posts.push({ id, body: JSON.parse(body) });
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end('{}');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    posts,
    attempts,
    /** The statuses that the next posts are answered with. */
    answers: (...next: number[]) => {
      statuses = next;
    },
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
