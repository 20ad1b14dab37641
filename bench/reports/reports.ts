import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { Audit } from '#crm/audit/audit.ts';
import { InvitedReports } from '#crm/reports/surveys/invitedReports.ts';
import { SurveyReports } from '#crm/reports/surveys/surveyReports.ts';
import { dimensions } from '#crm/reports/surveys/ways.ts';
import { Shop } from '#crm/shop/shop.ts';
import { SurveyDays } from '#crm/surveys/days/surveyDays.ts';
import { Talks } from '#crm/talks/talks.ts';
import { createDatabase, type Database } from '#prisma/client.ts';
import { startEmbedded } from '#prisma/embedded.ts';
import { migrate } from '#prisma/migrate.ts';
import type { Benchmark } from '../benchmarks.ts';
import { fillRelation, relationQuestions } from './relation.ts';
import { fillTalks, type Question, talkQuestions } from './talks.ts';

const RESPONSES = 1_000_000;
const ROUNDS = 12;
/** A page may take so long in the database. */
const BUDGET_MS = 200;
const MOST_SHOWN = 25;

/** Answers of two years to five surveys (three of them csat), about 40 products, over 4 channels, of 20 colleagues and the bot. */
export const reports: Benchmark = {
  id: 'reports',
  about:
    '1,000,000 responses, as many talks and parts of enquiries, 300,000 purchases of two years: every query of the insights; p50, p95 of the slowest, in ms',
  async run(flags) {
    const responses = Number(flags.find((flag) => /^\d+$/.test(flag)) ?? RESPONSES);
    const kept = flagOf(flags, '--folder=');
    const folder = kept ?? mkdtempSync(path.join(os.tmpdir(), 'zhiyin-bench-'));
    const isFilled = existsSync(folder) && readdirSync(folder).length > 0;
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o755);
    const server = await startEmbedded(folder);
    // Filling takes minutes: no statement of it is one of a page's.
    const db = createDatabase({ url: server.url });
    try {
      await migrate(server.url);
      if (!isFilled) await fillAll(db, responses);
      const counting = await count(db, !isFilled);
      return { responses, ...counting, ...(await ask(db, flagOf(flags, '--only='))) };
    } finally {
      await db.close();
      await server.stop();
      if (!kept) rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function fillAll(db: Database, responses: number): Promise<void> {
  await fill(db, responses);
  await fillRelation(db, responses);
  await fillTalks(db, responses);
}

/** Has everything counted as the service does; what was just filled is compared with the rows. Tells how long that took, in seconds. */
async function count(db: Database, isNew: boolean): Promise<Record<string, number>> {
  const clock = { now: () => new Date() };
  const shop = new Shop(db, clock, new Audit(db, clock));
  const days = new SurveyDays(db, shop);
  const countedInSeconds = await seconds(() => days.runDue());
  await db.client.$executeRaw`VACUUM ANALYZE`;
  if (!isNew) return { countedInSeconds };
  const wrongDays = await days.verify();
  const talksCountedInSeconds = await seconds(() => new Talks(db, clock, shop).verify());
  await db.client.$executeRaw`VACUUM ANALYZE`;
  return { countedInSeconds, wrongDays, talksCountedInSeconds };
}

const flagOf = (flags: string[], name: string): string | undefined =>
  flags.find((flag) => flag.startsWith(name))?.slice(name.length);

async function seconds(of: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await of();
  return Math.round((performance.now() - begun) / 1000);
}

async function fill({ client }: Database, responses: number): Promise<void> {
  await client.category.create({ data: { key: 'bench', name: { zh: '类', en: 'Kind' } } });
  const metrics = ['csat', 'csat', 'csat', 'nps', 'ces'];
  await client.survey.createMany({
    data: metrics.map((metric, k) => ({
      id: v7(),
      key: `bench${k}`,
      title: { zh: '问', en: 'Q' },
      metric,
      definition: {},
    })),
  });
  await client.product.createMany({
    data: Array.from({ length: 40 }, (_each, k) => ({
      id: v7(),
      sku: `B${k}`,
      model: `B${k}`,
      categoryKey: 'bench',
      name: { zh: `产品${k}`, en: `Product ${k}` },
      description: { zh: '', en: '' },
      priceCents: 100,
      attributes: {},
    })),
  });
  await client.staff.createMany({
    data: Array.from({ length: 20 }, (_each, k) => ({ id: v7(), email: `b${k}@example.com`, name: `B${k}` })),
  });
  await client.$executeRaw`INSERT INTO "Customer" (id, tier) SELECT gen_random_uuid(), (ARRAY['gold', 'silver', NULL])[1 + k % 3] FROM generate_series(1, 100000) k`;
  await client.$executeRaw`
    CREATE TABLE bench AS
    SELECT gen_random_uuid() AS invitation, k, s.ids[1 + k % 5] AS survey, 1 + k % 5 AS kind, p.ids[1 + (k * 7) % 40] AS product,
           CASE WHEN k % 4 = 0 THEN t.ids[1 + (k * 13) % 20]::text ELSE 'bot' END AS rated,
           u.ids[1 + (k * 31) % 100000] AS customer, (ARRAY['directline', 'wechat', 'wecom', 'mail'])[1 + (k / 5) % 4] AS channel,
           now() - random() * interval '730 days' AS at, random() AS mood
      FROM generate_series(1, ${responses}::int) k,
           (SELECT array_agg(id ORDER BY key) AS ids FROM "Survey" WHERE key LIKE 'bench%') s,
           (SELECT array_agg(id) AS ids FROM "Product") p, (SELECT array_agg(id) AS ids FROM "Staff") t,
           (SELECT array_agg(id) AS ids FROM "Customer") u`;
  await client.$executeRaw`
    INSERT INTO "Invitation" (id, "surveyId", "customerId", state, way, channel, rated, "productId", "sentAt", "deliveredAt", "answeredAt")
    SELECT invitation, survey, customer, 'answered', 'chat', channel, rated, product, at, at, at FROM bench`;
  await client.$executeRaw`
    INSERT INTO "Invitation" (id, "surveyId", "customerId", state, reason, rated, "productId", "decidedAt")
    SELECT gen_random_uuid(), survey, customer, 'withheld', (ARRAY['noHelp', 'cooldown', 'demo', 'notSampled', 'complaint'])[1 + k % 5], 'shop',
           product, at FROM bench WHERE k % 2 = 0`;
  await client.$executeRaw`
    INSERT INTO "Response" (id, "surveyId", "invitationId", "customerId", "productId", score, comment, answers, channel, way, "answeredAt")
    SELECT gen_random_uuid(), survey, invitation, customer, product,
           CASE kind WHEN 4 THEN floor(11 * sqrt(mood)) WHEN 5 THEN 1 + floor(7 * sqrt(mood)) ELSE 1 + floor(5 * sqrt(mood)) END::int,
           CASE WHEN k % 5 = 0 THEN '等了很久，但是态度很好' END, '{}', channel, 'chat', at FROM bench`;
  await client.$executeRaw`DROP TABLE bench`;
  await client.$executeRaw`ANALYZE`;
}

/** Every query of the pages, over 90 days and over a year. */
export async function questionsOf(db: Database): Promise<Question[]> {
  const clock = { now: () => new Date() };
  const shop = new Shop(db, clock, new Audit(db, clock));
  const reports = new SurveyReports(db, clock, shop, new SurveyDays(db, shop));
  const invited = new InvitedReports(db, shop, reports);
  const parts = { db, clock, shop };
  const spans = { quarter: { from: day(90), to: day(0) }, year: { from: day(365), to: day(0) } };
  const questions: Question[] = [];
  for (const [name, span] of Object.entries(spans)) {
    const asked = { metric: 'csat' as const, ...span };
    questions.push(
      [`${name} score`, () => reports.report(asked)],
      [`${name} bot`, () => reports.report({ ...asked, who: 'bot' })],
    );
    for (const by of dimensions) questions.push([`${name} by ${by}`, () => reports.breakdown(asked, by)]);
    const [top] = await reports.breakdown(asked, 'product');
    const cut = { dimension: 'product' as const, value: top!.value };
    questions.push([`${name} product`, () => reports.report({ ...asked, cut })]);
    questions.push(
      [`${name} invited`, () => invited.counts(asked)],
      [`${name} invited of a product`, () => invited.counts({ ...asked, cut })],
    );
    for (const outcome of ['delivered', 'unanswered', 'withheld'] as const) {
      questions.push([`${name} invitations ${outcome}`, () => invited.list({ ...asked, outcome }, { limit: 12 })]);
      questions.push([
        `${name} ${outcome} of a product`,
        () => invited.list({ ...asked, cut, outcome }, { limit: 12 }),
      ]);
    }
    questions.push([`${name} comments`, () => reports.comments(asked)]);
    questions.push([`${name} answers`, () => reports.answers({ ...asked, maxScore: 2 }, { limit: 12 })]);
    questions.push(...(await talkQuestions(parts, name, span)));
    questions.push([`${name} answers of a product`, () => reports.answers({ ...asked, cut }, { limit: 12 })]);
  }
  questions.push(...(await relationQuestions(db, spans)));
  return questions;
}

/** The queries (or those whose name holds `only`) are asked again and again; of each its p95, of all the slowest. */
async function ask(db: Database, only = ''): Promise<Record<string, number | string>> {
  const questions = await questionsOf(db);
  const at = (times: number[], share: number) =>
    times.toSorted((a, b) => a - b)[Math.floor(share * (times.length - 1))]!;
  const rows: { name: string; p50: number; p95: number }[] = [];
  for (const [name, question] of questions.filter(([name]) => name.includes(only))) {
    const times: number[] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      const begun = performance.now();
      await question();
      if (round > 0) times.push(performance.now() - begun);
    }
    rows.push({ name, p50: at(times, 0.5), p95: at(times, 0.95) });
  }
  const slowest = rows.toSorted((a, b) => b.p95 - a.p95);

  const rounded = (value: number) => Math.round(10 * value) / 10;
  for (const { name, p50, p95 } of slowest.slice(0, MOST_SHOWN))
    console.error(`${name}: p50 ${rounded(p50)}, p95 ${rounded(p95)} ms`);
  return {
    queries: rows.length,
    slowerThanTheBudget: rows.filter(({ p95 }) => p95 > BUDGET_MS).length,
    p50: rounded(
      at(
        rows.map(({ p50 }) => p50),
        0.5,
      ),
    ),
    p95: rounded(slowest[0]!.p95),
    slowest: slowest
      .slice(0, 3)
      .map(({ name, p95 }) => `${name} ${rounded(p95)}`)
      .join(', '),
  };
}

const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
