import { isHan, normalise, runs } from '../tokenizer.ts';
import type { ConceptsIn } from './concepts.ts';

const PRIME = 0x01000193;
// FNV-1a offset bases, one per kind of feature, so that the word "the" and the letters "the" are two features.
const WORD = 0x811c9dc5;
const PAIR = 0x2f0b4a27;
const SKIP = 0x5bd1e995;
const TRIPLE = 0x165667b1;
const LETTERS = 0x1b873593;
const HAN = 0x38b34ae5;
const CONCEPT = 0x7ed55d16;
const EDGE = 32;

const step = (hash: number, code: number): number => Math.imul(hash ^ code, PRIME);

function hashOf(text: string, basis: number): number {
  let hash = basis;
  for (let i = 0; i < text.length; i++) hash = step(hash, text.charCodeAt(i));
  return hash;
}

/** Feature (32-bit hash) -> its strength in this text. */
export type Features = Map<number, number>;

// How much a feature of each kind counts beside a character gram. Measured, see docs/decisions/0012.
const WORD_STRENGTH = 1.5;
const SKIP_STRENGTH = 0.7;
const TRIPLE_STRENGTH = 0.7;
const CONCEPT_STRENGTH = 4;
/** What is said again counts half. */
const REPETITION = 0.5;

/**
 * What a message shows to the classifier: word 1-3 grams, pairs with one word between, character 2-4 grams within Latin words
 * (their edges marked), character 1-3 grams of Chinese with the edges of the phrase marked. Figures are one word, whatever their value.
 */
export function featuresOf(text: string, conceptsIn: ConceptsIn): Features {
  const features: Features = new Map();
  const add = (hash: number, strength = 1) => {
    const known = features.get(hash >>> 0);
    features.set(hash >>> 0, known === undefined ? strength : known + strength * REPETITION);
  };
  const pieces = runs(normalise(text));
  let before = 0;
  let twoBefore = 0;
  for (const piece of pieces) {
    const word = /^\d+$/.test(piece) ? '#' : piece;
    if (isHan(word)) {
      addGrams(`  ${word} `, 1, 3, HAN, add);
      before = 0;
      twoBefore = 0;
      continue;
    }
    const hash = hashOf(word, WORD);
    add(hash, WORD_STRENGTH);
    if (before !== 0) add(step(step(PAIR, before), hash));
    if (twoBefore !== 0) {
      add(step(step(SKIP, twoBefore), hash), SKIP_STRENGTH);
      add(step(step(step(TRIPLE, twoBefore), before), hash), TRIPLE_STRENGTH);
    }
    twoBefore = before;
    before = hash;
    addGrams(` ${word} `, 2, 4, LETTERS, add);
  }
  for (const concept of conceptsIn(pieces)) features.set(hashOf(concept, CONCEPT) >>> 0, CONCEPT_STRENGTH);
  return features;
}

function addGrams(padded: string, shortest: number, longest: number, basis: number, add: (hash: number) => void): void {
  for (let start = 0; start < padded.length; start++) {
    let hash = basis;
    for (let end = start; end < padded.length && end - start < longest; end++) {
      hash = step(hash, padded.charCodeAt(end));
      const length = end - start + 1;
      if (length >= shortest && !(length === 1 && padded.charCodeAt(start) === EDGE)) add(hash);
    }
  }
}
