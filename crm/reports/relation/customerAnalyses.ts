import { Prisma } from '#prisma/client.ts';
import { inCents } from '../../costs/rates.ts';
import { enquiryLines, enquirySums } from './enquiryCosts.ts';
import { behindGroup, customersBy, sumsBy } from './groups.ts';
import {
  hasBought,
  inSpan,
  isShown,
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

const shown = isShown(Prisma.sql`c`);

const ofProduct = ({ productId }: RelationAsked, p: Prisma.Sql): Prisma.Sql =>
  productId ? Prisma.sql`AND ${p}."productId" = ${productId}::uuid` : Prisma.empty;

/** Purchases of the span (x). */
const purchases = ({ zone }: Reading, asked: RelationAsked): Prisma.Sql => Prisma.sql`
  (SELECT p."customerId", p."amountCents" FROM "Purchase" p WHERE ${inSpan(Prisma.sql`p."purchasedAt"`, asked, zone)}
          ${ofProduct(asked, Prisma.sql`p`)} OFFSET 0) x`;

/** What was paid in the span, with the margin of it, by customer (p). */
const paid = ({ zone, settings }: Reading, asked: RelationAsked): Prisma.Sql => Prisma.sql`
  (SELECT p."customerId", sum(p."amountCents")::float AS cents, sum(p."amountCents" * ${marginOf(settings)})::float AS margin
     FROM "Purchase" p LEFT JOIN "Product" g ON g.id = p."productId" WHERE ${inSpan(Prisma.sql`p."purchasedAt"`, asked, zone)}
          ${ofProduct(asked, Prisma.sql`p`)} GROUP BY 1)`;

interface Profile {
  value: string;
  n: number;
  buyers: number;
  quiet: number;
  loyalty: number | null;
  loyal: number;
}

const byValue = <T>(rows: readonly { value: string; of: T }[]): Map<string, T> =>
  new Map(rows.map(({ value, of }) => [value, of]));

/** Profiling 客户概况: who the customers are (levels, risk, habits, likes). */
export const profiling: RelationReport = {
  bys: ['segment', 'tier', 'age', 'city', 'language', 'channel', 'preference'],
  async table(reading, asked) {
    const { client, zone } = reading;
    const by = customersBy(asked.by, reading.now);
    const which = hasBought(Prisma.sql`c`, asked);
    const complaints = Prisma.sql`(SELECT "customerId" FROM "Complaint" WHERE ${inSpan(Prisma.sql`"createdAt"`, asked, zone)}) x`;
    // Each is counted by itself, and all at once: joined in one statement, everybody is looked up three times.
    const [rows, spent, complained, [all]] = await Promise.all([
      client.$queryRaw<Profile[]>(Prisma.sql`
        SELECT ${by.group} AS value, count(*)::int AS n, count(*) FILTER (WHERE k.orders > 0)::int AS buyers,
               count(*) FILTER (WHERE k.segment IN ('silent', 'lost'))::int AS quiet, sum(k.loyalty)::float AS loyalty, count(k.loyalty)::int AS loyal
          FROM ${by.tables} WHERE ${shown} AND ${which} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_ROWS}`),
      client.$queryRaw<{ value: string; of: number }[]>(
        sumsBy(by, purchases(reading, asked), Prisma.sql`sum(x."amountCents")::float AS of`, which),
      ),
      client.$queryRaw<{ value: string; of: number }[]>(
        sumsBy(by, complaints, Prisma.sql`count(DISTINCT c.id)::int AS of`, which),
      ),
      client.$queryRaw<{ n: number }[]>(
        Prisma.sql`SELECT count(*)::int AS n FROM "Customer" c WHERE ${shown} AND ${which}`,
      ),
    ]);
    const [centsOf, complainedOf] = [byValue(spent), byValue(complained)];
    return {
      columns: [
        { key: 'customers', kind: 'count' },
        { key: 'customersShare', kind: 'share' },
        { key: 'buyersShare', kind: 'share' },
        { key: 'paidEach', kind: 'money' },
        { key: 'quietShare', kind: 'share' },
        { key: 'complainedShare', kind: 'share' },
        { key: 'loyalty', kind: 'mean' },
      ],
      rows: rows.map((row) =>
        rowOf(row.value, asked.by === 'preference' ? row.value.slice(row.value.indexOf(':') + 1) : null, row.n, [
          plain(row.n),
          shareCell(row.n, all!.n),
          shareCell(row.buyers, row.n),
          meanCell(centsOf.get(row.value) ?? 0, row.n),
          shareCell(row.quiet, row.buyers),
          shareCell(complainedOf.get(row.value) ?? 0, row.n),
          meanCell(row.loyalty, row.loyal),
        ]),
      ),
      total: null,
      facts: { customers: all!.n },
    };
  },
  behind: ({ now }, asked, value) => behindGroup(asked, value, now),
};

interface Loyal {
  value: string;
  buyers: number;
  again: number;
  active: number;
  gaps: number | null;
  gapped: number;
  loyalty: number | null;
  back: number;
  lost: number;
}

/** Persistency 客户忠诚度: how loyally and how long they come, and how that moves. */
export const persistency: RelationReport = {
  bys: ['tier', 'orders', 'segment', 'channel', 'age'],
  async table(reading, asked) {
    const { client, zone } = reading;
    const by = customersBy(asked.by, reading.now);
    const steps = Prisma.sql`(SELECT "customerId", "from", "to" FROM "CustomerStep"
      WHERE kind = 'segment' AND "to" IN ('active', 'lost') AND ${inSpan(Prisma.sql`at`, asked, zone)} OFFSET 0) x`;
    const bought = Prisma.sql`k.orders > 0 AND ${hasBought(Prisma.sql`c`, asked)}`;
    const [stands, moved] = await Promise.all([
      client.$queryRaw<Omit<Loyal, 'back' | 'lost'>[]>(Prisma.sql`
        SELECT ${by.group} AS value, count(*)::int AS buyers, count(*) FILTER (WHERE k.orders > 1)::int AS again,
               count(*) FILTER (WHERE k.segment = 'active')::int AS active, sum(k."gapDays") FILTER (WHERE k."gapOf" = 'own')::float AS gaps,
               count(*) FILTER (WHERE k."gapOf" = 'own')::int AS gapped, sum(k.loyalty)::float AS loyalty
          FROM ${by.tables} WHERE ${shown} AND ${bought} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_ROWS}`),
      client.$queryRaw<{ value: string; back: number; lost: number }[]>(
        sumsBy(
          by,
          steps,
          Prisma.sql`count(*) FILTER (WHERE x."to" = 'active' AND x."from" IN ('silent', 'lost'))::int AS back,
            count(*) FILTER (WHERE x."to" = 'lost')::int AS lost`,
          bought,
        ),
      ),
    ]);
    const moves = new Map(moved.map((row) => [row.value, row]));
    const rows = stands.map((row) => {
      const { back = 0, lost = 0 } = moves.get(row.value) ?? {};
      return { ...row, back, lost };
    });
    const cells = (row: Omit<Loyal, 'value'>) => [
      plain(row.buyers),
      shareCell(row.again, row.buyers),
      shareCell(row.active, row.buyers),
      meanCell(row.gaps, row.gapped),
      meanCell(row.loyalty, row.buyers),
      plain(row.back),
      plain(row.lost),
    ];
    const sum = (of: keyof Omit<Loyal, 'value'>) => rows.reduce((all, row) => all + (row[of] ?? 0), 0);
    const all = {
      buyers: sum('buyers'),
      again: sum('again'),
      active: sum('active'),
      gaps: sum('gaps'),
      gapped: sum('gapped'),
      loyalty: sum('loyalty'),
      back: sum('back'),
      lost: sum('lost'),
    };
    return {
      columns: [
        { key: 'buyers', kind: 'count' },
        { key: 'againShare', kind: 'share' },
        { key: 'activeShare', kind: 'share' },
        { key: 'gapDays', kind: 'days' },
        { key: 'loyalty', kind: 'mean' },
        { key: 'becameActive', kind: 'count' },
        { key: 'becameLost', kind: 'count' },
      ],
      rows: rows.map((row) => rowOf(row.value, null, row.buyers, cells(row))),
      // Who writes on two channels stands in two lines.
      total: asked.by === 'channel' ? null : cells(all),
      facts: {},
    };
  },
  behind: ({ now }, asked, value) => behindGroup(asked, value, now, Prisma.sql`k.orders > 0`),
};

interface Profit {
  value: string;
  n: number;
  cents: number;
  margin: number | null;
  given: number;
}

/** What groups brought beside what they were given; also those that were only given something. */
function withGiven(earned: readonly Omit<Profit, 'given'>[], given: ReadonlyMap<string, number>): Profit[] {
  const known = new Set(earned.map(({ value }) => value));
  const others = [...given.keys()].filter((value) => !known.has(value));
  return [...earned, ...others.map((value) => ({ value, n: 0, cents: 0, margin: null }))]
    .map((row) => ({ ...row, given: given.get(row.value) ?? 0 }))
    .toSorted((a, b) => b.cents - a.cents || (a.value < b.value ? -1 : 1));
}

/** Profitability 客户利润: what is left of what groups of customers paid. The cost of their enquiries is known by tier. */
export const profitability: RelationReport = {
  bys: ['tier', 'fifth', 'segment'],
  async table(reading, asked) {
    const { client, zone, settings } = reading;
    const { group, tables } = customersBy(asked.by, reading.now);
    const { rates } = settings;
    const given = Prisma.sql`(
      SELECT x."customerId", k."amountCents" AS cents FROM "Compensation" k JOIN "Complaint" x ON x.id = k."complaintId"
       WHERE k.state IN ('approved', 'given') AND ${inSpan(Prisma.sql`coalesce(k."givenAt", k."decidedAt")`, asked, zone)}
             ${ofProduct(asked, Prisma.sql`x`)}
       UNION ALL
      SELECT "customerId", amount FROM "Voucher" WHERE kind = 'value' AND ${inSpan(Prisma.sql`"redeemedAt"`, asked, zone)} AND ${!asked.productId})`;
    const [earned, spent, sums] = await Promise.all([
      client.$queryRaw<Omit<Profit, 'given'>[]>(Prisma.sql`
        SELECT ${group} AS value, count(*)::int AS n, sum(p.cents)::float AS cents, sum(p.margin)::float AS margin
          FROM ${tables} JOIN ${paid(reading, asked)} p ON p."customerId" = c.id WHERE c."mergedIntoId" IS NULL GROUP BY 1`),
      client.$queryRaw<{ value: string; of: number }[]>(Prisma.sql`
        SELECT ${group} AS value, sum(w.cents)::float AS of
          FROM ${tables} JOIN ${given} w ON w."customerId" = c.id WHERE c."mergedIntoId" IS NULL GROUP BY 1`),
      asked.by === 'tier' ? enquirySums(client, rates, asked) : [],
    ]);
    const rows = withGiven(earned, byValue(spent));
    const lines = enquiryLines(sums, rates);
    const costs = new Map(inCents(lines).map(({ total }, place) => [lines[place]!.value, total]));
    const whole = rows.reduce((sum, { cents }) => sum + cents, 0);
    const knowsCost = asked.by === 'tier';
    const cells = ({ n, cents, margin, given }: Omit<Profit, 'value'>, cost: number | null) => {
      const left = margin === null ? null : margin - given - (cost ?? 0);
      return [
        plain(n),
        plain(cents),
        plain(whole === 0 ? null : cents / whole),
        plain(margin),
        plain(cost),
        plain(given),
        plain(left),
        meanCell(left, n),
      ];
    };
    const all = rows.reduce(
      (sum, row) => ({
        n: sum.n + row.n,
        cents: sum.cents + row.cents,
        given: sum.given + row.given,
        margin: row.margin === null ? sum.margin : (sum.margin ?? 0) + row.margin,
      }),
      { n: 0, cents: 0, given: 0, margin: null as number | null },
    );
    const costOf = (value: string) => (knowsCost ? (costs.get(value) ?? 0) : null);
    return {
      columns: [
        { key: 'buyers', kind: 'count' },
        { key: 'revenue', kind: 'money' },
        { key: 'revenueShare', kind: 'share' },
        { key: 'margin', kind: 'money' },
        { key: 'enquiryCost', kind: 'money' },
        { key: 'given', kind: 'money' },
        { key: 'left', kind: 'money' },
        { key: 'leftEach', kind: 'money' },
      ],
      rows: rows.map((row) => rowOf(row.value, null, row.n, cells(row, costOf(row.value)))),
      total: cells(all, knowsCost ? rows.reduce((sum, { value }) => sum + (costs.get(value) ?? 0), 0) : null),
      facts: { marginPercent: settings.marginPercent },
    };
  },
  behind(reading, asked, value) {
    const { group, tables } = customersBy(asked.by, reading.now);
    return Prisma.sql`
      SELECT 'customer' AS kind, c.id, c.name, coalesce(k."lastOn"::timestamptz, c."createdAt") AS at, p.cents,
             jsonb_build_object('what', k.segment) AS facts
        FROM ${tables} JOIN ${paid(reading, asked)} p ON p."customerId" = c.id WHERE c."mergedIntoId" IS NULL AND ${ofLine(group, value)}`;
  },
};
