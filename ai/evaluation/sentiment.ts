import { trainFeeling } from '../sentiment/model.ts';
import { type Figures, f1, rounded, share, timed, warmUp } from './measures.ts';
import { EvaluationDataError, type LabelledRow } from './rows.ts';

const good = new Set(['1', 'positive', 'pos', 'good', 'true', '正面', '正向', '积极', '好评', '好']);
const bad = new Set(['0', '-1', 'negative', 'neg', 'bad', 'false', '负面', '负向', '消极', '差评', '差', '坏']);

function labelOf({ label }: LabelledRow): '1' | '0' {
  if (good.has(label.toLowerCase())) return '1';
  if (bad.has(label.toLowerCase())) return '0';
  throw new EvaluationDataError(`"${label}" is no label of feeling: use 1, positive or 正面; 0, negative or 负面.`);
}

/** Trains the linear model of feeling on one file of good (1) and bad (0) texts and reads another. */
export function evaluateSentiment(train: readonly LabelledRow[], test: readonly LabelledRow[]): Figures {
  for (const row of test) labelOf(row);
  const { result: model, ms: trained } = timed(() =>
    trainFeeling(train.map((row) => ({ text: row.text, good: labelOf(row) === '1' }))),
  );
  warmUp(test, ({ text }) => model.good(text));
  const { result: pairs, ms } = timed(() =>
    test.map((row) => ({ truth: labelOf(row), guess: model.good(row.text) >= 0.5 ? '1' : '0' })),
  );
  return {
    accuracy: rounded(share(pairs.filter(({ truth, guess }) => truth === guess).length, pairs.length)),
    negativeF1: rounded(f1(pairs, '0')),
    positiveF1: rounded(f1(pairs, '1')),
    msPerMessage: rounded(ms / test.length),
    trainSeconds: rounded(trained / 1000, 3),
    trained: train.length,
    tested: test.length,
  };
}
