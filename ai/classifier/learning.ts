import type { Vector } from './featureSpace.ts';
import type { SeededRandom } from './seededRandom.ts';

/** What a model is trained from: `rows` picks among the vectors; the same `seed` gives the same model. */
export type Rows = {
  vectors: readonly Vector[];
  labels: ArrayLike<number>;
  rows: ArrayLike<number>;
  classes: number;
  features: number;
  seed?: number;
};

/** Work in steps: whoever runs it may do something else between them; `steps.ts` runs it to its end. */
export type Steps<T> = Generator<void, T, void>;

/** A trained model: scores for a vector, one for each class. */
export interface Scorer {
  /** The score of each class before it becomes a probability, into `out`. */
  logits(vector: Vector, out?: Float32Array): Float32Array;
}

/** So many examples are gone through between two steps: some milliseconds. */
const AT_ONCE = 32;

/** An example whose right class is missed by less than this has been learnt, and may rest for some epochs. */
const LEARNT = 0.03;
const REST = 2;

/**
 * Goes through the rows `epochs` times, each time in another order, with a rate that falls from `rate` to nothing; `learn` gives what
 * the right class lacked. `resting`: what has been learnt is passed over for a while. A linear model of few examples is none the
 * worse for it and twice as quick; a network, or one of many examples, is worse.
 */
export function* descend(
  rows: ArrayLike<number>,
  { epochs, rate, random, resting = false }: { epochs: number; rate: number; random: SeededRandom; resting?: boolean },
  learn: (row: number, rate: number) => number,
): Steps<void> {
  const order = Uint32Array.from(rows);
  const restsUntil = new Map<number, number>();
  for (let epoch = 0; epoch < epochs; epoch++) {
    random.shuffle(order);
    const falling = rate * (1 - epoch / epochs);
    for (let i = 0; i < order.length; i++) {
      if (i % AT_ONCE === 0) yield;
      const row = order[i]!;
      if (resting && (restsUntil.get(row) ?? 0) > epoch) continue;
      if (learn(row, falling) < LEARNT && resting) restsUntil.set(row, epoch + 1 + REST);
    }
  }
}

/** From this many examples on, no single one and no single feature is relied on: features are hidden by chance, rare ones left out. */
const MANY = 3000;
/** Whether so many examples are many. */
export const isMany = (examples: number): boolean => examples >= MANY;

/** The vector with that share of its features hidden by chance and the others stronger by as much (dropout). */
export function hideSome({ ids, weights }: Vector, hidden: number, random: SeededRandom): Vector {
  const part = { ids: new Uint32Array(ids.length), weights: new Float32Array(ids.length) };
  let length = 0;
  for (let i = 0; i < ids.length; i++) {
    if (random.next() < hidden) continue;
    part.ids[length] = ids[i]!;
    part.weights[length++] = weights[i]! / (1 - hidden);
  }
  return { ids: part.ids.subarray(0, length), weights: part.weights.subarray(0, length) };
}

/** Turns scores into probabilities, in place. `sharpness` multiplies the scores (see calibration). */
export function toProbabilities(scores: Float32Array, sharpness = 1): Float32Array {
  let top = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < scores.length; k++) if (scores[k]! > top) top = scores[k]!;
  let sum = 0;
  for (let k = 0; k < scores.length; k++) {
    scores[k] = Math.exp((scores[k]! - top) * sharpness);
    sum += scores[k]!;
  }
  for (let k = 0; k < scores.length; k++) scores[k]! /= sum;
  return scores;
}

/** Turns scores into the gradient of the loss: probabilities, less one for the right class. In place. Gives what the right class lacked. */
export function surprise(scores: Float32Array, label: number): number {
  toProbabilities(scores);
  scores[label]! -= 1;
  return -scores[label]!;
}
