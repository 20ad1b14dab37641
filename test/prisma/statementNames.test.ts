import { expect, test } from 'vitest';
import { createStatementNames } from '#prisma/statementNames.ts';

test('a statement has one name; what adds up many rows has none, so that it is planned by its values', () => {
  const nameOf = createStatementNames();
  const [one, other] = ['SELECT 1', 'SELECT 2'].map((sql) => nameOf({ sql }));
  expect(one).toBeDefined();
  expect(other).not.toBe(one);
  expect(nameOf({ sql: 'SELECT 1' })).toBe(one);
  expect(nameOf({ sql: 'SELECT city, count(*) FROM "Customer" GROUP BY 1' })).toBeUndefined();
});
