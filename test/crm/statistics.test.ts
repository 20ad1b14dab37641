import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stepsOf } from '#crm/reports/steps.ts';
import { shareOf, wilsonInterval } from '#crm/statistics.ts';

const percent = (interval: { low: number; high: number } | null) =>
  interval && [Math.round(interval.low * 100), Math.round(interval.high * 100)];

test.each([
  [4, 5, [38, 96]],
  [8, 10, [49, 94]],
  [16, 20, [58, 92]],
  [24, 30, [63, 90]],
  [80, 100, [71, 87]],
  [320, 400, [76, 84]],
])('%i of %i has the published 95 %% interval', (successes, n, expected) => {
  expect(percent(wilsonInterval(successes, n))).toEqual(expected);
});

test('without observations there is no share and no interval', () => {
  expect(shareOf(0, 0)).toEqual({ share: null, interval: null });
});

test('nobody and everybody have an interval that ends at 0 and 1', () => {
  expect(wilsonInterval(0, 3)).toMatchObject({ low: 0 });
  expect(wilsonInterval(3, 3)).toMatchObject({ high: 1 });
  expect(wilsonInterval(3, 3)!.low).toBeCloseTo(0.4385, 4);
});

const observed = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

test('the interval holds the share, lies in 0 to 1, mirrors, and shrinks with n', () => {
  fc.assert(
    fc.property(observed, ([successes, n]) => {
      const { low, high } = wilsonInterval(successes, n)!;
      const mirrored = wilsonInterval(n - successes, n)!;
      const larger = wilsonInterval(successes * 4, n * 4)!;
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(successes / n);
      expect(high).toBeGreaterThanOrEqual(successes / n);
      expect(low).toBeCloseTo(1 - mirrored.high, 10);
      expect(larger.high - larger.low).toBeLessThan(high - low);
    }),
  );
});

test('both ends solve the score equation that Wilson derived the interval from', () => {
  fc.assert(
    fc.property(observed, ([successes, n]) => {
      const share = successes / n;
      const { low, high } = wilsonInterval(successes, n)!;
      for (const end of [low, high]) {
        if (end === 0 || end === 1) continue;
        expect(Math.abs(share - end) / Math.sqrt((end * (1 - end)) / n)).toBeCloseTo(1.959964, 4);
      }
    }),
  );
});

test('a trend begins on the Monday or the first of the month in the shop’s zone', () => {
  const from = new Date('2026-07-05T17:00:00Z'); // Monday 6 July, 01:00 in Shanghai
  const to = new Date('2026-07-20T00:00:00Z');
  expect(stepsOf(from, to, 'week', 'Asia/Shanghai').map((step) => step.from)).toEqual([
    '2026-07-06',
    '2026-07-13',
    '2026-07-20',
  ]);
  expect(stepsOf(from, to, 'week', 'UTC').map((step) => step.from)).toEqual(['2026-06-29', '2026-07-06', '2026-07-13']);
  expect(stepsOf(from, to, 'month', 'Asia/Shanghai')).toEqual([
    { from: '2026-07-01', start: new Date('2026-06-30T16:00:00Z') },
  ]);
});
