import { Prisma } from '#prisma/client.ts';
import { inCents } from '../../costs/rates.ts';
import { enquiryLines, enquirySums } from './enquiryCosts.ts';
import { byLine, type CustomerGroup, customersOf, groupBy, inOrder, type Keyed, lookedAt } from './groups.ts';
import {
  inSpan,
  marginOf,
  meanCell,
  plain,
  type Reading,
  type RelationAsked,
  type RelationReport,
  rowOf,
} from './table.ts';

const ofProduct = ({ productId }: RelationAsked, p: Prisma.Sql): Prisma.Sql =>
  productId ? Prisma.sql`AND ${p}."productId" = ${productId}::uuid` : Prisma.empty;

/** What was paid in the span, with the margin of it and when last, by customer (p), and where they stand (k). */
const paid = ({ zone, settings }: Reading, asked: RelationAsked): Prisma.Sql => Prisma.sql`
  (SELECT p."customerId", sum(p."amountCents")::float AS cents, sum(p."amountCents" * ${marginOf(settings)})::float AS margin, max(p."purchasedAt") AS at
     FROM "Purchase" p LEFT JOIN "Product" g ON g.id = p."productId" WHERE ${inSpan(Prisma.sql`p."purchasedAt"`, asked, zone)}
          ${ofProduct(asked, Prisma.sql`p`)} GROUP BY 1) p LEFT JOIN "CustomerSegment" k ON k."customerId" = p."customerId"`;

/** What was given in the span (p): compensation, and vouchers of a fixed value that were used. */
const given = ({ zone }: Reading, asked: RelationAsked): Prisma.Sql => Prisma.sql`
  (SELECT x."customerId", c."amountCents" AS cents FROM "Compensation" c JOIN "Complaint" x ON x.id = c."complaintId"
    WHERE c.state IN ('approved', 'given') AND ${inSpan(Prisma.sql`coalesce(c."givenAt", c."decidedAt")`, asked, zone)}
          ${ofProduct(asked, Prisma.sql`x`)}
    UNION ALL
   SELECT "customerId", amount FROM "Voucher" WHERE kind = 'value' AND ${inSpan(Prisma.sql`"redeemedAt"`, asked, zone)} AND ${!asked.productId}) p
  LEFT JOIN "CustomerSegment" k ON k."customerId" = p."customerId"`;

interface Earned {
  n: number;
  cents: number;
  margin: number | null;
}
interface Profit extends Earned {
  given: number;
}

/** What groups brought beside what they were given; also those that were only given something. */
function withGiven(
  group: CustomerGroup,
  earned: readonly (Earned & Keyed)[],
  given: readonly ({ given: number } & Keyed)[],
): (Profit & { value: string })[] {
  const [brought, cost] = [byLine(group, earned), byLine(group, given)];
  const values = new Set([...brought.keys(), ...cost.keys()]);
  const lines = [...values].map((value): [string, Profit] => [
    value,
    { ...(brought.get(value) ?? { n: 0, cents: 0, margin: null }), given: cost.get(value)?.given ?? 0 },
  ]);
  return inOrder(new Map(lines), ({ cents }) => cents);
}

/**
 * Profitability 客户利润: what is left of what groups of customers paid; all that was paid is in it, also by people who have been erased. The cost of
 * their enquiries is known by tier.
 */
export const profitability: RelationReport = {
  bys: ['tier', 'fifth', 'segment'],
  async table(reading, asked) {
    const { client, settings } = reading;
    const group = groupBy(asked.by);
    const { rates } = settings;
    const [earned, spent, sums, countedAt] = await Promise.all([
      client.$queryRaw<(Earned & Keyed)[]>(Prisma.sql`
        SELECT ${group.key} AS key, count(*)::int AS n, sum(p.cents)::float AS cents, sum(p.margin)::float AS margin
          FROM ${paid(reading, asked)} GROUP BY 1`),
      client.$queryRaw<({ given: number } & Keyed)[]>(Prisma.sql`
        SELECT ${group.key} AS key, sum(p.cents)::float AS given FROM ${given(reading, asked)} GROUP BY 1`),
      asked.by === 'tier' ? enquirySums(client, rates, asked) : [],
      lookedAt(client),
    ]);
    const rows = withGiven(group, earned, spent);
    const lines = enquiryLines(sums, rates);
    const costs = new Map(inCents(lines).map(({ total }, place) => [lines[place]!.value, total]));
    const whole = rows.reduce((sum, { cents }) => sum + cents, 0);
    const knowsCost = asked.by === 'tier';
    const cells = ({ n, cents, margin, given }: Profit, cost: number | null) => {
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
      countedAt,
      facts: { marginPercent: settings.marginPercent },
    };
  },
  behind(reading, asked, value, page) {
    const line = value === null ? Prisma.sql`true` : groupBy(asked.by).holds(value);
    return customersOf(
      Prisma.sql`SELECT p."customerId", p.at, p.cents, jsonb_build_object('what', k.segment) AS facts FROM ${paid(reading, asked)} WHERE ${line}`,
      page,
    );
  },
};
