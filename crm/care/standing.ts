import { type Client, Prisma } from '#prisma/client.ts';
import { refillsDaily } from '../conversations/messageBudget.ts';
import { toldZone, zoneFrom } from '../customers/zones/customerZones.ts';
import type { Standing } from './verdict.ts';

/** So many messages of an allowance stay for what is more important, as in the message budget: answers before surveys before care. */
const kept = { care: 2, survey: 1 } as const;

/** A customer's standing, with what the text calls them. */
export interface Known extends Standing {
  id: string;
  name: string | null;
  language: 'zh' | 'en';
}

/**
 * How these customers stand now as to being written to for that purpose, and by which channel that would be: one they agreed to and
 * that takes a message, the one they asked for first, else where they spoke last. `begins`: channels on which the shop may write
 * first. `only`: no other channel counts. `lock`: nobody else writes to them, nor hears their "unsubscribe", until the transaction ends.
 */
export async function standingsOf(
  client: Client,
  customerIds: readonly string[],
  now: Date,
  lock: boolean,
  purpose: keyof typeof kept = 'care',
  begins: readonly string[] = [],
  only: string | null = null,
): Promise<Map<string, Known>> {
  const ids = [...new Set(customerIds)].sort();
  if (lock) {
    await client.$queryRaw`SELECT 1 FROM "Customer" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  }
  const rows = await client.$queryRaw<
    (Known & { told: string | null; phone: string | null; city: string | null })[]
  >(Prisma.sql`
    SELECT c.id, c.name, c.phone, c.city, ${toldZone} AS told, coalesce(w.language, c.language, 'zh') AS language, c.demo, c.tier,
           CASE WHEN w.channel IS NULL THEN ${grantedBy(purpose, Prisma.sql`${only ?? 'any'}::text`)} ELSE w.granted END AS granted,
           EXISTS (SELECT 1 FROM "Complaint" p WHERE p."customerId" = c.id AND p.state <> 'closed') AS complaining,
           (SELECT max(m."decidedAt") FROM "CareMessage" m WHERE m."customerId" = c.id AND m.state = 'sent') AS "lastAt",
           w.id AS "conversationId", w.channel, w.holder, coalesce(w.reachable, false) AS reachable
      FROM "Customer" c
      LEFT JOIN LATERAL (
        SELECT v.*, ${grantedBy(purpose, Prisma.sql`v.channel`)} AS granted, ${reachableBy(now, kept[purpose])} AS reachable
          FROM (
            (SELECT DISTINCT ON (t.channel) t.id, t.channel, t."userId" AS account, t.holder, t.language, t."lastActivityAt" AS at
               FROM "Conversation" t WHERE t."customerId" = c.id AND t.channel <> 'console'
              ORDER BY t.channel, t."lastActivityAt" DESC)
            UNION ALL
            SELECT NULL, b.channel, CASE b.channel WHEN 'mail' THEN lower(c.email) ELSE c.phone END, 'bot'::"Holder", NULL, NULL
              FROM unnest(${[...begins]}::text[]) b(channel)
             WHERE CASE b.channel WHEN 'mail' THEN c.email ELSE c.phone END IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM "Conversation" t WHERE t."customerId" = c.id AND t.channel = b.channel)
          ) v
         WHERE ${only}::text IS NULL OR v.channel = ${only}::text
         ORDER BY (${grantedBy(purpose, Prisma.sql`v.channel`)} AND ${reachableBy(now, kept[purpose])}) DESC NULLS LAST, ${preferred(now)} DESC,
                  v.at DESC NULLS LAST, v.channel LIMIT 1
      ) w ON true
     WHERE c.id = ANY(${ids}::uuid[])`);
  return new Map(
    rows.map(({ told, phone, city, ...row }) => [row.id, { ...row, zone: zoneFrom({ told, phone, city }) ?? null }]),
  );
}

/** The latest answer to whether the shop may write for a purpose by a channel. */
const grantedBy = (purpose: string, channel: Prisma.Sql) => Prisma.sql`
  (SELECT k.granted FROM "Consent" k WHERE k."customerId" = c.id AND k.purpose = ${purpose} AND k."complaintId" IS NULL
    AND k.channel IN (${channel}, 'any') ORDER BY k.at DESC, k.id DESC LIMIT 1)`;

/** Whether the channel takes a message: the account is there, and its allowance is not used up (or begins anew by itself). */
const reachableBy = (now: Date, keep: number) => Prisma.sql`
  (NOT EXISTS (SELECT 1 FROM "UnreachableAccount" u WHERE u.channel = v.channel AND u.account = v.account)
    AND (NOT EXISTS (SELECT 1 FROM "MessageAllowance" a WHERE a.channel = v.channel AND a.account = v.account
                        AND (a."endsAt" > ${now} OR v.channel <> ALL(${[...refillsDaily]}::text[])))
         OR coalesce((SELECT sum(a.allowed - a.used) FROM "MessageAllowance" a
                       WHERE a.channel = v.channel AND a.account = v.account AND a."endsAt" > ${now}) > ${keep}, false)))`;

/** Whether it is the channel that the customer asked to be written to by; what they did not confirm, or what is over, counts for nothing. */
const preferred = (now: Date) => Prisma.sql`
  coalesce((SELECT CASE WHEN p.value ~* '微信|wechat' THEN v.channel IN ('wechat', 'wecom')
                        WHEN p.value ~* '邮|mail' THEN v.channel IN ('mail', 'email')
                        WHEN p.value ~* '短信|sms|text' THEN v.channel IN ('smsgateway', 'sms') END
              FROM "Preference" p WHERE p."customerId" = c.id AND p.key = 'contactChannel'
               AND p.confirmed AND (p."validUntil" IS NULL OR p."validUntil" > ${now})
             ORDER BY p."updatedAt" DESC LIMIT 1), false)`;
