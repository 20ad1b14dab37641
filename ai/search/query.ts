import { normalise, terms } from '../tokenizer.ts';
import { CHARACTER_WEIGHT, characterTerms } from './documentTerms.ts';
import { stopWords } from './stopWords.ts';
import type { Synonyms } from './synonyms.ts';
import type { Vocabulary } from './vocabulary.ts';

const SYNONYM_WEIGHT = 0.7;
const TYPO_WEIGHT = 0.8;
/** A character in more than a tenth of the documents costs more time than it tells. */
const COMMON = Math.log(10);

/** A word of the query: what it weighs, which terms of the index stand for it. */
type Asked = { surface: string; weight: number; numbers: number[] };

/** A term of the index and what finding it is worth. */
export type Part = { number: number; weight: number };

/** A query made ready: terms with weights to score by, and how to tell what part of the query a document holds. */
export type QueryPlan = {
  /** Terms of one group say the same: the best of them counts, not their sum. */
  groups: Part[][];
  coverageOf(termNumbers: Uint32Array): { coverage: number; terms: string[] };
};

function holds(sorted: Uint32Array, number: number): boolean {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle]!;
    if (value === number) return true;
    if (value < number) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

/** `least`: terms that weigh less are left out, if enough others tell. Turns a question into weighted terms: its words, their likely spellings if unknown, synonyms, and single Chinese characters. */
export function planQuery(
  query: string,
  vocabulary: Vocabulary,
  synonyms: Synonyms,
  idf: (documents: number) => number,
  least = 0,
): QueryPlan {
  const normalised = normalise(query);
  const found = terms(normalised);
  const weights = new Map<number, number>();
  const raise = (number: number, weight: number) => {
    if (weight > (weights.get(number) ?? 0)) weights.set(number, weight);
  };
  const idfOf = (number: number) => idf(vocabulary.postings[number]!.length);
  const asked = found.map(({ term, surface }): Asked => {
    const number = vocabulary.find(term);
    if (number !== undefined) {
      raise(number, idfOf(number));
      return { surface, weight: idfOf(number), numbers: [number] };
    }
    const near = vocabulary.nearby(term);
    for (const candidate of near) raise(candidate, TYPO_WEIGHT * idfOf(candidate));
    return { surface, weight: idf(0), numbers: near };
  });
  const groupOf = new Map<number, number>();
  for (const { at, length, others } of synonyms.within(found.map(({ term }) => term))) {
    const said = asked.slice(at, at + length);
    const worth = Math.max(...said.map(({ weight }) => weight));
    for (const { numbers } of said) for (const number of numbers) if (!groupOf.has(number)) groupOf.set(number, at);
    for (const phrase of others) {
      const numbers = phrase.map((term) => vocabulary.find(term)).filter((number) => number !== undefined);
      for (const number of numbers) {
        raise(number, (SYNONYM_WEIGHT * Math.min(worth, idfOf(number)) * length) / phrase.length);
        if (!groupOf.has(number)) groupOf.set(number, at);
      }
      if (numbers.length === phrase.length) for (const one of said) one.numbers.push(...numbers);
    }
  }
  for (const term of new Set(characterTerms(normalised))) {
    const number = vocabulary.find(term);
    if (number !== undefined && idfOf(number) > COMMON) raise(number, CHARACTER_WEIGHT * idfOf(number));
  }
  const meant = asked.filter(({ surface }) => !stopWords.has(surface));
  const judged = meant.length > 0 ? meant : asked;
  const total = judged.reduce((sum, { weight }) => sum + weight, 0);
  return {
    groups: grouped(telling(weights, groupOf, least), groupOf),
    coverageOf(termNumbers) {
      const held = judged.filter(({ numbers }) => numbers.some((number) => holds(termNumbers, number)));
      const weight = held.reduce((sum, part) => sum + part.weight, 0);
      return { coverage: total > 0 ? weight / total : 0, terms: [...new Set(held.map(({ surface }) => surface))] };
    },
  };
}

/** Drops words that stand in nearly every document, where others tell more: they cost most of the time and change no order. */
function telling(weights: ReadonlyMap<number, number>, groupOf: ReadonlyMap<number, number>, least: number) {
  const kept = new Map([...weights].filter(([number, weight]) => weight >= least || groupOf.has(number)));
  return kept.size >= 2 ? kept : new Map(weights);
}

function grouped(weights: ReadonlyMap<number, number>, groupOf: ReadonlyMap<number, number>): Part[][] {
  const groups = new Map<number, Part[]>();
  const alone: Part[][] = [];
  for (const [number, weight] of weights) {
    const group = groupOf.get(number);
    if (group === undefined) alone.push([{ number, weight }]);
    else groups.set(group, [...(groups.get(group) ?? []), { number, weight }]);
  }
  return [...alone, ...groups.values()];
}
