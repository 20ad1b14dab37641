import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/*
 * Standard Webhooks (github.com/standard-webhooks/standard-webhooks): the headers webhook-id, webhook-timestamp (seconds) and
 * webhook-signature, which is one or more of `v1,` and base64(HMAC-SHA256(key, "id.timestamp.body")), separated by spaces.
 */

/** Older or newer than this is no message of now, in seconds (the specification's own libraries take five minutes). */
const toleranceSeconds = 300;

/** One signature. */
export function webhookSignature(key: Buffer, id: string, timestamp: number, body: string | Buffer): string {
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64')}`;
}

/** The headers of a signed post, signed with each key (two while one follows the other); `now` in ms. */
export function signedHeaders(
  keys: Buffer | readonly Buffer[],
  id: string,
  now: number,
  body: string | Buffer,
): Record<string, string> {
  const timestamp = Math.floor(now / 1000);
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': [keys]
      .flat()
      .map((key) => webhookSignature(key, id, timestamp, body))
      .join(' '),
  };
}

/** The id of a post that one of the keys signed a short while ago; undefined: it is not from whom it should be. */
export function signedId(
  keys: readonly Buffer[],
  headers: IncomingHttpHeaders,
  body: string | Buffer,
  now: number,
): string | undefined {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': given } = headers;
  if (typeof id !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(id)) return undefined;
  if (typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp) || typeof given !== 'string') return undefined;
  if (Math.abs(now / 1000 - Number(timestamp)) > toleranceSeconds) return undefined;
  const wanted = keys.map((key) => Buffer.from(webhookSignature(key, id, Number(timestamp), body)));
  const signatures = given
    .split(' ')
    .slice(0, 10)
    .map((signature) => Buffer.from(signature));
  // All are compared, so that the time does not tell which key or how much of it was right.
  const matches = signatures.flatMap((signature) =>
    wanted.map((right) => signature.length === right.length && timingSafeEqual(signature, right)),
  );
  return matches.includes(true) ? id : undefined;
}
