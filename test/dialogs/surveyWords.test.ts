import { expect, test } from 'vitest';
import { readRows, routedRow } from '#ai/evaluation/rows.ts';
import { meaning, type Words, wordsIn } from './surveyWords.ts';

const told = async (rows: readonly Words[]) => {
  const wrong: string[] = [];
  let stored = 0;
  for (const row of rows) {
    const meant = await meaning(row);
    // What is no answer may be asked about again; it must not be stored.
    if (meant === row.means || (row.means === 'none' && meant === 'ask')) continue;
    wrong.push(`${row.ask} “${row.says}”: ${meant}, not ${row.means}`);
    if (meant !== 'ask' && meant !== 'none') stored += 1;
  }
  return { right: rows.length - wrong.length, wrong, stored };
};

test('words mean what the table says of each metric, in both languages, or are asked again', async () => {
  expect((await told(wordsIn('./surveyWords.jsonl'))).wrong).toEqual([]);
});

test('words that nobody tuned on are seldom asked about, and never stored as something else', async () => {
  const { right, wrong, stored } = await told(wordsIn('./surveyWordsHeldOut.jsonl'));
  expect(stored, wrong.join('\n')).toBe(0);
  expect(right, wrong.join('\n')).toBeGreaterThanOrEqual(53);
});

test('what is said of something else is stored as no answer, whatever was asked', async () => {
  const rows = readRows('test/ai/routing.jsonl', routedRow).filter(({ label }) => label !== 'surveys');
  const stored: string[] = [];
  for (const { text: says } of rows)
    for (const ask of ['csat', 'nps', 'ces', 'yesNo', 'number'] as const) {
      const meant = await meaning({ ask, says });
      if (typeof meant !== 'string') stored.push(`${ask} ${meant}: ${says}`);
    }
  expect(stored).toEqual([]);
});
