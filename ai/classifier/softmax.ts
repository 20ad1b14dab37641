import type { Vector } from './featureSpace.ts';
import { seededRandom } from './seededRandom.ts';

/** Unit vectors are scaled so that the learning rate needs no tuning per data set. */
const SCALE = 10;
const EPOCHS = 15;
/**
 * From this many examples on, half of the features are hidden in each step, so that none of the many is relied on alone (dropout),
 * and the mean of several trainings is taken: of a linear model that is one model again, no slower to ask.
 */
const MANY = 3000;
const HIDDEN = 0.5;
const TRAININGS = 3;
/** Beyond this one training is as good, and takes its time. */
const PLENTY = 20_000;
/** The more examples, the smaller the steps. */
const rateFor = (examples: number): number => Math.min(0.5, Math.max(0.2, 0.5 * Math.sqrt(1000 / examples)));
/** Classes whose gradient is smaller are not updated: nine in ten, and the result is the same to the second decimal. */
const NEGLIGIBLE = 1e-3;

/** The vector with some features hidden and the others stronger by as much. */
function partOf({ ids, weights }: Vector, random: { next(): number }): Vector {
  const part = { ids: new Uint32Array(ids.length), weights: new Float32Array(ids.length) };
  let length = 0;
  for (let i = 0; i < ids.length; i++) {
    if (random.next() < HIDDEN) continue;
    part.ids[length] = ids[i]!;
    part.weights[length++] = weights[i]! / (1 - HIDDEN);
  }
  return { ids: part.ids.subarray(0, length), weights: part.weights.subarray(0, length) };
}

/** Multinomial logistic regression: one weight for each feature and class, rows by feature. */
export class Softmax {
  readonly classes: number;
  private weights: Float32Array;
  private readonly bias: Float32Array;

  /** Trains by stochastic gradient descent with a falling rate, in an order that depends on `seed` alone. `rows` picks vectors. */
  constructor(
    vectors: readonly Vector[],
    labels: ArrayLike<number>,
    {
      classes,
      features,
      rows,
      seed = 1,
    }: { classes: number; features: number; rows: ArrayLike<number>; seed?: number },
  ) {
    this.classes = classes;
    this.weights = new Float32Array(features * classes);
    this.bias = new Float32Array(classes);
    if (rows.length <= MANY || rows.length > PLENTY) {
      this.train(vectors, labels, rows, seed, rows.length > MANY);
      return;
    }
    const mean = new Float32Array(this.weights.length);
    for (let training = 0; training < TRAININGS; training++) {
      this.weights.fill(0);
      this.train(vectors, labels, rows, seed + training, true);
      for (let i = 0; i < mean.length; i++) mean[i]! += this.weights[i]! / TRAININGS;
    }
    this.weights = mean;
  }

  private train(
    vectors: readonly Vector[],
    labels: ArrayLike<number>,
    rows: ArrayLike<number>,
    seed: number,
    hiding: boolean,
  ): void {
    const random = seededRandom(seed);
    const order = Uint32Array.from(rows);
    const p = new Float32Array(this.classes);
    const firstRate = rateFor(order.length);
    for (let epoch = 0; epoch < EPOCHS; epoch++) {
      random.shuffle(order);
      const rate = firstRate * (1 - epoch / EPOCHS);
      for (const row of order) {
        const vector = vectors[row]!;
        this.learn(hiding ? partOf(vector, random) : vector, labels[row]!, rate, p);
      }
    }
  }

  private learn({ ids, weights: x }: Vector, label: number, rate: number, p: Float32Array): void {
    const { classes, weights } = this;
    this.probabilities({ ids, weights: x }, p);
    p[label]! -= 1;
    const active: number[] = [];
    for (let k = 0; k < classes; k++) if (Math.abs(p[k]!) > NEGLIGIBLE) active.push(k);
    for (let i = 0; i < ids.length; i++) {
      const at = ids[i]! * classes;
      const pace = rate * x[i]!;
      for (let a = 0; a < active.length; a++) {
        const k = active[a]!;
        weights[at + k]! -= pace * p[k]!;
      }
    }
    for (const k of active) this.bias[k]! -= rate * 0.01 * p[k]!;
  }

  /** The score of each class before it becomes a probability, into `out`. */
  logits({ ids, weights: x }: Vector, out: Float32Array = new Float32Array(this.classes)): Float32Array {
    const { classes, weights } = this;
    out.set(this.bias);
    for (let i = 0; i < ids.length; i++) {
      const at = ids[i]! * classes;
      const value = x[i]! * SCALE;
      for (let k = 0; k < classes; k++) out[k]! += weights[at + k]! * value;
    }
    return out;
  }

  /** Class probabilities, into `out`; `sharpness` multiplies the logits (see calibration). */
  probabilities(vector: Vector, out: Float32Array = new Float32Array(this.classes), sharpness = 1): Float32Array {
    this.logits(vector, out);
    let top = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < out.length; k++) if (out[k]! > top) top = out[k]!;
    let sum = 0;
    for (let k = 0; k < out.length; k++) {
      out[k] = Math.exp((out[k]! - top) * sharpness);
      sum += out[k]!;
    }
    for (let k = 0; k < out.length; k++) out[k]! /= sum;
    return out;
  }
}
