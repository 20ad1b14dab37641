import { FeatureSpace } from '../classifier/featureSpace.ts';
import { Softmax } from '../classifier/softmax.ts';

/** A linear model of feeling. `good`: the probability (0 to 1) that the text speaks well of its subject. */
export type FeelingModel = { good(text: string): number };

/** Trains on texts marked good or bad. */
export function trainFeeling(rows: readonly { text: string; good: boolean }[]): FeelingModel {
  const space = new FeatureSpace(rows.map(({ text }) => text));
  const labels = Uint32Array.from(rows, ({ good }) => Number(good));
  const softmax = new Softmax(space.training, labels, {
    classes: 2,
    features: space.size,
    rows: labels.map((_, i) => i),
  });
  return { good: (text) => softmax.probabilities(space.read(text))[1]! };
}
