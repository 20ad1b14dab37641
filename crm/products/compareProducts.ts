import type { Language } from '#ai/reading.ts';
import { askedAttributes, definitionsOf, knows, PRICE } from './askedAttributes.ts';
import { factOf } from './attributeAnswer.ts';
import type { Catalogue, Product } from './catalogue.ts';

/** A line of a comparison; a value is null where the shop does not know it. `key` is `price` or an attribute's. */
export interface ComparisonRow {
  key: string;
  label: string;
  values: [string | null, string | null];
  same: boolean;
}

const ROWS = 6;

/**
 * Two products beside each other: what the question asks for; else the price, then what both have and where they differ,
 * then what both have alike, then what only one has. At most `limit` rows (6).
 */
export function compareProducts(
  a: Product,
  b: Product,
  catalogue: Catalogue,
  language: Language,
  { question = '', limit = ROWS }: { question?: string; limit?: number } = {},
): ComparisonRow[] {
  const asked = askedAttributes(question, catalogue, [a, b]);
  const definitions = asked.length > 0 ? asked : definitionsOf(catalogue);
  const rows = definitions
    .filter(({ key }) => asked.length > 0 || knows(a, key) || knows(b, key))
    .map((definition) => {
      const left = factOf(a, definition, language);
      const right = factOf(b, definition, language).value;
      const { key, label } = left;
      return { key, label, values: [left.value, right] as [string | null, string | null], same: left.value === right };
    });
  if (asked.length > 0) return rows.slice(0, limit);
  return rows
    .map((row, order) => ({ row, order, rank: rankOf(row) }))
    .sort((one, other) => one.rank - other.rank || one.order - other.order)
    .slice(0, limit)
    .map(({ row }) => row);
}

function rankOf({ key, values, same }: ComparisonRow): number {
  if (key === PRICE.key) return 0;
  if (values[0] === null || values[1] === null) return 3;
  return same ? 2 : 1;
}
