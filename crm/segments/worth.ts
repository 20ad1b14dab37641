import type { Client } from '#prisma/client.ts';

/** What a customer brought and cost so far, in fen; work is counted, not priced. */
export interface Worth {
  orders: number;
  paidCents: number;
  yearCents: number;
  /** Language models in their conversations. */
  modelCents: number;
  /** What was given for complaints, and off orders by vouchers of a fixed value. */
  compensationCents: number;
  voucherCents: number;
  staffMessages: number;
  tasksDone: number;
}

/** Value and cost of one customer, from the rows themselves. */
export async function worthOf(client: Client, customerId: string, now: Date): Promise<Worth> {
  const year = new Date(now.getTime() - 365 * 86_400_000);
  const [row] = await client.$queryRaw<Worth[]>`
    WITH talks AS (SELECT id FROM "Conversation" WHERE "customerId" = ${customerId}::uuid)
    SELECT p.orders, p."paidCents", p."yearCents",
           coalesce((SELECT sum("costMicros") FROM "ModelCall" WHERE "conversationId" IN (SELECT id FROM talks)), 0)::float / 10000 AS "modelCents",
           coalesce((SELECT sum(k."amountCents") FROM "Compensation" k JOIN "Complaint" c ON c.id = k."complaintId"
                      WHERE c."customerId" = ${customerId}::uuid AND k.state IN ('approved', 'given')), 0)::float AS "compensationCents",
           coalesce((SELECT sum(amount) FROM "Voucher" WHERE "customerId" = ${customerId}::uuid AND kind = 'value'
                        AND "redeemedAt" IS NOT NULL), 0)::float AS "voucherCents",
           (SELECT count(*)::int FROM "Activity" WHERE "conversationId" IN (SELECT id FROM talks)
               AND type = 'message' AND sender = 'staff') AS "staffMessages",
           (SELECT count(*)::int FROM "Task" WHERE "customerId" = ${customerId}::uuid AND state = 'done') AS "tasksDone"
      FROM (SELECT count(DISTINCT "orderNumber")::int AS orders, coalesce(sum("amountCents"), 0)::float AS "paidCents",
                   coalesce(sum("amountCents") FILTER (WHERE "purchasedAt" > ${year}), 0)::float AS "yearCents"
              FROM "Purchase" WHERE "customerId" = ${customerId}::uuid) p`;
  return row!;
}
