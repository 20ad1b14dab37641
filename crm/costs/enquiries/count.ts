import { type Client, Prisma } from '#prisma/client.ts';

/** Days of the shop's zone: [from, to), as their instants too. */
export interface CountedSpan {
  zone: string;
  lo: Date;
  hi: Date;
  /** Only of these conversations; absent: of all. */
  conversations?: readonly string[];
}

/** A message of staff takes the time since whatever was said before it, but at least and at most so long. */
export const STAFF_MESSAGE = { leastMs: 30_000, mostMs: 300_000 };

const amounts = ['milliEnquiries', 'staffMs', 'milliTasks', 'milliMessages', 'tokens', 'modelMicros'];
/** What the shop calls its tiers; what somebody else wrote there is theirs, and does not stay. */
const TIER = '^[a-z][a-z0-9-]{0,39}$';
const HOUR_MS = 3_600_000;

/** The smallest UUID v7 of a time: the history is partitioned by its ids. */
function idAt(ms: number): string {
  const time = Math.max(0, ms).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

/**
 * What conversations took, and how often each product was what an answer, a complaint, a gap or a rating was about: rows as EnquiryPart
 * has them. Amounts are split at running sums (the share up to here less the share before it), so that parts add up exactly. A day on which
 * the customer was only written to (care, surveys) is no enquiry.
 */
const parts = ({ zone, lo, hi, conversations }: CountedSpan): Prisma.Sql => {
  const { leastMs, mostMs } = STAFF_MESSAGE;
  const only = (column: Prisma.Sql) =>
    conversations ? Prisma.sql`AND ${column} = ANY(${[...conversations]}::uuid[])` : Prisma.empty;
  const day = (at: Prisma.Sql) => Prisma.sql`(${at} AT TIME ZONE ${zone})::date`;
  const within = (at: Prisma.Sql) => Prisma.sql`${at} >= ${lo} AND ${at} < ${hi}`;
  const id = Prisma.sql`"conversationId"`;
  const split = (amount: string) => {
    const whole = Prisma.raw(`"${amount}"`);
    return Prisma.sql`${whole} * upto / parts - ${whole} * (upto - part) / parts AS ${whole}`;
  };
  return Prisma.sql`
    WITH said AS MATERIALIZED (
      SELECT ${id}, id, "createdAt" AS at, sender, direction, CASE WHEN sender = 'bot' THEN body->'channelData'->'sources' END AS sources,
             lag("createdAt") OVER (PARTITION BY ${id} ORDER BY sequence) AS before
        FROM "Activity" WHERE id >= ${idAt(lo.getTime() - HOUR_MS)}::uuid AND id < ${idAt(hi.getTime() + HOUR_MS)}::uuid AND type = 'message'
         AND "createdAt" >= ${new Date(lo.getTime() - mostMs)} AND "createdAt" < ${hi} ${only(id)}),
    used AS (
      SELECT ${id}, ${day(Prisma.sql`at`)} AS day, bool_or(sender = 'customer') AS asked,
             sum(CASE WHEN sender = 'staff' THEN least(${mostMs}, greatest(${leastMs},
               coalesce((extract(epoch FROM at - before) * 1000)::bigint, ${mostMs}))) ELSE 0 END)::bigint AS ms,
             0::bigint AS tasks, count(*) FILTER (WHERE direction = 'outbound') AS messages, 0::bigint AS tokens, 0::bigint AS micros
        FROM said WHERE at >= ${lo} GROUP BY 1, 2
       UNION ALL
      SELECT ${id}, ${day(Prisma.sql`at`)}, false, 0, 0, 0, sum("inputTokens" + "outputTokens"), sum("costMicros")
        FROM "ModelCall" WHERE ${within(Prisma.sql`at`)} AND ${id} IS NOT NULL ${only(id)} GROUP BY 1, 2
       UNION ALL
      SELECT coalesce(t.${id}, k.${id}), ${day(Prisma.sql`t."completedAt"`)}, false, 0, count(*), 0, 0, 0
        FROM "Task" t LEFT JOIN "Complaint" k ON k.id = t."complaintId"
       WHERE t.state = 'done' AND ${within(Prisma.sql`t."completedAt"`)} AND coalesce(t.${id}, k.${id}) IS NOT NULL
             ${only(Prisma.sql`coalesce(t.${id}, k.${id})`)} GROUP BY 1, 2),
    whole AS (
      SELECT ${id}, day, bool_or(asked)::int::bigint * 1000 AS "milliEnquiries", sum(ms)::bigint AS "staffMs", sum(tasks)::bigint * 1000 AS "milliTasks",
             sum(messages)::bigint * 1000 AS "milliMessages", sum(tokens)::bigint AS tokens, sum(micros)::bigint AS "modelMicros"
        FROM used GROUP BY 1, 2 HAVING bool_or(asked) OR sum(ms) > 0 OR sum(tasks) > 0 OR sum(tokens) > 0),
    documents AS (
      SELECT 'product:' || sku AS document, id AS product FROM "Product" UNION ALL SELECT id::text, id FROM "Product"
       UNION ALL SELECT a.id::text, p.id FROM "Article" a JOIN "Product" p ON p.sku = ANY(a."productSkus")),
    about AS (
      SELECT DISTINCT s.${id}, ${day(Prisma.sql`s.at`)} AS day, d.product, s.id
        FROM said s CROSS JOIN LATERAL jsonb_array_elements(CASE jsonb_typeof(s.sources) WHEN 'array' THEN s.sources ELSE '[]' END) x
        JOIN documents d ON d.document = x->>'documentId' WHERE s.at >= ${lo}
       UNION ALL
      SELECT ${id}, ${day(Prisma.sql`"createdAt"`)}, "productId", id FROM "Complaint"
       WHERE ${within(Prisma.sql`"createdAt"`)} AND ${id} IS NOT NULL AND "productId" IS NOT NULL ${only(id)}
       UNION ALL
      SELECT ${id}, ${day(Prisma.sql`"createdAt"`)}, "productId", id FROM "Gap"
       WHERE ${within(Prisma.sql`"createdAt"`)} AND ${id} IS NOT NULL AND "productId" IS NOT NULL ${only(id)}
       UNION ALL
      SELECT i.${id}, ${day(Prisma.sql`i."sentAt"`)}, coalesce(i."productId", r."productId"), i.id
        FROM "Invitation" i LEFT JOIN "Response" r ON r."invitationId" = i.id
       WHERE ${within(Prisma.sql`i."sentAt"`)} AND i.${id} IS NOT NULL AND coalesce(i."productId", r."productId") IS NOT NULL
             ${only(Prisma.sql`i.${id}`)}),
    counted AS (SELECT ${id}, day, product::text AS product, count(*) AS part FROM about GROUP BY 1, 2, 3),
    shared AS (
      SELECT w.*, coalesce(n.product, '') AS product, coalesce(n.part, 1) AS part,
             sum(coalesce(n.part, 1)) OVER (PARTITION BY w.${id}, w.day)::bigint AS parts,
             sum(coalesce(n.part, 1)) OVER (PARTITION BY w.${id}, w.day ORDER BY n.product)::bigint AS upto
        FROM whole w LEFT JOIN counted n ON n.${id} = w.${id} AND n.day = w.day)
    SELECT s.${id}, s.day, s.product, s.part::int AS part, s.parts::int AS parts, c.channel, CASE WHEN u.tier ~ ${TIER} THEN u.tier ELSE '' END AS tier,
           ${Prisma.join(amounts.map(split))}
      FROM shared s JOIN "Conversation" c ON c.id = s.${id} LEFT JOIN "Customer" u ON u.id = c."customerId"`;
};

const named = Prisma.raw(amounts.map((amount) => `"${amount}"`).join(', '));
const columns = Prisma.sql`"conversationId", day, product, part, parts, channel, tier, ${named}`;

/**
 * Counts whole days anew. What is known of conversations whose customer has left is kept as it is: the words that told the product are
 * gone. Safe to run twice; the caller sees to it that one at a time counts.
 */
export async function countEnquiries(client: Client, span: CountedSpan): Promise<void> {
  const { zone, lo, hi, conversations } = span;
  const days = Prisma.sql`day >= (${lo} AT TIME ZONE ${zone})::date AND day < (${hi} AT TIME ZONE ${zone})::date`;
  const theirs = conversations ? Prisma.sql`AND e."conversationId" = ANY(${[...conversations]}::uuid[])` : Prisma.empty;
  await client.$executeRaw(Prisma.sql`
    DELETE FROM "EnquiryPart" e USING "Conversation" c
     WHERE ${days} AND c.id = e."conversationId" AND c."erasedAt" IS NULL ${theirs}`);
  await client.$executeRaw(Prisma.sql`
    INSERT INTO "EnquiryPart" (${columns}) SELECT ${columns} FROM (${parts(span)}) p
     WHERE NOT EXISTS (SELECT 1 FROM "EnquiryPart" e WHERE e."conversationId" = p."conversationId" AND e.day = p.day)`);
  await client.$executeRaw(Prisma.sql`DELETE FROM "EnquiryDay" WHERE ${days}`);
  await client.$executeRaw(Prisma.sql`
    INSERT INTO "EnquiryDay" (day, product, channel, tier, ${named})
    SELECT day, product, channel, tier, ${Prisma.join(amounts.map((amount) => Prisma.raw(`sum("${amount}")`)))}
      FROM "EnquiryPart" WHERE ${days} GROUP BY 1, 2, 3, 4`);
}
