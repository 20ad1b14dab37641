import { Prisma } from '#prisma/client.ts';

/** Ways to look at answers that are counted by day; others (category, team, touchpoint) follow from them. */
export const countedDimensions = ['all', 'product', 'channel', 'way', 'rated', 'team', 'tier', 'segment'] as const;
export type CountedDimension = (typeof countedDimensions)[number];

/** Who was rated: `person` is a colleague or somebody of a platform's own desk; `none`: the answer was not asked for by an invitation. */
export const raters = ['bot', 'person', 'shop', 'none'] as const;
export type Rater = (typeof raters)[number];

/** Scores are 0 to 10; one place more is for answers without a score. */
export const PLACES = 12;
const scores = Array.from({ length: PLACES - 1 }, (_, score) => score);

/** In which segment the customer of an answer r was when it was given, as far as steps tell; else where they stand now. */
export const segmentThen = Prisma.sql`coalesce(
  (SELECT x."to" FROM "CustomerStep" x WHERE x."customerId" = r."customerId" AND x.kind = 'segment' AND x.at <= r."answeredAt"
    ORDER BY x.at DESC LIMIT 1),
  (SELECT k.segment FROM "CustomerSegment" k WHERE k."customerId" = r."customerId"))`;

/** Of an answer (r) with its invitation (i), conversation (c) and customer (u): what each dimension says of it. Also the export's. */
export const facts = {
  who: Prisma.sql`CASE WHEN i.rated IS NULL THEN 'none' WHEN i.rated IN ('bot', 'shop') THEN i.rated ELSE 'person' END`,
  rated: Prisma.sql`coalesce(i.rated, '')`,
  team: Prisma.sql`coalesce(i."ratedTeamId"::text, '')`,
  product: Prisma.sql`coalesce(r."productId"::text, '')`,
  channel: Prisma.sql`coalesce(r.channel, i.channel, c.channel, '')`,
  way: Prisma.sql`coalesce(r.way, i.way, 'chat')`,
  tier: Prisma.sql`coalesce(i.tier, r.tier, u.tier, '')`,
  segment: Prisma.sql`coalesce(i.segment, r.segment, ${segmentThen}, '')`,
};

/** What the facts of an answer r need beside it. */
export const answerJoins = Prisma.sql`LEFT JOIN "Invitation" i ON i.id = r."invitationId"
  LEFT JOIN "Conversation" c ON c.id = r."conversationId" LEFT JOIN "Customer" u ON u.id = r."customerId"`;

/** The day of the shop's zone on which something was, and when a day begins. */
export const dayOf = (at: Prisma.Sql, zone: string): Prisma.Sql => Prisma.sql`(${at} AT TIME ZONE ${zone})::date`;
export const startOf = (day: Prisma.Sql, zone: string): Prisma.Sql =>
  Prisma.sql`((${day})::timestamp AT TIME ZONE ${zone})`;

/**
 * `days` (rows of surveyId, day, lo, hi) counted from invitations and responses: rows as SurveyDay has them. OFFSET 0 keeps each day's own
 * stretch of the index; joined freely, all answers of a survey were compared with all days.
 */
export const counted = (days: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT f."surveyId", f.day, f.who, v.dimension, v.value, sum(f.delivered)::int AS delivered, sum(f.answered)::int AS answered,
         ARRAY[${Prisma.join(scores.map((score) => Prisma.sql`count(*) FILTER (WHERE f.given AND f.score = ${score})`))},
               count(*) FILTER (WHERE f.given AND f.score IS NULL)]::int[] AS scores
    FROM (SELECT d."surveyId", d.day, ${facts.who} AS who, ${facts.rated} AS rated, ${facts.team} AS team, ${facts.product} AS product,
                 ${facts.channel} AS channel, ${facts.way} AS way, ${facts.tier} AS tier, ${facts.segment} AS segment, true AS given, r.score,
                 0 AS delivered, 0 AS answered
            FROM (${days}) d CROSS JOIN LATERAL (SELECT * FROM "Response" n
              WHERE n."surveyId" = d."surveyId" AND n."answeredAt" >= d.lo AND n."answeredAt" < d.hi OFFSET 0) r ${answerJoins}
           UNION ALL
          SELECT d."surveyId", d.day, ${facts.who}, ${facts.rated}, ${facts.team}, coalesce(i."productId"::text, ''),
                 coalesce(i.channel, c.channel, ''), coalesce(i.way, 'chat'), i.tier, i.segment, false, NULL,
                 (i."deliveredAt" IS NOT NULL)::int, (i."answeredAt" IS NOT NULL)::int
            FROM (${days}) d CROSS JOIN LATERAL (SELECT * FROM "Invitation" n
              WHERE n."surveyId" = d."surveyId" AND n."sentAt" >= d.lo AND n."sentAt" < d.hi OFFSET 0) i
            LEFT JOIN "Conversation" c ON c.id = i."conversationId") f
   CROSS JOIN LATERAL (VALUES ('all', ''), ('product', f.product), ('channel', f.channel), ('way', f.way),
                              ('rated', f.rated), ('team', f.team), ('tier', f.tier), ('segment', f.segment)) v(dimension, value)
   WHERE v.value IS NOT NULL
   GROUP BY 1, 2, 3, 4, 5`;
