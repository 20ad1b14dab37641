import { type ConceptsIn, everydayConcepts } from './concepts.ts';
import { type Features, featuresOf } from './features.ts';
import { isMany, type Steps } from './learning.ts';

/** A text as numbered features with weights, of length 1 (or 0, if nothing in it is known). */
export type Vector = { ids: Uint32Array; weights: Float32Array };

/** How strongly rare features are preferred: weight = idf to this power. Measured, see docs/decisions/0012. */
const IDF_POWER = 0.4;

/** So many texts are read between two steps. */
const AT_ONCE = 64;
const FEATURES_AT_ONCE = 4096;

/** The features of the training texts, numbered, with their weights; others are unknown and left out. */
export class FeatureSpace {
  readonly #idOf = new Map<number, number>();
  readonly #conceptsIn: ConceptsIn;
  #idf = new Float32Array();
  /** The training texts as vectors, in their order; empty once they were let go. */
  readonly training: Vector[] = [];

  private constructor(conceptsIn: ConceptsIn) {
    this.#conceptsIn = conceptsIn;
  }

  /** Where examples are many, a feature counts only if two of them have it: two thirds of the memory hold slips and names. */
  static *of(texts: readonly string[], conceptsIn: ConceptsIn = everydayConcepts): Steps<FeatureSpace> {
    const space = new FeatureSpace(conceptsIn);
    const seen = new Map<number, number>();
    const all: Features[] = [];
    for (const text of texts) {
      const features = featuresOf(text, conceptsIn);
      for (const hash of features.keys()) seen.set(hash, (seen.get(hash) ?? 0) + 1);
      if (all.push(features) % AT_ONCE === 0) yield;
    }
    const least = isMany(texts.length) ? 2 : 1;
    const idf: number[] = [];
    for (const [hash, count] of seen) {
      if (count < least) continue;
      space.#idOf.set(hash, idf.length);
      if (idf.push(Math.log(1 + texts.length / count) ** IDF_POWER) % FEATURES_AT_ONCE === 0) yield;
    }
    space.#idf = Float32Array.from(idf);
    for (const features of all) if (space.training.push(space.#vector(features)) % AT_ONCE === 0) yield;
    return space;
  }

  get size(): number {
    return this.#idf.length;
  }

  /** Frees the memory of the training texts. */
  letTrainingGo(): void {
    this.training.length = 0;
  }

  /** A text as the training texts see it. */
  read(text: string): Vector {
    return this.#vector(featuresOf(text, this.#conceptsIn));
  }

  #vector(features: Features): Vector {
    const ids = new Uint32Array(features.size);
    const weights = new Float32Array(features.size);
    let length = 0;
    let square = 0;
    for (const [hash, strength] of features) {
      const id = this.#idOf.get(hash);
      if (id === undefined) continue;
      const weight = strength * this.#idf[id]!;
      ids[length] = id;
      weights[length++] = weight;
      square += weight * weight;
    }
    const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
    for (let i = 0; i < length; i++) weights[i]! *= scale;
    return { ids: ids.subarray(0, length), weights: weights.subarray(0, length) };
  }
}
