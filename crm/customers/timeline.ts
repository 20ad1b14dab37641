import { Prisma } from '#prisma/client.ts';

/** One thing that happened with a customer. `title` is a short text to show, `score` a rating. */
export interface TimelineEntry {
  kind: 'conversation' | 'complaint' | 'task' | 'response' | 'purchase' | 'preference' | 'care' | 'consent';
  id: string;
  at: Date;
  title: string;
  state: string | null;
  score: number | null;
}

/** Newest entries of a customer before a position; each part is bounded by its own index before they are merged. */
export function timelineQuery(customerId: string, before: { at: Date; id: string } | null, take: number): Prisma.Sql {
  const id = Prisma.sql`${customerId}::uuid`;
  const limit = (at: Prisma.Sql) => Prisma.sql`
    ${before ? Prisma.sql`AND (${at}, id) < (${before.at}, ${before.id}::uuid)` : Prisma.empty}
    ORDER BY ${at} DESC, id DESC LIMIT ${take}`;
  const created = Prisma.sql`"createdAt"`;
  return Prisma.sql`
    (SELECT 'conversation' AS kind, id, "createdAt" AS at, channel AS title, holder::text AS state, NULL::int AS score
       FROM "Conversation" WHERE "customerId" = ${id} ${limit(created)})
    UNION ALL (SELECT 'complaint', id, "createdAt", 'C-' || number || ' ' || left("whatHappened", 120), state::text, NULL
       FROM "Complaint" WHERE "customerId" = ${id} ${limit(created)})
    UNION ALL (SELECT 'task', id, "createdAt", title, state::text, NULL
       FROM "Task" WHERE "customerId" = ${id} ${limit(created)})
    UNION ALL (SELECT 'response', id, "answeredAt", coalesce(comment, ''), NULL, score
       FROM "Response" WHERE "customerId" = ${id} ${limit(Prisma.sql`"answeredAt"`)})
    UNION ALL (SELECT 'purchase', id, "purchasedAt", "orderNumber", NULL, NULL
       FROM "Purchase" WHERE "customerId" = ${id} ${limit(Prisma.sql`"purchasedAt"`)})
    UNION ALL (SELECT 'preference', id, "createdAt", key || ': ' || value, CASE WHEN confirmed THEN 'confirmed' END, NULL
       FROM "Preference" WHERE "customerId" = ${id} ${limit(created)})
    UNION ALL (SELECT 'care', id, "decidedAt", (SELECT concat_ws(' / ', r.name->>'zh', r.name->>'en') FROM "CareRule" r WHERE r.id = "ruleId"), state::text, NULL
       FROM "CareMessage" WHERE "customerId" = ${id} AND state IN ('sent', 'task') ${limit(Prisma.sql`"decidedAt"`)})
    UNION ALL (SELECT 'consent', id, at, purpose, CASE WHEN granted THEN 'granted' ELSE 'refused' END, NULL
       FROM "Consent" WHERE "customerId" = ${id} ${limit(Prisma.sql`at`)})
    ORDER BY at DESC, id DESC LIMIT ${take}`;
}
