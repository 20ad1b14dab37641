/**
 * The statements of the message budget. They run outside of turns: what a channel took is true whatever becomes of a turn.
 * Times are the shop's clock, given as parameters.
 */

/**
 * Customers did something. $1 channel, $2 [{account, trigger, cause, at, ends, allowed}], each account and trigger once.
 * Returns the conversations with messages that waited for it: answers may go at once, the rest a little later, behind the
 * answer to what was said just now. It is not waited for on the disk: what the customer did is stored next, and with that everything before it.
 */
export const opened = `
WITH told AS (
  SELECT t.* FROM jsonb_to_recordset($2::jsonb)
    AS t("account" text, "trigger" text, "cause" text, "at" timestamptz, "ends" timestamptz, "allowed" int)
), opening AS (
  INSERT INTO "MessageAllowance" AS a ("channel", "account", "trigger", "cause", "openedAt", "endsAt", "allowed")
  SELECT $1::text, t."account", t."trigger", t."cause", t."at", t."ends", t."allowed"
  FROM told t, (SELECT set_config('synchronous_commit', 'off', true) AS "is") commit WHERE commit."is" = 'off'
  ORDER BY t."account", t."trigger"
  ON CONFLICT ("channel", "account", "trigger") DO UPDATE SET "cause" = excluded."cause", "openedAt" = excluded."openedAt",
    "endsAt" = excluded."endsAt", "allowed" = excluded."allowed", "used" = 0
  WHERE a."cause" <> excluded."cause" AND a."openedAt" <= excluded."openedAt"
  RETURNING a."account"
), back AS (
  DELETE FROM "UnreachableAccount" u USING told t
  WHERE u."channel" = $1::text AND u."account" = t."account" AND u."since" <= t."at"
)
UPDATE "OutboxEntry" o SET "state" = 'waiting', "error" = NULL,
  "nextAttemptAt" = now() + CASE WHEN o."kind" = 'answer' THEN interval '0' ELSE interval '3 seconds' END
FROM "Conversation" c, (SELECT DISTINCT "account" FROM opening) opening
WHERE o."conversationId" = c."id" AND o."state" = 'held' AND c."channel" = $1::text AND c."userId" = opening."account"
RETURNING o."conversationId", c."userId" AS "account"`;

/**
 * A day's allowance, which needs nobody to do something first: it begins when the one before is over, and makes nobody reachable.
 * $1 channel, $2 account, $3 now, $4 until when, $5 messages.
 */
export const daily = `
INSERT INTO "MessageAllowance" AS a ("channel", "account", "trigger", "cause", "openedAt", "endsAt", "allowed")
VALUES ($1::text, $2::text, 'day', $3::timestamptz::text, $3::timestamptz, $4::timestamptz, $5::int)
ON CONFLICT ("channel", "account", "trigger") DO UPDATE SET "cause" = excluded."cause", "openedAt" = excluded."openedAt",
  "endsAt" = excluded."endsAt", "allowed" = excluded."allowed", "used" = 0
WHERE a."endsAt" <= $3::timestamptz`;

/** They wrote from there, so they can be reached there. $1 channel, $2 account, $3 when. */
export const reachable = `
DELETE FROM "UnreachableAccount" WHERE "channel" = $1::text AND "account" = $2::text AND "since" <= $3::timestamptz`;

/**
 * One message out of the allowance that ends first, if more are left than must be kept.
 * $1 channel, $2 account, $3 now, $4 messages to keep. No row: none.
 */
export const reserve = `
WITH open AS (
  SELECT "trigger" FROM "MessageAllowance"
  WHERE "channel" = $1::text AND "account" = $2::text AND "endsAt" > $3::timestamptz AND "used" < "allowed"
    AND (SELECT sum(a."allowed" - a."used") FROM "MessageAllowance" a
      WHERE a."channel" = $1::text AND a."account" = $2::text AND a."endsAt" > $3::timestamptz) > $4::int
    AND NOT EXISTS (SELECT 1 FROM "UnreachableAccount" WHERE "channel" = $1::text AND "account" = $2::text)
  ORDER BY "endsAt" LIMIT 1 FOR UPDATE
)
UPDATE "MessageAllowance" a SET "used" = a."used" + 1 FROM open
WHERE a."channel" = $1::text AND a."account" = $2::text AND a."trigger" = open."trigger"
RETURNING a."trigger", a."cause"`;

/** $1 channel, $2 account, $3 trigger, $4 cause: of an allowance that began anew meanwhile nothing was taken. */
export const giveBack = `
UPDATE "MessageAllowance" SET "used" = greatest("used" - 1, 0)
WHERE "channel" = $1::text AND "account" = $2::text AND "trigger" = $3::text AND "cause" = $4::text`;

/** $1 channel, $2 account. */
export const spent = `
UPDATE "MessageAllowance" SET "used" = "allowed" WHERE "channel" = $1::text AND "account" = $2::text`;

/** $1 channel, $2 account, $3 now. */
export const closed = `
UPDATE "MessageAllowance" SET "endsAt" = $3::timestamptz
WHERE "channel" = $1::text AND "account" = $2::text AND "endsAt" > $3::timestamptz`;

/** $1 channel, $2 account, $3 reason, $4 now. */
export const unreachable = `
INSERT INTO "UnreachableAccount" ("channel", "account", "reason", "since")
VALUES ($1::text, $2::text, $3::text, $4::timestamptz)
ON CONFLICT ("channel", "account") DO UPDATE SET "reason" = excluded."reason", "since" = excluded."since"`;

/** $1 channel, $2 account, $3 now. Always one row. */
export const state = `
SELECT coalesce(sum("allowed" - "used") FILTER (WHERE "endsAt" > $3::timestamptz), 0)::int AS "left",
  coalesce(sum("allowed") FILTER (WHERE "endsAt" > $3::timestamptz), 0)::int AS "allowed",
  max("endsAt") FILTER (WHERE "endsAt" > $3::timestamptz) AS "until",
  (array_agg("trigger" ORDER BY "endsAt" DESC) FILTER (WHERE "endsAt" > $3::timestamptz))[1] AS "trigger",
  count(*)::int AS "opened",
  (SELECT "reason" FROM "UnreachableAccount" WHERE "channel" = $1::text AND "account" = $2::text) AS "reason",
  (SELECT count(*)::int FROM "OutboxEntry" o JOIN "Conversation" c ON c."id" = o."conversationId"
    WHERE o."state" = 'held' AND c."channel" = $1::text AND c."userId" = $2::text) AS "held"
FROM "MessageAllowance" WHERE "channel" = $1::text AND "account" = $2::text`;
