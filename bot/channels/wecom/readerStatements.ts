/**
 * The statements of reading a 微信客服 account. Its row is the lock over all instances; leases are by the database's clock, so
 * that an instance that is gone holds nobody up. Times of WeCom (tokens, what was read) are the shop's clock, given as parameters.
 */

/** Something waits to be read. $1 account, $2 token, $3 until when it holds. */
export const woken = `
INSERT INTO "KfAccount" ("openKfId", "token", "tokenEndsAt", "woken") VALUES ($1::text, $2::text, $3::timestamptz, 1)
ON CONFLICT ("openKfId") DO UPDATE SET "token" = excluded."token", "tokenEndsAt" = excluded."tokenEndsAt",
  "woken" = "KfAccount"."woken" + 1`;

/**
 * Takes an account that has something to read, or was not looked at since $3. $1 lease, $2 its length in ms. No row: none, or others
 * have them.
 */
export const claim = `
UPDATE "KfAccount" SET "lease" = $1::uuid, "leaseUntil" = now() + $2::int * interval '1 millisecond'
WHERE "openKfId" = (
  SELECT "openKfId" FROM "KfAccount"
  WHERE ("lease" IS NULL OR "leaseUntil" < now()) AND ("woken" > "answered" OR "readAt" < $3::timestamptz)
  ORDER BY "readAt" NULLS FIRST LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING "openKfId", "cursor", "token", "tokenEndsAt", "woken", "readAt"`;

/** A page is in the inbox. $1 account, $2 lease, $3 cursor after it, $4 lease in ms. No row: another has the account by now. */
export const advance = `
UPDATE "KfAccount" SET "cursor" = $3::text, "leaseUntil" = now() + $4::int * interval '1 millisecond'
WHERE "openKfId" = $1::text AND "lease" = $2::uuid RETURNING "openKfId"`;

/** Read to the end. $1 account, $2 lease, $3 the wake-ups that this answers, $4 when. */
export const finish = `
UPDATE "KfAccount" SET "lease" = NULL, "leaseUntil" = NULL, "answered" = $3::int, "readAt" = $4::timestamptz
WHERE "openKfId" = $1::text AND "lease" = $2::uuid`;

/** Not now: nobody reads it before. $1 account, $2 lease, $3 for how many ms, $4 whether its token is of no use. */
export const putOff = `
UPDATE "KfAccount" SET "leaseUntil" = now() + $3::int * interval '1 millisecond',
  "token" = CASE WHEN $4::boolean THEN NULL ELSE "token" END
WHERE "openKfId" = $1::text AND "lease" = $2::uuid`;
