import { randomBytes } from 'node:crypto';
import type { AccountSettings, People, Person, Tokens } from './account.ts';
import type { PlatformClock } from './clock.ts';
import type { Files, Kept } from './files.ts';

export type { Kept } from './files.ts';

/** A call of the server API as it came. */
export interface Call {
  path: string;
  body: Body;
  errcode: number;
}

/** Faults on command: the next calls of a path, or of all. */
export interface Fault {
  path?: string;
  errcode?: number;
  latencyMs?: number;
  /** Ends the connection without an answer; the call was made all the same where `after`. */
  drop?: 'before' | 'after';
  times: number;
}

// biome-ignore lint/suspicious/noExplicitAny: bodies of any call
export type Body = any;

/** What is behind the calls. */
export interface ServerApiParts {
  settings: AccountSettings;
  clock: PlatformClock;
  files: Files;
  people: People;
  tokens: Tokens;
  /** A notice went out: the platform says later what became of it. */
  noticed(openid: string, messageId: string): void;
}

/** The server API with the platform's real rules. */
export class ServerApi {
  readonly #parts: ServerApiParts;
  readonly calls: Call[] = [];
  readonly faults: Fault[] = [];
  menu: object | null = null;
  dailyLimit = Number.POSITIVE_INFINITY;
  #messageNumber = 100;
  readonly #codes = new Map<string, { openid: string; endsAt: number; used: boolean }>();

  constructor(parts: ServerApiParts) {
    this.#parts = parts;
  }

  /** Answers a call; `raw` is the body as it came over the line. */
  answer(url: URL, raw: Buffer, ip: string, contentType: string): object | Kept {
    const path = url.pathname;
    const body: Body = contentType.startsWith('application/json') && raw.length > 0 ? JSON.parse(raw.toString()) : {};
    const said = this.#answer(path, url, body, raw, ip);
    this.calls.push({ path, body, errcode: (said as { errcode?: number }).errcode ?? 0 });
    return said;
  }

  /** The fault that is due for a path; used up by asking. */
  fault(path: string): Fault | undefined {
    const due = this.faults.find((fault) => fault.times > 0 && (!fault.path || path.endsWith(fault.path)));
    if (due) due.times -= 1;
    return due;
  }

  #answer(path: string, url: URL, body: Body, raw: Buffer, ip: string): object | Kept {
    const { settings, tokens } = this.#parts;
    if (path === '/cgi-bin/stable_token') {
      if (body.appid !== settings.appId) return refusal(40013, 'invalid appid');
      if (body.secret !== settings.appSecret) return refusal(40125, 'invalid appsecret');
      if (settings.allowedIps.length > 0 && !settings.allowedIps.includes(ip)) return refusal(40164, 'invalid ip');
      return tokens.issue(body.force_refresh === true);
    }
    if (path === '/sns/oauth2/access_token') return this.#openid(url.searchParams);
    const wrong = tokens.check(url.searchParams.get('access_token'));
    if (wrong) return refusal(wrong, 'access_token');
    if (this.calls.length >= this.dailyLimit) return refusal(45009, 'reach max api daily quota limit');
    // What a person wrote must come as characters: \u escapes are shown as they are, and refused.
    if (/\\u[0-9a-f]{4}/i.test(raw.toString('latin1')) && path.endsWith('/send'))
      return refusal(40033, 'invalid charset');
    switch (path) {
      case '/cgi-bin/message/custom/send':
        return this.#send(body);
      case '/cgi-bin/message/custom/typing':
        return this.#typing(body);
      case '/cgi-bin/media/upload':
        return this.#parts.files.upload(url.searchParams.get('type') ?? '', raw);
      case '/cgi-bin/media/get': {
        const kept = this.#parts.files.find(url.searchParams.get('media_id') ?? '');
        return kept ?? refusal(40007, 'invalid media_id');
      }
      case '/cgi-bin/user/info': {
        const person = this.#parts.people.all.get(url.searchParams.get('openid') ?? '');
        if (!person) return refusal(40003, 'invalid openid');
        return {
          subscribe: person.follows ? 1 : 0,
          openid: person.openid,
          ...(settings.unionids && { unionid: person.unionid }),
        };
      }
      case '/cgi-bin/user/info/batchget': {
        const people = body.user_list.flatMap(({ openid }: Body) => this.#parts.people.all.get(openid) ?? []);
        if (body.user_list.length > 100) return refusal(40132, 'invalid list size');
        return {
          user_info_list: people.map(({ openid, unionid, follows }: Person) => ({
            subscribe: follows ? 1 : 0,
            openid,
            ...(settings.unionids && follows && { unionid }),
          })),
        };
      }
      case '/cgi-bin/menu/create':
        return this.#createMenu(body);
      case '/cgi-bin/menu/get':
        return this.menu ? { menu: this.menu } : refusal(46003, 'menu no exist');
      case '/cgi-bin/menu/delete':
        this.menu = null;
        return fine;
      case '/cgi-bin/message/template/send':
      case '/cgi-bin/message/subscribe/bizsend':
        return this.#notice(body, path.endsWith('bizsend'));
      default:
        return refusal(40066, `invalid url ${path}`);
    }
  }

