import { v7 } from 'uuid';
import { type Client, type Database, Prisma, type WebhookDelivery } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import { Conflict, NotFound } from '../errors.ts';
import { olderThan, type Page, type PageRequest, pageOf, rowsFor } from '../page.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { Tasks } from '../tasks/tasks.ts';
import type { PartnerEventType } from './events.ts';
import { openWebhook, type WebhookDoor } from './sealedDoor.ts';

/** Events for one webhook that a sender has taken. `door` null: sealed with a key that is not here. */
export interface TakenEvents {
  webhookId: string;
  door: WebhookDoor | null;
  rows: WebhookDelivery[];
}

/** How the sending of one event ended. */
export interface EventEnd {
  id: string;
  attempts: number;
  state: 'delivered' | 'waiting' | 'failed';
  nextAttemptAt?: Date;
  status: number | null;
  error: string | null;
}

const dayMs = 24 * 60 * 60 * 1000;
/** A webhook at which nothing has arrived for so long is stopped (Standard Webhooks: "disable failing endpoints"). */
const FAILING_DAYS = 5;
const KEPT_DAYS = 30;
const GONE = 'The process that sent it ended, or took too long.';

/** What is on its way to partners, and the log of what arrived. */
export class WebhookDeliveries {
  readonly #parts: { db: Database; clock: Clock; audit: Audit; secrets: Secrets; tasks: Tasks };
  readonly #db: Database;

  constructor(parts: { db: Database; clock: Clock; audit: Audit; secrets: Secrets; tasks: Tasks }) {
    this.#parts = parts;
    this.#db = parts.db;
  }

