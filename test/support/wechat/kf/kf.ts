import { randomBytes, randomInt } from 'node:crypto';
import { encrypt, signatureOf } from '#bot/channels/tencent/crypto.ts';
import type { PlatformClock } from '../clock.ts';
import type { Files } from '../files.ts';
import { post } from '../posting.ts';
import type { PushOptions } from '../pushing.ts';
import { KfCalls } from './calls.ts';
import { type Session, Sessions, states } from './sessions.ts';

/** A corporation in WeCom with accounts of 微信客服. */
export interface CorporationSettings {
  corpId: string;
  secret: string;
  token: string;
  encodingAesKey: string;
  openKfIds: string[];
  /** Its people who may take customers over, and are at their desks. */
  servicers: string[];
  unionids: boolean;
}

export const corporation: CorporationSettings = {
  corpId: 'ww0fake0000000000',
  secret: 'fake-kf-secret',
  token: 'kfToken',
  encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
  openKfIds: ['wk0fakeshop', 'wk0fakecare'],
  servicers: ['zhang.wei'],
  unionids: true,
};

interface Entry {
  openKfId: string;
  place: number;
  at: number;
  item: object;
}

const wakeUpMs = 10 * 60_000;

/**
 * 微信客服 with its real rules: wake-ups by encrypted callback, reading from a cursor, sessions and who speaks in them, five messages in
 * 48 hours, codes that are good once and soon, messages that are taken and do not arrive.
 */
export class FakeKf {
  readonly settings: CorporationSettings;
  readonly clock: PlatformClock;
  readonly files: Files;
  readonly sessions: Sessions;
  readonly calls: KfCalls;
  readonly options: PushOptions;
  readonly entries: Entry[] = [];
  /** Tokens of wake-ups, and until when each holds. */
  readonly wakeUps = new Map<string, number>();
  /** Whether wake-ups go out; a platform that is not well sends none. */
  wakes = true;
  #place = 0;

  constructor(parts: {
    clock: PlatformClock;
    files: Files;
    settings?: Partial<CorporationSettings>;
    push: PushOptions;
  }) {
    this.settings = { ...corporation, ...parts.settings };
    this.clock = parts.clock;
    this.files = parts.files;
    this.options = parts.push;
    this.sessions = new Sessions(parts.clock);
    this.calls = new KfCalls(this);
  }

  /** The environment of a bot that serves this corporation. */
  environment(apiUrl: string): Record<string, string> {
    const { corpId, secret, token, encodingAesKey } = this.settings;
    return {
      WECOM_CORP_ID: corpId,
      WECOM_SECRET: secret,
      WECOM_TOKEN: token,
      WECOM_ENCODING_AES_KEY: encodingAesKey,
      WECOM_API_URL: apiUrl,
    };
  }

  person(userId: string, openKfId = this.settings.openKfIds[0]!): Session {
    return this.sessions.get(openKfId, userId);
  }

  /** A person opens the chat, perhaps by a link with a parameter. */
  enter(userId: string, { scene = '', openKfId }: { scene?: string; openKfId?: string } = {}): Promise<void> {
    const session = this.person(userId, openKfId);
    const code = this.sessions.welcome(session);
    const event = {
      event_type: 'enter_session',
      scene: 'fake',
      ...(scene && { scene_param: encodeURIComponent(scene) }),
    };
    return this.#happened(session, { ...event, ...(code && { welcome_code: code }) });
  }

  /** A person writes. */
  write(userId: string, text: string, more: { menuId?: string; openKfId?: string } = {}): Promise<void> {
    const { menuId, openKfId } = more;
    return this.message(userId, 'text', { content: text, ...(menuId && { menu_id: menuId }) }, openKfId);
  }

  /** A person taps a choice of the last menu, by its title. */
  tap(userId: string, title: string): Promise<void> {
    const menus = this.person(userId).seen.flatMap(({ choices = [] }) => choices);
    const choice = menus.findLast((each) => each.title === title);
    if (!choice) throw new Error(`There is no "${title}" to tap: ${menus.map((each) => each.title).join(', ')}`);
    return this.write(userId, title, { menuId: choice.id });
  }

  /** A person sends a file. */
  sendFile(
    userId: string,
    type: 'image' | 'voice' | 'video' | 'file',
    bytes: Buffer,
    contentType: string,
  ): Promise<void> {
    return this.message(userId, type, { media_id: this.files.keep(bytes, contentType) });
  }

  /** A message of any kind. */
  message(userId: string, type: string, content: Record<string, unknown>, openKfId?: string): Promise<void> {
    const session = this.person(userId, openKfId);
    this.sessions.wrote(session);
    const mediaId = content.media_id;
    this.sessions.show(session, {
      from: 'me',
      type,
      text: typeof content.content === 'string' ? content.content : '',
      ...(mediaId ? { mediaId: String(mediaId) } : {}),
    });
    return this.#append(session, { origin: 3, msgtype: type, [type]: content });
  }

