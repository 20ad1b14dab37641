import type { Request } from 'restify';
import { Unauthenticated } from '#crm/errors.ts';
import type { Services } from '#crm/services.ts';
import { sessionTokenOf } from './cookies.ts';
import { CrossSite } from './problem.ts';
import type { Caller } from './roles.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Who calls: by key where there is one, else by session cookie; null: nobody. Throws Unauthenticated for a key that is not
 * good, CrossSite for a write that a page of another site sent with our cookie.
 */
export async function callerOf(
  request: Request,
  services: Services,
  publicUrl: string | undefined,
): Promise<Caller | null> {
  const [scheme, key] = (request.headers.authorization ?? '').split(' ');
  if (key && scheme?.toLowerCase() === 'bearer') {
    const known = await services.apiKeys.authenticate(key);
    if (!known) throw new Unauthenticated('This key is unknown or was revoked.', 'keyInvalid');
    return { role: known.role, staff: null };
  }
  const token = sessionTokenOf(request);
  if (!token) return null;
  const member = await services.staff.sessionOf(token);
  if (!member) return null;
  if (!safeMethods.has(request.method ?? '') && !isOurs(request, publicUrl)) throw new CrossSite();
  return { role: member.role, staff: member };
}

/** Refuses what a browser says comes from another site; for requests that need no cookie. Throws CrossSite. */
export function refuseOtherSites(request: Request, publicUrl: string | undefined): void {
  const saysWhere = request.headers['sec-fetch-site'] ?? request.headers.origin;
  if (saysWhere !== undefined && !isOurs(request, publicUrl)) throw new CrossSite();
}

/**
 * Whether a request with our cookie comes from our own pages (OWASP, Cross-Site Request Forgery Prevention): browsers say so
 * in Sec-Fetch-Site or Origin; others can only have set X-Requested-With themselves.
 */
function isOurs(request: Request, publicUrl: string | undefined): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = request.headers;
  if (origin === undefined) return request.headers['x-requested-with'] !== undefined;
  const forwarded = request.headers['x-forwarded-host'];
  const hosts = [request.headers.host, Array.isArray(forwarded) ? forwarded[0] : forwarded, hostOf(publicUrl)];
  return hosts.includes(hostOf(origin) ?? '');
}

function hostOf(url: string | undefined): string | undefined {
  return url && URL.canParse(url) ? new URL(url).host : undefined;
}
