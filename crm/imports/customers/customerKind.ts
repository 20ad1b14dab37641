import { HELD_DAYS } from '../../customers/givenTier.ts';
import type { ImportKind } from '../importKind.ts';
import { addMemberNumbers, personOfRow } from '../people/personSql.ts';
import { CustomerReader, customerColumn, customerStaging } from './customerReader.ts';

const compared = ['name', 'phone', 'email', 'birthday', 'city', 'tier', 'language', 'audience'];
const listed = (of: string) => compared.map((column) => `${of}."${column}"`).join(', ');

/** What the file does not say stays as it is. */
const merge = `
CREATE TEMPORARY TABLE merged ON COMMIT DROP AS
SELECT DISTINCT ON (coalesce(f.id, s."newCustomerId")) coalesce(f.id, s."newCustomerId") AS id, f.id AS "foundId",
  s."newCustomerId", s."memberNumber", s."identityId", s."changeId", c.tier AS "oldTier", m.*,
  CASE WHEN c.id IS NULL THEN 'added'
       WHEN (${listed('m')}) IS DISTINCT FROM (${listed('c')}) OR (s."memberNumber" IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM "Identity" i WHERE i.channel = 'shop' AND i."externalId" = s."memberNumber")) THEN 'changed'
       ELSE 'unchanged' END AS state
FROM staging s CROSS JOIN ${personOfRow} LEFT JOIN "Customer" c ON c.id = f.id CROSS JOIN LATERAL (
  SELECT coalesce(s."customerName", c.name) AS name,
    CASE WHEN c.phone = ANY(s.phones) THEN c.phone ELSE coalesce(s.phone, c.phone) END AS phone,
    coalesce(s.email, c.email) AS email, coalesce(s.birthday, c.birthday) AS birthday,
    coalesce(s.city, c.city) AS city, coalesce((
      SELECT t->>'key' FROM "Setting" r, jsonb_array_elements(r.value->'tiers') t
       WHERE r.key = 'tiers' AND lower(s.tier) IN (lower(t->>'key'), lower(t->'name'->>'zh'), lower(t->'name'->>'en')) LIMIT 1
    ), s.tier, c.tier) AS tier,
    coalesce(s.language, c.language) AS language, coalesce(s.audience, c.audience) AS audience
) m`;

const write = `
INSERT INTO "Customer" (id, "createdAt", ${compared.map((column) => `"${column}"`).join(', ')})
SELECT id, $1, ${listed('m')} FROM merged m WHERE state <> 'unchanged' ORDER BY id
ON CONFLICT (id) DO UPDATE SET ${compared.map((column) => `"${column}" = excluded."${column}"`).join(', ')}`;

/** A tier that a file gives is written down, and held. Parameters: now, until when. */
const giveTiers = `
WITH given AS (SELECT id, "changeId", "oldTier", tier FROM merged WHERE state <> 'unchanged' AND tier IS DISTINCT FROM "oldTier"), ranks AS (
  SELECT t->>'key' AS key, n FROM "Setting" r, jsonb_array_elements(r.value->'tiers') WITH ORDINALITY a(t, n) WHERE r.key = 'tiers'
), told AS (
  INSERT INTO "TierChange" (id, "customerId", "from", "to", at, up, cause)
  SELECT g."changeId", g.id, g."oldTier", g.tier, $1, coalesce(new.n > coalesce(old.n, 0), false), 'import'
    FROM given g LEFT JOIN ranks new ON new.key = g.tier LEFT JOIN ranks old ON old.key = g."oldTier"
)
INSERT INTO "TierStanding" ("customerId", "heldUntil") SELECT id, $2::timestamptz FROM given
ON CONFLICT ("customerId") DO UPDATE SET "heldUntil" = excluded."heldUntil", "fallsAt" = NULL`;

/** The people the shop serves. */
export const customerKind: ImportKind = {
  id: 'customers',
  required: {
    keys: ['memberNumber', 'phone', 'email'],
    say: 'a member number, phone or mail address (会员号, 手机, 邮箱)',
  },
  ofPeople: true,
  takesOtherColumns: false,
  column: customerColumn,
  staging: customerStaging,
  createReader: (bulk, by) => CustomerReader.create(bulk, by),
  merge,
  async apply(bulk, _reader, { now }) {
    await bulk.query(write, [now]);
    await bulk.query(addMemberNumbers, [now]);
    await bulk.query(giveTiers, [now, new Date(now.getTime() + HELD_DAYS * 86_400_000)]);
  },
  partnersHear: `
SELECT CASE state WHEN 'added' THEN 'customer.created' ELSE 'customer.changed' END AS type,
  jsonb_build_object('customerId', id) AS data FROM merged WHERE state <> 'unchanged'`,
  topic: 'purchases',
};
