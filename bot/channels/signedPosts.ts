import type { IncomingMessage, ServerResponse } from 'node:http';
import { AddressRefused } from '#crm/egress.ts';
import { webhookKey } from '#crm/notifications/targetSecret.ts';
import type { Answer, GuardedEgress } from '../egress/egress.ts';
import { signedHeaders, signedId } from '../standardWebhooks.ts';
import { DeliveryDeferred, DeliveryRefused } from './channel.ts';
import { cleanJson } from './directLine/cleanJson.ts';

/** A post that is not taken; the server answers `status` with the message (problem+json). */
export class PostRefused extends Error {
  override name = 'PostRefused';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Settings of a channel that do not fit together; the message says what to do. */
export class SettingsWrong extends Error {
  override name = 'SettingsWrong';
}

/** The key of a secret in the environment. Throws SettingsWrong. */
export function keyOf(name: string, secret: string): Buffer {
  const key = webhookKey(secret);
  if (!key) throw new SettingsWrong(`${name} must be whsec_ and base64 of 24 to 64 bytes.`);
  return key;
}

/** A signed post that came in: its id, the same for every repeat, and its body. */
export interface SignedPost {
  id: string;
  body: Buffer;
}

/** Reads a post of at most `limit` bytes and looks who signed it. Throws PostRefused. */
export async function openPost(
  request: IncomingMessage,
  { keys, now, limit }: { keys: readonly Buffer[]; now: number; limit: number },
): Promise<SignedPost> {
  const tooLarge = () => new PostRefused(413, `The request may have ${limit} bytes.`);
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  const id = signedId(keys, request.headers, body, now);
  if (!id)
    throw new PostRefused(
      401,
      'The signature, its time, or the headers webhook-id, -timestamp, -signature are not right.',
    );
  return { id, body };
}

/** The JSON of a post, without signs that no database keeps. Throws PostRefused. */
export function jsonOf({ body }: SignedPost): unknown {
  try {
    return cleanJson(JSON.parse(body.toString('utf8')));
  } catch {
    throw new PostRefused(400, 'The body is not JSON, or lies too deep.');
  }
}

/** Answers a post with JSON. */
export function answerPost(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) });
  response.end(text);
}

/**
 * Posts something signed. The id is the same at every attempt, so a receiver that keeps ids shows nothing twice, and whatever
 * is unclear may be tried again.
 * @throws DeliveryRefused, DeliveryDeferred.
 */
export async function postSigned(
  egress: GuardedEgress,
  { url, key }: { url: string; key: Buffer },
  { id, now, body }: { id: string; now: number; body: object },
): Promise<Answer> {
  const text = JSON.stringify(body);
  let answer: Answer;
  try {
    const headers = { 'Content-Type': 'application/json', ...signedHeaders(key, id, now, text) };
    answer = await egress.post(url, text, headers);
  } catch (fault) {
    const retryAfterMs = fault instanceof AddressRefused ? 300_000 : undefined;
    throw new DeliveryDeferred(`${url} did not answer: ${(fault as Error).message}`, { cause: fault, retryAfterMs });
  }
  const { status, headers } = answer;
  if (status >= 200 && status < 300) return answer;
  const said = `${url} answered ${status}: ${answer.body.trim().slice(0, 200)}`;
  const later = status >= 500 || [401, 403, 404, 408, 425, 429].includes(status);
  if (!later) throw new DeliveryRefused(said);
  const seconds = Number(headers['retry-after'] ?? Number.NaN);
  const asked = Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), 3600) * 1000 : undefined;
  throw new DeliveryDeferred(said, { retryAfterMs: asked });
}
