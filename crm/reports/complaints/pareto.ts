import { type Client, Prisma } from '#prisma/client.ts';
import type { Localized } from '../../localized.ts';
import { type Interval, shareOf } from '../../statistics.ts';
import { type Trust, trustOf } from '../../surveys/metrics.ts';
import type { Span } from '../satisfaction.ts';

/** By what complaints are told apart. A batch is one of a product: two products may have used the same code. */
export const paretoWays = ['product', 'batch', 'cause'] as const;
export type ParetoWay = (typeof paretoWays)[number];
export const severities = ['normal', 'serious', 'safety'] as const;

/** Which complaints. `value` is one of `by`, as the report names it; empty: where it is not known. */
export interface ComplaintsAsked extends Span {
  productId?: string | undefined;
  severity?: (typeof severities)[number] | undefined;
  by?: ParetoWay | undefined;
  value?: string | undefined;
}

/** Complaints with one product, batch or cause. `cumulative`: the share of these and of all before them. */
export interface ParetoRow {
  value: string;
  name: Localized | string | null;
  productId: string | null;
  sku: string | null;
  n: number;
  share: number;
  interval: Interval | null;
  cumulative: number;
  open: number;
  serious: number;
  safety: number;
}

/** Where complaints come from: the few causes of most of them first, what is not known last. Totals count all groups, also those beyond the limit. */
export interface Pareto {
  by: ParetoWay;
  n: number;
  trust: Trust;
  open: number;
  serious: number;
  safety: number;
  groups: number;
  rows: ParetoRow[];
}

const ROWS = 50;
const batch = Prisma.sql`nullif(upper(btrim(c.batch)), '')`;
const groups: Record<ParetoWay, Prisma.Sql> = {
  product: Prisma.sql`coalesce(c."productId"::text, '')`,
  cause: Prisma.sql`coalesce(c."causeCode", '')`,
  batch: Prisma.sql`coalesce(coalesce(c."productId"::text, '') || ':' || ${batch}, '')`,
};

/** The complaints c that are asked for, [from, to). */
export function complaintsOf({ from, to, productId, severity, by, value }: ComplaintsAsked): Prisma.Sql {
  return Prisma.sql`FROM "Complaint" c WHERE c."createdAt" >= ${from} AND c."createdAt" < ${to}
    ${productId ? Prisma.sql`AND c."productId" = ${productId}::uuid` : Prisma.empty}
    ${severity ? Prisma.sql`AND c.severity = ${severity}::"Severity"` : Prisma.empty}
    ${by && value !== undefined ? Prisma.sql`AND ${groups[by]} = ${value}` : Prisma.empty}`;
}

interface Grouped {
  value: string;
  productId: string | null;
  batch: string | null;
  sku: string | null;
  product: Localized | null;
  cause: Localized | null;
  n: number;
  open: number;
  serious: number;
  safety: number;
}

export async function pareto(client: Client, asked: ComplaintsAsked, by: ParetoWay): Promise<Pareto> {
  const rows = await client.$queryRaw<Grouped[]>(Prisma.sql`
    SELECT g.*, p.sku, p.name AS product, u.name AS cause
      FROM (SELECT ${groups[by]} AS value, ${by === 'cause' ? Prisma.sql`NULL::uuid` : Prisma.sql`c."productId"`} AS "productId",
                   ${by === 'batch' ? batch : Prisma.sql`NULL`} AS batch, count(*)::int AS n,
                   count(*) FILTER (WHERE c.state <> 'closed')::int AS open,
                   count(*) FILTER (WHERE c.severity = 'serious')::int AS serious,
                   count(*) FILTER (WHERE c.severity = 'safety')::int AS safety
              ${complaintsOf({ ...asked, by: undefined })} GROUP BY 1, 2, 3) g
      LEFT JOIN "Product" p ON p.id = g."productId"
      LEFT JOIN "ComplaintCause" u ON ${by === 'cause'} AND u.code = g.value`);
  return paretoOf(by, by === 'batch' ? joinUnknown(rows) : rows);
}

/** Batches that nobody named are one group, whatever the product. */
function joinUnknown(rows: Grouped[]): Grouped[] {
  const [known, unknown] = [rows.filter(({ value }) => value !== ''), rows.filter(({ value }) => value === '')];
  if (unknown.length === 0) return known;
  const sum = (of: (row: Grouped) => number) => unknown.reduce((total, row) => total + of(row), 0);
  const counts = { n: sum(({ n }) => n), open: sum(({ open }) => open), serious: sum((row) => row.serious) };
  const nothing = { productId: null, batch: null, sku: null, product: null, cause: null };
  return [...known, { value: '', ...nothing, ...counts, safety: sum(({ safety }) => safety) }];
}

function paretoOf(by: ParetoWay, found: Grouped[]): Pareto {
  const sum = (of: (row: Grouped) => number) => found.reduce((total, row) => total + of(row), 0);
  const n = sum((row) => row.n);
  const order = (a: Grouped, b: Grouped) =>
    Number(a.value === '') - Number(b.value === '') || b.n - a.n || (a.value < b.value ? -1 : 1);
  let before = 0;
  const rows = found.toSorted(order).map((row) => {
    before += row.n;
    const { value, productId, sku, open, serious, safety } = row;
    const { share, interval } = shareOf(row.n, n);
    const counts = { n: row.n, share: share!, interval, cumulative: before / n, open, serious, safety };
    return { value, name: nameOf(by, row), productId, sku, ...counts };
  });
  return {
    by,
    n,
    trust: trustOf(n),
    open: sum(({ open }) => open),
    serious: sum(({ serious }) => serious),
    safety: sum(({ safety }) => safety),
    groups: rows.length,
    rows: rows.slice(0, ROWS),
  };
}

function nameOf(by: ParetoWay, { batch: code, product, cause }: Grouped): Localized | string | null {
  if (by === 'cause') return cause;
  if (by === 'product' || !code) return product;
  return product ? { zh: `${product.zh} · ${code}`, en: `${product.en} · ${code}` } : code;
}
