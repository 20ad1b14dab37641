import { stopWords } from './search/stopWords.ts';
import { isHan, normalise, terms } from './tokenizer.ts';

/** What is asked of the search index: how much words tell, and how else they are said. */
export interface WordKnowledge {
  rarity(term: string): number;
  waysOf?(terms: readonly string[]): (readonly string[])[][];
}

/** A single Chinese character (谁, 出) tells less than a word, however rare it is. */
const CHARACTER_SHARE = 0.3;
/** A title speaks for the sentences under it, but less than they do. */
const TITLE_SHARE = 0.8;

/** All terms of a text, stop words too: a synonym may need them. */
export const termsOf = (text: string): ReadonlySet<string> => new Set(terms(normalise(text)).map(({ term }) => term));

interface Asked {
  weight: number;
  term: string;
  ways: (readonly string[])[];
}

/** A question made ready to tell how much of it a text holds, by rarity and synonyms. */
export class QuestionWeight {
  readonly #asked: Asked[];
  readonly #total: number;
  readonly #weightOf: (term: string) => number;
  /** Every term that the question or one of its other ways is made of. */
  readonly #words: ReadonlySet<string>;

  constructor(question: string, knowledge: WordKnowledge) {
    this.#weightOf = (term) =>
      Math.max(0.1, knowledge.rarity(term)) * (term.length === 1 && isHan(term) ? CHARACTER_SHARE : 1);
    const found = terms(normalise(question));
    const ways = knowledge.waysOf?.(found.map(({ term }) => term)) ?? found.map(() => []);
    const asked = new Map<string, Asked>();
    found.forEach(({ term, surface }, i) => {
      // What can be said by stop words alone (几天 for 多久) tells as little as they do.
      const empty = stopWords.has(surface) || ways[i]!.some((way) => way.every((word) => stopWords.has(word)));
      if (empty) return;
      const known = asked.get(term);
      if (known) known.ways.push(...ways[i]!);
      else asked.set(term, { term, weight: this.#weightOf(term), ways: [...ways[i]!] });
    });
    this.#asked = [...asked.values()];
    this.#total = this.#asked.reduce((sum, { weight }) => sum + weight, 0);
    this.#words = new Set(this.#asked.flatMap(({ term, ways: others }) => [term, ...others.flat()]));
  }

  /** Nothing in the question tells what it is about. */
  get empty(): boolean {
    return this.#total === 0;
  }

  /** The share (0 to 1) of the question that a text holds; what only its title holds counts a little less. */
  shareIn(held: ReadonlySet<string>, titled: ReadonlySet<string> = new Set()): number {
    let sum = 0;
    for (const asked of this.#asked)
      sum += isIn(asked, held) ? asked.weight : isIn(asked, titled) ? asked.weight * TITLE_SHARE : 0;
    return this.#total === 0 ? 0 : sum / this.#total;
  }

  /** How nearly a title is the question itself: the harmonic mean of what each holds of the other. */
  fitOf(title: ReadonlySet<string>): number {
    const held = this.shareIn(title);
    let all = 0;
    let touched = 0;
    for (const term of title) {
      if (stopWords.has(term)) continue;
      const weight = this.#weightOf(term);
      all += weight;
      if (this.#words.has(term)) touched += weight;
    }
    const back = all === 0 ? 0 : touched / all;
    return held + back === 0 ? 0 : (2 * held * back) / (held + back);
  }
}

const isIn = ({ term, ways }: Asked, held: ReadonlySet<string>): boolean =>
  held.has(term) || ways.some((way) => way.every((word) => held.has(word)));
