import { type Client, Prisma } from '#prisma/client.ts';
import { type CostSettingsOfShop, inCents, type Priced, priced, staffMsOf } from '../costs/rates.ts';
import { marginMultiple } from './lifetime.ts';
import { retentionOf } from './segmentMonths.ts';

/** A year with a customer, in fen. `margin` null: the shop does not say what is left of a price. */
export interface WorthYear {
  year: number;
  orders: number;
  paidCents: number;
  marginCents: number | null;
  enquiries: number;
  enquiryMinutes: number;
  enquiryCents: number;
  /** Compensation, and vouchers of a fixed value that were used. */
  givenCents: number;
}

/** What a customer brought and cost, year by year, and what their future is worth. */
export interface Lifetime {
  years: WorthYear[];
  total: Omit<WorthYear, 'year'>;
  /** Margin less what enquiries cost and what was given; null where the margin is not known. */
  leftCents: number | null;
  /** The last 365 days' margin times the margin multiple; null where margin or retention is not known. */
  futureCents: number | null;
  multiple: number | null;
  retained: { base: number; kept: number };
}

interface Sums {
  year: number;
  orders: number;
  paid: number;
  margin: number | null;
  lately: number | null;
  given: number;
}

interface Took {
  year: number;
  channel: string;
  rate: number;
  milliEnquiries: number;
  staffMs: number;
  milliTasks: number;
  milliMessages: number;
  modelMicros: number;
}

/** The whole of a relation, from the rows themselves; `margin` is SQL of what is left of a price of product g. */
export async function lifetimeOf(
  client: Client,
  customerId: string,
  asked: { now: Date; zone: string; settings: CostSettingsOfShop; margin: Prisma.Sql },
): Promise<Lifetime> {
  const { now, zone, settings, margin } = asked;
  const id = Prisma.sql`${customerId}::uuid`;
  const year = (at: Prisma.Sql) => Prisma.sql`extract(year FROM ${at} AT TIME ZONE ${zone})::int`;
  const sums = await client.$queryRaw<Sums[]>(Prisma.sql`
    SELECT year, sum(orders)::int AS orders, sum(paid)::float AS paid, sum(margin)::float AS margin, sum(lately)::float AS lately,
           sum(given)::float AS given FROM (
      SELECT ${year(Prisma.sql`p."purchasedAt"`)} AS year, count(DISTINCT p."orderNumber") AS orders, sum(p."amountCents") AS paid,
             sum(p."amountCents" * ${margin}) AS margin,
             sum(p."amountCents" * ${margin}) FILTER (WHERE p."purchasedAt" > ${now}::timestamptz - interval '365 days') AS lately, 0 AS given
        FROM "Purchase" p LEFT JOIN "Product" g ON g.id = p."productId" WHERE p."customerId" = ${id} GROUP BY 1
       UNION ALL
      SELECT ${year(Prisma.sql`coalesce(k."givenAt", k."decidedAt", k."requestedAt")`)}, 0, 0, NULL, NULL, sum(k."amountCents")
        FROM "Compensation" k JOIN "Complaint" x ON x.id = k."complaintId" WHERE x."customerId" = ${id} AND k.state IN ('approved', 'given') GROUP BY 1
       UNION ALL
      SELECT ${year(Prisma.sql`"redeemedAt"`)}, 0, 0, NULL, NULL, sum(amount) FROM "Voucher"
       WHERE "customerId" = ${id} AND kind = 'value' AND "redeemedAt" IS NOT NULL GROUP BY 1) y GROUP BY 1`);
  const starts = settings.rates.slice(1).map(({ from }) => from!);
  const took = await client.$queryRaw<Took[]>(Prisma.sql`
    SELECT year, channel, rate, sum("milliEnquiries")::float AS "milliEnquiries", sum("staffMs")::float AS "staffMs", sum("milliTasks")::float AS "milliTasks",
           sum("milliMessages")::float AS "milliMessages", sum("modelMicros")::float AS "modelMicros" FROM (
      SELECT extract(year FROM e.day)::int AS year, e.channel, (SELECT count(*) FROM unnest(${starts}::date[]) s(day) WHERE s.day <= e.day)::int AS rate,
             e."milliEnquiries", e."staffMs", e."milliTasks", e."milliMessages", e."modelMicros"
        FROM "EnquiryPart" e JOIN "Conversation" c ON c.id = e."conversationId" WHERE c."customerId" = ${id}
       UNION ALL
      SELECT ${year(Prisma.sql`t."completedAt"`)}, '', (SELECT count(*) FROM unnest(${starts}::date[]) s(day)
               WHERE s.day <= (t."completedAt" AT TIME ZONE ${zone})::date)::int, 0, 0, 1000, 0, 0
        FROM "Task" t LEFT JOIN "Complaint" k ON k.id = t."complaintId"
       WHERE t."customerId" = ${id} AND t.state = 'done' AND t."completedAt" IS NOT NULL AND coalesce(t."conversationId", k."conversationId") IS NULL) x
     GROUP BY 1, 2, 3`);
  const years = yearsOf(sums, took, settings);
  const total = totalOf(years);
  const retained = await retentionOf(client);
  const multiple = marginMultiple(retained, settings.discountPercent);
  const lately = sums.reduce<number | null>((sum, row) => (row.lately === null ? sum : (sum ?? 0) + row.lately), null);
  const knowsMargin = settings.marginPercent !== null;
  const left = total.marginCents === null ? null : total.marginCents - total.enquiryCents - total.givenCents;
  const future = multiple === null || !knowsMargin ? null : Math.round((lately ?? 0) * multiple);
  return { years, total, leftCents: left, futureCents: future, multiple, retained };
}

