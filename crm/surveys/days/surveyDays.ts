import { type Client, type Database, Prisma } from '#prisma/client.ts';
import type { Shop } from '../../shop/shop.ts';
import { type CountedDimension, counted, dayOf, PLACES, type Rater, segmentThen, startOf } from './count.ts';

/** What was asked and answered, added up for one group: as in SurveyDay. */
export interface Cell {
  group: string;
  delivered: number;
  answered: number;
  /** Answers that no invitation had asked for: by an open link, or imported. */
  unasked: number;
  scores: number[];
}

/**
 * What is added up: whole days of the shop's zone, `to` included (2026-07-31). `group`: by what, an expression over s (a row of
 * SurveyDay) and what `joins` joins to it.
 */
export interface DaysAsked {
  surveyIds: readonly string[];
  from: string;
  to: string;
  dimension: CountedDimension;
  who?: Rater | undefined;
  group: Prisma.Sql;
  joins?: Prisma.Sql;
  where?: Prisma.Sql;
}

const ZONE = 'surveyDays';
/** So many days of surveys are counted in one transaction. */
const AT_ONCE = 200;

/**
 * Answers and invitations counted by day. Whatever changes one of them says so in the same transaction (`touch`), and a day that
 * was touched is counted from the rows themselves until it has been counted anew: so what is read here always equals the raw
 * count, also for answers that come late or change. `verify` finds what was changed past us.
 */
export class SurveyDays {
  readonly #db: Database;
  readonly #shop: Shop;

  constructor(db: Database, shop: Shop) {
    this.#db = db;
    this.#shop = shop;
  }

  /** Counts the days that were touched. Safe to run twice, and on several instances at once. */
  async runDue(): Promise<number> {
    const zone = await this.#zone();
    let days = 0;
    for (;;) {
      const counted = await this.#db.transaction((client) => roll(client, zone));
      days += counted;
      if (counted < AT_ONCE) return days;
    }
  }

