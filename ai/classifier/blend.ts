import type { Vector } from './featureSpace.ts';
import type { Rows, Scorer, Steps } from './learning.ts';
import { Softmax } from './softmax.ts';
import { informationOf, weighed } from './telling.ts';
import { TwoLayers } from './twoLayers.ts';

/** A linear model and a network over features weighted by what they tell. They err differently: the mean of their scores is better than either. */
export class Blend implements Scorer {
  readonly #telling: Float32Array;
  readonly #models: readonly Scorer[];
  readonly #scores: Float32Array;

  private constructor(telling: Float32Array, models: readonly Scorer[], classes: number) {
    this.#telling = telling;
    this.#models = models;
    this.#scores = new Float32Array(classes);
  }

  static *train(rows: Rows): Steps<Blend> {
    const telling = informationOf(rows);
    yield;
    const seen = { ...rows, vectors: rows.vectors.map((vector) => weighed(vector, telling)) };
    yield;
    return new Blend(telling, [yield* Softmax.train(seen), yield* TwoLayers.train(seen)], rows.classes);
  }

  logits(vector: Vector, out: Float32Array = new Float32Array(this.#scores.length)): Float32Array {
    const seen = weighed(vector, this.#telling);
    out.fill(0);
    for (const model of this.#models) {
      model.logits(seen, this.#scores);
      for (let k = 0; k < out.length; k++) out[k]! += this.#scores[k]! / this.#models.length;
    }
    return out;
  }
}
