import { randomBytes } from 'node:crypto';
import type { PlatformClock } from './clock.ts';

/** What an Official Account is set up with, and what it may do. */
export interface AccountSettings {
  appId: string;
  appSecret: string;
  originalId: string;
  token: string;
  /** Empty: nothing is encrypted. */
  encodingAesKey: string;
  mode: 'plain' | 'compatible' | 'safe';
  /** Subscription accounts (sub) have no menus in messages. */
  kind: 'service' | 'sub';
  /** Whether it has customer-service messages at all. */
  customMessages: boolean;
  unionids: boolean;
  /** Addresses that may call; empty: all. */
  allowedIps: string[];
}

export const account: AccountSettings = {
  appId: 'wx0fake0000000000',
  appSecret: 'fake-secret-fake-secret',
  originalId: 'gh_0fake000000',
  token: 'callback-token',
  encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  mode: 'safe',
  kind: 'service',
  customMessages: true,
  unionids: true,
  allowedIps: [],
};

/** What a person sees in the chat. */
export interface Seen {
  from: 'me' | 'account' | 'platform';
  type: string;
  text: string;
  /** What can be tapped, with what comes back. */
  choices?: { id: string; title: string }[];
  /** Address of a picture, or of a card's. */
  picture?: string;
  mediaId?: string;
  /** By the answer to a push. */
  passive?: boolean;
  at: string;
}

/** What opened an allowance. */
export type Window = 'message' | 'menu' | 'subscribe' | 'scan';

/** A person with a WeChat account. */
export interface Person {
  openid: string;
  unionid: string;
  follows: boolean;
  seen: Seen[];
  windows: Map<Window, { until: number; left: number }>;
  lastActedAt: number;
  typingUntil: number;
  /** Whether WeChat's own people have them: they wait since then, or somebody talks to them. */
  desk: { since: number; person: string | null } | null;
  /** Accepted notices by template. */
  grants: Map<string, number>;
}

const rules: Record<Window, { messages: number; ms: number }> = {
  message: { messages: 5, ms: 48 * 3600_000 },
  menu: { messages: 3, ms: 60_000 },
  subscribe: { messages: 3, ms: 60_000 },
  scan: { messages: 3, ms: 60_000 },
};

/** The people, and how much may still be sent to each. */
export class People {
  readonly all = new Map<string, Person>();
  readonly #clock: PlatformClock;

  constructor(clock: PlatformClock) {
    this.#clock = clock;
  }

  get(openid: string): Person {
    const known = this.all.get(openid);
    if (known) return known;
    const person: Person = {
      openid,
      unionid: `u-${openid}`,
      follows: true,
      seen: [],
      windows: new Map(),
      lastActedAt: 0,
      typingUntil: 0,
      desk: null,
      grants: new Map(),
    };
    this.all.set(openid, person);
    return person;
  }

  /** The person did something that lets the account write. */
  acted(person: Person, window: Window | undefined): void {
    const now = this.#clock.now().getTime();
    person.lastActedAt = now;
    if (window) person.windows.set(window, { until: now + rules[window].ms, left: rules[window].messages });
  }

  /** Takes one message; the code of the refusal where none may be sent. */
  take(person: Person): 0 | 45015 | 45047 {
    const now = this.#clock.now().getTime();
    const open = [...person.windows.values()].filter(({ until }) => until > now).sort((a, b) => a.until - b.until);
    if (!person.follows || open.length === 0) return 45015;
    const window = open.find(({ left }) => left > 0);
    if (!window) return 45047;
    window.left -= 1;
    return 0;
  }

  show(person: Person, seen: Omit<Seen, 'at'>): void {
    person.seen.push({ ...seen, at: this.#clock.now().toISOString() });
    if (seen.from === 'account') person.typingUntil = 0;
  }
}

const tokenMs = 7200_000;
const overlapMs = 5 * 60_000;

/** Access tokens by stable_token: the same one until its last five minutes, then old and new hold side by side. */
export class Tokens {
  readonly #clock: PlatformClock;
  readonly #tokens = new Map<string, { until: number; replaced: boolean }>();
  #current: { value: string; until: number } | undefined;
  #forced: number[] = [];
  /** How often one was asked for. */
  asked = 0;

  constructor(clock: PlatformClock) {
    this.#clock = clock;
  }

  issue(force: boolean): { access_token: string; expires_in: number } | { errcode: number; errmsg: string } {
    this.asked += 1;
    const now = this.#clock.now().getTime();
    if (force) {
      this.#forced = this.#forced.filter((at) => at > now - 24 * 3600_000);
      if (this.#forced.length >= 20 || now - (this.#forced.at(-1) ?? 0) < 30_000)
        return { errcode: 45009, errmsg: 'reach max api daily quota limit' };
      this.#forced.push(now);
      for (const known of this.#tokens.values()) known.replaced = true;
    }
    if (force || !this.#current || this.#current.until - now <= overlapMs) {
      if (this.#current) this.#tokens.get(this.#current.value)!.until = Math.min(this.#current.until, now + overlapMs);
      const value = randomBytes(96).toString('base64url').padEnd(136, '_');
      this.#current = { value, until: now + tokenMs };
      this.#tokens.set(value, { until: now + tokenMs, replaced: false });
    }
    return { access_token: this.#current.value, expires_in: Math.floor((this.#current.until - now) / 1000) };
  }

  /** 0, or what is wrong with a token. */
  check(token: string | null): 0 | 41001 | 40014 | 42001 | 40001 {
    if (!token) return 41001;
    const known = this.#tokens.get(token);
    if (!known) return 40014;
    if (known.replaced) return 40001;
    return known.until > this.#clock.now().getTime() ? 0 : 42001;
  }

  /** Every token that was given out. */
  get given(): string[] {
    return [...this.#tokens.keys()];
  }

  /** All tokens are over, as after a change of the secret. */
  end(): void {
    for (const known of this.#tokens.values()) known.replaced = true;
    this.#current = undefined;
  }
}
