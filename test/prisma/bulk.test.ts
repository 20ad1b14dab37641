import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell } from '#prisma/client.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();

async function* each<T>(rows: readonly T[]): AsyncGenerator<T> {
  yield* rows;
}

test('whatever is copied comes back as it was', async () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 30 }).map((value) => value.replaceAll('\0', ''));
  const odd = fc.constantFrom('\\N', '\\.', 'a\tb', 'a\nb\r\n', '"{}"', '\\\\', '{"a","b"}', '');
  const row = fc.tuple(
    fc.option(fc.oneof(text, odd)),
    fc.array(fc.oneof(text, odd), { maxLength: 4 }),
    fc.dictionary(text, fc.oneof(text, odd), { maxKeys: 3, noNullPrototype: true }),
    fc.option(fc.integer({ min: -1e9, max: 1e9 })),
    fc.boolean(),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
      const read = await database.db.bulk(async (bulk) => {
        await bulk.query(
          'CREATE TEMPORARY TABLE copied (n int, t text, l text[], j jsonb, i int, b boolean) ON COMMIT DROP',
        );
        const numbered = rows.map((cells, n): Cell[] => [n, ...cells]);
        expect(await bulk.copyInto('copied', ['n', 't', 'l', 'j', 'i', 'b'], each(numbered))).toBe(rows.length);
        return { value: await bulk.query('SELECT t, l, j, i, b FROM copied ORDER BY n'), keep: false };
      });
      expect(read).toEqual(rows.map(([t, l, j, i, b]) => ({ t, l, j, i, b })));
    }),
    { numRuns: 40 },
  );
});

test('what fails, or is not to be kept, leaves nothing', async () => {
  const add = (key: string, keep: boolean) =>
    database.db.bulk(async (bulk) => {
      await bulk.query(`INSERT INTO "Setting" (key, value, "updatedAt") VALUES ($1, '1', now())`, [key]);
      if (key === 'fails') throw new Error('in the middle');
      return { value: null, keep };
    });
  await add('kept', true);
  await add('dropped', false);
  await expect(add('fails', true)).rejects.toThrow('in the middle');
  const settings = await database.db.client.setting.findMany({ where: { key: { in: ['kept', 'dropped', 'fails'] } } });
  expect(settings.map(({ key }) => key)).toEqual(['kept']);
});
