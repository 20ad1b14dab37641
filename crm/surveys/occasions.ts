import { type Client, Prisma } from '#prisma/client.ts';
import { LATE_DAYS } from '../care/occasions.ts';
import type { Asking, Trigger } from './asking.ts';
import { quietTalks } from './talks.ts';
import { ofTalk, type Withheld } from './verdict.ts';

/** Somebody whom a survey concerns: about what, who would be rated as it stands, and where it belongs to. */
export interface Candidate {
  /** Null: somebody who had everything deleted. */
  customerId: string | null;
  cause: string;
  rated: string;
  conversationId: string | null;
  productId: string | null;
  complaintId: string | null;
  taskId: string | null;
  /** What forbids already now to ask. */
  reason: Withheld | null;
}

/** Occasions whose day lies in `from` to `to` (dates in the shop's zone, both included); `today` is the latter. */
export interface Search {
  surveyId: string;
  now: Date;
  zone: string;
  from: string;
  to: string;
}

const none = Prisma.sql`NULL::uuid`;
const shop = Prisma.sql`'shop'`;

/** Whether the day of a time, and the days that the survey waits, lie in the span. */
const due = (at: Prisma.Sql, { days, zone, from, to }: Asking & Search) =>
  Prisma.sql`((${at} AT TIME ZONE ${zone})::date + ${days}::int) BETWEEN ${from}::date AND ${to}::date`;

/** What forbids to ask a customer (c) at all: those of the demo shop are never written to. */
const standing = Prisma.sql`CASE WHEN c."erasedAt" IS NOT NULL THEN 'erased' WHEN c.demo THEN 'demo' END`;
/** What is of a record that stands behind another is shown with the one in front within a minute, and is decided on there. */
const inFront = Prisma.sql`(c."mergedIntoId" IS NULL OR c."erasedAt" IS NOT NULL)`;

function belongs({ segment, zone, to }: Asking & Search): Prisma.Sql {
  const { tiers, boughtWithinDays, silentForDays } = segment;
  const bought = (days: number) => Prisma.sql`EXISTS (SELECT 1 FROM "Purchase" p WHERE p."customerId" = c.id
    AND (p."purchasedAt" AT TIME ZONE ${zone})::date > ${to}::date - ${days}::int)`;
  return Prisma.join(
    [
      Prisma.sql`c."erasedAt" IS NULL AND c."mergedIntoId" IS NULL`,
      ...(tiers.length > 0 ? [Prisma.sql`c.tier = ANY(${tiers})`] : []),
      ...(boughtWithinDays ? [bought(boughtWithinDays)] : []),
      ...(silentForDays
        ? [Prisma.sql`NOT ${bought(silentForDays)} AND EXISTS (SELECT 1 FROM "Purchase" p WHERE p."customerId" = c.id)`]
        : []),
    ],
    ' AND ',
  );
}

/** Everybody of the segment, once by a cause that begins so, by whichever of their records. Who was erased belongs to none. */
const everybody = (search: Asking & Search, begins: string) => Prisma.sql`
  SELECT c.id AS "customerId", ${begins}::text || c.id AS cause, ${shop} AS rated, ${none} AS "conversationId", ${none} AS "productId",
         ${none} AS "complaintId", ${none} AS "taskId", ${standing} AS reason
    FROM "Customer" c WHERE ${belongs(search)}
     AND NOT EXISTS (SELECT 1 FROM "Invitation" x WHERE x."customerId" = c.id AND x."surveyId" = ${search.surveyId}::uuid
                        AND starts_with(x.cause, ${begins}::text))`;

