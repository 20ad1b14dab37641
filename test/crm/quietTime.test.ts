import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterQuiet, type QuietTime } from '#crm/notifications/quietTime.ts';

const shanghai = 'Asia/Shanghai';
const at = (local: string, zone = '+08:00') => new Date(`${local}${zone}`);
const quiet = (given: Partial<QuietTime>): QuietTime => ({ quietFrom: null, quietTo: null, quietDays: [], ...given });
const nights = quiet({ quietFrom: '21:00', quietTo: '08:30' });

test.each([
  ['in the evening, until the morning', nights, '2026-07-15T23:00', '2026-07-16T08:30'],
  ['after midnight, until the same morning', nights, '2026-07-15T02:00', '2026-07-15T08:30'],
  ['at the first minute', nights, '2026-07-15T21:00', '2026-07-16T08:30'],
  ['by day, at once', nights, '2026-07-15T08:30', '2026-07-15T08:30'],
  ['a nap', quiet({ quietFrom: '12:00', quietTo: '13:00' }), '2026-07-15T12:59', '2026-07-15T13:00'],
  ['a weekend, then the night after it', { ...nights, quietDays: [6, 7] }, '2026-07-17T22:00', '2026-07-20T08:30'],
  ['hours that are none', quiet({ quietFrom: '08:00', quietTo: '08:00' }), '2026-07-15T08:00', '2026-07-15T08:00'],
])('%s', (_name, wish, asked, told) => {
  expect(afterQuiet(at(asked), wish, shanghai)).toEqual(at(told));
});

test('who is quiet all week is told on the desk alone', () => {
  expect(afterQuiet(at('2026-07-15T10:00'), quiet({ quietDays: [1, 2, 3, 4, 5, 6, 7] }), shanghai)).toBeNull();
});

test('never earlier than asked, never in quiet time, and once out of it at once; also where clocks change', () => {
  const clock = fc
    .integer({ min: 0, max: 95 })
    .map(
      (quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
    );
  const wish = fc.record({
    quietFrom: clock,
    quietTo: clock,
    quietDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
  });
  const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(wish, moment, fc.constantFrom(shanghai, 'Europe/Berlin', 'America/New_York'), (wished, asked, zone) => {
      const told = afterQuiet(asked, wished, zone);
      expect(told).not.toBeNull();
      expect(told!.getTime()).toBeGreaterThanOrEqual(asked.getTime());
      expect(afterQuiet(told!, wished, zone)).toEqual(told);
      expect(told!.getTime() - asked.getTime()).toBeLessThan(8 * 24 * 3_600_000);
    }),
    { numRuns: 200 },
  );
});
