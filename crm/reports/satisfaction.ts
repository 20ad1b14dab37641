import { type Client, Prisma } from '#prisma/client.ts';
import { type Interval, shareOf } from './statistics.ts';

/** Satisfaction of a span of time: n answers, and the share of 4 and 5 with its 95 % interval (0 to 1; null: no data). */
export interface Satisfaction {
  n: number;
  share: number | null;
  interval: Interval | null;
}

/** [from, to). */
export interface Span {
  from: Date;
  to: Date;
}

/** What is asked for: answers to the bot's or people's help, about a product; the trend by week unless told. */
export interface SatisfactionFilter {
  by?: 'week' | 'month';
  rated?: 'bot' | 'staff';
  productId?: string;
}

export interface SatisfactionReport extends Satisfaction {
  mean: number | null;
  distribution: { score: number; count: number }[];
  /** Invitations sent in the span, and the share of them that was answered, then or later; null: nobody was invited. */
  invited: number;
  responseRate: number | null;
  /** By the date of the answer, in steps that begin on these ISO dates in the shop's zone; steps without answers have n 0. */
  trend: ({ from: string } & Satisfaction)[];
}

/** A step of the trend: its first day, and when that day begins. */
export interface Step {
  from: string;
  start: Date;
}

interface Counted {
  step: number;
  score: number;
  count: number;
}

const SCORES = [1, 2, 3, 4, 5];
const SATISFIED = 4;

/** One pass over the answers: counts by step and score, from which every figure follows. */
export async function satisfactionReport(
  client: Client,
  span: SatisfactionFilter & Span,
  steps: Step[],
): Promise<SatisfactionReport> {
  const bounds = steps.map(({ start }) => start.toISOString());
  const counted = await client.$queryRaw<Counted[]>(Prisma.sql`
    SELECT width_bucket(r."answeredAt", ${bounds}::timestamptz[]) AS step, r.score, count(*)::int AS count
      FROM "Response" r ${span.rated ? Prisma.sql`JOIN "Invitation" i ON i.id = r."invitationId"` : Prisma.empty}
     WHERE r."surveyId" IN (SELECT id FROM "Survey" WHERE metric = 'csat') AND r.score IS NOT NULL
       AND r."answeredAt" >= ${span.from} AND r."answeredAt" < ${span.to}
       ${ratedBy(span)} ${span.productId ? Prisma.sql`AND r."productId" = ${span.productId}::uuid` : Prisma.empty}
     GROUP BY 1, 2`);
  const [invitations] = await client.$queryRaw<{ invited: number; answered: number }[]>(Prisma.sql`
    SELECT count(*)::int AS invited, count(*) FILTER (WHERE i.state = 'answered')::int AS answered
      FROM "Invitation" i WHERE i."surveyId" IN (SELECT id FROM "Survey" WHERE metric = 'csat')
       AND i."sentAt" >= ${span.from} AND i."sentAt" < ${span.to} ${ratedBy(span)}`);
  const { invited, answered } = invitations ?? { invited: 0, answered: 0 };
  const total = sum(counted);
  return {
    ...summary(counted),
    mean: total === 0 ? null : counted.reduce((all, row) => all + row.score * row.count, 0) / total,
    distribution: SCORES.map((score) => ({ score, count: sum(counted.filter((row) => row.score === score)) })),
    invited,
    responseRate: invited === 0 ? null : answered / invited,
    trend: steps.map(({ from }, i) => ({ from, ...summary(counted.filter((row) => row.step === i + 1)) })),
  };
}

function ratedBy({ rated }: SatisfactionFilter): Prisma.Sql {
  if (!rated) return Prisma.empty;
  return rated === 'bot' ? Prisma.sql`AND i.rated = 'bot'` : Prisma.sql`AND i.rated <> 'bot'`;
}

const sum = (rows: Counted[]): number => rows.reduce((total, row) => total + row.count, 0);

function summary(rows: Counted[]): Satisfaction {
  const n = sum(rows);
  return { n, ...shareOf(sum(rows.filter((row) => row.score >= SATISFIED)), n) };
}
