import { expect, test } from 'vitest';
import { testDatabase } from '#test/support/database.ts';
import { buildHouse, type House } from '../support.ts';
import { importFile, importFolder } from './files.ts';

const database = testDatabase();
const folder = importFolder();
let house: House;

async function take(lines: string[]) {
  house ??= buildHouse(database.db);
  const { refused, ...report } = await importFile(house, 'responses', folder.write('answers.csv', lines.join('\n')));
  return { report, rejected: refused };
}

const results = async (key: string) =>
  house.services.surveys.results((await database.db.client.survey.findUniqueOrThrow({ where: { key } })).id);

test('a file of scores by brand is a survey each; once more it changes nothing, and a changed row is a change', async () => {
  const rows = ['Harbour,a1,9', 'Harbour,a2,10', 'Harbour,a3,8', 'Harbour,a4,2', 'Other,b1,0'];
  const head = 'Brand,CustomerID,How likely are you to recommend this brand?';
  expect((await take([head, ...rows])).report).toMatchObject({
    added: 5,
    rejected: 0,
    extras: { surveys: ['Harbour', 'Other'] },
  });
  expect(await results('import:harbour')).toMatchObject({ answers: 4, score: { metric: 'nps', n: 4, value: 25 } });
  expect((await take([head, ...rows])).report).toMatchObject({ added: 0, unchanged: 5, changed: 0 });
  rows[3] = 'Harbour,a4,9';
  await database.db.client.surveyTouch.deleteMany();
  expect((await take([head, ...rows])).report).toMatchObject({ changed: 1, unchanged: 4 });
  expect((await results('import:harbour')).score).toMatchObject({ n: 4, value: 75 });
  // The day of what changed is counted again.
  expect(await database.db.client.surveyTouch.count()).toBe(1);
  expect(await database.db.client.responseChange.findMany()).toMatchObject([{ score: 2 }]);
});

test('a messy file: the first scale counts, other questions are answers, and each refused row says why in both languages', async () => {
  const { report, rejected } = await take([
    'Timestamp,"On a scale of 0-10, how would you rate the fair?",...why?,"On a scale of 0-10, how was the keynote?",Three words',
    '2019-11-01 08:51:12.402,0,Too loud,3,"loud, long"',
    '2019-11-01 08:52:00,９,,10,"bright"',
    '2019-11-01 08:53:00,9/10,fine,10,',
    '2019-11-01 08:54:00,11,,5,',
    '2019-11-01 08:55:00,,forgot,5,',
    '2019-11-01 08:56:00,N/A,,5,',
    '2019-11-01 08:57:00,7.5,,5,',
    'yesterday,7,,5,',
    '2031-01-01 00:00:00,7,,5,',
    '2019-11-01 08:51:12.402,0,Too loud,3,"loud, long"',
  ]);
  expect(report).toMatchObject({ rows: 10, added: 3, rejected: 7 });
  expect(rejected.map(({ line, column }) => [line, column])).toEqual([
    [5, 'score'],
    [6, 'score'],
    [7, 'score'],
    [8, 'score'],
    [9, 'answeredAt'],
    [10, 'answeredAt'],
    [11, null],
  ]);
  for (const { reason, zh } of rejected) expect(reason && zh).toBeTruthy();
  const key = 'import:on a scale of 0-10, how would you rate the fair?';
  expect((await results(key)).score).toMatchObject({ metric: 'nps', n: 3, value: 100 / 3 });
  const stored = await database.db.client.response.findMany({
    where: { survey: { key } },
    orderBy: { answeredAt: 'asc' },
  });
  expect(stored[0]).toMatchObject({
    comment: 'Too loud',
    way: 'import',
    answers: { score: 0, q1: '3', q2: 'loud, long' },
  });
  // The shop's time: ten to nine in Shanghai.
  expect(stored[0]!.answeredAt.toISOString()).toBe('2019-11-01T00:51:12.402Z');
});

test('a file without scores is none', async () => {
  await expect(take(['name,colour', 'a,b'])).rejects.toMatchObject({ message: expect.stringContaining('score') });
});
