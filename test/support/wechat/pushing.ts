import { randomInt } from 'node:crypto';
import { decrypt, encrypt, isSigned, signatureOf } from '#bot/channels/tencent/crypto.ts';
import { readXml, textOf, type XmlFields } from '#bot/channels/tencent/xml.ts';
import type { AccountSettings } from './account.ts';
import type { PlatformClock } from './clock.ts';
import { post } from './posting.ts';

/** Fields of a push; nested ones are lists of lists. */
export type Fields = { [name: string]: string | number | Fields | Fields[] };

/** One attempt to tell the account something. */
export interface Attempt {
  push: string;
  attempt: number;
  query: string;
  status: number | 'timeout' | 'broken';
  body: string;
  /** Why the platform did not take the answer. */
  fault: string | null;
  ms: number;
}

/** What the account answered, once it was right. */
export interface Answered {
  attempts: Attempt[];
  /** The text of a passive reply; null: none. */
  text: string | null;
  /** The passive reply; null: none. */
  reply: { type: string; text: string; mediaId?: string; picture?: string } | null;
  /** Nobody answered rightly: the person saw that the account is out of order. */
  outOfOrder: boolean;
}

/** How pushes go out. */
export interface PushOptions {
  /** Where the bot listens; several take turns, as behind a load balancer. */
  targets: string[];
  timeoutMs: number;
  attempts: number;
}

/**
 * What may be wrong with pushes on command. badsig: signed with another token. dupe: all attempts at once, and one more
 * afterwards. reorder: each waits for the next one and comes after it.
 */
export const pushFaults = ['badsig', 'dupe', 'reorder'] as const;
export type PushFault = (typeof pushFaults)[number];

/** How long a push waits for one that overtakes it, in ms. */
const overtakenMs = 3000;

const passiveTypes = ['text', 'image', 'voice', 'video', 'news', 'transfer_customer_service'];

/** The account's callback as the platform calls it: five seconds, three times, the same stamp each time. */
export class Pusher {
  readonly #settings: AccountSettings;
  readonly #clock: PlatformClock;
  readonly options: PushOptions;
  readonly log: Attempt[] = [];
  /** What is wrong with pushes from now on. */
  fault: PushFault | undefined;
  #number = 0;
  #overtake: (() => void) | undefined;

  constructor(settings: AccountSettings, clock: PlatformClock, options: PushOptions) {
    this.#settings = settings;
    this.#clock = clock;
    this.options = options;
  }

  /** The request of a push, as it would be posted. */
  request(fields: Fields): { query: string; body: string } {
    const { encodingAesKey, appId, mode, originalId } = this.#settings;
    const token = this.fault === 'badsig' ? 'of-somebody-else' : this.#settings.token;
    const xml = `<xml>${xmlOf(fields)}</xml>`;
    const [timestamp, nonce] = [String(Math.floor(this.#clock.now().getTime() / 1000)), String(randomInt(1e9))];
    const query = new URLSearchParams({ signature: signatureOf([token, timestamp, nonce]), timestamp, nonce });
    query.set('openid', String(fields.FromUserName));
    if (mode === 'plain') return { query: String(query), body: xml };
    const encrypted = encrypt(Buffer.from(`${encodingAesKey}=`, 'base64'), appId, xml);
    query.set('encrypt_type', 'aes');
    query.set('msg_signature', signatureOf([token, timestamp, nonce, encrypted]));
    const clear = mode === 'compatible' ? xmlOf(fields) : `<ToUserName><![CDATA[${originalId}]]></ToUserName>`;
    return { query: String(query), body: `<xml>${clear}<Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>` };
  }

  /** Pushes until the answer is right, or the attempts are over. */
  async push(fields: Fields): Promise<Answered> {
    const request = this.request(fields);
    const push = `push-${++this.#number}`;
    if (this.fault === 'reorder') return this.#overtaken(() => this.#tries(push, request));
    if (this.fault !== 'dupe') return this.#tries(push, request);
    const numbers = Array.from({ length: this.options.attempts }, (_, place) => place + 1);
    const attempts = await Promise.all(numbers.map((number) => this.post(push, number, request)));
    attempts.push(await this.post(push, this.options.attempts + 1, request));
    const right = attempts.filter(({ fault }) => fault === null);
    // Of answers to one push the person sees the one that says something.
    return this.#answered(attempts, right.find(({ body }) => body !== 'success') ?? right[0]);
  }

  async #tries(push: string, request: { query: string; body: string }): Promise<Answered> {
    const attempts: Attempt[] = [];
    for (let attempt = 1; attempt <= this.options.attempts; attempt++) {
      const made = await this.post(push, attempt, request);
      attempts.push(made);
      if (!made.fault) return this.#answered(attempts, made);
    }
    return this.#answered(attempts, undefined);
  }

  #answered(attempts: Attempt[], right: Attempt | undefined): Answered {
    const reply = right?.body && right.body !== 'success' ? this.#replyIn(right.body) : null;
    return { attempts, text: reply?.type === 'text' ? reply.text : null, reply, outOfOrder: !right };
  }

  /** Lets the next push go first; the last of all goes when nothing comes. */
  async #overtaken<T>(go: () => Promise<T>): Promise<T> {
    const overtaken = this.#overtake;
    this.#overtake = undefined;
    if (overtaken) return go().finally(overtaken);
    await new Promise<void>((done) => {
      this.#overtake = done;
      setTimeout(done, overtakenMs).unref();
    });
    this.#overtake = undefined;
    return go();
  }

