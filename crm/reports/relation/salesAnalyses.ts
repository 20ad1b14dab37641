import { Temporal } from 'temporal-polyfill';
import { Prisma } from '#prisma/client.ts';
import { daysBefore } from '../surveys/asked.ts';
import { namesOf } from '../surveys/names.ts';
import {
  inSpan,
  MOST_ROWS,
  meanCell,
  ofLine,
  plain,
  type Reading,
  type RelationAsked,
  type RelationReport,
  rowOf,
} from './table.ts';

const bys = ['category', 'product', 'place', 'source', 'month'] as const;

/** A purchase and its product, by the names that they have in a statement. */
interface Sold {
  p: Prisma.Sql;
  g: Prisma.Sql;
}
const sold: Sold = { p: Prisma.sql`p`, g: Prisma.sql`g` };
const earlier: Sold = { p: Prisma.sql`q`, g: Prisma.sql`h` };

const groupOf = (by: string, zone: string, { p, g }: Sold = sold): Prisma.Sql => {
  switch (by) {
    case 'category':
      return Prisma.sql`coalesce(${g}."categoryKey", '')`;
    case 'product':
      return Prisma.sql`coalesce(${p}."productId"::text, '')`;
    case 'place':
      return Prisma.sql`coalesce(${p}.place, '')`;
    case 'source':
      return Prisma.sql`${p}.source`;
    default:
      return Prisma.sql`date_trunc('month', ${p}."purchasedAt" AT TIME ZONE ${zone})`;
  }
};

/** Written out only after grouping: a text for each purchase costs more than all the rest. */
const written = (by: string, value: Prisma.Sql): Prisma.Sql =>
  by === 'month' ? Prisma.sql`to_char(${value}, 'YYYY-MM-01')` : value;

interface Sales {
  value: string;
  orders: number;
  pieces: number;
  cents: number;
}

const ofProduct = ({ productId }: RelationAsked, { p }: Sold = sold): Prisma.Sql =>
  productId ? Prisma.sql`AND ${p}."productId" = ${productId}::uuid` : Prisma.empty;

/** What is grouped by: the place of a month, or a name; null: of no product. */
type LineKey = string | number | null;

/** Purchases of the span by line. Months are told by where they begin: to work out the month of each purchase costs more than all the rest. */
function linesOf({ zone }: Reading, asked: RelationAsked, names: Sold = sold) {
  const { p, g } = names;
  const months = asked.by === 'month' ? monthsOf(asked) : [];
  const value =
    asked.by === 'month'
      ? Prisma.sql`width_bucket(${p}."purchasedAt", ARRAY(SELECT m::timestamp AT TIME ZONE ${zone} FROM unnest(${months}::date[]) m ORDER BY 1))`
      : asked.by === 'product'
        ? Prisma.sql`${p}."productId"`
        : groupOf(asked.by, zone, names);
  const from = Prisma.sql`FROM "Purchase" ${p} LEFT JOIN "Product" ${g} ON ${g}.id = ${p}."productId"
     WHERE ${inSpan(Prisma.sql`${p}."purchasedAt"`, asked, zone)} ${ofProduct(asked, names)}`;
  return { value, from, named: (key: LineKey) => (typeof key === 'number' ? months[key - 1]! : (key ?? '')) };
}

/** The months that a span touches, by their first days. */
function monthsOf({ from, to }: { from: string; to: string }): string[] {
  const first = Temporal.PlainDate.from(from).with({ day: 1 });
  const count = first.until(Temporal.PlainDate.from(to).with({ day: 1 }), { largestUnit: 'month' }).months;
  return Array.from({ length: count + 1 }, (_each, months) => first.add({ months }).toString());
}

/**
 * What was sold and in how many orders. An order counts in a line by its first row there: most have one row, and only the others are looked up,
 * where telling all orders apart by their numbers would cost more than all the rest.
 */
async function salesOf(reading: Reading, asked: RelationAsked): Promise<Sales[]> {
  const { value, from, named } = linesOf(reading, asked);
  const before = linesOf(reading, asked, earlier);
  const first = Prisma.sql`CASE WHEN p.line = 1 THEN true ELSE NOT EXISTS (
    SELECT 1 ${before.from} AND q."orderNumber" = p."orderNumber" AND q.line < p.line AND ${before.value} IS NOT DISTINCT FROM ${value}) END`;
  const sums = await reading.client.$queryRaw<
    { key: LineKey; orders: number; pieces: number; cents: number }[]
  >(Prisma.sql`
    SELECT ${value} AS key, count(*) FILTER (WHERE ${first})::int AS orders, sum(p.quantity)::int AS pieces, sum(p."amountCents")::float AS cents
      ${from} GROUP BY 1`);
  return sums
    .map(({ key, ...sum }) => ({ ...sum, value: named(key) }))
    .sort((a, b) => b.cents - a.cents || (a.value < b.value ? -1 : 1));
}

