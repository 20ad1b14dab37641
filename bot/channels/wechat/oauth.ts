import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Server } from 'restify';
import { z } from 'zod';
import type { Services } from '#crm/services.ts';
import { replies } from '#dialogs/replies.ts';
import type { PlatformApi } from '../tencent/platformApi.ts';
import { PlatformRefusal } from '../tencent/refusals.ts';
import { channelId } from './channelId.ts';
import type { WechatSettings } from './settings.ts';

export const oauthPath = '/channels/wechat/oauth';

/** What opening pages needs. */
export interface OauthParts {
  settings: Pick<WechatSettings, 'appId' | 'appSecret' | 'oauthUrl'>;
  /** Where people reach us; WeChat comes back only to the domain that the account's settings name. */
  publicUrl: string;
  signingKey: Uint8Array;
  api: PlatformApi;
  /** The conversation with a person. */
  keep(openid: string): Promise<string>;
  services: Pick<Services, 'customers' | 'joinCodes'>;
  now(): number;
  logger: Logger;
}

/** What a browser keeps while WeChat is asked. */
const asked = z.object({ to: z.string(), for: z.string().optional(), nonce: z.string(), ends: z.number() });
const ticket = z.object({ to: z.string(), for: z.string(), ends: z.number() });
const answer = z.object({ openid: z.string().min(1) });

const cookieName = 'zhiyin-wechat';
const askedMs = 10 * 60_000;

/** Somebody came with something that is not ours, too old, or somebody else's. */
class NotForYou extends Error {
  override name = 'NotForYou';
}

/**
 * Opens a page of ours inside of WeChat, knowing who opens it (网页授权, scope snsapi_base: silent, openid only). What chat can not show is
 * a link here; WeChat says who it is, and the page gets a code that is good once, by which its visitor is the customer of the conversation.
 */
export class WechatOauth {
  readonly #parts: OauthParts;
  readonly #key: Buffer;

  constructor(parts: OauthParts) {
    this.#parts = parts;
    this.#key = createHmac('sha256', parts.signingKey).update('wechat oauth').digest();
  }

  /** The address that opens a page of ours (a path) for one person alone, for so long. */
  linkFor(to: string, openid: string, linkMs: number): string {
    const url = new URL(oauthPath, this.#parts.publicUrl);
    url.searchParams.set('ticket', this.#seal({ to, for: openid, ends: this.#parts.now() + linkMs }));
    return url.href;
  }

  mount(server: Server): void {
    server.get(oauthPath, async (request: IncomingMessage, response: ServerResponse) => {
      try {
        const query = new URL(request.url ?? '', 'http://localhost').searchParams;
        if (query.has('code')) await this.#finish(request, response, query);
        else this.#begin(response, query);
      } catch (fault) {
        const known = fault instanceof NotForYou || fault instanceof PlatformRefusal;
        if (!known) this.#parts.logger.error({ err: fault }, 'a page could not be opened from WeChat');
        response.writeHead(known ? 403 : 502, {
          'Content-Type': 'text/plain; charset=utf-8',
          'Cache-Control': 'no-store',
        });
        response.end(`${replies.zh.openAgain}\n\n${replies.en.openAgain}\n`);
      }
    });
  }

  /** Sends the browser to WeChat. */
  #begin(response: ServerResponse, query: URLSearchParams): void {
    const { settings, publicUrl, now } = this.#parts;
    const sealed = query.get('ticket');
    const wanted = sealed === null ? { to: query.get('to') ?? '/' } : this.#open(ticket, sealed);
    if (!this.#isOurs(wanted.to)) throw new NotForYou();
    const nonce = randomBytes(18).toString('base64url');
    const kept = this.#seal({ ...wanted, nonce, ends: now() + askedMs });
    const url = new URL('/connect/oauth2/authorize', settings.oauthUrl);
    // In this order, as WeChat wants it.
    url.searchParams.set('appid', settings.appId);
    url.searchParams.set('redirect_uri', new URL(oauthPath, publicUrl).href);
    url.searchParams.set('response_type', 'code');
    url.searchParams.set('scope', 'snsapi_base');
    url.searchParams.set('state', nonce);
    url.hash = 'wechat_redirect';
    this.#redirect(response, url.href, kept, askedMs / 1000);
  }

  /** WeChat sends the browser back with a code. */
  async #finish(request: IncomingMessage, response: ServerResponse, query: URLSearchParams): Promise<void> {
    const { settings, api, keep, services } = this.#parts;
    const { appId: appid, appSecret: secret } = settings;
    const kept = this.#open(asked, cookieOf(request));
    // Whoever did not begin here has somebody else's code.
    if (!isSame(query.get('state') ?? '', kept.nonce)) throw new NotForYou();
    const fields = { appid, secret, code: query.get('code') ?? '', grant_type: 'authorization_code' };
    const { openid } = answer.parse(await api.ask('GET', '/sns/oauth2/access_token', fields));
    if (kept.for !== undefined && kept.for !== openid) throw new NotForYou();
    const customer = await services.customers.recognise({ channel: channelId, externalId: openid });
    const pass = await services.joinCodes.make(customer.id, await keep(openid));
    const url = new URL(kept.to, this.#parts.publicUrl);
    url.searchParams.set('pass', pass);
    this.#redirect(response, url.href, '', 0);
  }

  #redirect(response: ServerResponse, location: string, cookie: string, seconds: number): void {
    const secure = this.#parts.publicUrl.startsWith('https:') ? '; Secure' : '';
    response.writeHead(302, {
      Location: location,
      'Cache-Control': 'no-store',
      'Set-Cookie': `${cookieName}=${cookie}; Path=${oauthPath}; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`,
    });
    response.end();
  }

  /** Only our own pages are opened so: nobody is sent elsewhere with a code. */
  #isOurs(to: string): boolean {
    const { publicUrl } = this.#parts;
    return (
      /^\/(?![/\\])/.test(to) &&
      URL.canParse(to, publicUrl) &&
      new URL(to, publicUrl).origin === new URL(publicUrl).origin
    );
  }

  #seal(value: object): string {
    const text = Buffer.from(JSON.stringify(value)).toString('base64url');
    return `${text}.${this.#mark(text)}`;
  }

  #open<T extends { ends: number }>(schema: z.ZodType<T>, sealed: string): T {
    const [text = '', mark = ''] = sealed.split('.');
    if (!isSame(mark, this.#mark(text))) throw new NotForYou();
    const value = schema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    if (value.ends <= this.#parts.now()) throw new NotForYou();
    return value;
  }

  #mark(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('base64url');
  }
}

function cookieOf({ headers }: IncomingMessage): string {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === cookieName)?.[1] ?? '';
}

/** In a time that tells nothing. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
