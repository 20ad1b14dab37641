/**
 * The statements of a turn's life (DESIGN section 4). A conversation's row is its lock: every statement that gives out a
 * sequence number or a lease updates it first and decides by what the update returns, which is the latest version of the
 * row. What a statement merely selects may be older than that (its snapshot was taken before it waited for the row);
 * where it matters, `turns` tells.
 *
 * Parameters carry their types, because the same text runs as a prepared statement and inside Prisma's transactions.
 */

/**
 * Stores a received activity once, with the next sequence number, and takes the lease if the conversation is idle.
 * $1 conversation, $2 external id, $3 activity id, $4 sender (state key), $5 lease wanted, $6 lease in ms,
 * $7 direction, $8 type, $9 sender kind, $10 text, $11 body, $12 claims, $13 user id, $14 for how many ms the channel's
 * request stays open for the reply (null: it does not), which it does only if the turn is ours to run now.
 * No row: there is no such conversation (any more), or it was received before. A duplicate that runs at the same moment violates the
 * unique index, and the whole statement is undone.
 */
export const receive = `
WITH taken AS (
  UPDATE "Conversation" c SET
    "sequence" = c."sequence" + 1,
    "waiting" = c."waiting" + 1,
    "lastActivityAt" = now(),
    "userId" = coalesce(c."userId", $13::text),
    "lease" = CASE WHEN c."waiting" = 0 AND (c."lease" IS NULL OR c."leaseUntil" < now()) THEN $5::uuid ELSE c."lease" END,
    "leaseUntil" = CASE WHEN c."waiting" = 0 AND (c."lease" IS NULL OR c."leaseUntil" < now())
      THEN now() + $6::int * interval '1 millisecond' ELSE c."leaseUntil" END
  WHERE c."id" = $1::uuid AND c."erasedAt" IS NULL
    AND NOT EXISTS (SELECT 1 FROM "InboxEntry" WHERE "conversationId" = $1::uuid AND "externalId" = $2::text)
  RETURNING c.*
), entry AS (
  INSERT INTO "InboxEntry" ("id", "conversationId", "externalId", "sequence", "starts", "claims", "openUntil")
  SELECT $3::uuid, $1::uuid, $2::text, taken."sequence", CASE WHEN taken."lease" = $5::uuid THEN 1 ELSE 0 END, $12::jsonb,
    CASE WHEN taken."lease" = $5::uuid THEN now() + $14::int * interval '1 millisecond' END
  FROM taken
  RETURNING "receivedAt"
), said AS (
  INSERT INTO "Activity" ("id", "conversationId", "sequence", "direction", "type", "sender", "text", "body", "createdAt")
  SELECT $3::uuid, $1::uuid, taken."sequence", $7::"Direction", $8::text, $9::text, $10::text,
    $11::jsonb || jsonb_build_object('timestamp', to_char(entry."receivedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
    entry."receivedAt"
  FROM taken, entry
)
SELECT taken."sequence", taken."lease" = $5::uuid AS "leased", taken."channel", taken."holder"::text, taken."takeovers",
  taken."customerId", taken."userId", taken."language", taken."turns", entry."receivedAt",
  (SELECT to_jsonb(p) FROM "Customer" p WHERE p."id" = taken."customerId") AS "customer",
  (SELECT "turns" FROM "Conversation" WHERE "id" = $1::uuid) AS "seenTurns",
  (SELECT "data" FROM "ConversationState" WHERE "conversationId" = $1::uuid AND "sender" = $4::text) AS "state"
FROM taken, entry`;

/** The entry that a repeated delivery repeats. $1 conversation, $2 external id. */
export const repeated = `
SELECT "id", "sequence" FROM "InboxEntry" WHERE "conversationId" = $1::uuid AND "externalId" = $2::text`;

/** $1 conversation, $2 sender. */
export const state = `SELECT "data" AS "state" FROM "ConversationState" WHERE "conversationId" = $1::uuid AND "sender" = $2::text`;

/**
 * Takes the lease, if it is free, run out or ours, and starts the first waiting entry.
 * $1 conversation, $2 lease wanted, $3 lease in ms. No row: not ours to take, or nothing waits any more.
 * The entry's state is asked again by the outer update: an entry that was finished while we waited for the row is not started.
 */
export const claim = `
WITH mine AS (
  UPDATE "Conversation" c SET "lease" = $2::uuid, "leaseUntil" = now() + $3::int * interval '1 millisecond'
  WHERE c."id" = $1::uuid AND c."waiting" > 0 AND (c."lease" IS NULL OR c."leaseUntil" < now() OR c."lease" = $2::uuid)
  RETURNING c.*
), started AS (
  UPDATE "InboxEntry" e SET "starts" = e."starts" + 1
  FROM mine
  WHERE e."state" = 'waiting' AND e."id" = (
    SELECT "id" FROM "InboxEntry" WHERE "conversationId" = $1::uuid AND "state" = 'waiting' ORDER BY "sequence" LIMIT 1)
  RETURNING e."id", e."sequence", e."starts", e."claims", e."receivedAt"
)
SELECT started."id", started."sequence", started."starts", started."claims", started."receivedAt", mine."channel",
  mine."holder"::text, mine."takeovers", mine."customerId", mine."userId", mine."language",
  (SELECT to_jsonb(p) FROM "Customer" p WHERE p."id" = mine."customerId") AS "customer"
FROM mine, started`;

