import { Temporal } from 'temporal-polyfill';
import { type Client, Prisma } from '#prisma/client.ts';
import type { Localized } from '../../localized.ts';
import { type Page, pageOf, positionOf, rowsFor } from '../../page.ts';
import { startOf } from '../../surveys/days/count.ts';
import { CLEAR } from '../../talks/feeling.ts';
import type { Outcome, Proof } from '../../talks/outcome.ts';
import { type DayCount, newestOfDays } from '../newestOfDays.ts';
import { type TalkWay, ways } from './ways.ts';

/** Which talks: begun on these days of the shop's zone, `to` included; of a customer, or of one of a way. */
export interface TalksAsked {
  from: string;
  to: string;
  cut?: { dimension: TalkWay; value: string } | undefined;
  customerId?: string | undefined;
  /** `without`: confirmed or assumed. */
  outcome?: Outcome | 'without' | undefined;
  feeling?: 'negative' | 'positive' | undefined;
}

/** A message that stands for a talk; the text is null where it was erased. */
export interface Peak {
  text: string | null;
  feeling: number;
}

export interface TalkRow {
  id: string;
  begunAt: Date;
  endedAt: Date;
  conversationId: string;
  customerId: string | null;
  customer: string | null;
  channel: string;
  language: string;
  product: Localized | null;
  tier: string;
  segment: string;
  audience: string;
  outcome: Outcome;
  how: Proof | null;
  answers: number;
  messages: number;
  feeling: number | null;
  best: Peak | null;
  worst: Peak | null;
}

const all = Prisma.sql`"Talk" t`;
const onDays = (days: readonly string[], zone: string): Prisma.Sql => Prisma.sql`
  unnest(${[...days]}::date[]) d(day) CROSS JOIN LATERAL (SELECT * FROM "Talk" n WHERE n."begunAt" >= ${startOf(Prisma.sql`d.day`, zone)}
    AND n."begunAt" < ${startOf(Prisma.sql`d.day + 1`, zone)} OFFSET 0) t`;

/** The talks t that are asked for. */
export function talksOf(
  { from, to, cut, customerId, outcome, feeling }: TalksAsked,
  zone: string,
  talks: Prisma.Sql = all,
): Prisma.Sql {
  const when = (test: unknown, sql: Prisma.Sql): Prisma.Sql => (test ? Prisma.sql`AND ${sql}` : Prisma.empty);
  const among = outcome === 'without' ? ['confirmed', 'assumed'] : [outcome ?? ''];
  return Prisma.sql`
    FROM ${talks} WHERE t."begunAt" >= ${startOf(Prisma.sql`${from}::date`, zone)}
     AND t."begunAt" < ${startOf(Prisma.sql`${to}::date + 1`, zone)}
     ${cut ? Prisma.sql`AND ${ways[cut.dimension].of(cut.value)}` : Prisma.empty}
     ${when(customerId, Prisma.sql`t."customerId" = ${customerId}::uuid`)}
     ${when(outcome, Prisma.sql`t.outcome = ANY(${among})`)}
     ${when(feeling === 'negative', Prisma.sql`t.worst < ${-CLEAR}`)}
     ${when(feeling === 'positive', Prisma.sql`t.worst >= ${-CLEAR} AND t.best > ${CLEAR}`)}`;
}

type Kept = Omit<TalkRow, 'best' | 'worst'> & {
  bestId: string | null;
  best: number | null;
  worstId: string | null;
  worst: number | null;
};

const columns = Prisma.sql`t.id, t."begunAt", t."endedAt", t."conversationId", t."customerId", t.channel, t.language, t."productId", t.tier,
  t.segment, t.audience, t.outcome, t.how, t.answers, t.messages, t.feeling, t."bestId", t.best, t."worstId", t.worst`;
