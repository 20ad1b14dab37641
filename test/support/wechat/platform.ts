import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AccountSettings, account, People, type Person, Tokens } from './account.ts';
import { PlatformClock } from './clock.ts';
import { control } from './control.ts';
import { Files } from './files.ts';
import { type CorporationSettings, FakeKf } from './kf/kf.ts';
import { type Answered, type Fields, Pusher, type PushOptions } from './pushing.ts';
import { type Kept, ServerApi } from './serverApi.ts';

/** What a platform can be started with. */
export interface PlatformOptions {
  settings?: Partial<AccountSettings>;
  corporation?: Partial<CorporationSettings>;
  clock?: PlatformClock;
  push?: Partial<PushOptions>;
  port?: number;
  /** A page of its own, for people: path to body. */
  pages?: Record<string, { type: string; body: string }>;
}

/**
 * WeChat's platform for one Official Account, and WeCom's for 微信客服 (kf), with its real rules: pushes with five seconds and three tries, quotas and windows,
 * tokens that end, error codes, faults on command, a clock that can be moved. Speaks HTTP as the real one; /__ctl moves it.
 */
export class FakeWechat {
  readonly settings: AccountSettings;
  readonly clock: PlatformClock;
  readonly people: People;
  readonly tokens: Tokens;
  readonly files: Files;
  /** 微信客服. */
  readonly kf: FakeKf;
  readonly api: ServerApi;
  readonly pusher: Pusher;
  readonly pages: Record<string, { type: string; body: string }>;
  #server: http.Server | undefined;
  #messageId = 22363405356629000n;
  url = '';
  /** Notices whose outcome is still to be pushed. */
  readonly notices: { openid: string; messageId: string }[] = [];

  constructor(options: PlatformOptions = {}) {
    this.settings = { ...account, ...options.settings };
    this.clock = options.clock ?? new PlatformClock();
    this.people = new People(this.clock);
    this.tokens = new Tokens(this.clock);
    this.pages = options.pages ?? {};
    this.files = new Files(this.clock);
    const noticed = (openid: string, messageId: string) => void this.notices.push({ openid, messageId });
    const { settings, clock, files, people, tokens } = this;
    this.api = new ServerApi({ settings, clock, files, people, tokens, noticed });
    const push = { targets: [], timeoutMs: 5000, attempts: 3, ...options.push };
    this.pusher = new Pusher(settings, clock, { ...push });
    const { corporation } = options;
    this.kf = new FakeKf({ clock, files, push: { ...push }, ...(corporation && { settings: corporation }) });
  }

