import type { Vector } from './featureSpace.ts';
import { seededRandom } from './seededRandom.ts';

/** Unit vectors are scaled so that the learning rate needs no tuning per data set. */
const SCALE = 10;
const EPOCHS = 15;
const RATE = 0.5;
/** Classes whose gradient is smaller are not updated: nine in ten, and the result is the same to the second decimal. */
const NEGLIGIBLE = 1e-3;

/** Multinomial logistic regression: one weight for each feature and class, rows by feature. */
export class Softmax {
  readonly classes: number;
  private readonly weights: Float32Array;
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
    const random = seededRandom(seed);
    const order = Uint32Array.from(rows);
    const p = new Float32Array(classes);
    for (let epoch = 0; epoch < EPOCHS; epoch++) {
      random.shuffle(order);
      const rate = RATE * (1 - epoch / EPOCHS);
      for (const row of order) this.learn(vectors[row]!, labels[row]!, rate, p);
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
