import { type Client, Prisma } from '#prisma/client.ts';
import { type ChosenIn, choicesOf } from './choiceCounts.ts';
import { type ResponseRate, responseRateOf, type Score, scoreOf } from './metrics.ts';
import type { Survey } from './survey.ts';

/** [from, to); open where absent. */
export interface ResultsSpan {
  from?: Date | undefined;
  to?: Date | undefined;
}

/** A score and the one that the same customer gave after the call. */
export interface SecondRating {
  responseId: string;
  customerId: string | null;
  first: number;
  second: number;
  outcome: string | null;
  at: Date;
}

/**
 * What came of a survey. `asked` counts the invitations of the span by state (withheld ones by their reason); `rate` is of those that were
 * delivered in it, answered then or later. `score` is of the answers of the span, also of those without an invitation.
 */
export interface SurveyResults {
  survey: Survey;
  asked: { sent: number; delivered: number; opened: number; dismissed: number; expired: number; answered: number };
  withheld: { reason: string; count: number }[];
  planned: number;
  rate: ResponseRate;
  answers: number;
  /** Answers that no invitation had asked for: by an open link, or imported. They have no rate. */
  unasked: number;
  score: Score;
  second: SecondRating[];
  /** What was chosen in the further questions, by the newest answers. */
  chosen: ChosenIn[];
}

/** So many pairs of ratings are told. */
const PAIRS = 100;

export async function resultsOf(client: Client, survey: Survey, span: ResultsSpan): Promise<SurveyResults> {
  const of = Prisma.sql`i."surveyId" = ${survey.id}::uuid`;
  const sent = within(Prisma.sql`i."sentAt"`, span);
  const [asked] = await client.$queryRaw<SurveyResults['asked'][]>(Prisma.sql`
    SELECT count(*)::int AS sent, count(i."deliveredAt")::int AS delivered, count(i."openedAt")::int AS opened,
           count(*) FILTER (WHERE i.state = 'dismissed')::int AS dismissed,
           count(*) FILTER (WHERE i.state = 'expired')::int AS expired, count(i."answeredAt")::int AS answered
      FROM "Invitation" i WHERE ${of} AND i."sentAt" IS NOT NULL ${sent}`);
  const withheld = await client.$queryRaw<{ reason: string; count: number }[]>(Prisma.sql`
    SELECT coalesce(i.reason, '') AS reason, count(*)::int AS count FROM "Invitation" i
     WHERE ${of} AND i.state = 'withheld' ${within(Prisma.sql`i."decidedAt"`, span)} GROUP BY 1 ORDER BY 2 DESC, 1`);
  const counts = await client.$queryRaw<{ score: number | null; count: number; unasked: number }[]>(Prisma.sql`
    SELECT i.score, count(*)::int AS count, count(*) FILTER (WHERE i."invitationId" IS NULL)::int AS unasked FROM "Response" i WHERE ${of} ${within(Prisma.sql`i."answeredAt"`, span)} GROUP BY 1`);
  const second = await client.$queryRaw<SecondRating[]>(Prisma.sql`
    SELECT f.id AS "responseId", r."customerId", f.score AS first, r.score AS second, t.outcome, r."answeredAt" AS at
      FROM "Invitation" i JOIN "Response" f ON f.id = i."followsId" JOIN "Response" r ON r."invitationId" = i.id
      LEFT JOIN "Task" t ON t.id = i."taskId"
     WHERE ${of} AND f.score IS NOT NULL AND r.score IS NOT NULL ${within(Prisma.sql`r."answeredAt"`, span)}
     ORDER BY r."answeredAt" DESC, r.id DESC LIMIT ${PAIRS}`);
  const scored = counts.flatMap(({ score, count }) => (score === null ? [] : [{ score, count }]));
  return {
    survey,
    asked: asked!,
    withheld,
    planned: await client.invitation.count({ where: { surveyId: survey.id, state: 'planned' } }),
    rate: responseRateOf(asked!.delivered, asked!.answered),
    answers: counts.reduce((total, { count }) => total + count, 0),
    unasked: counts.reduce((total, { unasked }) => total + unasked, 0),
    score: scoreOf(survey.metric, scored),
    second,
    chosen: await choicesOf(client, survey.id, survey.definition, within(Prisma.sql`i."answeredAt"`, span)),
  };
}

function within(at: Prisma.Sql, { from, to }: ResultsSpan): Prisma.Sql {
  const [since, before] = [
    from ? Prisma.sql`AND ${at} >= ${from}` : Prisma.empty,
    to ? Prisma.sql`AND ${at} < ${to}` : Prisma.empty,
  ];
  return Prisma.sql`${since} ${before}`;
}
