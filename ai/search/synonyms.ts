import { normalise, terms } from '../tokenizer.ts';

/** One way to say something, as index terms in order. */
export type Phrase = readonly string[];

/** Groups of words or phrases that mean the same, in both languages: [['沐浴露', '沐浴乳', 'body wash'], …]. */
export class Synonyms {
  /** First term of a phrase -> the phrases that begin so, each with the others of its group. */
  private readonly byFirst = new Map<string, { phrase: Phrase; others: Phrase[] }[]>();

  constructor(groups: readonly (readonly string[])[]) {
    for (const group of groups) {
      const phrases = group.map((text) => terms(normalise(text)).map(({ term }) => term)).filter((p) => p.length > 0);
      for (const phrase of phrases) {
        const others = phrases.filter((other) => other !== phrase);
        const entry = { phrase, others };
        const list = this.byFirst.get(phrase[0]!);
        if (list) list.push(entry);
        else this.byFirst.set(phrase[0]!, [entry]);
      }
    }
  }

  /** Where the query says it one way: the terms it used (positions) and the other ways. */
  *within(query: readonly string[]): Generator<{ at: number; length: number; others: Phrase[] }> {
    for (let at = 0; at < query.length; at++) {
      for (const { phrase, others } of this.byFirst.get(query[at]!) ?? []) {
        if (phrase.every((term, i) => query[at + i] === term)) yield { at, length: phrase.length, others };
      }
    }
  }
}