  /** One attempt; which target it goes to changes with each. */
  async post(push: string, attempt: number, { query, body }: { query: string; body: string }): Promise<Attempt> {
    const { targets, timeoutMs } = this.options;
    const target = targets[(attempt - 1) % targets.length]!;
    const began = performance.now();
    const made: Attempt = { push, attempt, query, status: 'broken', body: '', fault: null, ms: 0 };
    const answer = await post(`${target}?${query}`, body, timeoutMs);
    made.status = answer.status;
    made.body = answer.body;
    if (typeof answer.status === 'string') made.fault = answer.status;
    else made.fault = answer.status === 200 ? this.#wrong(made.body, query) : `status ${answer.status}`;
    made.ms = performance.now() - began;
    this.log.push(made);
    return made;
  }

  /** What is wrong with an answer; null: nothing. */
  #wrong(body: string, query: string): string | null {
    if (body === '' || body === 'success') return null;
    if (!body.startsWith('<xml>')) return 'neither success nor XML';
    try {
      const fields = this.#open(body);
      const to = new URLSearchParams(query).get('openid');
      if (textOf(fields, 'ToUserName') !== to) return 'ToUserName is not the person';
      if (textOf(fields, 'FromUserName') !== this.#settings.originalId) return 'FromUserName is not the account';
      if (!/^\d+$/.test(textOf(fields, 'CreateTime') ?? '')) return 'CreateTime is no number';
      if (!passiveTypes.includes(textOf(fields, 'MsgType') ?? '')) return 'a MsgType that this platform does not know';
      if (Buffer.byteLength(textOf(fields, 'Content') ?? '') > 2048) return 'Content is too long';
      return null;
    } catch (fault) {
      return `the XML cannot be read: ${(fault as Error).message}`;
    }
  }

  #replyIn(body: string): Answered['reply'] {
    const fields = this.#open(body);
    const type = textOf(fields, 'MsgType') ?? '';
    const inside = (name: string) => (typeof fields[name] === 'object' ? (fields[name] as XmlFields) : {});
    if (type === 'news') {
      const item = inside('Articles').item as XmlFields;
      const text = `${textOf(item, 'Title')}\n${textOf(item, 'Description')}`;
      return { type, text, picture: textOf(item, 'PicUrl') ?? '' };
    }
    const mediaId = textOf(inside(type === 'image' ? 'Image' : 'Voice'), 'MediaId');
    return { type, text: textOf(fields, 'Content') ?? '', ...(mediaId && { mediaId }) };
  }

  #open(body: string) {
    const { mode, token, encodingAesKey, appId } = this.#settings;
    const outer = readXml(body);
    const encrypted = textOf(outer, 'Encrypt');
    if (!encrypted) {
      if (mode === 'safe') throw new Error('not encrypted');
      return outer;
    }
    const signed = [token, textOf(outer, 'TimeStamp')!, textOf(outer, 'Nonce')!, encrypted];
    if (!isSigned(textOf(outer, 'MsgSignature') ?? '', signed)) throw new Error('MsgSignature is wrong');
    return readXml(decrypt(Buffer.from(`${encodingAesKey}=`, 'base64'), appId, encrypted));
  }
}

function xmlOf(fields: Fields): string {
  return Object.entries(fields)
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((each) => elementOf(name, each)))
    .join('');
}

function elementOf(name: string, value: string | number | Fields): string {
  if (typeof value === 'number') return `<${name}>${value}</${name}>`;
  if (typeof value === 'object') return `<${name}>${xmlOf(value)}</${name}>`;
  return `<${name}><![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`;
}
