import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWeeklyMail } from '#bot/weeklyMail.ts';
import { harmless } from '#crm/reports/surveys/responseTable.ts';
import { changeOf, responseRateOf, scoreOf } from '#crm/surveys/metrics.ts';
import { buildStaff, dismissEverybody } from '#test/crm/support.ts';
import { type Mailbox, startMailbox } from '#test/support/fakes/mailbox.ts';
import { metricWords } from '#web/desk/frame/metricWords.ts';
import { type Client, testApi } from './support.ts';
import { dayOf, histories, SurveyHistory } from './surveyHistory.ts';

// npm run soak -- figures: 10,000 of them.
const numRuns = Number(process.env.HISTORIES ?? 3);
const api = testApi();
let history: SurveyHistory;
let manager: Client;
let mailbox: Mailbox;
let mailWeek: () => Promise<void>;

beforeAll(async () => {
  const { house } = api;
  await dismissEverybody(house);
  const { secret } = await house.services.apiKeys.create({ name: 'figures', role: 'manager' }, null);
  manager = api.client({ authorization: `Bearer ${secret}` });
  history = await SurveyHistory.of(house);
  await buildStaff(house, { role: 'manager', email: 'chen@example.com', language: 'zh' });
  await buildStaff(house, { role: 'administrator', email: 'mia@example.com', language: 'en' });
  mailbox = await startMailbox();
  const config = {
    publicUrl: 'https://shop.example',
    port: 1,
    smtp: { url: mailbox.url, from: 'zhiyin@shop.example' },
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
async function exported(
  metric: string,
  { from, to }: Week,
): Promise<{ day: string; score: number; comment: string }[]> {
  const address = `${api.origin}/api/v1/reports/surveys/file?metric=${metric}&from=${from}&to=${to}`;
  const response = await fetch(address, { headers: manager.headers });
  expect(response.status).toBe(200);
  const rows: Record<string, string>[] = parse(await response.text(), { columns: true, bom: true });
  return rows.map(({ day, score, comment }) => ({ day: day!, score: Number(score), comment: comment! }));
}

/** What the invitations themselves say of those that were sent in a week. */
async function rateOf(metric: string, { from, to }: Week) {
  const around = { gte: new Date(`${from}T00:00:00+08:00`), lt: new Date(`${to}T23:59:59.999+08:00`) };
  const rows = await api.house.db.client.invitation.findMany({ where: { survey: { metric }, sentAt: around } });
  const sent = rows.filter(({ sentAt }) => dayOf(sentAt!) >= from && dayOf(sentAt!) <= to);
  const answered = sent.filter(({ answeredAt }) => answeredAt).length;
  return responseRateOf(sent.filter(({ deliveredAt }) => deliveredAt).length, answered);
}

/** Page, API, CSV and mails of the week that has just ended say the same, to the last digit. */
async function expectAgreement(monday: string): Promise<void> {
  const week = weekBefore(monday);
  mailbox.mails.length = 0;
  await mailWeek();
  const mails = await Promise.all(mailbox.mails.map(({ raw }) => simpleParser(raw)));
  expect(mails.map(({ to }) => [to].flat()[0]!.text).join()).toMatch(/chen@example\.com.*mia@example\.com/);
  for (const metric of ['csat', 'nps', 'ces'] as const) {
    const { body } = await manager.get(`/reports/surveys?metric=${metric}&from=${week.from}&to=${week.to}&by=day`);
    const [score, earlier] = [history.score(metric, week), history.score(metric, weekBefore(week.from))];
    const rate = await rateOf(metric, week);
    expect(body).toMatchObject({ score, rate, before: { score: earlier }, change: changeOf(earlier, score) });
    for (const step of body.trend)
      expect(step.score).toEqual(history.score(metric, { from: step.from, to: step.from }));
    const rows = await exported(metric, week);
    expect(
      scoreOf(
        metric,
        rows.map((row) => ({ score: row.score, count: 1 })),
      ),
    ).toEqual(score);
    const words = history.answers.filter(
      (each) => each.metric === metric && each.day >= week.from && each.day <= week.to,
    );
    expect(rows.map(({ day, comment }) => `${day} ${comment}`).sort()).toEqual(
      words.map(({ day, comment }) => `${day} ${harmless(comment ?? '')}`).sort(),
    );
    for (const [place, language] of (['zh', 'en'] as const).entries())
      expectInMail(mails[place]!.text!, metricWords(metric, language), { score, earlier, rate, language, metric });
  }
}

const names = {
  csat: ['满意度（', 'Satisfaction'],
  nps: ['净推荐值', 'Net promoter'],
  ces: ['省心程度', 'Customer effort'],
};
interface Told {
  score: ReturnType<typeof scoreOf>;
  earlier: ReturnType<typeof scoreOf>;
  rate: ReturnType<typeof responseRateOf>;
  language: 'zh' | 'en';
  metric: 'csat' | 'nps' | 'ces';
}

/** The line of a metric holds the figures as the page of that language writes them. */
function expectInMail(text: string, page: ReturnType<typeof metricWords>, told: Told): void {
  const { score, earlier, rate, language, metric } = told;
  const line = text.split('\n').find((each) => each.startsWith(names[metric][language === 'zh' ? 0 : 1]!));
  if (score.n + earlier.n === 0) {
    expect(line).toBeUndefined();
    return;
  }
  expect(line).toContain(language === 'zh' ? `${score.n} 份` : `n = ${score.n}`);
  if (rate.rate !== null) expect(line).toContain(page.share(rate.rate));
  if (score.n < 5) return;
  expect(line).toContain(page.value(score.value));
  if (score.interval) expect(line).toContain(`${page.value(score.interval.low)}–${page.value(score.interval.high)}`);
  const change = changeOf(earlier, score).verdict;
  if (change !== 'tooFew') expect(line).toContain(page.value(earlier.value));
}

describe('the figures of surveys', () => {
  test(
    'are the same on the page, by API, in the CSV and in the weekly mails, whatever happened',
    async () => {
      const { house } = api;
      let monday = Temporal.PlainDate.from('2027-03-01');
      const nineOn = (day: Temporal.PlainDate | string) => new Date(`${day}T01:00:00Z`);
      await fc.assert(
        fc.asyncProperty(histories, async (steps) => {
          // Its weeks are its own: the one before them is empty.
          const first = monday;
          monday = monday.add({ weeks: 4 });
          await history.begin(nineOn(first));
          for (const weeks of [1, 2]) {
            const end = first.add({ weeks }).toString();
            const half = steps.slice(weeks === 1 ? 0 : steps.length / 2, weeks === 1 ? steps.length / 2 : undefined);
            for (const step of half) {
              const late = dayOf(new Date(house.clock.now().getTime() + step.hours * 3_600_000)) >= end;
              await history.take(late ? { ...step, hours: 0 } : step);
            }
            house.clock.time = nineOn(end);
            if (weeks === 2) await house.services.surveyReports.counts.runDue();
            await expectAgreement(end);
          }
        }),
        { numRuns },
      );
      expect(await house.services.surveyReports.counts.verify()).toBe(0);
      expect(api.faults).toEqual([]);
    },
    60_000 + numRuns * 1500,
  );
});
