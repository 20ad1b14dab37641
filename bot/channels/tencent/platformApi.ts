import { AccessToken } from './accessToken.ts';
import { type Meanings, PlatformRefusal, PlatformSilent } from './refusals.ts';

/** A platform of Tencent as its server API is called. */
export interface Platform {
  apiUrl: string;
  /** What its error codes mean. */
  meanings: Meanings;
  /** How it gives out its token: the call. `force`: another one than it gave out last. */
  token(force: boolean): { method: 'GET' | 'POST'; path: string; fields: Record<string, string | boolean> };
}

type Answer = Record<string, unknown>;

/** What kinds of files platforms know; Official Accounts have no others than the first three. */
export type FileKind = 'image' | 'voice' | 'video' | 'file';

/** A file as the platform hands it out. */
export interface PlatformFile {
  bytes: Buffer;
  contentType: string;
}

const timeoutMs = 10_000;
const headers = { 'Content-Type': 'application/json; charset=utf-8' };
/** The largest file that is fetched, in bytes; the platforms' own are 20 MB at most. */
const largestFile = 21 * 1024 * 1024;

/** The server API of a platform (an Official Account, WeCom), with its token. Faults name no address, because it holds the token. */
export class PlatformApi {
  readonly #platform: Platform;
  readonly #token: AccessToken;

  constructor(platform: Platform, now: () => number) {
    this.#platform = platform;
    this.#token = new AccessToken((force) => this.#issue(force), now);
  }

  /** Calls a path with a JSON body. Throws PlatformRefusal, PlatformSilent. */
  call(path: string, body: object): Promise<Answer> {
    return this.#withToken(path, async (url) => {
      // JSON.stringify writes no \u escapes for what people type: the platforms refuse them (40033).
      return jsonOf(await ask(path, url, { method: 'POST', headers, body: JSON.stringify(body) }));
    });
  }

  /** Asks for something. Throws PlatformRefusal, PlatformSilent. */
  get(path: string, query: Record<string, string> = {}): Promise<Answer> {
    return this.#withToken(path, async (url) => {
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      return jsonOf(await ask(path, url, {}));
    });
  }

  /** Leaves a file with the platform for three days; returns its media id. Throws PlatformRefusal, PlatformSilent. */
  async upload(type: FileKind, name: string, file: PlatformFile): Promise<string> {
    const path = '/cgi-bin/media/upload';
    const answer = await this.#withToken(path, async (url) => {
      url.searchParams.set('type', type);
      const form = new FormData();
      form.append('media', new Blob([new Uint8Array(file.bytes)], { type: file.contentType }), name);
      return jsonOf(await ask(path, url, { method: 'POST', body: form }));
    });
    return String(answer.media_id);
  }

  /** Fetches a file that a person sent. Throws PlatformRefusal, PlatformSilent. */
  async file(mediaId: string): Promise<PlatformFile> {
    const path = '/cgi-bin/media/get';
    let file: PlatformFile | undefined;
    await this.#withToken(path, async (url) => {
      url.searchParams.set('media_id', mediaId);
      const response = await ask(path, url, {});
      const contentType = (response.headers.get('content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase();
      // A fault comes as JSON, also where a file was asked for.
      if (/json|^text\/plain$/.test(contentType)) return jsonOf(response);
      file = { bytes: await bytesOf(path, response), contentType };
      return {};
    });
    if (!file) throw new PlatformSilent(`${path}: neither a file nor an error.`);
    return file;
  }

  async #withToken(path: string, call: (url: URL) => Promise<Answer>): Promise<Answer> {
    const token = await this.#token.value();
    const attempt = async (used: string) => {
      const url = new URL(path, this.#platform.apiUrl);
      url.searchParams.set('access_token', used);
      return this.#checked(path, await call(url));
    };
    try {
      return await attempt(token);
    } catch (fault) {
      if (!(fault instanceof PlatformRefusal) || fault.meaning !== 'token') throw fault;
      return attempt(await this.#token.after(token));
    }
  }

  /** The answer to a call that needs no token of the API. Throws PlatformRefusal, PlatformSilent. */
  async ask(method: 'GET' | 'POST', path: string, fields: Record<string, string | boolean>): Promise<Answer> {
    const url = new URL(path, this.#platform.apiUrl);
    const init: RequestInit = { method };
    if (method === 'POST') Object.assign(init, { headers, body: JSON.stringify(fields) });
    else for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, String(value));
    return this.#checked(path, await jsonOf(await ask(path, url, init)));
  }

  async #issue(force: boolean) {
    const { method, path, fields } = this.#platform.token(force);
    const said = await this.ask(method, path, fields);
    return { value: String(said.access_token), lifeMs: Number(said.expires_in ?? 7200) * 1000 };
  }

  #checked(path: string, said: Answer): Answer {
    const code = Number(said.errcode ?? 0);
    if (code === 0) return said;
    throw new PlatformRefusal(path, code, String(said.errmsg ?? ''), this.#platform.meanings[code] ?? 'content');
  }
}

async function ask(path: string, url: URL, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
  } catch (fault) {
    throw new PlatformSilent(`${path}: the platform cannot be reached (${(fault as Error).name}).`);
  }
  if (!response.ok) throw new PlatformSilent(`${path}: the platform answered ${response.status}.`);
  return response;
}

async function jsonOf(response: Response): Promise<Answer> {
  try {
    return JSON.parse(await response.text()) as Answer;
  } catch {
    throw new PlatformSilent('the platform answered with something that is no JSON.');
  }
}

async function bytesOf(path: string, response: Response): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > largestFile) throw new PlatformRefusal(path, 45001, 'The file is too large.', 'content');
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks);
}
