import { type Client, Prisma } from '#prisma/client.ts';
import { type CostRate, inCents, type Priced, priced, staffMsOf } from '../../costs/rates.ts';
import { daysBefore } from '../surveys/asked.ts';
import { namesOf } from '../surveys/names.ts';
import {
  type Column,
  inSpan,
  meanCell,
  ofLine,
  plain,
  type Reading,
  type RelationAsked,
  type RelationReport,
  rowOf,
} from './table.ts';

/** What a line of enquiries took, at the rate of its days. */
interface Sum {
  value: string;
  rate: number;
  channel: string;
  milliEnquiries: number;
  staffMs: number;
  milliTasks: number;
  milliMessages: number;
  tokens: number;
  modelMicros: number;
}

/** A way to look: the column of d that it is told by, and what a line is of that. */
const groups = {
  category: { column: Prisma.sql`d.product`, value: Prisma.sql`coalesce(p."categoryKey", '')` },
  product: { column: Prisma.sql`d.product`, value: Prisma.sql`d.product` },
  channel: { column: Prisma.sql`d.channel`, value: Prisma.sql`d.channel` },
  tier: { column: Prisma.sql`d.tier`, value: Prisma.sql`d.tier` },
};
type Group = keyof typeof groups;
const bys = ['category', 'product', 'channel', 'tier'] as const;

/** Which rate holds on a day of d, as its place among them: they are few, and a day is told by comparing. */
function rateOf(rates: readonly CostRate[]): Prisma.Sql {
  const starts = rates.slice(1).map(({ from }) => Prisma.sql`(d.day >= ${from}::date)::int`);
  return starts.length === 0 ? Prisma.sql`0` : Prisma.sql`(${Prisma.join(starts, ' + ')})`;
}

const ofProduct = (productId: string | undefined) =>
  productId ? Prisma.sql`AND d.product = ${productId}` : Prisma.empty;

/** Parts of a line, or of all. The products of a category are looked up once, not for every part. */
function ofEnquiryLine(by: Group, value: string | null): Prisma.Sql {
  if (by !== 'category' || value === null) return ofLine(groups[by].value, value);
  if (value === '') return Prisma.sql`d.product <> ALL (ARRAY(SELECT id::text FROM "Product"))`;
  return Prisma.sql`d.product = ANY (ARRAY(SELECT id::text FROM "Product" WHERE "categoryKey" = ${value}))`;
}

/** Sums of EnquiryDay by a line, a channel and the rate that held. */
export async function enquirySums(
  client: Client,
  rates: readonly CostRate[],
  { from, to, by, productId }: RelationAsked,
): Promise<Sum[]> {
  const { column, value } = groups[by as Group];
  const product =
    by === 'category' ? Prisma.sql`LEFT JOIN "Product" p ON p.id = nullif(s.told, '')::uuid` : Prisma.empty;
  return client.$queryRaw<Sum[]>(Prisma.sql`
    SELECT ${by === 'category' ? value : Prisma.sql`s.told`} AS value, s.rate, s.channel, sum(s."milliEnquiries")::float AS "milliEnquiries",
           sum(s."staffMs")::float AS "staffMs", sum(s."milliTasks")::float AS "milliTasks", sum(s."milliMessages")::float AS "milliMessages",
           sum(s.tokens)::float AS tokens, sum(s."modelMicros")::float AS "modelMicros"
      FROM (SELECT ${column} AS told, d.channel, ${rateOf(rates)} AS rate, sum(d."milliEnquiries") AS "milliEnquiries", sum(d."staffMs") AS "staffMs",
                   sum(d."milliTasks") AS "milliTasks", sum(d."milliMessages") AS "milliMessages", sum(d.tokens) AS tokens,
                   sum(d."modelMicros") AS "modelMicros"
              FROM "EnquiryDay" d WHERE d.day >= ${from}::date AND d.day <= ${to}::date ${ofProduct(productId)} GROUP BY 1, 2, 3) s ${product}
     GROUP BY 1, 2, 3`);
}

/** A line priced, with what it is made of. */
export interface EnquiryLine extends Priced {
  value: string;
  enquiries: number;
  minutes: number;
  tokens: number;
  messages: number;
}

