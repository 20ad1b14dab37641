import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Request, Response, Server } from 'restify';

interface Page {
  type: string;
  body: Buffer;
  /** Made when it is first asked for. */
  brotli?: Buffer;
  etag: string;
  cache: string;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** Names with a content hash never change; everything else is asked for again each time. */
const immutable = 'public, max-age=31536000, immutable';
const revalidate = 'no-cache';

/** Addresses of the pages, and the file under web/dist that answers them. */
const addresses: [path: string, file: string][] = [
  ['/', 'chat/index.html'],
  ['/desk', 'desk/index.html'],
  ['/desk/worker.js', 'desk/worker.js'],
  ['/desk/*', 'desk/index.html'],
  ['/insights', 'insights/index.html'],
  ['/insights/*', 'insights/index.html'],
  ['/s/*', 'survey/index.html'],
  ['/me/*', 'record/index.html'],
  ['/launcher.js', 'launcher.js'],
  ['/demo-shop', 'demoShop/index.html'],
];

/** Serves the built pages from memory, compressed. `folder` is web/dist. */
export function mountPages(server: Server, folder: string): void {
  const files = load(folder);
  for (const [address, file] of addresses) {
    const page = files.get(file);
    if (!page) continue;
    server.get(address, answer(page));
    server.head(address, answer(page));
  }
  server.get('/assets/*', async (request: Request, response: Response) => {
    const page = files.get(request.path().slice(1));
    if (page) send(page, request, response);
    else response.send(404, { title: 'Not found' });
  });
}

const answer = (page: Page) => async (request: Request, response: Response) => send(page, request, response);

function load(folder: string): Map<string, Page> {
  const files = new Map<string, Page>();
  const walk = (inside: string) => {
    for (const entry of readdirSync(path.join(folder, inside), { withFileTypes: true })) {
      const name = path.posix.join(inside, entry.name);
      if (entry.isDirectory()) walk(name);
      else if (types[path.extname(name)] && !entry.name.startsWith('.')) files.set(name, read(folder, name));
    }
  };
  if (existsSync(folder)) walk('');
  return files;
}

function read(folder: string, name: string): Page {
  const body = readFileSync(path.join(folder, name));
  return {
    type: types[path.extname(name)]!,
    body,
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    cache: name.startsWith('assets/') ? immutable : revalidate,
  };
}

function send(page: Page, request: Request, response: Response): void {
  const headers: Record<string, string> = {
    'Content-Type': page.type,
    'Cache-Control': page.cache,
    ETag: page.etag,
    Vary: 'Accept-Encoding',
  };
  if (request.header('if-none-match') === page.etag) {
    response.writeHead(304, headers);
    response.end();
    return;
  }
  const compressed = /\bbr\b/.test(request.header('accept-encoding') ?? '') && !page.type.startsWith('image/png');
  if (compressed) {
    page.brotli ??= brotliCompressSync(page.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
    headers['Content-Encoding'] = 'br';
  }
  const body = compressed ? page.brotli! : page.body;
  response.writeHead(200, { ...headers, 'Content-Length': String(body.length) });
  response.end(request.method === 'HEAD' ? undefined : body);
}
