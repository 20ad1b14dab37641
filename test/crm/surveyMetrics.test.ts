import fc from 'fast-check';
import { expect, test } from 'vitest';
import { t95 } from '#crm/statistics.ts';
import { changeOf, type Metric, responseRateOf, scales, scoreOf } from '#crm/surveys/metrics.ts';

const counts = (list: Record<number, number>) =>
  Object.entries(list).map(([score, count]) => ({ score: Number(score), count }));

test('NPS: 50 promoters, 20 detractors of 100 are 30, whoever was asked and did not answer', () => {
  const score = scoreOf('nps', counts({ 10: 30, 9: 20, 8: 20, 7: 10, 6: 10, 0: 10 }));
  expect(score).toMatchObject({ n: 100, value: 30, groups: { promoters: 50, passives: 30, detractors: 20 } });
  // peers.md: the half-width of this is 15 at n = 100.
  expect((score.interval!.high - score.interval!.low) / 2).toBeCloseTo(15.2, 0);
});

test('NPS of 184 answers as a spreadsheet has it', () => {
  const score = scoreOf('nps', counts({ 9: 40, 10: 34, 8: 40, 7: 35, 6: 5, 3: 10, 0: 20 }));
  expect(score.value).toBeCloseTo(21.196, 3);
  expect(score.standardError).toBeCloseTo(5.455, 3);
});

test('CSAT is the share of 4 and 5, with Wilson’s interval; its mean stands beside it', () => {
  const score = scoreOf('csat', counts({ 5: 6, 4: 2, 3: 1, 1: 1 }));
  expect(score).toMatchObject({ n: 10, value: 0.8, share: 0.8, mean: 4.2, trust: 'few' });
  expect([score.interval!.low, score.interval!.high].map((end) => Math.round(end * 100))).toEqual([49, 94]);
});

test('CES is the mean with Student’s interval, and the share of 5 to 7', () => {
  const score = scoreOf('ces', counts({ 7: 1, 6: 2, 5: 1, 3: 1 }));
  expect(score).toMatchObject({ n: 5, value: 5.4, share: 0.8, trust: 'few' });
  expect(score.standardError).toBeCloseTo(0.678, 3);
  expect(score.interval!.low).toBeCloseTo(5.4 - 2.776 * 0.678, 2);
  expect(score.interval!.high).toBe(7);
});

test('Student’s t as printed in tables', () => {
  const table = { 1: 12.706, 2: 4.303, 4: 2.776, 9: 2.262, 29: 2.045, 99: 1.984 };
  for (const [degrees, t] of Object.entries(table)) expect(t95(Number(degrees))).toBeCloseTo(t, 3);
});

test('no answers are no data, few are not trusted, strays are not counted', () => {
  expect(scoreOf('csat', [])).toMatchObject({ n: 0, value: null, interval: null, trust: 'none' });
  expect(scoreOf('csat', counts({ 5: 4 })).trust).toBe('tooFew');
  expect(scoreOf('nps', counts({ 11: 3, '-1': 4, 9: 30 }))).toMatchObject({ n: 30, value: 100, trust: 'enough' });
  expect(responseRateOf(0, 0)).toMatchObject({ rate: null, interval: null });
});

test('a change is real only where its interval leaves out 0', () => {
  const csat = (good: number, bad: number) => scoreOf('csat', counts({ 5: good, 2: bad }));
  expect(changeOf(csat(80, 20), csat(85, 15)).verdict).toBe('noise');
  expect(changeOf(csat(800, 200), csat(900, 100)).verdict).toBe('real');
  expect(changeOf(csat(3, 1), csat(1, 3)).verdict).toBe('tooFew');
  expect(changeOf(scoreOf('nps', counts({ 10: 50, 0: 50 })), scoreOf('nps', counts({ 10: 90, 0: 10 }))).verdict).toBe(
    'real',
  );
  expect(changeOf(scoreOf('ces', counts({ 4: 50, 5: 50 })), scoreOf('ces', counts({ 4: 48, 5: 52 }))).verdict).toBe(
    'noise',
  );
});

test('whatever was answered: the value lies on its scale, the interval around what was seen, more answers say more', () => {
  const metric = fc.constantFrom<Metric>('csat', 'nps', 'ces');
  fc.assert(
    fc.property(metric, fc.array(fc.nat({ max: 40 }), { minLength: 11, maxLength: 11 }), (of, many) => {
      const scale = scales[of as 'csat'];
      const list = many.map((count, i) => ({ score: scale.min + i, count })).filter(({ score }) => score <= scale.max);
      const score = scoreOf(of, list);
      const doubled = scoreOf(of, [...list, ...list]);
      expect(doubled.value).toBe(score.value);
      expect(doubled.n).toBe(2 * score.n);
      if (score.value === null || !score.interval) return;
      const { low, high } = score.interval;
      expect(low).toBeLessThanOrEqual(high);
      if (of !== 'nps') expect(low <= score.value + 1e-9 && score.value <= high + 1e-9).toBe(true);
      if (doubled.interval) expect(doubled.interval.high - doubled.interval.low).toBeLessThanOrEqual(high - low + 1e-9);
    }),
    { numRuns: 200 },
  );
});