  async start(port = 0): Promise<this> {
    this.#server = http.createServer((request, response) => void this.#serve(request, response));
    await new Promise<void>((listening) => this.#server!.listen(port, '127.0.0.1', listening));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return this;
  }

  close(): Promise<void> {
    return new Promise((closed) => {
      this.#server?.closeAllConnections();
      this.#server?.close(() => closed());
    });
  }

  /** The environment of a bot that works with this account. */
  environment(): Record<string, string> {
    const { appId, appSecret, token, encodingAesKey, mode } = this.settings;
    return {
      WECHAT_APP_ID: appId,
      WECHAT_APP_SECRET: appSecret,
      WECHAT_TOKEN: token,
      WECHAT_ENCODING_AES_KEY: encodingAesKey,
      WECHAT_MODE: mode,
      WECHAT_API_URL: this.url,
      WECHAT_OAUTH_URL: this.url,
    };
  }

  /** A person writes. */
  write(openid: string, text: string, menuId?: string): Promise<Answered> {
    return this.message(openid, 'text', { Content: text, ...(menuId && { bizmsgmenuid: menuId }) });
  }

  /** A person taps a choice of the last menu, by its title. */
  tap(openid: string, title: string): Promise<Answered> {
    const menus = this.person(openid).seen.flatMap(({ choices = [] }) => choices);
    const choice = menus.findLast((each) => each.title === title);
    if (!choice) throw new Error(`There is no "${title}" to tap: ${menus.map((each) => each.title).join(', ')}`);
    return this.write(openid, title, choice.id);
  }

  /** A person sends a file. */
  sendFile(
    openid: string,
    type: 'image' | 'voice' | 'video',
    file: { bytes: Buffer; contentType: string },
    more: Fields = {},
  ) {
    const mediaId = this.files.keep(file.bytes, file.contentType);
    const fields: Fields = type === 'voice' ? { Format: 'amr' } : { PicUrl: 'http://mmbiz.example/x' };
    return this.message(openid, type, { MediaId: mediaId, ...fields, ...more });
  }

  /** A message of any kind. */
  message(openid: string, type: string, fields: Fields): Promise<Answered> {
    const person = this.person(openid);
    person.follows = true;
    this.people.acted(person, 'message');
    const text = typeof fields.Content === 'string' ? fields.Content : '';
    this.people.show(person, {
      from: 'me',
      type,
      text,
      ...(fields.MediaId ? { mediaId: String(fields.MediaId) } : {}),
    });
    // Once one of WeChat's people has accepted, the account hears nothing of it; who is not accepted in half an hour is the account's again.
    if (person.desk && this.clock.now().getTime() - person.desk.since > 30 * 60_000) person.desk = null;
    if (person.desk?.person) return Promise.resolve({ attempts: [], text: null, reply: null, outOfOrder: false });
    return this.push(openid, { MsgType: type, ...fields, MsgId: String(this.#messageId++) });
  }

  /** One of WeChat's own people accepts who was given to them. */
  deskTakes(openid: string, person = 'zhang@shop'): Promise<Answered> {
    const { desk } = this.person(openid);
    if (!desk) throw new Error('Nobody waits at WeChat’s desk.');
    desk.person = person;
    return this.push(openid, { MsgType: 'event', Event: 'kf_create_session', KfAccount: person });
  }

  deskSays(openid: string, text: string): void {
    this.people.show(this.person(openid), { from: 'account', type: 'text', text });
  }

  deskEnds(openid: string): Promise<Answered> {
    const person = this.person(openid);
    const account = person.desk?.person ?? '';
    person.desk = null;
    return this.push(openid, { MsgType: 'event', Event: 'kf_close_session', KfAccount: account });
  }

  /** Something that a person did: subscribe, unsubscribe, SCAN, CLICK … */
  event(openid: string, event: string, fields: Fields = {}): Promise<Answered> {
    const person = this.person(openid);
    const windows = { subscribe: 'subscribe', SCAN: 'scan', CLICK: 'menu' } as const;
    if (event === 'subscribe') person.follows = true;
    if (event === 'unsubscribe') {
      person.follows = false;
      person.windows.clear();
    } else this.people.acted(person, windows[event as keyof typeof windows]);
    return this.push(openid, { MsgType: 'event', Event: event, ...fields });
  }

  /** A person answers the question for notices. */
  chooseNotice(openid: string, templateId: string, accepted: boolean): Promise<Answered> {
    const { grants } = this.person(openid);
    grants.set(templateId, accepted ? (grants.get(templateId) ?? 0) + 1 : 0);
    const choice = { TemplateId: templateId, SubscribeStatusString: accepted ? 'accept' : 'reject', PopupScene: '2' };
    return this.event(openid, 'subscribe_msg_popup_event', { SubscribeMsgPopupEvent: { List: choice } });
  }

  /** What became of the notices that went out. */
  async tellNotices(status = 'success'): Promise<void> {
    for (const { openid, messageId } of this.notices.splice(0))
      await this.event(openid, 'TEMPLATESENDJOBFINISH', { MsgID: messageId, Status: status });
  }

  async push(openid: string, fields: Fields): Promise<Answered> {
    const head = {
      ToUserName: this.settings.originalId,
      FromUserName: openid,
      CreateTime: Math.floor(this.clock.now().getTime() / 1000),
    };
    const answered = await this.pusher.push({ ...head, ...fields });
    const person = this.person(openid);
    const { reply } = answered;
    if (reply?.type === 'transfer_customer_service')
      person.desk ??= { since: this.clock.now().getTime(), person: null };
    else if (reply) this.people.show(person, { from: 'account', ...reply, passive: true });
    if (answered.outOfOrder)
      this.people.show(person, { from: 'platform', type: 'text', text: '该公众号暂时无法提供服务，请稍后再试' });
    return answered;
  }

  person(openid: string): Person {
    return this.people.get(openid);
  }

  /** What the account said to a person, in order. */
  said(openid: string): string[] {
    return this.person(openid)
      .seen.filter(({ from }) => from === 'account')
      .map(({ text }) => text);
  }

  async #serve(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://fake');
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const raw = Buffer.concat(chunks);
    const page = this.pages[url.pathname];
    if (page) return send(response, page.type, page.body);
    if (url.pathname.startsWith('/__ctl/')) return control(this, url, raw, response);
    if (url.pathname === '/connect/oauth2/authorize') return this.#authorize(url, request, response);
    const fault = this.api.fault(url.pathname);
    if (fault?.drop === 'before') return void request.socket.destroy();
    const said =
      fault?.errcode !== undefined
        ? { errcode: fault.errcode, errmsg: 'fault on command' }
        : this.#answer(url, raw, request);
    if (fault?.latencyMs) await new Promise((later) => setTimeout(later, fault.latencyMs));
    if (fault?.drop === 'after') return void request.socket.destroy();
    const file = 'bytes' in said ? (said as Kept) : undefined;
    send(response, file?.contentType ?? 'application/json; charset=utf-8', file?.bytes ?? JSON.stringify(said));
  }

  /** WeChat knows who opens a page in it (here by a cookie of the simulator), and sends them back with a code. */
  #authorize({ searchParams }: URL, request: http.IncomingMessage, response: http.ServerResponse): void {
    const openid = /(?:^|; )openid=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1];
    const right = searchParams.get('appid') === this.settings.appId && searchParams.get('response_type') === 'code';
    const back = searchParams.get('redirect_uri') ?? '';
    response.statusCode = openid && right && URL.canParse(back) ? 302 : 400;
    if (response.statusCode === 302) {
      const url = new URL(back);
      url.searchParams.set('code', this.api.authorize(openid!));
      url.searchParams.set('state', searchParams.get('state') ?? '');
      response.setHeader('Location', url.href);
    }
    response.end();
  }

  #answer(url: URL, raw: Buffer, request: http.IncomingMessage): object | Kept {
    const type = request.headers['content-type'] ?? '';
    const { calls } = this.kf;
    if (!calls.owns(url.pathname, url.searchParams.get('access_token')))
      return this.api.answer(url, raw, request.socket.remoteAddress ?? '', type);
    return calls.answer(url, type.startsWith('application/json') && raw.length > 0 ? JSON.parse(String(raw)) : {}, raw);
  }
}

function send(response: http.ServerResponse, type: string, body: string | Buffer): void {
  // restify's writeHead returns nothing.
  response.writeHead(200, { 'Content-Type': type });
  response.end(body);
}
