import { type Client, Prisma } from '#prisma/client.ts';
import { dayOf, startOf } from '../surveys/days/count.ts';
import { CLEAR } from './feeling.ts';

/** Ways to look at talks that are counted by day; category follows from the product. */
export const talkDimensions = ['all', 'channel', 'language', 'product', 'tier', 'segment', 'audience'] as const;
export type TalkDimension = (typeof talkDimensions)[number];

const count = (test: string): Prisma.Sql => Prisma.raw(`count(*) FILTER (WHERE ${test})::int`);
const over = `t.outcome NOT IN ('running', 'nothing')`;
const outcome = (name: string) => count(`t.outcome = '${name}'`);

/** The talks of some days of the shop's zone (rows of `day`), counted: rows as TalkDay has them. */
const counted = (days: Prisma.Sql, zone: string): Prisma.Sql => Prisma.sql`
  SELECT d.day, v.dimension, v.value, ${count(over)} AS talks, ${count(`${over} AND t.involved`)} AS involved,
         ${count(`${over} AND t.answers > 0`)} AS answered, ${outcome('confirmed')} AS confirmed, ${outcome('assumed')} AS assumed,
         ${outcome('returned')} AS returned, ${outcome('unresolved')} AS unresolved, ${outcome('person')} AS person,
         count(t.feeling)::int AS felt, coalesce(sum(t.feeling), 0) AS feelings,
         coalesce(sum(t.feeling * t.feeling), 0) AS "feelingsSquared",
         ${count(`t.worst < -${CLEAR}`)} AS negative, ${count(`t.worst >= -${CLEAR} AND t.best > ${CLEAR}`)} AS positive
    FROM (${days}) d CROSS JOIN LATERAL (SELECT * FROM "Talk" n WHERE n."begunAt" >= ${startOf(Prisma.sql`d.day`, zone)}
           AND n."begunAt" < ${startOf(Prisma.sql`d.day + 1`, zone)} OFFSET 0) t
   CROSS JOIN LATERAL (VALUES ('all', ''), ('channel', t.channel), ('language', t.language),
          ('product', coalesce(t."productId"::text, '')), ('tier', t.tier), ('segment', t.segment), ('audience', t.audience)
         ) v(dimension, value)
   GROUP BY 1, 2, 3`;

/** Counts some days anew, in the transaction of what changed in them. */
export async function countDays(client: Client, days: readonly string[], zone: string): Promise<void> {
  if (days.length === 0) return;
  const named = Prisma.sql`SELECT d.day FROM unnest(${[...days]}::date[]) d(day)`;
  await client.$executeRaw(Prisma.sql`DELETE FROM "TalkDay" WHERE day = ANY(${[...days]}::date[])`);
  await client.$executeRaw(Prisma.sql`
    INSERT INTO "TalkDay" (day, dimension, value, talks, involved, answered, confirmed, assumed, returned, unresolved, person,
      felt, feelings, "feelingsSquared", negative, positive) ${counted(named, zone)}`);
}

/** Days on which the counts differ from the talks: something was removed past us, or the shop has another zone. */
export async function wrongDays(client: Client, zone: string): Promise<string[]> {
  const rows = await client.$queryRaw<{ day: string }[]>(Prisma.sql`
    SELECT day::text AS day FROM (
      SELECT ${dayOf(Prisma.sql`"begunAt"`, zone)} AS day, ${Prisma.raw(`count(*) FILTER (WHERE ${over.replace('t.', '')})`)} AS n,
             count(feeling) AS felt, count(*) FILTER (WHERE outcome IN ('confirmed', 'assumed')) AS kept FROM "Talk" GROUP BY 1
       UNION ALL SELECT day, -talks, -felt, -confirmed - assumed FROM "TalkDay" WHERE dimension = 'all') d
     GROUP BY day HAVING sum(n) <> 0 OR sum(felt) <> 0 OR sum(kept) <> 0`);
  return rows.map(({ day }) => day);
}