/** The started activity and the dialog state, read once the lease is ours. $1 activity, $2 conversation. */
export const started = `
SELECT a."body", a."direction"::text, s."data" AS "state"
FROM "Activity" a LEFT JOIN "ConversationState" s ON s."conversationId" = $2::uuid AND s."sender" = a."body"->'from'->>'id'
WHERE a."id" = $1::uuid`;

/** A sign of life. $1 conversation, $2 lease, $3 lease in ms. */
export const renew = `
UPDATE "Conversation" SET "leaseUntil" = now() + $3::int * interval '1 millisecond' WHERE "id" = $1::uuid AND "lease" = $2::uuid`;

/** Gives a lease back without a turn. $1 conversation, $2 lease. */
export const release = `
UPDATE "Conversation" SET "lease" = NULL, "leaseUntil" = NULL WHERE "id" = $1::uuid AND "lease" = $2::uuid`;

/**
 * The turn's last statement: replies, state and the mark "done", if the lease is still ours and no person took the
 * conversation over. $1 conversation, $2 lease, $3 takeovers at the start, $4 entry, $5 sender, $6 state or null (leave it),
 * $7 replies as [{id, direction, type, sender, text, body, outbox}], $8 language or null, $9 customer or null.
 * No row: roll back everything.
 */
export const commit = `
WITH replies AS (
  SELECT r."value" AS "reply", r."ordinality"::int AS "place" FROM jsonb_array_elements($7::jsonb) WITH ORDINALITY r
), mine AS (
  UPDATE "Conversation" SET
    "lease" = NULL, "leaseUntil" = NULL, "waiting" = "waiting" - 1, "turns" = "turns" + 1,
    "sequence" = "sequence" + jsonb_array_length($7::jsonb),
    "language" = coalesce($8::text, "language"), "customerId" = coalesce($9::uuid, "customerId")
  WHERE "id" = $1::uuid AND "lease" = $2::uuid AND "takeovers" = $3::int
  RETURNING "sequence", "waiting"
), done AS (
  UPDATE "InboxEntry" SET "state" = 'done' FROM mine WHERE "id" = $4::uuid
), kept AS (
  INSERT INTO "ConversationState" ("conversationId", "sender", "data", "updatedAt")
  SELECT $1::uuid, $5::text, $6::jsonb, now() FROM mine WHERE $6::jsonb IS NOT NULL
  ON CONFLICT ("conversationId", "sender") DO UPDATE SET "data" = excluded."data", "updatedAt" = excluded."updatedAt"
), said AS (
  INSERT INTO "Activity" ("id", "conversationId", "sequence", "direction", "type", "sender", "text", "body", "explanation", "createdAt")
  SELECT ("reply"->>'id')::uuid, $1::uuid, mine."sequence" - jsonb_array_length($7::jsonb) + "place",
    ("reply"->>'direction')::"Direction", "reply"->>'type', "reply"->>'sender', "reply"->>'text', "reply"->'body',
    "reply"->'explanation', ("reply"->'body'->>'timestamp')::timestamptz
  FROM mine, replies
), posted AS (
  INSERT INTO "OutboxEntry" ("id", "conversationId", "activityId", "sequence", "kind", "nextAttemptAt")
  SELECT ("reply"->>'id')::uuid, $1::uuid, ("reply"->>'id')::uuid,
    mine."sequence" - jsonb_array_length($7::jsonb) + "place", "reply"->>'outbox',
    greatest(now(), (SELECT e."openUntil" FROM "InboxEntry" e WHERE e."id" = $4::uuid))
  FROM mine, replies WHERE "reply"->>'outbox' IS NOT NULL
)
SELECT "sequence", "waiting" FROM mine`;

/** Conversations with turns to run that nobody runs. $1 how many at most. */
export const abandoned = `
SELECT DISTINCT e."conversationId" AS "id"
FROM "InboxEntry" e JOIN "Conversation" c ON c."id" = e."conversationId"
WHERE e."state" = 'waiting' AND (c."lease" IS NULL OR c."leaseUntil" < now())
LIMIT $1::int`;

/**
 * What the customer may see after a sequence number, and the number up to which everything is told. One row with a null
 * activity where there is nothing. $1 conversation, $2 after, $3 types, $4 limit.
 */
export const since = `
SELECT c."sequence" AS "upTo", a."sequence", a."body"
FROM "Conversation" c LEFT JOIN LATERAL (
  SELECT "sequence", "body" FROM "Activity"
  WHERE "conversationId" = c."id" AND "sequence" > $2::int AND "direction" <> 'internal' AND "type" = ANY($3::text[])
  ORDER BY "sequence" LIMIT $4::int
) a ON true
WHERE c."id" = $1::uuid ORDER BY a."sequence"`;