  /** One of WeCom's people takes a customer out of the queue. */
  take(userId: string, servicer = this.settings.servicers[0]!): Promise<void> {
    const session = this.person(userId);
    Object.assign(session, { state: states.person, servicer });
    const code = this.sessions.code(session, 48 * 3600_000, false);
    return this.#happened(session, {
      event_type: 'session_status_change',
      change_type: 1,
      new_servicer_userid: servicer,
      msg_code: code,
    });
  }

  /** They say something. */
  say(userId: string, text: string): Promise<void> {
    const session = this.person(userId);
    this.sessions.show(session, { from: 'account', type: 'text', text });
    return this.#append(session, {
      origin: 5,
      servicer_userid: session.servicer,
      msgtype: 'text',
      text: { content: text },
    });
  }

  /** They end the session. */
  end(userId: string): Promise<void> {
    const session = this.person(userId);
    const servicer = session.servicer;
    Object.assign(session, { state: states.over, servicer: '' });
    const code = this.sessions.code(session, 20_000, true);
    const event = {
      event_type: 'session_status_change',
      change_type: 3,
      old_servicer_userid: servicer,
      msg_code: code,
    };
    return this.#happened(session, event);
  }

  /** A message that was taken does not arrive. */
  tellFailed(session: Session, messageId: string, reason: number): void {
    void this.#happened(session, { event_type: 'msg_send_fail', fail_msgid: messageId, fail_type: reason });
  }

  /** What the account said to a person, in order. */
  said(userId: string, openKfId?: string): string[] {
    return this.person(userId, openKfId)
      .seen.filter(({ from }) => from === 'account')
      .map(({ text }) => text);
  }

  /** Tells the bot that something waits; five seconds, three times, as WeCom does. Returns how each attempt was answered. */
  async wake(openKfId: string): Promise<number[]> {
    const token = `ENC${randomBytes(12).toString('hex')}`;
    this.wakeUps.set(token, this.clock.now().getTime() + wakeUpMs);
    const request = this.request({ MsgType: 'event', Event: 'kf_msg_or_event', Token: token, OpenKfId: openKfId });
    const { targets, timeoutMs, attempts } = this.options;
    const answers: number[] = [];
    for (let attempt = 0; attempt < attempts && answers.at(-1) !== 200; attempt++) {
      const target = targets[(this.#place + attempt) % targets.length];
      if (!target) break;
      const { status } = await post(`${target}?${request.query}`, request.body, timeoutMs);
      answers.push(typeof status === 'number' ? status : 0);
    }
    return answers;
  }

  /** The request of a callback, as it would be posted. */
  request(fields: Record<string, string>): { query: string; body: string } {
    const { corpId } = this.settings;
    const created = Math.floor(this.clock.now().getTime() / 1000);
    const inner = { ToUserName: corpId, CreateTime: String(created), ...fields };
    const xml = Object.entries(inner).map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`);
    const { query, sealed } = this.seal(`<xml>${xml.join('')}</xml>`);
    const body = `<xml><ToUserName><![CDATA[${corpId}]]></ToUserName><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`;
    return { query, body };
  }

  /** A text as WeCom seals it, with its signature. */
  seal(text: string): { query: string; sealed: string } {
    const { corpId, token, encodingAesKey } = this.settings;
    const sealed = encrypt(Buffer.from(`${encodingAesKey}=`, 'base64'), corpId, text);
    const [timestamp, nonce] = [String(Math.floor(this.clock.now().getTime() / 1000)), String(randomInt(1e9))];
    const signature = signatureOf([token, timestamp, nonce, sealed]);
    return { query: String(new URLSearchParams({ msg_signature: signature, timestamp, nonce })), sealed };
  }

  #happened(session: Session, event: Record<string, unknown>): Promise<void> {
    const { openKfId, userId } = session;
    const ids = { open_kfid: openKfId, external_userid: userId };
    return this.#append(session, { origin: 4, msgtype: 'event', event: { ...event, ...ids } }, false);
  }

  async #append(session: Session, item: Record<string, unknown>, named = true): Promise<void> {
    const { openKfId, userId } = session;
    const at = this.clock.now().getTime();
    const ids = named ? { open_kfid: openKfId, external_userid: userId } : {};
    const head = { msgid: randomBytes(16).toString('base64url'), send_time: Math.floor(at / 1000), ...ids };
    this.entries.push({ openKfId, place: ++this.#place, at, item: { ...head, ...item } });
    if (this.wakes) await this.wake(openKfId);
  }
}