  /** Takes up to `atOnce` events of one webhook that are due, the oldest first, marked `sending` until `leaseMs` from now; null: nothing is due. */
  async take(atOnce: number, leaseMs: number): Promise<TakenEvents | null> {
    const { clock, secrets } = this.#parts;
    const now = clock.now();
    const until = new Date(now.getTime() + leaseMs);
    const taken = await this.#db.transaction(async (client) => {
      const [found] = await client.$queryRaw<{ id: string }[]>(Prisma.sql`
        SELECT w.id FROM "Webhook" w WHERE w.active AND w."freeAt" <= ${now} AND EXISTS (
          SELECT 1 FROM "WebhookDelivery" d WHERE d."webhookId" = w.id AND d.state = 'waiting' AND d."nextAttemptAt" <= ${now})
         ORDER BY w."freeAt", w.id LIMIT 1 FOR UPDATE SKIP LOCKED`);
      if (!found) return null;
      const webhook = await client.webhook.update({ where: { id: found.id }, data: { freeAt: until } });
      const rows = await client.$queryRaw<WebhookDelivery[]>(Prisma.sql`
        UPDATE "WebhookDelivery" d SET state = 'sending', attempts = d.attempts + 1, "nextAttemptAt" = ${until}
         WHERE d."webhookId" = ${found.id}::uuid AND d.id IN (
           SELECT e.id FROM "WebhookDelivery" e WHERE e."webhookId" = ${found.id}::uuid AND e.state = 'waiting'
              AND e."nextAttemptAt" <= ${now} ORDER BY e."occurredAt", e.id LIMIT ${atOnce})
        RETURNING d.*`);
      return { webhook, rows };
    });
    if (!taken) return null;
    const door = await openWebhook(secrets, taken.webhook, now);
    return { webhookId: taken.webhook.id, door, rows: taken.rows };
  }

  /** Ends attempts; what another sender has taken meanwhile stays. `gone`: the partner says that it wants nothing any more (410). */
  async settle(webhookId: string, ends: EventEnd[], { freeAt, gone }: { freeAt: Date; gone: boolean }): Promise<void> {
    const now = this.#parts.clock.now();
    await this.#db.transaction(async (client) => {
      for (const { id, attempts, state, nextAttemptAt = now, status, error } of ends) {
        await client.webhookDelivery.updateMany({
          where: { webhookId, id, attempts, state: 'sending' },
          data: { state, nextAttemptAt, status, error, settledAt: state === 'waiting' ? null : now },
        });
      }
      const webhook = await client.webhook.findUnique({ where: { id: webhookId } });
      if (!webhook) return;
      const arrived = ends.some(({ state }) => state === 'delivered');
      const failingSince = arrived ? null : (webhook.failingSince ?? now);
      const failing = failingSince !== null && now.getTime() - failingSince.getTime() >= FAILING_DAYS * dayMs;
      const stoppedFor = gone ? 'gone' : failing ? 'failing' : null;
      await client.webhook.update({
        where: { id: webhookId },
        data: { freeAt, failingSince, ...(stoppedFor && { active: false, stoppedFor }) },
      });
      if (stoppedFor && webhook.active) await this.#tellStopped(client, webhook.name, stoppedFor);
      this.#db.signals.publish('webhooks', {});
    });
  }

  /** What a sender that is gone left behind is sent again. */
  async recover(attempts: number): Promise<number> {
    const now = this.#parts.clock.now();
    return this.#db.transaction((client) =>
      client.$executeRaw(Prisma.sql`
        UPDATE "WebhookDelivery" SET "nextAttemptAt" = ${now}, error = ${GONE},
               "settledAt" = CASE WHEN attempts >= ${attempts} THEN ${now}::timestamptz END,
               state = CASE WHEN attempts >= ${attempts} THEN 'failed'::"WebhookDeliveryState" ELSE 'waiting' END
         WHERE state = 'sending' AND "nextAttemptAt" < ${now}`),
    );
  }

  /** The log of a webhook, newest first. Throws NotFound. */
  async list(
    webhookId: string,
    filter: PageRequest & { state?: WebhookDelivery['state']; type?: PartnerEventType } = {},
  ): Promise<Page<WebhookDelivery>> {
    await this.#require(webhookId);
    const { state, type } = filter;
    const rows = await this.#db.client.webhookDelivery.findMany({
      where: { webhookId, ...(state && { state }), ...(type && { type }), ...olderThan('occurredAt', filter) },
      orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }],
      take: rowsFor(filter),
    });
    return pageOf(rows, filter, (row) => ({ at: row.occurredAt, id: row.id }));
  }

  /** One is sent again, whatever came of it. Throws NotFound, Conflict while it is on its way. */
  async sendAgain(webhookId: string, id: string, staffId: string | null): Promise<WebhookDelivery> {
    return this.#db.transaction(async (client) => {
      const { count } = await client.webhookDelivery.updateMany({
        where: { webhookId, id, state: { in: ['delivered', 'failed'] } },
        data: this.#anew(),
      });
      const row = await client.webhookDelivery.findUnique({ where: { webhookId_id: { webhookId, id } } });
      if (!row) throw new NotFound('event', id);
      if (count === 0) throw new Conflict('onItsWay', 'This event is on its way already.');
      await this.#audited('sendAgain', webhookId, staffId);
      return row;
    });
  }

  /** Everything since then that the log still knows is sent again, e.g. after the partner lost its data. Tells how many. Throws NotFound. */
  async replay(webhookId: string, since: Date, staffId: string | null): Promise<number> {
    await this.#require(webhookId);
    return this.#db.transaction(async (client) => {
      const { count } = await client.webhookDelivery.updateMany({
        where: { webhookId, occurredAt: { gte: since }, state: { in: ['delivered', 'failed'] } },
        data: this.#anew(),
      });
      await this.#audited('replay', webhookId, staffId);
      return count;
    });
  }

  /** An event that says nothing, to see whether it arrives. Throws NotFound. */
  async test(webhookId: string): Promise<WebhookDelivery> {
    await this.#require(webhookId);
    const now = this.#parts.clock.now();
    return this.#db.transaction(async (client) => {
      const row = await client.webhookDelivery.create({
        data: { webhookId, id: v7(), type: 'webhook.test', data: {}, occurredAt: now, nextAttemptAt: now },
      });
      this.#db.signals.publish('webhooks', {});
      return row;
    });
  }

  /** Forgets what is older than a month, whatever came of it. */
  async forget(): Promise<void> {
    const before = new Date(this.#parts.clock.now().getTime() - KEPT_DAYS * dayMs);
    await this.#db.client.webhookDelivery.deleteMany({ where: { occurredAt: { lt: before } } });
  }

  #anew() {
    return { state: 'waiting' as const, attempts: 0, nextAttemptAt: this.#parts.clock.now(), settledAt: null };
  }

  async #audited(action: string, webhookId: string, staffId: string | null): Promise<void> {
    await this.#parts.audit.record({ staffId, action, entity: 'webhook', entityId: webhookId });
    this.#db.signals.publish('webhooks', {});
  }

  async #require(id: string): Promise<void> {
    if ((await this.#db.client.webhook.count({ where: { id } })) === 0) throw new NotFound('webhook', id);
  }

  /** An administrator has to look: the events wait meanwhile. */
  async #tellStopped(client: Client, name: string, why: 'gone' | 'failing'): Promise<void> {
    const owner = await client.staff.findFirst({
      where: { role: 'administrator', active: true },
      orderBy: { createdAt: 'asc' },
      select: { id: true, language: true },
    });
    const text = stoppedTexts[owner?.language === 'en' ? 'en' : 'zh'];
    const ownerId = owner?.id ?? null;
    await this.#parts.tasks.raise({
      type: 'custom',
      priority: 'high',
      title: text.title(name),
      detail: text[why],
      ownerId,
    });
  }
}

const stoppedTexts = {
  zh: {
    title: (name: string) => `合作方回调已停止：${name}`,
    gone: '对方回答 410（不再接收）。确认后可在“设置 › 合作方回调”中重新开启；这期间的事件保留 30 天。',
    failing: `连续 ${FAILING_DAYS} 天没有送达。请联系对方，然后在“设置 › 合作方回调”中重新开启；这期间的事件保留 ${KEPT_DAYS} 天。`,
  },
  en: {
    title: (name: string) => `A partner's webhook was stopped: ${name}`,
    gone: 'It answered 410 (wants nothing any more). Start it again under Settings › Partner webhooks if that is wrong; events wait for 30 days.',
    failing: `Nothing has arrived there for ${FAILING_DAYS} days. Talk to the partner, then start it again under Settings › Partner webhooks; events wait for ${KEPT_DAYS} days.`,
  },
};
