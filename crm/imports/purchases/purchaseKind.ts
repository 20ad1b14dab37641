import type { ImportKind } from '../importKind.ts';
import { addMemberNumbers, addNewPeople, personOfRow } from '../people/personSql.ts';
import { PurchaseReader, purchaseColumn, purchaseStaging } from './purchaseReader.ts';

const compared = [
  'customerId',
  'productId',
  'productText',
  'quantity',
  'amountCents',
  'purchasedAt',
  'place',
  'serialNumber',
  'warrantyUntil',
];
const listed = (of: string, columns = compared) => columns.map((column) => `${of}."${column}"`).join(', ');

/** What the file does not say stays as it is. What a customer had registered in a chat is the shop's own record from now on. */
const merge = `
CREATE TEMPORARY TABLE merged ON COMMIT DROP AS
SELECT s.id, s."orderNumber", s."orderLine" AS line, f.id AS "foundId", s."newCustomerId", s."memberNumber", s."identityId",
  s."customerName", s.phone, s.email, m.*,
  CASE WHEN p.id IS NULL THEN 'added'
       WHEN p.source = 'customer' OR (${listed('m')}) IS DISTINCT FROM (${listed('p')}) THEN 'changed'
       ELSE 'unchanged' END AS state
FROM staging s
LEFT JOIN "Purchase" p ON p."orderNumber" = s."orderNumber" AND p.line = s."orderLine"
CROSS JOIN ${personOfRow}
CROSS JOIN LATERAL (
  SELECT coalesce(f.id, s."newCustomerId") AS "customerId",
    s."productId", s."productText", s.quantity, s."amountCents", s."purchasedAt",
    coalesce(s.place, p.place) AS place,
    coalesce(s."serialNumber", p."serialNumber") AS "serialNumber",
    coalesce(s."warrantyUntil", p."warrantyUntil") AS "warrantyUntil"
) m`;

/** Registered by its serial number alone, it had no order: now it has. */
const giveOrders = `
UPDATE "Purchase" p SET "orderNumber" = m."orderNumber", line = m.line
  FROM (SELECT DISTINCT ON ("serialNumber") * FROM merged WHERE state = 'added' AND "serialNumber" IS NOT NULL) m
 WHERE p.source = 'customer' AND p."serialNumber" = m."serialNumber" AND p."orderNumber" = 'S/N ' || p."serialNumber"`;

const write = `
INSERT INTO "Purchase" (id, "orderNumber", line, source, "createdAt", ${compared.map((column) => `"${column}"`).join(', ')})
SELECT id, "orderNumber", line, $2, $1, ${listed('m')} FROM merged m WHERE state <> 'unchanged' ORDER BY "orderNumber", line
ON CONFLICT ("orderNumber", line) DO UPDATE SET source = excluded.source,
  ${compared.map((column) => `"${column}" = excluded."${column}"`).join(', ')}`;

/** What customers bought, line by line. */
export const purchaseKind: ImportKind = {
  id: 'purchases',
  required: { keys: ['orderNumber'], say: 'the order number (order_number, 订单号)' },
  ofPeople: true,
  takesOtherColumns: false,
  column: purchaseColumn,
  staging: purchaseStaging,
  createReader: (bulk, by) => PurchaseReader.create(bulk, by),
  merge,
  async apply(bulk, _reader, { now, source = 'import' }) {
    await bulk.query(addNewPeople, [now]);
    await bulk.query(addMemberNumbers, [now]);
    await bulk.query(giveOrders);
    await bulk.query(write, [now, source]);
  },
  partnersHear: `
SELECT 'purchase.recorded' AS type, jsonb_build_object('purchaseId', p.id, 'customerId', p."customerId") AS data
  FROM merged m JOIN "Purchase" p ON p."orderNumber" = m."orderNumber" AND p.line = m.line WHERE m.state = 'added'
UNION ALL
SELECT DISTINCT 'customer.created', jsonb_build_object('customerId', "newCustomerId")
  FROM merged WHERE "foundId" IS NULL AND state <> 'unchanged'`,
  topic: 'purchases',
};
