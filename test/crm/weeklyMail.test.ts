import { v7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { scoreOf } from '#crm/surveys/metrics.ts';
import { testDatabase } from '#test/support/database.ts';
import { figure, weeklyWords } from '../../bot/weeklyWords.ts';
import { buildHouse, buildStaff, dismissEverybody, type House, TestClock } from './support.ts';

const database = testDatabase();
let house: House;
/** Monday 13 July 2026, 09:00 in Shanghai. */
const monday = new Date('2026-07-13T01:00:00Z');

beforeAll(async () => {
  house = buildHouse(database.db, new TestClock(monday));
  await dismissEverybody(house);
  await buildStaff(house, { role: 'manager', email: 'chen@example.com', language: 'zh' });
  await buildStaff(house, { role: 'administrator', email: 'mia@example.com', language: 'en' });
  await buildStaff(house, { role: 'staff' });
  const survey = (await house.services.surveys.running()).find(({ key }) => key === 'satisfaction')!;
  const give = (score: number, at: string) => ({
    id: v7(),
    surveyId: survey.id,
    score,
    answers: { score },
    answeredAt: new Date(at),
  });
  await database.db.client.response.createMany({
    data: [
      ...[5, 5, 4, 4, 2, 1, 5].map((score) => give(score, '2026-07-08T04:00:00Z')),
      ...[1, 1, 2, 3, 4].map((score) => give(score, '2026-07-01T04:00:00Z')),
      // Sunday evening still belongs to the week, Monday morning does not.
      give(3, '2026-07-12T15:59:00Z'),
      give(1, '2026-07-12T16:01:00Z'),
    ],
  });
});

const sent: string[] = [];
const run = (at = house.clock.now(), refuse?: string) =>
  house.services.weeklyReports.runDue(at, async ({ email, language }, report) => {
    if (email === refuse) throw new Error('mailbox full');
    sent.push(`${email} ${weeklyWords(report, language === 'en' ? 'en' : 'zh').lines[0]}`);
  });

test('each manager has the week once, in their language, with the figures of the page', async () => {
  expect(await run(new Date('2026-07-12T23:00:00Z'))).toEqual([]);
  expect(sent).toEqual([]);
  expect(await run(monday, 'mia@example.com')).toHaveLength(1);
  await Promise.all([run(), run()]);
  expect(await run()).toEqual([]);
  const page = await house.services.surveyReports.report({ metric: 'csat', from: '2026-07-06', to: '2026-07-12' });
  const counted = scoreOf(
    'csat',
    [5, 5, 4, 4, 2, 1, 5, 3].map((score) => ({ score, count: 1 })),
  );
  expect(page.score).toEqual(counted);
  const [low, high] = [figure('csat', counted.interval!.low), figure('csat', counted.interval!.high)];
  expect(sent).toEqual([
    `chen@example.com 满意度（4–5 分的比例）：62.5%（95% 区间 ${low}–${high}，8 份，仅供参考，没有回复率：公开链接）；前一周 20.0%，可能只是波动。`,
    `mia@example.com Satisfaction (share of 4–5): 62.5% (95% interval ${low}–${high}, n = 8, an indication only, no rate: open link); 20.0% the week before, may be noise.`,
  ]);
});

test('who was not reached by Wednesday is left in peace', async () => {
  await buildStaff(house, { role: 'manager' });
  expect(await run(new Date('2026-07-15T01:00:00Z'))).toEqual([]);
  expect(sent).toHaveLength(2);
});
