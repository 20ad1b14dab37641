/**
 * The customer whom a staging row `s` names, as a lateral table `f` with `id` (null: none yet): by id, the shop's member number, phone, mail
 * address, in this order. A record that stands behind another of the same person is the one that is shown.
 */
export const personOfRow = `LATERAL (
  SELECT (
    WITH RECURSIVE up AS (
      SELECT c.id, c."mergedIntoId" FROM "Customer" c WHERE c.id = n.id
      UNION SELECT c.id, c."mergedIntoId" FROM "Customer" c JOIN up ON c.id = up."mergedIntoId"
    ) SELECT id FROM up WHERE "mergedIntoId" IS NULL) AS id
  FROM (SELECT coalesce(s."customerId",
    (SELECT i."customerId" FROM "Identity" i WHERE i.channel = 'shop' AND i."externalId" = s."memberNumber"),
    (SELECT c.id FROM "Customer" c WHERE c.phone = ANY(s.phones) AND c."erasedAt" IS NULL ORDER BY c.id LIMIT 1),
    (SELECT c.id FROM "Customer" c WHERE c.email = s.email AND c."erasedAt" IS NULL ORDER BY c.id LIMIT 1)
  ) AS id) n
) f`;

/** Makes the records of customers who are new; what several rows say of one is taken together. Parameter 1: now. */
export const addNewPeople = `
INSERT INTO "Customer" (id, name, phone, email, "createdAt")
SELECT m."newCustomerId", min(m."customerName"), min(m.phone), min(m.email), $1
  FROM merged m WHERE m."foundId" IS NULL AND m.state <> 'unchanged' GROUP BY 1 ORDER BY 1`;

/** Keeps the shop's member numbers, by which the next file finds the same people. Parameter 1: now. */
export const addMemberNumbers = `
INSERT INTO "Identity" (id, "customerId", channel, "externalId", "createdAt")
SELECT DISTINCT ON (m."memberNumber") m."identityId", coalesce(m."foundId", m."newCustomerId"), 'shop', m."memberNumber", $1
  FROM merged m WHERE m."memberNumber" IS NOT NULL
ON CONFLICT (channel, "externalId") DO NOTHING`;
