import { v7 } from 'uuid';
import type { Bulk, Database } from '#prisma/client.ts';

/** What partners can be told of. The data of an event are ids, states and names of fields: whoever may know more asks the API. */
export const partnerEventTypes = [
  'customer.created',
  'customer.changed',
  'customer.merged',
  'customer.split',
  'customer.erased',
  'purchase.recorded',
  'complaint.recorded',
  'complaint.changed',
  'survey.answered',
  'consent.given',
  'consent.withdrawn',
] as const;
export type PartnerEventType = (typeof partnerEventTypes)[number];

export interface PartnerEvent {
  type: PartnerEventType;
  data: Record<string, string | number | string[] | null>;
}

/** Tells the partners who want to know, in the transaction of the change itself. Sends nothing. */
export async function tellPartners(db: Database, at: Date, { type, data }: PartnerEvent): Promise<void> {
  const told = await db.transaction(
    (client) => client.$executeRaw`
      INSERT INTO "WebhookDelivery" ("webhookId", id, type, data, "occurredAt", "nextAttemptAt")
      SELECT id, ${v7()}::uuid, ${type}, ${JSON.stringify(data)}::jsonb, ${at}, ${at} FROM "Webhook" WHERE ${type} = ANY(events)`,
  );
  if (told > 0) db.signals.publish('webhooks', {});
}

/** A UUID v7 (RFC 9562, section 5.7) in SQL that older servers know, too. */
const newId = `encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) placing
  substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid`;

/**
 * The same for many at once: `rows` is a query with the columns type and data (jsonb), `values` its parameters from $2 on
 * ($1 is the time). The caller publishes once it is committed.
 */
export async function tellPartnersOfMany(bulk: Bulk, at: Date, rows: string, values: unknown[] = []): Promise<void> {
  await bulk.query(
    `INSERT INTO "WebhookDelivery" ("webhookId", id, type, data, "occurredAt", "nextAttemptAt")
     SELECT w.id, e.id, e.type, e.data, $1, $1
       FROM (SELECT r.*, ${newId} AS id FROM (${rows}) r) e JOIN "Webhook" w ON e.type = ANY(w.events)`,
    [at, ...values],
  );
}
