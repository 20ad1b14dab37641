/**
 * The statements of delivery (DESIGN section 4.6). A row goes waiting -> sending -> sent; `nextAttemptAt` is when a waiting
 * row is due, and until when a sending one belongs to its deliverer, both by the database's clock. `attempts` counts the
 * claims and is the proof of owning one: who was overtaken changes nothing any more.
 */

/** Answers before surveys before care. */
const rank = (row: string) => `CASE ${row}."kind" WHEN 'answer' THEN 0 WHEN 'survey' THEN 1 ELSE 2 END`;

/**
 * Marks due rows `sending` and returns them with what their channel needs. A row waits for all of its conversation that are
 * more important, and for earlier ones that are alike. What is held stands in nobody's way. Rows that another deliverer is claiming are passed over; those that it has claimed since our snapshot fail
 * the conditions, which are checked again on the row's latest version. $1 how many at most, $2 lease in ms.
 */
export const claim = `
WITH due AS (
  SELECT o."id" FROM "OutboxEntry" o
  WHERE o."state" = 'waiting' AND o."nextAttemptAt" <= now() AND NOT EXISTS (
    SELECT 1 FROM "OutboxEntry" earlier
    WHERE earlier."conversationId" = o."conversationId" AND earlier."state" IN ('waiting', 'sending')
      AND (earlier."state" = 'sending' OR (${rank('earlier')}, earlier."sequence") < (${rank('o')}, o."sequence")))
  ORDER BY o."nextAttemptAt" LIMIT $1::int FOR UPDATE OF o SKIP LOCKED
), claimed AS (
  UPDATE "OutboxEntry" o SET "state" = 'sending', "attempts" = o."attempts" + 1,
    "nextAttemptAt" = now() + $2::int * interval '1 millisecond'
  FROM due WHERE o."id" = due."id"
  RETURNING o.*
)
SELECT claimed."id", claimed."kind", claimed."attempts", claimed."sequence", claimed."rest", claimed."activityId", claimed."conversationId",
  c."channel", c."externalId", c."reference", c."userId", a."body", cause."externalId" AS "repliesTo",
  coalesce(cause."claims", (
    SELECT i."claims" FROM "InboxEntry" i WHERE i."conversationId" = claimed."conversationId" AND i."claims" IS NOT NULL
    ORDER BY i."sequence" DESC LIMIT 1)) AS "claims"
FROM claimed
LEFT JOIN "Conversation" c ON c."id" = claimed."conversationId"
LEFT JOIN "Activity" a ON a."id" = claimed."activityId"
LEFT JOIN "InboxEntry" cause ON cause."id" = CASE
  WHEN a."body"->>'replyToId' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN (a."body"->>'replyToId')::uuid END
ORDER BY claimed."conversationId", claimed."sequence"`;

/**
 * Marks the answers behind a claimed one that may go with it: all that are due, up to one that is not. Nobody else can have
 * them, because the claimed one stands before them. $1 conversation, $2 its sequence, $3 lease in ms.
 */
export const claimFollowing = `
WITH taken AS (
  UPDATE "OutboxEntry" o SET "state" = 'sending', "attempts" = o."attempts" + 1,
    "nextAttemptAt" = now() + $3::int * interval '1 millisecond'
  WHERE o."conversationId" = $1::uuid AND o."sequence" > $2::int AND o."state" = 'waiting' AND o."kind" = 'answer'
    AND o."rest" IS NULL AND o."nextAttemptAt" <= now() AND o."sequence" < coalesce((
      SELECT min(b."sequence") FROM "OutboxEntry" b
      WHERE b."conversationId" = $1::uuid AND b."sequence" > $2::int AND b."state" = 'waiting' AND b."kind" = 'answer'
        AND (b."rest" IS NOT NULL OR b."nextAttemptAt" > now())), 2147483647)
  RETURNING o."id", o."activityId", o."attempts", o."sequence"
)
SELECT taken."id", taken."attempts", a."body" FROM taken LEFT JOIN "Activity" a ON a."id" = taken."activityId"
ORDER BY taken."sequence"`;

/**
 * Keeps what is sent and how it is shown, before it is. $1 row, $2 attempt, $3 messages, $4 form, $5 rows behind it, $6 their
 * attempts. No row: the attempt was no longer ours.
 */
export const fix = `
WITH mine AS (
  UPDATE "OutboxEntry" SET "rest" = $3::jsonb, "planned" = true, "form" = $4::text
  WHERE "id" = $1::uuid AND "state" = 'sending' AND "attempts" = $2::int RETURNING "id"
), others AS (
  UPDATE "OutboxEntry" o SET "state" = 'sent', "form" = $4::text
  FROM mine, unnest($5::uuid[], $6::int[]) AS f("id", "attempts")
  WHERE o."id" = f."id" AND o."state" = 'sending' AND o."attempts" = f."attempts"
)
SELECT "id" FROM mine`;

/**
 * Ends an attempt. $1 row, $2 attempt, $3 state from now on, $4 fault or null, $5 due again in ms, $6 what is left of it,
 * $7 how it was shown. No row: the attempt was no longer ours.
 */
export const settle = `
UPDATE "OutboxEntry" SET "state" = $3::"OutboxState", "error" = $4::text,
  "nextAttemptAt" = now() + $5::int * interval '1 millisecond',
  "rest" = coalesce($6::jsonb, "rest"), "form" = coalesce($7::text, "form")
WHERE "id" = $1::uuid AND "state" = 'sending' AND "attempts" = $2::int
RETURNING "id"`;

/**
 * What a deliverer that is gone left behind. Answers are sent again, as often as others, and so is what has ids of ours; of anything
 * else nobody can know whether it arrived, and it is not sent twice. $1 attempts at most, $2 what is noted.
 */
export const recover = `
UPDATE "OutboxEntry" SET "nextAttemptAt" = now(), "error" = $2::text,
  "state" = CASE WHEN "kind" <> 'answer' AND NOT "planned" THEN 'uncertain'::"OutboxState"
    WHEN "attempts" >= $1::int THEN 'failed' ELSE 'waiting' END
WHERE "state" = 'sending' AND "nextAttemptAt" < now()
RETURNING "conversationId", "activityId", "state"::text`;
