import { Prisma } from '#prisma/client.ts';
import {
  hasBought,
  inSpan,
  isShown,
  localDay,
  MOST_ROWS,
  meanCell,
  ofLine,
  plain,
  type Reading,
  type RelationAsked,
  type RelationReport,
  type ReportTable,
  rowOf,
  shareCell,
} from './table.ts';

/** Within so many days of coming a customer has bought, or is counted as not. */
const WON_DAYS = 90;
const shown = isShown(Prisma.sql`c`);

const firstChannel = Prisma.sql`LEFT JOIN LATERAL (
  SELECT channel FROM "Identity" i WHERE i."customerId" = c.id ORDER BY i."createdAt", i.id LIMIT 1) i ON true`;

const groupOf = (by: string, zone: string) =>
  by === 'channel'
    ? Prisma.sql`coalesce(i.channel, '')`
    : Prisma.sql`to_char(c."createdAt" AT TIME ZONE ${zone}, 'YYYY-MM-01')`;

/** Customers who came in the span (c), with when they first bought. */
const came = ({ zone }: Reading, asked: RelationAsked): Prisma.Sql => Prisma.sql`
  FROM "Customer" c ${asked.by === 'channel' ? firstChannel : Prisma.empty}
  LEFT JOIN LATERAL (SELECT min("purchasedAt") AS at FROM "Purchase" p WHERE p."customerId" = c.id
    ${asked.productId ? Prisma.sql`AND p."productId" = ${asked.productId}::uuid` : Prisma.empty}) f ON true
 WHERE c."mergedIntoId" IS NULL AND ${inSpan(Prisma.sql`c."createdAt"`, asked, zone)}`;

interface Came {
  value: string;
  n: number;
  bought: number;
  won: number;
  ripe: number;
}

/** Prospecting 客户未来: how the number of customers grows, who of them is won, and who is due to buy next by their own rhythm. */
export const prospecting: RelationReport = {
  bys: ['month', 'channel', 'due'],
  async table(reading, asked) {
    if (asked.by === 'due') return dueTable(reading, asked);
    const { client, zone, now } = reading;
    const within = Prisma.sql`f.at < c."createdAt" + make_interval(days => ${WON_DAYS}::int)`;
    const ripe = Prisma.sql`c."createdAt" < ${now}::timestamptz - make_interval(days => ${WON_DAYS}::int)`;
    const rows = await client.$queryRaw<Came[]>(Prisma.sql`
      SELECT ${groupOf(asked.by, zone)} AS value, count(*)::int AS n, count(f.at)::int AS bought,
             count(*) FILTER (WHERE ${ripe} AND ${within})::int AS won, count(*) FILTER (WHERE ${ripe})::int AS ripe
        ${came(reading, asked)} GROUP BY 1 ORDER BY ${asked.by === 'month' ? Prisma.sql`1 DESC` : Prisma.sql`2 DESC`} LIMIT ${MOST_ROWS}`);
    const cells = ({ n, bought, won, ripe: old }: Omit<Came, 'value'>) => [
      plain(n),
      plain(bought),
      plain(n - bought),
      shareCell(won, old),
    ];
    const sum = (of: 'n' | 'bought' | 'won' | 'ripe') => rows.reduce((all, row) => all + row[of], 0);
    return {
      columns: [
        { key: 'newCustomers', kind: 'count' },
        { key: 'wonSoFar', kind: 'count' },
        { key: 'prospect', kind: 'count' },
        { key: 'wonShare', kind: 'share' },
      ],
      rows: rows.map((row) => rowOf(row.value, null, row.n, cells(row))),
      total: cells({ n: sum('n'), bought: sum('bought'), won: sum('won'), ripe: sum('ripe') }),
      facts: { wonDays: WON_DAYS },
    };
  },
  behind(reading, asked, value) {
    if (asked.by === 'due')
      return Prisma.sql`
        SELECT 'customer' AS kind, c.id, c.name, (d."dueOn"::timestamp AT TIME ZONE ${reading.zone}) AS at, d.cents, jsonb_build_object('what', d.segment) AS facts
          FROM (${due(reading, asked)}) d JOIN "Customer" c ON c.id = d."customerId" WHERE ${ofLine(Prisma.sql`d.value`, value)}`;
    return Prisma.sql`
      SELECT 'customer' AS kind, c.id, c.name, c."createdAt" AS at, NULL::float AS cents,
             jsonb_build_object('what', CASE WHEN f.at IS NULL THEN 'prospect' ELSE 'bought' END) AS facts
        ${came(reading, asked)} AND ${ofLine(groupOf(asked.by, reading.zone), value)}`;
  },
};

/** When customers who are not lost should buy next: their last purchase and their usual gap; and what an order of theirs is worth. */
const due = ({ now, zone }: Reading, asked: RelationAsked): Prisma.Sql => Prisma.sql`
  SELECT k."customerId", k.segment, (k."lastOn" + ceil(k."gapDays")::int) AS "dueOn", k."spentCents"::float / k.orders AS cents,
         CASE WHEN k."lastOn" + ceil(k."gapDays")::int < ${localDay(Prisma.sql`${now}::timestamptz`, zone)} THEN 'dueBefore'
              WHEN k."lastOn" + ceil(k."gapDays")::int < ${localDay(Prisma.sql`${now}::timestamptz`, zone)} + 30 THEN 'due30'
              WHEN k."lastOn" + ceil(k."gapDays")::int < ${localDay(Prisma.sql`${now}::timestamptz`, zone)} + 60 THEN 'due60'
              WHEN k."lastOn" + ceil(k."gapDays")::int < ${localDay(Prisma.sql`${now}::timestamptz`, zone)} + 90 THEN 'due90' ELSE 'dueLater' END AS value
    FROM "CustomerSegment" k JOIN "Customer" c ON c.id = k."customerId"
   WHERE ${shown} AND ${hasBought(Prisma.sql`c.id`, asked)} AND k.segment IN ('active', 'silent') AND k.orders > 0`;

async function dueTable(reading: Reading, asked: RelationAsked): Promise<ReportTable> {
  const rows = await reading.client.$queryRaw<{ value: string; n: number; cents: number }[]>(Prisma.sql`
    SELECT value, count(*)::int AS n, sum(cents)::float AS cents FROM (${due(reading, asked)}) d GROUP BY 1`);
  const order = ['dueBefore', 'due30', 'due60', 'due90', 'dueLater'];
  const cells = (n: number, cents: number) => [plain(n), plain(cents), meanCell(cents, n)];
  const sorted = order.flatMap((value) => rows.filter((row) => row.value === value));
  return {
    columns: [
      { key: 'customers', kind: 'count' },
      { key: 'expected', kind: 'money' },
      { key: 'orderEach', kind: 'money' },
    ],
    rows: sorted.map(({ value, n, cents }) => rowOf(value, null, n, cells(n, cents))),
    total: cells(
      rows.reduce((sum, { n }) => sum + n, 0),
      rows.reduce((sum, { cents }) => sum + cents, 0),
    ),
    facts: { wonDays: WON_DAYS },
  };
}
