import { Blend } from './classifier/blend.ts';
import { type Calibration, calibrate } from './classifier/calibration.ts';
import { type ConceptsIn, everydayConcepts } from './classifier/concepts.ts';
import { FeatureSpace } from './classifier/featureSpace.ts';
import { type Rows, type Scorer, type Steps, toProbabilities } from './classifier/learning.ts';
import { Softmax } from './classifier/softmax.ts';
import { atOnce } from './classifier/steps.ts';
import { NONE } from './reading.ts';

/** One training example. The intent `none` is allowed: it is what belongs nowhere. */
export type Example = { text: string; intent: string };

/** `confidence`: the calibrated probability that `intent` is right. `ranking`: all intents but none, best first. */
export type Classification = { intent: string; confidence: number; ranking: { intent: string; probability: number }[] };

/** Reads intents off messages; trained from examples, never changed afterwards. */
export interface Classifier {
  readonly intents: readonly string[];
  /** The intent, or `none` if it is more likely that none of them fits. */
  classify(text: string): Classification;
  /** The best intent even if none fits well. */
  best(text: string): string;
}

/** Thrown when there is nothing to choose between. */
export class TooFewExamplesError extends Error {
  constructor() {
    super('A classifier needs examples of at least two intents.');
    this.name = 'TooFewExamplesError';
  }
}

/** So many examples are learnt in a second, by the linear model alone; for more the network is trained as well. */
const QUICK = 500;

/** `rejecting: false` saves the cross-validation that finds where `none` begins; then `none` is answered only as an intent with examples of its own. `thorough`: whether the network is trained beside the linear model, in ten times the time. `conceptsIn` adds knowledge of words that the examples lack. */
export type TrainingOptions = { rejecting?: boolean; thorough?: boolean; conceptsIn?: ConceptsIn };

/** Trains a classifier at once; see `trainingSteps`. */
export const trainClassifier = (examples: readonly Example[], options?: TrainingOptions): Classifier =>
  atOnce(trainingSteps(examples, options));

/** Trains a linear softmax and a network over n-grams, whose mean reads. The same examples in the same order give the same classifier. */
export function* trainingSteps(
  examples: readonly Example[],
  { rejecting = true, thorough = examples.length > QUICK, conceptsIn = everydayConcepts }: TrainingOptions = {},
): Steps<Classifier> {
  const intents = [...new Set(examples.map(({ intent }) => intent))];
  if (intents.length < 2) throw new TooFewExamplesError();
  const numberOf = new Map(intents.map((intent, number) => [intent, number]));
  const labels = Uint32Array.from(examples, ({ intent }) => numberOf.get(intent)!);
  const space = yield* FeatureSpace.of(
    examples.map(({ text }) => text),
    conceptsIn,
  );
  const none = numberOf.get(NONE);
  const rows = {
    vectors: space.training,
    labels,
    rows: labels.map((_, row) => row),
    classes: intents.length,
    features: space.size,
  };
  const train: (rows: Rows) => Steps<Scorer> = thorough ? Blend.train : Softmax.train;
  const model = yield* train(rows);
  const calibration: Calibration = rejecting ? yield* calibrate(rows, { train, none }) : { sharpness: 1, threshold: 0 };
  space.letTrainingGo();
  const p = new Float32Array(intents.length);

  const rank = (text: string) => {
    const vector = space.read(text);
    toProbabilities(model.logits(vector, p), calibration.sharpness);
    const ranking = intents
      .map((intent, k) => ({ intent, probability: p[k]! }))
      .filter(({ intent }) => intent !== NONE)
      .sort((a, b) => b.probability - a.probability);
    return { ranking, understood: vector.ids.length > 0 };
  };
  return {
    intents: intents.filter((intent) => intent !== NONE),
    classify(text) {
      const { ranking, understood } = rank(text);
      const [top] = ranking;
      const noneProbability = none === undefined ? 0 : p[none]!;
      const unlikely = top!.probability < calibration.threshold || top!.probability < noneProbability;
      if (unlikely || (rejecting && !understood)) {
        return { intent: NONE, confidence: 1 - top!.probability, ranking };
      }
      return { intent: top!.intent, confidence: top!.probability, ranking };
    },
    best: (text) => rank(text).ranking[0]!.intent,
  };
}
