import type { Language } from './reading.ts';
import { documentTerms } from './search/documentTerms.ts';
import { everydaySynonyms } from './search/everydaySynonyms.ts';
import { type Part, planQuery, type QueryPlan } from './search/query.ts';
import { Synonyms } from './search/synonyms.ts';
import { TopHits } from './search/topHits.ts';
import { Vocabulary } from './search/vocabulary.ts';

/** What is searched: an article, one of its passages, or a product. `keywords` count like the title. */
export type SearchDocument = { id: string; language: Language; title: string; body: string; keywords?: string[] };

/** `coverage`: share (0 to 1) of the query's weight that the document holds. `terms`: the query's words that it holds, as typed, normalised. */
export type SearchHit = { id: string; score: number; coverage: number; terms: string[] };

/** `language`: only documents in it. `limit`: how many hits, 10. `accept`: only ids it returns true for. */
export type SearchOptions = { language?: Language; limit?: number; accept?: (id: string) => boolean };

/** Full-text search over documents that come and go; every change counts at once and touches only that document. */
export interface SearchIndex {
  readonly size: number;
  /** Adds a document, or replaces the one with its id. */
  put(document: SearchDocument): void;
  /** Whether there was such a document. */
  remove(id: string): boolean;
  setSynonyms(groups: readonly (readonly string[])[]): void;
  /** Best first; empty if no word of the query is in any document. */
  search(query: string, options?: SearchOptions): SearchHit[];
  /** How much a word tells, by Robertson and Spärck Jones's inverse document frequency; 0 for a word in every document. */
  rarity(term: string): number;
  /** For each of a question's terms in order, the other ways to say it: synonyms and, for an unknown word, likely spellings; a way is terms that must all be there. */
  waysOf(terms: readonly string[]): (readonly string[])[][];
}

type Slot = { id: string; language: Language; termNumbers: Uint32Array };

// BM25 (Robertson and Zaragoza 2009): k1 bends the gain of repetition, b is how much long documents pay.
const K1 = 0.9;
const B = 0.6;

/** In an index of more documents, words and characters that weigh less than LEAST (a word in a third of the documents) are passed over. */
const LARGE = 3000;
const LEAST = 1;

class TypedSearchIndex implements SearchIndex {
  private readonly vocabulary = new Vocabulary();
  private readonly slots: (Slot | undefined)[] = [];
  private readonly free: number[] = [];
  private readonly slotOf = new Map<string, number>();
  private lengths = new Float32Array(64);
  private scores = new Float32Array(64);
  /** Slots that the search in hand has given a score. */
  private touched = new Uint32Array(64);
  private alone = new Float32Array(0);
  private found = new Uint32Array(0);
  private totalLength = 0;
  private synonyms: Synonyms;

  constructor(groups: readonly (readonly string[])[]) {
    this.synonyms = new Synonyms([...everydaySynonyms, ...groups]);
  }

  get size(): number {
    return this.slotOf.size;
  }

  setSynonyms(groups: readonly (readonly string[])[]): void {
    this.synonyms = new Synonyms([...everydaySynonyms, ...groups]);
  }

  put(document: SearchDocument): void {
    this.remove(document.id);
    const slot = this.free.pop() ?? this.slots.length;
    const { weights, length } = documentTerms(document);
    const termNumbers = new Uint32Array(weights.size);
    let i = 0;
    for (const [term, weight] of weights) {
      const number = this.vocabulary.intern(term);
      this.vocabulary.postings[number]!.add(slot, weight);
      termNumbers[i++] = number;
    }
    this.slots[slot] = { id: document.id, language: document.language, termNumbers: termNumbers.sort() };
    this.slotOf.set(document.id, slot);
    if (slot >= this.lengths.length) {
      const lengths = new Float32Array(slot * 2);
      lengths.set(this.lengths);
      this.lengths = lengths;
      this.scores = new Float32Array(slot * 2);
      this.touched = new Uint32Array(slot * 2);
    }
    this.lengths[slot] = length;
    this.totalLength += length;
  }