function yearsOf(sums: readonly Sums[], took: readonly Took[], { rates }: CostSettingsOfShop): WorthYear[] {
  const all = [...new Set([...sums.map(({ year }) => year), ...took.map(({ year }) => year)])].sort((a, b) => b - a);
  const costs: Priced[] = all.map((year) =>
    took
      .filter((row) => row.year === year)
      .map((row) => priced(row, rates[row.rate]!))
      .reduce((a, b) => ({ staff: a.staff + b.staff, model: a.model + b.model, fees: a.fees + b.fees }), {
        staff: 0,
        model: 0,
        fees: 0,
      }),
  );
  const cents = inCents(costs);
  return all.map((year, place) => {
    const found = sums.find((row) => row.year === year);
    const used = took.filter((row) => row.year === year);
    return {
      year,
      orders: found?.orders ?? 0,
      paidCents: found?.paid ?? 0,
      marginCents: found?.margin == null ? null : Math.round(found.margin),
      enquiries: Math.round(used.reduce((sum, { milliEnquiries }) => sum + milliEnquiries, 0) / 1000),
      enquiryMinutes: Math.round(used.reduce((sum, row) => sum + staffMsOf(row, rates[row.rate]!), 0) / 60_000),
      enquiryCents: cents[place]!.total,
      givenCents: found?.given ?? 0,
    };
  });
}

function totalOf(years: readonly WorthYear[]): Omit<WorthYear, 'year'> {
  const sum = (of: (year: WorthYear) => number) => years.reduce((all, year) => all + of(year), 0);
  return {
    orders: sum(({ orders }) => orders),
    paidCents: sum(({ paidCents }) => paidCents),
    marginCents: years.some(({ marginCents }) => marginCents !== null)
      ? sum(({ marginCents }) => marginCents ?? 0)
      : null,
    enquiries: sum(({ enquiries }) => enquiries),
    enquiryMinutes: sum(({ enquiryMinutes }) => enquiryMinutes),
    enquiryCents: sum(({ enquiryCents }) => enquiryCents),
    givenCents: sum(({ givenCents }) => givenCents),
  };
}
