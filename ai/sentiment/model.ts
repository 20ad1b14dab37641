import { FeatureSpace } from '../classifier/featureSpace.ts';
import { toProbabilities } from '../classifier/learning.ts';
import { Softmax } from '../classifier/softmax.ts';
import { atOnce } from '../classifier/steps.ts';
import { weighed } from '../classifier/telling.ts';

/** A linear model of feeling. `good`: the probability (0 to 1) that the text speaks well of its subject. */
export type FeelingModel = { good(text: string): number };

/** Every feature counts as seen half a time more than it was, so that none is certain. */
const UNSEEN = 0.5;
/** A feature that takes no side is kept, but small. */
const NO_SIDE = 0.1;

/**
 * Trains on texts marked good or bad. Features are weighted beforehand by how clearly they take a side, the root of their
 * log-count ratio (Wang and Manning 2012, "Baselines and Bigrams").
 */
export function trainFeeling(rows: readonly { text: string; good: boolean }[]): FeelingModel {
  const space = atOnce(FeatureSpace.of(rows.map(({ text }) => text)));
  const labels = Uint32Array.from(rows, ({ good }) => Number(good));
  const sides = sidesOf(space, labels);
  const vectors = space.training.map((vector) => weighed(vector, sides));
  const model = atOnce(
    Softmax.train({ vectors, labels, classes: 2, features: space.size, rows: labels.map((_, i) => i) }),
  );
  return { good: (text) => toProbabilities(model.logits(weighed(space.read(text), sides)))[1]! };
}

function sidesOf(space: FeatureSpace, labels: Uint32Array): Float32Array {
  const seen = [new Float32Array(space.size).fill(UNSEEN), new Float32Array(space.size).fill(UNSEEN)] as const;
  space.training.forEach(({ ids }, row) => {
    const counts = seen[labels[row] as 0 | 1];
    for (const id of ids) counts[id]!++;
  });
  const good = Math.max(1, labels.filter((label) => label === 1).length);
  const bad = Math.max(1, labels.length - good);
  return Float32Array.from(seen[0], (inBad, id) =>
    Math.sqrt(NO_SIDE + Math.abs(Math.log(seen[1][id]! / good / (inBad / bad)))),
  );
}
