import { Prisma } from '#prisma/client.ts';
import { marginMultiple } from '../../segments/lifetime.ts';
import { monthsCountedAt, retentionOf } from '../../segments/segmentMonths.ts';
import { namesOf } from '../surveys/names.ts';
import { customersOf } from './groups.ts';
import {
  endOfDay,
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
}

const bys = ['category', 'product', 'tier', 'segment', 'month'] as const;

const needsProduct = ({ by }: RelationAsked, { categoryMargins }: Reading['settings']): boolean =>
  by === 'category' || Object.keys(categoryMargins).length > 0;

/**
 * Leavers of the span (l, the last time that they were found lost in it), by what they had bought in their last year: a row for each product (g),
 * as counted in the night (crm/segments/leaverYears.ts).
 */
const leavers = ({ zone, settings }: Reading, asked: RelationAsked): Prisma.Sql => Prisma.sql`
  FROM "LeaverYear" l ${needsProduct(asked, settings) ? Prisma.sql`LEFT JOIN "Product" g ON g.id::text = l.product` : Prisma.empty}
 WHERE ${inSpan(Prisma.sql`l.at`, asked, zone)} AND (l."nextAt" IS NULL OR l."nextAt" >= ${endOfDay(asked.to, zone)})
       ${asked.productId ? Prisma.sql`AND l.product = ${asked.productId}` : Prisma.empty}
       AND NOT EXISTS (SELECT 1 FROM "Customer" c WHERE c.id = l."customerId" AND c."mergedIntoId" IS NOT NULL)`;

const groupOf = (by: string, zone: string): Prisma.Sql => {
  switch (by) {
    case 'category':
      return Prisma.sql`coalesce(g."categoryKey", '')`;
    case 'product':
      return Prisma.sql`l.product`;
    case 'tier':
      return Prisma.sql`coalesce(l.tier, '')`;
    case 'segment':
      return Prisma.sql`coalesce(l."from", '')`;
    default:
      return Prisma.sql`date_trunc('month', l.at AT TIME ZONE ${zone})`;
  }
};

/** A month is written out only after grouping. */
const written = (by: string, value: Prisma.Sql): Prisma.Sql =>
  by === 'month' ? Prisma.sql`to_char(${value}, 'YYYY-MM-01')` : value;

/** Leavers by line, and all of them: each once, whatever number of products they had. */
function countLeavers(reading: Reading, asked: RelationAsked): Promise<[Row[], Row[]]> {
  const count = (group: Prisma.Sql, value: Prisma.Sql): Promise<Row[]> =>
    reading.client.$queryRaw<Row[]>(Prisma.sql`
      SELECT ${value} AS value, count(*)::int AS n, coalesce(sum(cents), 0)::float AS cents, sum(margin)::float AS margin,
             count(*) FILTER (WHERE back)::int AS back
        FROM (SELECT ${group} AS value, sum(l.cents) AS cents, sum(l.cents * ${marginOf(reading.settings)}) AS margin, bool_or(l.back) AS back
                ${leavers(reading, asked)} GROUP BY 1, l."customerId") x GROUP BY x.value`);
  return Promise.all([
    count(groupOf(asked.by, reading.zone), written(asked.by, Prisma.sql`x.value`)),
    count(Prisma.sql`''`, Prisma.sql`x.value`),
  ]);
}

/**
 * What it costs that customers leave: the margin of the year before they stopped, times what their future was worth (see lifetime.ts). A
 * lost customer's lost profit is their lifetime value: P. Kotler, K. L. Keller, Marketing Management, on the cost of lost customers.
 */
export const leaving: RelationReport = {
  bys,
  async table(reading, asked) {
    const { client, settings } = reading;
    const ofProducts = asked.by === 'category' || asked.by === 'product';
    const [lines, [all]] = await countLeavers(reading, asked);
    const [retention, countedAt] = await Promise.all([retentionOf(client), monthsCountedAt(client)]);
    const multiple = marginMultiple(retention, settings.discountPercent);
    const cells = ({ n, cents, margin, back }: Omit<Row, 'value'>) => [
      plain(n),
      plain(cents),
      meanCell(cents, n),
      plain(margin),
      plain(margin === null || multiple === null ? null : margin * multiple),
      shareCell(back, n),
    ];
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
      total: cells(all ?? { n: 0, cents: 0, margin: null, back: 0 }),
      countedAt,
      facts: { retained: share, retainedN: retention.base, discount: settings.discountPercent, multiple },
    };
  },
  behind(reading, asked, value, page) {
    const line = ofLine(written(asked.by, groupOf(asked.by, reading.zone)), value);
    return customersOf(
      Prisma.sql`
        SELECT l."customerId", l.at, sum(l.cents) AS cents, jsonb_build_object('from', l."from", 'to', 'lost') AS facts
          ${leavers(reading, asked)} AND ${line} GROUP BY l."customerId", l.at, l."from"`,
      page,
    );
  },
};
