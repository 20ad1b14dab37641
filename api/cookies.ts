import type { Request, Response } from 'restify';

const SESSION = 'zhiyin_session';

/** The session token that a browser sends; null if there is none. */
export function sessionTokenOf(request: Request): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === SESSION && value) return value;
  }
  return null;
}

/** Gives the browser its session; scripts can not read it, other sites' forms do not send it. */
export function setSession(response: Response, request: Request, token: string, expiresAt: Date): void {
  response.setHeader('Set-Cookie', `${SESSION}=${token}; Expires=${expiresAt.toUTCString()}${attributes(request)}`);
}

export function clearSession(response: Response, request: Request): void {
  response.setHeader('Set-Cookie', `${SESSION}=; Max-Age=0${attributes(request)}`);
}

/** `Secure` would lose the cookie on a plain http address; behind https it is always there. */
function attributes(request: Request): string {
  const proxied = request.headers['x-forwarded-proto'];
  const secure =
    request.isSecure() || (Array.isArray(proxied) ? proxied[0] : proxied)?.split(',')[0]?.trim() === 'https';
  return `; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}
