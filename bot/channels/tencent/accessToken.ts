/** A token as the platform gives it out; `lifeMs` from now on. */
export interface IssuedToken {
  value: string;
  lifeMs: number;
}

/** A token is renewed this long before its end: from then on the platform gives out the next one while the old one holds. */
const earlyMs = 5 * 60_000;

/**
 * The access token of this instance (…/api/base/api_getstableaccesstoken). Every instance may ask for itself: the platform gives
 * the same one out until it changes. Who needs it while it is being fetched waits for the same request.
 */
export class AccessToken {
  readonly #fetch: (force: boolean) => Promise<IssuedToken>;
  readonly #now: () => number;
  #token: { value: string; until: number } | undefined;
  #fetching: Promise<string> | undefined;

  constructor(fetch: (force: boolean) => Promise<IssuedToken>, now: () => number) {
    this.#fetch = fetch;
    this.#now = now;
  }

  /** The token, fetched where there is none that holds. */
  async value(): Promise<string> {
    if (this.#token && this.#now() < this.#token.until) return this.#token.value;
    return this.#renew(false);
  }

  /** The token after one that the platform did not take: asked for anew, and by force only if it is the same again. */
  async after(refused: string): Promise<string> {
    if (this.#token && this.#token.value !== refused) return this.#token.value;
    const next = await this.#renew(false);
    return next === refused ? this.#renew(true) : next;
  }

  #renew(force: boolean): Promise<string> {
    this.#fetching ??= this.#fetch(force)
      .then(({ value, lifeMs }) => {
        // A little later on some instances than on others, so that they do not all ask at once.
        const early = earlyMs * (1 - Math.random() / 10);
        this.#token = { value, until: this.#now() + Math.max(lifeMs - early, Math.min(lifeMs / 2, 60_000)) };
        return value;
      })
      .finally(() => {
        this.#fetching = undefined;
      });
    return this.#fetching;
  }
}
