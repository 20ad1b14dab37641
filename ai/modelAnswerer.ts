import type { Answer, Answerer, AnswerRequest, Citation, LocalAnswerer } from './answerer.ts';
import { evidenceFor } from './grounding/evidence.ts';
import { type LanguageModel, LanguageModelError } from './languageModel.ts';
import { languageOf } from './languageOf.ts';
import { Mask } from './masking.ts';
import { answerPrompt, excerptFor, NO_ANSWER, type PromptSource } from './model/answerPrompt.ts';
import { type CitedSentence, CitedSentences } from './model/citedSentences.ts';
import { type ModelTurn, modelTurn } from './modelTurn.ts';
import type { Language } from './reading.ts';

const MOST_SENTENCES = 4;
const MOST_TOKENS = 400;
/** From the first word to the last. */
const WHOLE_MS = 10_000;
/** Every sentence was found in its source; whether it is what was asked is the model's word. */
const CONFIDENCE = 0.9;

/** What became of a model's answer: its checked sentences; `declined`: it says that the sources do not answer. */
interface Written {
  sentences: { text: string; citations: Citation[] }[];
  declined: boolean;
}

/**
 * Answers by a model, from passages and rows of the catalogue alone. Each sentence is held against the source it names before
 * anybody sees it; one that its source does not hold is left out. Where the model can not be asked, is slow, fails, or leaves no
 * sentence that holds, the local answerer quotes as if there were no model. Where it says that the sources do not answer, so do we.
 */
export function createModelAnswerer({ model, local }: { model: LanguageModel; local: LocalAnswerer }): Answerer {
  return {
    answer(request) {
      const turn = modelTurn();
      const sources = sourcesOf(request);
      if (!turn || sources.length === 0 || turn.patience.leftMs === 0) return local.answer(request);
      const { question, productId = '', language = languageOf(question) } = request;
      const key = JSON.stringify([question, productId, language]);
      const known = turn.answers.get(key) as Promise<Answer | null> | undefined;
      const answer = known ?? answerInTurn({ model, local, turn, sources, request, language });
      turn.answers.set(key, answer);
      return answer;
    },
  };
}

interface Asking {
  model: LanguageModel;
  local: LocalAnswerer;
  turn: ModelTurn;
  sources: PromptSource[];
  request: AnswerRequest;
  language: Language;
}

async function answerInTurn(asking: Asking): Promise<Answer | null> {
  const { local, turn, request, language } = asking;
  const { sentences, declined } = await write(asking);
  if (sentences.length === 0) {
    if (!declined) turn.patience.lose();
    return declined ? null : local.answer(request);
  }
  return {
    text: joined(sentences, language),
    citations: sentences.flatMap(({ citations }) => citations),
    confidence: CONFIDENCE,
  };
}

const joined = (sentences: Written['sentences'], language: Language): string =>
  sentences.map(({ text }) => text).join(language === 'zh' ? '' : ' ');

/** Lets the model write and keeps what holds. A stream that breaks off leaves what was whole by then. */
async function write({ model, turn, sources, request, language }: Asking): Promise<Written> {
  const mask = new Mask(turn.secrets);
  const written: Written = { sentences: [], declined: false };
  const reading = new CitedSentences();
  let said = '';
  const begun = turn.patience.wait();
  const keep = (cited: readonly CitedSentence[]): void => {
    for (const sentence of cited) {
      const checked = check(sentence, sources, language);
      const isNew = checked && !written.sentences.some(({ text }) => text === checked.text);
      if (!isNew || written.sentences.length >= MOST_SENTENCES) continue;
      written.sentences.push(checked);
      turn.show(joined(written.sentences, language));
    }
  };
  try {
    const stream = model.stream(answerPrompt(mask.hide(request.question), sources, language), {
      timeoutMs: turn.patience.leftMs,
      signal: AbortSignal.timeout(WHOLE_MS),
      maxTokens: MOST_TOKENS,
      temperature: 0,
      call: { purpose: 'answering', conversationId: turn.conversationId, productId: request.productId ?? null },
    });
    for await (const piece of stream) {
      begun();
      said += piece;
      keep(reading.push(piece));
      if (reading.lost || written.sentences.length >= MOST_SENTENCES) break;
    }
    keep(reading.end());
  } catch (error) {
    if (!(error instanceof LanguageModelError)) throw error;
  } finally {
    begun();
  }
  written.declined = new RegExp(`^\\W*${NO_ANSWER}\\W*$`).test(said);
  return written;
}

/** The sentence with what it rests on, or undefined if none of the sources it names says so, or it is in another language. */
function check({ text, sources: named }: CitedSentence, sources: readonly PromptSource[], language: Language) {
  if (languageOf(text, language) !== language) return undefined;
  const citations = named.flatMap((number): Citation[] => {
    const source = sources[number - 1];
    const sentence = source && evidenceFor(text, source);
    return source && sentence ? [{ documentId: source.documentId, title: source.title, sentence }] : [];
  });
  return citations.length > 0 ? { text, citations } : undefined;
}

/** What the model is given: passages in the customer's language, and the product's rows as one text each. */
function sourcesOf({ question, language = languageOf(question), passages, facts = [], rows = [] }: AnswerRequest) {
  const spoken = passages.filter((passage) => (passage.language ?? language) === language);
  return [
    ...[...facts, ...rows].map(({ documentId, title, sentence }) => ({
      documentId,
      title,
      text: sentence,
      apart: true,
    })),
    ...spoken.map(({ documentId, title, text }) => ({ documentId, title, text: excerptFor(question, text) })),
  ];
}
