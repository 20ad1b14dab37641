import { languageOf } from './languageOf.ts';
import type { Language } from './reading.ts';
import { stopWords } from './search/stopWords.ts';
import { sentencesOf } from './sentences.ts';
import { isHan, normalise, terms } from './tokenizer.ts';

/** A part of an article, best first as the search found it. */
export type Passage = { documentId: string; title: string; text: string; language?: Language };

/** A fact of the catalogue as a sentence in the customer's language, e.g. "栖木氨基酸洗发水的价格是 59 元。" */
export type CatalogueFact = { documentId: string; title: string; sentence: string };

/** Where a sentence of the answer stands. */
export type Citation = { documentId: string; title: string; sentence: string };

/** `text` is made of the cited sentences alone; `confidence` is the share of the question's weight that they and their titles hold. */
export type Answer = { text: string; citations: Citation[]; confidence: number };

/** What an answer is made from. */
export type AnswerRequest = {
  question: string;
  language?: Language;
  passages: readonly Passage[];
  facts?: readonly CatalogueFact[];
  /** Rows of the catalogue that a model may read beside the passages; quoting leaves them to whoever tells facts. */
  rows?: readonly CatalogueFact[];
  /** The product that the question is about, for what the answer costs. */
  productId?: string;
};

/** Answers from what it is given or not at all. */
export interface Answerer {
  /** null: "I do not know". */
  answer(request: AnswerRequest): Answer | null | Promise<Answer | null>;
}

/** An answerer that needs nobody else, and so answers at once. */
export interface LocalAnswerer extends Answerer {
  answer(request: AnswerRequest): Answer | null;
}

/** How much of the question's weight the answer must hold. Measured, see docs/decisions/0011. */
const ENOUGH = 0.5;
/** The title must touch the question too, or a sentence hold nearly all of it: else "the speed of light" is answered from a mixer's. */
const TITLE_TOUCHES = 0.2;
const NEARLY_ALL = 0.85;
/** A single Chinese character (谁, 出) tells less than a word, however rare it is. */
const CHARACTER_SHARE = 0.3;
/** A title speaks for the sentences under it, but less than they do. */
const TITLE_SHARE = 0.8;
const MAX_SENTENCES = 3;

type Candidate = Citation & { passage: number; place: number; own: number; score: number };

const contentTerms = (text: string): string[] =>
  terms(normalise(text))
    .filter(({ surface }) => !stopWords.has(surface))
    .map(({ term }) => term);

/** Makes an answerer that quotes: no model, no network. `rarity` weighs words, usually the search index's own. */
export function createAnswerer({ index }: { index: { rarity(term: string): number } }): LocalAnswerer {
  return {
    answer({ question, language = languageOf(question), passages, facts = [] }) {
      const weightOf = (term: string) =>
        Math.max(0.1, index.rarity(term)) * (term.length === 1 && isHan(term) ? CHARACTER_SHARE : 1);
      const asked = new Map([...new Set(contentTerms(question))].map((term) => [term, weightOf(term)]));
      const total = [...asked.values()].reduce((sum, weight) => sum + weight, 0);
      if (total === 0) return null;
      const weightIn = (held: ReadonlySet<string>, titled: ReadonlySet<string>): number => {
        let sum = 0;
        for (const [term, weight] of asked)
          sum += held.has(term) ? weight : titled.has(term) ? weight * TITLE_SHARE : 0;
        return sum / total;
      };
      const candidates: Candidate[] = [];
      const spoken = passages.filter((passage) => (passage.language ?? language) === language);
      [...facts.map(({ sentence, ...fact }) => ({ ...fact, text: sentence })), ...spoken].forEach((passage, number) => {
        const titled = new Set(contentTerms(passage.title));
        sentencesOf(passage.text).forEach((sentence, place) => {
          const held = new Set(contentTerms(sentence));
          const score = weightIn(held, titled);
          candidates.push({
            documentId: passage.documentId,
            title: passage.title,
            sentence,
            passage: number,
            place,
            own: weightIn(held, new Set()),
            score: score - number * 0.01,
          });
        });
      });
      const best = candidates.reduce<Candidate | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined);
      if (!best || best.score < ENOUGH) return null;
      const titleShare = weightIn(new Set(), new Set(contentTerms(best.title)));
      if (titleShare < TITLE_TOUCHES && best.own < NEARLY_ALL) return null;
      // Where the title is the question itself, the whole passage is the answer: it is read from its beginning.
      const titleIsQuestion = titleShare >= best.own;
      const start = titleIsQuestion ? 0 : best.place;
      const chosen = candidates
        .filter((one) => one.passage === best.passage && one.place >= start && one.place < start + MAX_SENTENCES)
        .filter((one) => one === best || titleIsQuestion || one.score > 0);
      const held = new Set(chosen.flatMap(({ sentence }) => contentTerms(sentence)));
      return {
        text: chosen.map(({ sentence }) => sentence).join(language === 'zh' ? '' : ' '),
        citations: chosen.map(({ documentId, title, sentence }) => ({ documentId, title, sentence })),
        confidence: Math.min(1, weightIn(held, new Set(contentTerms(best.title)))),
      };
    },
  };
}