/** Sums of a line at their rates, added up. */
export function enquiryLines(sums: readonly Sum[], rates: readonly CostRate[]): EnquiryLine[] {
  const lines = new Map<string, EnquiryLine>();
  for (const sum of sums) {
    const rate = rates[sum.rate]!;
    const { staff, model, fees } = priced(sum, rate);
    const line = lines.get(sum.value) ?? {
      value: sum.value,
      enquiries: 0,
      minutes: 0,
      tokens: 0,
      messages: 0,
      staff: 0,
      model: 0,
      fees: 0,
    };
    line.staff += staff;
    line.model += model;
    line.fees += fees;
    line.enquiries += sum.milliEnquiries / 1000;
    line.minutes += staffMsOf(sum, rate) / 60_000;
    line.tokens += sum.tokens;
    line.messages += sum.milliMessages / 1000;
    lines.set(sum.value, line);
  }
  return [...lines.values()].sort((a, b) => (a.value < b.value ? -1 : 1));
}

/** How many pieces of each product or category were sold; of channels and tiers it is not asked. */
async function soldOf({ client, zone }: Reading, asked: RelationAsked): Promise<Map<string, number>> {
  if (asked.by !== 'product' && asked.by !== 'category') return new Map();
  const value = asked.by === 'product' ? Prisma.sql`q."productId"::text` : Prisma.sql`g."categoryKey"`;
  const rows = await client.$queryRaw<{ value: string; sold: number }[]>(Prisma.sql`
    SELECT ${value} AS value, sum(q.sold)::int AS sold FROM (
      SELECT "productId", sum(quantity) AS sold FROM "Purchase" p WHERE ${inSpan(Prisma.sql`p."purchasedAt"`, asked, zone)}
         AND "productId" IS NOT NULL GROUP BY 1) q JOIN "Product" g ON g.id = q."productId" GROUP BY 1`);
  return new Map(rows.map(({ value: key, sold }) => [key, sold]));
}

