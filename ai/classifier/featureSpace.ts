import { type ConceptsIn, everydayConcepts } from './concepts.ts';
import { type Features, featuresOf } from './features.ts';

/** A text as numbered features with weights, of length 1 (or 0, if nothing in it is known). */
export type Vector = { ids: Uint32Array; weights: Float32Array };

/** How strongly rare features are preferred: weight = idf to this power. Measured, see docs/decisions/0011. */
const IDF_POWER = 0.4;

/** The features of the training texts, numbered, with their weights; others are unknown and left out. */
export class FeatureSpace {
  private readonly idOf = new Map<number, number>();
  private readonly idf: Float32Array;
  /** The training texts as vectors, in their order; empty once they were let go. */
  readonly training: Vector[];

  private readonly conceptsIn: ConceptsIn;

  constructor(texts: readonly string[], conceptsIn: ConceptsIn = everydayConcepts) {
    this.conceptsIn = conceptsIn;
    const documents: number[] = [];
    const all = texts.map((text) => {
      const features = featuresOf(text, conceptsIn);
      for (const hash of features.keys()) {
        const id = this.idOf.get(hash);
        if (id === undefined) {
          this.idOf.set(hash, documents.length);
          documents.push(1);
        } else documents[id]!++;
      }
      return features;
    });
    this.idf = Float32Array.from(documents, (n) => Math.log(1 + texts.length / n) ** IDF_POWER);
    this.training = all.map((features) => this.vector(features));
  }

  get size(): number {
    return this.idf.length;
  }

  /** Frees the memory of the training texts. */
  letTrainingGo(): void {
    this.training.length = 0;
  }

  /** A text as the training texts see it. */
  read(text: string): Vector {
    return this.vector(featuresOf(text, this.conceptsIn));
  }

  private vector(features: Features): Vector {
    const ids = new Uint32Array(features.size);
    const weights = new Float32Array(features.size);
    let length = 0;
    let square = 0;
    for (const [hash, strength] of features) {
      const id = this.idOf.get(hash);
      if (id === undefined) continue;
      const weight = strength * this.idf[id]!;
      ids[length] = id;
      weights[length++] = weight;
      square += weight * weight;
    }
    const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
    for (let i = 0; i < length; i++) weights[i]! *= scale;
    return { ids: ids.subarray(0, length), weights: weights.subarray(0, length) };
  }
}
