import { v7 } from 'uuid';
import type { Database, Webhook } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Egress } from '../egress.ts';
import { Conflict, NotFound } from '../errors.ts';
import { newWebhookSecret } from '../notifications/targetSecret.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { PartnerEventType } from './events.ts';
import { openWebhook, sealSecret, sealUrl } from './sealedDoor.ts';

/** A partner's webhook as administrators see it: where it is, never with what it is opened. */
export interface WebhookSummary
  extends Pick<Webhook, 'id' | 'name' | 'events' | 'active' | 'stoppedFor' | 'failingSince' | 'createdAt'> {
  host: string;
  /** The end of the address, to tell two of one host apart. */
  ending: string;
  /** Until when the secret before signs, too. */
  previousUntil: Date | null;
  /** False: sealed with a key that is not here any more; the address must be entered again and the secret made anew. */
  readable: boolean;
  /** How many events are on their way, and how many were given up. */
  waiting: number;
  failed: number;
}

export interface NewWebhook {
  name: string;
  url: string;
  events: PartnerEventType[];
}

/** The secret is told in the answer that makes it, and never again. */
export type WithSecret = WebhookSummary & { secret: string };

const AT_MOST = 50;
/** How long the secret before signs beside the new one. */
const OVERLAP_MS = 24 * 60 * 60 * 1000;

/** Which partners are told what. */
export class Webhooks {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #audit: Audit;
  readonly #egress: Egress;
  readonly #secrets: Secrets;

  constructor(parts: { db: Database; clock: Clock; audit: Audit; egress: Egress; secrets: Secrets }) {
    this.#db = parts.db;
    this.#clock = parts.clock;
    this.#audit = parts.audit;
    this.#egress = parts.egress;
    this.#secrets = parts.secrets;
  }

  /** By name; at most 50. */
  async list(): Promise<WebhookSummary[]> {
    const rows = await this.#db.client.webhook.findMany({
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: AT_MOST,
    });
    return Promise.all(rows.map((row) => this.#summary(row)));
  }

  /** Throws NotFound. */
  async get(id: string): Promise<WebhookSummary> {
    const row = await this.#db.client.webhook.findUnique({ where: { id } });
    if (!row) throw new NotFound('webhook', id);
    return this.#summary(row);
  }

  /** Throws AddressRefused, Conflict where there are fifty already. */
  async create({ name, url, events }: NewWebhook, staffId: string | null): Promise<WithSecret> {
    await this.#egress.check(url);
    if ((await this.#db.client.webhook.count()) >= AT_MOST)
      throw new Conflict('tooManyWebhooks', `There are ${AT_MOST} webhooks already: remove one that is not used.`);
    const id = v7();
    const secret = newWebhookSecret();
    const now = this.#clock.now();
    const sealed = {
      url: await sealUrl(this.#secrets, id, url),
      secret: await sealSecret(this.#secrets, id, secret),
    };
    await this.#db.transaction(async (client) => {
      await client.webhook.create({ data: { id, name, events, ...sealed, createdAt: now, freeAt: now } });
      await this.#audit.record({ staffId, action: 'create', entity: 'webhook', entityId: id });
    });
    return { ...(await this.get(id)), secret };
  }

  /** What is stopped keeps what happens meanwhile, for a month. Throws NotFound, AddressRefused. */
  async update(
    id: string,
    { url, ...patch }: Partial<NewWebhook> & { active?: boolean },
    staffId: string | null,
  ): Promise<WebhookSummary> {
    await this.get(id);
    if (url !== undefined) await this.#egress.check(url);
    const sealed = url === undefined ? {} : { url: await sealUrl(this.#secrets, id, url) };
    await this.#db.transaction(async (client) => {
      const started = patch.active ? { stoppedFor: null, failingSince: null, freeAt: this.#clock.now() } : {};
      await client.webhook.update({ where: { id }, data: { ...patch, ...sealed, ...started } });
      const fields = [...Object.keys(patch), ...Object.keys(sealed)];
      await this.#audit.record({ staffId, action: 'update', entity: 'webhook', entityId: id, fields });
      this.#db.signals.publish('webhooks', {});
    });
    return this.get(id);
  }

  /** A new secret; the one before signs beside it for a day. Throws NotFound. */
  async rotate(id: string, staffId: string | null): Promise<WithSecret> {
    await this.get(id);
    const secret = newWebhookSecret();
    const sealed = await sealSecret(this.#secrets, id, secret);
    const previousUntil = new Date(this.#clock.now().getTime() + OVERLAP_MS);
    await this.#db.transaction(async (client) => {
      const { secret: previousSecret } = await client.webhook.findUniqueOrThrow({ where: { id } });
      await client.webhook.update({ where: { id }, data: { secret: sealed, previousSecret, previousUntil } });
      await this.#audit.record({ staffId, action: 'rotate', entity: 'webhook', entityId: id });
    });
    return { ...(await this.get(id)), secret };
  }

  /** With its log. Throws NotFound. */
  async remove(id: string, staffId: string | null): Promise<void> {
    await this.#db.transaction(async (client) => {
      const { count } = await client.webhook.deleteMany({ where: { id } });
      if (count === 0) throw new NotFound('webhook', id);
      await this.#audit.record({ staffId, action: 'delete', entity: 'webhook', entityId: id });
    });
  }

  /** Seals with the present key what was sealed with the one before. Safe to run twice. */
  async seal(): Promise<void> {
    const now = this.#clock.now();
    for (const row of await this.#db.client.webhook.findMany()) {
      const { id, url, secret } = row;
      const done = await Promise.all([url, secret].map((text) => this.#secrets.isPresent(text)));
      const door = done.every(Boolean) ? null : await openWebhook(this.#secrets, row, now);
      if (!door) continue;
      const [first, before] = door.secrets;
      await this.#db.client.webhook.updateMany({
        where: { id, url, secret },
        data: {
          url: await sealUrl(this.#secrets, id, door.url),
          secret: await sealSecret(this.#secrets, id, first!),
          previousSecret: before ? await sealSecret(this.#secrets, id, before) : null,
        },
      });
    }
  }

  async #summary(row: Webhook): Promise<WebhookSummary> {
    const { id, name, events, active, stoppedFor, failingSince, createdAt, previousUntil } = row;
    const now = this.#clock.now();
    const door = await openWebhook(this.#secrets, row, now);
    const counted = await this.#db.client.webhookDelivery.groupBy({
      by: ['state'],
      where: { webhookId: id, state: { in: ['waiting', 'sending', 'failed'] } },
      _count: true,
    });
    const count = (...states: string[]) =>
      counted.filter(({ state }) => states.includes(state)).reduce((sum, { _count }) => sum + _count, 0);
    return {
      ...{ id, name, events, active, stoppedFor, failingSince, createdAt },
      previousUntil: previousUntil && previousUntil > now ? previousUntil : null,
      host: door ? new URL(door.url).host : '',
      ending: door?.url.slice(-4) ?? '',
      readable: door !== null,
      waiting: count('waiting', 'sending'),
      failed: count('failed'),
    };
  }
}
