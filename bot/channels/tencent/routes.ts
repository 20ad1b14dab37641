import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Server } from 'restify';
import { bodyOf } from './body.ts';
import { NotFromPlatform } from './forged.ts';

/** What a callback answers; each throws NotFromPlatform for whatever is forged or broken. */
export interface CallbackRoutes {
  /** The check of the address. */
  echo(query: URLSearchParams): string;
  /** A push: answered with the text that it returns. */
  push(query: URLSearchParams, body: string): Promise<string>;
}

/** Adds the two routes of a callback. One answer for whatever is forged or broken, so that it tells nothing. */
export function mountCallback(server: Server, path: string, routes: CallbackRoutes, logger: Logger): void {
  const answering = (answer: (request: IncomingMessage, query: URLSearchParams) => Promise<string>) => {
    return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      try {
        const query = new URL(request.url ?? '', 'http://localhost').searchParams;
        reply(response, 200, await answer(request, query));
      } catch (fault) {
        const known = fault instanceof NotFromPlatform;
        if (!known) logger.error({ err: fault, path }, 'a push failed');
        request.resume();
        reply(response, known ? 401 : 500, '');
      }
    };
  };
  server.get(
    path,
    answering(async (_request, query) => routes.echo(query)),
  );
  server.post(
    path,
    answering(async (request, query) => routes.push(query, await bodyOf(request))),
  );
}

function reply(response: ServerResponse, status: number, body: string): void {
  const contentType = body.startsWith('<xml>') ? 'text/xml; charset=utf-8' : 'text/plain; charset=utf-8';
  response.writeHead(status, { 'Content-Type': contentType, 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}
