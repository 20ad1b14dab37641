import type { IncomingMessage } from 'node:http';

/** Whether a host name or address means this machine itself. */
export function isLoopbackHost(host: string): boolean {
  const bare = host.toLowerCase().replace(/^\[|\]$/g, '');
  return bare === 'localhost' || bare === '::1' || /^(?:::ffff:)?127(?:\.\d{1,3}){3}$/.test(bare);
}

/**
 * Whether a request comes from a program on this machine: by its socket, and not for somebody else, as the headers of a
 * proxy or the host that a browser was lured to would tell.
 */
export function isFromHere(request: IncomingMessage): boolean {
  if (!isLoopbackHost(request.socket.remoteAddress ?? '')) return false;
  if (!isLoopbackHost(withoutPort(request.headers.host ?? ''))) return false;
  return [...forwardedFor(request)].every((address) => isLoopbackHost(withoutPort(address)));
}

/** Whom proxies say they speak for: X-Forwarded-For, X-Real-IP, Forwarded (RFC 7239). */
function* forwardedFor({ headers }: IncomingMessage): Iterable<string> {
  for (const name of ['x-forwarded-for', 'x-real-ip']) {
    const given = headers[name];
    if (given !== undefined) yield* String(given).split(',');
  }
  for (const [, address] of (headers.forwarded ?? '').matchAll(/for\s*=\s*("[^"]*"|[^;,\s]*)/gi)) {
    yield (address ?? '').replaceAll('"', '');
  }
}

const withoutPort = (host: string) => host.trim().replace(/(^[^:]*|\]):\d+$/, '$1');
