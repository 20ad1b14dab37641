import { Prisma } from '#prisma/client.ts';
import type { Localized } from '../../localized.ts';
import { shareDifference } from '../../statistics.ts';
import { FEWEST } from '../../surveys/metrics.ts';
import {
  type Cell,
  inSpan,
  ofLine,
  plain,
  type Reading,
  type RelationAsked,
  type RelationReport,
  type ReportTable,
  rowOf,
  shareCell,
} from './table.ts';

/** Who bought within so many days bought because of it, as far as the control group does not. */
const EFFECT_DAYS = 30;

interface Rule {
  value: string;
  name: Localized;
  sent: number;
  sentBought: number;
  control: number;
  controlBought: number;
  dropped: number;
}

const boughtAfter = ({ productId }: RelationAsked): Prisma.Sql => Prisma.sql`
  EXISTS (SELECT 1 FROM "Purchase" p WHERE p."customerId" = m."customerId" AND p."purchasedAt" > m."decidedAt"
             AND p."purchasedAt" < m."decidedAt" + make_interval(days => ${EFFECT_DAYS}::int)
             ${productId ? Prisma.sql`AND p."productId" = ${productId}::uuid` : Prisma.empty})`;

/** Promotion 客户促销: what care and vouchers bring, against those who were left out on purpose. */
export const promotion: RelationReport = {
  bys: ['rule', 'voucher'],
  wholeShop: ['voucher'],
  async table(reading, asked) {
    if (asked.by === 'voucher') return vouchers(reading, asked);
    const rows = await reading.client.$queryRaw<Rule[]>(Prisma.sql`
      SELECT r.id::text AS value, r.name, count(*) FILTER (WHERE m.state IN ('sent', 'task'))::int AS sent,
             count(*) FILTER (WHERE m.state IN ('sent', 'task') AND ${boughtAfter(asked)})::int AS "sentBought",
             count(*) FILTER (WHERE m.state = 'control')::int AS control,
             count(*) FILTER (WHERE m.state = 'control' AND ${boughtAfter(asked)})::int AS "controlBought",
             count(*) FILTER (WHERE m.state = 'dropped')::int AS dropped
        FROM "CareMessage" m JOIN "CareRule" r ON r.id = m."ruleId" WHERE ${inSpan(Prisma.sql`m."decidedAt"`, asked, reading.zone)}
       GROUP BY 1, 2 ORDER BY 3 DESC, 1`);
    return {
      columns: [
        { key: 'sent', kind: 'count' },
        { key: 'sentBought', kind: 'share' },
        { key: 'control', kind: 'count' },
        { key: 'controlBought', kind: 'share' },
        { key: 'effect', kind: 'share' },
        { key: 'dropped', kind: 'count' },
      ],
      rows: rows.map((row) =>
        rowOf(row.value, row.name, row.sent, [
          plain(row.sent),
          shareCell(row.sentBought, row.sent),
          plain(row.control),
          shareCell(row.controlBought, row.control),
          effect(row),
          plain(row.dropped),
        ]),
      ),
      total: null,
      facts: { effectDays: EFFECT_DAYS },
    };
  },
  behind({ zone }, asked, value) {
    if (asked.by === 'voucher')
      return Prisma.sql`
        SELECT 'customer' AS kind, c.id, c.name, v."issuedAt" AS at, CASE v.kind WHEN 'value' THEN v.amount END::float AS cents,
               jsonb_build_object('what', CASE WHEN v."redeemedAt" IS NULL THEN 'unused' ELSE 'redeemed' END) AS facts
          FROM "Voucher" v JOIN "Customer" c ON c.id = v."customerId" WHERE ${inSpan(Prisma.sql`v."issuedAt"`, asked, zone)} AND ${ofLine(Prisma.sql`v.cause`, value)}`;
    return Prisma.sql`
      SELECT 'customer' AS kind, c.id, c.name, m."decidedAt" AS at, NULL::float AS cents,
             jsonb_build_object('what', CASE WHEN ${boughtAfter(asked)} THEN 'bought' ELSE m.state::text END) AS facts
        FROM "CareMessage" m JOIN "Customer" c ON c.id = m."customerId" WHERE ${inSpan(Prisma.sql`m."decidedAt"`, asked, zone)} AND ${ofLine(Prisma.sql`m."ruleId"::text`, value)}`;
  },
};

/** How many more bought who were written to than who were left out; with Newcombe's interval. */
function effect({ sent, sentBought, control, controlBought }: Rule): Cell {
  const n = Math.min(sent, control);
  if (n < FEWEST) return { value: null, n };
  const found = shareDifference([controlBought, control], [sentBought, sent])!;
  return { value: found.difference, n, interval: { low: found.low, high: found.high } };
}

async function vouchers({ client, zone }: Reading, asked: RelationAsked): Promise<ReportTable> {
  const rows = await client.$queryRaw<
    { value: string; issued: number; redeemed: number; given: number; cents: number }[]
  >(Prisma.sql`
    SELECT v.cause AS value, count(*)::int AS issued, count(v."redeemedAt")::int AS redeemed,
           coalesce(sum(v.amount) FILTER (WHERE v.kind = 'value' AND v."redeemedAt" IS NOT NULL), 0)::float AS given,
           coalesce(sum((SELECT sum(p."amountCents") FROM "Purchase" p WHERE p."orderNumber" = v."orderNumber" AND p."customerId" = v."customerId")), 0)::float AS cents
      FROM "Voucher" v WHERE ${inSpan(Prisma.sql`v."issuedAt"`, asked, zone)} GROUP BY 1 ORDER BY 2 DESC, 1`);
  return {
    columns: [
      { key: 'issued', kind: 'count' },
      { key: 'redeemedShare', kind: 'share' },
      { key: 'given', kind: 'money' },
      { key: 'revenue', kind: 'money' },
    ],
    rows: rows.map(({ value, issued, redeemed, given, cents }) =>
      rowOf(value, null, issued, [plain(issued), shareCell(redeemed, issued), plain(given), plain(cents)]),
    ),
    total: null,
    facts: { effectDays: EFFECT_DAYS },
  };
}