const named = (inner: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT o.*, p.name AS product, u.name AS customer FROM (SELECT ${columns} ${inner}) o
    LEFT JOIN "Product" p ON p.id = o."productId" LEFT JOIN "Customer" u ON u.id = o."customerId"`;

/** Newest first. */
export async function talkRows(
  client: Client,
  { asked, zone }: { asked: TalksAsked; zone: string },
  page: { limit?: number; cursor?: string | undefined },
): Promise<Page<TalkRow>> {
  const after = positionOf(page.cursor);
  const older = after ? Prisma.sql`AND (t."begunAt", t.id) < (${after.at}, ${after.id}::uuid)` : Prisma.empty;
  const read = (limit: number, talks?: Prisma.Sql) =>
    client.$queryRaw<Kept[]>(Prisma.sql`
      ${named(Prisma.sql`${talksOf(asked, zone, talks)} ${older} ORDER BY t."begunAt" DESC, t.id DESC LIMIT ${limit}`)}
       ORDER BY o."begunAt" DESC, o.id DESC`);
  const limit = rowsFor(page);
  const rows = asked.customerId
    ? await read(limit)
    : await newestOfDays(await daysWith(client, asked, after && dayAt(after.at, zone)), { rows: limit }, (days, left) =>
        read(
          left,
          onDays(
            days.map(({ day }) => day),
            zone,
          ),
        ),
      );
  const found = pageOf(rows, page, (row) => ({ at: row.begunAt, id: row.id }));
  return { ...found, items: await withPeaks(client, found.items) };
}

const countedOutcomes = new Set<string>(['confirmed', 'assumed', 'returned', 'unresolved', 'person']);

/** On which days there are talks of those asked for, as they were counted; of those in which nothing was asked nobody counts how many. */
function daysWith(client: Client, asked: TalksAsked, until: string | null): Promise<DayCount[]> {
  const { from, to, cut, outcome, feeling } = asked;
  const way = cut && ways[cut.dimension];
  const ofOutcome =
    outcome === 'without'
      ? Prisma.sql`s.confirmed + s.assumed`
      : Prisma.sql`s.${Prisma.raw(outcome && countedOutcomes.has(outcome) ? outcome : 'least')}`;
  return client.$queryRaw<DayCount[]>(Prisma.sql`
    SELECT s.day::text AS day, sum(least(${ofOutcome}, s.${Prisma.raw(feeling ?? 'least')}))::int AS n
      FROM (SELECT *, greatest(1, talks) AS least FROM "TalkDay") s ${way?.joins ?? Prisma.empty}
     WHERE s.dimension = ${way?.counted ?? 'all'} AND s.day >= ${from}::date AND s.day <= ${until && until < to ? until : to}::date
           ${way ? Prisma.sql`AND ${way.group} = ${cut.value}` : Prisma.empty} GROUP BY 1`);
}

const dayAt = (at: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();

/** The talks with the worst, or the best, message; the newest of equals. */
export async function peakRows(
  client: Client,
  { asked, zone }: { asked: TalksAsked; zone: string },
  { order, limit }: { order: 'worst' | 'best'; limit: number },
): Promise<TalkRow[]> {
  const by = order === 'worst' ? Prisma.sql`worst ASC, "begunAt" DESC` : Prisma.sql`best DESC, "begunAt" DESC`;
  const rows = await client.$queryRaw<Kept[]>(Prisma.sql`
    ${named(Prisma.sql`${talksOf(asked, zone)} AND t.feeling IS NOT NULL ORDER BY ${by} LIMIT ${limit}`)} ORDER BY ${by}`);
  return withPeaks(client, rows);
}

/** The words of the best and the worst message; those that were erased say nothing. */
async function withPeaks(client: Client, rows: Kept[]): Promise<TalkRow[]> {
  const ids = rows.flatMap(({ bestId, worstId }) => [bestId, worstId]).filter((id) => id !== null);
  const said = await client.activity.findMany({ where: { id: { in: ids } }, select: { id: true, text: true } });
  const textOf = new Map(said.map(({ id, text }) => [id, text]));
  const peak = (id: string | null, feeling: number | null): Peak | null =>
    feeling === null ? null : { text: (id && textOf.get(id)) || null, feeling };
  return rows.map(({ bestId, best, worstId, worst, ...row }) => ({
    ...row,
    best: peak(bestId, best),
    worst: peak(worstId, worst),
  }));
}
