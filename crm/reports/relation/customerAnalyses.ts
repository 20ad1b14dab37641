import { Prisma } from '#prisma/client.ts';
import { byLine, customersOf, groupBy, inOrder, type Keyed, lookedAt, standings, sumsBy } from './groups.ts';
import {
  type BehindPage,
  hasBought,
  inSpan,
  MOST_ROWS,
  meanCell,
  plain,
  type Reading,
  type RelationAsked,
  type RelationReport,
  rowOf,
  shareCell,
} from './table.ts';

/** Purchases of the span (x). */
const purchases = ({ zone }: Reading, asked: RelationAsked): Prisma.Sql => Prisma.sql`
  (SELECT p."customerId", p."amountCents" FROM "Purchase" p WHERE ${inSpan(Prisma.sql`p."purchasedAt"`, asked, zone)}
          ${asked.productId ? Prisma.sql`AND p."productId" = ${asked.productId}::uuid` : Prisma.empty}) x`;

const ofPeople = (asked: RelationAsked): Prisma.Sql => hasBought(Prisma.sql`k."customerId"`, asked);

/** The customers of a line, or some of them: when they bought last, or came, and what they have paid so far. */
function standingIn(
  asked: RelationAsked,
  value: string | null,
  page: BehindPage,
  which = Prisma.sql`true`,
): Prisma.Sql {
  const group = groupBy(asked.by);
  // All lines hold whom they hold once, whatever number of preferences they have.
  const once = group.join && value === null ? Prisma.sql`DISTINCT` : Prisma.empty;
  const rows = Prisma.sql`
    SELECT ${once} k."customerId", coalesce(k."lastOn"::timestamptz, k."cameAt") AS at, k."spentCents" AS cents, k.segment
      FROM ${standings(group)} WHERE ${ofPeople(asked)} AND ${value === null ? Prisma.sql`true` : group.holds(value)} AND ${which}`;
  return customersOf(Prisma.sql`SELECT d.*, jsonb_build_object('what', d.segment) AS facts FROM (${rows}) d`, page);
}

interface Profile {
  n: number;
  buyers: number;
  quiet: number;
  loyalty: number | null;
  loyal: number;
}

/** Profiling 客户概况: who the customers are (levels, risk, habits, likes). */
export const profiling: RelationReport = {
  bys: ['segment', 'tier', 'age', 'city', 'language', 'channel', 'preference'],
  async table(reading, asked) {
    const { client, zone } = reading;
    const group = groupBy(asked.by);
    const which = ofPeople(asked);
    const complaints = Prisma.sql`(SELECT DISTINCT "customerId" FROM "Complaint" WHERE ${inSpan(Prisma.sql`"createdAt"`, asked, zone)}) x`;
    // Each is counted by itself, and all at once: joined in one statement, everybody is looked up three times.
    const [stood, spent, complained, all] = await Promise.all([
      client.$queryRaw<(Profile & Keyed)[]>(Prisma.sql`
        SELECT ${group.key} AS key, count(*)::int AS n, count(*) FILTER (WHERE k.orders > 0)::int AS buyers,
               count(*) FILTER (WHERE k.segment IN ('silent', 'lost'))::int AS quiet, sum(k.loyalty)::float AS loyalty, count(k.loyalty)::int AS loyal
          FROM ${standings(group)} WHERE ${which} GROUP BY 1`),
      client.$queryRaw<({ cents: number } & Keyed)[]>(
        sumsBy(group, purchases(reading, asked), Prisma.sql`sum(x."amountCents")::float AS cents`, which),
      ),
      client.$queryRaw<({ n: number } & Keyed)[]>(sumsBy(group, complaints, Prisma.sql`count(*)::int AS n`, which)),
      client.$queryRaw<{ n: number; at: Date | null }[]>(
        Prisma.sql`SELECT count(*)::int AS n, max("lookedAt") AS at FROM "CustomerSegment" k WHERE ${which}`,
      ),
    ]);
    const { n: customers, at: countedAt } = all[0]!;
    const [centsOf, complainedOf] = [byLine(group, spent), byLine(group, complained)];
    const rows = inOrder(byLine(group, stood), ({ n }) => n).slice(0, MOST_ROWS);
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
          shareCell(row.n, customers),
          shareCell(row.buyers, row.n),
          meanCell(centsOf.get(row.value)?.cents ?? 0, row.n),
          shareCell(row.quiet, row.buyers),
          shareCell(complainedOf.get(row.value)?.n ?? 0, row.n),
          meanCell(row.loyalty, row.loyal),
        ]),
      ),
      total: null,
      countedAt,
      facts: { customers },
    };
  },
  behind: (_reading, asked, value, page) => standingIn(asked, value, page),
};

interface Loyal {
  buyers: number;
  again: number;
  active: number;
  gaps: number | null;
  gapped: number;
  loyalty: number | null;
  back: number;
  lost: number;
}

type Standing = Omit<Loyal, 'back' | 'lost'>;

/** Persistency 客户忠诚度: how loyally and how long they come, and how that moves. */
export const persistency: RelationReport = {
  bys: ['tier', 'orders', 'segment', 'channel', 'age'],
  async table(reading, asked) {
    const { client, zone } = reading;
    const group = groupBy(asked.by);
    const steps = Prisma.sql`(SELECT "customerId", "from", "to" FROM "CustomerStep"
      WHERE kind = 'segment' AND "to" IN ('active', 'lost') AND ${inSpan(Prisma.sql`at`, asked, zone)}) x`;
    const bought = Prisma.sql`k.orders > 0 AND ${ofPeople(asked)}`;
    const [stood, moved, countedAt] = await Promise.all([
      client.$queryRaw<(Standing & Keyed)[]>(Prisma.sql`
        SELECT ${group.key} AS key, count(*)::int AS buyers, count(*) FILTER (WHERE k.orders > 1)::int AS again,
               count(*) FILTER (WHERE k.segment = 'active')::int AS active, sum(k."gapDays") FILTER (WHERE k."gapOf" = 'own')::float AS gaps,
               count(*) FILTER (WHERE k."gapOf" = 'own')::int AS gapped, sum(k.loyalty)::float AS loyalty
          FROM ${standings(group)} WHERE ${bought} GROUP BY 1`),
      client.$queryRaw<({ back: number; lost: number } & Keyed)[]>(
        sumsBy(
          group,
          steps,
          Prisma.sql`count(*) FILTER (WHERE x."to" = 'active' AND x."from" IN ('silent', 'lost'))::int AS back,
            count(*) FILTER (WHERE x."to" = 'lost')::int AS lost`,
          bought,
        ),
      ),
      lookedAt(client),
    ]);
    const moves = byLine(group, moved);
    const rows = inOrder(byLine(group, stood), ({ buyers }) => buyers)
      .slice(0, MOST_ROWS)
      .map((row) => ({ back: 0, lost: 0, ...row, ...moves.get(row.value) }));
    const cells = (row: Loyal) => [
      plain(row.buyers),
      shareCell(row.again, row.buyers),
      shareCell(row.active, row.buyers),
      meanCell(row.gaps, row.gapped),
      meanCell(row.loyalty, row.buyers),
      plain(row.back),
      plain(row.lost),
    ];
    const sum = (of: keyof Loyal) => rows.reduce((all, row) => all + (row[of] ?? 0), 0);
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
      countedAt,
      facts: {},
    };
  },
  behind: (_reading, asked, value, page) => standingIn(asked, value, page, Prisma.sql`k.orders > 0`),
};
