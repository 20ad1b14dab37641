import { randomBytes } from 'node:crypto';
import type { Body, Call, Kept } from '../serverApi.ts';
import type { FakeKf } from './kf.ts';
import { type Session, states } from './sessions.ts';

const days3 = 3 * 24 * 3600_000;
const tokenLifeMs = 7200_000;

/** WeCom's server API for 微信客服, with its real rules. */
export class KfCalls {
  readonly #kf: FakeKf;
  readonly calls: Call[] = [];
  #tokens = new Map<string, number>();
  #current: { value: string; until: number } | undefined;
  readonly #messageIds = new Set<string>();
  readonly #readUnasked = new Map<string, number>();
  /** The next messages are taken and not delivered, for these reasons (fail_type). */
  readonly failing: number[] = [];
  /** A page has so many entries at most, whatever is asked for. */
  pageSize = 1000;
  asked = 0;

  constructor(kf: FakeKf) {
    this.#kf = kf;
  }

  /** Whether a call with this token is for WeCom. */
  owns(path: string, token: string | null): boolean {
    return path === '/cgi-bin/gettoken' || path.startsWith('/cgi-bin/kf/') || this.#tokens.has(token ?? '');
  }

  /** Every token that was given out. */
  get given(): string[] {
    return [...this.#tokens.keys()];
  }

  /** All tokens are over. */
  endTokens(): void {
    this.#tokens = new Map([...this.#tokens.keys()].map((token) => [token, 0]));
    this.#current = undefined;
  }

  answer(url: URL, body: Body, raw: Buffer): object | Kept {
    const said = this.#answer(url, body, raw);
    this.calls.push({ path: url.pathname, body, errcode: (said as { errcode?: number }).errcode ?? 0 });
    return said;
  }

  #answer(url: URL, body: Body, raw: Buffer): object | Kept {
    const { settings, files } = this.#kf;
    const query = url.searchParams;
    if (url.pathname === '/cgi-bin/gettoken') {
      const right = query.get('corpid') === settings.corpId && query.get('corpsecret') === settings.secret;
      return right ? this.#issue() : refusal(40001, 'invalid credential');
    }
    const token = query.get('access_token');
    if (!token) return refusal(41001, 'access_token missing');
    if (!this.#tokens.has(token)) return refusal(40014, 'invalid access_token');
    if (this.#tokens.get(token)! <= this.#now()) return refusal(42001, 'access_token expired');
    switch (url.pathname) {
      case '/cgi-bin/kf/sync_msg':
        return this.#sync(body);
      case '/cgi-bin/kf/send_msg':
        return this.#send(body);
      case '/cgi-bin/kf/send_msg_on_event':
        return this.#sendOnEvent(body);
      case '/cgi-bin/kf/service_state/get': {
        const session = this.#session(body);
        return session ? { ...fine, service_state: session.state, servicer_userid: session.servicer } : unknownPerson;
      }
      case '/cgi-bin/kf/service_state/trans':
        return this.#move(body);
      case '/cgi-bin/kf/customer/batchget':
        return this.#profiles(body);
      case '/cgi-bin/media/upload':
        return files.upload(query.get('type') ?? '', raw);
      case '/cgi-bin/media/get':
        return files.find(query.get('media_id') ?? '') ?? refusal(40007, 'invalid media_id');
      default:
        return refusal(40066, `invalid url ${url.pathname}`);
    }
  }

  /** The same until it ends. */
  #issue(): object {
    this.asked += 1;
    const now = this.#now();
    if (!this.#current || this.#current.until <= now) {
      this.#current = { value: randomBytes(64).toString('base64url'), until: now + tokenLifeMs };
      this.#tokens.set(this.#current.value, this.#current.until);
    }
    const left = Math.floor((this.#current.until - now) / 1000);
    return { ...fine, access_token: this.#current.value, expires_in: left };
  }

  #sync({ open_kfid, cursor, token, limit = 1000 }: Body): object {
    const { settings, wakeUps, entries } = this.#kf;
    const now = this.#now();
    if (!settings.openKfIds.includes(open_kfid)) return refusal(95000, 'invalid open_kfid');
    if (token !== undefined && (wakeUps.get(token) ?? 0) <= now) return refusal(95007, 'invalid token');
    if (token === undefined) {
      if (now - (this.#readUnasked.get(open_kfid) ?? 0) < 10_000)
        return refusal(45009, 'freq out of limit without token');
      this.#readUnasked.set(open_kfid, now);
    }
    if (cursor !== undefined && !/^c-\d+$/.test(cursor)) return refusal(40058, 'invalid cursor');
    const since = cursor === undefined ? 0 : Number(cursor.slice(2));
    const held = entries.filter(
      (entry) => entry.openKfId === open_kfid && entry.place > since && entry.at > now - days3,
    );
    const list = held.slice(0, Math.min(limit, this.pageSize));
    const last = list.at(-1)?.place ?? since;
    const more = held.length > list.length ? 1 : 0;
    return { ...fine, next_cursor: `c-${last}`, has_more: more, msg_list: list.map(({ item }) => item) };
  }

  #send(body: Body): object {
    const session = this.#kf.sessions.has(body.open_kfid, body.touser) ? this.#session(body) : undefined;
    if (!this.#kf.settings.openKfIds.includes(body.open_kfid)) return refusal(95000, 'invalid open_kfid');
    if (!session) return refusal(40003, 'invalid touser');
    const wrong = this.#wrongId(body.open_kfid, body.msgid) ?? this.#wrongContent(body);
    if (wrong) return wrong;
    const refused = this.#kf.sessions.refusal(session);
    if (refused) return refusal(refused, 'send_msg');
    if (session.state === states.fresh) session.state = states.bot;
    session.left -= 1;
    return this.#taken(session, body);
  }

  #sendOnEvent(body: Body): object {
    const wrong = this.#wrongContent(body);
    if (wrong) return wrong;
    if (!['text', 'msgmenu'].includes(body.msgtype)) return refusal(40008, 'invalid msgtype');
    const session = this.#kf.sessions.use(String(body.code), body.msgtype === 'msgmenu');
    if (typeof session === 'string') return refusal(40058, session);
    return this.#wrongId(session.openKfId, body.msgid) ?? this.#taken(session, body);
  }

  /** WeCom has it; whether the person gets it is told later. */
  #taken(session: Session, body: Body): object {
    const id = body.msgid ?? randomBytes(12).toString('hex');
    this.#messageIds.add(`${session.openKfId}:${id}`);
    const reason = this.failing.shift();
    if (reason !== undefined) this.#kf.tellFailed(session, id, reason);
    else {
      const { text, msgmenu, [body.msgtype]: content } = body;
      const choices = msgmenu?.list.map(({ click }: Body) => ({ id: click.id, title: click.content }));
      this.#kf.sessions.show(session, {
        from: 'account',
        type: body.msgtype,
        text: text?.content ?? msgmenu?.head_content ?? '',
        ...(choices && { choices }),
        ...(content?.media_id && { mediaId: content.media_id }),
      });
    }
    return { ...fine, msgid: id };
  }

  #wrongId(openKfId: string, id: unknown): object | undefined {
    if (id === undefined) return undefined;
    if (typeof id !== 'string' || !/^[\w-]{1,32}$/.test(id)) return refusal(40058, 'invalid msgid');
    return this.#messageIds.has(`${openKfId}:${id}`) ? refusal(40058, 'msgid was used') : undefined;
  }

