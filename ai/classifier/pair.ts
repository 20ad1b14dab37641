import type { Vector } from './featureSpace.ts';
import type { Rows, Scorer, Steps } from './learning.ts';
import { Softmax } from './softmax.ts';
import { TwoLayers } from './twoLayers.ts';

/** The mean of the scores of two models that err differently. */
export class Pair implements Scorer {
  readonly #linear: Softmax;
  readonly #layered: TwoLayers;
  readonly #scores: Float32Array;

  private constructor(linear: Softmax, layered: TwoLayers, classes: number) {
    this.#linear = linear;
    this.#layered = layered;
    this.#scores = new Float32Array(classes);
  }

  static *train(rows: Rows): Steps<Pair> {
    return new Pair(yield* Softmax.train(rows), yield* TwoLayers.train(rows), rows.classes);
  }

  logits(vector: Vector, out?: Float32Array): Float32Array {
    const mean = this.#linear.logits(vector, out);
    this.#layered.logits(vector, this.#scores);
    for (let k = 0; k < mean.length; k++) mean[k] = (mean[k]! + this.#scores[k]!) / 2;
    return mean;
  }
}
