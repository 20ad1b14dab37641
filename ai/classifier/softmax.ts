import type { Vector } from './featureSpace.ts';
import { descend, hideSome, isMany, type Rows, type Scorer, type Steps, surprise } from './learning.ts';
import { seededRandom } from './seededRandom.ts';

/** Unit vectors are scaled so that the learning rate needs no tuning per data set. */
const SCALE = 10;
const EPOCHS = 15;
/** The share of features that is hidden in each step where examples are many. */
const HIDDEN = 0.6;
/** The more examples, the smaller the steps. */
const rateFor = (examples: number): number => Math.min(0.5, Math.max(0.2, 0.5 * Math.sqrt(1000 / examples)));
/** Classes whose gradient is smaller are not updated: nine in ten, and the result is the same to the second decimal. */
const NEGLIGIBLE = 1e-3;

/** Multinomial logistic regression: one weight for each feature and class, kept by feature. */
export class Softmax implements Scorer {
  readonly #classes: number;
  readonly #weights: Float32Array;
  readonly #bias: Float32Array;

  private constructor(classes: number, features: number) {
    this.#classes = classes;
    this.#weights = new Float32Array(features * classes);
    this.#bias = new Float32Array(classes);
  }

  /** Trains by stochastic gradient descent. */
  static *train({ vectors, labels, rows, classes, features, seed = 1 }: Rows): Steps<Softmax> {
    const model = new Softmax(classes, features);
    const random = seededRandom(seed);
    const hiding = isMany(rows.length);
    const p = new Float32Array(classes);
    const active = new Uint32Array(classes);
    yield* descend(rows, { epochs: EPOCHS, rate: rateFor(rows.length), random, resting: !hiding }, (row, rate) => {
      const vector = vectors[row]!;
      return model.#learn(hiding ? hideSome(vector, HIDDEN, random) : vector, labels[row]!, rate, p, active);
    });
    return model;
  }

  #learn(vector: Vector, label: number, rate: number, p: Float32Array, active: Uint32Array): number {
    const classes = this.#classes;
    const weights = this.#weights;
    this.logits(vector, p);
    const lack = surprise(p, label);
    let count = 0;
    for (let k = 0; k < classes; k++) if (Math.abs(p[k]!) > NEGLIGIBLE) active[count++] = k;
    const { ids, weights: x } = vector;
    for (let i = 0; i < ids.length; i++) {
      const at = ids[i]! * classes;
      const pace = rate * x[i]!;
      for (let a = 0; a < count; a++) {
        const k = active[a]!;
        weights[at + k]! -= pace * p[k]!;
      }
    }
    for (let a = 0; a < count; a++) this.#bias[active[a]!]! -= rate * 0.01 * p[active[a]!]!;
    return lack;
  }

  logits({ ids, weights: x }: Vector, out: Float32Array = new Float32Array(this.#classes)): Float32Array {
    const classes = this.#classes;
    const weights = this.#weights;
    out.set(this.#bias);
    for (let i = 0; i < ids.length; i++) {
      const at = ids[i]! * classes;
      const value = x[i]! * SCALE;
      for (let k = 0; k < classes; k++) out[k]! += weights[at + k]! * value;
    }
    return out;
  }
}