  #wrongContent({ msgtype, text, msgmenu, ...others }: Body): object | undefined {
    const bytes = (value: unknown) => Buffer.byteLength(String(value ?? ''));
    if (msgtype === 'text') {
      const length = bytes(text?.content);
      return length < 1 || length > 2048 ? refusal(40058, 'invalid text.content') : undefined;
    }
    if (msgtype === 'msgmenu') {
      if (bytes(msgmenu?.head_content) > 1024) return refusal(40058, 'invalid head_content');
      if (msgmenu.list.length > 10) return refusal(95008, 'too many items');
      const right = ({ type, click }: Body) =>
        type === 'click' &&
        bytes(click.id) >= 1 &&
        bytes(click.id) <= 64 &&
        bytes(click.content) >= 1 &&
        bytes(click.content) <= 128;
      return msgmenu.list.every(right) ? undefined : refusal(95009, 'invalid item');
    }
    if (!['image', 'voice', 'video', 'file'].includes(msgtype)) return refusal(40008, 'invalid msgtype');
    return this.#kf.files.find(others[msgtype]?.media_id ?? '') ? undefined : refusal(40007, 'invalid media_id');
  }

  #move(body: Body): object {
    const { settings, sessions } = this.#kf;
    const session = this.#session(body);
    if (!session) return unknownPerson;
    const to = Number(body.service_state) as Session['state'];
    const named = to === states.person;
    if (named && !settings.servicers.includes(body.servicer_userid)) return refusal(95014, 'not a servicer');
    if (to === states.queue && settings.servicers.length === 0) return refusal(95014, 'no servicer');
    const before = session.state;
    if (!sessions.move(session, to, named ? body.servicer_userid : '')) return refusal(95016, 'not allowed');
    if (to === states.over) return { ...fine, msg_code: sessions.code(session, 20_000, true) };
    const first = before === states.fresh || before === states.bot;
    return first ? { ...fine, msg_code: sessions.code(session, 48 * 3600_000, false) } : fine;
  }

  #profiles({ external_userid_list = [] }: Body): object {
    const { settings, sessions } = this.#kf;
    if (external_userid_list.length > 100) return refusal(40058, 'too many');
    const known = external_userid_list.flatMap((id: string) => sessions.ofUser(id) ?? []);
    return {
      ...fine,
      customer_list: known.map(({ userId, nickname, unionid }: Session) => ({
        external_userid: userId,
        nickname,
        ...(settings.unionids && { unionid }),
      })),
    };
  }

  #session({ open_kfid, external_userid, touser }: Body): Session | undefined {
    const { sessions } = this.#kf;
    const user = external_userid ?? touser;
    return sessions.has(open_kfid, user) ? sessions.get(open_kfid, user) : undefined;
  }

  #now(): number {
    return this.#kf.clock.now().getTime();
  }
}

const fine = { errcode: 0, errmsg: 'ok' };
const refusal = (errcode: number, errmsg: string) => ({ errcode, errmsg });
const unknownPerson = refusal(40003, 'invalid external_userid');