  /** A code for whoever opens a page: good once, for five minutes. */
  authorize(openid: string): string {
    const code = randomBytes(12).toString('hex');
    this.#codes.set(code, { openid, endsAt: this.#parts.clock.now().getTime() + 5 * 60_000, used: false });
    return code;
  }

  #openid(query: URLSearchParams): object {
    const { settings, clock } = this.#parts;
    if (query.get('appid') !== settings.appId) return refusal(40013, 'invalid appid');
    if (query.get('secret') !== settings.appSecret) return refusal(40125, 'invalid appsecret');
    const code = this.#codes.get(query.get('code') ?? '');
    if (!code || code.endsAt <= clock.now().getTime()) return refusal(40029, 'invalid code');
    if (code.used) return refusal(40163, 'code been used');
    code.used = true;
    return { access_token: 'web-token', expires_in: 7200, openid: code.openid, scope: 'snsapi_base' };
  }

  #send(body: Body): object {
    const { people, settings } = this.#parts;
    const person = people.all.get(String(body.touser));
    if (!person) return refusal(40003, 'invalid openid');
    if (!settings.customMessages) return refusal(48001, 'api unauthorized');
    const type = String(body.msgtype);
    const wrong = this.#wrongContent(type, body);
    if (wrong) return refusal(wrong, `content of ${type}`);
    const refused = people.take(person);
    if (refused)
      return refusal(refused, refused === 45047 ? 'out of response count limit' : 'response out of time limit');
    const article = body.news?.articles?.[0];
    people.show(person, {
      from: 'account',
      type,
      text:
        body.text?.content ?? body.msgmenu?.head_content ?? (article ? `${article.title}\n${article.description}` : ''),
      ...(body.msgmenu && { choices: body.msgmenu.list.map((item: Body) => ({ id: item.id, title: item.content })) }),
      ...(article && { picture: article.picurl }),
      ...(body[type]?.media_id && { mediaId: body[type].media_id }),
    });
    return fine;
  }

  #wrongContent(type: string, body: Body): number {
    switch (type) {
      case 'text':
        if (!body.text?.content) return 44004;
        return Buffer.byteLength(body.text.content) > 2048 ? 45002 : 0;
      case 'image':
      case 'voice':
      case 'video':
        return this.#parts.files.find(body[type]?.media_id ?? '') ? 0 : 40007;
      case 'news':
        return body.news?.articles?.length === 1 ? 0 : 45008;
      case 'msgmenu':
        if (this.#parts.settings.kind === 'sub') return 40200;
        if (Buffer.byteLength(body.msgmenu?.head_content ?? '') > 2048) return 45002;
        return (body.msgmenu?.list?.length ?? 0) > 10 ? 45098 : 0;
      default:
        return 40008;
    }
  }

  #typing(body: Body): object {
    const person = this.#parts.people.all.get(String(body.touser));
    if (!person) return refusal(40003, 'invalid openid');
    if (!['Typing', 'CancelTyping'].includes(body.command)) return refusal(45072, 'invalid command');
    const now = this.#parts.clock.now().getTime();
    if (now - person.lastActedAt > 30_000) return refusal(45080, 'no recent interaction');
    if (body.command === 'Typing' && person.typingUntil > now) return refusal(45081, 'already typing');
    person.typingUntil = body.command === 'Typing' ? now + 15_000 : 0;
    return fine;
  }

  #createMenu(body: Body): object {
    const bytes = (text: unknown) => Buffer.byteLength(String(text ?? ''));
    const buttons = body.button ?? [];
    if (buttons.length < 1 || buttons.length > 3) return refusal(40017, 'invalid button size');
    for (const button of buttons) {
      if (bytes(button.name) < 1 || bytes(button.name) > 16) return refusal(40018, 'invalid button name size');
      const below = button.sub_button ?? [];
      if (below.length > 5) return refusal(40023, 'invalid sub button size');
      for (const each of below.length > 0 ? below : [button]) {
        if (bytes(each.name) > 60) return refusal(40025, 'invalid sub button name size');
        if (each.type === 'click' && (bytes(each.key) < 1 || bytes(each.key) > 128))
          return refusal(40019, 'invalid key');
        if (each.type === 'view' && !/^https?:/.test(each.url)) return refusal(40054, 'invalid url');
        if (!each.type) return refusal(40016, 'invalid button type');
      }
    }
    this.menu = body;
    return fine;
  }

  #notice(body: Body, bySubscription: boolean): object {
    const { people, noticed } = this.#parts;
    const person = people.all.get(String(body.touser));
    if (!person) return refusal(40003, 'invalid openid');
    if (bySubscription) {
      const left = person.grants.get(body.template_id) ?? 0;
      if (left <= 0) return refusal(43101, 'user refuse to accept the msg');
      person.grants.set(body.template_id, left - 1);
    } else if (!person.follows) return refusal(43004, 'require subscribe');
    const id = String(++this.#messageNumber);
    const words = Object.values(body.data as Record<string, { value: string }>).map(({ value }) => value);
    people.show(person, { from: 'account', type: 'notice', text: words.join('\n') });
    noticed(person.openid, id);
    return { errcode: 0, errmsg: 'ok', msgid: Number(id) };
  }
}

const fine = { errcode: 0, errmsg: 'ok' };
const refusal = (errcode: number, errmsg: string) => ({ errcode, errmsg });
