import type { Bulk } from '#prisma/client.ts';
import type { ImportKind } from '../importKind.ts';
import { productColumn } from './productColumns.ts';
import { ProductReader, productStaging } from './productReader.ts';

const compared = [
  'model',
  'categoryKey',
  'name',
  'aliases',
  'description',
  'priceCents',
  'currency',
  'attributes',
  'active',
];
const listed = (of: string, columns = compared) => columns.map((column) => `${of}."${column}"`).join(', ');

/** What the file does not say stays as it is; properties are added to those that a product has. */
const merge = `
CREATE TEMPORARY TABLE merged ON COMMIT DROP AS
SELECT s.line, s.id, s.sku, m.*,
  CASE WHEN p.id IS NULL THEN 'added' WHEN (${listed('m')}) IS DISTINCT FROM (${listed('p')}) THEN 'changed'
  ELSE 'unchanged' END AS state
FROM staging s LEFT JOIN "Product" p ON p.sku = s.sku CROSS JOIN LATERAL (
  SELECT coalesce(s.model, p.model, s.sku) AS model,
    coalesce(s."categoryKey", p."categoryKey") AS "categoryKey",
    coalesce(p.name, '{}') || coalesce(s.name, '{}') AS name,
    coalesce(s.aliases, p.aliases, '{}') AS aliases,
    coalesce(p.description, '{"zh": "", "en": ""}') || coalesce(s.description, '{}') AS description,
    coalesce(s."priceCents", p."priceCents") AS "priceCents",
    coalesce(s.currency, p.currency, 'CNY') AS currency,
    coalesce(p.attributes, '{}') || s.attributes AS attributes,
    coalesce(s.active, p.active, true) AS active
) m`;

const write = `
INSERT INTO "Product" (id, sku, "updatedAt", ${compared.map((column) => `"${column}"`).join(', ')})
SELECT id, sku, $1, ${listed('m')} FROM merged m WHERE state <> 'unchanged' ORDER BY sku
ON CONFLICT (sku) DO UPDATE SET ${compared.map((column) => `"${column}" = excluded."${column}"`).join(', ')},
  "updatedAt" = excluded."updatedAt", demo = false`;

/** What the shop sells. */
export const productKind: ImportKind = {
  id: 'products',
  required: { keys: ['sku'], say: 'the stock number (sku, 货号)' },
  takesOtherColumns: true,
  column: productColumn,
  staging: productStaging,
  createReader: (bulk) => ProductReader.create(bulk),
  merge,
  async apply(bulk, reader, { now }) {
    await addNew(bulk, reader as ProductReader);
    await bulk.query(write, [now]);
  },
  topic: 'catalogue',
};

async function addNew(bulk: Bulk, { categories, properties }: ProductReader): Promise<void> {
  await bulk.query(
    `INSERT INTO "Category" (key, name, synonyms)
     SELECT c->>'key', jsonb_build_object('zh', c->'name', 'en', c->'name'), '{}' FROM jsonb_array_elements($1::jsonb) c
     WHERE EXISTS (SELECT 1 FROM merged WHERE "categoryKey" = c->>'key') ON CONFLICT DO NOTHING`,
    [JSON.stringify(categories.added)],
  );
  await bulk.query(
    `INSERT INTO "AttributeDefinition" (key, label, synonyms, unit, kind)
     SELECT d->>'key', d->'label', '{}', d->>'unit', d->>'kind' FROM jsonb_array_elements($1::jsonb) d ON CONFLICT DO NOTHING`,
    [JSON.stringify(properties.added)],
  );
}
