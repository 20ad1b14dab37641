import type { Logger } from 'pino';
import type { Server } from 'restify';
import { mountCallback } from '../tencent/routes.ts';
import type { XmlFields } from '../tencent/xml.ts';
import { WecomCallback } from './callback.ts';
import type { WecomCallbackSettings } from './settings.ts';

export const wecomPath = '/channels/wecom';

/** What WeCom pushes to /channels/wecom, for whomever it concerns: customers of 微信客服, and staff who use the shop's app. */
export class WecomPushes {
  readonly #callback: WecomCallback;
  readonly #logger: Logger;
  readonly #listeners: ((fields: XmlFields) => Promise<void>)[] = [];

  constructor(settings: WecomCallbackSettings, now: () => number, logger: Logger) {
    this.#callback = new WecomCallback(settings, now);
    this.#logger = logger;
  }

  /** From now on this hears every push, also a repeated one; it is acknowledged once all are done. */
  hear(listener: (fields: XmlFields) => Promise<void>): void {
    this.#listeners.push(listener);
  }

  /** Adds the routes. */
  mount(server: Server): void {
    const push = async (query: URLSearchParams, body: string) => {
      const fields = this.#callback.open(query, body);
      for (const listener of this.#listeners) await listener(fields);
      return '';
    };
    mountCallback(server, wecomPath, { echo: (query) => this.#callback.echo(query), push }, this.#logger);
  }
}
