import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import type { Next, Request, Response, Server } from 'restify';
import restify from 'restify';

/** Takes a WebSocket upgrade if its path is one of its own; false: somebody else's. */
export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;

/** The policy of every page: our own scripts and styles only. Styles may be set by libraries (antd, ECharts). */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: https:",
  "connect-src 'self' ws: wss:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/** Pages that a shop's own site may show in a frame: the customer chat. Desk and insights never. */
const frameable = (path: string) => path === '/';

/** A restify server with the house's answers to faults and its headers. Routes are mounted by bot/app.ts. */
export function createServer(logger: Logger, upgrades: UpgradeHandler[]): Server {
  const server = restify.createServer({ name: 'zhiyin', log: logger as never });
  server.pre((request: Request, response: Response, next: Next) => {
    const ancestors = frameable(request.path()) ? '' : "; frame-ancestors 'none'";
    response.header('Content-Security-Policy', contentSecurityPolicy + ancestors);
    response.header('X-Content-Type-Options', 'nosniff');
    response.header('Referrer-Policy', 'same-origin');
    response.header('Cross-Origin-Opener-Policy', 'same-origin');
    next();
  });
  server.on('restifyError', (request: Request, response: Response, fault: Fault, done: () => void) => {
    answerFault(request, response, fault, logger);
    // By this mark restify knows that there is an answer; else it sends its own on top, and that throws.
    (response as Response & { _sent: boolean })._sent = true;
    done();
  });
  server.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    if (!upgrades.some((upgrade) => upgrade(request, socket, head))) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
    }
  });
  // Slow clients do not hold connections for ever; uploads have their own limits.
  server.server.requestTimeout = 120_000;
  server.server.headersTimeout = 20_000;
  // Longer than proxies and clients keep a connection, so that none sends on one that we are closing.
  server.server.keepAliveTimeout = 75_000;
  return server;
}

interface Fault extends Error {
  statusCode?: number;
  status?: number;
}

/** Every fault that no route has answered, as application/problem+json (RFC 9457). What is ours stays in the log. */
function answerFault(request: Request, response: Response, fault: Fault, logger: Logger): void {
  if (response.headersSent) return;
  // The rest is read away, so that a client that is still sending hears the refusal and not a broken line.
  request.resume();
  const status = fault.statusCode ?? fault.status ?? 500;
  if (status >= 500) logger.error({ err: fault, method: request.method, path: request.path() }, 'a request failed');
  const title = status >= 500 ? 'Something went wrong here; nothing was changed. Please try again.' : fault.message;
  response.writeHead(status, { 'Content-Type': 'application/problem+json; charset=utf-8' });
  response.end(JSON.stringify({ type: 'about:blank', title, status }));
}
