import { readJson, type Store } from '../../kit/storage.ts';
import { field, flagField, numberField, type Transport, type TransportAnswer } from './transport.ts';

const key = 'zhiyin.session';

/** Who we are towards Direct Line, and until when. */
export interface Credentials {
  conversationId: string;
  token: string;
  userId: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
  /** From then on the token should be exchanged for a fresh one. */
  refreshAt: number;
  /** The customer was signed in at the shop. */
  signedIn?: boolean;
}

/** A token could not be had: `retry` tells whether it is worth asking again. */
export class TokenError extends Error {
  override name = 'TokenError';
  readonly retry: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(answer: TransportAnswer) {
    super(`The server gave no chat token (HTTP ${answer.status}).`);
    this.retry = answer.status >= 500 || answer.status === 429 || answer.status === 408;
    this.retryAfterMs = answer.retryAfterMs;
  }
}

/**
 * The token of this visitor's conversation: taken from storage after a reload, else from POST /api/v1/chat-tokens, and
 * refreshed before it expires.
 */
export class Session {
  readonly #transport: Transport;
  readonly #store: Store;
  readonly #locale: () => string;
  readonly #now: () => number;
  #credentials: Credentials | undefined;
  /** By which the visitor is the customer of another channel; shown once. */
  #pass: string | undefined;
  /** The shop's word on who is signed in; shown once. */
  #shopToken: string | undefined;
  readonly #onLargeType: (large: boolean) => void;
  #epoch = 0;
  #asking: Promise<Credentials> | undefined;

  constructor(
    transport: Transport,
    store: Store,
    locale: () => string,
    now: () => number,
    pass?: string,
    onLargeType: (large: boolean) => void = () => undefined,
  ) {
    this.#onLargeType = onLargeType;
    this.#transport = transport;
    this.#store = store;
    this.#locale = locale;
    this.#now = now;
    this.#pass = pass;
    this.#credentials = readCredentials(store);
  }

  /** What is known without asking the server. */
  get credentials(): Credentials | undefined {
    return this.#credentials;
  }

  /** Valid credentials, asked for at most once at a time. Throws TokenError, or the transport's error. */
  async ensure(): Promise<Credentials> {
    const known = this.#credentials;
    if (known && known.expiresAt > this.#now() && !this.#pass && !this.#shopToken) return known;
    return this.renew();
  }

  /** A new token for the same conversation: by refreshing, or by showing the old one to the page's own endpoint. */
  renew(): Promise<Credentials> {
    const epoch = this.#epoch;
    this.#asking ??= this.#ask().finally(() => {
      if (epoch === this.#epoch) this.#asking = undefined;
    });
    return this.#asking;
  }

  /** Exchanges a token past half its life; a failure is no harm as long as the old one is valid. */
  async refreshIfDue(): Promise<void> {
    if (!this.#credentials || this.#credentials.refreshAt > this.#now()) return;
    await this.renew().catch(() => undefined);
  }

  /** The shop says who is signed in on its page; the next `ensure` shows its word. */
  signIn(shopToken: string): void {
    this.#epoch += 1;
    this.#asking = undefined;
    this.#shopToken = shopToken;
  }

  /** Whether this is the conversation of somebody who was signed in at the shop. */
  get signedIn(): boolean {
    return this.#credentials?.signedIn === true;
  }

  /** Takes a token that Direct Line handed out with a stream address. */
  adopt(body: unknown): void {
    const token = field(body, 'token');
    if (!this.#credentials || !token) return;
    this.#keep({ ...this.#credentials, token, ...this.#lifetime(numberField(body, 'expires_in')) }, this.#epoch);
  }

  /** Forgets the conversation; the next `ensure` begins a new one. */
  forget(): void {
    this.#epoch += 1;
    this.#asking = undefined;
    this.#credentials = undefined;
    this.#store.remove(key);
  }

  async #ask(): Promise<Credentials> {
    const epoch = this.#epoch;
    const known = this.#credentials;
    const pass = this.#pass;
    const shopToken = this.#shopToken;
    if (known && known.expiresAt > this.#now() && !pass && !shopToken) {
      const path = '/v3/directline/tokens/refresh';
      const answer = await this.#transport.request({ method: 'POST', path, token: known.token });
      const token = field(answer.body, 'token');
      if (answer.status === 200 && token) {
        return this.#keep({ ...known, token, ...this.#lifetime(numberField(answer.body, 'expires_in')) }, epoch);
      }
    }
    const earlier = known && { conversationId: known.conversationId, token: known.token };
    const json = { locale: this.#locale(), ...earlier, ...(pass && { pass }), ...(shopToken && { shopToken }) };
    const answer = await this.#transport.request({ method: 'POST', path: '/api/v1/chat-tokens', json });
    const conversationId = field(answer.body, 'conversationId');
    const token = field(answer.body, 'token');
    if (answer.status >= 300 || !conversationId || !token) throw new TokenError(answer);
    this.#pass = undefined;
    if (epoch === this.#epoch) this.#shopToken = undefined;
    this.#onLargeType(flagField(answer.body, 'largeType') ?? false);
    const userId = field(answer.body, 'userId') ?? '';
    const lifetime = this.#lifetime(numberField(answer.body, 'expiresIn'));
    const shop = field(answer.body, 'shop');
    const signedIn = shop === 'joined' || (known?.userId === userId && known.signedIn === true);
    return this.#keep({ conversationId, token, userId, ...(signedIn && { signedIn }), ...lifetime }, epoch);
  }

  /** Expiry counts a minute less, so that a token never expires on its way. */
  #lifetime(seconds = 1800): { expiresAt: number; refreshAt: number } {
    const now = this.#now();
    return { expiresAt: now + Math.max(seconds - 60, seconds / 2) * 1000, refreshAt: now + seconds * 500 };
  }

  /** An answer that comes after `forget` belongs to a conversation that is no longer wanted. */
  #keep(credentials: Credentials, epoch: number): Credentials {
    if (epoch !== this.#epoch) return credentials;
    this.#credentials = credentials;
    this.#store.set(key, JSON.stringify(credentials));
    return credentials;
  }
}

function readCredentials(store: Store): Credentials | undefined {
  const value = readJson(store, key);
  const conversationId = field(value, 'conversationId');
  const token = field(value, 'token');
  const userId = field(value, 'userId');
  if (!conversationId || !token || userId === undefined) return undefined;
  const expiresAt = numberField(value, 'expiresAt') ?? 0;
  const signedIn = flagField(value, 'signedIn') === true;
  const refreshAt = numberField(value, 'refreshAt') ?? 0;
  return { conversationId, token, userId, expiresAt, refreshAt, ...(signedIn && { signedIn }) };
}
