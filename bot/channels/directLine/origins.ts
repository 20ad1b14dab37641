import type { Next, Request, Response } from 'restify';
import { ROOT } from './http.ts';

/**
 * Lets pages of every origin call Direct Line (CORS), on refusals too: a browser hides a refusal without these headers,
 * and the client would take it for a lost network and try again for a quarter of an hour. What a page may do is said by
 * its token, never by a cookie.
 */
export function allowAllOrigins(request: Request, response: Response, next: Next): void {
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  if (path !== ROOT && !path.startsWith(`${ROOT}/`)) {
    next();
    return;
  }
  const origin = request.headers.origin;
  if (path === `${ROOT}/session/getsessionid` && origin) {
    // The client asks this one withCredentials, where "*" does not count.
    response.setHeader('Access-Control-Allow-Origin', origin);
    response.setHeader('Access-Control-Allow-Credentials', 'true');
    response.setHeader('Vary', 'Origin');
  } else {
    response.setHeader('Access-Control-Allow-Origin', '*');
  }
  response.setHeader('Access-Control-Allow-Methods', 'GET,POST,PUT,DELETE,OPTIONS');
  response.setHeader('Access-Control-Allow-Headers', 'authorization, content-type, x-ms-bot-agent, x-requested-with');
  response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
  response.setHeader('Access-Control-Max-Age', '86400');
  if (request.method !== 'OPTIONS') {
    next();
    return;
  }
  response.writeHead(204);
  response.end();
  next(false);
}
