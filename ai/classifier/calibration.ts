import { isMany, type Rows, type Scorer, type Steps } from './learning.ts';
import { seededRandom } from './seededRandom.ts';

/** `sharpness` multiplies the logits so that confidence is honest; below `threshold` the message belongs to no intent. */
export type Calibration = { sharpness: number; threshold: number };

/** A third of the examples is held out; where examples are many, one third tells enough, and twice as much training would not tell more. */
const FOLDS = 3;

type Judged = { logits: Float32Array; label: number; known: boolean };

/**
 * Finds both numbers on the training data alone, by cross-validation. Where `none` has examples, they show what is to be refused.
 * Where it has none, only what is sure enough is answered.
 */
export function* calibrate(
  { vectors, labels, rows, classes, features }: Rows,
  { train, none }: { train: (rows: Rows) => Steps<Scorer>; none: number | undefined },
): Steps<Calibration> {
  const order = Uint32Array.from(rows);
  seededRandom(3).shuffle(order);
  const judged: Judged[] = [];
  for (let fold = 0; fold < (isMany(order.length) ? 1 : FOLDS); fold++) {
    const kept = order.filter((_, i) => i % FOLDS !== fold);
    const model = yield* train({ vectors, labels, rows: kept, classes, features, seed: 10 + fold });
    for (const row of order.filter((_, i) => i % FOLDS === fold)) {
      judged.push({ logits: model.logits(vectors[row]!), label: labels[row]!, known: labels[row] !== none });
    }
  }
  const sharpness = yield* bestSharpness(judged.filter(({ known }) => known));
  yield;
  return { sharpness, threshold: bestThreshold(judged, sharpness, none) };
}

/** The sharpness under which the held-out answers are least surprising (temperature scaling, Guo et al. 2017). */
function* bestSharpness(judged: readonly Judged[]): Steps<number> {
  let best = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let sharpness = 0.4; sharpness <= 3; sharpness *= 1.1) {
    let surprise = 0;
    yield;
    for (const { logits, label } of judged) surprise -= Math.log(probability(logits, label, sharpness) + 1e-9);
    if (surprise < least) {
      least = surprise;
      best = sharpness;
    }
  }
  return best;
}

function probability(logits: Float32Array, k: number, sharpness: number): number {
  let sum = 0;
  for (const logit of logits) sum += Math.exp((logit - logits[k]!) * sharpness);
  return 1 / sum;
}

/** Without examples of `none` nobody can say how often the unknown is asked; then this share of right answers may be lost to refuse it. */
const LOSS = 0.01;

/**
 * The threshold under which a message belongs nowhere. With examples of `none`: the one with the most messages read rightly,
 * known intents answered and unknown ones refused. Without: the highest that keeps all but `LOSS` of the right answers.
 */
function bestThreshold(judged: readonly Judged[], sharpness: number, none: number | undefined): number {
  const rows = judged.map(({ logits, label, known }) => {
    const top = logits.indexOf(Math.max(...logits));
    return { top: top === none ? 0 : probability(logits, top, sharpness), right: known && top === label, known };
  });
  if (none === undefined) {
    const right = rows
      .filter((row) => row.right)
      .map(({ top }) => top)
      .sort((a, b) => a - b);
    return right[Math.floor(right.length * LOSS)] ?? 0;
  }
  let best = 0;
  let most = -1;
  for (let threshold = 0; threshold < 0.95; threshold += 0.01) {
    const worth = rows.filter(({ top, right, known }) => (known ? right && top >= threshold : top < threshold)).length;
    if (worth > most) {
      most = worth;
      best = threshold;
    }
  }
  return best;
}