/** What each trigger waits for; those that are missing are asked at their moment, or by hand. */
const occasions: Partial<Record<Trigger, (search: Asking & Search) => Prisma.Sql | null>> = {
  /** Whoever says thanks or goodbye is asked there and then; the others when it has become quiet, unless the shop wants them left alone. */
  conversationSolved: (search) =>
    search.quietMinutes === 0 ? null : Prisma.sql`${quietTalks(search, standing)} AND ${inFront}`,

  complaintClosed: (search) => Prisma.sql`
    SELECT k."customerId", 'complaint:' || k.id AS cause, coalesce(k."ownerId"::text, 'shop') AS rated, k."conversationId",
           k."productId", k.id AS "complaintId", ${none} AS "taskId", ${standing} AS reason
      FROM "Complaint" k JOIN "Customer" c ON c.id = k."customerId"
     WHERE k.state = 'closed' AND k."closedAt" IS NOT NULL AND ${due(Prisma.sql`k."closedAt"`, search)} AND ${inFront}`,

  taskDone: (search) => Prisma.sql`
    SELECT t."customerId", 'task:' || t.id AS cause, coalesce(t."completedById"::text, 'shop') AS rated, t."conversationId",
           ${none} AS "productId", t."complaintId", t.id AS "taskId", ${standing} AS reason
      FROM "Task" t JOIN "Customer" c ON c.id = t."customerId"
     WHERE t.state = 'done' AND t.type = ANY(${search.taskTypes}) AND ${due(Prisma.sql`t."completedAt"`, search)} AND ${inFront}`,

  /** Once for each order: for its first line of that kind. */
  afterPurchase: (search) => Prisma.sql`
    SELECT DISTINCT ON (p."orderNumber") p."customerId", 'purchase:' || p."orderNumber" AS cause, ${shop} AS rated,
           ${none} AS "conversationId", p."productId", ${none} AS "complaintId", ${none} AS "taskId", ${standing} AS reason
      FROM "Purchase" p JOIN "Customer" c ON c.id = p."customerId" LEFT JOIN "Product" g ON g.id = p."productId"
     WHERE ${due(Prisma.sql`p."purchasedAt"`, search)}
       ${search.categoryKey === null ? Prisma.empty : Prisma.sql`AND g."categoryKey" = ${search.categoryKey}`}
       AND ${inFront}
     ORDER BY p."orderNumber", p.line`,

  date: (search) => {
    const day = dayIn(search);
    return day ? everybody(search, `date:${day}:`) : null;
  },

  segment: (search) => everybody(search, 'segment:'),
};

/** The day of a `date` trigger that lies in the span: its first, or so many months later. */
function dayIn({ date, everyMonths, from, to }: Asking & Search): string | undefined {
  if (!date || date > to) return undefined;
  if (date >= from || everyMonths === 0) return date >= from ? date : undefined;
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const [toYear, toMonth] = to.split('-').map(Number) as [number, number];
  const passed = (toYear - year) * 12 + (toMonth - month);
  for (const months of [passed, passed - 1]) {
    if (months <= 0 || months % everyMonths !== 0) continue;
    const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
    const at = new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
    if (at >= from && at <= to) return at;
  }
  return undefined;
}

/** How far back an occasion may lie when it is first seen. */
export const MADE_UP_DAYS = LATE_DAYS;

/** Whom a survey concerns now and was not yet decided on; and talks that went on, so that what was decided of them is not true any more. */
export async function candidatesOf(client: Client, search: Asking & Search): Promise<Candidate[]> {
  const query = occasions[search.trigger]?.(search);
  if (!query) return [];
  const found = await client.$queryRaw<Candidate[]>(Prisma.sql`
    SELECT f.* FROM (${query}) f LEFT JOIN "Invitation" i ON i."surveyId" = ${search.surveyId}::uuid AND i.cause = f.cause
     WHERE i.id IS NULL OR (starts_with(i.cause, 'conversation:') AND i.state = 'withheld' AND i.reason = ANY(${[...ofTalk]})
                            AND i.reason IS DISTINCT FROM f.reason)`);
  return found.map((each) => (each.reason === 'erased' ? { ...each, ...nobody } : each));
}

/** Of who had everything deleted it is counted that nobody was asked, and not who it was. */
const nobody = { customerId: null, conversationId: null, complaintId: null, taskId: null, rated: 'shop' };
