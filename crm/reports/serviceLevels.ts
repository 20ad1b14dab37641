import { type Client, Prisma, type TaskPriority } from '#prisma/client.ts';
import type { Calendar } from '../calendars/calendar.ts';
import type { TargetKind } from '../serviceLevels/targets.ts';
import { businessTimeBetween } from '../shop/businessTime.ts';
import { type Interval, shareOf } from '../statistics.ts';
import type { Span } from './satisfaction.ts';

/** Median and 90th percentile in seconds; null: nothing to tell of. */
export interface Waits {
  median: number | null;
  p90: number | null;
}

/** How one target was kept: n settled ones with a target, the share that was met with its 95 % interval, and the waits of all that ended. */
export interface LevelKept {
  n: number;
  met: number;
  share: number | null;
  interval: Interval | null;
  done: number;
  wall: Waits;
  business: Waits;
}

/** Of waits that began in the span. `kinds`: all of a kind; `levels`: by priority and tier. Resolutions are the first of each complaint. */
export interface ServiceLevelsReport {
  kinds: (LevelKept & { kind: TargetKind })[];
  levels: (LevelKept & { kind: TargetKind; priority: TaskPriority; tier: string | null })[];
  /** From a customer's first message to the bot's first answer; of the latest conversations, 2,000 at most. */
  botAnswer: { n: number; wall: Waits };
  /** From a complaint until it was closed for the last time, however often it was opened again. */
  totalResolution: { n: number; wall: Waits; business: Waits };
  running: { open: number; late: number; paused: number };
}

interface Grouped {
  kind: TargetKind;
  priority: TaskPriority | null;
  tier: string | null;
  whole: boolean;
  n: number;
  met: number;
  done: number;
  wall: number[] | null;
  business: number[] | null;
}

/** What is looked at row by row is bounded. */
const MOST = 2000;

export async function serviceLevelsReport(
  client: Client,
  span: Span & { now: Date },
  calendar: Calendar,
): Promise<ServiceLevelsReport> {
  const rows = await grouped(client, span);
  const kept = (row: Grouped): LevelKept => ({
    n: row.n,
    met: row.met,
    ...shareOf(row.met, row.n),
    done: row.done,
    wall: waitsOf(row.wall),
    business: waitsOf(row.business),
  });
  const [running] = await client.$queryRaw<ServiceLevelsReport['running'][]>(Prisma.sql`
    SELECT count(*)::int AS open, count(*) FILTER (WHERE "dueAt" < ${span.now})::int AS late,
           count(*) FILTER (WHERE state = 'paused')::int AS paused
      FROM "ServiceClock" WHERE state IN ('running', 'paused')`);
  return {
    kinds: rows.filter(({ whole }) => whole).map((row) => ({ kind: row.kind, ...kept(row) })),
    levels: rows
      .filter(({ whole }) => !whole)
      .map((row) => ({ kind: row.kind, priority: row.priority!, tier: row.tier, ...kept(row) })),
    botAnswer: await botAnswers(client, span),
    totalResolution: await totalResolutions(client, span, calendar),
    running: running!,
  };
}

function grouped(client: Client, { from, to, now }: Span & { now: Date }): Promise<Grouped[]> {
  return client.$queryRaw<Grouped[]>(Prisma.sql`
    SELECT kind, priority::text AS priority, tier, GROUPING(priority) = 1 AS whole,
           count(*) FILTER (WHERE met IS NOT NULL OR missed)::int AS n, count(*) FILTER (WHERE met)::int AS met,
           count(*) FILTER (WHERE state = 'done')::int AS done,
           percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY "wallSeconds") FILTER (WHERE state = 'done') AS wall,
           percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY "businessSeconds") FILTER (WHERE state = 'done') AS business
      FROM (SELECT k.*, CASE WHEN "taskId" IS NULL THEN metric ELSE 'task' END AS kind,
                   met IS NULL AND (("breachedAt" IS NOT NULL) OR (state = 'running' AND "dueAt" < ${now})) AS missed
              FROM "ServiceClock" k
             WHERE "startedAt" >= ${from} AND "startedAt" < ${to} AND ("complaintId" IS NULL OR round = 1)) c
     GROUP BY GROUPING SETS ((kind), (kind, priority, tier))
     ORDER BY kind, whole DESC, c.priority, tier NULLS FIRST`);
}

async function botAnswers(client: Client, { from, to }: Span): Promise<ServiceLevelsReport['botAnswer']> {
  const [row] = await client.$queryRaw<{ n: number; wall: number[] | null }[]>(Prisma.sql`
    SELECT count(*)::int AS n, percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY seconds) AS wall FROM (
      SELECT extract(epoch FROM b."createdAt" - a."createdAt")::float8 AS seconds
        FROM (SELECT id FROM "Conversation" WHERE "lastActivityAt" >= ${from} AND "createdAt" >= ${from} AND "createdAt" < ${to}
               ORDER BY "lastActivityAt" DESC LIMIT ${MOST}) c
        CROSS JOIN LATERAL (SELECT sequence, "createdAt" FROM "Activity" WHERE "conversationId" = c.id AND type = 'message'
           AND sender = 'customer' ORDER BY sequence LIMIT 1) a
        CROSS JOIN LATERAL (SELECT "createdAt" FROM "Activity" WHERE "conversationId" = c.id AND type = 'message'
           AND sender = 'bot' AND sequence > a.sequence ORDER BY sequence LIMIT 1) b) answers`);
  return { n: row!.n, wall: waitsOf(row!.wall) };
}

async function totalResolutions(
  client: Client,
  { from, to }: Span,
  calendar: Calendar,
): Promise<ServiceLevelsReport['totalResolution']> {
  const rows = await client.$queryRaw<{ begun: Date; ended: Date }[]>(Prisma.sql`
    SELECT min("startedAt") AS begun, max("finishedAt") AS ended FROM "ServiceClock"
     WHERE metric = 'resolution' AND "complaintId" IN (
       SELECT "complaintId" FROM "ServiceClock" WHERE metric = 'resolution' AND round = 1 AND "complaintId" IS NOT NULL
          AND "startedAt" >= ${from} AND "startedAt" < ${to} ORDER BY "startedAt" DESC LIMIT ${MOST})
     GROUP BY "complaintId" HAVING bool_and(state = 'done')`);
  const wall = rows.map(({ begun, ended }) => (ended.getTime() - begun.getTime()) / 1000);
  const business = rows.map(({ begun, ended }) => businessTimeBetween(begun, ended, calendar) / 1000);
  return { n: rows.length, wall: waitsOf(quantiles(wall)), business: waitsOf(quantiles(business)) };
}

const waitsOf = (quantiles: readonly number[] | null): Waits => ({
  median: quantiles?.[0] ?? null,
  p90: quantiles?.[1] ?? null,
});

/** Median and 90th percentile as PostgreSQL's percentile_cont has them: between two values in proportion. */
function quantiles(values: number[]): number[] | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  return [0.5, 0.9].map((share) => {
    const place = share * (sorted.length - 1);
    const low = sorted[Math.floor(place)]!;
    return low + (sorted[Math.ceil(place)]! - low) * (place % 1);
  });
}
