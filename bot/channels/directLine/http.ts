import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { ContentTooLarge, DirectLineError, MalformedRequest, UnsupportedMedia } from './errors.ts';

/** The path under which everything of Direct Line lies. */
export const ROOT = '/v3/directline';
/** The largest JSON body, in bytes. */
export const MAX_JSON = 256 * 1024;

/** A request of restify, as far as the protocol cares. */
export type Request = IncomingMessage & { params?: Record<string, string> };
/** What an endpoint answers: a JSON body, or nothing when it has answered itself. */
export type Answer = { status: number; body: unknown } | undefined;

/** Runs an endpoint: its answer as JSON, its refusal as Direct Line's error, anything else as 500 and into the log. */
export function answering(endpoint: (request: Request, response: ServerResponse) => Promise<Answer>, logger: Logger) {
  return async (request: Request, response: ServerResponse): Promise<void> => {
    try {
      const answer = await endpoint(request, response);
      if (answer) sendJson(response, answer.status, answer.body);
    } catch (error) {
      if (!(error instanceof DirectLineError)) logger.error({ err: error, url: pathOf(request) }, 'direct line failed');
      if (response.headersSent) {
        response.destroy();
        return;
      }
      // The rest is read away, so that a client that is still sending hears the refusal and not a broken line.
      request.resume();
      const refusal = refusalOf(error);
      if (refusal.status === 429) response.setHeader('Retry-After', '5');
      sendJson(response, refusal.status, bodyOf(refusal));
    }
  };
}

/** The refusal that a client is told of for whatever was thrown. */
export function refusalOf(error: unknown): DirectLineError {
  if (error instanceof DirectLineError) return error;
  return new DirectLineError(500, 'ServiceError', 'Something went wrong here. Nothing was stored; please try again.');
}

/** Direct Line's shape of an error. */
export function bodyOf(refusal: DirectLineError): object {
  return { error: { code: refusal.code, message: refusal.message } };
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
  });
  response.end(text);
}

/**
 * The JSON body, at most `limit` bytes; `{}` when there is none.
 * @throws MalformedRequest, ContentTooLarge, UnsupportedMedia.
 */
export async function readJson(request: IncomingMessage, limit = MAX_JSON): Promise<unknown> {
  if (request.headers['content-encoding']) throw new UnsupportedMedia('Send the JSON uncompressed.');
  const tooLarge = () => new ContentTooLarge(`The request may have ${limit} bytes.`);
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge();
  if (request.destroyed) throw new MalformedRequest('The request broke off.');
  const chunks: Buffer[] = [];
  let size = 0;
  await new Promise<void>((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) reject(tooLarge());
      else chunks.push(chunk);
    });
    request.once('end', resolve);
    request.once('close', () => request.complete || reject(new MalformedRequest('The request broke off.')));
  });
  return parseJson(Buffer.concat(chunks).toString('utf8'));
}

/** Parsed JSON; `{}` for nothing. @throws MalformedRequest. */
export function parseJson(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new MalformedRequest('The body is not JSON.');
  }
}

/** The path without the query, as a log may show it: queries carry tickets. */
export function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/';
}

/** A parameter of the query; '' when absent. */
export function queryOf(request: IncomingMessage, name: string): string {
  const query = (request.url ?? '').split('?').slice(1).join('?');
  return new URLSearchParams(query).get(name) ?? '';
}

/**
 * The sequence number that a client has seen; empty or absent is 0: everything.
 * @throws MalformedRequest for what we never gave out.
 */
export function watermarkOf(request: IncomingMessage): number {
  const given = queryOf(request, 'watermark');
  if (!/^\d{0,9}$/.test(given)) throw new MalformedRequest('watermark: leave it empty, or send the last one you got.');
  return Number(given);
}

/** The address under which the customer's browser reaches us, without a slash at the end: PUBLIC_URL, or what the proxy says. */
export function baseUrl(request: IncomingMessage, publicUrl: string | undefined): string {
  if (publicUrl) return publicUrl.replace(/\/+$/, '');
  const forwarded = String(request.headers['x-forwarded-proto'] ?? '')
    .split(',')[0]
    ?.trim();
  const secure = forwarded ? /^(?:https|wss)$/i.test(forwarded) : 'encrypted' in request.socket;
  const host = request.headers.host ?? '';
  return `${secure ? 'https' : 'http'}://${/^[\w.:[\]-]+$/.test(host) ? host : 'localhost'}`;
}

/** Compares two secrets in a time that does not tell where they differ. */
export function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
