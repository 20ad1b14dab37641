import { Temporal } from 'temporal-polyfill';
import { Prisma } from '#prisma/client.ts';
import { firstBuyers, monthsCountedAt } from '../../segments/segmentMonths.ts';
import { segments as allSegments } from '../../segments/segmentRules.ts';
import { inSpan, plain, type RelationAsked, type RelationReport, rowOf, shareCell } from './table.ts';

interface MonthRow {
  month: string;
  segment: string;
  customers: number;
  came: number;
  left: number;
}

/** Months that touch the span. */
const months = ({ from, to }: RelationAsked, column: string) => {
  const month = Prisma.raw(`"${column}"`);
  return Prisma.sql`${month} >= date_trunc('month', ${from}::date)::date AND ${month} <= ${to}::date`;
};

/** How many customers stood in each segment at the end of each month, and who came to be lost or came back; by the history of segments. */
export const segmentsOverTime: RelationReport = {
  bys: ['month'],
  wholeShop: ['month'],
  async table({ client }, asked) {
    const found = await client.$queryRaw<MonthRow[]>(Prisma.sql`
      SELECT month::text AS month, segment, customers, came, "left" FROM "SegmentMonth" WHERE ${months(asked, 'month')}`);
    const rows = [...new Set(found.map(({ month }) => month))].sort().map((month) => {
      const of = (segment: string) => found.find((row) => row.month === month && row.segment === segment)!;
      const all = allSegments.reduce((sum, segment) => sum + of(segment).customers, 0);
      const buyers = all - of('prospect').customers;
      return rowOf(month, null, all, [
        plain(all),
        ...allSegments.map((segment) => plain(of(segment).customers)),
        shareCell(of('active').customers, buyers),
        plain(of('lost').came),
        plain(of('active').came),
      ]);
    });
    return {
      columns: [
        { key: 'customers', kind: 'count' },
        ...allSegments.map((key) => ({ key, kind: 'count' as const })),
        { key: 'activeShare', kind: 'share' },
        { key: 'becameLost', kind: 'count' },
        { key: 'becameActive', kind: 'count' },
      ],
      rows,
      total: null,
      countedAt: await monthsCountedAt(client),
      facts: {},
    };
  },
  behind({ zone }, asked, value) {
    const month = monthSpan(value, asked);
    return Prisma.sql`
      SELECT 'customer' AS kind, c.id, c.name, s.at, NULL::float AS cents, jsonb_build_object('from', s."from", 'to', s."to") AS facts
        FROM "CustomerStep" s JOIN "Customer" c ON c.id = s."customerId"
       WHERE s.kind = 'segment' AND c."mergedIntoId" IS NULL AND ${inSpan(Prisma.sql`s.at`, month, zone)}`;
  },
};

/** The first and last day of a month named by its first, or of all that touch the span; what is no month has no rows. */
function monthSpan(value: string | null, asked: RelationAsked): { from: string; to: string } {
  if (value === null) return { from: firstOf(asked.from), to: monthSpan(firstOf(asked.to), asked).to };
  if (!/^\d{4}-(0[1-9]|1[0-2])-01$/.test(value)) return { from: '1970-01-01', to: '1970-01-01' };
  const last = new Date(`${value}T00:00:00Z`);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  return { from: value, to: last.toISOString().slice(0, 10) };
}

const firstOf = (day: string): string => `${day.slice(0, 8)}01`;

/** Shown for each cohort. */
const steps = [0, 1, 2, 3, 4, 5, 6, 9, 12, 18, 24];

/** Of those who bought for the first time in a month: the share that has bought on another day by the end of month n after it. */
export const cohorts: RelationReport = {
  bys: ['month'],
  wholeShop: ['month'],
  async table({ client, now, zone }, asked) {
    const month = Temporal.Instant.fromEpochMilliseconds(now.getTime())
      .toZonedDateTimeISO(zone)
      .toPlainDate()
      .with({ day: 1 });
    // A month that is not over would make every curve fall at its end.
    const isOver = (first: string, later: number) =>
      Temporal.PlainDate.compare(Temporal.PlainDate.from(first).add({ months: later }), month) < 0;
    const found = await client.$queryRaw<
      { first: string; later: number; customers: number; bought: number; cents: number }[]
    >(Prisma.sql`
      SELECT first::text AS first, later, customers, bought, cents::float AS cents FROM "CohortMonth" WHERE ${months(asked, 'first')}`);
    const firsts = [...new Set(found.map(({ first }) => first))].sort().reverse();
    const at = (first: string, later: number) => found.find((row) => row.first === first && row.later === later);
    const shares = (of: (later: number) => { bought: number; customers: number }) =>
      steps.map((later) => {
        const { bought, customers } = of(later);
        return customers === 0 ? plain(null) : shareCell(bought, customers);
      });
    const rows = firsts.map((first) => {
      const size = at(first, 0)!.customers;
      const latest = found
        .filter((row) => row.first === first)
        .reduce((last, row) => (row.later > last.later ? row : last));
      const each = size < 5 ? null : latest.cents / size;
      return rowOf(first, null, size, [
        plain(size),
        ...shares((later) => (isOver(first, later) && at(first, later)) || { bought: 0, customers: 0 }),
        { value: each, n: size },
      ]);
    });
    const sum = (later: number) =>
      found
        .filter((row) => row.later === later && isOver(row.first, later))
        .reduce(
          (all, { bought, customers }) => ({ bought: all.bought + bought, customers: all.customers + customers }),
          { bought: 0, customers: 0 },
        );
    const whole = firsts.reduce((all, first) => all + at(first, 0)!.customers, 0);
    return {
      columns: [
        { key: 'firstBuyers', kind: 'count' },
        ...steps.map((later) => ({ key: `m${later}`, kind: 'share' as const })),
        { key: 'paidEach', kind: 'money' },
      ],
      rows,
      total: [plain(whole), ...shares(sum), plain(null)],
      countedAt: await monthsCountedAt(client),
      facts: {},
    };
  },
  behind({ now, zone }, asked, value) {
    return Prisma.sql`
      SELECT 'customer' AS kind, c.id, c.name, (f.began::timestamp AT TIME ZONE ${zone}) AS at, k."spentCents"::float AS cents,
             jsonb_build_object('what', CASE WHEN f.again IS NULL THEN 'boughtOnce' ELSE 'boughtAgain' END) AS facts
        FROM (${firstBuyers(now, zone, monthSpan(value, asked))}) f JOIN "Customer" c ON c.id = f."customerId"
        LEFT JOIN "CustomerSegment" k ON k."customerId" = c.id`;
  },
};
