import type { Vector } from './featureSpace.ts';
import { descend, hideSome, isMany, type Rows, type Scorer, type Steps, surprise } from './learning.ts';
import { type SeededRandom, seededRandom } from './seededRandom.ts';

/** Hidden units: what messages have in common beyond their words. */
const HIDDEN_UNITS = 64;
const SCALE = 5;
const RATE = 0.05;
/** Shares of features and of hidden units that are hidden in each step. */
const FEATURES_HIDDEN = 0.4;
const UNITS_HIDDEN = 0.2;
/** Small at first: a feature that is seldom seen must not add noise. */
const START = 0.03;
/** Few examples are gone through more often. */
const epochsFor = (examples: number): number => (isMany(examples) ? 12 : 20);

/**
 * A network of one hidden layer (rectified linear) over the same features as the softmax. It errs differently, so the mean of both
 * is better than either.
 */
export class TwoLayers implements Scorer {
  readonly #classes: number;
  readonly #inner: Float32Array;
  readonly #innerBias = new Float32Array(HIDDEN_UNITS);
  readonly #outer: Float32Array;
  readonly #outerBias: Float32Array;
  readonly #units = new Float32Array(HIDDEN_UNITS);

  private constructor(classes: number, features: number, random: SeededRandom) {
    const spread = (size: number, width: number) => {
      const start = new Float32Array(size);
      for (let i = 0; i < size; i++) start[i] = (random.next() + random.next() + random.next() - 1.5) * 2 * width;
      return start;
    };
    this.#classes = classes;
    this.#inner = spread(features * HIDDEN_UNITS, START);
    this.#outer = spread(HIDDEN_UNITS * classes, Math.sqrt(1 / HIDDEN_UNITS));
    this.#outerBias = new Float32Array(classes);
  }

  /** Trains by stochastic gradient descent. */
  static *train({ vectors, labels, rows, classes, features, seed = 1 }: Rows): Steps<TwoLayers> {
    const random = seededRandom(seed);
    const model = new TwoLayers(classes, features, random);
    const scores = new Float32Array(classes);
    yield* descend(
      rows,
      { epochs: epochsFor(rows.length), rate: RATE, random, resting: !isMany(rows.length) },
      (row, rate) => model.#learn(hideSome(vectors[row]!, FEATURES_HIDDEN, random), labels[row]!, rate, scores, random),
    );
    return model;
  }

  #learn(vector: Vector, label: number, rate: number, scores: Float32Array, random: SeededRandom): number {
    const units = this.#units;
    const inner = this.#inner;
    const innerBias = this.#innerBias;
    const outer = this.#outer;
    const outerBias = this.#outerBias;
    const classes = this.#classes;
    this.#excite(vector);
    for (let j = 0; j < HIDDEN_UNITS; j++) {
      if (units[j]! > 0) units[j] = random.next() < UNITS_HIDDEN ? 0 : units[j]! / (1 - UNITS_HIDDEN);
    }
    this.#conclude(scores);
    const lack = surprise(scores, label);
    for (let k = 0; k < classes; k++) outerBias[k]! -= rate * scores[k]!;
    // From here on `units` holds what each hidden unit has to change.
    for (let j = 0; j < HIDDEN_UNITS; j++) {
      if (units[j] === 0) continue;
      const at = j * classes;
      const pace = units[j]! * rate;
      let blame = 0;
      for (let k = 0; k < classes; k++) {
        blame += outer[at + k]! * scores[k]!;
        outer[at + k]! -= pace * scores[k]!;
      }
      units[j] = (blame * rate) / (1 - UNITS_HIDDEN);
      innerBias[j]! -= units[j]!;
    }
    const { ids, weights: x } = vector;
    for (let i = 0; i < ids.length; i++) {
      const at = ids[i]! * HIDDEN_UNITS;
      const value = x[i]! * SCALE;
      for (let j = 0; j < HIDDEN_UNITS; j++) inner[at + j]! -= units[j]! * value;
    }
    return lack;
  }

  /** From features to hidden units. */
  #excite({ ids, weights: x }: Vector): void {
    const units = this.#units;
    const inner = this.#inner;
    units.set(this.#innerBias);
    for (let i = 0; i < ids.length; i++) {
      const at = ids[i]! * HIDDEN_UNITS;
      const value = x[i]! * SCALE;
      for (let j = 0; j < HIDDEN_UNITS; j++) units[j]! += inner[at + j]! * value;
    }
    for (let j = 0; j < HIDDEN_UNITS; j++) if (units[j]! < 0) units[j] = 0;
  }

  /** From hidden units to classes. */
  #conclude(out: Float32Array): void {
    const classes = this.#classes;
    const outer = this.#outer;
    const units = this.#units;
    out.set(this.#outerBias);
    for (let j = 0; j < HIDDEN_UNITS; j++) {
      const unit = units[j]!;
      if (unit === 0) continue;
      const at = j * classes;
      for (let k = 0; k < classes; k++) out[k]! += outer[at + k]! * unit;
    }
  }

  logits(vector: Vector, out: Float32Array = new Float32Array(this.#classes)): Float32Array {
    this.#excite(vector);
    this.#conclude(out);
    return out;
  }
}