  /** Added up by group, in one statement: what is told fits together. */
  async read(asked: DaysAsked): Promise<Cell[]> {
    if (asked.surveyIds.length === 0) return [];
    const zone = await this.#zone();
    const { surveyIds, from, to, dimension, who, group, joins = Prisma.empty, where = Prisma.sql`true` } = asked;
    const ids = Prisma.sql`ANY(${[...surveyIds]}::uuid[])`;
    const of = (t: Prisma.Sql) => Prisma.sql`${t}.dimension = ${dimension}
      ${who ? Prisma.sql`AND ${t}.who = ${who}` : Prisma.empty}`;
    const sums = Array.from(
      { length: PLACES },
      (_, place) => Prisma.sql`sum(s.scores[${Prisma.raw(String(place + 1))}])`,
    );
    return this.#db.client.$queryRaw<Cell[]>(Prisma.sql`
      WITH touched AS MATERIALIZED (
        SELECT DISTINCT "surveyId", ${dayOf(Prisma.sql`at`, zone)} AS day FROM "SurveyTouch"
         WHERE "surveyId" = ${ids} AND at >= ${startOf(Prisma.sql`${from}::date`, zone)}
           AND at < ${startOf(Prisma.sql`${to}::date + 1`, zone)})
      SELECT coalesce((${group})::text, '') AS "group", sum(s.delivered)::int AS delivered, sum(s.answered)::int AS answered,
             coalesce(sum((SELECT sum(v) FROM unnest(s.scores) v)) FILTER (WHERE s.who = 'none'), 0)::int AS unasked,
             ARRAY[${Prisma.join(sums)}]::int[] AS scores
        FROM (SELECT d."surveyId", d.day, d.who, d.value, d.delivered, d.answered, d.scores FROM "SurveyDay" d
               WHERE d."surveyId" = ${ids} AND d.day >= ${from}::date AND d.day <= ${to}::date AND ${of(Prisma.sql`d`)}
                 AND NOT EXISTS (SELECT 1 FROM touched t WHERE t."surveyId" = d."surveyId" AND t.day = d.day)
               UNION ALL
              SELECT n."surveyId", n.day, n.who, n.value, n.delivered, n.answered, n.scores
                FROM (${counted(bounds(Prisma.sql`touched`, zone))}) n WHERE ${of(Prisma.sql`n`)}) s
             ${joins} WHERE ${where} GROUP BY 1`);
  }

  /** Looks whether every day is counted as it is; what is not is counted again. How many were not. */
  async verify(): Promise<number> {
    const zone = await this.#zone();
    return this.#db.client.$executeRaw(Prisma.sql`
      INSERT INTO "SurveyTouch" (id, "surveyId", at)
      SELECT gen_random_uuid(), "surveyId", ${startOf(Prisma.sql`day`, zone)} FROM (
        SELECT "surveyId", ${dayOf(Prisma.sql`"answeredAt"`, zone)} AS day, count(*) AS n, coalesce(sum(score), 0) AS a,
               coalesce(sum(score * score), 0) AS b, 0 AS delivered, 0 AS answered FROM "Response" GROUP BY 1, 2
         UNION ALL
        SELECT "surveyId", ${dayOf(Prisma.sql`"sentAt"`, zone)}, 0, 0, 0, count("deliveredAt"), count("answeredAt")
          FROM "Invitation" WHERE "sentAt" IS NOT NULL GROUP BY 1, 2
         UNION ALL
        SELECT "surveyId", day, -(SELECT sum(v) FROM unnest(scores) v),
               -(SELECT sum((o - 1) * v) FROM unnest(scores[1:11]) WITH ORDINALITY x(v, o)),
               -(SELECT sum((o - 1) * (o - 1) * v) FROM unnest(scores[1:11]) WITH ORDINALITY x(v, o)), -delivered, -answered
          FROM "SurveyDay" WHERE dimension = 'all') d
       GROUP BY "surveyId", day
      HAVING sum(n) <> 0 OR sum(a) <> 0 OR sum(b) <> 0 OR sum(delivered) <> 0 OR sum(answered) <> 0`);
  }

  /** The shop's zone. Where days were counted in another one, or never, all are to be counted. */
  async #zone(): Promise<string> {
    const { zone } = await this.#shop.profile();
    const { client } = this.#db;
    const kept = await client.setting.findUnique({ where: { key: ZONE } });
    if (kept?.value === zone) return zone;
    await this.#db.transaction(async (client) => {
      await lock(client);
      await client.$executeRaw`DELETE FROM "SurveyDay"`;
      await client.$executeRaw(Prisma.sql`
        INSERT INTO "SurveyTouch" (id, "surveyId", at)
        SELECT gen_random_uuid(), "surveyId", ${startOf(Prisma.sql`day`, zone)}
          FROM (SELECT "surveyId", ${dayOf(Prisma.sql`"answeredAt"`, zone)} AS day FROM "Response"
                 UNION SELECT "surveyId", ${dayOf(Prisma.sql`"sentAt"`, zone)} FROM "Invitation" WHERE "sentAt" IS NOT NULL) d`);
      await client.setting.upsert({
        where: { key: ZONE },
        create: { key: ZONE, value: zone },
        update: { value: zone },
      });
    });
    return zone;
  }
}

/** One at a time counts. */
const lock = (client: Client) => client.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('survey days'))`;

const bounds = (days: Prisma.Sql, zone: string): Prisma.Sql => Prisma.sql`
  SELECT b."surveyId", b.day, ${startOf(Prisma.sql`b.day`, zone)} AS lo, ${startOf(Prisma.sql`b.day + 1`, zone)} AS hi FROM ${days} b`;

/** Takes the marks of some days away, then counts those days: what changes meanwhile leaves a mark of its own. */
async function roll(client: Client, zone: string): Promise<number> {
  await lock(client);
  const taken = await client.$queryRaw<{ surveyId: string; day: string }[]>(Prisma.sql`
    WITH picked AS (SELECT "surveyId", ${dayOf(Prisma.sql`at`, zone)} AS day FROM "SurveyTouch" GROUP BY 1, 2 LIMIT ${AT_ONCE}),
         gone AS (DELETE FROM "SurveyTouch" t USING picked s WHERE t."surveyId" = s."surveyId"
                     AND t.at >= ${startOf(Prisma.sql`s.day`, zone)} AND t.at < ${startOf(Prisma.sql`s.day + 1`, zone)})
    SELECT "surveyId", day::text AS day FROM picked`);
  if (taken.length === 0) return 0;
  const [ids, days] = [taken.map(({ surveyId }) => surveyId), taken.map(({ day }) => day)];
  const touched = Prisma.sql`unnest(${ids}::uuid[], ${days}::date[])`;
  const named = Prisma.sql`(SELECT * FROM ${touched} AS t("surveyId", day))`;
  await client.$executeRaw(Prisma.sql`
    UPDATE "Response" r SET segment = coalesce(r.segment, ${segmentThen}, ''),
           tier = coalesce(r.tier, (SELECT tier FROM "Customer" WHERE id = r."customerId"), '')
     WHERE r.id IN (SELECT x.id FROM (${bounds(named, zone)}) d CROSS JOIN LATERAL (SELECT n.id FROM "Response" n
             WHERE n."surveyId" = d."surveyId" AND n."answeredAt" >= d.lo AND n."answeredAt" < d.hi AND (n.tier IS NULL OR n.segment IS NULL) OFFSET 0) x)`);
  await client.$executeRaw(Prisma.sql`
    DELETE FROM "SurveyDay" s USING ${named} d WHERE s."surveyId" = d."surveyId" AND s.day = d.day`);
  await client.$executeRaw(Prisma.sql`
    INSERT INTO "SurveyDay" ("surveyId", day, who, dimension, value, delivered, answered, scores)
    ${counted(bounds(named, zone))}`);
  return taken.length;
}
