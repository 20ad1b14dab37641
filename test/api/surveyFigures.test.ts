import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { pino } from 'pino';
import readSheets from 'read-excel-file/node';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { SurveyReportJson } from '#api/surveyReports.ts';
import { createWeeklyMail } from '#bot/weeklyMail.ts';
import { harmless } from '#crm/reports/surveys/responseTable.ts';
import { changeOf, responseRateOf, scoreOf } from '#crm/surveys/metrics.ts';
import { buildStaff, dismissEverybody } from '#test/crm/support.ts';
import { type Mailbox, startMailbox } from '#test/support/fakes/mailbox.ts';
import { type Client, testApi } from './support.ts';
import { dayOf, histories, type Step, SurveyHistory } from './surveyHistory.ts';
import { type DrawScoreCard, readCard, readMail, says } from './surveyReading.ts';

// npm run soak -- figures: 10,000 of them. What fails tells how it is told again.
const { SEED, HISTORY, PROGRESS } = process.env;
const numRuns = Number(process.env.HISTORIES ?? 3);
const seed = SEED ? Number(SEED) : Math.floor(Math.random() * 1e9);
/** The first has no summer time; the last is half an hour off. */
const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'];
const zone = zones[seed % zones.length]!;
/** A file that takes longer to read is looked at for one history in so many. */
const SHEETS = 20;
const metrics = ['csat', 'nps', 'ces'] as const;

const api = testApi();
let history: SurveyHistory;
let manager: Client;
let mailbox: Mailbox;
let mailWeek: () => Promise<void>;
let drawScoreCard: DrawScoreCard;
let told = 0;

beforeAll(async () => {
  const { house } = api;
  ({ drawScoreCard } = await vi.importActual<{ drawScoreCard: DrawScoreCard }>('./surveyCard.tsx'));
  await dismissEverybody(house);
  const { secret } = await house.services.apiKeys.create({ name: 'figures', role: 'manager' }, null);
  manager = api.client({ authorization: `Bearer ${secret}` });
  history = await SurveyHistory.of(house, zone);
  await buildStaff(house, { role: 'manager', email: 'chen@example.com', language: 'zh' });
  await buildStaff(house, { role: 'administrator', email: 'mia@example.com', language: 'en' });
  mailbox = await startMailbox();
  const config = {
    publicUrl: 'https://shop.example',
    port: 1,
    // One connection for all: the server waits a tenth of a second before it greets.
    smtp: { url: `${mailbox.url}/?pool=true&maxConnections=1`, from: 'zhiyin@shop.example' },
  };
  const { services, clock } = house;
  mailWeek = createWeeklyMail({ config, services, clock, logger: pino({ level: 'silent' }) })!;
});
afterAll(() => mailbox.close());

interface Week {
  from: string;
  to: string;
}
const weekBefore = (monday: string): Week => {
  const day = Temporal.PlainDate.from(monday);
  return { from: day.subtract({ days: 7 }).toString(), to: day.subtract({ days: 1 }).toString() };
};

/** The answers as somebody reads them out of the exported text. */
async function exported(metric: string, { from, to }: Week): Promise<Record<string, string>[]> {
  const response = await file('csv', metric, { from, to });
  return parse(await response.text(), { columns: true, bom: true });
}

async function file(format: 'csv' | 'xlsx', metric: string, { from, to }: Week): Promise<Response> {
  const address = `${api.origin}/api/v1/reports/surveys/file?metric=${metric}&from=${from}&to=${to}&format=${format}`;
  const response = await fetch(address, { headers: manager.headers });
  expect(response.status).toBe(200);
  return response;
}

/** The workbook has the cells of the text; only what a program would take for a formula needs no mark there. */
async function expectSheet(metric: string, week: Week, rows: Record<string, string>[]): Promise<void> {
  const [sheet] = await readSheets(Buffer.from(await (await file('xlsx', metric, week)).arrayBuffer()));
  const [head, ...lines] = sheet!.data;
  const place = (name: string) => head!.indexOf(name);
  expect(
    lines.map((line) => [line[place('id')], line[place('day')], line[place('time')], line[place('score')]]),
  ).toEqual(rows.map(({ id, day, time, score }) => [id, day, time, Number(score)]));
}

interface Sent {
  metric: string;
  sentAt: Date;
  deliveredAt: Date | null;
  answeredAt: Date | null;
}
/** What the invitations themselves say of those that were sent in a week. */
function rateOf(metric: string, { from, to }: Week, all: Sent[]) {
  const within = all.filter((each) => each.metric === metric && isWithin(dayOf(each.sentAt, zone), { from, to }));
  const answered = within.filter(({ answeredAt }) => answeredAt).length;
  return responseRateOf(within.filter(({ deliveredAt }) => deliveredAt).length, answered);
}
const isWithin = (day: string, { from, to }: Week): boolean => day >= from && day <= to;

