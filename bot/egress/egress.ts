import { lookup as systemLookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { type BlockList, isIP, type LookupFunction } from 'node:net';
import { promisify } from 'node:util';
import { AddressRefused, type Egress } from '#crm/egress.ts';
import { isReachable } from './addresses.ts';

/** What a service answered. `body` is the beginning of it. */
export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
}

/** What a service answered, whole. */
export interface Fetched {
  status: number;
  headers: http.IncomingHttpHeaders;
  bytes: Buffer;
}

/** The service sends more than is wanted. */
export class AnswerTooLarge extends Error {
  override name = 'AnswerTooLarge';
}

/** Sends where it is allowed to. */
export interface GuardedEgress extends Egress {
  /**
   * Posts to an address that may be one of the shop's own choosing: to the very address that was judged (a name that changes
   * its mind in between gains nothing), following no redirect. Throws AddressRefused; other faults: it did not answer.
   */
  post(url: string, body: string | Buffer, headers: Record<string, string>): Promise<Answer>;
  /** As `post`, with PUT, in a minute. */
  put(url: string, body: Buffer, headers: Record<string, string>): Promise<Answer>;
  /**
   * Fetches what may be `largest` bytes long, in a minute. Redirects are judged like the address itself, three at most; headers go to the
   * first address alone. Throws AddressRefused, AnswerTooLarge.
   */
  get(url: string, options: { headers?: Record<string, string>; largest: number }): Promise<Fetched>;
}

export interface EgressOptions {
  /** Private networks that may be sent to; there also without https. */
  allowed: BlockList;
  timeoutMs?: number;
  /** How names are looked up; a test brings its own. */
  lookup?: typeof systemLookup;
}

const answerBytes = 64 * 1024;
const fileTimeoutMs = 60_000;
const mostRedirects = 3;

/** See GuardedEgress. */
export function createEgress({ allowed, timeoutMs = 10_000, lookup = systemLookup }: EgressOptions): GuardedEgress {
  /** Looks a name up and lets the connection have only addresses that may be reached. */
  const guardedLookup: LookupFunction = (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (fault, found) => {
      if (fault) return callback(fault, []);
      const addresses = found.filter(({ address }) => isReachable(address, allowed));
      // One private address among public ones is no accident either.
      if (addresses.length < found.length || addresses.length === 0) return callback(refusal(hostname), []);
      if (options.all) return callback(null, addresses);
      return callback(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
  const resolve = promisify((host: string, done: (fault: Error | null) => void) =>
    guardedLookup(host, { all: true }, (fault) => done(fault)),
  );

  async function check(text: string): Promise<void> {
    const url = readUrl(text);
    const host = hostOf(url);
    const literal = isIP(host) !== 0;
    if (literal && !isReachable(host, allowed)) throw refusal(host);
    if (url.protocol === 'http:' && !(literal && allowed.check(host, isIP(host) === 6 ? 'ipv6' : 'ipv4')))
      throw new AddressRefused('Use an address that begins with https://.');
    if (literal) return;
    await resolve(host).catch((fault: NodeJS.ErrnoException) => {
      throw fault instanceof AddressRefused
        ? fault
        : new AddressRefused(`The name "${host}" is not known (${fault.code}).`);
    });
  }

  /** The address, once it may be connected to. */
  async function judged(text: string): Promise<URL> {
    const url = readUrl(text);
    if (isIP(hostOf(url)) !== 0) await check(text);
    else if (url.protocol !== 'https:') throw new AddressRefused('Use an address that begins with https://.');
    return url;
  }

  async function write(method: 'POST' | 'PUT', text: string, body: string | Buffer, headers: Record<string, string>) {
    const whole = { ...headers, 'Content-Length': String(Buffer.byteLength(body)) };
    const limitMs = method === 'PUT' ? Math.max(fileTimeoutMs, timeoutMs) : timeoutMs;
    const options = { method, headers: whole, lookup: guardedLookup, timeoutMs: limitMs };
    const { bytes, ...answer } = await send(await judged(text), options, { body, largest: answerBytes });
    return { ...answer, body: bytes.toString('utf8', 0, answerBytes) };
  }

  return {
    check,
    post: (text, body, headers) => write('POST', text, body, headers),
    put: (text, body, headers) => write('PUT', text, body, headers),
    async get(text, { headers = {}, largest }) {
      let url = await judged(text);
      for (let redirects = 0; ; redirects++) {
        const options = { method: 'GET', headers: redirects === 0 ? headers : {}, lookup: guardedLookup };
        const answer = await send(url, { ...options, timeoutMs: fileTimeoutMs }, { largest });
        const { location } = answer.headers;
        const moved = answer.status >= 300 && answer.status < 400 && location;
        if (moved && redirects < mostRedirects) url = await judged(new URL(location, url).href);
        else if (answer.bytes.length > largest) throw new AnswerTooLarge(`More than ${largest} bytes.`);
        else return answer;
      }
    },
  };
}

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

function readUrl(text: string): URL {
  if (!URL.canParse(text)) throw new AddressRefused('This is no web address.');
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new AddressRefused('Use an address that begins with https://.');
  if (url.username || url.password) throw new AddressRefused('Leave user name and password out of the address.');
  return url;
}

const refusal = (host: string) =>
  new AddressRefused(`"${host}" is in a private network. An administrator can allow it (EGRESS_ALLOWED_NETWORKS).`);

/** One exchange; reading ends once the answer is larger than wanted. */
function send(
  url: URL,
  {
    timeoutMs,
    ...options
  }: { method: string; headers: Record<string, string>; lookup: LookupFunction; timeoutMs: number },
  { body, largest }: { body?: string | Buffer; largest: number },
): Promise<Fetched> {
  const { request: open } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    // No agent: a connection that was judged for one name is not used for another.
    const request = open(url, { ...options, agent: false, signal: AbortSignal.timeout(timeoutMs) });
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size > largest) response.destroy();
      });
      response.on('error', reject);
      response.on('close', () => {
        const { statusCode: status = 0, headers, complete } = response;
        if (!complete && size <= largest) reject(new Error('The answer broke off.'));
        else resolve({ status, headers, bytes: Buffer.concat(chunks) });
      });
    });
    request.end(body);
  });
}
