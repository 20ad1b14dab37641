import { languageOf } from '../languageOf.ts';
import { type Figures, rounded, share, timed, warmUp } from './measures.ts';
import type { LabelledRow } from './rows.ts';

/** How messages were routed: `confusion` counts by label, then by what was read instead; `mistakes` are the rows behind it. */
export type RoutingResult = {
  figures: Figures;
  confusion: Record<string, Record<string, number>>;
  mistakes: { text: string; label: string; read: string }[];
};

/** Routes every row by `route` (a dialog module's id or `none`) and compares with its label, per language. */
export function evaluateRouting(rows: readonly LabelledRow[], route: (text: string) => string): RoutingResult {
  warmUp(rows, ({ text }) => route(text));
  const { result: read, ms } = timed(() => rows.map(({ text }) => route(text)));
  const confusion: RoutingResult['confusion'] = {};
  const mistakes: RoutingResult['mistakes'] = [];
  const counts = { zh: [0, 0], en: [0, 0] } as Record<'zh' | 'en', [number, number]>;
  rows.forEach(({ text, label }, i) => {
    const guess = read[i]!;
    const count = counts[languageOf(text)];
    count[1]++;
    if (guess === label) count[0]++;
    else mistakes.push({ text, label, read: guess });
    confusion[label] ??= {};
    confusion[label][guess] = (confusion[label][guess] ?? 0) + 1;
  });
  const right = rows.length - mistakes.length;
  return {
    figures: {
      accuracy: rounded(share(right, rows.length)),
      ...(counts.zh[1] > 0 && { accuracyZh: rounded(share(...counts.zh)) }),
      ...(counts.en[1] > 0 && { accuracyEn: rounded(share(...counts.en)) }),
      msPerMessage: rounded(ms / rows.length),
      tested: rows.length,
    },
    confusion,
    mistakes,
  };
}
