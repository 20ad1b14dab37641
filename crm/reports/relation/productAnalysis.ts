import { Prisma } from '#prisma/client.ts';
import type { Localized } from '../../localized.ts';
import { customersOf } from './groups.ts';
import {
  inSpan,
  MOST_ROWS,
  ofLine,
  plain,
  type Reading,
  type RelationAsked,
  type RelationReport,
  type ReportTable,
  rowOf,
  shareCell,
} from './table.ts';

interface Sold {
  value: string;
  name: Localized;
  buyers: number;
  again: number;
  pieces: number;
  cents: number;
  rated: number;
  content: number;
  complaints: number;
}

/** What was bought in the span, by product and customer. */
const bought = ({ zone }: Reading, asked: RelationAsked): Prisma.Sql => Prisma.sql`
  SELECT p."productId", p."customerId", sum(p.quantity) AS pieces, sum(p."amountCents") AS cents, min(p."purchasedAt") AS began, max(p."purchasedAt") AS at
    FROM "Purchase" p WHERE p."productId" IS NOT NULL AND ${inSpan(Prisma.sql`p."purchasedAt"`, asked, zone)} GROUP BY 1, 2`;

/** Product 客户产品: which products are bought again, how they please, what goes wrong with them, and which go together. */
export const productAnalysis: RelationReport = {
  bys: ['product', 'category', 'pair'],
  async table(reading, asked) {
    if (asked.by === 'pair') return pairs(reading, asked);
    const { client, zone } = reading;
    const ofCategory = asked.by === 'category';
    const key = ofCategory ? Prisma.sql`g."categoryKey"` : Prisma.sql`g.id`;
    const lines = ofCategory
      ? Prisma.sql`(SELECT key AS value, name FROM "Category")`
      : Prisma.sql`(SELECT id AS value, name FROM "Product")`;
    const only = asked.productId ? Prisma.sql`AND g.id = ${asked.productId}::uuid` : Prisma.empty;
    // Who bought two products of a kind is one buyer of it.
    const rows = await client.$queryRaw<Sold[]>(Prisma.sql`
      SELECT v.value::text AS value, v.name, coalesce(b.buyers, 0)::int AS buyers, coalesce(b.again, 0)::int AS again, coalesce(b.pieces, 0)::int AS pieces,
             coalesce(b.cents, 0)::float AS cents, coalesce(r.rated, 0)::int AS rated, coalesce(r.content, 0)::int AS content, coalesce(x.n, 0)::int AS complaints
        FROM ${lines} v
        LEFT JOIN (SELECT key, count(*) AS buyers, count(*) FILTER (WHERE at >= began + interval '12 hours') AS again, sum(pieces) AS pieces, sum(cents) AS cents
                     FROM (SELECT ${key} AS key, p."customerId", sum(p.quantity) AS pieces, sum(p."amountCents") AS cents, min(p."purchasedAt") AS began,
                                  max(p."purchasedAt") AS at
                             FROM "Purchase" p JOIN "Product" g ON g.id = p."productId" WHERE ${inSpan(Prisma.sql`p."purchasedAt"`, asked, zone)} ${only}
                            GROUP BY 1, 2) o GROUP BY 1) b ON b.key = v.value
        LEFT JOIN (SELECT ${key} AS key, sum(d.scores[2] + d.scores[3] + d.scores[4] + d.scores[5] + d.scores[6]) AS rated, sum(d.scores[5] + d.scores[6]) AS content
                     FROM "SurveyDay" d JOIN "Survey" s ON s.id = d."surveyId" AND s.metric = 'csat' JOIN "Product" g ON g.id::text = d.value
                    WHERE d.dimension = 'product' AND d.day >= ${asked.from}::date AND d.day <= ${asked.to}::date ${only} GROUP BY 1) r ON r.key = v.value
        LEFT JOIN (SELECT ${key} AS key, count(*) AS n FROM "Complaint" k JOIN "Product" g ON g.id = k."productId"
                    WHERE ${inSpan(Prisma.sql`k."createdAt"`, asked, zone)} ${only} GROUP BY 1) x ON x.key = v.value
       WHERE b.buyers > 0 OR r.rated > 0 OR x.n > 0 ORDER BY 6 DESC, 1 LIMIT ${MOST_ROWS}`);
    return {
      columns: [
        { key: 'buyers', kind: 'count' },
        { key: 'pieces', kind: 'count' },
        { key: 'revenue', kind: 'money' },
        { key: 'againShare', kind: 'share' },
        { key: 'contentShare', kind: 'share' },
        { key: 'complaints', kind: 'count' },
        { key: 'complaintsEach', kind: 'ratio' },
      ],
      rows: rows.map((row) =>
        rowOf(row.value, row.name, row.buyers, [
          plain(row.buyers),
          plain(row.pieces),
          plain(row.cents),
          shareCell(row.again, row.buyers),
          shareCell(row.content, row.rated),
          plain(row.complaints),
          plain(row.pieces < 5 ? null : (100 * row.complaints) / row.pieces),
        ]),
      ),
      total: null,
      facts: {},
    };
  },
  behind(reading, asked, value, page) {
    if (asked.by === 'pair' && value === null) return inPairs(reading, asked);
    const [first = '', second = ''] = value?.split('+') ?? [];
    const group = asked.by === 'category' ? Prisma.sql`g."categoryKey"` : Prisma.sql`g.id::text`;
    const ofProduct =
      asked.productId && asked.by !== 'pair' ? Prisma.sql`AND g.id = ${asked.productId}::uuid` : Prisma.empty;
    const products = Prisma.sql`(SELECT g.id FROM "Product" g WHERE ${ofLine(group, value && first)} ${ofProduct})`;
    const when = inSpan(Prisma.sql`p."purchasedAt"`, asked, reading.zone);
    const together =
      asked.by === 'pair'
        ? Prisma.sql`WHERE EXISTS (SELECT 1 FROM "Purchase" p WHERE p."customerId" = b."customerId" AND p."productId"::text = ${second} AND ${when})`
        : Prisma.empty;
    const rows = Prisma.sql`
      SELECT b."customerId", b.at, b.cents, jsonb_build_object('count', b.pieces) AS facts
        FROM (SELECT p."customerId", max(p."purchasedAt") AS at, sum(p."amountCents")::float AS cents, sum(p.quantity) AS pieces
                FROM "Purchase" p WHERE p."productId" IN ${products} AND ${when} GROUP BY 1) b ${together}`;
    return customersOf(rows, page);
  },
};

