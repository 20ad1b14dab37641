import type { Answer } from '../../egress/egress.ts';
import { type Codes, checkCode } from '../answers.ts';

/** An app of one's own in WeCom (企业微信自建应用). */
export interface WecomSettings {
  corpId: string;
  secret: string;
  agentId: number;
  /** Whether there is a callback; without one no button and no code is heard. */
  hears: boolean;
  apiUrl: string;
}

// 45009: too often. -1: busy. 60020: our address is not on the app's list, 40001 and 40013: wrong secret or corp: mended by people, so tried again.
const codes: Codes = { field: 'errcode', later: { 45009: 60_000, [-1]: 10_000 }, never: [81013, 40003, 40058, 41048] };
const staleToken = [40001, 40014, 42001];
const timeoutMs = 10_000;
/** A token is renewed a little before its end. */
const earlyMs = 5 * 60_000;

/** The server API of WeCom, with its token. */
export class WecomClient {
  readonly #settings: WecomSettings;
  readonly #now: () => number;
  #token: { value: string; until: number } | undefined;

  constructor(settings: WecomSettings, now: () => number) {
    this.#settings = settings;
    this.#now = now;
  }

  /** Calls a path with the token, once more with a new one where it has become stale. Throws SendRefused, SendDeferred. */
  async call(path: string, body: object): Promise<Record<string, unknown>> {
    const first = await this.#post(path, body);
    const said = JSON.parse(first.body || '{}') as { errcode?: number };
    if (!staleToken.includes(said.errcode ?? 0)) return checkCode(first, codes);
    this.#token = undefined;
    return checkCode(await this.#post(path, body), codes);
  }

  async #post(path: string, body: object): Promise<Answer> {
    const url = new URL(path, this.#settings.apiUrl);
    url.searchParams.set('access_token', await this.#accessToken());
    return ask(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  }

  async #accessToken(): Promise<string> {
    if (this.#token && this.#now() < this.#token.until) return this.#token.value;
    const url = new URL('/cgi-bin/gettoken', this.#settings.apiUrl);
    url.searchParams.set('corpid', this.#settings.corpId);
    url.searchParams.set('corpsecret', this.#settings.secret);
    const said = checkCode(await ask(url), codes);
    const lifeMs = Number(said.expires_in ?? 7200) * 1000;
    this.#token = { value: String(said.access_token), until: this.#now() + Math.max(lifeMs - earlyMs, 0) };
    return this.#token.value;
  }
}

/** The address is the settings', not anybody's choice: it needs no guard. Faults name no address, because it holds the token. */
async function ask(url: URL, init: RequestInit = {}): Promise<Answer> {
  try {
    const response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
  } catch (fault) {
    throw new Error(`WeCom cannot be reached (${(fault as Error).name}).`);
  }
}
