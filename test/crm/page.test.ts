import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InvalidInput } from '#crm/errors.ts';
import { pageOf, positionOf, rowsFor } from '#crm/page.ts';

const row = fc.record({
  at: fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
  id: fc.uuid(),
});

test('the cursor of a page names its last row', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 20 }), (rows, limit) => {
      const page = pageOf(rows.slice(0, rowsFor({ limit })), { limit }, (one) => one);
      expect(page.items).toEqual(rows.slice(0, limit));
      expect(positionOf(page.nextCursor)).toEqual(rows.length > limit ? rows[limit - 1] : null);
    }),
  );
});

test.each(['x', 'W10', Buffer.from('["2026-01-01","no id"]').toString('base64url')])('%j is no cursor', (cursor) => {
  expect(() => positionOf(cursor)).toThrow(InvalidInput);
});

test('a page is never larger than 200 rows nor smaller than one', () => {
  expect(rowsFor({ limit: 100_000 })).toBe(201);
  expect(rowsFor({ limit: -3 })).toBe(2);
  expect(rowsFor({})).toBe(51);
});
