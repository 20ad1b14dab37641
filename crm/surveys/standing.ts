import { type Client, Prisma } from '#prisma/client.ts';
import type { Metric } from './metrics.ts';

/** What a customer was asked before, over all surveys. */
export interface SurveyStanding {
  /** When they were last asked anything. */
  askedAt: Date | null;
  /** When they were last asked for each metric. */
  metricAt: Record<Exclude<Metric, 'none'>, Date | null>;
  /** When they last refused. */
  refusedAt: Date | null;
}

interface Row extends Omit<SurveyStanding, 'metricAt'> {
  id: string;
  csat: Date | null;
  nps: Date | null;
  ces: Date | null;
}

const last = (metric: string) => Prisma.sql`max(i."sentAt") FILTER (WHERE s.metric = ${metric})`;

/** How these customers stand as to surveys; who was erased is missing. */
export async function surveyStandingsOf(
  client: Client,
  customerIds: readonly string[],
): Promise<Map<string, SurveyStanding>> {
  const rows = await client.$queryRaw<Row[]>(Prisma.sql`
    SELECT c.id, max(i."sentAt") AS "askedAt", max(i."dismissedAt") AS "refusedAt",
           ${last('csat')} AS csat, ${last('nps')} AS nps, ${last('ces')} AS ces
      FROM "Customer" c
      LEFT JOIN "Invitation" i ON i."customerId" = c.id AND i."sentAt" IS NOT NULL
      LEFT JOIN "Survey" s ON s.id = i."surveyId"
     WHERE c.id = ANY(${[...customerIds]}::uuid[]) AND c."erasedAt" IS NULL GROUP BY c.id`);
  return new Map(
    rows.map(({ id, csat, nps, ces, ...standing }) => [id, { ...standing, metricAt: { csat, nps, ces } }]),
  );
}