/** Page, API, files and mails of the week that has just ended say the same, to the last digit. */
async function expectAgreement(monday: string, by: 'day' | 'week'): Promise<void> {
  const week = weekBefore(monday);
  mailbox.mails.length = 0;
  await mailWeek();
  const options = { skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true, skipImageLinks: true };
  const mails = await Promise.all(mailbox.mails.map(({ raw }) => simpleParser(raw, options)));
  expect(mails.map(({ to }) => [to].flat()[0]!.text).join()).toMatch(/chen@example\.com.*mia@example\.com/);
  const { rows: sent } = await api.house.db.pool.query<Sent>(
    'SELECT s.metric, i."sentAt", i."deliveredAt", i."answeredAt" FROM "Invitation" i JOIN "Survey" s ON s.id = i."surveyId" WHERE i."sentAt" IS NOT NULL',
  );
  for (const metric of metrics) {
    const asked = `metric=${metric}&from=${week.from}&to=${week.to}`;
    const { body }: { body: SurveyReportJson } = await manager.get(`/reports/surveys?${asked}&by=${by}`);
    const [score, earlier] = [history.score(metric, week), history.score(metric, weekBefore(week.from))];
    const rate = rateOf(metric, week, sent);
    expect(body).toMatchObject({ score, rate, before: { score: earlier }, change: changeOf(earlier, score) });
    for (const { from, score: each } of body.trend)
      expect(each).toEqual(history.score(metric, { from, to: by === 'day' ? from : week.to }));
    expect(body.trend).toHaveLength(by === 'day' ? 7 : 1);
    const rows = await exported(metric, week);
    const counts = rows.map((row) => ({ score: Number(row.score), count: 1 }));
    expect(scoreOf(metric, counts)).toEqual(score);
    const words = history.answers.filter((each) => each.metric === metric && isWithin(each.day, week));
    expect(rows.map(({ day, comment }) => `${day} ${comment}`).sort()).toEqual(
      words.map(({ day, comment }) => `${day} ${harmless(comment ?? '')}`).sort(),
    );
    if (told % SHEETS === 1) await expectSheet(metric, week, rows);
    for (const [place, language] of (['zh', 'en'] as const).entries())
      expectRead(
        body,
        mails[place]!.text!,
        rows.map((row) => Number(row.score)),
        language,
      );
  }
}

/** Card and mail, read as people read them, say the same as each other, the API and the file. */
function expectRead(body: SurveyReportJson, text: string, scores: number[], language: 'zh' | 'en'): void {
  const metric = body.metric as (typeof metrics)[number];
  const card = readCard(drawScoreCard(body, language, zone), language);
  const mail = readMail(text, metric, language);
  if (scores.length === 0) {
    expect(card).toBeNull();
    expect(mail?.n).toBe(body.before.answers > 0 ? '0' : undefined);
    return;
  }
  const { scores: bars, groups, share, ...read } = card!;
  expect(mail).toEqual(read);
  const { score, rate, before, change } = body;
  const shown = scores.length >= 5;
  expect(read.n).toBe(String(scores.length));
  expect(says(read.value, shown ? score.value : null, metric)).toBe(true);
  expect(says(read.low, shown ? score.interval!.low : null, metric)).toBe(true);
  expect(says(read.high, shown ? score.interval!.high : null, metric)).toBe(true);
  expect(says(read.rate, rate.rate, 'share')).toBe(true);
  expect(says(read.earlier, change.verdict === 'tooFew' ? null : before.score.value, metric)).toBe(true);
  const numberOf = (from: number, to: number) => scores.filter((each) => each >= from && each <= to).length;
  expect(bars).toEqual(bars.map(([each]) => [each, numberOf(each, each)]));
  expect(bars).toHaveLength({ csat: 5, nps: 11, ces: 7 }[metric]);
  expect(groups).toEqual(shown && metric === 'nps' ? [numberOf(9, 10), numberOf(7, 8), numberOf(0, 6)] : undefined);
  const isShared = shown && metric === 'ces';
  expect(says(share?.[0], isShared ? numberOf(5, 7) / scores.length : null, 'share')).toBe(true);
  expect(says(share?.[1], isShared ? score.shareInterval!.low : null, 'share')).toBe(true);
  expect(says(share?.[2], isShared ? score.shareInterval!.high : null, 'share')).toBe(true);
}

const nineOn = (day: Temporal.PlainDate): Date =>
  new Date(day.toZonedDateTime({ timeZone: zone, plainTime: '09:00' }).epochMilliseconds);

/** Two weeks of which the second is told after everything was counted; the week before them is empty. */
async function tell({ week, steps }: { week: number; steps: Step[] }): Promise<void> {
  const { house } = api;
  told++;
  const first = Temporal.PlainDate.from('2027-03-01').add({ weeks: week });
  await history.begin(nineOn(first));
  for (const weeks of [1, 2]) {
    const end = first.add({ weeks });
    const half = steps.slice(weeks === 1 ? 0 : steps.length / 2, weeks === 1 ? steps.length / 2 : undefined);
    for (const step of half) {
      const at = new Date(house.clock.now().getTime() + step.hours * 3_600_000);
      await history.take(dayOf(at, zone) >= end.toString() ? { ...step, hours: 0 } : step);
    }
    house.clock.time = nineOn(end);
    if (weeks === 2) await house.services.surveyReports.counts.runDue();
    await expectAgreement(end.toString(), weeks === 1 ? 'day' : 'week');
  }
  expect(await house.services.surveyReports.counts.verify()).toBe(0);
  if (PROGRESS && told % 20 === 0) console.log('told', told);
}

describe('the figures of surveys', () => {
  test(
    'are the same on the page, by API, in the files and in the weekly mails, whatever happened',
    async () => {
      const within = { interruptAfterTimeLimit: 45_000 + numRuns * 4000, markInterruptAsFailure: true };
      const parameters = { numRuns, seed, ...(HISTORY && { path: HISTORY, endOnFailure: true }), ...within };
      const found = await fc.check(fc.asyncProperty(histories, tell), parameters);
      if (found.failed) {
        const again = `SEED=${seed} HISTORY=${found.counterexamplePath} npx vitest run test/api/surveyFigures.test.ts`;
        throw new Error(`Tell it again: ${again}\n${await fc.asyncDefaultReportMessage(found)}`, {
          cause: found.errorInstance,
        });
      }
      expect(api.faults).toEqual([]);
    },
    60_000 + numRuns * 4000,
  );
});
