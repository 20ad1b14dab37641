import { type Client, Prisma } from '#prisma/client.ts';
import { LATE_DAYS } from '../care/occasions.ts';
import type { Asking, Trigger } from './asking.ts';

/** Somebody whom a survey concerns: about what, who is rated, and where it belongs to. */
export interface Candidate {
  customerId: string;
  cause: string;
  rated: string;
  conversationId: string | null;
  productId: string | null;
  complaintId: string | null;
  taskId: string | null;
}

/** Occasions whose day lies in `from` to `to` (dates in the shop's zone, both included); `today` is the latter. */
interface Search extends Asking {
  now: Date;
  zone: string;
  from: string;
  to: string;
}

const none = Prisma.sql`NULL::uuid`;
const shop = Prisma.sql`'shop'`;

/** Whether the day of a time, and the days that the survey waits, lie in the span. */
const due = (at: Prisma.Sql, { days, zone, from, to }: Search) =>
  Prisma.sql`((${at} AT TIME ZONE ${zone})::date + ${days}::int) BETWEEN ${from}::date AND ${to}::date`;

/** A customer whom one can ask at all. Those of the demo shop are never written to. */
const askable = Prisma.sql`NOT c.demo AND c."erasedAt" IS NULL AND c."mergedIntoId" IS NULL`;

function belongs({ segment, zone, to }: Search): Prisma.Sql {
  const { tiers, boughtWithinDays, silentForDays } = segment;
  const bought = (days: number) => Prisma.sql`EXISTS (SELECT 1 FROM "Purchase" p WHERE p."customerId" = c.id
    AND (p."purchasedAt" AT TIME ZONE ${zone})::date > ${to}::date - ${days}::int)`;
  return Prisma.join(
    [
      askable,
      ...(tiers.length > 0 ? [Prisma.sql`c.tier = ANY(${tiers})`] : []),
      ...(boughtWithinDays ? [bought(boughtWithinDays)] : []),
      ...(silentForDays
        ? [Prisma.sql`NOT ${bought(silentForDays)} AND EXISTS (SELECT 1 FROM "Purchase" p WHERE p."customerId" = c.id)`]
        : []),
    ],
    ' AND ',
  );
}

/** Everybody of the segment, by a cause that says when. */
const everybody = (search: Search, cause: Prisma.Sql) => Prisma.sql`
  SELECT c.id AS "customerId", ${cause} AS cause, ${shop} AS rated, ${none} AS "conversationId", ${none} AS "productId",
         ${none} AS "complaintId", ${none} AS "taskId"
    FROM "Customer" c WHERE ${belongs(search)}`;

/** A talk is over when nobody has said anything for a while; after this many hours more it is too late to ask about it. */
const QUIET_HOURS = 6;
/** So far back a talk began at most. */
const TALK_HOURS = 12;

/** Replies that told something: sentences of an article, facts, products. */
const tells = Prisma.sql`jsonb_path_exists(a.explanation, '$.steps[*] ? (exists(@.chosen[*]) || exists(@.candidates[*].reasons)
  || exists(@.facts[*].value ? (@ != null)))')`;

/** The last reply of a talk (t) that helped: by a person, or with something that it told. */
const lastHelp = Prisma.sql`
  SELECT a.sender, a.body, a.id FROM "Activity" a WHERE a."conversationId" = t.id AND a.type = 'message'
     AND a."createdAt" > t."lastActivityAt" - make_interval(hours => ${TALK_HOURS}::int)
     AND (a.sender = 'staff' OR (a.sender = 'bot' AND ${tells})) ORDER BY a.sequence DESC LIMIT 1`;

const ratedIn = (help: Prisma.Sql) =>
  Prisma.sql`CASE ${help}.sender WHEN 'staff' THEN substr(${help}.body->'from'->>'id', 7) ELSE 'bot' END`;

/** Who has helped last in a conversation by now; undefined: nobody. */
export async function helperIn(client: Client, conversationId: string): Promise<string | undefined> {
  const [row] = await client.$queryRaw<{ rated: string }[]>(Prisma.sql`
    SELECT ${ratedIn(Prisma.sql`h`)} AS rated FROM "Conversation" t CROSS JOIN LATERAL (${lastHelp}) h
     WHERE t.id = ${conversationId}::uuid`);
  return row?.rated;
}

