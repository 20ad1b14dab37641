import { trainFeeling } from '../sentiment/model.ts';
import { type Figures, f1, rounded, share, timed, warmUp } from './measures.ts';
import { EvaluationDataError, type LabelledRow } from './rows.ts';

const words: Record<string, string> = {
  positive: '1',
  negative: '0',
  pos: '1',
  neg: '0',
  good: '1',
  bad: '0',
  true: '1',
  false: '0',
};
const labelOf = ({ label }: LabelledRow): string => words[label.toLowerCase()] ?? label;

/** Trains the linear model of feeling on one file of good (1) and bad (0) texts and reads another. */
export function evaluateSentiment(train: readonly LabelledRow[], test: readonly LabelledRow[]): Figures {
  for (const row of [...train, ...test]) {
    if (!['0', '1'].includes(labelOf(row))) {
      throw new EvaluationDataError(`"${row.label}" is no label of feeling: use 1 or positive, 0 or negative.`);
    }
  }
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
