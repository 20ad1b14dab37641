import { AccessToken } from './accessToken.ts';
import { WechatRefusal, WechatSilent } from './errcodes.ts';

/** What the server API is called with. */
export interface ApiSettings {
  appId: string;
  appSecret: string;
  apiUrl: string;
}

type Answer = Record<string, unknown>;

/** A file as WeChat hands it out. */
export interface WechatFile {
  bytes: Buffer;
  contentType: string;
}

const timeoutMs = 10_000;
/** The largest file that is fetched, in bytes; WeChat's own are 10 MB at most. */
const largestFile = 12 * 1024 * 1024;

/** The server API of an Official Account, with its token. Faults name no address, because it holds the token. */
export class WechatApi {
  readonly #settings: ApiSettings;
  readonly #token: AccessToken;

  constructor(settings: ApiSettings, now: () => number) {
    this.#settings = settings;
    this.#token = new AccessToken((force) => this.#issue(force), now);
  }

  /** Calls a path with a JSON body. Throws WechatRefusal, WechatSilent. */
  call(path: string, body: object): Promise<Answer> {
    return this.#withToken(path, async (url) => {
      // JSON.stringify writes no \u escapes for what people type: WeChat refuses them (40033).
      const headers = { 'Content-Type': 'application/json; charset=utf-8' };
      return jsonOf(await ask(path, url, { method: 'POST', headers, body: JSON.stringify(body) }));
    });
  }

  /** Asks for something. Throws WechatRefusal, WechatSilent. */
  get(path: string, query: Record<string, string> = {}): Promise<Answer> {
    return this.#withToken(path, async (url) => {
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      return jsonOf(await ask(path, url, {}));
    });
  }

  /** Leaves a file with WeChat for three days; returns its media id. Throws WechatRefusal, WechatSilent. */
  async upload(type: 'image' | 'voice' | 'video', name: string, file: WechatFile): Promise<string> {
    const path = '/cgi-bin/media/upload';
    const answer = await this.#withToken(path, async (url) => {
      url.searchParams.set('type', type);
      const form = new FormData();
      form.append('media', new Blob([new Uint8Array(file.bytes)], { type: file.contentType }), name);
      return jsonOf(await ask(path, url, { method: 'POST', body: form }));
    });
    return String(answer.media_id);
  }

  /** Fetches a file that a person sent. Throws WechatRefusal, WechatSilent. */
  async file(mediaId: string): Promise<WechatFile> {
    const path = '/cgi-bin/media/get';
    let file: WechatFile | undefined;
    await this.#withToken(path, async (url) => {
      url.searchParams.set('media_id', mediaId);
      const response = await ask(path, url, {});
      const contentType = (response.headers.get('content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase();
      // A fault comes as JSON, also where a file was asked for.
      if (/json|^text\/plain$/.test(contentType)) return jsonOf(response);
      file = { bytes: await bytesOf(path, response), contentType };
      return {};
    });
    if (!file) throw new WechatSilent(`${path}: neither a file nor an error.`);
    return file;
  }

  async #withToken(path: string, call: (url: URL) => Promise<Answer>): Promise<Answer> {
    const token = await this.#token.value();
    const attempt = async (used: string) => {
      const url = new URL(path, this.#settings.apiUrl);
      url.searchParams.set('access_token', used);
      return checked(path, await call(url));
    };
    try {
      return await attempt(token);
    } catch (fault) {
      if (!(fault instanceof WechatRefusal) || fault.meaning !== 'token') throw fault;
      return attempt(await this.#token.after(token));
    }
  }

  async #issue(force: boolean) {
    const path = '/cgi-bin/stable_token';
    const { appId, appSecret, apiUrl } = this.#settings;
    const body = { grant_type: 'client_credential', appid: appId, secret: appSecret, force_refresh: force };
    const headers = { 'Content-Type': 'application/json' };
    const response = await ask(path, new URL(path, apiUrl), { method: 'POST', headers, body: JSON.stringify(body) });
    const said = checked(path, await jsonOf(response));
    return { value: String(said.access_token), lifeMs: Number(said.expires_in ?? 7200) * 1000 };
  }
}

function checked(path: string, said: Answer): Answer {
  const code = Number(said.errcode ?? 0);
  if (code !== 0) throw new WechatRefusal(path, code, String(said.errmsg ?? ''));
  return said;
}

async function ask(path: string, url: URL, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
  } catch (fault) {
    throw new WechatSilent(`${path}: WeChat cannot be reached (${(fault as Error).name}).`);
  }
  if (!response.ok) throw new WechatSilent(`${path}: WeChat answered ${response.status}.`);
  return response;
}

async function jsonOf(response: Response): Promise<Answer> {
  try {
    return JSON.parse(await response.text()) as Answer;
  } catch {
    throw new WechatSilent('WeChat answered with something that is no JSON.');
  }
}

async function bytesOf(path: string, response: Response): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > largestFile) throw new WechatRefusal(path, 45001, 'The file is too large.');
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks);
}