/** All that was paid in the span before; months have their own. */
async function revenueBefore({ client, zone }: Reading, asked: RelationAsked): Promise<Map<string, number>> {
  const before = { ...asked, ...daysBefore(asked) };
  const [row] = await client.$queryRaw<{ cents: number }[]>(Prisma.sql`
    SELECT coalesce(sum(p."amountCents"), 0)::float AS cents FROM "Purchase" p WHERE ${inSpan(Prisma.sql`p."purchasedAt"`, before, zone)} ${ofProduct(asked)}`);
  return new Map([['', row!.cents]]);
}

/** What was paid in the span, by line. */
async function revenueOf(reading: Reading, asked: RelationAsked): Promise<Map<string, number>> {
  const { value, from, named } = linesOf(reading, asked);
  const rows = await reading.client.$queryRaw<{ key: LineKey; cents: number }[]>(Prisma.sql`
    SELECT ${value} AS key, sum(p."amountCents")::float AS cents ${from} GROUP BY 1`);
  return new Map(rows.map(({ key, cents }) => [named(key), cents]));
}

/** Performance 客户性能: what was sold, by kind of product, channel and place of sale. */
export const performance: RelationReport = {
  bys,
  async table(reading, asked) {
    const [rows, before] = await Promise.all([
      salesOf(reading, asked),
      asked.by === 'month' ? revenueBefore(reading, asked) : revenueOf(reading, { ...asked, ...daysBefore(asked) }),
    ]);
    const whole = rows.reduce((sum, { cents }) => sum + cents, 0);
    const cells = ({ orders, pieces, cents }: Omit<Sales, 'value'>, then: number | null) => [
      plain(orders),
      plain(pieces),
      plain(cents),
      plain(whole === 0 ? null : cents / whole),
      meanCell(cents, orders),
      plain(then),
    ];
    const isMonth = asked.by === 'month';
    const named = asked.by === 'category' || asked.by === 'product' ? asked.by : null;
    const names = named
      ? await namesOf(
          reading.client,
          named,
          rows.map(({ value }) => value),
        )
      : new Map<string, never>();
    const sorted = isMonth ? rows.toSorted((a, b) => (a.value < b.value ? 1 : -1)) : rows;
    const all = rows.reduce(
      (sum, row) => ({
        orders: sum.orders + row.orders,
        pieces: sum.pieces + row.pieces,
        cents: sum.cents + row.cents,
      }),
      { orders: 0, pieces: 0, cents: 0 },
    );
    const thenAll = [...before.values()].reduce((a, b) => a + b, 0);
    const total = cells(all, thenAll);
    // An order of two kinds is one order; the lines count it twice.
    if (asked.by === 'category' || asked.by === 'product') total[0] = plain(null);
    return {
      columns: [
        { key: 'orders', kind: 'count' },
        { key: 'pieces', kind: 'count' },
        { key: 'revenue', kind: 'money' },
        { key: 'revenueShare', kind: 'share' },
        { key: 'orderEach', kind: 'money' },
        { key: 'revenueBefore', kind: 'money' },
      ],
      rows: sorted
        .slice(0, MOST_ROWS)
        .map((row) =>
          rowOf(
            row.value,
            names.get(row.value) ?? (asked.by === 'place' && row.value ? row.value : null),
            row.orders,
            cells(row, isMonth ? null : (before.get(row.value) ?? 0)),
          ),
        ),
      total,
      facts: {},
    };
  },
  behind({ zone }, asked, value, { after, limit }) {
    const of = Prisma.sql`${ofLine(written(asked.by, groupOf(asked.by, zone)), value)}
      ${ofProduct(asked)}`;
    const from = Prisma.sql`FROM "Purchase" p LEFT JOIN "Product" g ON g.id = p."productId"`;
    const older = after
      ? Prisma.sql`AND (p."purchasedAt", p."customerId") < (${after.at}, ${after.id}::uuid)`
      : Prisma.empty;
    if (limit === null)
      return Prisma.sql`
        SELECT 'customer' AS kind, p."customerId" AS id, NULL AS name, p."purchasedAt" AS at, NULL::float AS cents, NULL::jsonb AS facts
          ${from} WHERE ${inSpan(Prisma.sql`p."purchasedAt"`, asked, zone)} AND ${of}`;
    // The times first, from the end of their index and no further than the page goes.
    return Prisma.sql`
      SELECT 'customer' AS kind, c.id, c.name, o.at, s.cents, jsonb_build_object('count', s.pieces) AS facts
        FROM (SELECT DISTINCT p."purchasedAt" AS at, p."customerId" ${from}
               WHERE ${inSpan(Prisma.sql`p."purchasedAt"`, asked, zone)} AND ${of} ${older} ORDER BY 1 DESC, 2 DESC LIMIT ${limit}) o
        JOIN "Customer" c ON c.id = o."customerId"
        CROSS JOIN LATERAL (SELECT sum(p."amountCents")::float AS cents, sum(p.quantity) AS pieces ${from}
                             WHERE p."customerId" = o."customerId" AND p."purchasedAt" = o.at AND ${of}) s`;
  },
};
