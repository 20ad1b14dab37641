import { seededRandom } from '../classifier/seededRandom.ts';
import { type Classifier, trainClassifier } from '../classifier.ts';
import { NONE } from '../reading.ts';
import { type Figures, memoryMb, rounded, share, timed, warmUp } from './measures.ts';
import { EvaluationDataError, type LabelledRow } from './rows.ts';

const examplesOf = (rows: readonly LabelledRow[]) => rows.map(({ text, label }) => ({ text, intent: label }));

/** Classes are balanced by taking the same number of rows of each, in an order that depends on the seed alone. */
export function perIntent(rows: readonly LabelledRow[], count: number, seed = 1): LabelledRow[] {
  const order = Uint32Array.from(rows.keys());
  seededRandom(seed).shuffle(order);
  const taken = new Map<string, number>();
  return [...order]
    .map((i) => rows[i]!)
    .filter(({ label }) => {
      const n = (taken.get(label) ?? 0) + 1;
      taken.set(label, n);
      return n <= count;
    });
}

/** Rows dealt into `count` folds, each label spread evenly over them. */
function folded(rows: readonly LabelledRow[], count: number): LabelledRow[][] {
  const order = Uint32Array.from(rows.keys());
  seededRandom(1).shuffle(order);
  const folds: LabelledRow[][] = Array.from({ length: count }, () => []);
  const dealt = new Map<string, number>();
  for (const i of order) {
    const row = rows[i]!;
    const n = dealt.get(row.label) ?? 0;
    dealt.set(row.label, n + 1);
    folds[n % count]!.push(row);
  }
  return folds;
}

/**
 * Trains on one set and reads another. Rows of `test` that belong nowhere are counted with `oos`; those of `train` show what is to be
 * refused. `accuracy`: the best intent is right; `inScopeAccuracy`: right and not refused as none, at the
 * threshold chosen on the training data; `oosRecall`: share of `oos` refused. The latter two need `oos`.
 */
export function evaluateIntents(
  train: readonly LabelledRow[],
  asked: readonly LabelledRow[],
  strays: readonly LabelledRow[] = [],
): Figures {
  const test = asked.filter(({ label }) => label !== NONE);
  const oos = [...strays, ...asked.filter(({ label }) => label === NONE)];
  if (test.length === 0) throw new EvaluationDataError('The test file needs rows that belong to an intent.');
  if (new Set(train.map(({ label }) => label)).size < 2) {
    throw new EvaluationDataError('The training file needs rows of at least two labels.');
  }
  const before = memoryMb();
  const { result: classifier, ms: trained } = timed(() =>
    trainClassifier(examplesOf(train), { rejecting: oos.length > 0 }),
  );
  const memory = memoryMb() - before;
  warmUp(test, ({ text }) => classifier.best(text));
  const { result: right, ms } = timed(() => test.filter(({ text, label }) => classifier.best(text) === label).length);
  return {
    accuracy: rounded(share(right, test.length)),
    ...(oos.length > 0 && rejection(classifier, test, oos)),
    msPerMessage: rounded(ms / test.length),
    trainSeconds: rounded(trained / 1000, 3),
    memoryMb: rounded(memory, 1),
    intents: classifier.intents.length,
    trained: train.length,
    tested: test.length,
  };
}

function rejection(classifier: Classifier, test: readonly LabelledRow[], oos: readonly LabelledRow[]): Figures {
  const kept = test.filter(({ text, label }) => classifier.classify(text).intent === label).length;
  const refused = oos.filter(({ text }) => classifier.classify(text).intent === NONE).length;
  const refusedWrongly = test.filter(({ text }) => classifier.classify(text).intent === NONE).length;
  return {
    inScopeAccuracy: rounded(share(kept, test.length)),
    oosRecall: rounded(share(refused, oos.length)),
    oosPrecision: rounded(share(refused, refused + refusedWrongly)),
  };
}

/** Cross-validation on one file; `limit` takes that many training rows of each intent. */
export function evaluateIntentsByFolds(rows: readonly LabelledRow[], count: number, limit?: number): Figures {
  const folds = folded(rows, count);
  const each = folds.map((test, k) => {
    const rest = folds.filter((_, i) => i !== k).flat();
    return evaluateIntents(limit ? perIntent(rest, limit, k + 1) : rest, test);
  });
  const mean = (name: string) => rounded(each.reduce((sum, figures) => sum + figures[name]!, 0) / count);
  return {
    accuracy: mean('accuracy'),
    worstFold: Math.min(...each.map(({ accuracy }) => accuracy!)),
    msPerMessage: mean('msPerMessage'),
    trainSeconds: mean('trainSeconds'),
    memoryMb: mean('memoryMb'),
    intents: mean('intents'),
    folds: count,
    tested: rows.length,
  };
}
