import { type Client, Prisma } from '#prisma/client.ts';
import type { Standing } from './verdict.ts';

/** So many messages of an allowance stay for what is more important, as in the message budget: answers before surveys before care. */
const kept = { care: 2, survey: 1 } as const;

/** A customer's standing, with what the text calls them. */
export interface Known extends Standing {
  id: string;
  name: string | null;
  language: 'zh' | 'en';
}

/** How these customers stand now as to being written to for that purpose; `lock`: nobody else writes to them, nor hears their "unsubscribe", until the transaction ends. */
export async function standingsOf(
  client: Client,
  customerIds: readonly string[],
  now: Date,
  lock: boolean,
  purpose: keyof typeof kept = 'care',
): Promise<Map<string, Known>> {
  const ids = [...new Set(customerIds)].sort();
  if (lock) {
    await client.$queryRaw`SELECT 1 FROM "Customer" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  }
  const rows = await client.$queryRaw<Known[]>(Prisma.sql`
    SELECT c.id, c.name, coalesce(v.language, c.language, 'zh') AS language, c.demo, c.tier,
           (SELECT k.granted FROM "Consent" k
             WHERE k."customerId" = c.id AND k.purpose = ${purpose} AND k."complaintId" IS NULL
               AND k.channel IN (coalesce(v.channel, 'any'), 'any') ORDER BY k.at DESC, k.id DESC LIMIT 1) AS granted,
           EXISTS (SELECT 1 FROM "Complaint" p WHERE p."customerId" = c.id AND p.state <> 'closed') AS complaining,
           (SELECT max(m."decidedAt") FROM "CareMessage" m WHERE m."customerId" = c.id AND m.state = 'sent') AS "lastAt",
           v.id AS "conversationId", v.holder,
           coalesce(NOT EXISTS (SELECT 1 FROM "UnreachableAccount" u WHERE u.channel = v.channel AND u.account = v."userId")
             AND (NOT EXISTS (SELECT 1 FROM "MessageAllowance" a WHERE a.channel = v.channel AND a.account = v."userId")
                  OR (SELECT sum(a.allowed - a.used) FROM "MessageAllowance" a
                       WHERE a.channel = v.channel AND a.account = v."userId" AND a."endsAt" > ${now}) > ${kept[purpose]}), false) AS reachable
      FROM "Customer" c
      LEFT JOIN LATERAL (SELECT id, channel, "userId", holder, language FROM "Conversation"
                          WHERE "customerId" = c.id AND channel <> 'console' ORDER BY "lastActivityAt" DESC LIMIT 1) v ON true
     WHERE c.id = ANY(${ids}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}
