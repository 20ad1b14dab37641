import type { ImportKind } from '../importKind.ts';
import { addMemberNumbers, personOfRow } from '../people/personSql.ts';
import { CustomerReader, customerColumn, customerStaging } from './customerReader.ts';

const compared = ['name', 'phone', 'email', 'birthday', 'city', 'tier', 'language', 'audience'];
const listed = (of: string) => compared.map((column) => `${of}."${column}"`).join(', ');

/** What the file does not say stays as it is. */
const merge = `
CREATE TEMPORARY TABLE merged ON COMMIT DROP AS
SELECT DISTINCT ON (coalesce(f.id, s."newCustomerId")) coalesce(f.id, s."newCustomerId") AS id, f.id AS "foundId",
  s."newCustomerId", s."memberNumber", m.*,
  CASE WHEN c.id IS NULL THEN 'added'
       WHEN (${listed('m')}) IS DISTINCT FROM (${listed('c')}) OR (s."memberNumber" IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM "Identity" i WHERE i.channel = 'shop' AND i."externalId" = s."memberNumber")) THEN 'changed'
       ELSE 'unchanged' END AS state
FROM staging s CROSS JOIN ${personOfRow} LEFT JOIN "Customer" c ON c.id = f.id CROSS JOIN LATERAL (
  SELECT coalesce(s."customerName", c.name) AS name,
    CASE WHEN c.phone = ANY(s.phones) THEN c.phone ELSE coalesce(s.phone, c.phone) END AS phone,
    coalesce(s.email, c.email) AS email, coalesce(s.birthday, c.birthday) AS birthday,
    coalesce(s.city, c.city) AS city, coalesce(s.tier, c.tier) AS tier,
    coalesce(s.language, c.language) AS language, coalesce(s.audience, c.audience) AS audience
) m`;

const write = `
INSERT INTO "Customer" (id, "createdAt", ${compared.map((column) => `"${column}"`).join(', ')})
SELECT id, $1, ${listed('m')} FROM merged m WHERE state <> 'unchanged' ORDER BY id
ON CONFLICT (id) DO UPDATE SET ${compared.map((column) => `"${column}" = excluded."${column}"`).join(', ')}`;

/** The people the shop serves. */
export const customerKind: ImportKind = {
  id: 'customers',
  required: {
    keys: ['memberNumber', 'phone', 'email'],
    say: 'a member number, phone or mail address (会员号, 手机, 邮箱)',
  },
  takesOtherColumns: false,
  column: customerColumn,
  staging: customerStaging,
  createReader: (bulk, by) => CustomerReader.create(bulk, by),
  merge,
  async apply(bulk, _reader, { now }) {
    await bulk.query(write, [now]);
    await bulk.query(addMemberNumbers, [now]);
  },
  topic: 'purchases',
};