interface Pair {
  first: string;
  second: string;
  firstName: Localized;
  secondName: Localized;
  together: number;
  firstBuyers: number;
  secondBuyers: number;
  baskets: number;
}

/** Who bought what (b), and which two were bought by five customers or more (two); of one product: with it. */
const togetherIn = (reading: Reading, asked: RelationAsked): Prisma.Sql => Prisma.sql`
  WITH b AS MATERIALIZED (SELECT "productId", "customerId", at, cents::float AS cents, pieces FROM (${bought(reading, asked)}) o),
    two AS (SELECT x."productId" AS a, y."productId" AS z, count(*) AS n FROM b x JOIN b y ON y."customerId" = x."customerId" AND y."productId" > x."productId"
             ${asked.productId ? Prisma.sql`WHERE ${asked.productId}::uuid IN (x."productId", y."productId")` : Prisma.empty}
             GROUP BY 1, 2 HAVING count(*) >= 5)`;

/** The customers of all pairs. */
const inPairs = (reading: Reading, asked: RelationAsked): Prisma.Sql => Prisma.sql`
  ${togetherIn(reading, asked)}
  SELECT 'customer' AS kind, c.id, c.name, max(x.at) AS at, sum(x.cents) AS cents, jsonb_build_object('count', sum(x.pieces)) AS facts
    FROM two t JOIN b x ON x."productId" = t.a JOIN b y ON y."productId" = t.z AND y."customerId" = x."customerId"
    JOIN "Customer" c ON c.id = x."customerId" GROUP BY c.id, c.name`;

/**
 * Products that the same customers bought in the span: support, confidence and lift (R. Agrawal, R. Srikant, Fast algorithms for mining
 * association rules, VLDB 1994; lift: how much more often than if they had nothing to do with each other). Only pairs of five customers and more.
 */
async function pairs(reading: Reading, asked: RelationAsked): Promise<ReportTable> {
  // Many bought the same few products: they are counted together before their pairs are.
  const rows = await reading.client.$queryRaw<Pair[]>(Prisma.sql`
    WITH b AS MATERIALIZED (
      SELECT ks, count(*) AS n FROM (
        SELECT array_agg(DISTINCT p."productId") AS ks FROM "Purchase" p
         WHERE p."productId" IS NOT NULL AND ${inSpan(Prisma.sql`p."purchasedAt"`, asked, reading.zone)} GROUP BY p."customerId") c GROUP BY 1),
    sizes AS (SELECT k, sum(n) AS n FROM b CROSS JOIN LATERAL unnest(b.ks) x(k) GROUP BY 1),
    two AS (SELECT x.k AS a, y.k AS z, sum(n) AS n FROM b CROSS JOIN LATERAL unnest(b.ks) x(k) CROSS JOIN LATERAL unnest(b.ks) y(k)
             WHERE cardinality(b.ks) > 1 AND y.k > x.k
               ${asked.productId ? Prisma.sql`AND ${asked.productId}::uuid IN (x.k, y.k)` : Prisma.empty}
             GROUP BY 1, 2 HAVING sum(n) >= 5)
    SELECT g.id::text AS first, h.id::text AS second, g.name AS "firstName", h.name AS "secondName", t.n::int AS together, s.n::int AS "firstBuyers",
           u.n::int AS "secondBuyers", (SELECT sum(n) FROM b)::int AS baskets
      FROM two t JOIN sizes s ON s.k = t.a JOIN sizes u ON u.k = t.z JOIN "Product" g ON g.id = t.a JOIN "Product" h ON h.id = t.z
     ORDER BY t.n DESC, 1, 2 LIMIT ${MOST_ROWS}`);
  return {
    columns: [
      { key: 'together', kind: 'count' },
      { key: 'support', kind: 'share' },
      { key: 'confidence', kind: 'share' },
      { key: 'lift', kind: 'ratio' },
    ],
    rows: rows.map(({ first, second, firstName, secondName, together, firstBuyers, secondBuyers, baskets }) => {
      const name = { zh: `${firstName.zh} + ${secondName.zh}`, en: `${firstName.en} + ${secondName.en}` };
      return rowOf(`${first}+${second}`, name, together, [
        plain(together),
        shareCell(together, baskets),
        shareCell(together, firstBuyers),
        plain((together * baskets) / (firstBuyers * secondBuyers)),
      ]);
    }),
    total: null,
    facts: {},
  };
}
