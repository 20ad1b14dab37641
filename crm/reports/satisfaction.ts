import { type Client, Prisma } from '#prisma/client.ts';
import type { Interval } from '../statistics.ts';
import { responseRateOf, type Score, scoreOf } from '../surveys/metrics.ts';

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
  /** Invitations sent in the span that arrived, and the share of them that was answered, then or later; null: nobody was invited. */
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
  /** How many gave 1, 2, 3, 4 and 5. */
  counts: [number, number, number, number, number];
}

const SCORES = [1, 2, 3, 4, 5] as const;

/**
 * Counts by step and score, from which every figure follows. Each step reads its own stretch of the index
 * (surveyId, answeredAt, with the score in it): half the time of sorting all answers into steps.
 */
export async function satisfactionReport(
  client: Client,
  span: SatisfactionFilter & Span,
  steps: Step[],
): Promise<SatisfactionReport> {
  const surveys = await client.survey.findMany({ where: { metric: 'csat' }, select: { id: true } });
  const surveyIds = surveys.map(({ id }) => id);
  const counted = await countByStep(client, span, steps, surveyIds);
  const [invitations] = await client.$queryRaw<{ invited: number; answered: number }[]>(Prisma.sql`
    SELECT count(i."deliveredAt")::int AS invited, count(i."answeredAt")::int AS answered
      FROM "Invitation" i WHERE i."surveyId" = ANY(${surveyIds}::uuid[])
       AND i."sentAt" >= ${span.from} AND i."sentAt" < ${span.to} ${ratedBy(span)}
       ${span.productId ? Prisma.sql`AND i."productId" = ${span.productId}::uuid` : Prisma.empty}`);
  const { invited, answered } = invitations ?? { invited: 0, answered: 0 };
  const { mean, distribution, ...whole } = scoreIn(counted);
  return {
    ...summary(whole),
    mean,
    distribution,
    invited,
    responseRate: responseRateOf(invited, answered).rate,
    trend: steps.map(({ from }, i) => ({ from, ...summary(scoreIn(counted.filter(({ step }) => step === i))) })),
  };
}

async function countByStep(
  client: Client,
  span: SatisfactionFilter & Span,
  steps: Step[],
  surveyIds: string[],
): Promise<Counted[]> {
  const [, ...later] = steps.map(({ start }) => start);
  const times = [span.from, ...later, span.to].map((bound) => bound.toISOString());
  const rows = await client.$queryRaw<{ step: number; counts: Counted['counts'] }[]>(Prisma.sql`
    SELECT (b.step - 1)::int AS step, c.counts
      FROM unnest(${times.slice(0, -1)}::timestamptz[], ${times.slice(1)}::timestamptz[]) WITH ORDINALITY AS b(lo, hi, step)
     CROSS JOIN LATERAL (
       SELECT ARRAY[${Prisma.join(SCORES.map((score) => Prisma.sql`count(*) FILTER (WHERE r.score = ${score})`))}]::int[] AS counts
         FROM "Response" r ${span.rated ? Prisma.sql`JOIN "Invitation" i ON i.id = r."invitationId"` : Prisma.empty}
        WHERE r."surveyId" = ANY(${surveyIds}::uuid[]) AND r."answeredAt" >= b.lo AND r."answeredAt" < b.hi
          ${ratedBy(span)} ${span.productId ? Prisma.sql`AND r."productId" = ${span.productId}::uuid` : Prisma.empty}) c`);
  return rows;
}

function ratedBy({ rated }: SatisfactionFilter): Prisma.Sql {
  if (!rated) return Prisma.empty;
  return rated === 'bot' ? Prisma.sql`AND i.rated = 'bot'` : Prisma.sql`AND i.rated NOT IN ('bot', 'shop')`;
}

/** By the one definition of the metric, as every other figure of it. */
const scoreIn = (steps: readonly Counted[]): Score =>
  scoreOf(
    'csat',
    steps.flatMap(({ counts }) => SCORES.map((score, i) => ({ score, count: counts[i]! }))),
  );

const summary = ({ n, share, interval }: Pick<Score, 'n' | 'share' | 'interval'>): Satisfaction => ({
  n,
  share,
  interval,
});