/** Cost of enquiries = minutes of staff x rate + tokens + channel fees, charged to the product lines that they were about (Kao; 0058). */
export const enquiryCosts: RelationReport = {
  bys,
  async table(reading, asked) {
    const { client, settings } = reading;
    const { rates } = settings;
    const before = { ...asked, ...daysBefore(asked) };
    const [sums, sumsBefore, sold] = await Promise.all([
      enquirySums(client, rates, asked),
      enquirySums(client, rates, before),
      soldOf(reading, asked),
    ]);
    const [lines, earlier] = [enquiryLines(sums, rates), enquiryLines(sumsBefore, rates)];
    const earlierCents = new Map(inCents(earlier).map(({ total }, place) => [earlier[place]!.value, total]));
    const cents = inCents(lines);
    const names = await namesOf(
      client,
      asked.by === 'category' ? 'category' : 'product',
      lines.map(({ value }) => value),
    );
    const whole = cents.reduce((sum, { total }) => sum + total, 0);
    const row = (
      line: Omit<EnquiryLine, keyof Priced>,
      cost: (typeof cents)[number],
      pieces: number | null,
      then: number,
    ) => [
      plain(Math.round(10 * line.enquiries) / 10),
      plain(line.minutes),
      plain(cost.staff),
      plain(line.tokens),
      plain(cost.model),
      plain(Math.round(line.messages)),
      plain(cost.fees),
      plain(cost.total),
      plain(whole === 0 ? null : cost.total / whole),
      meanCell(cost.total, line.enquiries),
      pieces === null ? plain(null) : meanCell(cost.total, pieces),
      plain(then),
    ];
    const rows = lines
      .map((line, place) => {
        const name = asked.by === 'product' || asked.by === 'category' ? (names.get(line.value) ?? null) : null;
        const pieces = line.value === '' ? null : (sold.get(line.value) ?? (sold.size > 0 ? 0 : null));
        return rowOf(
          line.value,
          name,
          Math.floor(line.enquiries),
          row(line, cents[place]!, pieces, earlierCents.get(line.value) ?? 0),
        );
      })
      .sort((a, b) => b.cells[7]!.value! - a.cells[7]!.value! || b.n - a.n);
    const add = (of: (line: EnquiryLine) => number) => lines.reduce((sum, line) => sum + of(line), 0);
    const sum = {
      value: '',
      enquiries: add((line) => line.enquiries),
      minutes: add((line) => line.minutes),
      tokens: add((line) => line.tokens),
      messages: add((line) => line.messages),
    };
    const all = inCents([
      { staff: add((line) => line.staff), model: add((line) => line.model), fees: add((line) => line.fees) },
    ])[0]!;
    const ofLines = (of: (cost: (typeof cents)[number]) => number) =>
      cents.reduce((total, cost) => total + of(cost), 0);
    const total = {
      staff: ofLines((c) => c.staff),
      model: ofLines((c) => c.model),
      fees: ofLines((c) => c.fees),
      total: all.total,
    };
    const then = [...earlierCents.values()].reduce((a, b) => a + b, 0);
    const pieces = sold.size > 0 && !asked.productId ? [...sold.values()].reduce((a, b) => a + b, 0) : null;
    const last = rates.findLast(({ from }) => from === null || from <= asked.to)!;
    return {
      columns,
      rows,
      total: row(sum, total, pieces, then),
      facts: { hourCents: last.hourCents, taskMinutes: last.taskMinutes, rates: rates.length },
    };
  },
  behind({ settings: { rates } }, asked, value, { after, limit }) {
    const { productId, from, to, by } = asked;
    const which = Prisma.sql`FROM "EnquiryPart" d WHERE d.day >= ${from}::date AND d.day <= ${to}::date ${ofProduct(productId)}
      AND ${ofEnquiryLine(by as Group, value)}`;
    // Of all of them only who they were is asked.
    if (limit === null)
      return Prisma.sql`
        SELECT 'conversation' AS kind, d."conversationId" AS id, NULL AS name, max(d.day)::timestamptz AS at, NULL::float AS cents, NULL::jsonb AS facts
          ${which} GROUP BY d."conversationId"`;
    const hour = Prisma.join(rates.map(({ hourCents }) => hourCents));
    const minutes = Prisma.join(rates.map(({ taskMinutes }) => taskMinutes));
    const fees = Prisma.join(rates.map(({ messageCents }) => JSON.stringify(messageCents)));
    const place = Prisma.sql`(${rateOf(rates)} + 1)`;
    const ms = Prisma.sql`(d."staffMs" + d."milliTasks" / 1000.0 * (ARRAY[${minutes}]::float[])[${place}] * 60000)`;
    const older = after
      ? Prisma.sql`AND (d.day, d."conversationId") < (${after.at.toISOString().slice(0, 10)}::date, ${after.id}::uuid)`
      : Prisma.empty;
    // An enquiry is a row, whatever number of its parts belong to the line. By the day itself, so that its index is read from the end
    // and only as far as the page goes.
    return Prisma.sql`
      SELECT 'conversation' AS kind, d."conversationId" AS id, u.name, (d.day::timestamp AT TIME ZONE 'UTC') AS at,
             (${ms} / 3600000 * (ARRAY[${hour}]::float[])[${place}] + d."modelMicros" / 10000.0
               + d."milliMessages" / 1000.0 * coalesce(((ARRAY[${fees}]::jsonb[])[${place}]->>d.channel)::float, 0))::float AS cents,
             jsonb_build_object('channel', d.channel, 'part', d.part, 'parts', d.parts, 'minutes', round(${ms}::numeric / 60000, 1),
               'tokens', d.tokens) AS facts
        FROM (SELECT d.day, d."conversationId", min(d.channel) AS channel, sum(d.part)::int AS part, max(d.parts) AS parts,
                     sum(d."staffMs") AS "staffMs", sum(d."milliTasks") AS "milliTasks", sum(d."milliMessages") AS "milliMessages",
                     sum(d.tokens) AS tokens, sum(d."modelMicros") AS "modelMicros"
                ${which} ${older} GROUP BY d.day, d."conversationId" ORDER BY d.day DESC, d."conversationId" DESC LIMIT ${limit}) d
        JOIN "Conversation" k ON k.id = d."conversationId" LEFT JOIN "Customer" u ON u.id = k."customerId"`;
  },
};

const columns = [
  { key: 'enquiries', kind: 'count' },
  { key: 'staffMinutes', kind: 'minutes' },
  { key: 'staffCost', kind: 'money' },
  { key: 'tokens', kind: 'count' },
  { key: 'modelCost', kind: 'money' },
  { key: 'messages', kind: 'count' },
  { key: 'feeCost', kind: 'money' },
  { key: 'cost', kind: 'money' },
  { key: 'costShare', kind: 'share' },
  { key: 'costEach', kind: 'money' },
  { key: 'costSold', kind: 'money' },
  { key: 'costBefore', kind: 'money' },
] satisfies Column[] as Column[];
