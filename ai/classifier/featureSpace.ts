import { type ConceptsIn, type Features, featuresOf } from './features.ts';

/** A text as numbered features with weights, of length 1 (or 0, if nothing in it is known). */
export type Vector = { ids: Uint32Array; weights: Float32Array };

/** How strongly rare features are preferred: weight = idf to this power. Measured, see docs/decisions/0010. */
const IDF_POWER = 0.5;
/** How much the concepts of a message weigh beside its grams, whose weight is 1. */
const CONCEPT_SHARE = 0.8;

/** The features of the training texts, numbered, with their weights; others are unknown and left out. */
export class FeatureSpace {
  private readonly idOf = new Map<number, number>();
  private readonly idf: Float32Array;
  /** The training texts as vectors, in their order. */
  readonly training: Vector[];

  private readonly conceptsIn: ConceptsIn | undefined;

  constructor(texts: readonly string[], conceptsIn?: ConceptsIn) {
    this.conceptsIn = conceptsIn;
    const documents: number[] = [];
    const all = texts.map((text) => {
      const features = featuresOf(text, conceptsIn);
      for (const hash of [...features.grams.keys(), ...features.concepts.keys()]) {
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

  /** A text as the training texts see it. */
  read(text: string): Vector {
    return this.vector(featuresOf(text, this.conceptsIn));
  }

  private vector({ grams, concepts }: Features): Vector {
    const ids = new Uint32Array(grams.size + concepts.size);
    const weights = new Float32Array(ids.length);
    const made = this.weigh(grams, 1, { ids, weights }, 0);
    const length = this.weigh(concepts, CONCEPT_SHARE, { ids, weights }, made);
    return { ids: ids.subarray(0, length), weights: weights.subarray(0, length) };
  }

  /** Writes the known features from `start` on, with a length of `share` together; gives where they end. */
  private weigh(features: Map<number, number>, share: number, { ids, weights }: Vector, start: number): number {
    let end = start;
    let square = 0;
    for (const [hash, count] of features) {
      const id = this.idOf.get(hash);
      if (id === undefined) continue;
      const weight = (1 + Math.log(count)) * this.idf[id]!;
      ids[end] = id;
      weights[end++] = weight;
      square += weight * weight;
    }
    const scale = square > 0 ? share / Math.sqrt(square) : 0;
    for (let i = start; i < end; i++) weights[i]! *= scale;
    return end;
  }
}