  remove(id: string): boolean {
    const slot = this.slotOf.get(id);
    if (slot === undefined) return false;
    for (const number of this.slots[slot]!.termNumbers) this.vocabulary.postings[number]!.remove(slot);
    this.totalLength -= this.lengths[slot]!;
    this.slots[slot] = undefined;
    this.slotOf.delete(id);
    this.free.push(slot);
    return true;
  }

  search(query: string, { language, limit = 10, accept }: SearchOptions = {}): SearchHit[] {
    const plan = planQuery(query, this.vocabulary, this.synonyms, (df) => this.idf(df), this.size > LARGE ? LEAST : 0);
    const count = this.score(plan);
    const top = new TopHits(limit);
    for (let i = 0; i < count; i++) {
      const slot = this.touched[i]!;
      const score = this.scores[slot]!;
      this.scores[slot] = 0;
      if (!top.wants(score)) continue;
      const { id, language: spoken } = this.slots[slot]!;
      if ((language && spoken !== language) || (accept && !accept(id))) continue;
      top.offer(slot, score);
    }
    return top.best().map(({ slot, score }) => {
      const { id, termNumbers } = this.slots[slot]!;
      return { id, score, ...plan.coverageOf(termNumbers) };
    });
  }

  rarity(term: string): number {
    const number = this.vocabulary.find(term);
    return this.idf(number === undefined ? 0 : this.vocabulary.postings[number]!.length);
  }

  waysOf(asked: readonly string[]): (readonly string[])[][] {
    const ways = asked.map((term): (readonly string[])[] =>
      this.vocabulary.find(term) === undefined
        ? this.vocabulary.nearby(term).map((near) => [this.vocabulary.nameOf(near)])
        : [],
    );
    for (const { at, length, others } of this.synonyms.within(asked))
      for (let i = at; i < at + length; i++) ways[i]!.push(...others);
    return ways;
  }

  private idf(documents: number): number {
    return Math.log(1 + (this.size - documents + 0.5) / (documents + 0.5));
  }

  /** Adds every query term's share to `scores` and the slots that got any to `touched`; gives their count. */
  private score({ groups }: QueryPlan): number {
    let count = 0;
    for (const group of groups) {
      const [only] = group;
      count = group.length === 1 ? this.add(only!, this.scores, this.touched, count) : this.addBest(group, count);
    }
    return count;
  }

  /** Adds one term's share; `touched` from `count` on takes the slots that had none. */
  private add({ number, weight }: Part, scores: Float32Array, touched: Uint32Array, count: number): number {
    const postings = this.vocabulary.postings[number]!;
    const { lengths } = this;
    const base = K1 * (1 - B);
    const slope = (K1 * B) / (this.totalLength / Math.max(1, this.size) || 1);
    const gain = weight * (K1 + 1);
    let end = count;
    for (let i = 0; i < postings.length; i++) {
      const slot = postings.slotAt(i);
      const tf = postings.weightAt(i);
      if (scores[slot] === 0) touched[end++] = slot;
      scores[slot]! += (gain * tf) / (tf + base + slope * lengths[slot]!);
    }
    return end;
  }

  /** Room to score one term by itself; all zero between uses. */
  private scratch(): { one: Float32Array; slots: Uint32Array } {
    if (this.alone.length < this.scores.length) {
      this.alone = new Float32Array(this.scores.length);
      this.found = new Uint32Array(this.scores.length);
    }
    return { one: this.alone, slots: this.found };
  }

  /** Adds the best share that any term of the group has. */
  private addBest(group: readonly Part[], count: number): number {
    const best = new Map<number, number>();
    const { one, slots } = this.scratch();
    for (const part of group) {
      const found = this.add(part, one, slots, 0);
      for (let i = 0; i < found; i++) {
        const slot = slots[i]!;
        best.set(slot, Math.max(best.get(slot) ?? 0, one[slot]!));
        one[slot] = 0;
      }
    }
    let end = count;
    for (const [slot, score] of best) {
      if (this.scores[slot] === 0) this.touched[end++] = slot;
      this.scores[slot]! += score;
    }
    return end;
  }
}

/** An empty index. `synonyms`: groups of words or phrases that mean the same. */
export const createSearchIndex = ({ synonyms = [] }: { synonyms?: readonly (readonly string[])[] } = {}): SearchIndex =>
  new TypedSearchIndex(synonyms);
