import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The policy under which the pages must work: no inline script, nothing from elsewhere. */
export const contentSecurityPolicy = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "style-src 'self' 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'none'",
].join('; ');

/** Serves a built page, or one of its files. */
export async function serveStatic(folder: string, pathname: string, response: ServerResponse): Promise<void> {
  const path = pathname === '/' ? '/chat/index.html' : normalize(pathname);
  try {
    const content = await readFile(join(folder, path));
    const type = types[extname(path)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'content-security-policy': contentSecurityPolicy }).end(content);
  } catch {
    response.writeHead(404).end();
  }
}
