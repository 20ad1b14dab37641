import type { MyRecordJson } from '../../api/myRecord.ts';
import { browserStore } from '../kit/storage.ts';

export type { MyRecordJson } from '../../api/myRecord.ts';

/** A refusal of the server: its status, its stable code, and what to change. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, problem: { code?: string; title?: string; fields?: { message: string }[] }) {
    super(problem.fields?.[0]?.message ?? problem.title ?? '');
    this.status = status;
    this.code = problem.code ?? '';
  }
}

/** The key of this tab: it goes with the tab, so that nobody finds it later on a shared telephone. */
const keys = browserStore(() => sessionStorage);
const placeOf = (token: string) => `zhiyin.record.${token.slice(0, 12)}`;

/** One customer's page, as this browser holds it. */
export class MyPage {
  readonly #token: string;

  constructor(token: string) {
    this.#token = token;
  }

  /** Whether this tab has opened the link before. */
  get opened(): boolean {
    return keys.get(placeOf(this.#token)) !== undefined;
  }

  /** Opens the link, once. Throws Refused. */
  async open(): Promise<void> {
    const { key } = await this.#call<{ key: string }>('POST', '/open');
    keys.set(placeOf(this.#token), key);
  }

  see = (): Promise<MyRecordJson> => this.#call('GET', '');
  change = (fields: Record<string, string | null>): Promise<MyRecordJson> => this.#call('PATCH', '', fields);
  correct = (id: string, value?: string): Promise<MyRecordJson> =>
    this.#call('PATCH', `/preferences/${id}`, value === undefined ? {} : { value });
  forget = (id: string): Promise<MyRecordJson> => this.#call('DELETE', `/preferences/${id}`);
  consent = (choice: object): Promise<MyRecordJson> => this.#call('PUT', '/consents', choice);

  /** Ends the link, and forgets the key. */
  async close(): Promise<void> {
    await this.#call<void>('POST', '/close');
    keys.remove(placeOf(this.#token));
  }

  async #call<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`/api/v1/my-record/${encodeURIComponent(this.#token)}${path}`, {
      method,
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'x-record-key': keys.get(placeOf(this.#token)) ?? '',
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Refused(response.status, await response.json().catch(() => ({})));
    return response.status === 204 ? (undefined as T) : await response.json();
  }
}
