import { languageOf } from './languageOf.ts';
import { kindsAgree, type QuestionKind, questionKinds } from './questionKind.ts';
import { QuestionWeight, termsOf, type WordKnowledge } from './questionWeight.ts';
import type { Language } from './reading.ts';
import { RecentTexts } from './recentTexts.ts';
import { sentencesOf } from './sentences.ts';
import { normalise } from './tokenizer.ts';

/** A part of an article, best first as the search found it. `related`: it is about the very thing that the question is about. */
export type Passage = { documentId: string; title: string; text: string; language?: Language; related?: boolean };

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
  /** What the question may call its subject: passages that are `related` prove nothing by such words. */
  names?: readonly string[];
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
/** Who asks for a time is rather answered by what is titled with a time than by what is titled with a place. */
const KIND_FIT = 0.15;
/** What the search put first is a little more likely meant. */
const PLACE = 0.02;
/** Less is enough where the passage belongs to the product in question, of what the question says beside its name. */
const ENOUGH_RELATED = 0.3;
/** The title must touch the question too, or a sentence hold nearly all of it: else "the speed of light" is answered from a mixer's. */
const TITLE_TOUCHES = 0.2;
const NEARLY_ALL = 0.85;
/** A title that is nearly the question itself speaks for its article, whatever other sentences hold the words. */
const TITLE_FIT = 0.5;
const MAX_SENTENCES = 3;
const PASSAGES_KEPT = 300;

type Candidate = Citation & {
  passage: number;
  place: number;
  related: boolean;
  own: number;
  score: number;
  rank: number;
};

/** Makes an answerer that quotes: no model, no network. `rarity` weighs words, usually the search index's own. */
export function createAnswerer({ index }: { index: WordKnowledge }): LocalAnswerer {
  return {
    answer({ question, language = languageOf(question), passages, facts = [], names = [] }) {
      const weight = new QuestionWeight(question, index);
      if (weight.empty) return null;
      const bare = new QuestionWeight(withoutNames(question, names), index);
      const kinds = questionKinds(question);
      const spoken = passages.filter((passage) => (passage.language ?? language) === language);
      const candidates = [...facts.map(({ sentence, ...fact }) => ({ ...fact, text: sentence })), ...spoken].flatMap(
        (passage, number) => candidatesIn(passage, number, weight, kinds),
      );
      const best = candidates.reduce<Candidate | undefined>((a, b) => (a && a.rank >= b.rank ? a : b), undefined);
      if (!best) return null;
      const titled = termsOf(best.title);
      const titleShare = weight.shareIn(new Set(), titled);
      const enough = best.related
        ? (bare.empty && kinds.size > 0) || bare.shareIn(termsOf(best.sentence), titled) >= ENOUGH_RELATED
        : best.score >= ENOUGH && (titleShare >= TITLE_TOUCHES || best.own >= NEARLY_ALL);
      if (!enough) return null;
      // Where the title is the question itself, the whole passage is the answer: it is read from its beginning.
      const titleIsQuestion = titleShare >= best.own;
      const start = titleIsQuestion ? 0 : best.place;
      const chosen = candidates
        .filter((one) => one.passage === best.passage && one.place >= start && one.place < start + MAX_SENTENCES)
        .filter((one) => one === best || titleIsQuestion || one.score > 0);
      const held = new Set(chosen.flatMap(({ sentence }) => [...termsOf(sentence)]));
      return {
        text: chosen.map(({ sentence }) => sentence).join(language === 'zh' ? '' : ' '),
        citations: chosen.map(({ documentId, title, sentence }) => ({ documentId, title, sentence })),
        confidence: Math.min(1, weight.shareIn(held, titled)),
      };
    },
  };
}

/** The question without the names that it calls its subject by, the longest first. */
function withoutNames(question: string, names: readonly string[]): string {
  let text = normalise(question);
  for (const name of names.map(normalise).sort((a, b) => b.length - a.length)) text = text.replaceAll(name, ' ');
  return text;
}

/** Cutting a passage into words costs more than all the rest; the same ones come again and again. */
const read = new RecentTexts(PASSAGES_KEPT, (text) =>
  sentencesOf(text).map((sentence) => ({ sentence, held: termsOf(sentence) })),
);

/** The sentences of a passage with what speaks for each; `number` is the passage's place in the search. */
function candidatesIn(
  { documentId, title, text, related = false }: Passage,
  number: number,
  weight: QuestionWeight,
  kinds: ReadonlySet<QuestionKind>,
): Candidate[] {
  const titled = termsOf(title);
  const fit = weight.fitOf(titled) * TITLE_FIT + kindsAgree(kinds, questionKinds(title)) * KIND_FIT - number * PLACE;
  return read.of(text).map(({ sentence, held }, place) => {
    const score = weight.shareIn(held, titled);
    const own = weight.shareIn(held);
    return { documentId, title, sentence, passage: number, place, related, own, score, rank: score + fit };
  });
}
