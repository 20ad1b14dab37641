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

/** Sends where it is allowed to. */
export interface GuardedEgress extends Egress {
  /**
   * Posts to an address that may be one of the shop's own choosing: to the very address that was judged (a name that changes
   * its mind in between gains nothing), following no redirect. Throws AddressRefused; other faults: it did not answer.
   */
  post(url: string, body: string | Buffer, headers: Record<string, string>): Promise<Answer>;
}

export interface EgressOptions {
  /** Private networks that may be sent to; there also without https. */
  allowed: BlockList;
  timeoutMs?: number;
  /** How names are looked up; a test brings its own. */
  lookup?: typeof systemLookup;
}

const answerBytes = 64 * 1024;

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

  return {
    check,
    async post(text, body, headers) {
      const url = readUrl(text);
      const host = hostOf(url);
      if (isIP(host) !== 0) await check(text);
      else if (url.protocol !== 'https:') throw new AddressRefused('Use an address that begins with https://.');
      return send(url, body, headers, { lookup: guardedLookup, timeoutMs });
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

function send(
  url: URL,
  body: string | Buffer,
  headers: Record<string, string>,
  { lookup, timeoutMs }: { lookup: LookupFunction; timeoutMs: number },
): Promise<Answer> {
  const { request: open } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const request = open(url, {
      method: 'POST',
      // No agent: a connection that was judged for one name is not used for another.
      agent: false,
      lookup,
      signal: AbortSignal.timeout(timeoutMs),
      headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
    });
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        if (size < answerBytes) chunks.push(chunk);
        size += chunk.length;
        if (size > answerBytes) response.destroy();
      });
      response.on('error', reject);
      response.on('close', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8', 0, answerBytes),
        }),
      );
    });
    request.end(body);
  });
}
