import { Prisma } from '#prisma/client.ts';
import { marginMultiple } from '../../segments/lifetime.ts';
import { retentionOf } from '../../segments/segmentMonths.ts';
import { namesOf } from '../surveys/names.ts';
import {
  inSpan,
  MOST_ROWS,
  marginOf,
  meanCell,
  ofLine,
  plain,
  type Reading,
  type RelationAsked,
  type RelationReport,
  rowOf,
  shareCell,
} from './table.ts';

interface Row {
  value: string;
  n: number;
  cents: number;
  margin: number | null;
  back: number;
  all: boolean;
}

const bys = ['category', 'product', 'tier', 'segment', 'month'] as const;

/** What the purchases of a lost customer are told apart by, where that is asked: p is the purchase, g its product. */
const keyOf = (by: string): Prisma.Sql | null =>
  by === 'product' ? Prisma.sql`p."productId"` : by === 'category' ? Prisma.sql`g."categoryKey"` : null;

/**
 * Customers who were found lost in the span (l, the last time), what they bought in the year up to their last purchase (b, by key where one is
 * asked for), and whether they have bought since (b.later; r.back where there are several rows of a customer).
 */
const lost = ({ zone, settings }: Reading, asked: RelationAsked): Prisma.Sql => {
  const key = keyOf(asked.by);
  const counts = Prisma.sql`p."purchasedAt" >= y.since AND p."purchasedAt" < y.until
    ${asked.productId ? Prisma.sql`AND p."productId" = ${asked.productId}::uuid` : Prisma.empty}`;
  return Prisma.sql`
    WITH l AS MATERIALIZED (
      SELECT DISTINCT ON (s."customerId") s."customerId", s.at, s."from", (s.evidence->>'lastOn')::date AS last
        FROM "CustomerStep" s WHERE s.kind = 'segment' AND s."to" = 'lost' AND ${inSpan(Prisma.sql`s.at`, asked, zone)}
         AND NOT EXISTS (SELECT 1 FROM "Customer" c WHERE c.id = s."customerId" AND c."mergedIntoId" IS NOT NULL)
       ORDER BY s."customerId", s.at DESC),
    y AS (SELECT "customerId", at, (last + 1)::timestamp AT TIME ZONE ${zone} AS until, (last - 364)::timestamp AT TIME ZONE ${zone} AS since FROM l),
    j AS MATERIALIZED (
      SELECT y."customerId", ${key ?? Prisma.sql`NULL`} AS key, bool_or(p."purchasedAt" > y.at) AS later, bool_or(${counts}) AS counts,
             sum(p."amountCents") FILTER (WHERE ${counts})::float AS cents, sum(p."amountCents" * ${marginOf(settings)}) FILTER (WHERE ${counts}) AS margin
        FROM y JOIN "Purchase" p ON p."customerId" = y."customerId" LEFT JOIN "Product" g ON g.id = p."productId" GROUP BY 1 ${key ? Prisma.sql`, 2` : Prisma.empty}),
    b AS (SELECT "customerId", key, later, cents, margin FROM j WHERE counts),
    r AS (SELECT "customerId", bool_or(later) AS back FROM j GROUP BY 1)`;
};

const groupOf = (by: string, zone: string): Prisma.Sql => {
  switch (by) {
    case 'category':
    case 'product':
      return Prisma.sql`coalesce(b.key::text, '')`;
    case 'tier':
      return Prisma.sql`coalesce(u.tier, '')`;
    case 'segment':
      return Prisma.sql`coalesce(l."from", '')`;
    default:
      return Prisma.sql`date_trunc('month', l.at AT TIME ZONE ${zone})`;
  }
};

/** A month is written out only after grouping. */
const written = (by: string, value: Prisma.Sql): Prisma.Sql =>
  by === 'month' ? Prisma.sql`to_char(${value}, 'YYYY-MM-01')` : value;

/**
 * What it costs that customers leave: the margin of the year before they stopped, times what their future was worth (see lifetime.ts). A
 * lost customer's lost profit is their lifetime value: P. Kotler, K. L. Keller, Marketing Management, on the cost of lost customers.
 */
export const leaving: RelationReport = {
  bys,
  async table(reading, asked) {
    const { client, settings, zone } = reading;
    const group = groupOf(asked.by, zone);
    const ofProducts = asked.by === 'category' || asked.by === 'product';
    const rows = await client.$queryRaw<Row[]>(Prisma.sql`
      ${lost(reading, asked)},
      x AS (SELECT ${group} AS value, l."customerId", ${ofProducts ? Prisma.sql`r.back` : Prisma.sql`b.later`} AS back, b.cents, b.margin
              FROM l JOIN b ON b."customerId" = l."customerId" ${ofProducts ? Prisma.sql`JOIN r ON r."customerId" = l."customerId"` : Prisma.empty}
              ${asked.by === 'tier' ? Prisma.sql`JOIN "Customer" u ON u.id = l."customerId"` : Prisma.empty})
      SELECT ${written(asked.by, Prisma.sql`value`)} AS value, count(*)::int AS n, sum(cents)::float AS cents, sum(margin)::float AS margin, count(*) FILTER (WHERE back)::int AS back, false AS all
        FROM x GROUP BY x.value
       UNION ALL
      SELECT '', count(DISTINCT "customerId")::int, coalesce(sum(cents), 0)::float, sum(margin)::float,
             count(DISTINCT "customerId") FILTER (WHERE back)::int, true FROM x`);
    const retention = await retentionOf(client);
    const multiple = marginMultiple(retention, settings.discountPercent);
    const cells = ({ n, cents, margin, back }: Row) => [
      plain(n),
      plain(cents),
      meanCell(cents, n),
      plain(margin),
      plain(margin === null || multiple === null ? null : margin * multiple),
      shareCell(back, n),
    ];
    const lines = rows.filter(({ all }) => !all);
    const names = ofProducts
      ? await namesOf(
          client,
          asked.by as 'product',
          lines.map(({ value }) => value),
        )
      : new Map();
    const sorted =
      asked.by === 'month'
        ? lines.sort((a, b) => (a.value < b.value ? 1 : -1))
        : lines.sort((a, b) => b.cents - a.cents);
    const share = retention.base > 0 ? retention.kept / retention.base : null;
    return {
      columns: [
        { key: 'lost', kind: 'count' },
        { key: 'yearRevenue', kind: 'money' },
        { key: 'yearEach', kind: 'money' },
        { key: 'yearMargin', kind: 'money' },
        { key: 'leavingCost', kind: 'money' },
        { key: 'backShare', kind: 'share' },
      ],
      rows: sorted.slice(0, MOST_ROWS).map((row) => rowOf(row.value, names.get(row.value) ?? null, row.n, cells(row))),
      total: cells(rows.find(({ all }) => all)!),
      facts: { retained: share, retainedN: retention.base, discount: settings.discountPercent, multiple },
    };
  },
  behind(reading, asked, value) {
    return Prisma.sql`
      SELECT 'customer' AS kind, u.id, u.name, l.at, sum(l.cents)::float AS cents, jsonb_build_object('from', l."from", 'to', 'lost') AS facts
        FROM (${lost(reading, asked)} SELECT l.*, b.key, b.cents FROM l JOIN b ON b."customerId" = l."customerId") l
        CROSS JOIN LATERAL (SELECT l.key) b JOIN "Customer" u ON u.id = l."customerId"
       WHERE ${ofLine(written(asked.by, groupOf(asked.by, reading.zone)), value)} GROUP BY u.id, u.name, l.at, l."from"`;
  },
};
