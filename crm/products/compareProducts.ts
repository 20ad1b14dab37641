import type { Language } from '#ai/reading.ts';
import { normalise } from '#ai/tokenizer.ts';
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

/** Which of two products (0 or 1) has less or more of a figure, where the question wants that. `value`s are ready to show. */
export interface Verdict {
  winner: 0 | 1;
  label: string;
  less: boolean;
  values: [string, string];
}

const ROWS = 6;
const lessWords =
  /便宜|[省节]电|安静|静音|声音小|噪音小|不吵|轻|小巧|小一点|低|\b(?:cheap(?:er|est)?|less|quiet(?:er|est)?|lighter|smaller|lower|saves?)\b/;
const moreWords =
  /贵|费电|耗电|吵|响|重|大|高|久|长|多|强|\b(?:expensive|more|loud(?:er|est)?|noisier|heavier|larger|bigger|longer|stronger|higher)\b/;

/** The answer to "which is quieter": of the first figure that the question asks for, if it says less or more and both are known. */
export function verdictOf(
  a: Product,
  b: Product,
  catalogue: Catalogue,
  language: Language,
  question: string,
): Verdict | undefined {
  const text = normalise(question);
  const less = lessWords.test(text);
  if (!less && !moreWords.test(text)) return undefined;
  const [definition] = askedAttributes(question, catalogue, [a, b]).filter(({ kind }) => kind === 'number');
  if (!definition) return undefined;
  const [left, right] = [factOf(a, definition, language), factOf(b, definition, language)];
  if (typeof left.raw !== 'number' || typeof right.raw !== 'number' || left.raw === right.raw) return undefined;
  const winner = left.raw < right.raw === less ? 0 : 1;
  return { winner, label: left.label, less, values: [left.value!, right.value!] };
}

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
