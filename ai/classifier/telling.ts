import type { Vector } from './featureSpace.ts';
import type { Rows } from './learning.ts';

/** Examples that a feature is thought to have had beforehand, spread as all are: what is seen once tells little. */
const BEFOREHAND = 2;
/** A feature that tells nothing is kept, but small. */
const NOTHING = 0.05;

/**
 * How much each feature tells of the class: the root of the information gained by seeing it (Kullback-Leibler divergence of the
 * classes with it from the classes of all). The idea of weighting before training is NB-SVM's (Wang and Manning 2012).
 */
export function informationOf({ vectors, labels, rows, classes, features }: Rows): Float32Array {
  const counts = new Float32Array(features * classes);
  const all = new Float32Array(classes);
  const seen = new Float32Array(features);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const label = labels[row]!;
    all[label]!++;
    for (const id of vectors[row]!.ids) {
      counts[id * classes + label]!++;
      seen[id]!++;
    }
  }
  const share = all.map((count) => count / rows.length);
  return seen.map((times, id) => {
    let information = 0;
    for (let k = 0; k < classes; k++) {
      const given = (counts[id * classes + k]! + BEFOREHAND * share[k]!) / (times + BEFOREHAND);
      if (given > 0) information += given * Math.log(given / share[k]!);
    }
    return Math.sqrt(NOTHING + information);
  });
}

/** The vector with its features weighted, of length 1 again. */
export function weighed({ ids, weights }: Vector, by: Float32Array): Vector {
  const out = new Float32Array(weights.length);
  let square = 0;
  for (let i = 0; i < weights.length; i++) {
    out[i] = weights[i]! * by[ids[i]!]!;
    square += out[i]! ** 2;
  }
  const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
  for (let i = 0; i < out.length; i++) out[i]! *= scale;
  return { ids, weights: out };
}
