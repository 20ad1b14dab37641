import { z } from 'zod';
import { type CommentRead, feelings } from '#ai/commentReader.ts';
import { type Figures, rounded, share, timed, warmUp } from '#ai/evaluation/measures.ts';
import { themes } from '#crm/surveys/comments/themes.ts';

const codes = themes.map(({ code }) => code);
const feeling = z.enum(feelings);

/** A comment, how its writer feels, and what it is about with the feeling for each: {"wait": "negative"}. */
export const commentRow = z.object({
  text: z.string(),
  feeling,
  themes: z.record(
    z.string().refine((code) => codes.includes(code), { error: `must be one of ${codes.join(', ')}` }),
    feeling,
  ),
});
export type CommentRow = z.infer<typeof commentRow>;

/** How comments were read, theme by theme; `mistakes` say what was read instead. */
export interface CommentsResult {
  figures: Figures;
  themes: Record<string, { precision: number; recall: number; n: number }>;
  mistakes: { text: string; gold: string[]; read: string[]; feeling?: string }[];
}

/** Measures keywords: reads each comment and compares. */
export function evaluateComments(rows: readonly CommentRow[], read: (text: string) => CommentRead): CommentsResult {
  warmUp(rows, ({ text }) => read(text));
  const { result, ms } = timed(() => rows.map(({ text }) => read(text)));
  const measured = compareComments(rows, result);
  return { ...measured, figures: { ...measured.figures, msPerMessage: rounded(ms / rows.length) } };
}

/**
 * Precision: how many of the themes that were read are there; recall: how many of those that are there were read; over all comments
 * together. `themeFeeling`: the share of themes read rightly whose feeling is right, too; `exact`: of comments all of whose themes are.
 * Null: that comment was not read, and counts as one without themes.
 */
export function compareComments(rows: readonly CommentRow[], read: readonly (CommentRead | null)[]): CommentsResult {
  const pairs = rows.map((row, place) => ({ row, of: new Map(read[place]?.themes.map((each) => [each.code, each])) }));
  const measure = (among: readonly string[]) => {
    let [right, claimed, there, felt] = [0, 0, 0, 0];
    for (const { row, of } of pairs) {
      for (const code of among) {
        const gold = row.themes[code];
        const found = of.get(code);
        if (gold) there++;
        if (found) claimed++;
        if (gold && found) right++;
        if (gold && found?.feeling === gold) felt++;
      }
    }
    return { precision: share(right, claimed), recall: share(right, there), felt: share(felt, right), there };
  };
  const all = measure(codes);
  const wrong = (row: CommentRow, of: ReadonlyMap<string, unknown>) =>
    codes.some((code) => code in row.themes !== of.has(code));
  const mistakes = pairs.flatMap(({ row, of }, place) => {
    const said = read[place]?.feeling;
    if (!wrong(row, of) && said === row.feeling) return [];
    const off = said === row.feeling ? {} : { feeling: `${row.feeling}, read ${said}` };
    return [{ text: row.text, gold: Object.keys(row.themes), read: [...of.keys()], ...off }];
  });
  return {
    figures: {
      precision: rounded(all.precision),
      recall: rounded(all.recall),
      f1: rounded(share(2 * all.precision * all.recall, all.precision + all.recall)),
      exact: rounded(share(pairs.filter(({ row, of }) => !wrong(row, of)).length, rows.length)),
      themeFeeling: rounded(all.felt),
      feeling: rounded(share(rows.filter((row, place) => read[place]?.feeling === row.feeling).length, rows.length)),
      tested: rows.length,
    },
    themes: Object.fromEntries(
      codes.map((code) => {
        const { precision, recall, there } = measure([code]);
        return [code, { precision: rounded(precision, 2), recall: rounded(recall, 2), n: there }];
      }),
    ),
    mistakes,
  };
}
