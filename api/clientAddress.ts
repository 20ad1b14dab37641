import type { IncomingMessage } from 'node:http';

const loopback = /^(?:::1|(?:::ffff:)?127\.)/;

/** Where a request comes from. A proxy on this machine is believed when it says for whom it asks. */
export function clientAddress(request: IncomingMessage): string {
  const peer = request.socket.remoteAddress ?? 'unknown';
  const forwarded = request.headers['x-forwarded-for'];
  if (!loopback.test(peer) || !forwarded) return peer;
  return String(forwarded).split(',').at(-1)?.trim() || peer;
}