/** What each trigger waits for; those that are missing are asked at their moment, or by hand. */
const occasions: Partial<Record<Trigger, (search: Search) => Prisma.Sql | null>> = {
  /**
   * Who was helped, by a person or with an answer that was not thumbed down, had the last word from us, and left without one: who says
   * thanks or goodbye is asked there and then. Whoever helped last is rated.
   */
  conversationSolved: ({ quietMinutes, now, zone }) =>
    quietMinutes === 0
      ? null
      : Prisma.sql`
    SELECT t."customerId", 'conversation:' || t.id || ':' || (t."lastActivityAt" AT TIME ZONE ${zone})::date AS cause,
           ${ratedIn(Prisma.sql`h`)} AS rated, t.id AS "conversationId",
           ${none} AS "productId", ${none} AS "complaintId", ${none} AS "taskId"
      FROM "Conversation" t JOIN "Customer" c ON c.id = t."customerId"
     CROSS JOIN LATERAL (SELECT a.sender FROM "Activity" a WHERE a."conversationId" = t.id AND a.type = 'message'
                          ORDER BY a.sequence DESC LIMIT 1) l
     CROSS JOIN LATERAL (${lastHelp}) h
     WHERE t.holder = 'bot' AND t."erasedAt" IS NULL AND l.sender <> 'customer' AND ${askable}
       AND t."lastActivityAt" <= ${now}::timestamptz - make_interval(mins => ${quietMinutes}::int)
       AND t."lastActivityAt" > ${now}::timestamptz - make_interval(mins => ${quietMinutes}::int, hours => ${QUIET_HOURS}::int)
       AND NOT EXISTS (SELECT 1 FROM "Feedback" f WHERE f."activityId" = h.id AND NOT f.helpful)
       AND NOT EXISTS (SELECT 1 FROM "Invitation" x WHERE x."conversationId" = t.id AND x.state <> 'withheld'
                          AND x.cause = 'conversation:' || t.id || ':' || (t."lastActivityAt" AT TIME ZONE ${zone})::date)`,

  /** Who answered the complaint is rated. */
  complaintClosed: (search) => Prisma.sql`
    SELECT k."customerId", 'complaint:' || k.id AS cause, coalesce(k."ownerId"::text, 'shop') AS rated, k."conversationId",
           k."productId", k.id AS "complaintId", ${none} AS "taskId"
      FROM "Complaint" k JOIN "Customer" c ON c.id = k."customerId"
     WHERE k.state = 'closed' AND k."closedAt" IS NOT NULL AND ${askable} AND ${due(Prisma.sql`k."closedAt"`, search)}`,

  /** Who did it is rated. */
  taskDone: (search) => Prisma.sql`
    SELECT t."customerId", 'task:' || t.id AS cause, coalesce(t."completedById"::text, 'shop') AS rated, t."conversationId",
           ${none} AS "productId", t."complaintId", t.id AS "taskId"
      FROM "Task" t JOIN "Customer" c ON c.id = t."customerId"
     WHERE t.state = 'done' AND t.type = ANY(${search.taskTypes}) AND ${askable} AND ${due(Prisma.sql`t."completedAt"`, search)}`,

  /** Once for each order: for its first line of that kind. */
  afterPurchase: (search) => Prisma.sql`
    SELECT DISTINCT ON (p."orderNumber") p."customerId", 'purchase:' || p."orderNumber" AS cause, ${shop} AS rated,
           ${none} AS "conversationId", p."productId", ${none} AS "complaintId", ${none} AS "taskId"
      FROM "Purchase" p JOIN "Customer" c ON c.id = p."customerId" LEFT JOIN "Product" g ON g.id = p."productId"
     WHERE ${askable} AND ${due(Prisma.sql`p."purchasedAt"`, search)}
       ${search.categoryKey === null ? Prisma.empty : Prisma.sql`AND g."categoryKey" = ${search.categoryKey}`}
     ORDER BY p."orderNumber", p.line`,

  date: (search) => {
    const day = dayIn(search);
    return day ? everybody(search, Prisma.sql`'date:' || ${day}::text || ':' || c.id`) : null;
  },

  segment: (search) => everybody(search, Prisma.sql`'segment:' || c.id`),
};

/** The day of a `date` trigger that lies in the span: its first, or so many months later. */
function dayIn({ date, everyMonths, from, to }: Search): string | undefined {
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

/** Whom a survey concerns now and was not yet decided on. */
export async function candidatesOf(client: Client, surveyId: string, search: Search): Promise<Candidate[]> {
  const query = occasions[search.trigger]?.(search);
  if (!query) return [];
  return client.$queryRaw<Candidate[]>(Prisma.sql`
    SELECT f.* FROM (${query}) f
     WHERE NOT EXISTS (SELECT 1 FROM "Invitation" i WHERE i."surveyId" = ${surveyId}::uuid AND i.cause = f.cause)`);
}
