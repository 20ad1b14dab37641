import { type Client, Prisma } from '#prisma/client.ts';

/** A talk is over when nobody has said anything for a while; after this many hours more it is too late to ask about it. */
const QUIET_HOURS = 6;
/** So far back a talk began at most. */
const TALK_HOURS = 12;

const lately = Prisma.sql`a."conversationId" = t.id AND a.type = 'message'
     AND a."createdAt" > t."lastActivityAt" - make_interval(hours => ${TALK_HOURS}::int)`;

/** Replies that told something: sentences of an article, facts, products. */
const tells = Prisma.sql`jsonb_path_exists(a.explanation, '$.steps[*] ? (exists(@.chosen[*]) || exists(@.candidates[*].reasons)
  || exists(@.facts[*].value ? (@ != null)))')`;

/** The last reply of a talk (t) that helped: by a person, or with something that it told. `down`: the customer said that it did not. */
const lastHelp = Prisma.sql`
  SELECT a.id, CASE a.sender WHEN 'staff' THEN substr(a.body->'from'->>'id', 7) ELSE 'bot' END AS rated,
         EXISTS (SELECT 1 FROM "Feedback" f WHERE f."activityId" = a.id AND NOT f.helpful) AS down
    FROM "Activity" a WHERE ${lately} AND (a.sender = 'staff' OR (a.sender = 'bot' AND ${tells})) ORDER BY a.sequence DESC LIMIT 1`;

/** Who has helped last in a conversation by now, and whether the customer said that it was no help; undefined: nobody. */
export async function helperIn(
  client: Client,
  conversationId: string,
): Promise<{ rated: string; down: boolean } | undefined> {
  const [row] = await client.$queryRaw<{ rated: string; down: boolean }[]>(Prisma.sql`
    SELECT h.rated, h.down FROM "Conversation" t CROSS JOIN LATERAL (${lastHelp}) h WHERE t.id = ${conversationId}::uuid`);
  return row;
}

/**
 * Talks that became quiet, each with why it is not asked about: who was helped, by a person or with an answer that was not thumbed down, had the
 * last word from us, and left without one, is asked. Whoever helped last is rated. No talk at all: where only the shop wrote. `who`: what
 * forbids to ask the customer (c) at all.
 */
export function quietTalks(
  { quietMinutes, now, zone }: { quietMinutes: number; now: Date; zone: string },
  who: Prisma.Sql,
): Prisma.Sql {
  const day = Prisma.sql`(t."lastActivityAt" AT TIME ZONE ${zone})::date`;
  return Prisma.sql`
    SELECT t."customerId", 'conversation:' || t.id || ':' || ${day} AS cause, coalesce(h.rated, 'bot') AS rated, t.id AS "conversationId",
           NULL::uuid AS "productId", NULL::uuid AS "complaintId", NULL::uuid AS "taskId",
           CASE WHEN ${who} IS NOT NULL THEN ${who}
                WHEN t.holder <> 'bot' THEN 'withPerson'
                WHEN l.sender = 'customer' THEN 'unanswered'
                WHEN h.id IS NULL THEN 'noHelp'
                WHEN h.down THEN 'thumbsDown'
                WHEN EXISTS (SELECT 1 FROM "Invitation" x WHERE x."conversationId" = t.id AND x.state <> 'withheld'
                                AND x.cause = 'conversation:' || t.id || ':' || ${day}) THEN 'otherSurvey' END AS reason
      FROM "Conversation" t JOIN "Customer" c ON c.id = t."customerId"
     CROSS JOIN LATERAL (SELECT a.sender FROM "Activity" a WHERE a."conversationId" = t.id AND a.type = 'message'
                          ORDER BY a.sequence DESC LIMIT 1) l
      LEFT JOIN LATERAL (${lastHelp}) h ON true
     WHERE t."lastActivityAt" <= ${now}::timestamptz - make_interval(mins => ${quietMinutes}::int)
       AND t."lastActivityAt" > ${now}::timestamptz - make_interval(mins => ${quietMinutes}::int, hours => ${QUIET_HOURS}::int)
       AND (h.id IS NOT NULL OR EXISTS (SELECT 1 FROM "Activity" a WHERE ${lately} AND a.sender = 'customer'))`;
}
